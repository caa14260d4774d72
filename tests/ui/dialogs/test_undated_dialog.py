"""The expressions that could not be dated: counted, listed with the reason, and gone to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from reader.document.model import Box
from reader.sentences import load_sentences
from reader.text_direction import isolated
from reader.timeline.model import Timeline, Unresolved
from reader.ui.dialogs.undated_dialog import UndatedDialog
from reader.ui.main_window import MainWindow
from reader.ui.quotes import told
from reader.ui.status_bar import StatusBar
from reader.worker.messages import ReadingFinished
from tests.ui.conftest import LEFT, Desk, settle

PLACES = (Box(80, 200, 120, 212), Box(80, 600, 120, 612))
NO_DAY = "“31 April 2024”: the calendar has no such day."
UNDATED = (
    Unresolved("31 April\n2024", 1, "ii", "p1.4", NO_DAY, PLACES[0]),
    Unresolved("Friday", 4, "3", "p4.2", "The text does not say which day is meant.", PLACES[1]),
)


def finish(desk: Desk, undated: tuple[Unresolved, ...]) -> None:
    document = desk.session.document
    assert document is not None
    desk.answer(ReadingFinished(desk.job_id, Timeline(document, unresolved=undated)))


def bar_of(window: MainWindow) -> StatusBar:
    bar = window.statusBar()
    assert isinstance(bar, StatusBar)
    return bar


@pytest.fixture
def listed(window: MainWindow, desk: Desk, qtbot: QtBot) -> UndatedDialog:
    """The list, after a click on their number in the status bar."""
    desk.open()
    finish(desk, UNDATED)
    button = bar_of(window).undated
    assert button.text() == "2 undated expressions"
    qtbot.mouseClick(button, LEFT)
    assert window.dialogs.undated is not None
    return window.dialogs.undated


def row(dialog: UndatedDialog, number: int) -> list[str]:
    cells = [dialog.table.item(number, column) for column in range(3)]
    return [cell.text() for cell in cells if cell is not None]


def middle_of(dialog: UndatedDialog, number: int) -> QPoint:
    return dialog.table.visualRect(dialog.table.model().index(number, 0)).center()


def test_each_is_listed_with_its_words_its_page_and_why(listed: UndatedDialog) -> None:
    assert listed.table.rowCount() == 2
    assert row(listed, 0) == [isolated("31 April 2024"), "ii", told(NO_DAY, load_sentences("en"))]
    assert row(listed, 1) == [isolated("Friday"), "3", "The text does not say which day is meant."]


def test_a_click_goes_to_one_and_the_list_stays_for_the_next(
    listed: UndatedDialog, window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    for number in (1, 0):
        qtbot.mouseClick(listed.table.viewport(), LEFT, pos=middle_of(listed, number))
        assert desk.session.place.page_index == UNDATED[number].page_index
        top = window.pages.place().top
        assert top < PLACES[number].y0 < top + 300
        assert listed.isVisible()
    window.commands["back"].trigger()
    assert desk.session.place.page_index == 4


def test_with_the_keys_alone_too(listed: UndatedDialog, desk: Desk, qtbot: QtBot) -> None:
    listed.activateWindow()
    qtbot.keyClick(listed.table, Qt.Key.Key_Down)
    qtbot.keyClick(listed.table, Qt.Key.Key_Down)
    qtbot.keyClick(listed.table, Qt.Key.Key_Return)
    assert desk.session.place.page_index == 4
    assert listed.isVisible()
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert not listed.isVisible()


def test_the_list_goes_with_its_document(listed: UndatedDialog, window: MainWindow, desk: Desk) -> None:
    assert listed.isVisible()
    desk.session.close()
    settle()
    assert window.dialogs.undated is None


def test_where_all_is_dated_there_is_nothing_to_list(window: MainWindow, desk: Desk) -> None:
    desk.open()
    assert not window.commands["undated"].isEnabled()
    finish(desk, ())
    assert not window.commands["undated"].isEnabled()
    assert not bar_of(window).undated.isVisible()


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_it_speaks_every_language(language: str, qtbot: QtBot) -> None:
    dialog = UndatedDialog(UNDATED, load_sentences(language))
    qtbot.addWidget(dialog)
    heads = [dialog.table.horizontalHeaderItem(column) for column in range(3)]
    assert all(head is not None and head.text() for head in heads)
