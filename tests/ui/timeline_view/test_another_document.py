"""One document after another in the same window: nothing of the first is drawn over the second."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from reader.ui.timeline_view.event_layout import EventLayout
from reader.ui.timeline_view.timeline_view import TimelineView
from tests.timeline.chronicle import briefing


def layout_of(view: TimelineView) -> EventLayout:
    layout = view.plot.item.layout
    assert layout is not None
    return layout


def test_a_document_that_takes_the_place_of_another_leaves_none_of_its_marks_to_be_drawn(make_view, desk):
    view = make_view()
    assert view.plot.item.layout.placed
    desk.open()
    assert view.plot.item.layout is None
    assert view.plot.events_at(QPointF(200, 100)) == ()
    view.grab()
    desk.find(briefing()[:2])
    laid_out = layout_of(view)
    assert len(laid_out.placed) == 2
    view.grab()
