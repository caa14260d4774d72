"""A person selects text on the pages with the mouse, and copies it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.document.model import Box, Line
from reader.resources import resource
from reader.sentences import Sentences
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.page_view.page_view import PageView
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.worker_bridge import WorkerBridge
from reader.worker.client import EngineClient
from reader.worker.messages import PageText
from tests.ui.conftest import EVENTS, LEFT, PAGES, Desk, place_of, settle
from tests.ui.search_answers import FIRST_LINE, LETTER, LINE_STEP, SearchedBook

PATIENCE = 60_000  # ms; a child starts in 0.3 s, on a busy machine in some seconds
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# What Qt's screen without a screen says of every menu.
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")
TEXT = {
    0: ("16 May 2024 was a day", "The bridge was opened.", "Nobody crossed the bridge."),
    1: ("On the second page", "it rained."),
}


@pytest.fixture
def book(desk: Desk, window: MainWindow) -> SearchedBook:
    """The window on a book of six pages, its first pages' text known."""
    desk.open()
    desk.find()
    window.activateWindow()
    window.pages.setFocus()
    book = SearchedBook(desk, TEXT)
    for index in TEXT:
        window.pages.selector.lines.wanted(index)
    book.attend()
    QGuiApplication.clipboard().clear()
    return book


def spot(view: PageView, page: int, x: float, y: float) -> QPoint:
    """A point of a page in the view."""
    assert view.layout_of_pages is not None
    rect = view.layout_of_pages.to_pixels(page, Box(x, y, x, y))
    scrolled = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    return QPoint(round(rect.x), round(rect.y)) - scrolled


def before(view: PageView, page: int, number: int, letter: int) -> QPoint:
    """Just behind the left edge of a letter of the book."""
    return spot(view, page, 72 + LETTER * letter + 1, FIRST_LINE + LINE_STEP * number + 6)


def drag(qtbot: QtBot, view: PageView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), (start + end) / 2)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)


def copied(qtbot: QtBot, window: MainWindow) -> str:
    qtbot.keyClick(window.pages, Qt.Key.Key_C, CTRL)
    return QGuiApplication.clipboard().text()


def test_dragging_over_words_selects_them(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    assert book.pages is TEXT
    drag(qtbot, window.pages, before(window.pages, 0, 1, 4), before(window.pages, 0, 1, 10))
    assert copied(qtbot, window) == "bridge"
    box = window.pages.selector.boxes(0)[0]
    assert (box.x0, box.x1) == (72 + 4 * LETTER, 72 + 10 * LETTER)


def test_words_one_is_shown_are_selected_as_soon_as_their_page_is_known(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    book = SearchedBook(desk, TEXT)
    words = Box(72 + LETTER * 3, FIRST_LINE + LINE_STEP, 72 + LETTER * 9, FIRST_LINE + LINE_STEP + 12)
    window.pages.show_words(1, words)
    assert desk.session.place.page_index == 1
    assert not window.pages.selector.is_there
    book.attend()
    assert window.pages.selector.text() == TEXT[1][1][3:9]


@pytest.mark.usefixtures("book")
def test_upwards_over_lines(qtbot: QtBot, window: MainWindow) -> None:
    drag(qtbot, window.pages, before(window.pages, 0, 2, 6), before(window.pages, 0, 1, 4))
    assert copied(qtbot, window) == "bridge was opened.\nNobody"


@pytest.mark.usefixtures("book")
def test_over_two_pages(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.set_zoom_mode("fit_page")
    window.pages.show_place(Place(0, 60))
    window.pages.zoom_to(0.4)
    drag(qtbot, window.pages, before(window.pages, 0, 2, 7), before(window.pages, 1, 0, 6))
    assert copied(qtbot, window) == "crossed the bridge.\nOn the"
    assert window.pages.selector.boxes(0)
    assert window.pages.selector.boxes(1)


@pytest.mark.usefixtures("book")
def test_the_selection_is_painted(qtbot: QtBot, window: MainWindow) -> None:
    point = before(window.pages, 0, 1, 6)
    plain = window.pages.viewport().grab().toImage().pixelColor(point)
    drag(qtbot, window.pages, before(window.pages, 0, 1, 4), before(window.pages, 0, 1, 10))
    assert window.pages.viewport().grab().toImage().pixelColor(point) != plain


@pytest.mark.usefixtures("book")
def test_a_click_on_a_date_selects_its_event_and_no_text(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    drag(qtbot, window.pages, before(window.pages, 0, 1, 4), before(window.pages, 0, 1, 10))
    qtbot.mouseClick(window.pages.viewport(), LEFT, pos=place_of(window.pages, EVENTS[0]))
    assert desk.session.selected_id == "e1"
    assert not window.pages.selector.is_there
    assert not window.commands["copy"].isEnabled()


@pytest.mark.usefixtures("book")
def test_over_text_the_cursor_is_a_beam(qtbot: QtBot, window: MainWindow) -> None:
    view = window.pages
    qtbot.mouseMove(view.viewport(), before(view, 0, 2, 6))
    assert view.viewport().cursor().shape() is Qt.CursorShape.IBeamCursor
    qtbot.mouseMove(view.viewport(), spot(view, 0, 500, 20))
    assert view.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.usefixtures("book")
def test_two_clicks_take_a_word_and_three_the_paragraph(qtbot: QtBot, window: MainWindow) -> None:
    at = before(window.pages, 0, 1, 6)
    qtbot.mouseClick(window.pages.viewport(), LEFT, pos=at)
    qtbot.mouseDClick(window.pages.viewport(), LEFT, pos=at)
    assert copied(qtbot, window) == "bridge"
    for kind in (
        QMouseEvent.Type.MouseButtonDblClick,
        QMouseEvent.Type.MouseButtonRelease,
        QMouseEvent.Type.MouseButtonPress,
        QMouseEvent.Type.MouseButtonRelease,
    ):
        where = QPointF(at)
        there = QPointF(window.pages.viewport().mapToGlobal(at))
        click = QMouseEvent(kind, where, there, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
        click.setTimestamp(100_000)
        QApplication.sendEvent(window.pages.viewport(), click)
    assert copied(qtbot, window) == "The bridge was opened."


@pytest.mark.usefixtures("book")
def test_shift_and_a_click_extend(qtbot: QtBot, window: MainWindow) -> None:
    drag(qtbot, window.pages, before(window.pages, 0, 1, 0), before(window.pages, 0, 1, 3))
    qtbot.mouseClick(window.pages.viewport(), LEFT, SHIFT, pos=before(window.pages, 0, 2, 6))
    assert copied(qtbot, window) == "The bridge was opened.\nNobody"


@pytest.mark.usefixtures("book")
def test_esc_lets_go_of_the_text_first(qtbot: QtBot, window: MainWindow) -> None:
    drag(qtbot, window.pages, before(window.pages, 0, 1, 4), before(window.pages, 0, 1, 10))
    qtbot.keyClick(window.pages, Qt.Key.Key_Escape)
    assert not window.pages.selector.is_there
    assert copied(qtbot, window) == ""


@pytest.mark.usefixtures("book")
def test_ctrl_a_takes_the_whole_page(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.pages, Qt.Key.Key_A, CTRL)
    assert copied(qtbot, window) == "\n".join(TEXT[0])


def test_what_is_not_known_yet_is_copied_when_it_comes(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    window.pages.show_page(PAGES - 1)
    qtbot.keyClick(window.pages, Qt.Key.Key_A, CTRL)
    assert not window.pages.selector.is_there
    book.pages = {PAGES - 1: ("The last page",)}
    book.attend()
    assert copied(qtbot, window) == "The last page"


def test_an_arabic_line_is_copied_as_it_is_read(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    text, right = "افتتح الجسر", 500.0
    edges = tuple(right - LETTER * (at + 1 - side) for at in range(len(text)) for side in (0, 1))
    desk.open()
    window.pages.selector.lines.wanted(0)
    box = Box(right - LETTER * len(text), 80, right, 92)
    desk.answer(PageText(desk.job_id, 0, (Line(text, box, 12, edges=edges),)))
    start, end = (spot(window.pages, 0, right - LETTER * letter - 1, 86) for letter in (6, 11))
    drag(qtbot, window.pages, start, end)
    assert copied(qtbot, window) == "الجسر"


def menu_of(window: MainWindow, at: QPoint) -> QMenu:
    there = window.pages.viewport().mapToGlobal(at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, there)
    QApplication.sendEvent(window.pages.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


@OFFSCREEN
@pytest.mark.usefixtures("book")
def test_the_menu_on_the_page_searches_for_what_is_selected(qtbot: QtBot, window: MainWindow) -> None:
    drag(qtbot, window.pages, before(window.pages, 0, 1, 4), before(window.pages, 0, 1, 10))
    menu = menu_of(window, before(window.pages, 0, 1, 6))
    texts = [action.text() for action in menu.actions()]
    assert texts == ["&Copy", "Search for “\u2068bridge\u2069”", "Select &all on this page"]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    assert window.finding.bar.field.text() == "bridge"
    assert window.finding.bar.isVisible()


@OFFSCREEN
@pytest.mark.usefixtures("book")
def test_the_menu_on_a_date_shows_it_in_the_timeline(window: MainWindow, desk: Desk) -> None:
    window.commands["show_timeline"].setChecked(False)
    menu = menu_of(window, place_of(window.pages, EVENTS[0]))
    menu.actions()[-1].trigger()
    menu.close()
    assert desk.session.selected_id == "e1"
    assert window.commands["show_timeline"].isChecked()


@pytest.fixture
def sample(sentences: Sentences, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on the sample, read by real children."""
    client = EngineClient()
    client.start()
    window = MainWindow(Session(WorkerBridge(client), sentences), theme, Memory(None, lambda: 0.0))
    qtbot.addWidget(window)
    window.resize(1200, 900)
    window.show()
    with qtbot.waitSignal(window.pages.pictures.arrived, timeout=PATIENCE):
        window.door.open_file(str(next(iter(sorted(resource("sample").glob("*.pdf"))))))
    yield window
    window.close()
    client.stop()
    settle()


def test_a_sentence_of_the_sample_is_found_on_the_clipboard(qtbot: QtBot, sample: MainWindow) -> None:
    view = sample.pages
    with qtbot.waitSignal(view.selector.lines.known, timeout=PATIENCE):
        qtbot.mouseMove(view.viewport(), spot(view, 0, 200, 200))
    lines = view.selector.lines.at_hand(0)
    assert lines
    long = max(lines[:20], key=lambda line: len(line.text))
    middle = (long.box.y0 + long.box.y1) / 2
    drag(
        qtbot,
        view,
        spot(view, 0, long.box.x0 + 1, middle),
        spot(view, 0, long.box.x1 + 20, middle),
    )
    assert len(long.text) > 40
    assert copied(qtbot, sample) == long.text


def test_a_drag_over_text_to_come_selects_it_when_it_is_there(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    desk.open()
    window.activateWindow()
    window.pages.setFocus()
    book, view = SearchedBook(desk, TEXT), window.pages
    top = view.verticalScrollBar().value()
    qtbot.mousePress(view.viewport(), LEFT, pos=before(view, 0, 1, 4))
    qtbot.mouseMove(view.viewport(), before(view, 0, 1, 7))
    qtbot.mouseMove(view.viewport(), before(view, 0, 1, 10))
    assert view.verticalScrollBar().value() == top
    book.attend()
    assert view.selector.text() == "bridge"
    qtbot.mouseMove(view.viewport(), before(view, 0, 2, 6))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=before(view, 0, 2, 6))
    assert view.selector.text() == "bridge was opened.\nNobody"


def test_a_drag_that_ended_before_the_text_came_selects_what_was_drawn_over(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    desk.open()
    book, view = SearchedBook(desk, TEXT), window.pages
    drag(qtbot, view, before(view, 0, 1, 4), before(view, 0, 1, 10))
    qtbot.mouseMove(view.viewport(), before(view, 0, 2, 0))
    book.attend()
    assert view.selector.text() == "bridge"


def test_a_drag_over_what_turns_out_to_be_paper_moves_the_pages(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    desk.open()
    book, view = SearchedBook(desk, TEXT), window.pages
    qtbot.mousePress(view.viewport(), LEFT, pos=spot(view, 0, 300, 400))
    qtbot.mouseMove(view.viewport(), spot(view, 0, 300, 380))
    book.attend()
    top = view.verticalScrollBar().value()
    qtbot.mouseMove(view.viewport(), spot(view, 0, 300, 300))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=spot(view, 0, 300, 300))
    assert view.verticalScrollBar().value() > top
    assert not view.selector.is_there
