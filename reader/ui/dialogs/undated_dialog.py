"""The expressions of time that could not be dated: their words, their pages, and why.

In: what the timeline has left over. Out: the one a person goes to, by `chosen`; the list stays for the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.timeline.model import Unresolved
from reader.ui.plain_text import plain_tip
from reader.ui.quotes import told

COLUMNS = ("words", "page", "why")
WORDS_WIDTH = 180  # pixels: a weekday, a day and a month
SIZE = 640, 340


class UndatedDialog(QDialog):
    """Shown with `show()`: the pages behind it move to what is chosen."""

    chosen = Signal(object)  # Unresolved

    def __init__(
        self, undated: Sequence[Unresolved], sentences: Sentences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._undated = undated
        self.setWindowTitle(sentences("undated.title"))
        hint = QLabel(sentences("undated.hint"))
        hint.setWordWrap(True)
        self.table = QTableWidget(len(undated), len(COLUMNS))
        self.table.setAccessibleName(sentences("undated.title"))
        self.table.setHorizontalHeaderLabels([sentences(f"undated.{name}") for name in COLUMNS])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(0, WORDS_WIDTH)
        for row, each in enumerate(undated):
            cells = _words(each), each.page_label, told(each.reason, sentences)
            for column, text in enumerate(cells):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(text))
                self.table.setItem(row, column, cell)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)  # Enter chooses a row
        buttons.rejected.connect(self.reject)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(18, 18, 18, 14)
        parts.setSpacing(10)
        parts.addWidget(hint)
        parts.addWidget(self.table, 1)
        parts.addWidget(buttons)
        self.resize(*SIZE)
        self.table.setFocus()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._undated[index.row()])


def _words(undated: Unresolved) -> str:
    """As the text has them, on one line."""
    return isolated(" ".join(undated.text.split()))
