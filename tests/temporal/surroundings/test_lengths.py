"""Lengths that are told as days counted from now or then are."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

DCT = "2024-05-15"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "She is the first in a century to cross the marsh."),
        ("en", "They are the first keepers in twenty years."),
        ("en", "The bond is forfeit unless the fee is paid in ten days."),
        ("es", "El embargo se practicará si no se paga en diez días."),
        ("en", "The worst spring tide in thirty years is feared."),
        ("es", "Es la peor helada en un siglo."),
        ("es", "Es la cosecha más pobre en diez años."),
        ("pt", "É a primeira geada em dez anos."),
        ("pt", "É a seca mais longa em vinte anos."),
        ("de", "Es ist die schlimmste Dürre in hundert Jahren."),
        ("de", "Sie ist die erste in zehn Jahren."),
        ("nl", "Het is de ergste storm in een eeuw."),
        ("ca", "És la primera gelada en deu anys."),
        ("ro", "Este cea mai mare secetă în zece ani."),
        ("el", "Είναι η πρώτη σε δέκα χρόνια."),
        ("tr", "Köprü on yıl içinde ilk kez kapalı."),
        ("hi", "दस साल में पहली बार नहर सूखी है।"),
        ("ja", "橋は10年で初めて閉まる。"),
        ("ar", "هذا أسوأ صقيع منذ قرن."),
        ("ar", "يغلق الجسر لأول مرة منذ عشر سنوات."),
    ],
)
def test_how_long_nothing_was_like_it_is_a_length(tagger: Tagger, language: str, text: str) -> None:
    (found,) = tagger.tag(text, language, DCT)
    assert (found.type, found.edtf) == ("DURATION", None)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The first tram will run in twenty years.", "2044"),
        ("en", "The first ferry leaves in two years.", "2026"),
        ("en", "The smallest mill closed; they found the largest two years ago.", "2022"),
        ("es", "El primer tren saldrá en diez años.", "2034"),
        ("de", "Die nächste Wahl ist in vier Jahren.", "2028"),
        ("ar", "زاره الوزير في تشرين الأول، ثم سافر منذ ثلاثة أسابيع.", "2024-04-24"),
    ],
)
def test_the_first_of_its_kind_may_be_to_come(tagger: Tagger, language: str, text: str, edtf: str) -> None:
    assert tagger.tag(text, language, DCT)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La acción se extingue a los seis meses, según el artículo 12."),
        ("es", "Las faltas leves prescribirán a los tres meses."),
        ("pt", "A ação prescreve em três anos, nos termos da lei."),
        ("it", "Il diritto si estingue dopo due anni."),
        ("fr", "L’action s’éteint au bout de six mois, selon l’article 12."),
        ("de", "Der Anspruch verjährt in drei Jahren."),
        ("pl", "Roszczenie przedawnia się po sześciu latach."),
        ("tr", "Dava hakkı altı ay sonra düşer."),
        ("ru", "Право прекращается через шесть месяцев."),
        ("ar", "تسقط الدعوى بعد ستة أشهر وفقا للمادة 12."),
    ],
)
def test_after_how_long_the_law_ends_a_right_is_a_length(tagger: Tagger, language: str, text: str) -> None:
    (found,) = tagger.tag(text, language, DCT)
    assert (found.type, found.edtf) == ("DURATION", None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("El permiso expira en dos semanas.", "2024-05-29"),
        ("Se firmó el 3 de mayo de 2012; el contrato se extinguió a los seis meses.", "2012-11"),
    ],
)
def test_what_ended_or_will_end_has_its_day(tagger: Tagger, text: str, edtf: str) -> None:
    assert tagger.tag(text, "es", DCT)[-1].edtf == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mill burnt in 1791. Half a century later, on Monday 3 May 1841, the dam broke."),
        ("fr", "Le moulin brûla en 1791. Un demi-siècle plus tard, le lundi 3 mai 1841, la digue céda."),
        ("de", "Die Mühle brannte 1831. Zehn Jahre später, am 3. Mai 1841, brach der Damm."),
        ("es", "El molino ardió en 1791. Medio siglo después, el lunes 3 de mayo de 1841, cedió la presa."),
        ("ar", "احترقت الطاحونة عام 1831. وبعد عشر سنوات، في 3 مايو 1841، انهار السد."),
    ],
)
def test_a_length_that_leads_up_to_a_whole_day_is_that_day(tagger: Tagger, language: str, text: str) -> None:
    found = [one.edtf for one in tagger.tag(text, language) if one.edtf is not None]
    assert found[1:] == ["1841-05-03"]
