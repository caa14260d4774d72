"""The pages of the open document as rows: label, how many dates stand on each, what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.text_direction import isolated
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


@outlives_faults
class PageModel(QAbstractListModel):
    """A row a page."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._count = 0
        self._dates: list[int] | None = None  # a page, as far as there are some; None: to be counted

    def take(self) -> None:
        """Another document, or none."""
        self.beginResetModel()
        self._count = self._session.pages.count
        self._dates = None
        self.endResetModel()

    def take_events(self) -> None:
        """More events are known, or others are shown; they are counted when a page is looked at."""
        self._dates = None

    def dates_on(self, page_index: int) -> int:
        """How many of the events that are shown are first spoken of on a page."""
        if self._dates is None:
            self._dates = self._count_dates()
        return self._dates[page_index] if page_index < len(self._dates) else 0

    def _count_dates(self) -> list[int]:
        from numpy import bincount  # noqa: PLC0415 - there are no events before it has been loaded

        from reader.timeline.page_events import PAGE_SHIFT  # noqa: PLC0415 - see above

        events = self._session.events
        return bincount(events.column("place") >> PAGE_SHIFT).tolist() if events else []

    def in_words(self, page_index: int) -> str:
        """A page as a tooltip and a screen reader say it."""
        say = self._session.sentences
        parts = [say("thumbnails.page", page=isolated(self._session.pages.label(page_index)))]
        if count := self.dates_on(page_index):
            parts.append(say("timeline_view.dates", count=count))
        if why := self._session.failed_pages.get(page_index):
            parts.append(why)
        return " · ".join(parts)

    # ── what Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """A row a page."""
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The label, and what a screen reader says."""
        if not index.isValid() or index.row() >= self._session.pages.count:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._session.pages.label(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.in_words(index.row())
        return None
