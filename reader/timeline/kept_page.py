"""What is kept of a page between its first dating and the last: its words, their places, how it was dated.

In: paragraphs and their mentions. Out: a few kilobytes a page, from which both come back equal. As values an
event keeps 1,800 bytes alive here, packed 200 (10,000 pages of 19 events).
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import attrgetter

from reader.document.model import Box, Fragment, Paragraph, ParagraphRole
from reader.temporal.mention import Recognised
from reader.temporal.model import Timex
from reader.temporal.walk import Ground
from reader.timeline.codec import Codec

COMPRESSION = 1  # level 6 takes three times as long for a tenth less
_WHOLE_OF = attrgetter("start", "end", "page_index", "line", "offset", "vertical")
_EXACT_OF = attrgetter("box.x0", "box.y0", "box.x1", "box.y1")
WHOLE, EXACT = 6, 4  # numbers a fragment: those of `_WHOLE_OF`; those of its box


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph without what its passage has of it; `fragments`: how many lines it has."""

    id: str
    role: ParagraphRole
    from_ocr: bool
    fragments: int


@dataclass(frozen=True, slots=True)
class KeptPage:
    """The paragraphs of a page that speak of time, packed.

    Attributes:
        count: how many they are.
        words: their passages and mentions.
        heads, whole, exact: the rest of them; see `WHOLE` and `EXACT`.
        dated: of each paragraph, a digest of how it was dated last.
        measured: whether its expressions stand where the engine measured them.
        ground: what that dating stood on, where the same would date it alike and leave nothing to be told.
    """

    count: int
    words: bytes
    heads: bytes
    whole: bytes
    exact: bytes
    dated: tuple[int, ...]
    measured: bool
    ground: Ground | None = None

    def recognised(self) -> tuple[Recognised, ...]:
        """The mentions of its paragraphs."""
        if not self.count:
            return ()
        return words_codec().loads(zlib.decompress(self.words))

    def paragraphs(self, recognised: Sequence[Recognised]) -> list[Paragraph]:
        """The paragraphs; their places estimated, measured or not."""
        if not self.count:
            return []
        whole, exact = array("i", zlib.decompress(self.whole)), _unpacked(zlib.decompress(self.exact))
        found: list[Paragraph] = []
        at = 0
        for head, known in zip(heads_codec().loads(zlib.decompress(self.heads)), recognised, strict=True):
            fragments = tuple(_fragment(whole, exact, at + number) for number in range(head.fragments))
            at += head.fragments
            passage = known.passage
            found.append(
                Paragraph(head.id, passage.text, fragments, head.role, passage.context, head.from_ocr)
            )
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
    recognised: Sequence[Recognised],
    dated: Sequence[int],
    *,
    measured: bool,
    ground: Ground | None = None,
) -> KeptPage:
    """A page packed. All sequences have one entry a paragraph."""
    if not paragraphs:
        return KeptPage(0, b"", b"", b"", b"", (), measured)
    heads = tuple(
        Head(paragraph.id, paragraph.role, paragraph.from_ocr, len(paragraph.fragments))
        for paragraph in paragraphs
    )
    parts = [part for paragraph in paragraphs for part in paragraph.fragments]
    whole = array("i", chain.from_iterable(map(_WHOLE_OF, parts)))
    exact = array("d", chain.from_iterable(map(_EXACT_OF, parts)))
    return KeptPage(
        len(paragraphs),
        zlib.compress(words_codec().dumps(tuple(recognised)), COMPRESSION),
        zlib.compress(heads_codec().dumps(heads), COMPRESSION),
        zlib.compress(whole.tobytes(), COMPRESSION),
        zlib.compress(_packed(exact), COMPRESSION),
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
        hundredths = array("i", (round(100 * number) for number in numbers))
        if array("d", (number / 100 for number in hundredths)) == numbers:
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


@cache
def words_codec() -> Codec[tuple[Recognised, ...]]:
    """The form of `KeptPage.words`."""
    return Codec(tuple[Recognised, ...])


@cache
def heads_codec() -> Codec[tuple[Head, ...]]:
    """The form of `KeptPage.heads`."""
    return Codec(tuple[Head, ...])
