"""The events of a page in a few bytes each: how they cross between processes and lie in memory and cache.

In: events. Out: `PageEvents`: a record of fixed size for each (when, where, of what kind: enough to sort,
count and draw it), and the whole values as JSON under zlib, read only when somebody wants to see one. As
values an event takes 5,600 bytes, like this 270 (187,000 events on 10,000 pages).
"""

from __future__ import annotations

import re
import struct
import zlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import eq
from typing import overload

from reader.timeline.codec import Codec, CodecError, Parts
from reader.timeline.model import Event, EventId, EventKind, ParagraphPlace

# Each event: first day, last day, place in the document, digest of its id, kind, flags, confidence in tenths,
# mentions (255 stands for more). Days that are not known are 0 and flagged.
RECORD = struct.Struct("<qqqIBBBB")
NO_FIRST, NO_LAST, APPROXIMATE, HIJRI = 1, 2, 4, 8
# Words beside a date leave it open on a side ("since 2008"): from its first day, or from its last.
OPEN_BEFORE, OPEN_AFTER, FROM_LAST = 16, 32, 64
_FROM_LAST = frozenset({"by", "until", "after"})
KINDS = tuple(EventKind)
MOST_MENTIONS = 255
IN_VIEW = 2  # pages on either side of the one looked at
# Page, paragraph and offset in one number that sorts as the three do.
PAGE_SHIFT, PARAGRAPH_SHIFT = 40, 24
LAST_PARAGRAPH, LAST_OFFSET = (1 << (PAGE_SHIFT - PARAGRAPH_SHIFT)) - 1, (1 << PARAGRAPH_SHIFT) - 1
# 18,000 events, 12.4 MB of JSON: level 1 takes 0.10 s for 4.2 MB, level 6 0.17 s for 3.8 MB.
COMPRESSION = 1
# No page of a real document comes near it; a child that was taken over must not fill the window's memory.
MOST_BYTES = 64_000_000
ARABIC = re.compile("[\u0600-\u06ff]")
HIJRI_CALENDARS = "islamic"  # the CLDR keys of all of them begin so


@dataclass(frozen=True, slots=True)
class PageEvents:
    """The events whose first paragraph begins on a page; none where it has them no longer.

    Attributes:
        page_index: that page.
        last_page: the last page their paragraphs reach.
        records: see `RECORD`, in reading order.
        body: the events themselves.
    """

    page_index: int
    last_page: int = 0
    records: bytes = b""
    body: bytes = b""

    def __len__(self) -> int:
        """How many events there are."""
        return len(self.records) // RECORD.size

    def opened(self) -> Parts[Event]:
        """The events, each made when it is asked for.

        Raises:
            CodecError: the bytes are something else.
        """
        return event_codec().parts(self._text())

    def events(self) -> tuple[Event, ...]:
        """All events, in reading order.

        Raises:
            CodecError: the bytes are something else.
        """
        if not self.records:
            return ()
        parts = self.opened()
        return tuple(parts[index] for index in range(len(parts)))

    @property
    def has_arabic(self) -> bool:
        """Whether anything in it is written in Arabic letters."""
        return ARABIC.search(self._text().decode("utf-8", "replace")) is not None

    def _text(self) -> bytes:
        unpacker = zlib.decompressobj()
        try:
            text = unpacker.decompress(self.body, MOST_BYTES)
        except zlib.error as error:
            raise CodecError(str(error)) from error
        if not unpacker.eof:
            raise CodecError("cut short")
        return text


class PackedEvents(Sequence[Event]):
    """The events of packed pages as one sequence; each is unpacked whenever it is asked for."""

    def __init__(self, pages: Iterable[PageEvents]) -> None:
        self.pages = tuple(page for page in pages if len(page))
        self._ends = tuple(accumulate(map(len, self.pages)))

    def __len__(self) -> int:
        """How many events there are."""
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, index: int) -> Event: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Event, ...]: ...

    def __getitem__(self, index: int | slice) -> Event | tuple[Event, ...]:
        """An event, or some."""
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        at = range(len(self))[index]
        page = bisect_right(self._ends, at)
        return self.pages[page].opened()[at - self._ends[page]]

    def __iter__(self) -> Iterator[Event]:
        """All events, a page at a time."""
        return (event for page in self.pages for event in page.events())

    def __eq__(self, other: object) -> bool:
        """Whether a sequence holds equal events in the same order."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(eq, self, other))

    __hash__ = None  # type: ignore[assignment] # a sequence that equals tuples


def in_view(page_index: int) -> range:
    """The pages whose events are placed exactly while this one is looked at; some may not exist."""
    return range(page_index - IN_VIEW, page_index + IN_VIEW + 1)


def by_page(events: Iterable[Event]) -> tuple[PageEvents, ...]:
    """Events that are at hand, packed by the page their first paragraph begins on."""
    if isinstance(events, PackedEvents):
        return events.pages
    pages: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        pages[event.mentions[0].paragraph.first_page if event.mentions else 0].append(event)
    return tuple(pack(index, found) for index, found in sorted(pages.items()))


def pack(page_index: int, events: Sequence[Event]) -> PageEvents:
    """The events of a page, in reading order."""
    if not events:
        return PageEvents(page_index)
    last_page = page_index
    for event in events:
        for mention in event.mentions:
            for boxes in (mention.boxes, mention.paragraph.boxes):
                if boxes and boxes[-1].page_index > last_page:
                    last_page = boxes[-1].page_index
    body = zlib.compress(event_codec().dumps_parts(tuple(events)), COMPRESSION)
    return PageEvents(page_index, last_page, b"".join(map(record, events)), body)


def record(event: Event) -> bytes:
    """What of an event is needed without looking at it; see `RECORD`."""
    date = event.date
    flags = APPROXIMATE if date.approximate else 0
    if date.first_day is None:
        flags |= NO_FIRST
    if date.last_day is None:
        flags |= NO_LAST
    if date.calendar.startswith(HIJRI_CALENDARS) or any(
        other.calendar.startswith(HIJRI_CALENDARS) for other in event.other_dates
    ):
        flags |= HIJRI
    if date.first_day is not None and date.last_day is not None and date.open_side:
        flags |= OPEN_BEFORE if date.open_side < 0 else OPEN_AFTER
        flags |= FROM_LAST if date.bound in _FROM_LAST else 0
    page, paragraph, offset = event.order
    place = page << PAGE_SHIFT | min(paragraph, LAST_PARAGRAPH) << PARAGRAPH_SHIFT | min(offset, LAST_OFFSET)
    return RECORD.pack(
        date.first_day or 0,
        date.last_day or 0,
        place,
        name_digest(event.id),
        KINDS.index(event.kind),
        flags,
        round(event.confidence * 10),
        min(len(event.mentions), MOST_MENTIONS),
    )


def name_digest(event_id: EventId) -> int:
    """A number that two ids seldom share."""
    return zlib.crc32(event_id.encode("utf-8", "surrogatepass"))


@cache
def event_codec() -> Codec[tuple[Event, ...]]:
    """The one form of all of them; finding it out from the annotations takes a millisecond."""
    return Codec(tuple[Event, ...], shared=(ParagraphPlace,))
