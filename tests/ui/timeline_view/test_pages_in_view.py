"""The dates of the pages in view are set off, whatever comes first: the pages, the dates or the timeline."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from reader.ui.event_places import PageStretch
from reader.ui.history import Place
from tests.timeline.chronicle import briefing, day_event


def test_a_timeline_that_comes_after_the_dates_shows_where_one_is_reading(make_view, desk):
    """A remembered document is read before the timeline is loaded: nothing more is told of it."""
    desk.open()
    desk.session.set_view(Place(1), [PageStretch(1, 0, 842)])
    desk.find(briefing())
    view = make_view(events=())
    assert view.plot.item.emphasis.on_page == {"meeting", "summit"}
    assert view.plot.span_item.span == desk.session.visible_span is not None


def test_dates_that_come_to_the_page_in_sight_are_set_off_at_once(view, desk):
    desk.session.set_view(Place(1), [PageStretch(1, 0, 842)])
    QApplication.processEvents()
    desk.find((*briefing(), day_event("dinner", 2025, 8, 15, page=1)))  # within the days that were known
    QApplication.processEvents()
    assert view.plot.item.emphasis.on_page == {"meeting", "summit", "dinner"}
