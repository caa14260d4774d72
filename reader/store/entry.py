"""The form in which a timeline lies in the cache: its head, and its pages in parts as they are packed.

In: a timeline, pages of it. Out: bytes, and both back. A timeline of 10,000 pages has 42 MB, and no process
on its way need ever hold it in one piece: parts come as they are ready, the head last, so what has none is
no timeline yet. Nor need all of it be read for the events of one page.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from reader.timeline.codec import Codec, CodecError
from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents

COMPRESSION = 1
COUNT = struct.Struct("<I")  # of the pages in a part
PAGE = struct.Struct("<IIII")  # of each: its index, the last it reaches, the lengths of its records and body


@dataclass(frozen=True, slots=True)
class Head:
    """A timeline without its events, and how many pages have some."""

    timeline: Timeline
    page_count: int


@cache
def head_codec() -> Codec[Head]:
    """The form of a head."""
    return Codec(Head)


def packed_head(timeline: Timeline, page_count: int) -> bytes:
    """The bytes of a head."""
    return zlib.compress(head_codec().dumps(Head(replace(timeline, events=()), page_count)), COMPRESSION)


def read_head(data: bytes) -> Head:
    """The head in `data`.

    Raises:
        CodecError: the bytes are something else.
    """
    try:
        return head_codec().loads(zlib.decompress(data))
    except (zlib.error, TypeError) as error:
        raise CodecError(str(error)) from error


def packed_part(pages: Sequence[PageEvents]) -> bytes:
    """The bytes of some pages, in the order given."""
    places = (PAGE.pack(page.page_index, page.last_page, len(page.records), len(page.body)) for page in pages)
    events = (piece for page in pages for piece in (page.records, page.body))
    return b"".join((COUNT.pack(len(pages)), *places, *events))


def read_part(data: bytes) -> tuple[PageEvents, ...]:
    """The pages in `data`.

    Raises:
        CodecError: the bytes are something else.
    """
    try:
        (count,) = COUNT.unpack_from(data)
        start = COUNT.size + count * PAGE.size
        pages: list[PageEvents] = []
        for page_index, last_page, records, body in PAGE.iter_unpack(data[COUNT.size : start]):
            middle, end = start + records, start + records + body
            pages.append(PageEvents(page_index, last_page, data[start:middle], data[middle:end]))
            start = end
    except (struct.error, TypeError, OverflowError) as error:
        raise CodecError(str(error)) from error
    if start != len(data) or len(pages) != count:
        raise CodecError(f"{len(data)} bytes where {start} are told")
    return tuple(pages)
