"""The list of results: every hit with a line of what stands around it, and its page.

In: the search. Out: the hit a person chooses. The row of the present hit is marked and kept in sight; while
the document is still being read, rows come in without moving what one looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from reader.ui.search.result_delegate import ResultDelegate
from reader.ui.search.result_model import ResultModel
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme

CHOOSING_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
MOVING_KEYS = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
LEAST_HEIGHT = 140  # pixels: the head and three rows


class ResultRows(QListView):
    """The rows; `chosen` when a person picks one with the keys, never by a program."""

    chosen = Signal(QModelIndex)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows choose as they go, Enter chooses again."""
        if event.key() in CHOOSING_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
        if event.key() in MOVING_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())


class ResultList(QWidget):
    """Head and rows."""

    dismissed = Signal()

    def __init__(
        self, session: Session, search: SearchSession, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._search, self._theme, self._say = session, search, theme, session.sentences
        self.model = ResultModel(session, search, self)
        self.rows = ResultRows(self)
        self.title = QLabel(self._say("search.results"))
        self.count = QLabel()
        self.close_button = QToolButton()
        self._build()
        self.rows.clicked.connect(self._choose)
        self.rows.chosen.connect(self._choose)
        self.close_button.clicked.connect(self.dismissed)
        search.changed.connect(self._refresh)
        theme.changed.connect(self._dress)
        self._dress()
        self._refresh()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("result_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(LEAST_HEIGHT)
        self.title.setObjectName("pane_title")
        self.count.setObjectName("pane_count")
        self.close_button.setAutoRaise(True)
        self.close_button.setToolTip(self._say("search.hide_results"))
        self.close_button.setAccessibleName(self._say("search.hide_results"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 4)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.close_button)
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(ResultDelegate(self._search, self._theme, self))
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.setFrameShape(QListView.Shape.NoFrame)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(self._say("search.results"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)

    def _dress(self) -> None:
        self.close_button.setIcon(self._theme.icon("close"))
        self.rows.viewport().update()

    def _refresh(self) -> None:
        total, row = self._search.counts.total, self._search.current_row
        self.count.setText(str(total) if self._search.is_on else "")
        if row is None:
            self.rows.setCurrentIndex(QModelIndex())
        elif self.rows.currentIndex().row() != row:
            index = self.model.index(row)
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)

    def _choose(self, index: QModelIndex) -> None:
        self._search.choose(index.row())
