"""Tables drawn with lines: what stands in which cell.

In: the placed lines of a page and the grids of `rules`. Out: `Table`s like those that `tables` finds by the
look of the text alone, and for each the lines it takes from the page. Lines tell what white space cannot:
that a cell goes on in a second line, is empty, or spans the columns below it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.document.file.rules import Grid, find_grids
from reader.document.layout.frames import Placed, Row, reads_right_to_left, row_of
from reader.document.layout.line_shares import part_of
from reader.document.layout.reading_order import Column, order_lines
from reader.document.layout.tables import Table, has_header, split_rows, text_levels
from reader.document.model import Box, Line

# A page is asked for its drawings when so many heights of it have lines side by side …
_LEAST_LEVELS = 1
# … and they are not columns of prose, whose lines are equally long; cells are not.
_EVEN = 0.8
_MOSTLY_EVEN = 0.7
# Charts and forms have grids too; in a table most cells hold something, and none holds a chapter.
_FILLED = 0.4
_LARGEST_CELL = 600
_MOST_IN_LARGE = 0.5

_RIGHT_TO_LEFT = "\u05d0"  # any letter of such a script

ExactLine = Callable[[int], Line | None]


@dataclass(slots=True)
class RuledTable:
    """A table, its grid, and the numbers of the lines that stand in it."""

    table: Table
    grid: Grid
    lines: set[int]
    right_to_left: bool


def may_hold_table(lines: Sequence[Placed]) -> bool:
    """Whether the text of a page may be a table: pieces side by side that are not columns of prose."""
    levels = [level for level in text_levels(lines) if len(level) > 1]
    if len(levels) < _LEAST_LEVELS:
        return False
    even = sum(
        min(line.width for line in level) > _EVEN * max(line.width for line in level) for level in levels
    )
    return even < _MOSTLY_EVEN * len(levels)


def find_ruled_tables(
    lines: Sequence[Placed], grids: Sequence[Grid], exact_line: ExactLine
) -> list[RuledTable]:
    """The tables that stand in these grids.

    Args:
        lines: of the page, upright ones.
        grids: drawn on it.
        exact_line: the line of a number with the edges of its characters; asked for lines that cross from
            one cell into another.
    """
    found: list[RuledTable] = []
    for grid in grids:
        box = grid.box
        inside = [
            line
            for line in lines
            if box.x0 < (line.x0 + line.x1) / 2 < box.x1 and box.y0 < (line.y0 + line.y1) / 2 < box.y1
        ]
        cells = _filled_cells(grid, inside, exact_line)
        if _is_table(grid, cells):
            right_to_left = reads_right_to_left(inside)
            table = _table(grid, cells, right_to_left=right_to_left)
            if len(table.rows) > 1:
                found.append(RuledTable(table, grid, {line.number for line in inside}, right_to_left))
    return found


def _filled_cells(grid: Grid, lines: Sequence[Placed], exact_line: ExactLine) -> dict[int, list[Placed]]:
    cells: dict[int, list[Placed]] = {}
    last = len(grid.xs) - 2
    for line in lines:
        row = grid.cells[min(max(grid.row_at((line.y0 + line.y1) / 2), 0), len(grid.ys) - 2)]

        def cell_at(x: float, row: Sequence[int] = row) -> int:
            return row[min(max(grid.column_at(x), 0), last)]

        inset = min(line.size / 4, line.width / 4)
        if cell_at(line.x0 + inset) == cell_at(line.x1 - inset):
            cells.setdefault(cell_at((line.x0 + line.x1) / 2), []).append(line)
            continue
        for cell, part in _cut(line, cell_at, exact_line):
            cells.setdefault(cell, []).append(part)
    for own in cells.values():
        own.sort(key=lambda line: line.baseline)
    return cells


def _cut(line: Placed, cell_at: Callable[[float], int], exact_line: ExactLine) -> list[tuple[int, Placed]]:
    """The line in parts, one for each cell it crosses."""
    whole = line.line if line.line.edges is not None else exact_line(line.number)
    if whole is None or whole.edges is None or len(whole.edges) != 2 * len(whole.text) or line.rest:
        return [(cell_at((line.x0 + line.x1) / 2), line)]
    edges = whole.edges
    owners = [cell_at((edges[2 * i] + edges[2 * i + 1]) / 2) for i in range(len(whole.text))]
    parts: list[tuple[int, Placed]] = []
    start = 0
    for end in range(1, len(owners) + 1):
        if end < len(owners) and (owners[end] == owners[start] or whole.text[end].isspace()):
            continue
        inside = edges[2 * start : 2 * end]
        parts.append((owners[start], part_of(line, start, end, (min(inside), max(inside)), edges)))
        start = end
    return parts


def _is_table(grid: Grid, cells: dict[int, list[Placed]]) -> bool:
    every = {number for row in grid.cells for number in row}
    if len(cells) < max(3, _FILLED * len(every)):
        return False
    letters = [sum(len(line.text) for line in own) for own in cells.values()]
    if sum(count for count in letters if count > _LARGEST_CELL) > _MOST_IN_LARGE * sum(letters):
        return False
    rows = sum(any(number in cells for number in row) for row in grid.cells)
    columns = sum(any(row[place] in cells for row in grid.cells) for place in range(len(grid.xs) - 1))
    return rows > 1 and columns > 1


def _table(grid: Grid, cells: dict[int, list[Placed]], *, right_to_left: bool) -> Table:
    rows: list[list[list[Placed]]] = []
    labels: list[list[list[Placed]]] = []
    seen: set[int] = set()
    spanning = 0  # rows at the top that have a cell over several columns
    for number, row in enumerate(grid.cells):
        order = list(dict.fromkeys(reversed(row) if right_to_left else row))
        own = [cells.get(cell, []) for cell in order if cell not in seen]
        over = [cells[cell] for cell in order if cell in seen and cell in cells]
        if any(own):
            if len(order) < len(row) and len(rows) == spanning and number == len(rows):
                spanning += 1
            rows.append(own)
            labels.append(over)
        seen.update(row)
    # What the lines do not divide below the header, the words may.
    parted = [
        (part, over)
        for place, (row, over) in enumerate(zip(rows, labels, strict=True))
        for part in (split_rows(row) if place else [row])
    ]
    rows, labels = [part for part, _ in parted], [over for _, over in parted]
    top = min(spanning, 1)
    heads = 0
    if len(rows) > top + 1 and has_header([[cell for cell in row if cell] for row in rows[top:]]):
        heads = top + 1
    return Table(rows, heads, labels)


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a page is asked for what is drawn on it, and for a line with the edges of its characters."""

    boxes: Callable[[], Sequence[Box]]
    exact_line: ExactLine


def order_with_tables(lines: Sequence[Placed], drawn: Drawn) -> list[Column]:
    """The columns of a page in reading order, as `order_lines` gives them, tables by their drawn lines."""
    grids = find_grids(drawn.boxes()) if may_hold_table(lines) else []
    tables = find_ruled_tables(lines, grids, drawn.exact_line) if grids else []
    if not tables:
        return order_lines(lines)
    taken = {number for table in tables for number in table.lines}
    stand_ins = [line for key, table in enumerate(tables) for line in _stand_ins(-1 - key, table)]
    free = [line for line in lines if line.number not in taken]
    columns: list[Column] = []
    placed: set[int] = set()
    for column in order_lines([*free, *stand_ins]):
        rows: list[Row] = []
        for row in column.rows:
            keys = {piece.number for piece in row.pieces if piece.number < 0}
            pieces = [piece for piece in row.pieces if piece.number >= 0]
            if keys and rows:
                columns.append(Column(rows, column.right_to_left))
                rows = []
            columns += [Column([], column.right_to_left, tables[-1 - key].table) for key in keys - placed]
            placed |= keys
            if pieces:
                rows.append(row_of(pieces) if keys else row)
        if rows or column.table is not None:
            columns.append(Column(rows, column.right_to_left, column.table))
    return columns


def _stand_ins(number: int, table: RuledTable) -> list[Placed]:
    """Lines without words in the place of a table's rows, so that it finds its place among the columns."""
    made = []
    letter = _RIGHT_TO_LEFT if table.right_to_left else ""
    for top, bottom in pairwise(table.grid.ys):
        box = Box(table.grid.xs[0], top, table.grid.xs[-1], bottom)
        line = Line(letter, box, bottom - top, edges=(box.x0, box.x1) if letter else None)
        made.append(Placed(number, line, box.x0, box.y0, box.x1, box.y1, bottom, bottom - top, letter))
    return made
