"""The hits of the search as rows. What a row says is asked for when it comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.painting_guard import outlives_faults
from reader.ui.search_session import SearchSession
from reader.ui.session import Session

HIT_ROLE = Qt.ItemDataRole.UserRole  # Hit, None while it is not known
PAGE_ROLE = Qt.ItemDataRole.UserRole + 1  # "p. iv"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
# A view lays out every row, seen or not: 20,000 take 10 ms, 100,000 130 ms, and nobody reads on.
MOST_ROWS = 20_000


@outlives_faults
class ResultModel(QAbstractListModel):
    """One row a hit, in the order of the document, as far as rows go."""

    def __init__(self, session: Session, search: SearchSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._search = session, search
        self._rows = 0
        self._counts = search.counts
        search.changed.connect(self._count)
        search.hits_known.connect(self._show_page)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many hits are known."""
        return 0 if parent.isValid() else self._rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The hit, its page, or both as a sentence."""
        if not index.isValid() or index.row() >= self._search.counts.total:
            return None
        hit = self._search.hit_at(index.row())
        if role == HIT_ROLE:
            return hit
        page = hit.page_index if hit else self._search.counts.place_of(index.row())[0]
        label = self._session.pages.label(page)
        if role == PAGE_ROLE:
            return self._session.sentences("search.page", page=label)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            text = hit.before + hit.text + hit.after if hit else "…"
            return self._session.sentences("search.row", page=label, text=text)
        return None

    def _count(self) -> None:
        rows = min(self._search.counts.total, MOST_ROWS)
        if self._counts is not self._search.counts or rows < self._rows:
            self.beginResetModel()
            self._rows, self._counts = rows, self._search.counts
            self.endResetModel()
        elif rows > self._rows:  # of pages before or between; what is seen is said anew
            self.beginInsertRows(NOWHERE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def _show_page(self, page: int) -> None:
        counts = self._search.counts
        if counts.on(page):
            first = counts.row_of(page, 0)
            last = min(first + counts.on(page), self._rows) - 1
            if first <= last:
                self.dataChanged.emit(self.index(first), self.index(last))
