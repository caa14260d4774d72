"""A person prints pages into a PDF file, stops in the middle, prints a document with a damaged page."""

from __future__ import annotations

import sys
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.sentences import Sentence
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level
from reader.ui.printing.print_command import pages_chosen
from reader.ui.printing.print_job import Printed
from reader.ui.printing.print_progress import PrintProgress
from reader.ui.printing.printed_file import is_whole
from reader.worker.messages import PageFailed
from tests.ui.conftest import PATIENCE, SAMPLE, Desk, settle

GREY = 200  # below, a pixel is ink


def pdf_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def open_and_print(window: MainWindow, path: str, pages: list[int], file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.pages.pictures.arrived, timeout=PATIENCE):
        window.door.open_file(path)
    qtbot.waitUntil(lambda: all(window.session.pages.labels), timeout=PATIENCE)  # all pages are measured
    job = window.printing.print_pages(pdf_printer(file), pages)
    with qtbot.waitSignal(job.ended, timeout=PATIENCE):
        assert not window.commands["print"].isEnabled()
    settle()


def ink(page: pymupdf.Page, area: pymupdf.Rect) -> bool:
    """Whether something dark stands in `area`, given as parts (0 to 1) of the page."""
    box = page.rect
    clip = pymupdf.Rect(area.x0 * box.width, area.y0 * box.height, area.x1 * box.width, area.y1 * box.height)
    return min(page.get_pixmap(clip=clip, colorspace=pymupdf.csGRAY).samples) < GREY


def notice(window: MainWindow) -> tuple[Level, str]:
    told = window.message.notice
    assert told is not None
    return told.level, told.text


def test_pages_one_and_two_of_the_sample_become_a_file_of_two_pages(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "paper.pdf"
    open_and_print(real_window, SAMPLE, [0, 1], file, qtbot)
    with pymupdf.open(file) as paper, pymupdf.open(SAMPLE) as document:
        assert paper.page_count == 2
        for printed, page in zip(paper, document, strict=False):
            assert printed.rect.height > printed.rect.width
            assert ink(printed, pymupdf.Rect(0, 0, 1, 1))
            assert ink(page, pymupdf.Rect(0.1, 0.1, 0.9, 0.5)) == ink(
                printed, pymupdf.Rect(0.1, 0.1, 0.9, 0.5)
            )
            assert not ink(printed, pymupdf.Rect(0, 0, 1, 0.01))  # the margin
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
    level, text = notice(real_window)
    assert level is Level.INFO
    assert "paper.pdf" in text
    assert real_window.commands["print"].isEnabled()
    assert real_window.findChildren(PrintProgress) == []


def test_every_page_lands_where_it_stood_and_a_wide_page_turns_its_sheet(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    source, file = tmp_path / "mixed.pdf", tmp_path / "paper.pdf"
    with pymupdf.open() as made:
        for width, height in ((595, 842), (842, 595), (595, 842)):
            page = made.new_page(width=width, height=height)
            page.draw_rect(pymupdf.Rect(0, 0, width / 2, height / 4), fill=(0, 0, 0))
            page.draw_rect(pymupdf.Rect(0, 0.5 * height, width / 2, height), fill=(0, 0, 0))
        made.save(source)
    open_and_print(real_window, str(source), [0, 1, 2], file, qtbot)
    with pymupdf.open(file) as paper:
        assert [page.rect.width > page.rect.height for page in paper] == [False, True, False]
        for page in paper:
            assert ink(page, pymupdf.Rect(0.1, 0.1, 0.45, 0.2))
            assert not ink(page, pymupdf.Rect(0.1, 0.29, 0.9, 0.46))
            assert not ink(page, pymupdf.Rect(0.54, 0.1, 0.9, 0.9))
            width, height = page.rect.width, page.rect.height
            clip = pymupdf.Rect(0.15 * width, 0.54 * height, 0.45 * width, 0.85 * height)
            shades = page.get_pixmap(clip=clip, dpi=300, colorspace=pymupdf.csGRAY).samples
            assert max(shades) < GREY  # no seam between bands


def test_a_view_that_is_turned_prints_pages_as_they_are(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    source, file = tmp_path / "corner.pdf", tmp_path / "paper.pdf"
    with pymupdf.open() as made:
        made.new_page(width=595, height=842).draw_rect(pymupdf.Rect(0, 0, 297, 421), fill=(0, 0, 0))
        made.save(source)
    real_window.session.document_opened.connect(lambda: real_window.pages.turn_to(1))
    open_and_print(real_window, str(source), [0], file, qtbot)
    assert real_window.pages.turn == 1
    with pymupdf.open(file) as paper:
        assert paper[0].rect.height > paper[0].rect.width
        assert ink(paper[0], pymupdf.Rect(0.1, 0.1, 0.4, 0.4))
        assert not ink(paper[0], pymupdf.Rect(0.6, 0, 1, 1))
        assert not ink(paper[0], pymupdf.Rect(0, 0.6, 1, 1))


def test_stopping_in_the_middle_leaves_no_half_file_and_the_old_one_as_it_was(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    file = tmp_path / "paper.pdf"
    file.write_bytes(b"what was printed before")
    printing = window.printing.print_pages(pdf_printer(file), [0, 1, 2])
    stopped: list[Printed] = []
    printing.ended.connect(stopped.append)

    def stop_after_the_first(done: int, _count: int) -> None:
        if done == 1:
            window.findChildren(PrintProgress)[0].cancel_button.click()

    printing.progressed.connect(stop_after_the_first)
    for _round in range(20):
        settle()
    assert [str(each.ending) for each in stopped] == ["cancelled"]
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
    assert file.read_bytes() == b"what was printed before"
    assert notice(window) == (Level.INFO, "Printing was stopped.")


@pytest.mark.parametrize("leave", ["close the document", "close the window"])
def test_who_leaves_prints_no_more(window: MainWindow, desk: Desk, tmp_path: Path, leave: str) -> None:
    desk.open()
    desk.client.paints = False
    window.printing.print_pages(pdf_printer(tmp_path / "paper.pdf"), [0])
    if leave == "close the document":
        window.session.close()
    else:
        window.close()
    settle()
    assert window.printing.job is None
    assert list(tmp_path.iterdir()) == []
    assert window.commands["print"].isEnabled() == (leave == "close the window")


def test_a_damaged_page_is_said_and_the_others_are_printed(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    desk.open()
    settle()
    desk.client.paints = False
    file = tmp_path / "paper.pdf"
    job = window.printing.print_pages(pdf_printer(file), [1, 2])
    desk.client.paints = True
    damaged = Sentence("worker.page_damaged", {"path": "chronicle.pdf", "page": 2})
    desk.answer(PageFailed(desk.job_id, 1, damaged, painting=True, request_id=1))
    for _round in range(20):
        settle()
    assert window.printing.job is not job
    with pymupdf.open(file) as paper:
        assert paper.page_count == 1
    level, text = notice(window)
    assert level is Level.WARNING
    assert text.endswith("could not be printed: 2")


def test_the_document_itself_is_never_printed_over(window: MainWindow, desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "chronicle.pdf"
    file.write_bytes(b"the document")
    desk.open(str(file))
    window.printing.print_pages(pdf_printer(file), [0])
    settle()
    assert file.read_bytes() == b"the document"
    assert notice(window)[0] is Level.ERROR
    assert [path.name for path in tmp_path.iterdir()] == ["chronicle.pdf"]


def test_a_printer_that_refuses_is_said(
    window: MainWindow, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open()
    printer = pdf_printer(tmp_path / "paper.pdf")
    monkeypatch.setattr(printer, "newPage", lambda: False)
    window.printing.print_pages(printer, [0, 1])
    for _round in range(20):
        settle()
    assert notice(window)[0] is Level.ERROR
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")
def test_a_full_disk_is_said_and_leaves_what_was_there(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    import resource as limits  # noqa: PLC0415 - not on Windows

    file = tmp_path / "paper.pdf"
    file.write_bytes(b"what was printed before")
    before = limits.getrlimit(limits.RLIMIT_FSIZE)

    def fill_the_disk() -> None:
        limits.setrlimit(limits.RLIMIT_FSIZE, (2**16, before[1]))

    real_window.session.bridge.paper_painted.connect(fill_the_disk)
    try:
        open_and_print(real_window, SAMPLE, [0, 1], file, qtbot)
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, before)
    level, text = notice(real_window)
    assert level is Level.ERROR
    assert "could not be printed" in text
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]
    assert file.read_bytes() == b"what was printed before"


def test_a_printed_file_that_lost_its_middle_is_not_whole(tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    with pymupdf.open() as made:
        made.new_page()
        made.save(file)
    assert is_whole(file)
    content = file.read_bytes()
    file.write_bytes(content[:100] + content[120:])
    assert not is_whole(file)
    file.write_bytes(content[:-20])
    assert not is_whole(file)


def test_the_dialog_offers_a_range_and_the_page_in_view(
    window: MainWindow, desk: Desk, tmp_path: Path
) -> None:
    assert not window.commands["print"].isEnabled()
    desk.open()
    file = tmp_path / "paper.pdf"
    seen: list[tuple[bool, int, int]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        offers_current = dialog.testOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        seen.append((offers_current, dialog.minPage(), dialog.maxPage()))
        printer = dialog.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(300, answer)
    window.commands["print"].trigger()
    for _round in range(40):
        settle()
    assert seen == [(True, 1, 6)]
    with pymupdf.open(file) as paper:
        assert paper.page_count == 6


def test_the_pages_chosen_come_in_the_order_asked_for(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "paper.pdf")
    assert pages_chosen(printer, 4, 2) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_chosen(printer, 4, 2) == [2]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert pages_chosen(printer, 4, 0) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_chosen(printer, 4, 0) == [2, 1]
