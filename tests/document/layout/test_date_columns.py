"""Columns of dates in tables, whatever digits they are written in."""

from __future__ import annotations

import pytest

from reader.document.layout.date_columns import heads_of_rows
from reader.document.layout.joining import Ending, Start
from reader.document.layout.parts import Part
from reader.document.model import RULE, Box, Fragment, ParagraphRole
from reader.frozen import replace


def _row(*cells: str, header: str = "") -> Part:
    """A row whose cells stand a hundred points apart."""
    fragments, start = [], 0
    for column, cell in enumerate(cells):
        box = Box(100.0 * column, 0.0, 100.0 * column + 80.0, 10.0)
        fragments.append(Fragment(start, start + len(cell), 0, box))
        start += len(cell) + len(RULE)
    text = RULE.join(cells)
    return Part(text, tuple(fragments), ParagraphRole.TABLE_ROW, Start.CLOSED, Ending.CLOSED, 10.0, header)


@pytest.mark.parametrize("years", ["1956 1976 2016", "۱۳۳۵ ۱۳۵۵ ۱۳۹۵", "١٩٥٦ ١٩٧٦ ٢٠١٦"])
def test_years_that_follow_each_other_down_a_column_are_dates(years: str) -> None:
    rows = [_row(year, "26452") for year in years.split()]
    assert {heads.dates for heads in heads_of_rows(rows).values()} == {(0,)}


def test_a_lone_year_among_days_of_the_sun_is_a_date() -> None:
    rows = [_row("مجمع", "۱۴۰۱/۰۴/۲۹"), _row("سود", "۱۴۰۰")]
    assert heads_of_rows(rows)[1].dates == (1,)


def test_amounts_among_words_are_no_dates() -> None:
    rows = [_row("خرید", "۱۳۹۸"), _row("فروش", "۱۲۲۱"), _row("سود", "۱۴۰۳")]
    assert {heads.dates for heads in heads_of_rows(rows).values()} == {()}


def test_a_year_among_months_in_figures_is_a_date() -> None:
    rows = [_row("seit 04/2016", "Reederei"), _row("10/2012 – 03/2016", "Spedition"), _row("2011", "Zoll")]
    assert heads_of_rows(rows)[2].dates == (0,)


def _alone(text: str, left: float, right: float) -> Part:
    fragment = Fragment(0, len(text), 0, Box(left, 0.0, right, 10.0))
    return Part(text, (fragment,), ParagraphRole.TABLE_ROW, Start.CLOSED, Ending.CLOSED, 10.0)


@pytest.mark.parametrize(("left", "dates"), [(0.0, (0,)), (125.0, (0,)), (200.0, ())])
def test_a_year_alone_in_its_row_heads_rows_where_it_is_no_sum(left: float, dates: tuple[int, ...]) -> None:
    rows = [
        _row("3 May", "Oslo", "1200"),
        _alone("1975", left, left + 30.0),
        _row("7 June", "Bergen", "1400"),
    ]
    assert heads_of_rows(rows)[1].dates == dates


@pytest.mark.parametrize(("left", "dates"), [(250.0, (0,)), (0.0, ())])
def test_a_year_alone_in_a_row_that_runs_from_right_to_left_stands_on_the_right(
    left: float, dates: tuple[int, ...]
) -> None:
    rows = [
        _leftward("3 May", "Oslo", "1200"),
        _alone("1975", left, left + 30.0),
        _leftward("7 June", "1400"),
    ]
    assert heads_of_rows(rows)[1].dates == dates


def _leftward(*cells: str) -> Part:
    row = _row(*cells)
    return replace(row, fragments=tuple(_moved(one, 200.0 - one.box.x0) for one in row.fragments))


def _moved(one: Fragment, left: float) -> Fragment:
    return replace(one, box=Box(left, 0.0, left + 80.0, 10.0))


def _sideways(part: Part, height: float) -> Part:
    """The row of a table on its side, at this height above the foot of the table."""
    return replace(
        part,
        fragments=tuple(
            replace(one, box=Box(height, one.box.x0, height + 10.0, one.box.x1), vertical=True)
            for one in part.fragments
        ),
    )


def test_the_cells_of_a_table_on_its_side_stand_under_their_heads() -> None:
    rows = [
        _sideways(_row("Vessel", "Built"), 0.0),
        *(
            _sideways(_row(name, year, header="Vessel | Built"), 20.0 * place)
            for place, (name, year) in enumerate({"Ferry": "1906", "Noon": "1901"}.items(), 1)
        ),
    ]
    assert [heads.text for heads in heads_of_rows(rows).values()] == ["Vessel | Built"] * 2


def test_late_years_beside_words_without_a_header_are_dates_in_any_order() -> None:
    rows = [_row("The Ferry", "1906"), _row("Noon", "1901"), _row("Two Boats", "1887")]
    assert {heads.dates for heads in heads_of_rows(rows).values()} == {(1,)}
    headed = [_row("Picture", "Price", header="Picture | Price"), *rows]
    assert not any(heads.dates for heads in heads_of_rows(headed).values())
