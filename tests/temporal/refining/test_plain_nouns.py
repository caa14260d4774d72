"""Four digits right after a noun: its number, or the year of what comes by the year."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger


def found(text: str, language: str) -> list[str]:
    return [timex.edtf or "" for timex in installed_tagger().tag(text, language, "2020-05-04")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le patient occupe le hamac 1714 et lit la notule 1823."),
        ("en", "Clients older than gizmo 1850 can no longer connect."),
        ("es", "Pasó las aduanas con el talón 1974."),
        ("it", "Il quaderno, segnato 1564 bis, andò perduto."),
        ("it", "La popolazione scese da 2400 a 1850 anime."),
        ("pt", "Guardou a pá junto ao alpendre 1822."),
        ("nl", "Hij sliep in hangmat 1702 van het schip."),
        ("ru", "Он спал в гамаке 1702 у окна."),
        ("pl", "Spał w hamaku 1702 przy oknie."),
        ("ar", "فتح عيادته في الكوخ 1540 قرب السوق."),
        ("fa", "او در اتاقک ۱۳۵۰ کار می‌کرد."),
        # what follows where years bear endings
        ("tr", "Vakfın akarları arasında 1450 zeytin ağacı vardı."),
        ("tr", "Planda yapı 1542 numara ile gösterilir."),
        # what a verb counts
        ("en", "The bell cost 1850 in all."),
        ("es", "La campana costó 1850 y pesa 1640."),
        # a number that some noun was said to have
        ("nl", "Zijn stamboeknummer is 1666."),
    ],
)
def test_the_number_of_a_plain_noun_is_no_year(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La Coupe du monde 1998 a eu lieu en France."),
        ("fr", "Le budget supplémentaire 1998 fut voté."),
        ("fr", "La maison fut achevée 1998 par son fils."),
        ("en", "Rome had a secret 1902 pact with France."),
        ("en", "Born 1923, she was early famous."),
        ("en", "They fought well into 1941."),
        ("es", "La temporada 1998 fue mala."),
        ("it", "La vendemmia 1998 fu ottima."),
        ("nl", "De begroting 1998 was krap."),
        ("ar", "كانت ثورة 1919 بداية."),
        ("fa", "انقلاب ۱۳۵۷ پیروز شد."),
        ("ru", "Сезон 1998 был плохим."),
        ("tr", "Kubbe 1999 depreminde çöktü."),
        ("tr", "Vakıf 1826'da bağlandı."),
        ("de", "Als der Krieg 1918 endete, kam er heim."),
    ],
)
def test_what_comes_by_the_year_keeps_it(language: str, text: str) -> None:
    assert len(found(text, language)) == 1


def test_a_whole_date_in_figures_stays_behind_a_numbered_noun() -> None:
    assert found("Paid 3/4/2021, invoice 25/04/2021.", "en") == ["2021-04-03", "2021-04-25"]
