"""A person reads with two pages beside each other: turns them, clicks, selects, comes back to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.page_view.page_view import PageView
from reader.ui.theme import Theme
from tests.ui.conftest import EVENTS, LEFT, Desk, place_of, settle

Key = Qt.Key


def choose(window: MainWindow, command: str) -> None:
    window.commands[command].trigger()
    settle()


def seen(pages: PageView) -> list[int]:
    """The pages in sight, from left to right and downwards."""
    layout, top = pages.layout_of_pages, pages.verticalScrollBar().value()
    assert layout is not None
    found = layout.pages_between(top, top + pages.viewport().height())
    return sorted(found, key=lambda index: (layout.page_rect(index).y, layout.page_rect(index).x))


@pytest.fixture
def book(window: MainWindow, desk: Desk) -> MainWindow:
    """A window on six pages with their dates."""
    desk.open()
    desk.find()
    window.pages.set_zoom_mode("fit_page")
    return window


def test_two_pages_stand_beside_each_other_and_one_again(book: MainWindow) -> None:
    choose(book, "two_pages")
    assert seen(book.pages)[:2] == [0, 1]
    assert book.commands["two_pages"].isChecked()
    assert not book.commands["single_pages"].isChecked()
    choose(book, "two_pages_cover")
    assert seen(book.pages)[0] == 0
    assert book.pages.layout_of_pages is not None
    assert book.pages.layout_of_pages.page_rect(1).y > book.pages.layout_of_pages.page_rect(0).y
    choose(book, "single_pages")
    assert seen(book.pages)[0] == 0
    assert book.pages.layout_of_pages.page_rect(1).y > book.pages.layout_of_pages.page_rect(0).y


def test_the_keys_turn_two_pages_at_once(book: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    choose(book, "two_pages")
    qtbot.keyClick(book.pages, Key.Key_N)
    assert desk.session.page_index == 2
    qtbot.keyClick(book.pages, Key.Key_N)
    assert desk.session.page_index == 4
    qtbot.keyClick(book.pages, Key.Key_P)
    assert desk.session.page_index == 2
    choose(book, "two_pages_cover")
    qtbot.keyClick(book.pages, Key.Key_Home)
    qtbot.keyClick(book.pages, Key.Key_N)
    assert desk.session.page_index == 1


def test_an_arabic_book_runs_from_the_right_and_so_do_its_keys(
    book: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assert not book.commands["from_right"].isEnabled(), "of one page there is no order"
    choose(book, "two_pages")
    choose(book, "from_right")
    assert seen(book.pages)[:2] == [1, 0]
    qtbot.keyClick(book.pages, Key.Key_Left)
    assert desk.session.page_index == 2
    qtbot.keyClick(book.pages, Key.Key_Right)
    assert desk.session.page_index == 0


def test_a_date_on_the_second_page_is_jumped_to_and_clicked(
    book: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    choose(book, "two_pages")
    event = next(event for event in EVENTS if event.mentions[0].boxes[0].page_index % 2 == 1)
    desk.session.select_event(event.id, "list")
    assert book.pages.viewport().rect().contains(book.pages.expression_rect(event))
    desk.session.select_event(None, "list")
    qtbot.mouseClick(book.pages.viewport(), LEFT, pos=place_of(book.pages, event))
    assert desk.session.selected_id == event.id


def test_the_place_stays_when_pages_are_put_beside_each_other(book: MainWindow, desk: Desk) -> None:
    book.pages.show_page(4)
    choose(book, "two_pages")
    assert desk.session.page_index == 4
    choose(book, "single_pages")
    assert desk.session.page_index == 4


def test_who_asks_for_two_pages_sees_both_however_large_the_one_was(book: MainWindow) -> None:
    book.pages.zoom_to(4.0)
    choose(book, "two_pages")
    assert book.pages.horizontalScrollBar().maximum() == 0
    assert book.pages.zoom_mode == "fit_width"


def test_both_pages_are_painted_and_the_next_two_after_them(book: MainWindow, desk: Desk) -> None:
    book.pages.set_zoom_mode("fit_width")
    desk.client.painted.clear()
    choose(book, "two_pages")
    wanted = [wish.page_index for wish in desk.client.painted]
    assert set(wanted[:2]) == {0, 1}
    assert {2, 3} <= set(wanted)


def test_it_is_remembered(desk: Desk, theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    memory = Memory(folders_under(tmp_path), lambda: 0.0)
    first = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(first)
    choose(first, "two_pages_cover")
    choose(first, "from_right")
    memory.close()
    first.close()
    kept = Memory(folders_under(tmp_path), lambda: 0.0)
    assert (kept.settings.page_layout, kept.settings.page_order) == ("two_with_cover", "from_right")
    kept.close()


def test_in_an_arabic_window_a_book_runs_from_the_right_until_one_says_otherwise(
    desk: Desk, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = MainWindow(desk.session, theme, Memory(None, lambda: 0.0))
        qtbot.addWidget(window)
        assert window.commands["from_right"].isChecked()
        choose(window, "two_pages")
        choose(window, "from_right")
        assert not window.pages.rows.from_right
        window.close()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
