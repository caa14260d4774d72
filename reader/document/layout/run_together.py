"""Cells that stand only a blank apart, which the engine ran together, parted again.

What gives them away is where the pen moved and nothing was set (`unset_gaps`): in at least three lines below
each other, and hardly anywhere else, runs the gutter between two columns. In a file that sets no blanks at
all, sentences have such gaps all over their lines. In: the placed lines of a direction of writing. Out: the
same, those that hold several cells in parts.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from reader.document.layout.frames import Placed, in_frame
from reader.document.layout.parting import ExactLine, parted
from reader.document.layout.tables import is_uneven

UnsetGaps = Callable[[Sequence[int]], Mapping[int, Sequence[tuple[float, float]]]]

_LEAST_ROWS = 3
_NARROWEST = 0.1  # of the type size that a gutter leaves white
_MOSTLY = 0.8  # of the gaps in the rows of a table lie in its gutters
_FURTHEST = 4.0  # times the type size from row to row
_NEAR = 2  # levels above and below
# Two heights with several pieces, or three lines with figures at one end, look like rows.
_PIECES, _FIGURES, _LEAST_LIKENESS = 3, 2, 6
_MOST_EMPTY = 2  # rows with nothing on one side of a gutter, after each other


@dataclass(slots=True, eq=False)
class _Gap:
    """White between two signs of a level, from x to x; `line` is the one it lies in, None between lines."""

    x0: float
    x1: float
    line: Placed | None


@dataclass(slots=True)
class _Level:
    """Lines that stand on one height, and where white lies between their words."""

    lines: list[Placed]
    gaps: list[_Gap] = field(default_factory=list)

    @property
    def size(self) -> float:
        return self.lines[0].size

    def below(self, other: _Level) -> float:
        """How far its baseline lies below that of another."""
        return self.lines[0].baseline - other.lines[0].baseline


def part_cells(
    levels: Sequence[list[Placed]], unset_gaps: UnsetGaps, exact_line: ExactLine
) -> dict[int, list[Placed]]:
    """The cells of the lines that hold several, by the lines' numbers.

    Args:
        levels: lines of one direction of writing, by the height they stand on.
        unset_gaps: where along the lines of these numbers nothing is set, low to high.
        exact_line: the line of a number with the edges of its characters.
    """
    near = _near_rows(levels)
    numbers = [line.number for level in near for line in level if " " in line.text or line.line.rotation]
    gaps = unset_gaps(numbers) if numbers else {}
    cuts: dict[int, list[float]] = {}
    lines: dict[int, Placed] = {}
    for gap, middle in _gutters([_level(own, gaps) for own in near]) if gaps else ():
        if gap.line is not None:
            lines[gap.line.number] = gap.line
            cuts.setdefault(gap.line.number, []).append(middle)
    parts = {number: _parts(line, cuts[number], exact_line) for number, line in lines.items()}
    return {number: own for number, own in parts.items() if own}


def _near_rows(levels: Sequence[list[Placed]]) -> list[list[Placed]]:
    """The levels that look like rows of a table, where several do, and those next to them."""
    weights = [_likeness(level) for level in levels]
    if sum(weights) < _LEAST_LIKENESS:
        return []
    near: set[int] = set()
    for place, weight in enumerate(weights):
        around = range(max(0, place - _NEAR), min(len(levels), place + _NEAR + 1))
        if weight and sum(weights[at] for at in around) >= _LEAST_LIKENESS:
            near.update(around)
    return [levels[place] for place in sorted(near)]


def _likeness(level: Sequence[Placed]) -> int:
    """How much lines of one height look like a row: pieces of other widths, or figures at one end."""
    if len(level) > 1:
        return _PIECES if is_uneven(level) else 0
    text = level[0].text
    return _FIGURES if text[0].isdigit() or text[-1].isdigit() else 0


def _level(lines: list[Placed], gaps: Mapping[int, Sequence[tuple[float, float]]]) -> _Level:
    level = _Level(lines)
    level.gaps += [_Gap(one.x1, two.x0, None) for one, two in pairwise(lines) if one.x1 < two.x0]
    for line in lines:
        for low, high in gaps.get(line.number, ()):
            x0, x1 = sorted((in_frame(line, low), in_frame(line, high)))
            level.gaps.append(_Gap(x0, x1, line))
    return level


def _gutters(levels: Sequence[_Level]) -> list[tuple[_Gap, float]]:
    """The gaps that lie in gutters, each with the middle of its gutter."""
    found: list[tuple[_Gap, float]] = []
    seen: set[int] = set()
    rows: set[int] = set()
    for first, level in enumerate(levels):
        for gap in level.gaps:
            if id(gap) in seen:
                continue
            gutter = _gutter(levels[first:], gap)
            seen.update(id(one) for one in gutter.values())
            if len(gutter) >= _LEAST_ROWS and any(one.line is not None for one in gutter.values()):
                x0, x1 = max(one.x0 for one in gutter.values()), min(one.x1 for one in gutter.values())
                found += [(one, (x0 + x1) / 2) for one in gutter.values()]
                rows.update(first + place for place in gutter)
    unset = [gap for row in rows for gap in levels[row].gaps if gap.line is not None]
    inside = sum(gap.line is not None for gap, _ in found)
    return found if inside >= _MOSTLY * len(unset) else []


def _gutter(levels: Sequence[_Level], gap: _Gap) -> dict[int, _Gap]:
    """The gaps below each other from `gap` on, which is of the first level, by the place of their levels."""
    found = {0: gap}
    x0, x1 = gap.x0, gap.x1
    for place, (above, level) in enumerate(pairwise(levels), 1):
        least = _NARROWEST * level.size
        if level.below(above) > _FURTHEST * level.size or place - max(found) > _MOST_EMPTY:
            break
        best = max(level.gaps, key=lambda one: min(x1, one.x1) - max(x0, one.x0), default=None)
        if best is not None and min(x1, best.x1) - max(x0, best.x0) > least:
            x0, x1 = max(x0, best.x0), min(x1, best.x1)
            found[place] = best
        elif any(line.x0 < x1 - least and line.x1 > x0 + least for line in level.lines):
            break
    return found


def _parts(line: Placed, cuts: Sequence[float], exact_line: ExactLine) -> list[Placed]:
    """The line in parts; none where its text would have to be put into another order."""
    edges = sorted(cuts)
    parts = parted(line, lambda x: bisect(edges, x), exact_line)
    if parts is None or len(parts) != len(edges) + 1:
        return []
    return [part for _, part in parts]
