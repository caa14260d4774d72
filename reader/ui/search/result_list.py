"""The list of results: every hit with a line of what stands around it, and its page.

In: the search. Out: the hit a person chooses. The row of the present hit is marked and kept in sight; while
the document is still being read, rows come in without moving what one looks at.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget

from reader.ui.chosen_rows import ChosenRows
from reader.ui.margins import set_margins
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
        # The hit that stays where it is seen, and how far down that is.
        self._held: tuple[int, int] | None = None
        self._held_at = 0
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
        self.rows.verticalScrollBar().valueChanged.connect(self._note_held)
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
        set_margins(head, 16, 8, 8, 4)
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
            self._hold()
        if is_new or search.current != self._current:
            self.rows.scrollTo(index)
        self._counts, self._current = search.counts, search.current
        self._note_held()

    def _note_held(self) -> None:
        """Remember where the present hit is seen, or which is uppermost where it is not."""
        counts, present = self._search.counts, self._search.current_row
        value, height = self.rows.verticalScrollBar().value(), self._row_height
        last = value + self.rows.viewport().height() - height
        is_seen = present is not None and value <= present * height <= last
        row = present if present is not None and is_seen else value // height
        is_known = row < min(counts.total, self.model.rowCount())
        self._held = counts.place_of(row) if is_known and (is_seen or value) else None
        self._held_at = row * height - value

    def _hold(self) -> None:
        """Keep that hit where it was seen, though rows have come in before it."""
        if self._held is not None:
            self.rows.executeDelayedItemsLayout()
            row = self._search.counts.row_of(*self._held)
            self.rows.verticalScrollBar().setValue(row * self._row_height - self._held_at)

    @property
    def _row_height(self) -> int:
        return max(self.rows.sizeHintForRow(0), 1)

    def _choose(self, index: QModelIndex) -> None:
        self._search.choose(index.row())
