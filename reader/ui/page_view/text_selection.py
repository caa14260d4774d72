"""Which characters of a page are selected: from a point to a place in its text, to boxes, to a copy. No Qt.

In: lines as the engine measures them, in its order, each character with its two edges, in logical order; so a
selection may begin and end inside lines that run from right to left. Points and boxes are PDF points of the
page turned upright.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import inf

from reader.document.layout.hyphenation import join_lines, words_of
from reader.document.model import Box, Line
from reader.ui.event_places import enclosing

TOUCH = 1.5  # points around a line that still count as it
INSIDE = 0.5  # points from the edge of a box to what is in it: the edge itself is the neighbour's too
LEFTWARD, RIGHTWARD = frozenset({"R", "AL", "NSM"}), frozenset({"L", "EN", "AN"})
# Of two lines of one paragraph the second stands less than this below the first (line heights of white:
# double-spaced typescript has 1.4), is as large to a tenth, and has no word that the first had room for.
LINE_GAP = 1.5
SAME_SIZE = 0.1
FURTHER = 1.3  # times the pitch of its column stands the first line of a paragraph with room above it
CELL_GAP = 0.5  # type sizes between what are cells; a mark set higher stands at its word
NO_BLANK = 0.33  # type sizes: a blank of the usual faces is a quarter wide, the gap of a browser's table 0.37
SAME_START = 1.0  # points between the beginnings of cells of one column


@dataclass(frozen=True, slots=True, order=True)
class TextPlace:
    """A place between two characters: before character `offset` of a line of a page."""

    page_index: int
    line: int
    offset: int


@dataclass(frozen=True, slots=True)
class LineSpan:
    """Characters `start` … `end` of a line of a page."""

    line: int
    start: int
    end: int


def line_at(lines: Sequence[Line], x: float, y: float) -> int | None:
    """The line under a point, None beside all of them."""
    under = [
        number
        for number, line in enumerate(lines)
        if line.text
        and line.box.x0 - TOUCH <= x <= line.box.x1 + TOUCH
        and line.box.y0 - TOUCH <= y <= line.box.y1 + TOUCH
    ]
    return min(under, key=lambda number: _distance(lines[number].box, x, y), default=None)


def place_near(page_index: int, lines: Sequence[Line], x: float, y: float) -> TextPlace | None:
    """The place in the text nearest to a point of a page; None on a page without text."""
    numbers = [number for number, line in enumerate(lines) if line.text]
    if not numbers:
        return None
    nearest = min(numbers, key=lambda number: _distance(lines[number].box, x, y))
    line = lines[nearest]
    return TextPlace(page_index, nearest, offset_in(line, y if line.vertical else x))


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """How far a point is from a box; inside several, how far from their middle lines."""
    across = max(box.x0 - x, 0.0, x - box.x1)
    down = max(box.y0 - y, 0.0, y - box.y1)
    return across**2 + down**2, abs((box.y0 + box.y1) / 2 - y)


def offset_in(line: Line, along: float) -> int:
    """The place in a line nearest to a position along it (x; y in a vertical line), never before a mark."""
    edges = edges_of(line)
    nearest = min(
        range(len(line.text)),
        key=lambda at: (
            max(edges[2 * at] - along, 0.0, along - edges[2 * at + 1]),
            abs(edges[2 * at] + edges[2 * at + 1] - 2 * along),
        ),
    )
    is_far_half = along > (edges[2 * nearest] + edges[2 * nearest + 1]) / 2
    place = nearest + (is_far_half != _runs_back(line, nearest))
    while place < len(line.text) and unicodedata.category(line.text[place])[0] == "M":
        place += 1  # a mark stands at the edge of its letter, and goes with it
    return place


def edges_of(line: Line) -> Sequence[float]:
    """Two edges a character; evenly spaced where the engine measured none."""
    count = len(line.text)
    if line.edges is not None and len(line.edges) >= 2 * count:
        return line.edges
    low, high = (line.box.y0, line.box.y1) if line.vertical else (line.box.x0, line.box.x1)
    return [low + (high - low) * (at + side) / count for at in range(count) for side in (0, 1)]


def _runs_back(line: Line, at: int) -> bool:
    """Whether a character runs towards smaller positions: by its kind, or as its neighbours stand."""
    kind = unicodedata.bidirectional(line.text[at])
    if not line.vertical and kind in LEFTWARD | RIGHTWARD:
        return kind in LEFTWARD
    edges, count = edges_of(line), len(line.text)
    one, other = (at, at + 1) if at + 1 < count else (max(at - 1, 0), at)
    return edges[2 * other] < edges[2 * one]


def whole_page(page_index: int, lines: Sequence[Line]) -> tuple[TextPlace, TextPlace]:
    """From the first place of a page to its last."""
    last = len(lines) - 1
    end = TextPlace(page_index, last, len(lines[last].text)) if lines else TextPlace(page_index, 0, 0)
    return TextPlace(page_index, 0, 0), end


def text_in(page_index: int, lines: Sequence[Line], part: Box) -> tuple[TextPlace, TextPlace] | None:
    """From the first place of what stands in a part of a line to its last; None on a page without text."""
    across, down = (part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2
    number = line_at(lines, across, down)
    is_vertical = number is not None and lines[number].vertical
    if is_vertical:
        ends = (across, part.y0 + INSIDE), (across, part.y1 - INSIDE)
    else:
        ends = (part.x0 + INSIDE, down), (part.x1 - INSIDE, down)
    places = [place for x, y in ends if (place := place_near(page_index, lines, x, y)) is not None]
    if not places:
        return None
    first, last = min(places), max(places)
    text = lines[first.line].text  # a box may be counted out rather than measured, and begin with a blank
    blanks = len(text[first.offset :]) - len(text[first.offset :].lstrip())
    return replace(first, offset=first.offset + blanks), last


def word_at(text: str, offset: int) -> tuple[int, int]:
    """The word that holds character `offset`, with the marks on its letters; else that character alone."""
    low = min(max(offset, 0), max(len(text) - 1, 0))
    high = min(low + 1, len(text))
    if text[low:high] and _is_of_word(text[low]):
        while low and _is_of_word(text[low - 1]):
            low -= 1
        while high < len(text) and _is_of_word(text[high]):
            high += 1
    return low, high


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def character_at(line: Line, along: float) -> int:
    """The character under a position along a line, or the nearest to it."""
    edges = edges_of(line)
    return min(range(len(line.text)), key=lambda at: abs(edges[2 * at] + edges[2 * at + 1] - 2 * along))


def paragraph_around(lines: Sequence[Line], number: int) -> tuple[int, int]:
    """First and last of the lines that make one paragraph with a line."""
    first = last = number
    while first > 0 and goes_on(lines, first - 1):
        first -= 1
    while last + 1 < len(lines) and goes_on(lines, last):
        last += 1
    return first, last


def spans_on(
    page_index: int, lines: Sequence[Line], start: TextPlace, end: TextPlace
) -> tuple[LineSpan, ...]:
    """What of the lines of a page lies between two places, the first not after the second."""
    spans = []
    for number, line in enumerate(lines):
        here = (page_index, number)
        if (start.page_index, start.line) <= here <= (end.page_index, end.line):
            low = start.offset if here == (start.page_index, start.line) else 0
            high = end.offset if here == (end.page_index, end.line) else len(line.text)
            if low < high:
                spans.append(LineSpan(number, low, high))
    return tuple(spans)


def boxes_of(line: Line, start: int, end: int) -> tuple[Box, ...]:
    """Where characters of a line stand: one box, more where others stand in between."""
    edges = edges_of(line)
    in_sight = sorted(range(len(line.text)), key=lambda at: edges[2 * at] + edges[2 * at + 1])
    boxes = []
    for is_inside, run in groupby(in_sight, key=lambda at: start <= at < end):
        if is_inside:
            inside = [edge for at in run for edge in edges[2 * at : 2 * at + 2]]
            low, high = min(inside), max(inside)
            box = line.box
            boxes.append(Box(box.x0, low, box.x1, high) if line.vertical else Box(low, box.y0, high, box.y1))
    return tuple(boxes)


def text_of(lines: Sequence[Line], spans: Sequence[LineSpan]) -> str:
    """The text of spans of one page: a paragraph a line, its hyphens undone; the cells of a row by tabs."""
    if not spans:
        return ""

    def words() -> AbstractSet[str]:
        return words_of("\n".join(line.text for line in lines))

    texts = _with_tabs(lines)
    text, cell = _cut(texts, spans[0]), lines[spans[0].line].box
    for before, span in pairwise(spans):
        added, line = _cut(texts, span), lines[span.line]
        if goes_on(lines, before.line):
            kept, between = join_lines(text.rstrip(), added.lstrip(), words)
            text = text[:kept] + between + added.lstrip()
            cell = enclosing((cell, line.box))
        else:
            text += _between(cell, line) + added
            cell = line.box
    return text


def _cut(texts: Sequence[str], span: LineSpan) -> str:
    return texts[span.line][span.start : span.end]


def _between(cell: Box, line: Line) -> str:
    """What stands between a cell, or anything else that has ended, and the line after it."""
    if not _beside(cell, line.box):
        return "\n"
    gap = max(line.box.x0 - cell.x1, cell.x0 - line.box.x1)
    return " " if line.vertical or gap < CELL_GAP * line.font_size else "\t"


def _beside(one: Box, other: Box) -> bool:
    """Whether two boxes stand on the same height, like the cells of a table."""
    common = min(one.y1, other.y1) - max(one.y0, other.y0)
    return common > min(one.y1 - one.y0, other.y1 - other.y0) / 2


def _with_tabs(lines: Sequence[Line]) -> list[str]:
    """The texts of lines; where the engine has two near cells of a row in one line, with a tab in between.

    What begins after the blank begins where cells of the table do.
    """
    pairs = ((number, number + 1) for number in range(len(lines) - 1))
    rows = {each for pair in pairs if _beside(*(lines[number].box for number in pair)) for each in pair}
    starts = [_start_of(lines[number], 0) for number in rows]
    more, begun = _leftward_rows(lines)
    rows |= more
    starts += begun
    texts = [line.text for line in lines]
    for number in rows:
        line = lines[number]
        for at in range(1, len(line.text)):
            start = _start_of(line, at)
            if line.text[at - 1] == " " and any(abs(start - other) < SAME_START for other in starts):
                texts[number] = texts[number][: at - 1] + "\t" + texts[number][at:]
    return texts


def _leftward_rows(lines: Sequence[Line]) -> tuple[set[int], list[float]]:
    """The rows that run from right to left, of which the engine parts no cells, and where their cells begin.

    Two lines of which neither goes on with the other are rows where each has room before the same place.
    """
    rows: set[int] = set()
    starts: list[float] = []
    before: list[float] = []
    for number, line in enumerate(lines):
        cells = _after_room(line) if not line.vertical and _runs_left(line) else []
        shared = [start for start in cells if any(abs(start - other) < SAME_START for other in before)]
        if shared and not goes_on(lines, number - 1):
            rows |= {number - 1, number}
            starts += shared
        before = cells
    return rows, starts


def _after_room(line: Line) -> list[float]:
    """Where what stands after a blank begins that is wider than one between words."""
    edges, least = edges_of(line), NO_BLANK * line.font_size
    return [
        _start_of(line, at)
        for at in range(1, len(line.text))
        if line.text[at - 1] == " " and edges[2 * at - 1] - edges[2 * at - 2] >= least
    ]


def _same_cells(one: Line, other: Line) -> bool:
    """Whether two lines from right to left hold nothing but words with room at the same places."""
    if not (_runs_left(one) and _runs_left(other)):
        return False
    cells, others = _after_room(one), _after_room(other)
    is_row = one.text.count(" ") == len(cells) == len(others) == other.text.count(" ") > 0
    return is_row and all(abs(a - b) < SAME_START for a, b in zip(cells, others, strict=True))


def _start_of(line: Line, at: int) -> float:
    """Where a character of a line begins, in the direction in which the line runs.

    That of a number amid a line from right to left is the end of it that stands first.
    """
    if not line.text:
        return inf
    if not _runs_left(line):
        return edges_of(line)[2 * at]
    word = line.text[at:].split(" ", 1)[0] or " "
    return max(edges_of(line)[2 * at : 2 * (at + len(word))])


def goes_on(lines: Sequence[Line], number: int) -> bool:
    """Whether the line after this one is of the same paragraph, as far as their places tell.

    A line with room for the next one's first word ends its paragraph, as does one before an indented line,
    or before one that stands further below it than the lines of its column mostly do.
    """
    if number + 1 >= len(lines):
        return False
    one, other = lines[number], lines[number + 1]
    if one.vertical or other.vertical or not one.text or not other.text:
        return False
    height = one.box.y1 - one.box.y0
    is_as_large = abs(one.font_size - other.font_size) <= SAME_SIZE * one.font_size
    is_below = one.box.y1 - height / 2 < other.box.y0 + height / 2 < one.box.y1 + (LINE_GAP + 0.5) * height
    is_under = other.box.x0 < one.box.x1 and one.box.x0 < other.box.x1
    if not (is_as_large and is_below and is_under) or _beside(one.box, other.box):
        return False
    if _same_cells(one, other):
        return False
    back = _runs_left(other)
    edges = edges_of(other)
    word = edges[: 2 * len(other.text.split(maxsplit=1)[0])] if other.text.strip() else edges
    width = max(word) - min(word)
    column = [line for line in lines if not line.vertical and _same_column(line, other, back=back)]
    if other.box.y0 - one.box.y0 > FURTHER * _pitch(column):
        return False
    if back:
        free = one.box.x0 - min(line.box.x0 for line in column)
        indent = one.box.x1 - other.box.x1
    else:
        free = max(line.box.x1 for line in column) - one.box.x1
        indent = other.box.x0 - one.box.x0
    return free < width + one.font_size / 4 and indent < one.font_size


def _pitch(column: Sequence[Line]) -> float:
    """How far below each other lines of a column stand that are near each other, as a quarter of them is."""
    tops = sorted(line.box.y0 for line in column)
    steps = sorted(low - high for high, low in pairwise(tops) if low - high > column[0].font_size / 2)
    return steps[len(steps) // 4] if steps else inf


def _same_column(line: Line, other: Line, *, back: bool) -> bool:
    """Whether a line begins where another does, to two letters, and is set as large."""
    apart = line.box.x1 - other.box.x1 if back else line.box.x0 - other.box.x0
    is_as_large = abs(line.font_size - other.font_size) <= SAME_SIZE * other.font_size
    return is_as_large and abs(apart) <= 2 * other.font_size


def _runs_left(line: Line) -> bool:
    """Whether a line runs from right to left: by its first letter; one of figures as its words stand."""
    kinds = map(unicodedata.bidirectional, line.text)
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "")
    if first or not line.text or line.vertical:
        return first in {"R", "AL"}
    edges = edges_of(line)
    return edges[2 * len(line.text) - 2] < edges[0]
