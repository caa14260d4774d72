"""A fault while painting costs a picture, not the program."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.painting_guard import guarded


class Faulty(QWidget):
    """A widget whose painting fails."""

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        raise IndexError(f"nothing at {event.rect()}")


def test_a_fault_in_painting_is_logged_and_the_program_lives(
    qtbot: QtBot, expected_log: Callable[[str], None]
) -> None:
    expected_log("could not be painted: Faulty.paintEvent")
    widget = Faulty()
    qtbot.addWidget(widget)
    widget.show()
    widget.grab()
    assert widget.isVisible()
