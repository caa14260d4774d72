"""Events in the order of time, whatever they are kept in; of one day in the order of the text.

In: events, packed or at hand. Out: the same, sorted as the timeline has them, one by one. Packed ones are
sorted by their records, so that few are unpacked at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol, runtime_checkable

from reader.timeline.codec import Parts
from reader.timeline.model import Event
from reader.timeline.page_events import (
    FROM_LAST,
    NO_FIRST,
    NO_LAST,
    OPEN_AFTER,
    OPEN_BEFORE,
    RECORD,
    PackedEvents,
    record,
)

# Pages kept unpacked while events are fetched in an order that is not theirs; see `event_table`.
PAGES_KEPT = 64

TimeKey = tuple[int, int, int]


@runtime_checkable
class _SortsItself(Protocol):
    """An `EventTable`: to name it would load numpy, which the command line can do without."""

    def in_time(self) -> Iterable[Event]: ...


def time_key(event: Event) -> TimeKey:
    """What an event is sorted by: its first day, its last, its place; an open end lies on the known one."""
    return _key(record(event))


def in_time(events: Sequence[Event]) -> Iterator[Event]:
    """The events, sorted; such as have no day stand first."""
    if isinstance(events, _SortsItself):
        yield from events.in_time()
        return
    if not isinstance(events, PackedEvents):
        yield from sorted(events, key=time_key)
        return
    keys: list[tuple[TimeKey, int, int]] = []
    for number, page in enumerate(events.pages):
        size = RECORD.size
        starts = range(0, len(page.records), size)
        keys += ((_key(page.records[at : at + size]), number, at // size) for at in starts)
    pages = events.pages

    @lru_cache(PAGES_KEPT)
    def opened(number: int) -> Parts[Event]:
        return pages[number].opened()

    for _, number, place in sorted(keys):
        yield opened(number)[place]


def _key(packed: bytes) -> TimeKey:
    first, last, place, _name, _kind, flags, _confidence, _mentions = RECORD.unpack(packed)
    if flags & (NO_FIRST | FROM_LAST):
        first = last
    if flags & (NO_LAST | OPEN_BEFORE | OPEN_AFTER):
        last = first
    return first, last, place
