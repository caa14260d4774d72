"""A child is killed in the middle of its work: the window says so, and goes on."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.worker.client import EngineClient
from tests.ui.conftest import PATIENCE, SAMPLE


@pytest.fixture
def reading_window(real_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on the sample, its first page on the screen, its text still being read."""
    with qtbot.waitSignal(real_window.pages.pictures.arrived, timeout=PATIENCE):
        real_window.door.open_file(SAMPLE)
    return real_window


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
    whole = reading_window.pages.pictures.whole(0, 2.0 * reading_window.devicePixelRatioF())
    assert whole is not None
    assert whole.is_exact


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
