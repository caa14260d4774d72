"""The session's events as rows, by time or by their place in the document.

In: `session.events`. Out: a list model; what a row says to a screen reader is one short sentence.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, Signal

from reader.timeline.date_words import DateWords
from reader.timeline.model import Event, EventId
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session

if TYPE_CHECKING:
    from reader.timeline.event_table import EventTable

EVENT_ROLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class Order(StrEnum):
    """How the rows are sorted."""

    TIME = "time"
    PLACE = "place"


@outlives_faults
class EventModel(QStringListModel):
    """One row an event.

    Its rows are counted by Qt, as so many empty texts: a list view asks for their number once a row, and
    187,000 answers from here would stop the window for 0.6 s.
    """

    renewing = Signal()  # its rows are the old ones yet

    def __init__(self, session: Session, words: DateWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words
        self._order = Order.TIME
        self._events: EventTable | tuple[()] = ()
        session.events_changed.connect(self._take)
        self._take()

    @property
    def order(self) -> Order:
        """How the rows are sorted."""
        return self._order

    def sort_by(self, order: Order) -> None:
        """Sort the rows anew."""
        self._order = order
        self._take()

    def row_of(self, event_id: EventId) -> int | None:
        """The row of an event, None where it is not shown."""
        return self._events.index_of(event_id) if self._events else None

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self._events[row]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The event itself, or its sentence."""
        if not index.isValid() or index.row() >= len(self._events):
            return None
        event = self._events[index.row()]
        if role == EVENT_ROLE:
            return event
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._session.sentences(
                "event_list.row",
                date=self._words.all_dates(event),
                kind=self._kind(event),
                label=event.label,
                page=page_label(event),
            )
        return None

    def _kind(self, event: Event) -> str:
        kind = self._session.sentences(f"event_list.kind_{kind_name(event)}")
        return f"{kind} ({self._session.sentences('ocr.mark')})" if event.from_ocr else kind

    def _take(self) -> None:
        self.renewing.emit()
        self._events = self._session.events
        if self._events and self._order is Order.PLACE:
            self._events = self._events.as_read()
        self.setStringList([""] * len(self._events))


def kind_name(event: Event) -> str:
    """The kind as a key of a sentence and of a colour: a planned event is a kind of its own."""
    return "planned" if event.planned and event.kind.value == "event" else event.kind.value


def page_label(event: Event) -> str:
    """The label of the page of the first mention, "" without one."""
    return event.mentions[0].page_label if event.mentions else ""
