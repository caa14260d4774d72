"""A person saves the timeline as a picture: dots, a drawing, a page; never over the document."""

from __future__ import annotations

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.document.model import DocumentInfo
from reader.ui.exporting.timeline_picture import SHARPNESS
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level
from reader.worker.messages import Opened
from tests.ui.conftest import A4, Desk, settle


@pytest.fixture
def document(tmp_path: Path, window: MainWindow, desk: Desk) -> Path:
    """A document that is open with its timeline, nothing found yet."""
    path = tmp_path / "chronicle.pdf"
    path.write_bytes(b"%PDF")
    desk.session.open(str(path))
    desk.answer(Opened(1, DocumentInfo(str(path), "00", "", 6, A4)))
    window.load_timeline()
    return path


def save_as(window: MainWindow, path: Path) -> tuple[Level, str]:
    window.commands["export_picture"].trigger()
    dialog = window.picturing.shown
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))  # as if one had said yes to write over what is there
    dialog.close()
    settle()
    notice = window.message.notice
    assert notice is not None
    return notice.level, notice.text


def test_the_picture_shows_the_dates_as_sharp_as_paper_wants(
    window: MainWindow, desk: Desk, document: Path
) -> None:
    desk.find()
    target = document.with_name("t.png")
    assert save_as(window, target)[0] is Level.INFO
    image = QImage(str(target))
    plot = window.picturing.plot
    window.message.dismiss()  # it took some of the room
    settle()
    assert image.size() == plot.viewport().size() * SHARPNESS
    shown = plot.grab().toImage().scaled(image.size())
    alike = sum(
        abs(shown.pixelColor(x, y).lightness() - image.pixelColor(x, y).lightness()) < 60
        for x in range(0, image.width(), 24)
        for y in range(0, image.height(), 24)
    )
    assert alike > 0.97 * (image.width() // 24) * (image.height() // 24)
    colors = {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(0, image.height(), 9)}
    assert len(colors) > 5


def test_a_drawing_and_a_page_keep_their_letters(window: MainWindow, desk: Desk, document: Path) -> None:
    desk.find()
    save_as(window, document.with_name("t.svg"))
    assert QSvgRenderer(str(document.with_name("t.svg"))).isValid()
    assert "<text" in document.with_name("t.svg").read_text(encoding="utf-8")
    save_as(window, document.with_name("t.pdf"))
    with pymupdf.open(document.with_name("t.pdf")) as page:
        assert "bridge was opened" in " ".join(page[0].get_text().split())


def test_the_document_is_never_written_over(window: MainWindow, desk: Desk, document: Path) -> None:
    desk.find()
    assert save_as(window, document)[0] is Level.ERROR
    assert document.read_bytes() == b"%PDF"


def test_a_document_under_another_name_is_not_written_over(
    window: MainWindow, desk: Desk, document: Path
) -> None:
    desk.find()
    other = document.with_name("contract.png")
    other.write_bytes(b"%PDF-1.7 a contract")
    assert save_as(window, other)[0] is Level.ERROR
    assert other.read_bytes() == b"%PDF-1.7 a contract"


def test_a_folder_that_is_not_there_is_named(window: MainWindow, desk: Desk, document: Path) -> None:
    desk.find()
    level, text = save_as(window, document.parent / "gone" / "t.png")
    assert level is Level.ERROR
    assert "t.png" in text


@pytest.mark.usefixtures("document")
def test_without_dates_there_is_nothing_to_save(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.session.message_raised):
        window.commands["export_picture"].trigger()
    assert window.picturing.shown is None
