"""The list of results: every hit with a line of what stands around it, and its page.

In: the search. Out: the hit a person chooses. The row of the present hit is marked and kept in sight; while
the document is still being read, rows come in without moving what one looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from reader.ui.chosen_rows import ChosenRows
from reader.ui.search.result_delegate import ResultDelegate
from reader.ui.search.result_model import ResultModel
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme

LEAST_HEIGHT = 140  # pixels: the head and three rows


class ResultList(QWidget):
    """Head and rows."""

    dismissed = Signal()

    def __init__(
        self, session: Session, search: SearchSession, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._search, self._theme, self._say = session, search, theme, session.sentences
        self._counts, self._current = search.counts, search.current
        self._top = (0, 0)  # number of the uppermost row seen, and how many pixels of it are hidden
        self._top_hit: tuple[int, int] | None = None
        self.model = ResultModel(session, search, self)
        self.rows = ChosenRows(self)
        self.title = QLabel(self._say("search.results"))
        self.count = QLabel()
        self.close_button = QToolButton()
        self._build()
        self.rows.clicked.connect(self._choose)
        self.rows.chosen.connect(self._choose)
        self.rows.stepped.connect(self._choose)
        self.close_button.clicked.connect(self.dismissed)
        self.rows.verticalScrollBar().valueChanged.connect(self._note_top)
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
        search, total = self._search, self._search.counts.total
        listed = self.model.rowCount()
        words = str(total) if total == listed else self._say("search.listed", total=total, count=listed)
        self.count.setText(words if search.is_on else "")
        row = search.current_row
        index = self.model.index(row) if row is not None and row < listed else QModelIndex()
        is_new = search.counts is not self._counts
        self.rows.setAutoScroll(False)  # rows that come in before it move the present one, not the list
        self.rows.setCurrentIndex(index)
        self.rows.setAutoScroll(True)
        if not is_new:
            self._hold_top()
        if is_new or search.current != self._current:
            self.rows.scrollTo(index)
        self._counts, self._current = search.counts, search.current
        self._note_top()

    def _note_top(self) -> None:
        """Remember which hit is uppermost."""
        value, height = self.rows.verticalScrollBar().value(), max(self.rows.sizeHintForRow(0), 1)
        row, hidden = divmod(value, height)
        self._top = (row, hidden)
        known = row < self._search.counts.total
        self._top_hit = self._search.counts.place_of(row) if known and self.model.rowCount() else None

    def _hold_top(self) -> None:
        """Keep the hit uppermost that was, though rows have come in before it."""
        if self._top_hit is None or self._top == (0, 0):
            return
        row, (was, hidden) = self._search.counts.row_of(*self._top_hit), self._top
        if row != was:
            self.rows.executeDelayedItemsLayout()
            self.rows.verticalScrollBar().setValue(row * max(self.rows.sizeHintForRow(0), 1) + hidden)

    def _choose(self, index: QModelIndex) -> None:
        self._search.choose(index.row())
