"""The chosen event in the timeline while a document is still being read."""

from __future__ import annotations

from dataclasses import replace

from reader.ui.timeline_view.timeline_view import TimelineView
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
