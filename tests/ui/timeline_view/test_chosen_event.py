"""The chosen event in the timeline while a document is still being read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.timeline.density import event_spans
from reader.timeline.scale import fitted
from reader.ui.timeline_view.event_layout import Room, lay_out
from reader.ui.timeline_view.timeline_view import TimelineView
from tests.timeline.chronicle import day_event, year_event
from tests.ui.timeline_view.conftest import Desk


def test_a_chosen_event_that_is_dated_otherwise_stays_in_view(view: TimelineView, desk: Desk) -> None:
    events = desk.session.all_events
    assert events is not None
    chosen = events[len(events) // 2]
    desk.session.select_event(chosen.id, "timeline")
    view.fit_selection()
    first = int(view.plot.goal().first) - 40_000
    date = replace(chosen.date, first_day=first, last_day=first)
    desk.find(tuple(replace(each, date=date) if each.id == chosen.id else each for each in events))
    goal = view.plot.goal()
    assert goal.first <= first < goal.last


@pytest.mark.parametrize("width", [600, 1000])
@pytest.mark.parametrize("height", [120, 170])
def test_to_choose_an_event_takes_no_row_from_another(width: int, height: int) -> None:
    years = [year_event(f"y{year}", year) for year in (1945, 1991, 2019, 2022, 2024)]
    days = [
        day_event(f"d{number}", 2025, 8, day) for number, day in enumerate((15, 16, 16, 16, 19, 19, 19, 19))
    ]
    spans = event_spans(tuple(years + days))
    room = Room(width, height, 25, two_lines=False, crowd_height=20, source_height=0)
    scale = fitted(*spans.bounds, width)

    def shown(selected: int | None) -> set[int]:
        layout = lay_out(spans, scale, room, lambda _index: 120.0, selected=selected)
        return {placed.index for placed in layout.placed}

    seen = shown(None)
    assert len(seen) < len(years + days), "all have room"
    assert all(shown(index) == seen for index in seen)
    assert all(index in shown(index) for index in range(len(years + days)))
