"""The start of the window with a document on its way: its place is kept, and what is not seen comes later."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reader.sentences import Sentence
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from reader.worker.messages import Refused
from tests.ui.conftest import Desk, settle


@pytest.fixture
def awaiting(desk: Desk, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of a program that was started with a file."""
    made = MainWindow(desk.session, theme, Memory(None, lambda: 0.0), awaits_document=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    desk.session.open("chronicle.pdf")
    yield made
    made.close()
    settle()


def answer_refused(desk: Desk) -> None:
    sentence = Sentence("error.no_pages", {"path": "chronicle.pdf"})
    desk.answer(Refused(len(desk.client.opened), sentence, needs_password=False))


def test_no_start_page_is_seen_before_the_document(awaiting: MainWindow, desk: Desk) -> None:
    assert awaiting.stack.currentWidget() is awaiting.room
    desk.open()
    assert awaiting.stack.currentWidget() is awaiting.room


def test_a_file_that_is_refused_leaves_the_start_page(awaiting: MainWindow, desk: Desk) -> None:
    answer_refused(desk)
    assert awaiting.stack.currentWidget() is awaiting.start
    assert awaiting.start.open_button.isVisible()
    assert awaiting.message.notice is not None


def test_a_document_refused_later_takes_nothing_away(awaiting: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.session.open("another.pdf")
    answer_refused(desk)
    assert awaiting.stack.currentWidget() is awaiting.room


def test_what_the_tool_bar_shows_has_its_picture_from_the_first(awaiting: MainWindow) -> None:
    buttons = [action for action in awaiting.tools.actions() if action.text()]
    assert len(buttons) > 8
    assert not any(action.icon().isNull() for action in buttons)


def test_a_menu_opened_before_the_first_page_is_there_is_full(awaiting: MainWindow) -> None:
    assert awaiting.menus.menus["file"].isEmpty()
    awaiting.menus.menus["file"].aboutToShow.emit()
    assert names(awaiting, "file") == [
        *("open", "open_sample", "open_anew", "export", "export_shown", "export_picture", "print"),
        *("close", "forget", "quit"),
    ]


def test_the_menus_are_full_once_the_first_page_is_there(
    awaiting: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    qtbot.waitUntil(lambda: awaiting.room.timeline is not None)
    assert "fit_width" in names(awaiting, "view")
    assert not awaiting.commands["about"].icon().isNull()


def names(window: MainWindow, menu: str) -> list[str]:
    """The commands in a menu."""
    found = window.menus.menus[menu].actions()
    return [action.objectName() for action in found if action.objectName()]
