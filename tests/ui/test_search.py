"""A person looks for words in the open document."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.document.model import Box
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.worker.messages import AskPageText, Opened
from tests.ui.conftest import LEFT, PAGES, Desk, info, settle
from tests.ui.search_answers import SearchedBook

TEXT = {
    0: ("The bridge was opened in May.", "Nobody crossed the Bridge."),
    1: ("Nothing of the kind",),
    2: ("An abridged account",),
    3: ("Nothing",),
    4: (),
    5: ("The last bridge", "été and ete"),
}


@pytest.fixture
def book(desk: Desk, window: MainWindow) -> SearchedBook:
    """A book of six pages, open and read, the window in front."""
    window.activateWindow()
    desk.open()
    desk.find(())
    book = SearchedBook(desk, TEXT)
    book.read(*range(PAGES))
    window.pages.setFocus()
    settle()
    return book


def look_for(qtbot: QtBot, window: MainWindow, book: SearchedBook, text: str) -> None:
    """Ctrl+F, and the words letter by letter."""
    qtbot.keyClick(window.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    for letter in text:
        qtbot.keyClicks(window.finding.bar.field, letter)
        book.attend()


def press(
    qtbot: QtBot,
    window: MainWindow,
    book: SearchedBook,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)
    book.attend()


def rows_of(window: MainWindow) -> list[str]:
    model = window.finding.results.model
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_hits_are_counted_while_one_types(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    look_for(qtbot, window, book, "bridge")
    assert window.finding.bar.field.hasFocus()
    assert window.finding.bar.count.text() == "1 of 4"
    look_for(qtbot, window, book, "x")  # replaces what stood there
    assert window.finding.bar.count.text() == "Not found"
    assert not window.finding.bar.next_button.isEnabled()


def test_f3_and_enter_go_on_and_round_the_end(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    look_for(qtbot, window, book, "bridge")
    bar = window.finding.bar
    press(qtbot, window, book, Qt.Key.Key_F3)
    press(qtbot, window, book, Qt.Key.Key_Return)
    assert (bar.count.text(), bar.note.text()) == ("3 of 4", "1 page has no text")
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert window.pages.place().page_index >= 4  # the last page is in sight
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert (bar.count.text(), bar.note.text()) == ("1 of 4", "Went on from the beginning")
    press(qtbot, window, book, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert (bar.count.text(), bar.note.text()) == ("4 of 4", "Went on from the end")
    press(qtbot, window, book, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "3 of 4"


def test_f3_goes_on_from_the_page_one_has_turned_to(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    look_for(qtbot, window, book, "bridge")
    bar = window.finding.bar
    assert bar.count.text() == "1 of 4"
    desk.session.go_to(Place(3))
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert (bar.count.text(), desk.session.page_index) == ("4 of 4", 5)
    desk.session.go_to(Place(1))
    press(qtbot, window, book, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 4"
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert bar.count.text() == "3 of 4"


def test_words_that_are_not_found_leave_one_where_the_search_began(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    desk.session.go_to(Place(1, 200))
    look_for(qtbot, window, book, "last")
    assert window.pages.place().page_index >= 4
    look_for(qtbot, window, book, "lastx")
    assert window.finding.bar.count.text() == "Not found"
    place = window.pages.place()
    assert place.page_index == 1
    assert place.top == pytest.approx(200, abs=2)


def test_the_search_begins_where_one_is(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    desk.session.go_to(Place(3))
    look_for(qtbot, window, book, "bridge")
    assert window.finding.bar.count.text() == "4 of 4"


def test_a_hit_above_the_place_one_is_at_is_not_gone_back_to(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    desk.session.go_to(Place(0, 100))  # below the first line, above the second
    look_for(qtbot, window, book, "bridge")
    assert window.finding.bar.count.text() == "2 of 4"


def test_every_hit_on_the_page_is_marked_where_its_letters_stand(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "bridge")
    marks = window.finding.search.marks(0)
    assert [mark.box for mark in marks] == [Box(96, 80, 132, 92), Box(186, 120, 222, 132)]
    assert [mark.hit == window.finding.search.current for mark in marks] == [True, False]


def test_esc_closes_the_bar_takes_the_marks_away_and_gives_the_focus_back(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "bridge")
    assert window.finding.results.isVisible()
    press(qtbot, window, book, Qt.Key.Key_Escape)
    assert not window.finding.bar.isVisible()
    assert not window.finding.results.isVisible()
    assert window.finding.search.marks(0) == ()
    assert window.pages.hasFocus()


def test_esc_closes_the_bar_wherever_the_focus_is(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    desk.find()
    qtbot.waitUntil(lambda: window.room.timeline is not None)
    timeline = window.room.timeline
    assert timeline is not None
    for pane in (timeline, window.events.rows, window.pages, window.tools.page_field):
        look_for(qtbot, window, book, "bridge")
        desk.session.select_event("e1", "timeline")
        pane.setFocus()
        press(qtbot, window, book, Qt.Key.Key_Escape)
        assert not window.finding.bar.isVisible(), pane
        assert not window.finding.results.isVisible()
        assert desk.session.selected_id == "e1", "one thing at a time"
        press(qtbot, window, book, Qt.Key.Key_Escape)
        assert desk.session.selected_id == "", pane


def test_f3_with_the_bar_closed_looks_for_the_same_words_again(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "account")
    press(qtbot, window, book, Qt.Key.Key_Escape)
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert window.finding.bar.isVisible()
    assert window.finding.bar.count.text() == "1 of 1"
    assert window.pages.hasFocus()  # one reads on; the cursor is not taken away


def test_switches_ask_for_exact_letters_and_whole_words(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "ete")
    bar = window.finding.bar
    assert bar.count.text() == "1 of 2"
    qtbot.mouseClick(bar.exact_switch, LEFT)
    book.attend()
    assert bar.count.text() == "1 of 1"
    qtbot.mouseClick(bar.exact_switch, LEFT)
    bar.field.setText("bridge")
    book.attend()
    qtbot.mouseClick(bar.whole_switch, LEFT)
    book.attend()
    assert len(rows_of(window)) == 3


def test_the_list_shows_a_line_of_each_hit_and_a_click_goes_there(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "bridge")
    rows_of(window)  # what a row says is asked for when it is looked at
    book.attend()
    assert rows_of(window) == [
        "Page 1: The bridge was opened in May. Nobody crossed the Bridge.",
        "Page 1: … in May. Nobody crossed the Bridge.",
        "Page 3: An abridged account",
        "Page 6: The last bridge été and ete",
    ]
    rows = window.finding.results.rows
    place = rows.visualRect(window.finding.results.model.index(3)).center()
    qtbot.mouseClick(rows.viewport(), LEFT, pos=place)
    book.attend()
    assert window.finding.bar.count.text() == "4 of 4"
    assert window.pages.place().page_index >= 4


def test_the_list_can_be_put_away_and_brought_back(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    look_for(qtbot, window, book, "bridge")
    qtbot.mouseClick(window.finding.results.close_button, LEFT)
    assert not window.finding.results.isVisible()
    qtbot.mouseClick(window.finding.bar.results_switch, LEFT)
    assert window.finding.results.isVisible()


def test_while_the_document_is_read_the_bar_says_how_far_and_goes_on(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.open()
    book = SearchedBook(desk, TEXT)
    book.read(2, 3)
    look_for(qtbot, window, book, "bridge")
    bar = window.finding.bar
    assert (bar.count.text(), bar.note.text()) == ("1 of 1", "2 of 6 pages searched")
    book.read(0, 1)
    assert bar.count.text() == "3 of 3"  # the one that one is at stays
    book.read(4, 5)
    assert (bar.count.text(), bar.note.text()) == ("3 of 4", "1 page has no text")
    assert desk.client.texts_wanted[-1] == desk.job_id


def test_rows_that_come_in_before_do_not_move_the_list(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.open()
    book = SearchedBook(desk, dict.fromkeys(range(PAGES), tuple(f"bridge {number}" for number in range(30))))
    book.read(2, 3)
    look_for(qtbot, window, book, "bridge")
    rows = window.finding.results.rows
    rows.scrollTo(window.finding.results.model.index(40), rows.ScrollHint.PositionAtTop)
    settle()
    book.attend()
    seen = rows.indexAt(QPoint(5, 2)).data()
    book.read(0, 1)  # sixty rows before those
    settle()
    book.attend()
    assert window.finding.bar.count.text() == "61 of 120"
    assert rows.indexAt(QPoint(5, 2)).data() == seen
    press(qtbot, window, book, Qt.Key.Key_F3)
    assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())


def test_the_hit_one_is_at_stays_where_it_is_seen_while_the_search_grows(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    desk.open()
    book = SearchedBook(desk, dict.fromkeys(range(PAGES), tuple(f"bridge {number}" for number in range(30))))
    book.read(2)
    look_for(qtbot, window, book, "bridge")
    press(qtbot, window, book, Qt.Key.Key_F3)
    rows = window.finding.results.rows
    settle()
    before = rows.visualRect(rows.currentIndex())
    assert rows.viewport().rect().contains(before)
    for pages, at in (((1, 3), "32 of 90"), ((0, 4), "62 of 150")):
        book.read(*pages)
        settle()
        book.attend()
        assert window.finding.bar.count.text() == at
        assert rows.visualRect(rows.currentIndex()) == before


def test_the_focus_goes_back_from_the_list_too(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    look_for(qtbot, window, book, "bridge")
    window.finding.results.rows.setFocus()
    press(qtbot, window, book, Qt.Key.Key_Escape)
    assert window.pages.hasFocus()


def test_of_a_document_without_text_it_is_said(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    desk.open()
    book = SearchedBook(desk, {})
    book.read(*range(PAGES))
    look_for(qtbot, window, book, "bridge")
    assert window.finding.bar.note.text().startswith("No text to search")


def test_one_goes_back_to_where_the_search_began_in_one_step(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    desk.session.go_to(Place(2))
    look_for(qtbot, window, book, "bridge")
    for _ in range(2):
        press(qtbot, window, book, Qt.Key.Key_F3)
    assert window.pages.place().page_index == 0
    desk.session.go_back()
    assert window.pages.place().page_index == 2


def test_another_document_is_searched_for_the_same_words(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    look_for(qtbot, window, book, "bridge")
    desk.open("other.pdf")
    other = SearchedBook(desk, {1: ("One bridge only",)})
    other.attend()
    other.read(*range(PAGES))
    assert window.finding.bar.count.text() == "1 of 1"


def test_a_page_that_cannot_be_measured_is_gone_to_all_the_same(
    qtbot: QtBot, window: MainWindow, book: SearchedBook
) -> None:
    book.pages = {}  # the engine gives no lines of any page now
    look_for(qtbot, window, book, "last")
    assert window.pages.place().page_index >= 4
    assert window.finding.search.marks(5) == ()


def test_a_screen_reader_is_told_the_count(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    look_for(qtbot, window, book, "bridge")
    field = QAccessible.queryAccessibleInterface(window.finding.bar.field)
    assert field.text(QAccessible.Text.Description) == "1 of 4"


def test_a_hit_can_be_seen_on_the_page(qtbot: QtBot, window: MainWindow, book: SearchedBook) -> None:
    look_for(qtbot, window, book, "bridge")
    settle()
    view = window.pages
    layout = view.layout_of_pages
    assert layout is not None
    current, other = (layout.to_pixels(0, mark.box) for mark in window.finding.search.marks(0))
    picture = view.viewport().grab().toImage()
    top = view.verticalScrollBar().value()

    def color_in(rect: object) -> str:
        x, y = rect.x + rect.width / 2, rect.y - top + rect.height / 2  # type: ignore[attr-defined] # a Rect
        return picture.pixelColor(QPoint(round(x), round(y))).name()

    paper = "#f0f0f0"  # the grey of a page that the test's client paints
    assert len({color_in(current), color_in(other), paper}) == 3


def test_a_page_is_measured_once_for_searching_and_for_selecting(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    look_for(qtbot, window, book, "bridge")
    window.pages.select_all_on_page()
    assert window.pages.selector.text().startswith("The bridge was opened")
    assert not [wish for wish in desk.client.wishes if isinstance(wish, AskPageText)]


def test_a_file_that_comes_anew_is_searched_anew_and_one_stays_where_one_is(
    qtbot: QtBot, window: MainWindow, book: SearchedBook, desk: Desk
) -> None:
    look_for(qtbot, window, book, "bridge")
    desk.session.go_to(Place(3, 10.0))
    place = window.pages.place()
    desk.session.renew()
    desk.answer(Opened(desk.job_id, replace(info(), sha256="another digest")))
    book.attend()
    assert window.finding.bar.count.text() == "4 of 4"
    assert window.pages.place() == place
    press(qtbot, window, book, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.finding.bar.count.text() == "3 of 4"
    assert window.pages.place() != place
