"""What found no row is counted where it lies."""

from __future__ import annotations

from itertools import pairwise

from reader.timeline.density import event_spans
from reader.timeline.scale import fitted
from reader.ui.timeline_view.crowd import MOST_IN_CHIPS, chips
from reader.ui.timeline_view.event_layout import Room, lay_out
from tests.timeline.chronicle import day_event, year_event

LOW = Room(900, 120, 24, two_lines=False, crowd_height=17, source_height=0)


def test_every_event_has_a_row_or_is_counted_in_a_chip() -> None:
    week = [(2025, 8, day) for day in range(13, 20)]
    spans = event_spans(
        [year_event("1945", 1945), *(day_event(f"e{number}", *day) for number, day in enumerate(week))]
    )
    layout = lay_out(spans, fitted(*spans.bounds, width=LOW.width), LOW, lambda _index: 120)
    found = chips(layout, spans)
    assert len(layout.placed) + sum(len(chip.indices) for chip in found) == len(spans.events)
    assert [chip.text for chip in found] == [f"+{layout.crowd}"]
    assert found[0].extent.start >= 0
    assert found[0].extent.end <= LOW.width


def test_chips_do_not_cover_each_other() -> None:
    spans = event_spans(day_event(f"e{number}", 1900 + number, 1, 1) for number in range(90))
    layout = lay_out(spans, fitted(*spans.bounds, width=LOW.width), LOW, lambda _index: 300)
    found = chips(layout, spans)
    assert len(found) > 1
    assert all(one.extent.end <= other.extent.start for one, other in pairwise(found))


def test_very_many_are_a_picture_of_density_and_none_are_no_chip() -> None:
    many = event_spans(day_event(f"e{number}", 2025, 1, 1) for number in range(MOST_IN_CHIPS + 20))
    assert chips(lay_out(many, fitted(*many.bounds, width=900), LOW, lambda _index: 120), many) == ()
    few = event_spans([day_event("one", 2025, 1, 1)])
    assert chips(lay_out(few, fitted(*few.bounds, width=900), LOW, lambda _index: 120), few) == ()


def test_labels_look_away_from_a_crowd() -> None:
    events = [day_event("year before", 2023, 6, 1)]
    events += [day_event(f"e{day}", 2025, 8, day) for day in range(10, 20)]
    events += [day_event("long before", 1960, 1, 1), day_event("long after", 2060, 1, 1)]
    spans = event_spans(events)
    layout = lay_out(spans, fitted(*spans.bounds, width=LOW.width), LOW, lambda _index: 120)
    lone = next(each for each in layout.placed if spans.events[each.index].id == "year before")
    assert lone.is_before
