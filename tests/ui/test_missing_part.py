"""Of a file that was cut off, or that holds more than its pages show, who opens it is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.document.model import Cover
from reader.sentences import Sentence
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level
from reader.worker.messages import Opened
from tests.ui.conftest import Desk, info, settle


def test_a_document_whose_end_is_missing_is_said_to_be_damaged(window: MainWindow, desk: Desk) -> None:
    window.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, replace(info(), is_cut_off=True)))
    settle()
    told = window.message.notice
    assert told is not None
    assert told.level is Level.WARNING
    assert "its end is missing" in told.text
    window.door.open_file("another.pdf")
    desk.answer(Opened(2, info("another.pdf")))
    settle()
    assert window.message.notice is None


@pytest.mark.parametrize(
    ("cover", "remedy"),
    [(Cover.OF_PORTFOLIO, "open them one by one"), (Cover.OF_FORM, "print it into a PDF file")],
)
def test_a_cover_is_not_taken_for_the_document(
    window: MainWindow, desk: Desk, cover: Cover, remedy: str
) -> None:
    window.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, replace(info(), cover=cover)))
    settle()
    told = window.message.notice
    assert told is not None
    assert "chronicle.pdf" in told.text
    assert remedy in told.text


def test_damage_stays_said_where_pictures_cannot_be_read(window: MainWindow, desk: Desk) -> None:
    window.door.open_file("chronicle.pdf")
    desk.answer(Opened(1, replace(info(), is_cut_off=True)))
    desk.session.recognition.hindered.emit(Sentence("error.no_pages", {"path": "chronicle.pdf"}))
    settle()
    assert window.message.notice is not None
    assert "its end is missing" in window.message.notice.text
