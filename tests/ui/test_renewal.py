"""The open file is written anew, spoilt, deleted: the window follows, and one stays where one is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.document.file.file_state import HELD_BYTES
from reader.document.model import DocumentInfo
from reader.sentences import Sentence
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.worker.messages import Opened, Refused
from tests.ui.conftest import LEFT, PATIENCE, Desk, info, make_event, settle

PAGES = 8


def other_info(pages: int = 6) -> DocumentInfo:
    """The same file with other content."""
    return replace(info(pages=pages), sha256="another digest")


def read(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    window.pages.zoom_to(1.7)
    desk.session.go_to(Place(3, 200.0))
    settle()


def written_anew(window: MainWindow, desk: Desk, now: DocumentInfo) -> None:
    """As if the watch had found the file renewed and the child had opened it."""
    window.renewal.watch.found.emit("renewed")
    desk.answer(Opened(desk.job_id, now))


def test_a_file_written_anew_is_shown_anew_where_one_was(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    desk.session.select_event("e3", "page")
    place, can_go_back = window.pages.place(), desk.session.history.can_go_back
    written_anew(window, desk, other_info())
    assert desk.session.document == other_info()
    assert window.pages.place() == place
    assert window.pages.scale == pytest.approx(1.7)
    assert desk.session.history.can_go_back is can_go_back is True
    assert not window.message.isVisible()
    assert "chronicle.pdf" in window.statusBar().currentMessage()
    assert desk.client.closed == [1]
    desk.find()
    assert desk.session.selected_id == "e3"


def test_a_chosen_date_that_has_moved_is_found_and_one_that_is_gone_is_let_go(
    window: MainWindow, desk: Desk
) -> None:
    read(window, desk)
    desk.session.select_event("e3", "page")
    written_anew(window, desk, other_info())
    desk.find(
        (make_event(1, page=1, text="Another thing, of 1 May.", written="1 May"), make_event(9, page=4))
    )
    assert desk.session.selected_id == "e9"
    written_anew(window, desk, replace(other_info(), sha256="a third"))
    desk.find((make_event(1, page=1, text="Another thing, of 1 May.", written="1 May"),))
    assert desk.session.selected_id == ""


def test_the_pages_are_not_blank_while_the_new_ones_are_painted(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    desk.client.paints = False
    written_anew(window, desk, other_info())
    whole = window.pages.pictures.whole(3, 1.7)
    assert whole is not None
    assert not whole.is_exact


def test_a_file_with_fewer_pages_is_shown_at_its_last(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    written_anew(window, desk, other_info(pages=2))
    assert desk.session.page_index == 1


def test_a_file_written_with_the_same_content_changes_nothing(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    written_anew(window, desk, info())
    assert desk.session.job_id == 1
    assert desk.client.closed == [2]
    assert len(desk.session.events) == 4
    assert window.statusBar().currentMessage() == ""


def test_a_file_opened_again_by_hand_that_has_not_changed_is_not_said_to_have(
    window: MainWindow, desk: Desk
) -> None:
    read(window, desk)
    window.commands["open_anew"].trigger()
    desk.answer(Opened(desk.job_id, info()))
    assert desk.session.job_id == 2
    assert window.statusBar().currentMessage() == ""


def test_a_large_file_is_shown_anew_even_if_it_is_the_same_again(window: MainWindow, desk: Desk) -> None:
    """Its pages are read from the disk as they are needed, and may have been read while it was written."""
    read(window, desk)
    window.renewal.watch.size = HELD_BYTES + 1
    written_anew(window, desk, info())
    assert desk.session.job_id == 2
    assert desk.client.closed == [1]


def test_the_focus_stays_where_it_is_or_goes_to_the_pages(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    window.commands["find"].trigger()
    assert window.finding.bar.field.hasFocus()
    written_anew(window, desk, other_info())
    assert window.finding.bar.field.hasFocus()
    assert window.stack.currentWidget() is window.room
    desk.find()
    window.events.rows.setFocus()
    written_anew(window, desk, replace(other_info(), sha256="a third"))
    assert window.pages.hasFocus()


def test_a_file_that_cannot_be_read_as_it_is_now_is_told_and_can_be_tried_again(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    read(window, desk)
    window.renewal.watch.found.emit("renewed")
    desk.answer(Refused(2, Sentence("error.damaged", {"path": "chronicle.pdf"})))
    assert desk.session.document == info()
    assert "version before" in window.message.text.text()
    assert window.message.command_button.text() == "Open again"
    qtbot.mouseClick(window.message.command_button, LEFT)
    desk.answer(Opened(desk.job_id, other_info()))
    assert desk.session.document == other_info()
    assert not window.message.isVisible()


def test_a_deleted_file_is_told_and_stays_open_until_it_comes_back(window: MainWindow, desk: Desk) -> None:
    read(window, desk)
    window.renewal.watch.found.emit("gone")
    assert "no longer" in window.message.text.text()
    assert window.message.command_button.isHidden()
    assert desk.session.document == info()
    window.renewal.watch.found.emit("back")
    assert not window.message.isVisible()


def test_what_is_being_printed_is_not_taken_away(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    read(window, desk)
    monkeypatch.setattr(window.printing, "job", object())
    window.renewal.watch.found.emit("renewed")
    assert len(desk.client.opened) == 1
    monkeypatch.setattr(window.printing, "job", None)
    qtbot.waitUntil(lambda: len(desk.client.opened) == 2, timeout=PATIENCE)


def test_ctrl_r_opens_the_file_anew_even_if_it_is_the_same_with_its_password(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.session.open("chronicle.pdf")
    desk.session.retry_with_password("sesame")
    desk.answer(Opened(2, info()))
    qtbot.keyClick(window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert desk.client.opened[-1] == ("chronicle.pdf", "sesame", 0)
    desk.answer(Opened(3, info()))
    assert desk.session.job_id == 3


def write_book(path: Path, word: str) -> None:
    with pymupdf.open() as book:
        for number in range(PAGES):
            page = book.new_page()
            page.insert_text((72, 100), f"The {word} edition, page {number + 1}.")
            page.insert_text((72, 200), f"The treaty was signed on {number + 1} May 1848 in Paris.")
        new = path.with_suffix(".new")
        book.save(new)
    path.write_bytes(b"")  # as LaTeX does: the very file is emptied, and filled in steps
    with path.open("ab", buffering=0) as file:
        file.write(new.read_bytes()[:900])
        file.write(new.read_bytes()[900:])


def test_a_book_written_anew_by_another_program_is_seen_anew(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path, session = tmp_path / "book.pdf", real_window.session
    write_book(path, "first")
    real_window.door.open_file(str(path))
    qtbot.waitUntil(lambda: session.timeline is not None, timeout=PATIENCE)
    before = session.document
    assert before is not None
    chosen = session.places.expressions(4)[0].event
    session.select_event(chosen.id, "list")
    place = real_window.pages.place()
    write_book(path, "second")
    qtbot.waitUntil(lambda: session.document not in (before, None), timeout=PATIENCE)
    qtbot.waitUntil(lambda: session.timeline is not None, timeout=PATIENCE)
    assert real_window.pages.place() == place
    assert session.selected_id == chosen.id
    path.unlink()
    qtbot.waitUntil(real_window.message.isVisible, timeout=PATIENCE)
    assert session.document is not None
    real_window.pages.zoom_to(2.3)
    qtbot.waitUntil(lambda: not real_window.pages.pictures.is_waiting, timeout=PATIENCE)
    assert session.failed_pages == {}


def test_a_chosen_date_stays_chosen_when_the_document_is_counted_from_another_day(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    desk.find((make_event(1, page=1, day=739_000, text="It rained yesterday.", written="yesterday"),))
    desk.session.select_event("e1", "list")
    desk.session.count_from("2019-05-01")
    desk.answer(Opened(desk.job_id, info(pages=6)))
    again = make_event(1, page=1, day=737_000, text="It rained yesterday.", written="yesterday")
    desk.find((replace(again, date=replace(again.date, edtf="2019-04-30")),))
    assert desk.session.selected_id == "e1"
    assert window.statusBar().isVisible()


def test_a_file_that_has_become_unreadable_does_not_replace_the_open_one(
    window: MainWindow, desk: Desk
) -> None:
    read(window, desk)
    before = desk.session.document
    written_anew(window, desk, replace(other_info(), is_broken=True))
    assert desk.session.document is before
    assert window.message.notice is not None
    assert "cannot be read as it is now" in window.message.notice.text
