"""What a person has closed takes no memory any more: a document's events, a window and all in it."""

from __future__ import annotations

import gc
import weakref

import pytest
from pytestqt.qtbot import QtBot

from reader.timeline.event_table import EventTable
from reader.ui import worker_bridge
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from reader.worker.messages import ReadingProgress
from tests.ui.conftest import Desk, settle


def read(desk: Desk, path: str) -> weakref.ref[object]:
    """Have a document read from end to end; its events."""
    desk.open(path)
    desk.find()
    assert desk.session.events
    return weakref.ref(desk.session.events.shelf)


@pytest.fixture
def furnished(window: MainWindow, desk: Desk, qtbot: QtBot) -> MainWindow:
    """A window that has shown a document with all its views, a selection and a search."""
    read(desk, "chronicle.pdf")
    qtbot.waitUntil(lambda: window.room.timeline is not None)
    desk.session.select_event("e3", "list")
    window.commands["find"].trigger()
    settle()
    return window


def test_a_closed_document_leaves_nothing_of_its_events(furnished: MainWindow, desk: Desk) -> None:
    table = desk.session.events
    assert isinstance(table, EventTable)
    events = weakref.ref(table.shelf)
    del table
    desk.session.close()
    settle()
    gc.collect()
    assert furnished.isVisible()
    assert events() is None


def test_of_documents_opened_one_after_the_other_the_last_one_stays(
    furnished: MainWindow, desk: Desk
) -> None:
    read_before = [read(desk, f"volume {number}.pdf") for number in range(1, 4)]
    settle()
    gc.collect()
    assert furnished.isVisible()
    assert [events() is not None for events in read_before] == [False, False, True]


def parts_of_a_closed_window(desk: Desk, theme: Theme, qtbot: QtBot) -> dict[str, weakref.ref[object]]:
    """A window with a document, shown and closed again; nobody else has any of it in hand."""
    window = MainWindow(desk.session, theme, Memory(None, lambda: 0.0))
    window.show()
    events = read(desk, "chronicle.pdf")
    qtbot.waitUntil(lambda: window.room.timeline is not None)
    parts = {
        "window": window,
        "session": desk.session,
        "pages": window.pages,
        "pictures": window.pages.pictures,
        "timeline": window.room.timeline,
        "list": window.events,
        "search": window.finding.search,
    }
    window.close()
    window.deleteLater()
    del desk.session
    return {"events": events} | {name: weakref.ref(part) for name, part in parts.items()}


def test_a_window_that_is_gone_leaves_nothing_of_its_session_and_views(
    desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    parts = parts_of_a_closed_window(desk, theme, qtbot)
    settle()
    gc.collect()
    assert [name for name, part in parts.items() if part() is not None] == []


@pytest.mark.parametrize("end", ["read", "closed"])
def test_what_is_free_then_is_given_back_to_the_system(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    given_back: list[int] = []
    monkeypatch.setattr(worker_bridge, "TIDYING", 0)
    monkeypatch.setattr(worker_bridge, "give_back", lambda: given_back.append(len(desk.session.events)))
    desk.open()
    assert window.isVisible()
    assert given_back == []
    if end == "read":
        desk.find()
    else:
        desk.session.close()
    qtbot.waitUntil(lambda: bool(given_back))
    assert given_back == [len(desk.session.events)]


def test_what_is_free_is_given_back_while_a_long_document_is_read(
    window: MainWindow, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[int] = []
    monkeypatch.setattr(worker_bridge, "TIDYING", 0)
    monkeypatch.setattr(worker_bridge, "give_back", lambda: given_back.append(len(given_back)))
    desk.open(pages=5000)
    assert window.isVisible()
    desk.answer(ReadingProgress(desk.job_id, 64, 5000))
    assert given_back == []
    desk.answer(ReadingProgress(desk.job_id, 1024, 5000))
    qtbot.waitUntil(lambda: given_back == [0])
