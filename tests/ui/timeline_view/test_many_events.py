"""A book with more events than the plot can take in at once without holding the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.timeline_view import timeline_view
from tests.timeline.chronicle import briefing, day_event


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_view, "MANY", 20)


@pytest.mark.usefixtures("few_are_many")
def test_many_events_are_taken_when_the_loop_comes_round_and_are_all_there(make_view, desk, qtbot: QtBot):
    view = make_view(events=briefing())
    before = view.plot.item.layout
    many = tuple(day_event(f"e{day}", 1944, 6, day) for day in range(1, 29))
    desk.find(many)
    assert view.plot.item.layout is before, "the loop was held"
    qtbot.waitUntil(lambda: len(view.plot.spans.events) == len(desk.session.events))


@pytest.mark.usefixtures("few_are_many")
def test_another_document_does_not_show_what_was_still_to_be_taken_of_the_first(
    make_view, desk, qtbot: QtBot
):
    view = make_view(events=())
    desk.find(tuple(day_event(f"e{day}", 1944, 6, day) for day in range(1, 29)))
    desk.open()
    desk.find(briefing())
    qtbot.wait(0)
    assert len(view.plot.spans.events) == len(desk.session.events)
