"""Page numbers that count on from page to page, and the running heads beside them.

A head that names its section is another on each page; what tells it is the number on its row, which is one
more on the next page at the same height.

In: the edges of a page and of those around it. Out: the lines that count pages, and those that may be heads
beside them; `furniture` looks where on the page they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.document.layout.headings import LARGER
from reader.document.layout.margins import SAME_HEIGHT, MarginLine, Margins
from reader.document.model import Line, Page

_WIDEST_LETTER = 0.55  # of the type size, in the mean of a line
_OF_HEIGHT = 0.8  # the size of type, at least
_FEW = 2  # pages around one, of which one must count on; of more pages, two
_GAP = 4.0  # times the type size, between a head and the number at the other end of its line


@dataclass(frozen=True, slots=True)
class PageCounts:
    """Numbers of lines that are page numbers, and of lines that may be running heads on their rows."""

    numbers: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()


def counted(page: Page, margins: Margins, near: Sequence[Margins]) -> PageCounts:
    """What on a page counts pages.

    Args:
        page: the page asked about.
        margins: of the page itself.
        near: margins of the pages around it; where there are none, the first page may bear a 1.
    """
    counting = [line for line in margins.lines if line.counts and _counts_on(page, line, near)]
    if not counting:
        return PageCounts()
    numbers = [line for line in counting if line.page_number]
    if not near:
        return PageCounts(frozenset(line.number for line in numbers))
    sizes = sorted(line.font_size for line in page.lines)
    # Running heads are set no larger than the text.
    most = LARGER * sizes[len(sizes) // 2]
    heads = [
        line.number
        for line in margins.lines
        if not (line.page_number or line.day)
        and page.lines[line.number].font_size <= most
        and (
            (line in counting and has_gap(page.lines[line.number]))
            or any(abs(line.y - number.y) <= SAME_HEIGHT for number in numbers)
        )
    ]
    return PageCounts(frozenset(line.number for line in numbers), frozenset(heads))


def _counts_on(page: Page, line: MarginLine, near: Sequence[Margins]) -> bool:
    if not near:
        first = page.index == 0 and line.page_number and line.counts[0] == 1
        return first and 2 * line.y > page.size.height
    counting = sum(
        any(
            count + one.index - page.index in other.counts
            for other in one.lines
            if abs(other.y - line.y) <= SAME_HEIGHT and other.page_number == line.page_number
            for count in line.counts
        )
        for one in near
    )
    # Further in, numbers of two lists may follow each other by chance.
    return counting > (line.is_deep and len(near) > _FEW)


def has_gap(line: Line) -> bool:
    """Whether a line is longer than its letters are, as one with a number at its far end is."""
    # By its height, since a note's raised figure, with which it may begin, is set smaller.
    size = max(line.font_size, _OF_HEIGHT * (line.box.y1 - line.box.y0))
    return line.box.x1 - line.box.x0 > (_WIDEST_LETTER * len(line.text) + _GAP) * size
