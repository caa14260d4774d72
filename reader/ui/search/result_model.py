"""The hits of the search as rows. What a row says is asked for when it comes into sight."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.ui.search_session import SearchSession
from reader.ui.session import Session

HIT_ROLE = Qt.ItemDataRole.UserRole  # Hit, None while it is not known
PAGE_ROLE = Qt.ItemDataRole.UserRole + 1  # "p. iv"
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ResultModel(QAbstractListModel):
    """One row a hit, in the order of the document."""

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
        if self._rows != self._search.counts.total or self._counts is not self._search.counts:
            self.beginResetModel()
            self._rows, self._counts = self._search.counts.total, self._search.counts
            self.endResetModel()

    def _show_page(self, page: int) -> None:
        counts = self._search.counts
        if counts.on(page) and self._rows == counts.total:
            first = counts.row_of(page, 0)
            self.dataChanged.emit(self.index(first), self.index(first + counts.on(page) - 1))
