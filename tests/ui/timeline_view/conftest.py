"""A session without children, fed by hand, and the timeline view on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from reader.document.model import DocumentInfo, PageSize
from reader.sentences import Sentences, load_sentences
from reader.timeline.model import Event
from reader.timeline.page_events import by_page
from reader.ui.session import Session
from reader.ui.theme import Theme, system_hints
from reader.ui.timeline_view.timeline_view import TimelineView
from tests.timeline.chronicle import briefing


class HandFedBridge(QObject):
    """The signals of the worker bridge, emitted by the test; wishes go nowhere."""

    opened = Signal(int, object)
    refused = Signal(int, object, bool)
    pages_measured = Signal(int, int, object, object)
    places_measured = Signal(int, int, int, bool)
    page_failed = Signal(int, int, object, bool)
    events_found = Signal(int, object)
    reading_progressed = Signal(int, int, int)
    reading_finished = Signal(int, object)
    worker_died = Signal(int, object)
    recognition_progressed = Signal(int, int, int)
    recognition_hindered = Signal(int, object)
    timeline_amended = Signal(int, object)

    def open(self, *_wish: object) -> int:
        return 1

    def close_job(self, job_id: int) -> None:
        pass

    def look_at(self, job_id: int, page_index: int) -> None:
        pass


class Desk:
    """A document on the desk: its session, and what the reading child would send."""

    def __init__(self, sentences: Sentences) -> None:
        self.bridge = HandFedBridge()
        bridge: Any = self.bridge
        self.session = Session(bridge, sentences)

    def open(self) -> None:
        self.session.open("chronicle.pdf")
        self.bridge.opened.emit(1, DocumentInfo("chronicle.pdf", "", "", 4, PageSize(595, 842)))

    def find(self, events: tuple[Event, ...]) -> None:
        """As if the child had found these; told at once, not after the session's gathering time."""
        self.bridge.events_found.emit(1, by_page(events))
        self.session._gathering.stop()  # noqa: SLF001 - a test waits for signals, never for time
        self.session._publish_events()  # noqa: SLF001 - as above


MakeView = Callable[..., TimelineView]


@pytest.fixture
def sentences() -> Sentences:
    return load_sentences("en")


@pytest.fixture
def theme(qapp: object) -> Theme:  # noqa: ARG001 - colours need an application
    return Theme(system_hints(), "light")


@pytest.fixture
def desk(sentences: Sentences, qapp: object) -> Desk:  # noqa: ARG001 - signals need an application
    return Desk(sentences)


@pytest.fixture
def make_view(
    qtbot: QtBot, desk: Desk, sentences: Sentences, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MakeView]:
    """Makes the view at a size; flights are over at once, as on a system without animations."""
    made: list[TimelineView] = []

    def make(width: int = 420, height: int = 700, *, events: tuple[Event, ...] | None = None) -> TimelineView:
        view = TimelineView(desk.session, sentences, theme)
        made.append(view)
        monkeypatch.setattr(view.plot, "flies", False)
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        qtbot.waitExposed(view)
        found = briefing() if events is None else events
        if found:
            desk.open()
            desk.find(found)
        return view

    yield make
    for view in made:
        view.close()
    QToolTip.hideText()


@pytest.fixture
def view(make_view: MakeView) -> TimelineView:
    return make_view()
