"""Rows that a person goes over and chooses from with the keys: what the list of dates and of results share.

In: keys. Out: `chosen` for Enter and the space bar, `stepped` when arrows and page keys pass over a row. A
program that moves the current row causes neither.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from reader.ui.actions import DATED_STEPS
from reader.ui.painting_guard import outlives_faults

CHOOSING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
MOVING_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


@outlives_faults
class ChosenRows(QListView):
    """The rows."""

    chosen = Signal(QModelIndex)
    stepped = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows step as they go; Enter chooses again, after one has read on elsewhere."""
        if event.key() in CHOOSING_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        if event.text() in DATED_STEPS:
            event.ignore()  # or a row that begins so would be looked for
            return
        super().keyPressEvent(event)
        if event.key() in MOVING_KEYS and self.currentIndex().isValid():
            self.stepped.emit(self.currentIndex())
