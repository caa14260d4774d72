"""Zoom and turn from menu, tool bar and keyboard, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from reader.worker.messages import Opened
from tests.ui.conftest import Desk, info, settle

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def test_ctrl_with_an_arrow_turns_the_pages_and_zooms_nothing(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    window.activateWindow()
    window.pages.zoom_to(1.0)
    window.pages.setFocus()
    turns = []
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(window.pages, key, Modifier.ControlModifier)
        turns.append(window.pages.turn)
    assert turns == [1, 2, 1]
    assert window.pages.scale == 1.0


def test_in_a_field_ctrl_with_an_arrow_goes_over_a_word_and_turns_nothing(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    window.activateWindow()
    window.commands["find"].trigger()
    words = window.finding.bar.field
    words.setFocus()
    words.setText("the bridge")
    qtbot.keyClick(words, Key.Key_Left, Modifier.ControlModifier)
    assert words.cursorPosition() == len("the ")
    assert window.pages.turn == 0


@pytest.mark.parametrize("key", [Key.Key_Plus, Key.Key_Equal], ids=["+", "the key of + and ="])
def test_ctrl_and_plus_zooms(window: MainWindow, desk: Desk, qtbot: QtBot, key: Qt.Key) -> None:
    desk.open()
    window.activateWindow()
    before = window.pages.percent
    qtbot.keyClick(window.pages, key, Modifier.ControlModifier)
    assert window.pages.percent > before
    assert window.pages.turn == 0


def test_without_a_document_there_is_nothing_to_turn(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    assert not window.commands["rotate_right"].isEnabled()
    qtbot.keyClick(window, Key.Key_Right, Modifier.ControlModifier)
    assert window.pages.turn == 0
    desk.open()
    assert window.commands["rotate_right"].isEnabled()


def plain(text: str) -> str:
    return text.replace("&", "")


def test_the_menu_turns_to_either_side(window: MainWindow, desk: Desk) -> None:
    desk.open()
    window.menus.furnish()
    layout = next(
        menu for menu in window.menus.menus["view"].findChildren(QMenu) if "layout" in plain(menu.title())
    )
    assert any(plain(action.text()).startswith("Rotate left") for action in layout.actions())
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
