"""Every key of the program in one table that can be searched. In: the commands. Out: a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.sentences import Sentences
from reader.ui.actions import COMMANDS, OTHER_KEYS, keys_of


class ShortcutsDialog(QDialog):
    """Shown with `open()`."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain(sentences("action.shortcuts")))
        self.search = QLineEdit()
        self.search.setPlaceholderText(sentences("shortcut.search"))
        self.search.setAccessibleName(sentences("shortcut.search"))
        self.search.setClearButtonEnabled(True)
        rows = key_table(sentences, mirrored=self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        self.table = QTableWidget(len(rows), 2)
        self.table.setHorizontalHeaderLabels([sentences("shortcut.command"), sentences("shortcut.keys")])
        self.table.setAccessibleName(plain(sentences("action.shortcuts")))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                self.table.setItem(number, column, QTableWidgetItem(text))
        self.search.textChanged.connect(self._filter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(18, 18, 18, 14)
        column_of_parts.setSpacing(10)
        column_of_parts.addWidget(self.search)
        column_of_parts.addWidget(self.table, 1)
        column_of_parts.addWidget(buttons)
        self.resize(520, 600)

    def _filter(self, typed: str) -> None:
        wanted = typed.casefold()
        for number in range(self.table.rowCount()):
            cells = (self.table.item(number, column) for column in range(2))
            self.table.setRowHidden(
                number, not any(wanted in cell.text().casefold() for cell in cells if cell)
            )


def key_table(sentences: Sentences, *, mirrored: bool = False) -> list[tuple[str, str]]:
    """Each command that has keys, and the keys as this system writes them."""
    native = QKeySequence.SequenceFormat.NativeText
    rows = [
        (
            plain(sentences(f"action.{each.id}")),
            "   ".join(
                left_to_right(QKeySequence(keys).toString(native))
                for keys in keys_of(each, mirrored=mirrored)
            ),
        )
        for each in COMMANDS
        if each.shortcuts
    ]
    return rows + [(sentences(f"shortcut.{name}"), left_to_right(keys)) for name, keys in OTHER_KEYS]


def left_to_right(keys: str) -> str:
    """Names of keys as a keyboard bears them: beside Arabic words “Ctrl++” would read “++Ctrl” (UAX 9)."""
    return f"\u2066{keys}\u2069"


def plain(text: str) -> str:
    """The text of a command without the mark of its menu letter and without the dots of a dialog."""
    return text.replace("&", "").removesuffix("…")
