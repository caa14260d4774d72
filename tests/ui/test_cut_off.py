"""Of a file that was cut off, who opens it is told."""

from __future__ import annotations

from dataclasses import replace

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
