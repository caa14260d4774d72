"""A child is killed in the middle of its work: the window says so, and goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.sentences import Sentences
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.worker_bridge import WorkerBridge
from reader.worker.client import EngineClient
from tests.ui.conftest import settle

SAMPLE = str(next(iter(sorted(resource("sample").glob("*.pdf")))))
PATIENCE = 60_000  # ms; a child starts in 0.3 s, on a busy machine in some seconds


@pytest.fixture
def client() -> Iterator[EngineClient]:
    made = EngineClient()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def reading_window(
    client: EngineClient, sentences: Sentences, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on the sample, its first page on the screen, its text still being read."""
    window = MainWindow(Session(WorkerBridge(client), sentences), theme, Memory(None, lambda: 0.0))
    qtbot.addWidget(window)
    window.resize(1200, 800)
    window.show()
    with qtbot.waitSignal(window.pages.pictures.arrived, timeout=PATIENCE):
        window.open_file(SAMPLE)
    yield window
    window.close()
    settle()


def kill(client: EngineClient, worker: str) -> None:
    os.kill(client.process_ids[worker], getattr(signal, "SIGKILL", signal.SIGTERM))


def test_the_painting_child_is_killed_and_the_pages_are_painted_again(
    client: EngineClient,
    reading_window: MainWindow,
    qtbot: QtBot,
) -> None:
    with qtbot.waitSignal(reading_window.session.message_raised, timeout=PATIENCE):
        kill(client, "painting")
        reading_window.pages.zoom_to(2.0)
    assert reading_window.message.isVisible()
    qtbot.waitUntil(lambda: not reading_window.pages.pictures.is_waiting, timeout=PATIENCE)
    picture, is_exact = reading_window.pages.pictures.whole(0, 2.0 * reading_window.devicePixelRatioF())
    assert picture is not None
    assert is_exact


def test_the_reading_child_is_killed_and_the_timeline_is_complete_all_the_same(
    client: EngineClient,
    reading_window: MainWindow,
    qtbot: QtBot,
) -> None:
    session = reading_window.session
    qtbot.waitUntil(lambda: "reading" in client.process_ids, timeout=PATIENCE)
    assert session.is_reading
    with qtbot.waitSignals([session.message_raised, session.reading_finished], timeout=PATIENCE):
        kill(client, "reading")
    assert len(session.events) > 5
    assert session.document is not None
