"""The whole window, without children behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reader.resources import resource
from reader.sentences import Sentence
from reader.store.paths import folders_under
from reader.timeline.model import EventKind
from reader.ui.actions import COMMANDS
from reader.ui.dialogs.password_dialog import PasswordDialog
from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.worker.messages import Opened, PageFailed, PageSizes, ReadingProgress, Refused, WorkerDied
from tests.ui.conftest import A4, EVENTS, LEFT, Desk, info, place_of, settle

NO_DOCUMENT = Sentence("error.empty_file", {"path": "empty.pdf"})


def read(desk: Desk) -> None:
    """A document is open and read."""
    desk.open()
    desk.find()


def drop(window: MainWindow, path: str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, *held))


def test_without_a_document_the_window_invites(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    assert window.stack.currentWidget() is window.start
    assert not window.commands["close"].isEnabled()
    qtbot.mouseClick(window.start.sample_button, LEFT)
    assert Path(desk.client.opened[-1][0]).parent == resource("sample")
    assert Path(desk.client.opened[-1][0]).is_file()


def test_a_dropped_file_is_opened(window: MainWindow, desk: Desk) -> None:
    drop(window, "/somewhere/dropped.pdf")
    assert Path(desk.client.opened[-1][0]) == Path("/somewhere/dropped.pdf")


def test_an_event_is_clicked_and_the_page_goes_there_and_back_again(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    read(desk)
    rows = window.events.rows
    rect = rows.visualRect(window.events.model.index(1))
    qtbot.mouseClick(rows.viewport(), LEFT, pos=rect.center())
    assert desk.session.page_index == 3
    assert window.room.card_area.isVisible()
    assert window.pages.viewport().rect().contains(window.pages.expression_rect(EVENTS[2]))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert desk.session.page_index == 0
    assert not window.room.card_area.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert desk.session.page_index == 3
    qtbot.mouseClick(window.pages.viewport(), Qt.MouseButton.BackButton)
    assert desk.session.page_index == 0


def test_the_timeline_is_loaded_after_the_first_page_and_chooses_too(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    assert window.room.timeline is None
    with qtbot.waitSignal(window.timeline_loaded):
        read(desk)
    timeline = window.room.timeline
    assert timeline is not None
    assert timeline.isVisible()
    timeline.setFocus()
    qtbot.keyClick(timeline, Qt.Key.Key_End)
    assert desk.session.selected_id == "e5"
    assert desk.session.page_index == 5


def test_a_file_that_cannot_be_opened_is_a_sentence_in_the_window(window: MainWindow, desk: Desk) -> None:
    read(desk)
    window.door.open_file("empty.pdf")
    desk.answer(Refused(desk.job_id, NO_DOCUMENT))
    assert window.message.isVisible()
    assert "empty.pdf" in window.message.text.text()
    assert window.stack.currentWidget() is window.room
    assert desk.session.document == info()


def test_the_status_bar_says_that_a_file_is_being_opened_until_that_is_over(
    window: MainWindow, desk: Desk
) -> None:
    window.door.open_file("empty.pdf")
    status = window.statusBar()
    assert status.page.text() == "Opening…"  # type: ignore[attr-defined] # our own bar
    desk.answer(Refused(1, NO_DOCUMENT))
    assert status.page.text() == ""  # type: ignore[attr-defined] # as above


def test_what_was_said_of_a_document_goes_with_it(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    read(desk)
    damaged = Sentence("worker.page_damaged", {"page": 2, "path": "chronicle.pdf"})
    desk.answer(PageFailed(1, 1, damaged, painting=False))
    assert window.message.isVisible()
    qtbot.keyClick(window.pages, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert not window.message.isVisible()


def test_the_card_of_a_chosen_date_goes_with_its_document(window: MainWindow, desk: Desk) -> None:
    read(desk)
    desk.session.select_event("e1", "list")
    assert not window.room.card_area.isHidden()
    desk.open("another.pdf")
    assert window.room.card_area.isHidden()


def test_the_next_opening_takes_the_sentence_away(window: MainWindow, desk: Desk) -> None:
    window.door.open_file("empty.pdf")
    desk.answer(Refused(1, NO_DOCUMENT))
    desk.open()
    assert not window.message.isVisible()


def test_a_protected_file_asks_and_is_opened_with_the_password(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.door.open_file("/papers/secret.pdf")
    desk.answer(Refused(1, Sentence("error.password_needed", {"path": "secret.pdf"}), needs_password=True))
    dialog = window.dialogs.shown
    assert isinstance(dialog, PasswordDialog)
    assert dialog.isVisible()
    assert not dialog.open_button.isEnabled()
    qtbot.keyClicks(dialog.field, "sesame")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert desk.client.opened[-1] == ("/papers/secret.pdf", "sesame", 0)
    desk.answer(Opened(2, info("/papers/secret.pdf")))
    assert window.stack.currentWidget() is window.room


def test_who_has_no_password_keeps_what_is_open(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    read(desk)
    window.door.open_file("secret.pdf")
    desk.answer(Refused(2, Sentence("error.password_needed", {"path": "secret.pdf"}), needs_password=True))
    assert isinstance(window.dialogs.shown, QDialog)
    qtbot.keyClick(window.dialogs.shown, Qt.Key.Key_Escape)
    assert desk.session.document == info()
    assert not desk.session.is_opening
    assert desk.client.closed == [2]


def test_a_child_that_died_is_a_sentence_and_the_window_lives(window: MainWindow, desk: Desk) -> None:
    read(desk)
    desk.answer(WorkerDied(1, "painting", Sentence("worker.painting_restarted", {"path": "chronicle.pdf"})))
    assert "started again" in window.message.text.text()
    desk.session.select_event("e3", "list")
    assert desk.session.page_index == 3


def test_escape_lets_go_of_one_thing_at_a_time(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    read(desk)
    desk.session.select_event("e1", "list")
    desk.answer(WorkerDied(1, "reading", Sentence("worker.reading_restarted", {"path": "chronicle.pdf"})))
    qtbot.keyClick(window.pages, Qt.Key.Key_Escape)
    assert not window.message.isVisible()
    assert desk.session.selected_id == "e1"
    qtbot.keyClick(window.pages, Qt.Key.Key_Escape)
    assert desk.session.selected_id == ""


def test_full_screen_shows_the_page_alone_and_f11_ends_it(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    read(desk)
    qtbot.keyClick(window.pages, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert not window.menuBar().isVisible()
    qtbot.keyClick(window.pages, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window.pages, Qt.Key.Key_F11)
    assert not window.isFullScreen()
    assert window.menuBar().isVisible()


def test_f6_goes_round_the_panes(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.timeline_loaded):
        read(desk)
    window.activateWindow()
    window.pages.setFocus()
    seen = []
    for _press in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [window.events.rows, window.room.timeline, window.pages]
    ring = window.pages.viewport().grab().toImage().pixelColor(1, 100)
    assert ring == window.theme.color("focus"), "where the keys brought the focus can be seen"


def test_a_page_is_gone_to_by_its_label_and_by_its_number(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    read(desk)
    desk.answer(PageSizes(1, 0, (A4,) * 6, ("i", "ii", "iii", "1", "2", "3")))
    assert window.tools.page_field.text() == "i"
    field = window.tools.page_field

    def go(typed: str) -> int:
        qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        return desk.session.page_index

    window.activateWindow()
    assert go("2") == 4
    assert go("iii") == 2
    assert go("6") == 5
    assert (window.pages.hasFocus(), field.hasSelectedText()) == (True, False)
    assert go("99") == 5
    assert (field.hasFocus(), field.hasSelectedText()) == (True, True), "for another try"
    assert field.text() == "3"


def test_the_page_number_stays_selected_while_the_view_is_painted_anew(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    read(desk)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    desk.session.place_changed.emit(desk.session.place)
    window.pages.show_page(2)
    qtbot.keyClicks(window.tools.page_field, "6")
    qtbot.keyClick(window.tools.page_field, Qt.Key.Key_Return)
    assert desk.session.page_index == 5


def test_the_status_bar_says_how_far_the_reading_is_and_can_pause_it(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    desk.answer(ReadingProgress(1, 2, 6))
    status = window.statusBar()
    texts = [label.text() for label in (status.page, status.reading)]  # type: ignore[attr-defined] # our own bar
    assert texts == ["Page 1 of 6", "Reading page 2 of 6"]
    qtbot.mouseClick(status.pause_button, LEFT)  # type: ignore[attr-defined] # as above
    assert desk.client.paused == [True]
    assert status.reading.text() == "Paused at page 2 of 6"  # type: ignore[attr-defined] # as above
    qtbot.mouseClick(status.pause_button, LEFT)  # type: ignore[attr-defined] # as above
    assert desk.client.paused == [True, False]
    desk.find()
    assert not status.bar.isVisible()  # type: ignore[attr-defined] # as above
    assert status.found.text() == "4 dates"  # type: ignore[attr-defined] # as above


def test_sources_are_switched_in_menu_and_list_alike(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    read(desk)
    window.commands["show_sources"].trigger()
    assert desk.session.shows(EventKind.SOURCE)
    assert window.events.source_switch.isChecked()
    qtbot.mouseClick(window.events.source_switch, LEFT)
    assert not window.commands["show_sources"].isChecked()


def test_the_timeline_stands_below_or_over_the_list_or_goes(window: MainWindow, desk: Desk) -> None:
    read(desk)
    host = window.room.timeline_host
    assert host.parentWidget() is window.room.whole
    window.room.put_timeline("right")
    assert host.parentWidget() is window.room.side
    window.commands["show_timeline"].trigger()
    assert not host.isVisible()
    window.commands["show_list"].trigger()
    assert not window.room.side.isVisible()
    window.commands["show_timeline"].trigger()
    assert window.room.side.isVisible()


def test_the_zoom_commands(window: MainWindow, desk: Desk) -> None:
    read(desk)
    window.commands["actual_size"].trigger()
    assert window.tools.zoom_button.text() == "100 %"
    window.commands["zoom_in"].trigger()
    assert window.pages.percent == 110
    assert not window.commands["fit_width"].isChecked()
    window.commands["fit_page"].trigger()
    assert window.pages.zoom_mode == "fit_page"
    assert window.commands["fit_page"].isChecked()


def test_pointing_at_a_date_brings_its_card(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    read(desk)
    qtbot.mouseMove(window.pages.viewport(), place_of(window.pages, EVENTS[0]))
    qtbot.waitUntil(window.floating.isVisible)
    assert window.floating.event_shown == EVENTS[0]
    qtbot.mouseMove(window.pages.viewport(), QPoint(5, 5))
    assert not window.floating.isVisible()


def test_the_keys_can_be_searched(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["shortcuts"].trigger()
    dialog = window.dialogs.shown
    assert isinstance(dialog, ShortcutsDialog)
    assert "&" not in dialog.windowTitle()
    everything = dialog.table.rowCount()
    assert everything >= sum(bool(each.shortcuts) for each in COMMANDS)
    qtbot.keyClicks(dialog.search, "zoom in")
    assert sum(not dialog.table.isRowHidden(row) for row in range(everything)) == 1
    dialog.close()


def test_nothing_without_a_name_takes_the_focus(window: MainWindow, desk: Desk) -> None:
    read(desk)
    nameless = [
        widget.objectName() or type(widget).__name__
        for widget in (window.pages, window.events.rows, window.tools.page_field, window.tools.zoom_button)
        if not widget.accessibleName()
    ]
    assert nameless == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "memory"


def test_a_document_is_opened_where_it_was_left_and_the_window_has_its_shape(
    folder: Path, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    memory = Memory(folders_under(folder), lambda: 5.0)
    first = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(first)
    first.show()
    qtbot.waitExposed(first)
    read(desk)
    first.pages.zoom_to(1.0)
    desk.session.select_event("e3", "list")
    left_at = first.pages.place()
    first.room.upper.setSizes([500, 700])
    first.room.upper.splitterMoved.emit(500, 1)
    side_width = first.room.upper.sizes()[1]
    first.close()
    settle()

    again = MainWindow(Session(desk.bridge, desk.session.sentences), theme, memory)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitExposed(again)
    assert [button.toolTip() for button in again.start.recent_buttons] == [str(Path.cwd() / "chronicle.pdf")]
    qtbot.mouseClick(again.start.recent_buttons[0], LEFT)
    assert desk.client.opened[-1] == (str(Path.cwd() / "chronicle.pdf"), None, 3)
    desk.answer(Opened(2, info()))
    assert again.pages.place().page_index == left_at.page_index
    assert again.pages.place().top == pytest.approx(left_at.top, abs=2)
    assert again.pages.zoom_mode == "scale"
    again.resize(first.size())
    settle()
    assert again.room.upper.sizes()[1] == side_width
    again.close()
    settle()
    memory.close()


def test_a_page_asked_for_wins_over_the_place_remembered(
    folder: Path, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    memory = Memory(folders_under(folder), lambda: 5.0)
    window = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.door.open_at("chronicle.pdf", 4)
    desk.answer(Opened(1, info()))
    assert desk.session.page_index == 4
    window.close()
    settle()
    memory.close()


def test_who_closes_in_full_screen_finds_the_next_window_with_its_frame(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    window.commands["full_screen"].trigger()
    window.close()
    assert not window.isFullScreen()
    assert not window.menuBar().isHidden()
