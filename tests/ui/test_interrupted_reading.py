"""The reading child stops, and goes on or is given up: what the window says of it, and for how long."""

from __future__ import annotations

from reader.sentences import Sentence
from reader.ui.main_window import MainWindow
from reader.ui.timeline_view.timeline_view import TimelineView
from reader.worker.messages import WorkerDied
from tests.ui.conftest import Desk


def test_that_reading_was_started_again_is_told_until_all_is_read(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.answer(WorkerDied(1, "reading", Sentence("worker.reading_restarted", {"path": "chronicle.pdf"})))
    assert window.message.isVisible()
    desk.find()
    assert not window.message.isVisible()


def test_where_nobody_could_look_the_list_does_not_say_that_there_are_no_dates(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    desk.answer(WorkerDied(1, "reading", Sentence("worker.reading_gave_up", {"path": "chronicle.pdf"})))
    desk.find(())
    assert "given up" in window.message.text.text()
    assert "given up" in window.events.empty.text()
    window.load_timeline()
    assert isinstance(window.room.timeline, TimelineView)
    assert "given up" in window.room.timeline.empty.text()
    desk.open("another.pdf")
    desk.find(())
    assert window.events.empty.text() == "No dates were found in this document."
