"""What the window shows without a document: an invitation to open one, to drop one, or to see the sample.

In: the recent documents. Out: `open_wanted`, `sample_wanted`, `file_wanted` with a path.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reader.resources import resource
from reader.sentences import Sentences
from reader.store.library import RecentDocument
from reader.ui.plain_text import plain_tip
from reader.ui.start_page.elided_label import ElidedLabel
from reader.ui.theme import Theme

COLUMN_WIDTH = 560
LOGO = 96
MOST_RECENT = 8


class StartPage(QScrollArea):
    """The start page."""

    open_wanted = Signal()
    sample_wanted = Signal()
    file_wanted = Signal(str)

    def __init__(self, sentences: Sentences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = sentences, theme
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setObjectName("start_page")
        self.open_button = QPushButton(sentences("start_page.open"))
        self.open_button.setObjectName("primary")
        self.open_button.clicked.connect(self.open_wanted)
        self.sample_button = QPushButton(sentences("start_page.sample"))
        self.sample_button.clicked.connect(self.sample_wanted)
        self.recent_title = QLabel(sentences("start_page.recent"))
        self.recent_title.setObjectName("section_title")
        self.recent_buttons: list[QPushButton] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_recent(())

    def _build(self) -> None:
        logo = QLabel()
        logo.setPixmap(QIcon(str(resource("icons", "timeleaf.svg"))).pixmap(QSize(LOGO, LOGO)))
        logo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = QLabel("Timeleaf")
        name.setObjectName("start_name")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tagline = QLabel(self._say("start_page.tagline"))
        tagline.setObjectName("start_tagline")
        tagline.setAlignment(Qt.AlignmentFlag.AlignCenter)
        tagline.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self.open_button, self.sample_button):
            button.setIconSize(QSize(20, 20))
            button.setMinimumHeight(40)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            buttons.addWidget(button)
        buttons.addStretch(1)
        hint = QLabel(self._say("start_page.drop"))
        hint.setObjectName("hint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        content = QWidget()
        content.setMaximumWidth(COLUMN_WIDTH)
        column = QVBoxLayout(content)
        column.setSpacing(10)
        for widget in (logo, name, tagline):
            column.addWidget(widget)
        column.addSpacing(14)
        column.addLayout(buttons)
        column.addWidget(hint)
        column.addSpacing(22)
        column.addWidget(self.recent_title)
        column.addLayout(self._recent)
        outer = QWidget()
        outer.setObjectName("start_ground")
        around = QVBoxLayout(outer)
        beside = QHBoxLayout()
        beside.addStretch(1)
        beside.addWidget(content, COLUMN_WIDTH)  # all the width there is, up to its own
        beside.addStretch(1)
        around.addStretch(2)
        around.addLayout(beside)
        around.addStretch(3)
        self.setWidget(outer)

    def show_recent(self, files: Sequence[RecentDocument]) -> None:
        """List the documents that were open before, latest first."""
        for button in self.recent_buttons:
            button.deleteLater()
        self.recent_buttons = []
        for file in files[:MOST_RECENT]:
            button = self._recent_button(file)
            self._recent.addWidget(button)
            self.recent_buttons.append(button)
        self.recent_title.setVisible(bool(self.recent_buttons))
        self._dress()

    def _recent_button(self, file: RecentDocument) -> QPushButton:
        button = QPushButton()
        button.setObjectName("recent")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(plain_tip(file.path))
        name = file.title or Path(file.path).name
        button.setAccessibleName(f"{name}, {file.path}")
        button.clicked.connect(lambda: self.file_wanted.emit(file.path))
        title = ElidedLabel(name, Qt.TextElideMode.ElideRight)
        title.setObjectName("recent_title")
        path = ElidedLabel(str(Path(file.path)), Qt.TextElideMode.ElideMiddle)
        pages = QLabel("·  " + self._say("start_page.pages", count=file.page_count))
        for label in (path, pages):
            label.setObjectName("hint")
        for label in (title, path, pages):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        icon = QLabel()
        icon.setObjectName("recent_icon")
        icon.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addLayout(_beside(path, pages))
        row = QHBoxLayout(button)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(icon)
        row.addLayout(words, 1)
        button.setMinimumHeight(row.sizeHint().height())
        return button

    def _dress(self) -> None:
        self.open_button.setIcon(self._theme.icon("open", "accent_text"))
        self.sample_button.setIcon(self._theme.icon("sample", "accent"))
        for button in self.recent_buttons:
            icon = button.findChild(QLabel, "recent_icon")
            if isinstance(icon, QLabel):
                icon.setPixmap(self._theme.icon("document").pixmap(24, 24))


def _beside(*labels: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for label in labels:
        row.addWidget(label)
    row.addStretch(1)
    return row
