"""Asks for the password of a protected document. In: its path. Out: the password, given to `entered`."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.ui.plain_text import plain_label
from reader.ui.theme import Theme


class PasswordDialog(QDialog):
    """Open with `open()`: the window goes on meanwhile."""

    entered = Signal(str)

    def __init__(
        self, path: str, sentences: Sentences, theme: Theme, *, was_wrong: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentences("password.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        icon = QLabel()
        icon.setPixmap(theme.icon("lock", "accent").pixmap(32, 32))
        key = "password.again" if was_wrong else "password.ask"
        text = plain_label(sentences(key, name=isolated(Path(path).name)))
        text.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(sentences("password.field"))
        self.field.setPlaceholderText(sentences("password.field"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.open_button = buttons.button(QDialogButtonBox.StandardButton.Open)
        self.open_button.setEnabled(False)
        self.field.textChanged.connect(lambda typed: self.open_button.setEnabled(bool(typed)))
        buttons.accepted.connect(self._enter)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self.field)
        column.addWidget(buttons)
        self.setMinimumWidth(420)

    def _enter(self) -> None:
        self.entered.emit(self.field.text())
        self.accept()
