"""Page furniture: running heads, page numbers, print stamps; known by their place and their neighbours.

In: the lines at the edges of a page and of the pages around it. Out: the numbers of the lines that are
furniture. A line is furniture when a neighbouring page has the same words at the same height, digits aside;
two pages on either side are compared, so that left and right pages may differ. A page number or a browser's
print stamp is known by itself, so a document of one page has its furniture set aside too. A line whose day is
another on each page, or that looks like the lines of the page's body, is what the page tells: the head of
minutes, an entry of a register.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.document.layout.hyphenation import cuts_word
from reader.document.layout.margins import SAME_HEIGHT, STAMPED, MarginLine, Margins, day_in, shape_of
from reader.document.layout.page_counts import PageCounts, counted
from reader.document.layout.text_at_edges import last_words, lines_of_text
from reader.document.model import Box, Line, Page
from reader.document.text.markers import is_marker_only

# Pages on each side that are compared.
REACH = 2
# A lone small line this close to the edge is a running head even where no other page repeats it: body text
# keeps 20 mm and more, heads of office programs and browsers stand at 8-15 mm of 297.
_EDGE = 0.07
_SMALL = 0.9
_OFF = 0.7  # of the type size, between a head that a number tells and the text
_COUNTED = 3  # digits
_LEAST_NUMBERS = 8
_NEAR = 3.0  # times the type size between the sign of a point and its text
_DIGITS = "0123456789"

_NOTE = re.compile(r"(?:\d{1,3}(?:[.)] ?)?|[*†‡] ?)([^\W\d_])")
# So many lines of the body that a line at the edge looks like make a list; fewer may be headings it echoes.
_ENTRIES = 3
_ALIGNED = 1.0  # points
_LONGER = 4  # characters: as many as the figures of two lines differ by
_CLOSE = 2.0  # times the type size of white between a cell and the next of its column


def find_furniture(page: Page, margins: Margins, neighbours: Sequence[Margins]) -> frozenset[int]:
    """The numbers of the lines of `page` that are furniture.

    Args:
        page: the page asked about.
        margins: of the page itself.
        neighbours: margins of the pages up to `REACH` before and after it, as far as there are any.
    """
    if not margins.lines:
        return frozenset()
    near = [other for other in neighbours if 0 < abs(other.index - page.index) <= REACH]
    counts = counted(page, margins, near)
    if any(_begins_a_point(page.lines, number, margins) for number in counts.numbers):
        counts = PageCounts()
    plain = [line for line in margins.lines if not line.is_deep]
    found = {line.number for line in plain if _repeated(line, near)}
    found = {number for number in found if not _begins_a_point(page.lines, number, margins)}
    known = {line.number for line in plain if line.page_number or line.shape == STAMPED}
    known -= last_words(page, known - found - counts.numbers)
    known |= counts.numbers
    entries = _entries(page, margins, found | known) | _cells(page, margins, found | known)
    found -= entries
    found -= lines_of_text(page, found - {line.number for line in plain if line.page_number})
    found |= _line_numbers(page.lines)
    deep = _repeated_further_in(page, margins, near)
    small = _small_at_edge(page, [line.number for line in plain])
    of_pages = found | deep | counts.numbers | counts.heads
    heads = {number for number in counts.heads - entries if _stands_off(page, number, of_pages, _OFF)}
    beside = found | deep | counts.numbers | heads
    beside |= _beside_a_stamp(page, margins, (known | set(small)) - entries)
    found |= {number for number in known - entries if _outermost(page.lines, number, beside)}
    found |= {number for number in deep if _stands_off(page, number, beside)}
    found |= heads if counts.numbers <= found else set()
    found |= {
        number for number in small if _stands_off(page, number, found | beside | _row(page, number, small))
    }
    lines = page.lines
    return frozenset(
        number
        for number in found  # the body's first line may be the same twice, but it ends in the body's word
        if number + 1 in found
        or number + 1 == len(lines)
        or not cuts_word(lines[number].text, lines[number + 1].text)
    )


def _small_at_edge(page: Page, numbers: Sequence[int]) -> list[int]:
    """Those of the lines that are small and closer to the edge than text of a page's body is."""
    top, bottom = _EDGE * page.size.height, (1 - _EDGE) * page.size.height
    boxes = [(number, page.lines[number].box) for number in numbers]
    outer = [
        number
        for number, box in boxes
        if box.y1 <= top or (box.y0 >= bottom and not _begins_a_note(page.lines[number].text))
    ]
    if not outer:
        return outer
    sizes = sorted([line.font_size for line in page.lines])
    most = _SMALL * sizes[len(sizes) // 2]
    return [number for number in outer if page.lines[number].font_size <= most]


def _begins_a_note(text: str) -> bool:
    """Whether a line at the foot begins as a note does, "9. See" or "9See", and with no day."""
    note = _NOTE.match(text)
    return note is not None and note[1].isupper() and not day_in(text)


def _beside_a_stamp(page: Page, margins: Margins, numbers: set[int]) -> set[int]:
    """Those of the lines that stand at the height of a stamp, itself among them: one row."""
    boxes = {number: page.lines[number].box for number in numbers}
    stamps = [boxes[line.number] for line in margins.lines if line.number in boxes and line.shape == STAMPED]
    return {
        number
        for number, box in boxes.items()
        if any(abs(box.y1 - stamp.y1) <= SAME_HEIGHT for stamp in stamps)
    }


def _row(page: Page, number: int, others: Sequence[int]) -> set[int]:
    """Those of some lines that stand at the height of a line: a paper's name, its day, its page."""
    height = page.lines[number].box.y1
    return {other for other in others if abs(page.lines[other].box.y1 - height) <= SAME_HEIGHT}


def _stands_off(page: Page, number: int, furniture: set[int], least: float = 1.0) -> bool:
    """Whether a line is the outermost, furniture aside, and none nearer than `least` times its type size."""
    line = page.lines[number]
    if not _outermost(page.lines, number, furniture):
        return False
    gaps = [
        max(other.box.y0 - line.box.y1, line.box.y0 - other.box.y1)
        for index, other in enumerate(page.lines)
        if index != number and index not in furniture
    ]
    return not gaps or min(gaps) > least * line.font_size


def _entries(page: Page, margins: Margins, numbers: set[int]) -> set[int]:
    """Those of some lines at the edges that are entries of a list which the body is."""
    numbered = [
        line
        for line in margins.lines
        if line.number in numbers and not line.page_number and ("#" in line.shape or line.shape == STAMPED)
    ]
    if not numbered:
        return set()  # as on nearly every page: its body need not be looked at
    edges = {line.number for line in margins.lines if not line.is_deep}
    body = Counter(shape_of(line.text) for number, line in enumerate(page.lines) if number not in edges)
    return {line.number for line in numbered if body[line.shape] >= _ENTRIES}


def _cells(page: Page, margins: Margins, numbers: set[int]) -> set[int]:
    """Those of some lines at the edges that stand in a column of their likes: the last year of a table."""
    found = set()
    for line in margins.lines:
        if line.number not in numbers or "#" not in line.shape:
            continue
        own = page.lines[line.number]
        box, length = own.box, len(own.text)
        gaps = [
            max(other.box.y0 - box.y1, box.y0 - other.box.y1)
            for other in page.lines
            if -_LONGER <= len(other.text) - length <= _LONGER
            and (abs(other.box.x0 - box.x0) < _ALIGNED or abs(other.box.x1 - box.x1) < _ALIGNED)
            and not other.box.y0 < (box.y0 + box.y1) / 2 < other.box.y1
            and shape_of(other.text) == line.shape
        ]
        if len(gaps) >= _ENTRIES and min(gaps) < _CLOSE * own.font_size:
            found.add(line.number)
    return found


def _repeated_further_in(page: Page, margins: Margins, near: Sequence[Margins]) -> set[int]:
    """Lines further up from the foot, no larger than the text, that stand so on more than one other page."""
    half = page.size.height / 2
    deep = [line for line in margins.lines if line.is_deep and not line.page_number and line.y > half]
    again = [line for line in deep if sum(_repeated(line, [other]) for other in near) > 1]
    if not again:
        return set()
    sizes = sorted([line.font_size for line in page.lines])
    return {line.number for line in again if page.lines[line.number].font_size <= sizes[len(sizes) // 2]}


def _repeated(line: MarginLine, near: Sequence[Margins]) -> bool:
    return any(
        other.shape == line.shape
        and other.is_deep == line.is_deep
        and other.day == line.day
        and abs(other.y - line.y) <= SAME_HEIGHT
        for page in near
        for other in page.lines
    )


def _line_numbers(lines: Sequence[Line]) -> set[int]:
    """The numbers that count the lines of a page in its margin, as courts and editions of texts have them."""
    found = [
        number for number, line in enumerate(lines) if len(line.text) <= _COUNTED and line.text.isdecimal()
    ]
    if len(found) < _LEAST_NUMBERS:
        return set()
    found.sort(key=lambda number: lines[number].box.y0)
    right = sorted(lines[number].box.x1 for number in found)[len(found) // 2]
    places = [number for number in found if abs(lines[number].box.x1 - right) < SAME_HEIGHT]
    own = [lines[number] for number in places]
    steps = {int(two.text) - int(one.text) for one, two in pairwise(own)}
    pitch = [two.box.y0 - one.box.y0 for one, two in pairwise(own)]
    if len(own) < _LEAST_NUMBERS or steps not in ({1}, {5}) or max(pitch) - min(pitch) > SAME_HEIGHT:
        return set()
    top, bottom = own[0].box.y1, own[-1].box.y1
    text = [line for line in lines if top <= line.box.y1 <= bottom and line not in own]
    if any(one.box.x0 < right for one in text):
        return set()
    near = own[0].font_size / 2
    beside = [next((one for one in text if abs(one.box.y1 - line.box.y1) < near), None) for line in own]
    amid = sum(one is None or one.text[:1].islower() for one in beside)
    return set(places) if 3 * amid >= len(own) else set()


def _begins_a_point(lines: Sequence[Line], number: int, margins: Margins) -> bool:
    """Whether a line is the sign of a point, "(30)", and its text, which is no running head, beside it."""
    line = lines[number]
    if not is_marker_only(line.text) or not line.text[-1:].strip(_DIGITS):
        return False
    edges = {one.number for one in margins.lines if one.page_number}
    beside = (
        other
        for index, other in enumerate(lines)
        if index not in edges and other.box.x0 >= line.box.x1 and abs(other.box.y1 - line.box.y1) < 1
    )
    first = next(beside, None)
    return first is not None and first.box.x0 - line.box.x1 < _NEAR * line.font_size


def _outermost(lines: Sequence[Line], number: int, furniture: set[int]) -> bool:
    """Whether nothing but furniture stands between this line and the edge of the page."""
    box = lines[number].box

    def others() -> Iterator[Box]:  # both questions are mostly answered by the first few of many
        return (line.box for index, line in enumerate(lines) if index != number and index not in furniture)

    if next(others(), None) is None:
        return number in furniture
    return all(one.y1 <= box.y0 + 1 for one in others()) or all(one.y0 >= box.y1 - 1 for one in others())
