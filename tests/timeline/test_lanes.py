"""Rows of marks and labels: nothing covers anything, and the order of time is kept where it can be."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reader.timeline.lanes import GAP, Extent, Rows, rows_in_time

extents = st.lists(
    st.builds(
        lambda start, width: Extent(start, start + width),
        st.floats(min_value=-100, max_value=1500),
        st.floats(min_value=1, max_value=300),
    ),
    max_size=40,
)


def assert_apart(placed: list[tuple[Extent, int | None]]) -> None:
    for (one, row), (other, other_row) in combinations(placed, 2):
        if row is not None and row == other_row:
            assert one.end + GAP <= other.start or other.end + GAP <= one.start


@given(extents, st.integers(min_value=0, max_value=12), st.booleans())
def test_no_two_in_one_row_overlap(given_extents, row_count, as_stairs):
    rows = rows_in_time(given_extents, row_count, as_stairs=as_stairs)
    assert_apart(list(zip(given_extents, rows, strict=True)))
    assert all(row is None or 0 <= row < row_count for row in rows)


@given(extents, st.integers(min_value=1, max_value=8), st.dictionaries(st.integers(0, 39), st.integers(0, 9)))
def test_nothing_overlaps_where_rows_are_kept_from_before(given_extents, row_count, wished):
    kept = {index: row for index, row in wished.items() if index < len(given_extents)}
    assert_apart(list(zip(given_extents, rows_in_time(given_extents, row_count, kept), strict=True)))


@given(extents, st.integers(min_value=1, max_value=8))
def test_what_fitted_once_in_any_order_fits_again_in_the_order_of_time(given_extents, row_count):
    rows = Rows.empty(row_count)
    admitted = [extent for extent in given_extents if rows.place(extent) is not None]
    admitted.sort(key=lambda extent: extent.start)
    assert None not in rows_in_time(admitted, row_count, as_stairs=False)


@given(extents)
def test_the_same_extents_always_get_the_same_rows(given_extents):
    assert rows_in_time(given_extents, 5) == rows_in_time(list(given_extents), 5)


def test_a_crowd_at_one_place_reads_as_stairs():
    assert rows_in_time([Extent(0, 100)] * 4, 6) == [0, 1, 2, 3]


def test_after_the_last_row_the_stairs_begin_at_the_top_again():
    steps = [Extent(60.0 * number, 60.0 * number + 100) for number in range(5)]
    assert rows_in_time(steps, 3) == [0, 1, 2, 0, 1]


def test_rows_are_kept_while_the_view_moves_even_if_a_higher_one_has_become_free():
    assert rows_in_time([Extent(0, 100), Extent(300, 400)], 3, {1: 2}) == [0, 2]


def test_what_finds_no_row_gets_none_and_disturbs_nobody():
    assert rows_in_time([Extent(0, 100), Extent(50, 150), Extent(105, 200)], 1) == [0, None, None]
