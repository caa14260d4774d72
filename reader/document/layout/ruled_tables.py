"""Tables drawn with lines: what stands in which cell.

In: the placed lines of a page and the grids of `rules`. Out: `Table`s like those that `tables` finds by the
look of the text alone, and for each the lines it takes from the page. Lines tell what white space cannot:
that a cell goes on in a second line, is empty, or spans the columns below it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.document.file.rules import Grid, find_grids
from reader.document.layout.frames import Placed, Row, cells_run_right_to_left, row_of, turned
from reader.document.layout.parting import ExactLine, parted
from reader.document.layout.reading_order import Column, order_lines
from reader.document.layout.run_together import UnsetGaps, part_cells
from reader.document.layout.table_rows import has_header, split_rows, text_levels
from reader.document.layout.tables import Table, is_uneven
from reader.document.model import Box, Line, PageSize

# A page is asked for its drawings when so many heights of it have lines side by side …
_LEAST_LEVELS = 1
# … and they are not columns of prose, whose lines are equally long; cells are not.
_MOSTLY_EVEN = 0.7
# Charts and forms have grids too; in a table most cells hold something, and none holds a chapter.
_FILLED = 0.4
_LARGEST_CELL = 600
_MOST_IN_LARGE = 0.5

_RIGHT_TO_LEFT = "\u05d0"  # any letter of such a script


@dataclass(slots=True)
class RuledTable:
    """A table, its grid, and the numbers of the lines that stand in it."""

    table: Table
    grid: Grid
    lines: set[int]
    right_to_left: bool


def _may_hold_table(levels: Sequence[Sequence[Placed]]) -> bool:
    """Whether the text of a page may be a table: pieces side by side that are not columns of prose."""
    uneven = [is_uneven(level) for level in levels if len(level) > 1]
    return len(uneven) >= _LEAST_LEVELS and len(uneven) - sum(uneven) < _MOSTLY_EVEN * len(uneven)


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
            right_to_left = cells_run_right_to_left(inside)
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
        whole = [(cell_at((line.x0 + line.x1) / 2), line)]
        for cell, part in parted(line, cell_at, exact_line) or whole:
            cells.setdefault(cell, []).append(part)
    for own in cells.values():
        own.sort(key=lambda line: line.baseline)
    return cells


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
    """How a page is asked for what is drawn on it, and where the signs of its lines stand.

    `exact_line` and `unset_gaps` are as in `run_together`.
    """

    boxes: Callable[[], Sequence[Box]]
    exact_line: ExactLine
    unset_gaps: UnsetGaps


def order_with_tables(lines: Sequence[Placed], drawn: Drawn, size: PageSize) -> list[Column]:
    """The columns of a page in reading order, as `order_lines` gives them, tables by their drawn lines.

    Cells that the engine ran together are parted where that makes a table of them.
    """
    levels = text_levels(lines)
    cells = part_cells(levels, drawn.unset_gaps, drawn.exact_line)
    boxes = drawn.boxes() if cells or _may_hold_table(levels) else ()
    grids = find_grids(turned(box, lines[0].line.rotation, size) for box in boxes)
    columns = _order_with_grids(_in_cells(lines, cells), grids, drawn)
    if cells and (loose := _outside_tables(columns, cells)):
        left = {number: own for number, own in cells.items() if number not in loose}
        columns = _order_with_grids(_in_cells(lines, left), grids, drawn)
        if _outside_tables(columns, left):
            return _order_with_grids(lines, grids, drawn)
    return columns


def _in_cells(lines: Sequence[Placed], cells: Mapping[int, Sequence[Placed]]) -> list[Placed]:
    return [part for line in lines for part in cells.get(line.number, (line,))]


def _outside_tables(columns: Sequence[Column], cells: Mapping[int, Sequence[Placed]]) -> set[int]:
    """The numbers of lines that are parted into cells and stand outside of tables all the same."""
    pieces = (piece for column in columns for row in column.rows for piece in row.pieces)
    return {piece.number for piece in pieces if piece.number in cells}


def _order_with_grids(lines: Sequence[Placed], grids: Sequence[Grid], drawn: Drawn) -> list[Column]:
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
