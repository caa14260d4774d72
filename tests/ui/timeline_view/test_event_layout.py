"""Where marks and labels stand, whatever the events and the view: nothing overlaps, nothing is lost."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.timeline.density import event_spans
from reader.timeline.scale import TimeScale, fitted
from reader.ui.timeline_view.event_layout import MOST_LABELS, TAIL, EventLayout, Room, lay_out, mark_of
from tests.timeline.chronicle import briefing, day_event, day_number, event, year_event

TALL = Room(420, 620, 41, two_lines=True, crowd_height=30, source_height=18)
LOW = Room(1200, 120, 22, two_lines=False, crowd_height=14, source_height=0)
rooms = st.sampled_from([TALL, LOW, Room(160, 60, 22, two_lines=False, crowd_height=14, source_height=0)])
stretches = st.lists(st.tuples(st.integers(-4000, 4000), st.integers(0, 3000)), min_size=1, max_size=80)


def width_of(index: int) -> float:
    return 60.0 + index * 37 % 400


def assert_tidy(layout: EventLayout) -> None:
    for one, other in combinations(layout.placed, 2):
        if one.row == other.row:
            assert one.extent.end < other.extent.start or other.extent.end < one.extent.start
    for placed in layout.placed:
        assert 0 <= placed.row < layout.room.row_count
        assert placed.text_start >= 0
        assert placed.text_start + placed.text_width <= layout.room.width


@settings(deadline=None, max_examples=150)
@given(stretches, rooms, st.integers(-5000, 5000), st.integers(3, 9000))
def test_labels_stay_in_the_plot_and_never_overlap(days, room, first, span):
    spans = event_spans(event(f"e{n}", start, start + length) for n, (start, length) in enumerate(days))
    layout = lay_out(spans, TimeScale(first, first + span, room.width), room, width_of)
    assert_tidy(layout)
    assert len(layout.placed) <= min(MOST_LABELS, layout.count)
    assert layout.crowd >= 0


@settings(deadline=None)
@given(stretches, rooms, st.floats(-300, 300))
def test_moving_the_view_keeps_labels_apart_too(days, room, pixels):
    spans = event_spans(event(f"e{n}", start, start + length) for n, (start, length) in enumerate(days))
    scale = fitted(*spans.bounds, width=room.width)
    kept = {placed.index: placed.row for placed in lay_out(spans, scale, room, width_of).placed}
    assert_tidy(lay_out(spans, scale.moved(pixels), room, width_of, kept=kept))


def test_in_a_roomy_view_every_event_of_a_briefing_has_its_own_line():
    spans = event_spans(briefing())
    layout = lay_out(spans, fitted(*spans.bounds, width=420), TALL, width_of)
    assert layout.crowd == 0
    assert len({placed.row for placed in layout.placed}) == len(briefing())


def test_labels_at_the_right_edge_stand_before_their_marks():
    spans = event_spans((year_event("1900", 1900), day_event("late", 2025, 8, 16)))
    layout = lay_out(spans, fitted(*spans.bounds, width=420), TALL, lambda _index: 200)
    early, late = layout.placed
    assert not early.is_before
    assert late.is_before
    assert late.text_start + late.text_width < late.start


def test_a_wide_bar_carries_its_label_and_holds_it_in_view_when_it_begins_before():
    spans = event_spans((event("century", day_number(1901), day_number(2001) - 1, "century"),))
    scale = TimeScale(day_number(1950), day_number(2010), 420)
    placed = lay_out(spans, scale, TALL, lambda _index: 120).placed[0]
    assert placed.is_inside
    assert 0 < placed.text_start < 20


def test_labels_fill_what_is_free_beside_them_but_no_more():
    spans = event_spans((year_event("1900", 1900), year_event("1990", 1990)))
    scale = TimeScale(day_number(1895), day_number(2030), 1200)
    alone = lay_out(event_spans(spans.events[:1]), scale, LOW, lambda _index: 380).placed[0]
    assert alone.text_width == 380
    beside = lay_out(spans, scale, Room(1200, 60, 40, True, 14, 0), lambda _index: 2000).placed[0]  # noqa: FBT003 - a room of one row
    assert beside.text_start + beside.text_width < scale.place(day_number(1990))


@pytest.mark.parametrize("span", [20, 400, 40_000, 4_000_000])
def test_a_bar_is_as_long_as_its_span_and_a_day_is_a_dot_at_every_zoom(span):
    april = event("april", day_number(2025, 4, 1), day_number(2025, 4, 30), "month")
    spans = event_spans((april, day_event("summit", 2025, 8, 16)))
    middle = day_number(2025, 6, 1)
    scale = TimeScale(middle - span / 2, middle + span / 2, 1000)
    bar, dot = mark_of(spans, 0, scale), mark_of(spans, 1, scale)
    true_length = 30 / scale.days_per_pixel
    assert bar.end - bar.start == pytest.approx(max(true_length, 6))
    assert dot.end - dot.start == pytest.approx(10)


def test_an_open_end_points_away_from_the_end_that_is_known():
    until = event("until", None, day_number(2031) - 1, "year")
    since = event("since", day_number(2019), None, "year")
    spans = event_spans((since, until))
    scale = TimeScale(day_number(2000), day_number(2050), 1000)
    first, last = mark_of(spans, 0, scale), mark_of(spans, 1, scale)
    assert first.start == pytest.approx(scale.place(day_number(2019)))
    assert first.end - first.start == TAIL
    assert last.end == pytest.approx(scale.place(day_number(2031)))
    assert last.end - last.start == TAIL


def test_a_label_without_room_at_the_edge_stands_on_the_other_side() -> None:
    """Many events after it send it there; "Pai…" before its mark says nothing."""
    spans = event_spans((year_event("first", 412), *(year_event(f"y{n}", 500 + n) for n in range(40))))
    scale = TimeScale(340 * 365.0, 1600 * 365.0, 1000.0)
    room = Room(1000, 300, 25, two_lines=False, crowd_height=20, source_height=0)
    placed = lay_out(spans, scale, room, lambda _index: 200.0).find(0)
    assert placed is not None
    assert not placed.is_before
    assert placed.text_width > 90
