"""Lines placed in an upright frame, so that layout is thought out once for every direction of writing.

In: the lines of a page. Out: groups of `Placed` lines, one a direction of writing, the largest first. In a
frame text runs along x and lines follow each other down y, whether the page has upright text, text turned
on its side, or columns of vertical Japanese read from the right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.document.model import Box, Line, PageSize
from reader.document.text.bidi import LATIN_LETTER, RTL_LETTER
from reader.document.text.markers import is_label, is_marker_only, marker_length


@dataclass(slots=True, eq=False)
class Placed:
    """A line in its frame: its number in `Page.lines`, its edges, its size."""

    number: int
    line: Line
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    size: float
    text: str
    rest: tuple[Placed, ...] = ()  # pieces that follow on the same line, torn off by wide spaces
    offset: int = 0  # of the first character in the line's own text, where this is a part of it

    @property
    def width(self) -> float:
        """Along the text."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Across the text."""
        return self.y1 - self.y0


@dataclass(slots=True, eq=False)
class Row:
    """One printed line of a column: its pieces in reading order and what layout asks of them."""

    pieces: list[Placed]
    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    finished: bool  # whether it ends as a sentence does
    edge: float = 0.0  # where lines around it end, set by `blocks`


_FINISHED = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»›)\]}*]*(?:\s?[\d¹²³⁴-⁹]{1,3})?$")
_LONGEST_ENDING = 12
_APART = 3.0  # times the type size, between pieces of a line that have nothing to do with each other
_BACKWARD = (180, 270)  # turns after which text runs against the axis of the page
_DROP_CAP = 1.8  # times the size of its paragraph: a letter that large opens it


def is_finished(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    if text[-1:].isalpha():  # as most do, and no ending has a letter
        return False
    return _FINISHED.search(text[-_LONGEST_ENDING:]) is not None


def opens_large(first: Placed, second: Placed) -> bool:
    """Whether a piece is the large letter that opens the paragraph of the piece behind it."""
    return len(first.text) == 1 and first.size > _DROP_CAP * second.size


def pieces_stand_apart(row: Row) -> bool:
    """Whether all pieces of a row stand far apart, as a name, a place and a day on one line do.

    The number of a title or a note may stand as far before it, and figures stand along a scale.
    """
    pieces = sorted(row.pieces, key=lambda piece: piece.x0)
    return (
        len(pieces) > 1
        and all(two.x0 - one.x1 > _APART * two.size for one, two in pairwise(pieces))
        and any(map(str.isalpha, row.pieces[0].text))
        and not any(marker_length(piece.text) or is_label(piece.text) for piece in (pieces[0], pieces[-1]))
    )


def row_of(pieces: list[Placed]) -> Row:
    """A row of pieces that stand on one line, given in reading order."""
    first = pieces[0]
    finished = is_finished(pieces[-1].text)
    if len(pieces) == 1:
        return Row(
            pieces, first.text, first.x0, first.x1, first.baseline, first.size, first.line.bold, finished
        )
    # The number of a title may be set smaller than it.
    is_number = is_marker_only(first.text) or ("." in first.text and is_label(first.text))
    main = pieces[1] if is_number or opens_large(first, pieces[1]) else first
    return Row(
        pieces,
        " ".join(piece.text for piece in pieces),
        min(piece.x0 for piece in pieces),
        max(piece.x1 for piece in pieces),
        main.baseline,
        main.size,
        all(piece.line.bold for piece in pieces),
        finished,
    )


def place_lines(lines: Sequence[Line], size: PageSize) -> list[list[Placed]]:
    """The page's lines by direction of writing, the direction with most characters first."""
    upright: list[Placed] = []
    groups: dict[int, list[Placed]] = {}
    for number, line in enumerate(lines):
        turn = line.rotation or (90 if line.vertical else 0)
        if turn:
            groups.setdefault(turn, []).append(_turned_line(number, line, turn, size))
            continue
        box = line.box
        y1 = box.y1
        if not upright:
            groups[0] = upright
        upright.append(
            Placed(number, line, box.x0, box.y0, box.x1, y1, line.baseline or y1, line.font_size, line.text)
        )
    if len(groups) == 1:
        return list(groups.values())
    return sorted(groups.values(), key=lambda group: -sum(len(one.text) for one in group))


def _turned_line(number: int, line: Line, turn: int, size: PageSize) -> Placed:
    box = turned(line.box, turn, size)
    return Placed(number, line, box.x0, box.y0, box.x1, box.y1, box.y1, line.font_size, line.text)


def turned(box: Box, turn: int, size: PageSize) -> Box:
    """A box on a page of this size in the frame of text that is turned so."""
    if turn == 0:
        return box
    if turn == 90:  # noqa: PLR2004 - a quarter: the text reads downward, lines follow to the left
        return Box(box.y0, size.width - box.x1, box.y1, size.width - box.x0)
    if turn == 270:  # noqa: PLR2004 - three quarters: it reads upward, lines follow to the right
        return Box(size.height - box.y1, box.x0, size.height - box.y0, box.x1)
    return Box(size.width - box.x1, size.height - box.y1, size.width - box.x0, size.height - box.y0)


def is_vertical(line: Placed) -> bool:
    """Whether a line is vertical writing: its columns break where they are full, so that all end alike."""
    return line.line.vertical and not line.line.rotation


def in_frame(line: Placed, at: float) -> float:
    """Where a place along a line, in points on its page, lies in the frame."""
    box = line.line.box
    on = at - (box.y0 if line.line.vertical else box.x0)
    return line.x1 - on if line.line.rotation in _BACKWARD else line.x0 + on


def box_between(line: Placed, x0: float, x1: float) -> Box:
    """The box on the page of what lies between two places of a line in its frame."""
    box = line.line.box
    left, right = (
        (line.x1 - x1, line.x1 - x0) if line.line.rotation in _BACKWARD else (x0 - line.x0, x1 - line.x0)
    )
    if line.line.vertical:
        return Box(box.x0, box.y0 + left, box.x1, box.y0 + right)
    return Box(box.x0 + left, box.y0, box.x0 + right, box.y1)


def reads_right_to_left(lines: Sequence[Placed]) -> bool:
    """Whether most of these lines are of right-to-left letters, more than of Latin ones."""
    if not lines:
        return False
    count = sum(1 for line in lines if line.line.edges is not None and _runs_left(line.text))
    return 2 * count > len(lines)


def cells_run_right_to_left(lines: Sequence[Placed], *, otherwise: bool = False) -> bool:
    """Whether more of these lines run from right to left than the other way.

    Years and sums tell nothing; where there is nothing else, it is as `otherwise` says.
    """
    to_left = sum(_runs_left(line.text) for line in lines if line.line.edges is not None)
    if not to_left and not otherwise:
        return False
    to_right = sum(LATIN_LETTER.search(line.text) is not None and not _runs_left(line.text) for line in lines)
    return otherwise if to_left == to_right else to_left > to_right


def _runs_left(text: str) -> bool:
    letters = 0 if text.isascii() else len(RTL_LETTER.findall(text))
    return letters > 0 and letters >= len(LATIN_LETTER.findall(text))
