"""Pages beside each other as in an open book: which are, where they lie, and what is seen of them."""

from __future__ import annotations

import pytest

from reader.document.model import Box, PageSize
from reader.ui.page_view.page_layout import FOLD, MARGIN, PageLayout, Rect
from reader.ui.page_view.page_rows import ONE_A_ROW, PageRows

A4, SMALL, WIDE = PageSize(595, 842), PageSize(300, 400), PageSize(842, 595)
PAIRS = PageRows(in_pairs=True)
BOOK = PageRows(in_pairs=True, has_cover=True)
ARABIC_BOOK = PageRows(in_pairs=True, has_cover=True, from_right=True)


def rows_of(rows: PageRows, count: int) -> list[list[int]]:
    return [list(rows.pages_of(row, count)) for row in range(rows.row_of(count - 1) + 1)]


def test_pages_stand_alone_in_pairs_or_with_the_cover_alone() -> None:
    assert rows_of(ONE_A_ROW, 3) == [[0], [1], [2]]
    assert rows_of(PAIRS, 5) == [[0, 1], [2, 3], [4]]
    assert rows_of(BOOK, 5) == [[0], [1, 2], [3, 4]]
    assert rows_of(BOOK, 1) == [[0]]


def test_the_cover_lies_where_the_right_hand_holds_it_and_in_arabic_where_the_left_does() -> None:
    assert [BOOK.is_left(index) for index in range(3)] == [False, True, False]
    assert [ARABIC_BOOK.is_left(index) for index in range(3)] == [True, False, True]
    assert PAIRS.is_left(4), "a last page without a companion keeps its side"


@pytest.mark.parametrize("rows", [PAIRS, BOOK, ARABIC_BOOK])
def test_two_pages_fill_the_width_and_touch_the_fold_without_overlapping(rows: PageRows) -> None:
    layout = PageLayout.of([A4] * 6, rows=rows).viewed(1200, 800).fitted(whole=False)
    assert layout.content_width == pytest.approx(1200)
    left, right = sorted(
        (layout.page_rect(index) for index in (1, 2) if rows is not PAIRS), key=lambda r: r.x
    ) or (
        layout.page_rect(0),
        layout.page_rect(1),
    )
    assert left.y == right.y
    assert left.x == pytest.approx(MARGIN, abs=1)
    assert right.x - left.x - left.width == pytest.approx(FOLD, abs=1)
    assert right.x + right.width == pytest.approx(1200 - MARGIN, abs=1)


def test_whole_pages_are_seen_in_pairs() -> None:
    layout = PageLayout.of([A4] * 4, rows=PAIRS).viewed(1200, 800).fitted(whole=True)
    rect = layout.page_rect(1)
    assert rect.y + rect.height <= 800
    assert list(layout.pages_between(0, 790)) == [0, 1]
    assert list(layout.pages_between(rect.y + rect.height, rect.y + rect.height + 60)) == [2, 3]


def test_a_row_is_as_high_as_its_highest_page_and_a_wide_one_takes_no_more_than_its_half() -> None:
    layout = PageLayout.of([A4, SMALL, A4, A4, WIDE, A4], rows=PAIRS).viewed(1200, 800).fitted(whole=False)
    high, low, below = (layout.page_rect(index) for index in (0, 1, 2))
    assert low.y == high.y
    assert below.y >= high.y + high.height
    wide, beside = layout.page_rect(4), layout.page_rect(5)
    assert wide.x >= MARGIN - 1
    assert beside.x >= wide.x + wide.width
    assert layout.content_height == pytest.approx(beside.y + beside.height + MARGIN, abs=2)


@pytest.mark.parametrize("rows", [ONE_A_ROW, PAIRS, BOOK, ARABIC_BOOK])
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_every_point_of_a_page_is_found_again_in_the_column(rows: PageRows, turn: int) -> None:
    layout = PageLayout.of([A4, SMALL, A4, WIDE, A4], turn, rows).viewed(1000, 700).fitted(whole=False)
    for index in range(5):
        pixel = layout.to_pixels(index, Box(100, 200, 100, 200))
        page, x, y = layout.to_points(pixel.x, pixel.y)
        assert page == index
        assert x == pytest.approx(100, abs=2)
        assert y == pytest.approx(200, abs=2)


@pytest.mark.parametrize("rows", [PAIRS, BOOK])
def test_a_place_is_found_again_and_is_told_by_the_first_page_of_its_row(rows: PageRows) -> None:
    layout = PageLayout.of([A4] * 7, rows=rows).viewed(1000, 700).fitted(whole=False)
    place = layout.place_of(Rect(0, layout.page_rect(4).y + 50, 1000, 700))
    assert place.page_index == rows.first_of(rows.row_of(4))
    assert layout.height_of(place) == pytest.approx(layout.page_rect(4).y + 50, abs=1)


@pytest.mark.parametrize("rows", [PAIRS, BOOK, ARABIC_BOOK])
def test_a_page_that_is_the_only_one_has_the_whole_room(rows: PageRows) -> None:
    alone = PageLayout.of([A4], rows=rows).viewed(1000, 700).fitted(whole=False)
    assert alone == PageLayout.of([A4]).viewed(1000, 700).fitted(whole=False)


def test_one_page_a_row_is_what_it_was() -> None:
    plain = PageLayout.of([A4, WIDE, SMALL]).viewed(900, 700).fitted(whole=False)
    assert plain == PageLayout.of([A4, WIDE, SMALL], rows=ONE_A_ROW).viewed(900, 700).fitted(whole=False)
    assert plain.page_at(plain.page_rect(1).y + 5) == 1
    assert plain.content_width == 900
