"""The text of a page made small for keeping, and made whole again where something was found in it.

In: a page as read. Out: a `SearchablePage`; from its packed bytes text and lines again. 10,000 pages of 3,800
characters take 38 MB folded; packed beside that 9 MB, since each text is told by what its folded one lacks
(alone, a good third of the folded: 24 MB).
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from reader.search.folding import Folding
from reader.search.model import HitPart, SearchablePage

if TYPE_CHECKING:  # it comes with the engine, which the window's process never loads
    from reader.document.paragraph_reader import ReadPage

BETWEEN_PARAGRAPHS = "\n"
# Level 3 packs a page in 55 µs; level 1 takes 52 for a third more, level 6 77 for a twentieth less.
_COMPRESSION = 3
_FIELDS = 5  # numbers a line: start and end in the text, page, number of the line on it, its top in points


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page and the lines it came from, in the order of the text.

    `lines` are rows of `_FIELDS` numbers, one field after the other for all lines (that packs best).
    """

    text: str
    lines: array[int]

    def parts(self, start: int, end: int) -> tuple[HitPart, ...]:
        """The lines, or parts of lines, that the characters start … end stand on."""
        count = len(self.lines) // _FIELDS
        starts = self.lines[:count]
        found = []
        for row in range(max(bisect_right(starts, start) - 1, 0), count):
            first, last, page, line, top = self.lines[row::count]
            if first >= end:
                break
            if last > start:
                found.append(HitPart(page, line, max(start, first) - first, min(end, last) - first, top))
        return tuple(found)


def searchable(read: ReadPage, folding: Folding) -> SearchablePage:
    """A page as it is kept for searching; `folding` is the loose one."""
    rows: list[tuple[int, ...]] = []
    length = 0
    for paragraph in read.paragraphs:
        rows += [
            (length + part.start, length + part.end, part.page_index, part.line, int(part.box.y0))
            for part in paragraph.fragments
        ]
        length += len(paragraph.text) + len(BETWEEN_PARAGRAPHS)
    text = BETWEEN_PARAGRAPHS.join(paragraph.text for paragraph in read.paragraphs)
    fields = array("i", chain.from_iterable(zip(*rows, strict=True)))
    head = len(fields).to_bytes(4, "little")
    body = head + fields.tobytes() + text.encode("utf-8", "surrogatepass")
    folded = folding.fold(text).encode("utf-8", "surrogatepass")
    packer = zlib.compressobj(_COMPRESSION, zdict=folded)
    return SearchablePage(
        index=read.page.index,
        last_page=max((row[2] for row in rows), default=read.page.index),
        folded=folded,
        packed=packer.compress(body) + packer.flush(),
        has_text=read.page.has_text,
    )


def unpacked(page: SearchablePage) -> PageText:
    """Text and lines of a page that has its folded text with it."""
    body = zlib.decompressobj(zdict=page.folded).decompress(page.packed)
    fields = array("i")
    stop = 4 + int.from_bytes(body[:4], "little") * fields.itemsize
    fields.frombytes(body[4:stop])
    return PageText(body[stop:].decode("utf-8", "surrogatepass"), fields)
