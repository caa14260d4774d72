"""The lines drawn on a page, and the grids they form.

In: a page of the engine. Out: the boxes of what is drawn on it; from these, pure geometry, the `Grid`s: cells
divided by drawn lines, some of them spanning rows or columns.

Asking the engine for drawings costs one more reading of the page, so it is done only for pages whose text may
be a table (see `ruled_tables`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pymupdf import mupdf

from reader.document.model import Box

# A page of a ruled form has some hundred pieces of lines; maps and charts have thousands.
_MOST_BOXES = 3000
_MOST_LINES = 400
_MOST_CELLS = 4000
_THICK = 3.0  # points; thicker is an area
_SHORTEST = 5.0
_NEAR = 3.0  # points that lines may miss each other by; browsers draw borders in pieces
_FLAGS = mupdf.FZ_STEXT_MEDIABOX_CLIP | mupdf.FZ_STEXT_COLLECT_VECTORS | mupdf.FZ_STEXT_LAZY_VECTORS


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line along one axis: its place on the other axis, where it begins and ends."""

    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Columns between `xs`, rows between `ys`; `cells[row][column]` is the number of the cell there.

    A cell that spans has its number in each place. Numbers are those of the first place, counted by rows.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[tuple[int, ...], ...]

    def row_at(self, y: float) -> int:
        """The row at this height, -1 or the number of rows outside."""
        return bisect_right(self.ys, y) - 1

    def column_at(self, x: float) -> int:
        """The column there, -1 or the number of columns outside."""
        return bisect_right(self.xs, x) - 1

    @property
    def box(self) -> Box:
        """All of the grid."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def drawn_boxes(page: mupdf.FzPage) -> tuple[Box, ...]:
    """The boxes of all that is drawn on a page; none where that is more than any table has."""
    options = mupdf.FzStextOptions()
    options.flags = _FLAGS
    boxes: list[Box] = []
    drawn = mupdf.FzStextPage(page, options)  # its blocks live as long as it has a name
    for block in drawn:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_VECTOR:
            if len(boxes) == _MOST_BOXES:
                return ()
            box = block.m_internal.bbox
            boxes.append(Box(box.x0, box.y0, box.x1, box.y1))
    return tuple(boxes)


def find_grids(boxes: Iterable[Box]) -> list[Grid]:
    """The grids that drawn lines form, from top to bottom."""
    level: list[Stroke] = []
    upright: list[Stroke] = []
    for box in boxes:
        width, height = box.x1 - box.x0, box.y1 - box.y0
        flat, narrow = height <= _THICK, width <= _THICK
        if not narrow:
            ends = ((box.y0 + box.y1) / 2,) if flat else (box.y0, box.y1)
            level += [Stroke(y, box.x0, box.x1) for y in ends]
        if not flat:
            ends = ((box.x0 + box.x1) / 2,) if narrow else (box.x0, box.x1)
            upright += [Stroke(x, box.y0, box.y1) for x in ends]
    level, upright = _joined(level), _joined(upright)
    if len(level) + len(upright) > _MOST_LINES:
        return []
    grids = [_grid(*group) for group in _groups(level, upright)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.ys[0])


def _joined(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes on one line that touch as one."""
    joined: list[Stroke] = []
    for row in _clusters(strokes):
        at = sum(stroke.at for stroke in row) / len(row)
        low, high = row[0].low, row[0].high
        for stroke in sorted(row, key=lambda one: one.low):
            if stroke.low > high + _NEAR:
                joined.append(Stroke(at, low, high))
                low, high = stroke.low, stroke.high
            low, high = min(low, stroke.low), max(high, stroke.high)
        joined.append(Stroke(at, low, high))
    return [stroke for stroke in joined if stroke.high - stroke.low >= _SHORTEST]


def _clusters(strokes: Iterable[Stroke]) -> list[list[Stroke]]:
    """Strokes by the line they lie on."""
    rows: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda one: (one.at, one.low)):
        if rows and stroke.at - rows[-1][0].at < _NEAR:
            rows[-1].append(stroke)
        else:
            rows.append([stroke])
    return [sorted(row, key=lambda one: one.low) for row in rows]


def _groups(level: Sequence[Stroke], upright: Sequence[Stroke]) -> list[tuple[list[Stroke], list[Stroke]]]:
    """Lines that hang together."""
    group = list(range(len(level) + len(upright)))

    def root(number: int) -> int:
        while group[number] != number:
            group[number] = group[group[number]]
            number = group[number]
        return number

    for i, one in enumerate(level):
        for j, two in enumerate(upright, len(level)):
            if (
                one.low - _NEAR <= two.at <= one.high + _NEAR
                and two.low - _NEAR <= one.at <= two.high + _NEAR
            ):
                group[root(i)] = root(j)
    found: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for number in range(len(group)):
        lines = found.setdefault(root(number), ([], []))
        if number < len(level):
            lines[0].append(level[number])
        else:
            lines[1].append(upright[number - len(level)])
    return list(found.values())


def _grid(level: Sequence[Stroke], upright: Sequence[Stroke]) -> Grid | None:
    if len(level) < 2 or not upright:  # noqa: PLR2004 - two lines enclose a row
        return None
    xs = _edges([stroke.at for stroke in upright], [end for one in level for end in (one.low, one.high)])
    ys = _edges([stroke.at for stroke in level], [end for one in upright for end in (one.low, one.high)])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > _MOST_CELLS:
        return None
    cells = [[row * columns + column for column in range(columns)] for row in range(rows)]
    for row, (top, bottom) in enumerate(pairwise(ys)):
        for column, (left, right) in enumerate(pairwise(xs)):
            number = cells[row][column]
            if column + 1 < columns and not _covers(upright, right, (top + bottom) / 2):
                _renumber(cells, cells[row][column + 1], number)
            if row + 1 < rows and not _covers(level, bottom, (left + right) / 2):
                _renumber(cells, cells[row + 1][column], cells[row][column])
    return Grid(xs, ys, tuple(tuple(row) for row in cells))


def _edges(lines: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """The places of lines across an axis, with the ends of those along it where no line closes the grid."""
    found: list[float] = []
    for place in sorted([*lines, min(ends), max(ends)]):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return tuple(found)


def _covers(strokes: Iterable[Stroke], at: float, along: float) -> bool:
    return any(
        abs(stroke.at - at) <= _NEAR and stroke.low - _NEAR <= along <= stroke.high + _NEAR
        for stroke in strokes
    )


def _renumber(cells: list[list[int]], old: int, new: int) -> None:
    first, second = min(old, new), max(old, new)
    if first != second:
        for row in cells:
            row[:] = [first if number == second else number for number in row]
