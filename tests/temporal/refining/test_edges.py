"""The beginning and the end of a year are only about then, in every language and by whatever rule."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It fell at the end of the year 1795.", "1795~"),
        ("en", "It fell by the end of the year.", "2024~"),
        ("fr", "Il tomba à la fin de l'année 1795.", "1795~"),
        ("fr", "Il tombera à la fin de l'année.", "2024~"),
        ("fr", "Il tomba en fin d'année dernière.", "2023~"),
        ("de", "Er fiel am Ende des Jahres 1795.", "1795~"),
        ("de", "Er fällt zu Beginn des Jahres.", "2024~"),
        ("es", "Cayó a fines del año 1795.", "1795~"),
        ("es", "Caerá a finales de año.", "2024~"),
        ("pt", "Caiu no fim do ano de 1795.", "1795~"),
        ("it", "Cadrà a fine mese.", "2024-05~"),
        ("nl", "Hij viel aan het einde van het jaar 1795.", "1795~"),
        ("ar", "سقط في نهاية عام 1795.", "1795~"),
        ("fa", "در اواخر سال ۱۳۹۵ افتاد.", "2016-03-20~/2017-03-20~"),
        ("fa", "در پایان سال می‌افتد.", "2024~"),
    ],
)
def test_the_edge_of_a_time_is_about_then(tagger: Tagger, language: str, text: str, edtf: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2024-05-15")] == [edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Cierra el fin de semana."),
        ("it", "Chiude il fine settimana."),
        ("en", "It was early in the 16th century."),
    ],
)
def test_a_weekend_a_day_and_a_share_of_a_century_are_as_they_are(
    tagger: Tagger, language: str, text: str
) -> None:
    last = tagger.tag(text, language, "2024-05-15")[-1]
    assert "~" not in (last.edtf or "")
