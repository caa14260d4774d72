"""Asks before an address outside the document is given to the browser or the mail program.

In: an address that a PDF names. Out: at most one call of `QDesktopServices.openUrl`, after a person has seen
the whole address. Foreign letters in a host's name are shown as they are sent ("xn--…", RFC 3492): one that
looks like another's does not pass for it. Timeleaf itself opens no connection.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.ui.plain_text import plain_label

SHOWN_LINES = 4  # of the address; more is scrolled
SCHEMES = frozenset({"http", "https", "mailto"})


class LinkDialog(QDialog):
    """Open with `open()`. What Enter presses is “Cancel”."""

    def __init__(self, address: str, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = QUrl(address, QUrl.ParsingMode.TolerantMode)
        self._shown = self._url.toString(QUrl.ComponentFormattingOption.FullyEncoded) or address
        is_mail = self._url.scheme().lower() == "mailto"
        self.setWindowTitle(sentences("link.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question = plain_label(sentences("link.ask_mail" if is_mail else "link.ask"))
        question.setWordWrap(True)
        self.host = plain_label(isolated(self._host()))
        self.host.setVisible(bool(self._host()))
        font = self.host.font()
        font.setBold(True)
        self.host.setFont(font)
        self.host.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.address = QPlainTextEdit(self._shown)
        self.address.setReadOnly(True)
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.setAccessibleName(sentences("link.address"))
        self.address.setTabChangesFocus(True)
        self.address.setFixedHeight(round((SHOWN_LINES + 0.8) * self.address.fontMetrics().lineSpacing()))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        for widget in (question, self.host, self.address, self._hint(sentences), self._buttons(sentences)):
            column.addWidget(widget)
        self.setMinimumWidth(460)

    def _hint(self, sentences: Sentences) -> QLabel:
        hint = plain_label(sentences("link.hint"))
        hint.setWordWrap(True)
        return hint

    def _buttons(self, sentences: Sentences) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.open_button = buttons.addButton(sentences("link.open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy_button = buttons.addButton(sentences("link.copy"), QDialogButtonBox.ButtonRole.ActionRole)
        cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.open_button.setEnabled(self._url.isValid() and self._url.scheme().lower() in SCHEMES)
        for button in (self.open_button, self.copy_button):
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)
        cancel.setDefault(True)
        cancel.setFocus()
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        return buttons

    def _host(self) -> str:
        return self._url.host(QUrl.ComponentFormattingOption.FullyEncoded)

    def _open(self) -> None:
        QDesktopServices.openUrl(self._url)
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._shown)
        self.accept()
