"""Pages are read from where the user looks, and each exactly once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.document.outward import FIRST_SECTION, SECTION, Outward


def _all(order: Outward) -> list[int]:
    read: list[int] = []
    while section := order.next_section():
        read += section
    return read


def test_the_page_in_view_comes_first_then_ahead_then_behind() -> None:
    order = Outward(100, 50)
    assert order.next_section() == range(50, 50 + FIRST_SECTION)
    assert order.next_section() == range(50 - SECTION, 50)
    assert order.next_section() == range(50 + FIRST_SECTION, 50 + FIRST_SECTION + SECTION)


def test_jumping_elsewhere_moves_the_reading_there() -> None:
    order = Outward(1000, 0)
    order.next_section()
    order.look_at(700)
    assert order.next_section().start == 700


@given(st.integers(1, 300), st.lists(st.integers(-5, 400), max_size=5))
def test_every_page_is_read_once_wherever_the_user_jumps(count: int, jumps: list[int]) -> None:
    order = Outward(count, 0)
    read: list[int] = []
    for page in jumps:
        order.look_at(page)
        read += order.next_section()
    read += _all(order)
    assert sorted(read) == list(range(count))
