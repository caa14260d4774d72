"""A person reads with two pages beside each other: turns them, clicks, selects, comes back to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.document.model import PageSize
from reader.store.paths import folders_under
from reader.timeline.model import Timeline
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.page_view.page_layout import GAP
from reader.ui.page_view.page_view import PageView
from reader.ui.theme import Theme
from reader.worker.messages import Opened, PageSizes, ReadingFinished
from tests.ui.conftest import A4, EVENTS, LEFT, Desk, info, make_event, place_of, settle

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


def zoom_in_on(pages: PageView, index: int) -> None:
    """As with Ctrl and the wheel over the middle of a page, until its companion is out of sight."""
    layout = pages.layout_of_pages
    assert layout is not None
    rect, left, top = layout.page_rect(index), pages.horizontalScrollBar(), pages.verticalScrollBar()
    middle = QPointF(rect.x + rect.width / 2 - left.value(), rect.y + rect.height / 2 - top.value())
    pages.zoom_to(6.0, middle)
    settle()


@pytest.mark.parametrize("order", ["from_left", "from_right"])
def test_zoomed_in_on_the_second_page_the_window_means_that_one(
    book: MainWindow, desk: Desk, order: str
) -> None:
    desk.find((make_event(1, page=0, top=400), make_event(2, page=1, top=400)))
    choose(book, "two_pages")
    if order == "from_right":
        choose(book, "from_right")
    assert desk.session.visible_ids >= {"e1", "e2"}
    zoom_in_on(book.pages, 1)
    assert desk.session.page_index == 1
    assert desk.session.place.page_index == 1
    assert desk.session.visible_ids == {"e2"}, "what lies beside what is seen is not in view"
    desk.session.go_to_dated_paragraph(1)
    assert desk.session.selected_id == "e2"
    book.pages.set_zoom_mode("fit_page")
    zoom_in_on(book.pages, 0)
    assert desk.session.page_index == 0
    assert desk.session.visible_ids == {"e1"}


@pytest.mark.parametrize("order", ["from_left", "from_right"])
def test_zoomed_in_a_page_that_is_gone_to_comes_from_the_side(
    book: MainWindow, desk: Desk, qtbot: QtBot, order: str
) -> None:
    choose(book, "two_pages")
    if order == "from_right":
        choose(book, "from_right")
    zoom_in_on(book.pages, 0)
    for index in (3, 2, 1, 4):
        desk.session.go_to(Place(index))
        assert desk.session.page_index == index
    desk.session.go_to(Place(1))
    qtbot.keyClick(book.pages, Key.Key_N)
    assert desk.session.page_index == 2
    desk.session.go_to(Place(3))
    qtbot.keyClick(book.pages, Key.Key_Home)
    assert desk.session.page_index == 0


def test_the_page_being_read_is_the_same_after_every_change_of_layout(book: MainWindow, desk: Desk) -> None:
    """Two pages are half as large as one, and the gap above them is as wide."""
    choose(book, "two_pages")
    book.pages.set_zoom_mode("fit_width")
    book.pages.show_page(2)
    for layout in ("single_pages", "two_pages", "two_pages", "single_pages"):
        kept = book.pages.place()  # as it is remembered when the window is closed
        book.pages.show_page(0)
        choose(book, layout)
        book.pages.show_place(kept)
        assert (desk.session.page_index, book.pages.place().page_index) == (2, 2)
        assert -GAP < book.pages.place().top * book.pages.scale <= 0


def test_a_whole_page_is_the_one_that_was_read_not_the_parts_of_two(book: MainWindow, desk: Desk) -> None:
    small, wide, large = PageSize(300, 400), PageSize(842, 595), PageSize(1200, 1700)
    sizes = (A4, wide, small, A4, large, A4)
    desk.answer(PageSizes(desk.job_id, 0, sizes, tuple("123456")))
    choose(book, "two_pages_cover")
    bar = book.pages.verticalScrollBar()
    for part in range(11):
        choose(book, "fit_width")
        bar.setValue(bar.maximum() * part // 10)
        named = desk.session.page_index
        choose(book, "fit_page")
        assert desk.session.page_index == named
        layout, top = book.pages.layout_of_pages, bar.value()
        assert layout is not None
        rect = layout.page_rect(named)
        assert top <= rect.y
        assert rect.y + rect.height <= top + book.pages.viewport().height()


def read(desk: Desk, path: str, *languages: str, says: str = "") -> None:
    """A document is opened, which says it is in a language, and is read to be in others."""
    desk.session.open(path)
    document = replace(info(path), language=says)
    desk.answer(Opened(desk.job_id, document))
    desk.answer(ReadingFinished(desk.job_id, Timeline(document, EVENTS, languages=languages)))


def test_a_document_runs_as_its_language_does(window: MainWindow, desk: Desk) -> None:
    choose(window, "two_pages")
    for path, languages, from_right in (
        ("arabic.pdf", ("ar", "en"), True),
        ("english.pdf", ("en", "ar"), False),
        ("hebrew.pdf", ("he",), True),
        ("picture.pdf", (), False),
    ):
        read(desk, path, *languages)
        assert window.pages.rows.from_right == from_right, path
        assert window.commands["from_right"].isChecked() == from_right, path


def test_until_a_document_is_read_its_file_says_how_it_runs(window: MainWindow, desk: Desk) -> None:
    choose(window, "two_pages")
    desk.session.open("hikaya.pdf")
    desk.answer(Opened(desk.job_id, replace(info("hikaya.pdf"), language="ar")))
    assert window.pages.rows.from_right
    read(desk, "claims.pdf", "en", says="ar")
    assert not window.pages.rows.from_right


def test_what_is_said_by_hand_holds_for_every_document_until_it_is_taken_back(
    window: MainWindow, desk: Desk
) -> None:
    choose(window, "two_pages")
    read(desk, "english.pdf", "en")
    choose(window, "from_right")
    read(desk, "french.pdf", "fr")
    assert window.pages.rows.from_right
    choose(window, "from_right")
    assert not window.pages.rows.from_right
    read(desk, "arabic.pdf", "ar")
    assert window.pages.rows.from_right


def test_a_book_that_is_read_anew_does_not_turn_round_meanwhile(window: MainWindow, desk: Desk) -> None:
    choose(window, "two_pages")
    read(desk, "arabic.pdf", "ar")
    desk.session.renew()
    desk.answer(Opened(desk.job_id, info("arabic.pdf")))
    assert window.pages.rows.from_right


def test_the_place_across_stays_when_single_pages_turn_out_to_be_arabic(
    window: MainWindow, desk: Desk
) -> None:
    desk.open("arabic.pdf")
    window.pages.zoom_to(6.0)
    across = window.pages.horizontalScrollBar()
    across.setValue(across.maximum())
    read_now = Timeline(info("arabic.pdf"), EVENTS, languages=("ar",))
    desk.answer(ReadingFinished(desk.job_id, read_now))
    assert across.value() == across.maximum() > 0


def test_in_an_arabic_window_what_says_no_language_runs_from_the_right_until_one_says_otherwise(
    desk: Desk, theme: Theme, qtbot: QtBot, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = MainWindow(desk.session, theme, Memory(None, lambda: 0.0))
        qtbot.addWidget(window)
        assert window.commands["from_right"].isChecked()
        choose(window, "two_pages")
        read(desk, "picture.pdf")
        assert window.pages.rows.from_right
        read(desk, "english.pdf", "en")
        assert not window.pages.rows.from_right
        read(desk, "another picture.pdf")
        choose(window, "from_right")
        assert not window.pages.rows.from_right
        window.close()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
