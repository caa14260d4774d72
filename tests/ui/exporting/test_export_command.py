"""A person exports the timeline: all of it, what is shown, before all is known, to where nothing may be."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from reader.document.model import DocumentInfo
from reader.timeline.page_events import by_page
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level
from reader.ui.status_bar import StatusBar
from reader.worker.messages import EventsFound, Opened, PlacesMeasured
from tests.ui.conftest import A4, Desk, make_event, settle

PATIENCE = 10_000  # ms


@pytest.fixture
def document(tmp_path: Path, window: MainWindow, desk: Desk) -> Path:  # noqa: ARG001 - it listens
    """A document that is open, its dates still unknown."""
    path = tmp_path / "chronicle.of.kings.pdf"
    path.write_bytes(b"%PDF")
    desk.session.open(str(path))
    desk.answer(Opened(1, DocumentInfo(str(path), "00", "", 6, A4)))
    return path


def asked(window: MainWindow, command: str) -> QFileDialog:
    window.commands[command].trigger()
    dialog = window.exporting.shown
    assert isinstance(dialog, QFileDialog)
    return dialog


def save_as(dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    settle()


def told(window: MainWindow) -> tuple[Level, str]:
    notice = window.message.notice
    assert notice is not None
    return notice.level, notice.text


def wait_for(test: Callable[[], bool], qtbot: QtBot) -> None:
    qtbot.waitUntil(test, timeout=PATIENCE)


def test_without_a_document_nothing_can_be_exported(window: MainWindow) -> None:
    assert not window.commands["export"].isEnabled()
    assert not window.commands["export_shown"].isEnabled()


def test_all_dates_become_a_table_named_after_the_document(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    dialog = asked(window, "export")
    assert [Path(each).name for each in dialog.selectedFiles()] == ["chronicle.of.kings.csv"]
    assert dialog.directory().absolutePath() == str(document.parent)
    assert [name.rpartition("(")[2] for name in dialog.nameFilters()] == ["*.csv)", "*.json)", "*.txt)"]
    dialog.accept()
    written = document.with_name("chronicle.of.kings.csv")
    wait_for(lambda: window.message.notice is not None, qtbot)
    assert told(window) == (Level.INFO, f"5 dates were exported: \u2068{written}\u2069")
    assert len(list(csv.reader(written.read_text("utf-8-sig").splitlines()))) == 6
    assert [each.name for each in document.parent.iterdir() if each.name.startswith(".")] == []


def test_only_what_is_shown_is_exported_when_one_wants_that(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    save_as(asked(window, "export_shown"), document.with_name("shown.json"))
    wait_for(lambda: window.message.notice is not None, qtbot)
    events = json.loads(document.with_name("shown.json").read_text("utf-8"))["events"]
    assert [event["kind"] for event in events] == ["event", "event", "event", "issue"]


def test_a_format_chosen_gives_its_suffix_and_one_typed_wins(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    dialog = asked(window, "export")
    dialog.selectNameFilter(dialog.nameFilters()[2])
    dialog.filterSelected.emit(dialog.nameFilters()[2])
    save_as(dialog, document.with_name("plain"))
    wait_for(lambda: window.message.notice is not None, qtbot)
    assert "16 May 2024" in document.with_name("plain.txt").read_text("utf-8")
    window.message.dismiss()
    dialog = asked(window, "export")
    assert dialog.selectedNameFilter() == dialog.nameFilters()[2]  # as one chose last
    save_as(dialog, document.with_name("typed.json"))
    wait_for(lambda: window.message.notice is not None, qtbot)
    assert json.loads(document.with_name("typed.json").read_text("utf-8"))["schema"] == 1


def test_while_the_document_is_read_one_may_have_what_is_known(
    window: MainWindow, document: Path, qtbot: QtBot
) -> None:
    asked(window, "export").accept()
    settle()
    box = window.exporting.shown
    assert isinstance(box, QMessageBox)
    assert "0 of 6 pages" in box.informativeText()
    next(button for button in box.buttons() if "what is known" in button.text()).click()
    wait_for(lambda: window.message.notice is not None, qtbot)
    assert "known so far" in told(window)[1]
    assert document.with_name("chronicle.of.kings.csv").is_file()


def test_or_wait_until_all_is_read(window: MainWindow, desk: Desk, document: Path, qtbot: QtBot) -> None:
    asked(window, "export").accept()
    settle()
    box = window.exporting.shown
    assert isinstance(box, QMessageBox)
    box.defaultButton().click()
    assert "as soon as" in told(window)[1]
    written = document.with_name("chronicle.of.kings.csv")
    assert not written.exists()
    desk.find()
    wait_for(written.exists, qtbot)
    wait_for(lambda: "5 dates" in told(window)[1], qtbot)


def test_who_waits_and_closes_the_document_is_told_that_nothing_was_written(
    window: MainWindow, desk: Desk, document: Path
) -> None:
    asked(window, "export").accept()
    settle()
    box = window.exporting.shown
    assert isinstance(box, QMessageBox)
    box.defaultButton().click()
    desk.session.close()
    settle()
    assert told(window)[0] is Level.WARNING
    assert not document.with_name("chronicle.of.kings.csv").exists()


def promised(window: MainWindow, *paths: Path) -> None:
    """Files are to be written when all is read."""
    for path in paths:
        save_as(asked(window, "export"), path)
        box = window.exporting.shown
        assert isinstance(box, QMessageBox)
        box.defaultButton().click()
        settle()


def click(window: MainWindow, words: str) -> None:
    """A button of the question that is asked."""
    box = window.exporting.shown
    assert isinstance(box, QMessageBox)
    assert box.isVisible()
    next(button for button in box.buttons() if words in button.text()).click()
    settle()


def test_all_files_that_wait_are_written_in_the_end(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    first, second = document.with_name("first.csv"), document.with_name("second.txt")
    promised(window, first, second, first)
    desk.find()
    wait_for(lambda: "5 dates" in told(window)[1], qtbot)
    assert first.exists()
    assert second.exists()
    assert [told(window)[1].count(path.name) for path in (first, second)] == [1, 1]


def test_all_files_that_waited_are_named_when_the_document_has_gone(
    window: MainWindow, desk: Desk, document: Path
) -> None:
    desk.client.measures = False
    promised(window, document.with_name("first.csv"), document.with_name("second.txt"))
    desk.session.close()
    settle()
    assert told(window)[0] is Level.WARNING
    assert "first.csv" in told(window)[1]
    assert "second.txt" in told(window)[1]


@pytest.mark.parametrize("way", ["window", "close", "another", "language"])
def test_before_a_document_goes_with_a_file_still_promised_one_is_asked_and_may_stay(
    window: MainWindow, desk: Desk, document: Path, way: str
) -> None:
    wanted: list[str] = []
    window.language_wanted.connect(wanted.append)
    promised(window, document.with_name("first.csv"))
    opened = len(desk.client.opened)
    match way:
        case "window":
            assert not window.close()
        case "close":
            window.commands["close"].trigger()
        case "another":
            window.door.open_file(str(document.with_name("another.pdf")))
        case _:
            window.menus.language_wanted.emit("fr")
    click(window, "Keep")
    assert window.isVisible()
    assert desk.session.document is not None
    assert (len(desk.client.opened), wanted) == (opened, [])
    desk.find()
    settle()
    assert window.close()  # it is written, and nothing is asked any more


def test_the_same_document_may_be_opened_again_while_a_file_waits_for_it(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    first = document.with_name("first.csv")
    promised(window, first)
    window.door.open_file(str(document))
    desk.answer(Opened(2, DocumentInfo(str(document), "00", "", 6, A4)))
    settle()
    assert not first.exists()
    desk.find()
    wait_for(first.exists, qtbot)


def test_who_leaves_may_have_what_is_known_before_the_window_goes(
    window: MainWindow, document: Path, qtbot: QtBot
) -> None:
    first, second = document.with_name("first.csv"), document.with_name("second.json")
    promised(window, first, second)
    assert not window.close()
    click(window, "what is known")
    wait_for(lambda: not window.isVisible(), qtbot)
    assert first.exists()
    assert second.exists()


def test_the_window_stays_where_what_is_known_cannot_be_written(
    window: MainWindow, document: Path, qtbot: QtBot
) -> None:
    promised(window, document.parent / "dates.csv")
    (document.parent / "dates.csv").mkdir()
    assert not window.close()
    click(window, "what is known")
    wait_for(lambda: told(window)[0] is Level.ERROR, qtbot)
    assert window.isVisible()


def test_who_leaves_may_do_without_the_file(window: MainWindow, document: Path) -> None:
    first = document.with_name("first.csv")
    promised(window, first)
    assert not window.close()
    click(window, "Do not")
    assert not window.isVisible()
    assert not first.exists()


def test_one_is_asked_too_while_a_file_waits_for_its_places(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    desk.client.measures = False
    save_as(asked(window, "export"), document.with_name("places.json"))
    window.commands["close"].trigger()
    box = window.exporting.shown
    assert isinstance(box, QMessageBox)
    assert "missing" not in box.informativeText()
    click(window, "what is known")
    wait_for(lambda: desk.session.document is None, qtbot)
    assert document.with_name("places.json").exists()


def test_the_document_itself_is_never_written_over(window: MainWindow, desk: Desk, document: Path) -> None:
    desk.find()
    dialog = asked(window, "export")
    dialog.fileSelected.emit(str(document))
    assert told(window)[0] is Level.ERROR
    assert document.read_bytes() == b"%PDF"


@pytest.mark.parametrize("name", ["another.pdf", "no-suffix"])
def test_no_pdf_is_written_over_nor_anything_called_one(
    window: MainWindow, desk: Desk, document: Path, name: str
) -> None:
    desk.find()
    other = document.with_name(name)
    other.write_bytes(b"%PDF-1.7 another")
    dialog = asked(window, "export")
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setDefaultSuffix("")
    save_as(dialog, other)
    assert told(window)[0] == Level.ERROR
    assert str(other) in told(window)[1]
    assert other.read_bytes() == b"%PDF-1.7 another"


def test_a_place_that_takes_no_file_is_told_in_words(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    dialog = asked(window, "export")
    dialog.fileSelected.emit(str(document.parent / "no such folder" / "dates.csv"))
    wait_for(lambda: window.message.notice is not None, qtbot)
    level, text = told(window)
    assert level is Level.ERROR
    assert "could not be written" in text


def test_what_nobody_looked_at_is_measured_before_a_file_with_places_is_written(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    desk.client.measures = False
    status = window.statusBar()
    assert isinstance(status, StatusBar)
    written = document.with_name("places.json")
    save_as(asked(window, "export"), written)
    assert desk.client.places_wanted == [1]
    desk.answer(PlacesMeasured(1, 3, 6))
    assert "measured" in told(window)[1]
    assert status.reading.text() == "Measuring page 3 of 6"
    assert not status.pause_button.isVisible()
    assert not written.exists()
    exact = make_event(1, page=0, top=111.5, day=739_000)
    desk.answer(EventsFound(1, by_page([exact])), PlacesMeasured(1, 0, 0, is_over=True))
    wait_for(lambda: "exported" in told(window)[1] and written.exists(), qtbot)
    events = json.loads(written.read_text("utf-8"))["events"]
    assert events[0]["mentions"][0]["rects"] == [[80.0, 111.5, 170.0, 123.5]]
    assert not status.reading.isVisible()


def test_a_table_has_no_places_to_be_measured(
    window: MainWindow, desk: Desk, document: Path, qtbot: QtBot
) -> None:
    desk.find()
    save_as(asked(window, "export"), document.with_name("table.csv"))
    wait_for(lambda: window.message.notice is not None, qtbot)
    assert desk.client.places_wanted == []


def test_who_closes_the_document_while_it_is_measured_is_told_that_nothing_was_written(
    window: MainWindow, desk: Desk, document: Path
) -> None:
    desk.find()
    desk.client.measures = False
    save_as(asked(window, "export"), document.with_name("places.json"))
    desk.answer(PlacesMeasured(1, 3, 6))
    desk.session.close()
    settle()
    assert told(window)[0] is Level.WARNING
    assert not document.with_name("places.json").exists()
