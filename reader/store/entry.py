"""The form in which a timeline lies in the cache: what it says of itself, then its pages as they are packed.

In: a timeline. Out: bytes, in parts that are written from the last to the first. A timeline of 10,000 pages
has 42 MB, and no process on its way need ever hold it in one piece; nor need all of it be read for the events
of one page. The beginning comes last, so what was not written to its end is no entry.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from reader.timeline.codec import Codec, CodecError
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents, by_page

if TYPE_CHECKING:
    from reader.store.database import Read

COMPRESSION = 1
LENGTH = struct.Struct("<Q")  # of what an entry begins with
PART = 1_000_000  # bytes, at least, but for the last
AHEAD = 1 << 16  # bytes read at a time: a dozen pages; 10,000 read one by one take 0.68 s, so 0.41


@dataclass(frozen=True, slots=True)
class EntryPart:
    """The bytes of an entry of `size` bytes from `at` on."""

    size: int
    at: int
    data: bytes

    @property
    def comes_first(self) -> bool:
        """Whether it is the end of the entry."""
        return self.at + len(self.data) == self.size

    @property
    def comes_last(self) -> bool:
        """Whether it is the beginning of the entry, which makes it whole."""
        return self.at == 0


@dataclass(frozen=True, slots=True)
class Contents:
    """What an entry begins with: a timeline without its events, and the pages of those that follow.

    `pages`: of each its index, the last page its paragraphs reach, the lengths of its records and its body.
    """

    timeline: Timeline
    pages: tuple[tuple[int, int, int, int], ...]


@cache
def contents_codec() -> Codec[Contents]:
    """The form of the beginning."""
    return Codec(Contents)


def entry_parts(timeline: Timeline) -> Iterator[EntryPart]:
    """A timeline as the cache keeps it, the last part first; its events as they are packed already."""
    pages = by_page(timeline.events)
    sizes = tuple((page.page_index, page.last_page, len(page.records), len(page.body)) for page in pages)
    head = zlib.compress(contents_codec().dumps(Contents(replace(timeline, events=()), sizes)), COMPRESSION)
    at = size = LENGTH.size + len(head) + sum(records + body for _, _, records, body in sizes)
    pieces: list[bytes] = []
    for page in reversed(pages):
        pieces += (page.body, page.records)
        at -= len(page.body) + len(page.records)
        if sum(map(len, pieces)) >= PART:
            yield EntryPart(size, at, b"".join(reversed(pieces)))
            pieces = []
    yield EntryPart(size, 0, b"".join((LENGTH.pack(len(head)), head, *reversed(pieces))))


def read_timeline(read: Read) -> Timeline:
    """The timeline of an entry; its events stay packed.

    Raises:
        CodecError: the bytes are something else.
    """
    timeline, pages = _read(read)
    return replace(timeline, events=PackedEvents(pages))


def read_pages(read: Read, wanted: Container[int]) -> tuple[PageEvents, ...]:
    """The events of some pages of an entry, as they are packed.

    Raises:
        CodecError: the bytes are something else.
    """
    return _read(read, wanted)[1]


def _read(read: Read, wanted: Container[int] | None = None) -> tuple[Timeline, tuple[PageEvents, ...]]:
    try:
        (length,) = LENGTH.unpack(read(0, LENGTH.size))
        at = LENGTH.size + length
        contents = contents_codec().loads(zlib.decompress(read(LENGTH.size, at)))
        pages: list[PageEvents] = []
        start, data = at, b""
        for page_index, last_page, records, size in contents.pages:
            end = at + records + size
            if wanted is None or page_index in wanted:
                if not start <= at <= end <= start + len(data):
                    start, data = at, read(at, max(end, at + AHEAD))
                if start + len(data) < end:
                    raise CodecError(f"cut short at {start + len(data)} bytes")
                middle = at - start + records
                page = data[at - start : middle], data[middle : end - start]
                pages.append(PageEvents(page_index, last_page, *page))
            at = end
    except (struct.error, zlib.error, TypeError, OverflowError) as error:
        raise CodecError(str(error)) from error
    return contents.timeline, tuple(pages)
