"""Numbers in the cells of a table: years where they stand among dates or under a head that says so."""

from __future__ import annotations

import pytest

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage
from reader.temporal.tagger import Tagger

_ROW = "Naos | 1904 | 1266"


def _years(context: str = "", dates: tuple[int, ...] = ()) -> list[str]:
    row = Passage(_ROW, "en", context, is_table_row=True, date_columns=dates)
    return [row.text[one.start : one.end] for one in installed_tagger().recognise(row).mentions]


def test_a_lone_number_of_a_table_is_no_year() -> None:
    assert _years() == []


def test_a_cell_that_stands_among_dates_holds_a_year() -> None:
    assert _years(dates=(1,)) == ["1904"]


@pytest.mark.parametrize("head", ["Ship | Built | Tons", "Ship | Year | Tons"])
def test_the_head_of_a_column_tells_its_years(head: str) -> None:
    assert _years(head) == ["1904"]


def test_clock_times_without_a_point_are_no_years() -> None:
    row = Passage("8 Sep | Tue | 0730 | 1015 | From Tiree 1850, built 1998", "en", is_table_row=True)
    assert [one.reading.year for one in installed_tagger().recognise(row).mentions if one.reading.year] == [
        1998
    ]


def test_a_part_of_a_year_that_names_a_row_is_no_date() -> None:
    row = Passage("Primer trimestre | 17/09/2018 | 21/12/2018", "es", is_table_row=True)
    assert [row.text[one.start : one.end] for one in installed_tagger().recognise(row).mentions] == [
        "17/09/2018",
        "21/12/2018",
    ]


@pytest.mark.parametrize(
    ("language", "head", "count"),
    [
        ("en", "Lot", 0),
        ("en", "Price (£)", 0),
        ("de", "Höhe (m)", 0),
        ("fr", "N°", 0),
        ("es", "Visitantes", 0),
        ("en", "Rebuilt", 1),
        ("it", "Anno", 1),
        ("es", "Año", 1),
        ("de", "Baujahr", 1),
        ("de", "Gussjahr", 1),
        ("nl", "Bouwjaar", 1),
    ],
)
def test_what_a_column_counts_or_numbers_is_no_year_though_it_rises(
    tagger: Tagger, language: str, head: str, count: int
) -> None:
    row = Passage("1801 | Cart", language, f"Sale | {head} | Thing", is_table_row=True, date_columns=(0,))
    assert len(tagger.recognise(row, language).mentions) == count
