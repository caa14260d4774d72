"""A sentence inside the window: a refusal, a page that fails, a child that was restarted. Never a dialog.

In: notices. Out: the newest one in the colour of its level, with a button to put it away and perhaps one for
what can be done about it: `command_wanted`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.margins import set_margins
from reader.ui.notice import Notice
from reader.ui.quotes import led
from reader.ui.theme import Theme


class MessageBar(QFrame):
    """One notice."""

    command_wanted = Signal(str)  # the id of a command

    def __init__(self, sentences: Sentences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._say = theme, sentences
        self.notice: Notice | None = None
        self.setObjectName("message_bar")
        self.icon = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.command_button = QPushButton()
        self.command_button.clicked.connect(self._carry_out)
        self.dismiss_button = QToolButton()
        self.dismiss_button.setAutoRaise(True)
        self.dismiss_button.setToolTip(sentences("message.dismiss"))
        self.dismiss_button.setAccessibleName(sentences("message.dismiss"))
        self.dismiss_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        set_margins(row, 16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self.icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.command_button)
        row.addWidget(self.dismiss_button)
        theme.changed.connect(self._dress)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice in place of the one before, and say it to a screen reader."""
        self.notice = notice
        self.text.setText(led(notice.text, self._say))
        self.setAccessibleName(notice.text)
        if notice.command:
            self.command_button.setText(self._say(f"action.{notice.command}").replace("&", ""))
        self.command_button.setVisible(bool(notice.command))
        self._dress()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Put the notice away."""
        self.notice = None
        self.hide()

    def let_document_go(self) -> None:
        """Put a notice away that was said of a document."""
        if self.notice is not None and not self.notice.of_program:
            self.dismiss()

    def end_delay(self) -> None:
        """All is read after all: put a notice away that told of a delay."""
        if self.notice is not None and self.notice.until_read:
            self.dismiss()

    def withdraw(self, notice: Notice) -> None:
        """Put a notice away if it is the one that is shown."""
        if self.notice is notice:
            self.dismiss()

    def _carry_out(self) -> None:
        if self.notice is not None:
            self.command_wanted.emit(self.notice.command)

    def _dress(self) -> None:
        if self.notice is None:
            return
        level = self.notice.level.value
        ink, ground = self._theme.css(level), self._theme.css(f"{level}_soft")
        self.setStyleSheet(
            f"#message_bar {{ background: {ground}; border: none; border-bottom: 1px solid {ink}; }}"
            f"#message_bar QLabel {{ color: {self._theme.css('text')}; }}"
        )
        self.icon.setPixmap(self._theme.icon(level, level).pixmap(20, 20))
        self.dismiss_button.setIcon(self._theme.icon("close", "text"))
