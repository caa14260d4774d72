"""How far the printing is, and its end on wish: a line, a bar and a button in the status bar."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.theme import Theme

BAR_WIDTH = 100  # pixels


class PrintProgress(QWidget):
    """Seen from the first page to the last."""

    cancelled = Signal()

    def __init__(self, say: Sentences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName(say("print.progress_name"))
        self.cancel_button = QToolButton()
        self.cancel_button.setAutoRaise(True)
        self.cancel_button.setIconSize(QSize(16, 16))
        self.cancel_button.setIcon(theme.icon("close", "text"))
        self.cancel_button.setToolTip(say("print.cancel"))
        self.cancel_button.setAccessibleName(say("print.cancel"))
        self.cancel_button.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.text, self.bar, self.cancel_button):
            row.addWidget(part)

    def show_progress(self, done: int, count: int) -> None:
        """Say which page is being printed."""
        self.text.setText(self._say("print.progress", page=min(done + 1, count), count=count))
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(done)
