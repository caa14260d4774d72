"""Lines torn apart by justification, put together again.

Two signs give them away. The spaces of a justified line are all equally wide; cells of a table are not spaced
like that. And in a column whose lines run from edge to edge, a line of two words that touches both edges is
one more of them.

The engine takes a space wider than about an em for the gap between two columns. In narrow justified columns
that tears lines into words. In: placed lines. Out: the same, torn ones joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.document.layout.frames import Placed

_WIDEST = 3.5  # of the type size
_EQUAL = 0.6  # points that equal spaces may differ
_LEAST_PIECES = 3
_MANY = 4  # spaces, of which one may stand in line with others by chance
_NEAR = 2  # lines above and below
_SAME_BASELINE = 0.2  # of the type size
_FLUSH = 1.5  # points


def join_spread(lines: Sequence[Placed]) -> list[Placed]:
    """The lines, each run of words with equal spaces between them as one."""
    joined: list[Placed] = []
    levels = _levels(lines)
    for index, level in enumerate(levels):
        near = [line for other in levels[max(0, index - _NEAR) : index + _NEAR + 1] for line in other]
        joined += level if len(level) < _LEAST_PIECES else _joined(level, near)
    return joined


def join_flush(lines: Sequence[Placed]) -> list[Placed]:
    """The lines of one column, pieces of lines that touch both its edges as one, if most lines do."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    levels = _levels(lines)

    def flush(level: Sequence[Placed]) -> bool:
        return level[0].x0 - left < _FLUSH and right - level[-1].x1 < _FLUSH

    if 2 * sum(len(level) == 1 and flush(level) for level in levels) < len(levels):
        return list(lines)
    joined: list[Placed] = []
    for level in levels:
        spaces = [two.x0 - one.x1 for one, two in pairwise(level)]
        torn = spaces and flush(level) and all(0 < space <= _WIDEST * level[0].size for space in spaces)
        joined += [_one(level)] if torn else level
    return joined


def _levels(lines: Sequence[Placed]) -> list[list[Placed]]:
    levels: list[list[Placed]] = []
    for line in sorted(lines, key=lambda one: one.baseline):
        if levels and abs(levels[-1][0].baseline - line.baseline) < _SAME_BASELINE * line.size:
            levels[-1].append(line)
        else:
            levels.append([line])
    return [sorted(level, key=lambda one: one.x0) for level in levels]


def _joined(level: Sequence[Placed], near: Sequence[Placed]) -> list[Placed]:
    if _is_torn(level, near):
        return [_one(level)]
    joined: list[Placed] = []
    start = 0
    while start < len(level):
        end = start + 1
        gap = level[end].x0 - level[start].x1 if end < len(level) else 0.0
        while end < len(level) and _same_gap(level[end - 1], level[end], gap, near):
            end += 1
        if end - start >= _LEAST_PIECES:
            joined.append(_one(level[start:end]))
        else:
            end = start + 1
            joined.append(level[start])
        start = end
    return joined


def _same_gap(one: Placed, two: Placed, gap: float, near: Sequence[Placed]) -> bool:
    own = two.x0 - one.x1
    if not (0 < own <= _WIDEST * two.size and abs(own - gap) <= _EQUAL):
        return False
    if any(_in_line(line, one, two) for line in near):
        return False
    # A gutter may be as wide as the spaces, but no line near it goes through it.
    return any(line.x0 < one.x1 and line.x1 > two.x0 for line in near)


def _is_torn(level: Sequence[Placed], near: Sequence[Placed]) -> bool:
    """Whether a level is of words with equal spaces, few of which stand in line with others, by chance."""
    if any(" " in piece.text or piece.text.isdecimal() for piece in level):
        return False
    gaps = [two.x0 - one.x1 for one, two in pairwise(level)]
    if len(gaps) < _MANY or not (min(gaps) > 0 and max(gaps) - min(gaps) <= _EQUAL):
        return False
    chance = [sum(_in_line(line, one, two) for line in near) for one, two in pairwise(level)]
    return max(gaps) <= _WIDEST * level[0].size and max(chance) == 1 and _MANY * sum(chance) <= len(gaps)


def _in_line(line: Placed, one: Placed, two: Placed) -> bool:
    """Whether a line above or below begins or ends where one of two cells does; words of a text seldom do."""
    edge = min(abs(line.x0 - two.x0), abs(line.x1 - one.x1))
    return edge <= _EQUAL and abs(line.baseline - two.baseline) > _SAME_BASELINE * two.size


def _one(pieces: Sequence[Placed]) -> Placed:
    _, *rest = [one for piece in pieces for one in (piece, *piece.rest)]
    text = " ".join(piece.text for piece in pieces)
    return replace(pieces[0], x1=pieces[-1].x1, text=text, rest=tuple(rest))
