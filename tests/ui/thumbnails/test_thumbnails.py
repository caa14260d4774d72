"""A person looks at the pages of a document as small pictures, and goes to one of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.document.model import OutlineEntry
from reader.timeline.model import EventKind
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane
from reader.worker.messages import Opened, OutlineRead, PageSizes
from tests.ui.conftest import A4, LEFT, Desk, info, settle, sized
from tests.ui.thumbnails.conftest import click, is_in_sight, let_come, opened, press, spoken

MANY = 10_000
TEN_PICTURES = 10 * 128 * 181 * 4  # bytes


def test_a_click_goes_to_the_page_and_one_comes_back(qtbot: QtBot, desk: Desk, shown: ThumbnailsPane) -> None:
    click(qtbot, shown, 1)
    assert desk.session.place.page_index == 1
    assert shown.rows.current_page == 1
    desk.session.go_back()
    settle()
    assert shown.rows.current_page == 0


def test_from_the_page_gone_to_the_next_date_is_a_key_away(
    qtbot: QtBot, desk: Desk, shown: ThumbnailsPane
) -> None:
    desk.find()
    desk.session.select_event("e1", "list")
    click(qtbot, shown, 2)
    shown.rows.setFocus()
    qtbot.keyClicks(shown.rows, "]")
    assert desk.session.selected_id == "e3"
    qtbot.keyClicks(shown.rows, "[")
    assert desk.session.selected_id == "e2"


def test_they_are_turned_as_the_pages_are(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    red_above = QPixmap(128, 181)
    red_above.fill("white")
    painter = QPainter(red_above)
    painter.fillRect(0, 0, 128, 90, "red")
    painter.end()
    monkeypatch.setattr(shown.pictures, "picture", lambda _page: red_above)
    assert (is_red(shown, 0.5, 0.2), is_red(shown, 0.5, 0.8)) == (True, False)
    assert paper(shown).height() > paper(shown).width()
    window.commands["rotate_right"].trigger()
    settle()
    assert paper(shown).width() > paper(shown).height()
    assert (is_red(shown, 0.8, 0.5), is_red(shown, 0.2, 0.5)) == (True, False)
    desk.open("another.pdf")
    let_come(shown, qtbot)
    assert paper(shown).height() > paper(shown).width(), "that one is not turned"


def paper(pane: ThumbnailsPane) -> QRect:
    """Where the first page lies."""
    found = pane.rows.itemDelegate().paper(pane.rows.visualRect(pane.model.index(0)), 0)  # type: ignore[attr-defined] # as in conftest
    assert isinstance(found, QRect)
    return found


def is_red(pane: ThumbnailsPane, across: float, down: float) -> bool:
    """Whether the first page is red there, in parts of its width and height."""
    area = paper(pane)
    spot = area.topLeft() + QPoint(round(area.width() * across), round(area.height() * down))
    seen = pane.rows.viewport().grab().toImage().pixelColor(spot)
    return seen.red() > 200 and seen.green() < 60


def test_all_of_it_can_be_done_with_the_keys(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    pane = opened(desk, window, qtbot, pages=MANY)
    rows = pane.rows
    rows.setFocus()

    def pages(*keys: Qt.Key) -> list[int]:
        found = []
        for key in keys:
            qtbot.keyClick(rows, key)
            found.append(rows.currentIndex().row())
            assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())
        return found

    assert pages(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left) == [1, 2, 1, 0]
    assert pages(Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Down) == [0, MANY - 1, MANY - 1]
    assert pages(Qt.Key.Key_Home)[0] == 0
    down = pages(Qt.Key.Key_PageDown)[0]
    assert 0 < down < 5
    assert pages(Qt.Key.Key_PageUp)[0] == 0
    assert desk.session.place.page_index == 0, "these only look"
    pages(Qt.Key.Key_PageDown)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert desk.session.page_index == down


def test_the_page_one_reads_is_marked_and_comes_into_sight(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    pane = opened(desk, window, qtbot, pages=400)
    window.pages.setFocus()
    for page in (3, 4, 250, 399, 0):
        desk.session.go_to(Place(page))
        settle()
        assert pane.rows.current_page == desk.session.page_index == page
        assert is_in_sight(pane, page)
        assert pane.rows.currentIndex().row() == page, "where the keys begin"
    assert QApplication.focusWidget() is window.pages


def test_of_a_tile_higher_than_its_pane_the_head_is_seen(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane
) -> None:
    window.resize(900, 480)
    settle()
    assert shown.rows.tiles.height > shown.rows.viewport().height(), "what makes it hard"
    for page_index in (0, 3):
        desk.session.go_to(Place(page_index))
        settle()
        assert shown.rows.visualRect(shown.model.index(page_index)).top() >= 0


def test_tiles_do_not_move_while_one_looks_for_a_page_with_the_mouse(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    pane = opened(desk, window, qtbot, pages=400)
    qtbot.mouseMove(pane.rows.viewport(), QPoint(60, 60))
    settle()
    assert pane.rows.is_pointed_at
    desk.session.go_to(Place(300))
    settle()
    assert pane.rows.current_page == 300
    assert is_in_sight(pane, 0)


def test_a_page_that_was_chosen_stays_marked_though_the_view_cannot_go_so_far(
    window: MainWindow, qtbot: QtBot, shown: ThumbnailsPane
) -> None:
    window.commands["fit_page"].trigger()
    window.pages.zoom_to(0.2)  # all pages are in sight at once
    settle()
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_End)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Return)
    assert shown.rows.current_page == 5


def test_each_page_says_how_many_dates_it_has_of_those_that_are_shown(
    desk: Desk, shown: ThumbnailsPane
) -> None:
    assert spoken(shown, 0) == "Page 1"
    desk.find()
    assert spoken(shown, 0) == "Page 1 · 2 dates"
    assert spoken(shown, 1) == "Page 2"
    assert spoken(shown, 5) == "Page 6 · 1 date"
    desk.session.show_kind(EventKind.SOURCE, shown=True)
    assert spoken(shown, 5) == "Page 6 · 2 dates"
    desk.answer(PageSizes(1, 0, (A4,), ("iv",)))
    assert spoken(shown, 0) == "Page iv · 2 dates"
    assert shown.model.index(0).data() == "iv"


def test_contents_and_pages_take_turns_and_what_was_shown_last_is_shown_again(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.session.open("chronicle.pdf")
    desk.answer(Opened(1, replace(info(), has_outline=True)))
    press(window, Qt.Key.Key_F9, qtbot)
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1])
    desk.answer(OutlineRead(1, (OutlineEntry("Preface", 0, 0),)))
    contents = window.contents.pane
    assert contents is not None
    assert contents.isVisible()
    window.activateWindow()
    contents.rows.setFocus()
    settle()
    qtbot.mouseClick(contents.head.tabs["show_thumbnails"], LEFT)
    settle()
    pane = window.thumbnails.pane
    assert pane is not None
    assert (contents.isVisible(), pane.isVisible()) == (False, True)
    assert not window.commands["show_contents"].isChecked()
    assert (window.memory.settings.show_contents, window.memory.settings.show_thumbnails) == (False, True)
    pane.rows.setFocus()
    qtbot.mouseClick(pane.head.tabs["show_contents"], LEFT)
    assert (contents.isVisible(), pane.isVisible()) == (True, False)
    assert QApplication.focusWidget() is contents.rows
    qtbot.mouseClick(contents.head.tabs["show_thumbnails"], LEFT)
    desk.open("leaflet.pdf")
    assert pane.isVisible()
    qtbot.mouseClick(pane.head.tabs["show_contents"], LEFT)
    qtbot.waitUntil(contents.empty.isVisible)
    assert "no table of contents" in contents.empty.text()
    qtbot.mouseClick(contents.head.tabs["show_thumbnails"], LEFT)
    qtbot.mouseClick(pane.head.close_button, LEFT)
    assert not window.room.contents_host.isVisible()
    assert not window.memory.settings.show_thumbnails


def test_f6_reaches_the_pictures(window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot) -> None:
    window.activateWindow()
    window.pages.setFocus()
    settle()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is shown.rows
    press(window, Qt.Key.Key_F7, qtbot)
    assert QApplication.focusWidget() is window.pages


def test_in_a_narrow_window_the_pictures_stand_in_the_place_of_the_pages_until_one_chooses(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot
) -> None:
    resize = sized(window)
    resize(600)
    assert window.pages.isVisible()
    assert not shown.isVisible()
    window.commands["show_thumbnails"].trigger()
    settle()
    assert not window.pages.isVisible()
    click(qtbot, shown, 1)
    assert window.pages.isVisible()
    assert desk.session.place.page_index == 1
    resize(1280)
    assert window.pages.isVisible()
    assert shown.isVisible()


def test_in_a_wide_pane_more_stand_beside_each_other_mirrored_in_arabic(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot
) -> None:
    def left(page_index: int) -> int:
        return shown.rows.visualRect(shown.model.index(page_index)).left()

    assert left(0) == left(1)
    contents, pages, side = window.room.upper.sizes()
    window.room.upper.setSizes([contents + 250, pages - 250, side])
    settle()
    assert left(0) < left(1) < left(2)
    assert left(0) == left(3)
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_Right)
    assert shown.rows.currentIndex().row() == 1
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert left(0) > left(1) > left(2)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Left)
    assert shown.rows.currentIndex().row() == 2
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down)
    assert shown.rows.currentIndex().row() == 5
    assert desk.session.page_index == 0
