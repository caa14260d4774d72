"""Pages turned by quarters: what lies where on them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.document.model import Box, PageSize
from reader.ui.history import Place
from reader.ui.turning import turned_box, turned_sizes, turned_top

A4 = PageSize(595, 842)
HEAD = Box(0, 0, 595, 10)  # the upper edge of the page


@pytest.mark.parametrize(
    ("turn", "edge"),
    [(1, Box(832, 0, 842, 595)), (2, Box(0, 832, 595, 842)), (3, Box(0, 0, 10, 595))],
    ids=["to the right", "below", "to the left"],
)
def test_turned_clockwise_the_head_of_a_page_goes_to_the_right_below_and_to_the_left(
    turn: int, edge: Box
) -> None:
    assert turned_box(HEAD, A4, turn) == edge


def test_a_turned_page_is_as_wide_as_it_was_high() -> None:
    assert turned_sizes((A4, A4), 1) == (PageSize(842, 595),) * 2
    assert turned_sizes((A4,), 2) == (A4,)


def test_a_book_of_pages_alike_holds_one_turned_size() -> None:
    one, other = turned_sizes((A4, PageSize(595, 842)), 3)
    assert one is other


@given(st.integers(0, 3), st.lists(st.floats(-100, 900), min_size=4, max_size=4))
def test_turned_back_a_box_lies_where_it_lay(turn: int, numbers: list[float]) -> None:
    box = Box(*numbers)
    (size,) = turned_sizes((A4,), turn)
    back = turned_box(turned_box(box, A4, turn), size, -turn)
    assert (back.x0, back.y0, back.x1, back.y1) == pytest.approx(numbers, abs=1e-6)


def test_a_place_of_another_turn_tells_as_much_as_it_can() -> None:
    chapter = Place(3, 300)
    assert turned_top(chapter, 842, 0) == 300
    assert turned_top(chapter, 842, 2) == 542, "upside down it lies as far from the other edge"
    assert turned_top(chapter, 595, 1) == 0, "beside it, the page begins"
    assert turned_top(Place(3), 842, 2) == 0, "the head of a page is the head of the page that is seen"
    assert turned_top(Place(3, 300, turn=1), 595, 1) == 300
