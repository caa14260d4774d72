"""Tables: side-by-side lines that form rows of cells, not columns of prose.

In: the lines of a band that a gutter divides. Out: a `Table` of rows and cells, or None where the lines are
columns to be read one after the other. What tells them apart: cells are short and stand on common lines;
prose fills its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from reader.document.frames import Placed

# Prose of a newspaper column has 25 and more characters a line; cells of a date or a sum have fewer.
_SHORT_CELL = 16
# Share of lines of the sparser column that stand on a line of another column.
_ALIGNED = 0.7
_LEAST_ROWS = 2


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell is the lines in it from top to bottom, empty where nothing stands."""

    rows: list[list[list[Placed]]]
    has_header: bool


def find_table(band: Sequence[Placed]) -> Table | None:
    """The table these lines form, or None."""
    columns = _columns(band)
    if len(columns) < 2:  # noqa: PLR2004 - a table has two columns
        return None
    if not _is_tabular(columns):
        return None
    rows = _rows(columns)
    if len(rows) < _LEAST_ROWS:
        return None
    return Table(rows, _has_header(rows))


def _columns(band: Sequence[Placed]) -> list[list[Placed]]:
    """Lines grouped by the white gaps that no line of the band covers, from left to right."""
    columns: list[list[Placed]] = []
    reach = 0.0
    for line in sorted(band, key=lambda one: one.x0):
        if columns and line.x0 < reach + 0.3 * line.size:
            columns[-1].append(line)
            reach = max(reach, line.x1)
        else:
            columns.append([line])
            reach = line.x1
    return columns


def _is_tabular(columns: Sequence[Sequence[Placed]]) -> bool:
    sparse = min(columns, key=len)
    others = [line for column in columns if column is not sparse for line in column]
    aligned = sum(any(_level(line, other) for other in others) for line in sparse)
    if aligned < _ALIGNED * len(sparse):
        return False
    short = [median(len(line.text) for line in column) <= _SHORT_CELL for column in columns]
    if len(columns) == 2:  # noqa: PLR2004
        return any(short)
    return 2 * sum(short) >= len(short)


def _level(one: Placed, other: Placed) -> bool:
    return abs(one.baseline - other.baseline) < 0.35 * max(one.size, other.size)


def _rows(columns: Sequence[Sequence[Placed]]) -> list[list[list[Placed]]]:
    """A row begins where the leading column has a line that is no continuation of the cell above it."""
    lines = sorted((line for column in columns for line in column), key=lambda one: one.y0 + one.y1)
    owner = {id(line): place for place, column in enumerate(columns) for line in column}
    levels: list[list[Placed]] = []
    for line in lines:
        if levels and _level(levels[-1][0], line):
            levels[-1].append(line)
        else:
            levels.append([line])
    most = max(len(level) for level in levels)
    rows: list[list[list[Placed]]] = []
    for level in levels:
        starts = (
            not rows
            or len({owner[id(line)] for line in level}) * 2 > most
            or any(owner[id(line)] == 0 for line in level)
        )
        if starts:
            rows.append([[] for _ in columns])
        for line in level:
            rows[-1][owner[id(line)]].append(line)
    return rows


def _has_header(rows: Sequence[Sequence[Sequence[Placed]]]) -> bool:
    first = [line for cell in rows[0] for line in cell]
    rest = [line for row in rows[1:] for cell in row for line in cell]
    if not rest or not all(rows[0]):
        return False
    bold = all(line.line.bold for line in first) and not all(line.line.bold for line in rest)
    wordy = not any(character.isdigit() for line in first for character in line.text)
    numbers = sum(any(character.isdigit() for character in line.text) for line in rest)
    return bold or (wordy and 3 * numbers >= len(rest))
