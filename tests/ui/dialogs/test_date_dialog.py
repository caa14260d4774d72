"""The day a document's dates are counted from: seen, set by hand, remembered, and left to the text again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from reader.sentences import Sentences
from reader.store.paths import folders_under
from reader.timeline.model import Timeline
from reader.ui.dialogs.date_dialog import DateDialog
from reader.ui.dialogs.day_field import DayRow
from reader.ui.known_date import KnownDate
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.worker.messages import Opened, ReadingFinished
from tests.ui.conftest import Desk, info, settle

DATED = KnownDate("2025-03-19", "the dateline on page 1", is_by_hand=False, is_still_read=False)


@pytest.fixture
def remembering(desk: Desk, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """A window that remembers, with a document open whose text has told its date."""
    memory = Memory(folders_under(tmp_path), lambda: 0.0)
    made = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    made.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, info()))
    finish(desk, "2025-03-19", "the dateline on page 1")
    yield made
    made.close()
    memory.close()
    settle()


def finish(desk: Desk, day: str | None, source: str = "") -> None:
    document = desk.session.document
    assert document is not None
    desk.answer(ReadingFinished(desk.job_id, Timeline(document, document_date=day, date_source=source)))


def button(window: MainWindow) -> str:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar.dated.text() if bar.dated.isVisible() else ""


def ask(window: MainWindow) -> DateDialog:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    bar.dated.click()
    dialog = window.dialogs.shown
    assert isinstance(dialog, DateDialog)
    return dialog


def ask_again(window: MainWindow, desk: Desk) -> DateDialog:
    """The dialog over a document whose date was set by hand before."""
    window.door.count_from("1998-07-04")
    desk.answer(Opened(2, info()))
    finish(desk, "1998-07-04", "set by hand")
    return ask(window)


def test_the_status_bar_names_the_documents_date_and_where_it_stands(remembering: MainWindow) -> None:
    assert "Mar 19, 2025" in button(remembering)
    assert "the dateline on page 1" in ask(remembering).text.text()


def test_another_day_reads_the_document_again_and_is_remembered(
    remembering: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = ask(remembering)
    assert dialog.field.day() == QDate(2025, 3, 19)
    assert not dialog.text_button.isVisible()
    dialog.field.show_day(QDate(1998, 7, 4))
    qtbot.mouseClick(dialog.use_button, Qt.MouseButton.LeftButton)
    assert desk.client.options[-1].document_date == "1998-07-04"
    desk.answer(Opened(2, info()))
    assert "Jul 4, 1998" in button(remembering)  # while it is read, too
    assert remembering.statusBar().currentMessage() == ""  # the file is the one it was
    finish(desk, "1998-07-04", "set by hand")
    remembering.door.open_file("chronicle.pdf")
    assert desk.client.options[-1].document_date == "1998-07-04"


def test_the_text_is_believed_again_when_one_wants_it(
    remembering: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = ask_again(remembering, desk)
    qtbot.mouseClick(dialog.text_button, Qt.MouseButton.LeftButton)
    assert desk.client.options[-1].document_date is None
    desk.answer(Opened(3, info()))
    assert desk.session.date_by_hand is None
    assert remembering.memory.date_set("chronicle.pdf") is None


def test_a_document_found_elsewhere_is_counted_as_it_was_set(remembering: MainWindow, desk: Desk) -> None:
    remembering.door.count_from("1998-07-04")
    desk.answer(Opened(2, info()))
    remembering.door.open_file("moved.pdf")
    assert desk.client.options[-1].document_date is None  # nothing is known of that place
    moved = info("moved.pdf")
    desk.answer(Opened(3, type(moved)("moved.pdf", info().sha256, "", moved.page_count, moved.first_size)))
    assert desk.client.opened[-1][0] == "moved.pdf"
    assert desk.client.options[-1].document_date == "1998-07-04"


def test_without_a_memory_the_day_holds_as_long_as_the_document_is_open(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    window.door.count_from("1998-07-04")
    desk.answer(Opened(2, info()))
    assert desk.session.date_by_hand == "1998-07-04"
    assert len(desk.client.opened) == 2
    desk.session.renew()
    assert desk.client.options[-1].document_date == "1998-07-04"


def test_a_document_that_does_not_say_its_date_asks_for_one(remembering: MainWindow, desk: Desk) -> None:
    finish(desk, None)
    assert button(remembering) == "Date of the document?"
    assert "does not say" in ask(remembering).text.text()


def test_a_day_before_our_era_is_said_and_the_field_shows_today(sentences: Sentences, qtbot: QtBot) -> None:
    old = KnownDate("-0043-03-15", "the dateline on page 1", is_by_hand=False, is_still_read=False)
    dialog = DateDialog(old, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    assert "44 BCE" in dialog.text.text()
    assert dialog.field.day() == QDate(2026, 1, 2)


def test_nothing_is_read_again_when_the_day_is_left_as_it_is(remembering: MainWindow, desk: Desk) -> None:
    ask(remembering).reject()
    remembering.door.count_from(None)
    assert len(desk.client.opened) == 1


def test_dialog_takes_the_day_from_the_keyboard(sentences: Sentences, qtbot: QtBot) -> None:
    dialog = DateDialog(DATED, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitExposed(dialog)
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Up)  # the next day of the month
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["2025-03-20"]


def test_enter_counts_from_the_day_typed_also_when_one_was_set_before(
    remembering: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    dialog = ask_again(remembering, desk)
    assert dialog.text_button.isVisible()
    qtbot.keyClicks(dialog.field, "17")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desk.client.options[-1].document_date == "1998-07-17"


def test_a_day_typed_as_people_write_it_is_taken_and_shown_before_it_is_used(
    sentences: Sentences, qtbot: QtBot
) -> None:
    dialog = DateDialog(DATED, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.field, "15 March 1999")
    assert dialog.understood.text() == "Monday 15 March 1999"
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["1999-03-15"]


def test_what_is_no_day_is_refused_with_a_sentence_and_can_be_written_over(
    sentences: Sentences, qtbot: QtBot
) -> None:
    dialog = DateDialog(DATED, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClicks(dialog.field, "15 Foo 1999")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "15 March 1999" in dialog.understood.text()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClicks(dialog.field, "1999-03-15")
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert chosen.args == ["1999-03-15"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31/02/2025", "February 2025 has no day 31; its last is 28"),
        ("30 Feb 2024", "February 2024 has no day 30; its last is 29"),
        ("31 April", "April 2025 has no day 31; its last is 30"),
    ],
)
def test_a_day_that_its_month_has_not_is_named_as_such(
    sentences: Sentences, qtbot: QtBot, typed: str, words: str
) -> None:
    dialog = DateDialog(DATED, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClicks(dialog.field, typed)
    assert words in dialog.understood.text()
    with qtbot.assertNotEmitted(dialog.chosen):
        qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert words in dialog.understood.text()
    assert dialog.isVisible()


def test_a_day_is_chosen_in_the_calendar(sentences: Sentences, qtbot: QtBot) -> None:
    dialog = DateDialog(DATED, QDate(2026, 1, 2), sentences)
    qtbot.addWidget(dialog)
    dialog.open()
    row = dialog.field.parent()
    assert isinstance(row, DayRow)
    row.menu.aboutToShow.emit()
    assert row.calendar.selectedDate() == QDate(2025, 3, 19)
    row.calendar.clicked.emit(QDate(2025, 3, 21))
    assert dialog.field.day() == QDate(2025, 3, 21)
