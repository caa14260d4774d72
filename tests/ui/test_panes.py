"""Which panes of the window a person wants: remembered between runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.session import Session
from reader.ui.theme import Theme
from tests.ui.conftest import Desk, settle, sized

Start = Callable[[], MainWindow]


@pytest.fixture
def start(desk: Desk, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    """Starts the program anew, with what it remembers of the last time."""
    running: list[MainWindow] = []

    def end() -> None:
        for window in running:
            window.close()
            window.memory.close()
        settle()
        running.clear()

    def begin() -> MainWindow:
        end()
        session = Session(desk.bridge, desk.session.sentences)
        window = MainWindow(session, theme, Memory(folders_under(tmp_path), lambda: 5.0))
        qtbot.addWidget(window)
        window.show()
        qtbot.waitExposed(window)
        running.append(window)
        desk.session = session
        desk.open()
        desk.find()
        window.furnish()
        settle()
        return window

    yield begin
    end()


def shown(window: MainWindow) -> tuple[bool, bool, bool, bool]:
    """Timeline and list, and what their switches say."""
    return (
        window.room.timeline_host.isVisible(),
        window.room.list_and_card.isVisible(),
        window.commands["show_timeline"].isChecked(),
        window.commands["show_list"].isChecked(),
    )


def test_timeline_and_list_are_there_at_first(start: Start) -> None:
    assert shown(start()) == (True, True, True, True)


def test_what_was_hidden_stays_hidden_and_comes_back_when_it_is_asked_for(start: Start) -> None:
    window = start()
    window.commands["show_timeline"].trigger()
    window.commands["show_list"].trigger()
    again = start()
    assert shown(again) == (False, False, False, False)
    again.commands["show_list"].trigger()
    again.commands["show_timeline"].trigger()
    settle()
    assert again.room.timeline_host.height() > 50
    assert again.room.list_and_card.width() > 150
    assert shown(start()) == (True, True, True, True)


def test_what_gave_way_in_a_narrow_window_was_not_hidden_by_a_person(start: Start) -> None:
    window = start()
    resize = sized(window)
    resize(480)
    assert shown(window) == (True, False, True, False)
    window.commands["show_list"].trigger()
    window.commands["show_list"].trigger()
    window.resize(1200, 800)
    settle()
    assert shown(start()) == (True, True, True, True)
