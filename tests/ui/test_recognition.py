"""Pages that are pictures, as the window tells of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.sentences import Sentence, load_sentences
from reader.timeline.model import Event, Timeline
from reader.timeline.page_events import by_page
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.worker.messages import EventsFound, ReadingFinished
from reader.worker.recognition_messages import RecognitionHindered, RecognitionProgress, TimelineAmended
from reader.worker.search_messages import HitsCounted, SearchText
from tests.ui.conftest import Desk, info, make_event, settle

SCAN = Timeline(info("scan.pdf", 2), pages_without_text=(0, 1))


def recognised(event: Event) -> Event:
    mention = event.mentions[0]
    paragraph = replace(mention.paragraph, from_ocr=True)
    return replace(event, mentions=(replace(mention, paragraph=paragraph),))


@pytest.fixture
def scan(window: MainWindow, desk: Desk) -> MainWindow:
    """A document of two pictures, read for its text and found without."""
    desk.session.recognition.want(wanted=True)
    desk.open("scan.pdf", pages=2)
    desk.answer(ReadingFinished(desk.job_id, SCAN), RecognitionProgress(desk.job_id, 0, 2, 2))
    return window


def status_of(window: MainWindow) -> StatusBar:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar


def read_both(desk: Desk) -> None:
    events = (recognised(make_event(1)), recognised(make_event(2, page=1, top=300)))
    desk.answer(
        EventsFound(desk.job_id, by_page(events)),
        TimelineAmended(desk.job_id, replace(SCAN, pages_without_text=(), pages_by_ocr=(0, 1))),
    )


def test_how_far_it_is_stands_where_the_reading_stood(scan: MainWindow, desk: Desk) -> None:
    status = status_of(scan)
    desk.answer(RecognitionProgress(desk.job_id, 1, 2, 1))
    assert status.reading.text() == "Recognising text: 1 of 2 pages"
    assert (status.bar.value(), status.bar.maximum()) == (1, 2)
    assert "being recognised" in scan.events.empty.text()
    read_both(desk)
    assert not status.reading.isVisible()
    assert "without text" not in status.found.text()


def test_it_can_be_held_and_go_on(scan: MainWindow, desk: Desk) -> None:
    scan.commands["pause"].trigger()
    assert desk.client.paused == [True]
    assert "paused" in status_of(scan).reading.text()
    scan.commands["pause"].trigger()
    assert desk.client.paused == [True, False]
    read_both(desk)
    assert not scan.commands["pause"].isEnabled()


def test_dates_from_pictures_are_marked(scan: MainWindow, desk: Desk) -> None:
    read_both(desk)
    assert [event.from_ocr for event in desk.session.events] == [True, True]
    spoken = scan.events.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "OCR" in spoken
    desk.session.select_event("e1", "list")
    said = [label.text() for label in scan.card.findChildren(QLabel)]
    assert any("recognised in a picture" in text for text in said)
    assert desk.session.timeline is not None
    assert [event.id for event in desk.session.timeline.events] == ["e1", "e2"]


def test_a_date_of_printed_text_is_not(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    assert "OCR" not in window.events.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    desk.session.select_event("e1", "list")
    assert not any("recognised" in label.text() for label in window.card.findChildren(QLabel))


def test_what_to_install_is_said_in_the_window(scan: MainWindow, desk: Desk) -> None:
    slots: dict[str, str | int] = {
        "path": "scan.pdf",
        "pages": "1-2",
        "packages": "tesseract-ocr, tesseract-ocr-fra",
    }
    desk.answer(
        RecognitionHindered(desk.job_id, Sentence("ocr.no_program_linux", slots)),
        RecognitionProgress(desk.job_id, 0, 2, 2, is_over=True),
    )
    assert "tesseract-ocr-fra" in scan.message.text.text()
    assert "1-2" in scan.message.text.text()
    assert not status_of(scan).reading.isVisible()


def test_another_document_knows_nothing_of_it(scan: MainWindow, desk: Desk) -> None:
    first = desk.job_id
    desk.open("other.pdf")
    desk.find()
    desk.answer(RecognitionProgress(first, 1, 2, 1))
    assert not status_of(scan).reading.isVisible()


def switch_of(window: MainWindow) -> QAction:
    window.menus.furnish()
    setting = window.session.sentences("ocr.setting")
    return next(action for action in window.menus.menus["view"].actions() if action.text() == setting)


def test_it_can_be_switched_off_for_good(window: MainWindow, desk: Desk) -> None:
    switch = switch_of(window)
    assert switch.isChecked()
    switch.trigger()
    assert not window.memory.settings.recognise_text
    desk.open("scan.pdf")
    assert [options.recognises_text for options in desk.client.options] == [False]
    switch.trigger()
    desk.open("scan.pdf")
    assert desk.client.options[-1].recognises_text


def test_the_switch_acts_at_once(scan: MainWindow, desk: Desk) -> None:
    switch_of(scan).trigger()
    assert desk.client.recognises[-1] is False
    desk.answer(RecognitionProgress(desk.job_id, 1, 2, 1, is_over=True))
    assert not status_of(scan).reading.isVisible()
    assert "1 page without text" in status_of(scan).found.text()
    switch_of(scan).trigger()
    assert desk.client.recognises[-1] is True
    desk.answer(RecognitionProgress(desk.job_id, 1, 2, 1))
    assert status_of(scan).reading.text() == "Recognising text: 1 of 2 pages"


def test_switched_off_while_it_is_held_nothing_is_held_any_longer(scan: MainWindow, desk: Desk) -> None:
    scan.commands["pause"].trigger()
    switch_of(scan).trigger()
    desk.answer(RecognitionProgress(desk.job_id, 0, 2, 2, is_over=True))
    assert desk.client.paused == [True, False]
    assert not scan.commands["pause"].isChecked()


def test_where_it_is_off_the_empty_list_names_the_switch(scan: MainWindow, desk: Desk) -> None:
    switch_of(scan).trigger()
    desk.answer(RecognitionProgress(desk.job_id, 0, 2, 2, is_over=True))
    said = scan.events.empty.text()
    assert "2 pages have no text" in said
    assert switch_of(scan).text().replace("&", "") in said


def test_where_it_cannot_be_done_the_empty_list_says_what_to_install(scan: MainWindow, desk: Desk) -> None:
    slots: dict[str, str | int] = {"path": "scan.pdf", "pages": "1-2", "packages": "tesseract-ocr-fra"}
    desk.answer(
        RecognitionProgress(desk.job_id, 0, 2, 2, is_over=True),
        RecognitionHindered(desk.job_id, Sentence("ocr.no_language_linux", slots)),
    )
    assert "tesseract-ocr-fra" in scan.events.empty.text()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_switch_has_a_letter_that_no_other_line_of_its_menu_has(
    language: str, theme: Theme, qtbot: QtBot
) -> None:
    desk = Desk(load_sentences(language))
    made = MainWindow(desk.session, theme, Memory(None, lambda: 0.0))
    qtbot.addWidget(made)
    texts = [action.text() for action in (switch_of(made), *made.menus.menus["view"].actions())]
    letters = [text[text.index("&") + 1].casefold() for text in texts if "&" in text]
    assert letters.count(letters[0]) == 2, "its own, twice in this list"
    made.close()
    settle()


def test_pages_recognised_so_far_are_no_longer_counted_as_without_text(scan: MainWindow, desk: Desk) -> None:
    desk.answer(RecognitionProgress(desk.job_id, 1, 2, 1))
    assert "1 page without text" in status_of(scan).found.text()


def test_a_search_waits_for_the_pages_whose_pictures_are_still_to_be_read(
    scan: MainWindow, desk: Desk
) -> None:
    QTest.keyClick(scan.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = scan.finding.bar
    bar.field.setText("treaty")
    request = next(wish.request_id for wish in desk.client.wishes if isinstance(wish, SearchText))
    desk.answer(HitsCounted(desk.job_id, request, (), 2, 2, pages_without_text=2))
    assert bar.note.text() == "0 of 2 pages searched"
    assert bar.count.text() == "Not found so far"
    desk.answer(
        RecognitionProgress(desk.job_id, 1, 2, 1),
        HitsCounted(desk.job_id, request, (), 2, 2, pages_without_text=1),
    )
    assert bar.note.text() == "1 of 2 pages searched"
    read_both(desk)
    desk.answer(HitsCounted(desk.job_id, request, (), 2, 2, pages_without_text=0))
    assert bar.note.text() == ""


def test_a_search_waits_too_while_nobody_has_looked_at_the_pictures_yet(
    window: MainWindow, desk: Desk
) -> None:
    desk.session.recognition.want(wanted=True)
    desk.open("scan.pdf", pages=2)
    QTest.keyClick(window.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = window.finding.bar
    bar.field.setText("treaty")
    request = next(wish.request_id for wish in desk.client.wishes if isinstance(wish, SearchText))
    desk.answer(HitsCounted(desk.job_id, request, (), 2, 2, pages_without_text=2))
    assert bar.count.text() == "Not found so far"
    switch_of(window).trigger()
    assert bar.count.text() == "Not found"
    assert "pictures or blank" in bar.note.text()
