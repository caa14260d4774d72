"""How many were gathered by a month is not its year."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Man sammelte bis Ende Oktober 2000 Unterschriften."),
        ("en", "By the end of October 2000 signatures had been gathered."),
        ("fr", "On recueillit jusqu'à fin octobre 2000 signatures."),
        ("es", "Se reunieron hasta finales de octubre 2000 firmas."),
        ("it", "Si raccolsero fino a fine ottobre 2000 firme."),
        ("pt", "Recolheram até fins de outubro 2000 assinaturas."),
        ("nl", "Men verzamelde tot eind oktober 2000 handtekeningen."),
        ("ru", "Собрали к концу октября 2000 подписей."),
        ("ar", "جمع حتى نهاية أكتوبر 2000 توقيع."),
    ],
)
def test_how_many_were_gathered_is_no_year(tagger: Tagger, language: str, text: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "1987-12-01")] == ["1987-10~"]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "Im Oktober 2000 Unterschriften zu sammeln war leicht; im Mai 1999 nicht.", "1999-05"),
        ("en", "In October 2000 voters chose a mayor.", "2000-10"),
        ("en", "In October 1998 signatures were gathered.", "1998-10"),
    ],
)
def test_the_year_of_a_month_stays(tagger: Tagger, language: str, text: str, edtf: str) -> None:
    assert edtf in [timex.edtf for timex in tagger.tag(text, language)]


def test_a_month_told_by_its_distance_takes_no_year(tagger: Tagger) -> None:
    text = "Last March, 1620 swans wintered on the lake."
    assert [timex.edtf for timex in tagger.tag(text, "en", "1987-12-01")] == ["1987-03"]


def test_a_season_that_recurs_takes_no_year(tagger: Tagger) -> None:
    assert tagger.tag("Salían cada verano 1780 toneladas de sal.", "es", "1987-12-01") == ()
