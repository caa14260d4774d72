"""Many events, packed, as one sequence: each is read when it is asked for, sorting and counting need none.

In: packed pages. Out: an `EventTable`, a sequence of events whose `columns` are arrays, and tables made of
it: of some kinds, in time, in reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from operator import eq
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from reader.timeline.codec import Parts
from reader.timeline.model import Event, EventId, EventKind
from reader.timeline.page_events import (
    FROM_LAST,
    KINDS,
    NO_FIRST,
    NO_LAST,
    OPEN_AFTER,
    OPEN_BEFORE,
    PageEvents,
    name_digest,
    pack,
)

COLUMNS = np.dtype(
    [
        ("first", "<i8"),
        ("last", "<i8"),
        ("place", "<i8"),
        ("name", "<u4"),
        ("kind", "u1"),
        ("flags", "u1"),
        ("confidence", "u1"),
        ("mentions", "u1"),
    ]
)
# Events and pages kept unpacked. A view draws 40 events and a list 30, each of another page: what is in sight
# is unpacked once (a page takes 0.1 ms, an event 0.03 ms), and all that is kept takes some 5 MB.
EVENTS_KEPT, PAGES_KEPT = 1024, 64

Rows = npt.NDArray[np.int32]
Days = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Shelf:
    """The packed pages a table and those made of it stand on."""

    def __init__(self, pages: Sequence[PageEvents]) -> None:
        self.pages = tuple(page for page in pages if page.records)
        records = np.frombuffer(b"".join([page.records for page in self.pages]), dtype=COLUMNS)
        # Each in one piece: so 187,000 names are looked through in 25 µs at every movement of the page.
        self.columns = {name: np.ascontiguousarray(records[name]) for name in COLUMNS.names or ()}
        self.names = self.columns["name"]
        self.count = len(records)
        lengths = [len(page.records) // COLUMNS.itemsize for page in self.pages]
        ends = np.cumsum(lengths, dtype=np.int64)
        # Neither of them knows the shelf: a circle would keep it alive until the collector comes by.
        opened = lru_cache(PAGES_KEPT)(partial(_open, self.pages))
        self.event = lru_cache(EVENTS_KEPT)(partial(_event, opened, ends))


def _open(pages: Sequence[PageEvents], number: int) -> Parts[Event]:
    return pages[number].opened()


def _event(opened: Callable[[int], Parts[Event]], ends: Days, row: int) -> Event:
    number = int(np.searchsorted(ends, row, side="right"))
    # Counted from the end, since `ends` says where a page ends.
    return opened(number)[row - int(ends[number])]


class EventTable(Sequence[Event]):
    """Some events of a shelf, in some order: `rows` are their numbers there."""

    def __init__(self, shelf: Shelf, rows: Rows) -> None:
        self.shelf = shelf
        self.rows = rows
        self._counts: list[int] | None = None

    def column(self, name: str) -> npt.NDArray[np.integer[Any]]:
        """What the records say of each event; see `COLUMNS`. Made anew each time: most are needed once."""
        return self.shelf.columns[name][self.rows]

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice | Days) -> EventTable: ...

    def __getitem__(self, index: int | slice | Days) -> Event | EventTable:
        """An event, or a table of some."""
        if isinstance(index, slice | np.ndarray):
            return EventTable(self.shelf, self.rows[index])
        return self.shelf.event(int(self.rows[index]))

    def __iter__(self) -> Iterator[Event]:
        """Every event; slow where there are many."""
        return (self[index] for index in range(len(self)))

    def __eq__(self, other: object) -> bool:
        """Whether a sequence holds equal events in the same order."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # a sequence that equals tuples and lists

    def index_of(self, event_id: EventId) -> int | None:
        """The place of an event in this table, None where it is not in it."""
        same = np.flatnonzero(self.shelf.names == name_digest(event_id)).tolist()
        row = next((row for row in same if self.shelf.event(row).id == event_id), None)
        found = [] if row is None else np.flatnonzero(self.rows == row).tolist()
        return found[0] if found else None

    def find(self, event_id: EventId) -> Event | None:
        """The event of that id."""
        index = self.index_of(event_id)
        return None if index is None else self[index]

    def having(self, mask: Mask) -> EventTable:
        """The events for which the mask is true, in the same order."""
        return EventTable(self.shelf, self.rows[mask])

    def of_kinds(self, kinds: Iterable[EventKind]) -> EventTable:
        """The events of these kinds."""
        return self.having(np.isin(self.column("kind"), [KINDS.index(kind) for kind in kinds]))

    def count_of(self, kind: EventKind) -> int:
        """How many events of a kind there are."""
        if self._counts is None:  # asked for with every step of a reading: of 180,000 a millisecond each time
            self._counts = np.bincount(self.column("kind"), minlength=len(KINDS)).tolist()
        return self._counts[KINDS.index(kind)]

    def dated(self) -> EventTable:
        """The events of which a day is known."""
        none = NO_FIRST | NO_LAST
        return self.having(self.column("flags") & none != none)

    def days(self) -> tuple[Days, Days]:
        """First and last day of each event, an open end put on the known one; 0 where no day is known."""
        flags = self.column("flags")
        first = np.where(flags & (NO_FIRST | FROM_LAST), self.column("last"), self.column("first"))
        last = np.where(flags & (NO_LAST | OPEN_BEFORE | OPEN_AFTER), first, self.column("last"))
        return first, last

    def in_time(self) -> EventTable:
        """Sorted by first day, then last day, then place."""
        first, last = self.days()
        return EventTable(self.shelf, self.rows[np.lexsort((self.column("place"), last, first))])

    def as_read(self) -> EventTable:
        """In the order of the shelf: paragraph by paragraph, as the command line tells them."""
        return EventTable(self.shelf, np.sort(self.rows))

    def in_place(self) -> EventTable:
        """Page by page: what a paragraph says overleaf stands with that page."""
        return EventTable(self.shelf, self.rows[np.argsort(self.column("place"), kind="stable")])


def table_of_pages(pages: Sequence[PageEvents]) -> EventTable:
    """All events of packed pages, in the order of the pages."""
    shelf = Shelf(pages)
    return EventTable(shelf, np.arange(shelf.count, dtype=np.int32))


def table_of(events: Iterable[Event]) -> EventTable:
    """Events that are at hand, in the order given."""
    if isinstance(events, EventTable):
        return events
    return table_of_pages([pack(0, tuple(events))])
