"""What is kept of a page between its first dating and the last: its words, their places, how it was dated.

In: paragraphs and their mentions. Out: a few kilobytes a page, from which both come back equal. As values an
event keeps 1,800 bytes alive here, packed 200 (10,000 pages of 19 events).
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter

from reader.document.model import Box, Fragment, Paragraph, ParagraphRole
from reader.temporal.mention import Recognised
from reader.temporal.model import Timex
from reader.temporal.story.walk import Ground
from reader.timeline.page_mentions import COMPRESSION, unpack_words

_WHOLE_OF = attrgetter("start", "end", "page_index", "line", "offset", "vertical")
_EXACT_OF = attrgetter("box.x0", "box.y0", "box.x1", "box.y1")
WHOLE, EXACT = 6, 4  # numbers a fragment: those of `_WHOLE_OF`; those of its box


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The paragraphs of a page that speak of time, packed.

    Attributes:
        count: how many they are.
        words: their passages and mentions, packed by `page_mentions`.
        rest: what else they have: a line of JSON with each one's id, role, origin and number of lines; of all
            lines the numbers `WHOLE`, then those of `EXACT`.
        dated: of each paragraph, a digest of how it was dated last.
        measured: whether its expressions stand where the engine measured them.
        ground: what that dating stood on, where the same would date it alike and leave nothing to be told.
    """

    count: int
    words: bytes
    rest: bytes
    dated: tuple[int, ...]
    measured: bool
    ground: Ground | None = None

    def recognised(self) -> tuple[Recognised, ...]:
        """The mentions of its paragraphs."""
        return unpack_words(self.words)

    def paragraphs(self, recognised: Sequence[Recognised]) -> list[Paragraph]:
        """The paragraphs; their places estimated, measured or not."""
        if not self.count:
            return []
        line, _, numbers = zlib.decompress(self.rest).partition(b"\n")
        heads = json.loads(line)
        whole = array("i")
        border = WHOLE * whole.itemsize * sum(fragments for *_, fragments in heads)
        whole.frombytes(numbers[:border])
        exact = _unpacked(numbers[border:])
        found: list[Paragraph] = []
        at = 0
        for (name, role, from_ocr, count), known in zip(heads, recognised, strict=True):
            fragments = tuple(_fragment(whole, exact, at + number) for number in range(count))
            at += count
            passage = known.passage
            told = ParagraphRole(role), passage.context, from_ocr, passage.date_columns
            found.append(Paragraph(name, passage.text, fragments, *told))
        return found


class KeptPassages(Collection[Recognised]):
    """The passages of kept pages in their order, unpacked a page at a time at every walk through them."""

    def __init__(self, pages: Sequence[KeptPage]) -> None:
        self._pages = pages

    def __len__(self) -> int:
        """How many they are."""
        return sum(page.count for page in self._pages)

    def __iter__(self) -> Iterator[Recognised]:
        """Walk through them."""
        return (passage for page in self._pages if page.count for passage in page.recognised())

    def __contains__(self, passage: object) -> bool:
        """Whether a passage is among them; slow."""
        return any(passage == each for each in self)


def keep_page(
    paragraphs: Sequence[Paragraph],
    words: bytes,
    dated: Sequence[int],
    *,
    measured: bool,
    ground: Ground | None = None,
) -> KeptPage:
    """A page packed. `words` are those of its paragraphs, packed; `dated` has one entry a paragraph."""
    if not paragraphs:
        return KeptPage(0, b"", b"", (), measured)
    heads = json.dumps(
        [
            (paragraph.id, paragraph.role, paragraph.from_ocr, len(paragraph.fragments))
            for paragraph in paragraphs
        ]
    )
    parts = [part for paragraph in paragraphs for part in paragraph.fragments]
    whole = array("i", chain.from_iterable(map(_WHOLE_OF, parts)))
    exact = array("d", chain.from_iterable(map(_EXACT_OF, parts)))
    return KeptPage(
        len(paragraphs),
        words,
        zlib.compress(b"%s\n%s%s" % (heads.encode(), whole.tobytes(), _packed(exact)), COMPRESSION),
        tuple(dated),
        measured,
        ground,
    )


def dating_digest(timexes: Sequence[Timex]) -> int:
    """A number that changes with whatever an event is made of; valid while the process runs."""
    return hash(
        tuple(
            (
                timex.span,
                timex.value,
                timex.edtf,
                timex.interval,
                timex.grain,
                timex.calendar,
                timex.original,
                timex.role,
                timex.planned,
                timex.assumed,
                timex.confidence,
                timex.group,
                *((step.key, *step.slots.values()) for step in (*timex.resolution, *timex.doubts)),
                *(other.edtf for other in timex.alternatives),
            )
            for timex in timexes
        )
    )


def _packed(numbers: array[float]) -> bytes:
    """Numbers in a third of their bytes where nothing is lost: most are hundredths of a point."""
    with suppress(ValueError, OverflowError):  # a broken page's boxes may be endless
        hundredths = array("i", map(round, map((100.0).__mul__, numbers)))
        if array("d", map((100.0).__rtruediv__, hundredths)) == numbers:
            return b"i" + hundredths.tobytes()
    return b"d" + numbers.tobytes()


def _unpacked(data: bytes) -> array[float]:
    if data[:1] == b"d":
        return array("d", data[1:])
    return array("d", (number / 100 for number in array("i", data[1:])))


def _fragment(whole: array[int], exact: array[float], number: int) -> Fragment:
    start, end, page_index, line, offset, vertical = whole[WHOLE * number : WHOLE * (number + 1)]
    box = Box(*exact[EXACT * number : EXACT * (number + 1)])
    return Fragment(start, end, page_index, box, None, bool(vertical), line, offset)
