"""Zoom and turn from menu, tool bar and keyboard, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from reader.worker.messages import Opened
from tests.ui.conftest import Desk, info, settle

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL_SHIFT = Modifier.ControlModifier | Modifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "turn"),
    [(Key.Key_Plus, 1), (Key.Key_Equal, 1), (Key.Key_Minus, 3)],
    ids=["+", "the key of + and =", "-"],
)
def test_ctrl_shift_plus_and_minus_turn_the_pages_and_zoom_nothing(
    window: MainWindow, desk: Desk, qtbot: QtBot, key: Qt.Key, turn: int
) -> None:
    desk.open()
    window.activateWindow()
    window.pages.zoom_to(1.0)
    for place in (window.pages, window.tools.page_field):
        place.setFocus()
        qtbot.keyClick(place, key, CTRL_SHIFT)
    assert window.pages.turn == 2 * turn % 4
    assert window.pages.scale == 1.0
    assert window.tools.page_field.text() == "1"


def test_on_the_number_pad_too(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    window.activateWindow()
    qtbot.keyClick(window.pages, Key.Key_Plus, CTRL_SHIFT | Modifier.KeypadModifier)
    assert window.pages.turn == 1


def test_without_shift_plus_zooms(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    window.activateWindow()
    before = window.pages.percent
    qtbot.keyClick(window.pages, Key.Key_Plus, Modifier.ControlModifier)
    assert window.pages.percent > before
    assert window.pages.turn == 0


def test_without_a_document_there_is_nothing_to_turn(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    assert not window.commands["rotate_right"].isEnabled()
    qtbot.keyClick(window, Key.Key_Plus, CTRL_SHIFT)
    assert window.pages.turn == 0
    desk.open()
    assert window.commands["rotate_right"].isEnabled()


def test_the_menu_turns_to_either_side(window: MainWindow, desk: Desk) -> None:
    desk.open()
    window.menus.furnish()
    texts = [action.text().replace("&", "") for action in window.menus.menus["view"].actions()]
    assert any(text.startswith("Rotate left") for text in texts)
    window.commands["rotate_left"].trigger()
    assert window.pages.turn == 3
    window.commands["rotate_right"].trigger()
    assert window.pages.turn == 0


@pytest.fixture
def remembering(desk: Desk, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that keeps what it is told, in a document turned to the right and left on its fourth page."""
    memory = Memory(folders_under(tmp_path), lambda: 1.0)
    made = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    desk.open("lying.pdf")
    made.commands["rotate_right"].trigger()
    made.pages.show_page(3)
    made.door.save_place()
    yield made
    made.close()
    settle()
    memory.close()


def test_another_document_is_shown_as_it_is_and_the_first_as_it_was_left(
    remembering: MainWindow, desk: Desk
) -> None:
    desk.open("upright.pdf")
    assert remembering.pages.turn == 0
    remembering.door.save_place()
    remembering.door.open_file("lying.pdf")
    desk.answer(Opened(desk.job_id, info("lying.pdf")))
    assert (remembering.pages.turn, remembering.pages.place().page_index) == (1, 3)


def test_who_asks_for_a_page_has_it_turned_as_the_document_was_left(
    remembering: MainWindow, desk: Desk
) -> None:
    desk.session.close()
    remembering.door.open_at("lying.pdf", 4)
    desk.answer(Opened(desk.job_id, info("lying.pdf")))
    assert (remembering.pages.turn, remembering.pages.place().page_index) == (1, 4)


def test_the_file_that_changes_on_the_disk_stays_turned(window: MainWindow, desk: Desk) -> None:
    desk.open()
    window.commands["rotate_right"].trigger()
    window.pages.show_page(2)
    desk.client.painted.clear()
    window.commands["open_anew"].trigger()
    desk.answer(Opened(desk.job_id, info()))
    assert (window.pages.turn, window.pages.place().page_index) == (1, 2)
    assert {wish.turn for wish in desk.client.painted} == {1}, "nothing is painted upright in between"
