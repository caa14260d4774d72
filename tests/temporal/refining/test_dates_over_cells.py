"""Dates whose day and year stand in cells of their own."""

from __future__ import annotations

import pytest

from reader.temporal.context import DocumentContext
from reader.temporal.model import Passage
from reader.temporal.tagger import Tagger


def _dates(tagger: Tagger, language: str, heads: str, *rows: str) -> list[tuple[str, str | None]]:
    passages = [Passage(row, language, f"Harbours | {heads}", is_table_row=True) for row in rows]
    recognised = [tagger.recognise(passage, language) for passage in passages]
    found = tagger.resolve(recognised, DocumentContext())
    return [(timex.text, timex.edtf) for row in found for timex in row]


@pytest.mark.parametrize(
    ("language", "heads", "row"),
    [
        ("en", "Place | Day | Year | Boats", "Alva | 20 May | 1900 | 1867"),
        ("en", "Place | Date | Year", "Alva | May 20 | 1900"),
        ("en", "Place | Day | Month | Year", "Alva | 20 | May | 1900"),
        ("fr", "Port | Jour | Année", "Alva | 20 mai | 1900"),
        ("de", "Hafen | Tag | Jahr", "Alva | 20. Mai | 1900"),
        ("de", "Hafen | Tag | Monat | Jahr", "Alva | 20. | Mai | 1900"),
        ("ar", "الميناء | اليوم | السنة", "ألفا | 20 مايو | 1900"),
    ],
)
def test_a_day_and_the_year_in_the_cell_after_it_are_one_date(
    tagger: Tagger, language: str, heads: str, row: str
) -> None:
    (found,) = _dates(tagger, language, heads, row)
    assert found[1] == "1900-05-20"
    assert found[0].count("|") == heads.count("|") - heads.count("Boats") - 1


def test_each_row_has_its_own_year(tagger: Tagger) -> None:
    rows = "Alva | 20 May | 1900", "Brora | 27 December | 1902", "Crail | 25 April – 3 May | 1904"
    assert _dates(tagger, "en", "Place | Day | Year", *rows) == [
        ("20 May | 1900", "1900-05-20"),
        ("27 December | 1902", "1902-12-27"),
        ("25 April – 3 May | 1904", "1904-04-25/1904-05-03"),
    ]


@pytest.mark.parametrize("heads", ["Church | Feast | Year", "Church | Day | Built"])
def test_a_day_and_a_year_of_two_things_stay_apart(tagger: Tagger, heads: str) -> None:
    found = _dates(tagger, "en", heads, "Saint Ann | 26 July | 1790")
    assert [text for text, _ in found] == ["26 July", "1790"]


def test_a_year_before_the_day_lends_it_as_before(tagger: Tagger) -> None:
    found = _dates(tagger, "en", "Place | Year | Day", "Alva | 1900 | 20 May")
    assert found == [("1900", "1900"), ("20 May", "1900-05-20")]
