"""Rows of a table: where one ends and the next begins, and which of them are its header.

In: the lines of a table and the columns they stand in. Out: its rows, each a list of cells, a cell the lines
in it from top to bottom. White space tells rows where there is any between them, else the leading column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from reader.document.layout.frames import Placed

_BETWEEN_ROWS = 1.14  # times the distance of two lines of a cell, where rows have white space between them
_LEAST_COLUMNS = 3
_ALIGNED = 1.5  # points
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_LEAST_YEARS = 2
_LEAST_ROWS = 3  # with white space between them
_MOSTLY = 0.8
_CENTRED = 0.1  # of a table's width that the middle of a title in it may be off
_RAISED = 0.85  # of the type size; raised figures are smaller
_LEAST_UNDIVIDED = 3  # names under each other in one cell that are rows; two may be a date and its year


def text_levels(band: Sequence[Placed]) -> list[list[Placed]]:
    """The lines by the height they stand on, from top to bottom, each level from left to right."""
    levels: list[list[Placed]] = []
    for line in sorted(band, key=lambda one: one.baseline):
        if levels and on_one_level(levels[-1][0], line):
            levels[-1].append(line)
        else:
            levels.append([line])
    return [sorted(level, key=lambda one: one.x0) for level in levels]


def on_one_level(one: Placed, other: Placed) -> bool:
    """Whether two lines stand side by side."""
    return abs(one.baseline - other.baseline) < 0.35 * max(one.size, other.size)


def rows_of(
    levels: Sequence[Sequence[Placed]], columns: Sequence[Sequence[Placed]], spanning: int = 0
) -> list[list[list[Placed]]]:
    """The rows that these levels form; a title in the middle of the table is a row of its own.

    `spanning` levels at the top are of a header whose cells span columns.
    """
    owner = {id(line): place for place, column in enumerate(columns) for line in column}
    most = max(len(level) for level in levels)
    wide = _rows_by_white(levels, {id(line) for line in columns[0]}, spanning)
    rows: list[list[list[Placed]]] = []
    after_title = False
    for place, level in enumerate(levels):
        places = {owner[id(line)] for line in level}
        is_title = _is_title(level, levels, columns[owner[id(level[0])]])
        begins = wide[place] if wide else 0 in places or 2 * len(places) > most
        begins = begins or (place > 0 and _is_full_again(rows[-1], level, levels[place - 1]))
        if not rows or begins or is_title or after_title:
            rows.append([[] for _ in columns])
        after_title = is_title
        for line in level:
            rows[-1][owner[id(line)]].append(line)
    return rows


def _is_full_again(row: Sequence[Sequence[Placed]], level: Sequence[Placed], above: Sequence[Placed]) -> bool:
    """Whether a level fills all columns of a row that a level did before, and the one above does not.

    Browsers round the white between rows to whole pixels; the last lines of their cells tell the rest.
    """
    full = len(row) >= _LEAST_COLUMNS and len(level) == len(row) > len(above)
    return full and all(row) and len({round(cell[0].baseline) for cell in row}) == 1


def after_white(levels: Sequence[Sequence[Placed]], spanning: int = 0) -> list[bool]:
    """For each level whether more white stands above it than between the lines of a cell."""
    steps = [two[0].baseline - one[0].baseline for one, two in pairwise(levels)]
    # The words of a header that spans columns stand on other heights than those below it.
    least = min(steps[spanning + 1 :] if spanning else steps, default=0.0)
    return [True, *(step > _BETWEEN_ROWS * least for step in steps)]


def _rows_by_white(
    levels: Sequence[Sequence[Placed]], leading: AbstractSet[int], spanning: int
) -> list[bool]:
    """For each level whether white space sets it apart from the one above; empty where that tells no rows.

    It tells them where it stands between most levels that are full, or where nearly all that it sets apart
    begin in the leading column and what it holds together often lacks that: they go on in cells.
    """
    most = max(len(level) for level in levels)
    apart = after_white(levels, spanning)
    held = zip(levels, levels[1:], apart[1:], strict=False)
    if spanning and any(not begins and len(one) == len(two) == most for one, two, begins in held):
        apart = after_white(levels)  # no second lines of cells fill all columns
    if not any(apart[1:]) or all(apart):
        return []
    full = sum(2 * len(level) > most for level in levels)
    if 2 * sum(apart[1:]) >= full:
        return apart
    leads = [any(id(line) in leading for line in level) for level in levels]
    begun = [lead for lead, begins in zip(leads, apart, strict=True) if begins]
    going_on = [lead for lead, begins in zip(leads, apart, strict=True) if not begins]
    in_cells = sum(begun) >= _MOSTLY * len(begun) and 3 * sum(going_on) < 2 * len(going_on)
    return apart if in_cells and len(begun) >= _LEAST_ROWS else []


def _is_title(level: Sequence[Placed], levels: Sequence[Sequence[Placed]], column: Sequence[Placed]) -> bool:
    """Whether all that stands on a level is a line in the middle of the table, and not of its column."""
    if len(level) > 1:
        return False
    (line,) = level
    left, right = min(one.x0 for own in levels for one in own), max(one.x1 for own in levels for one in own)
    if abs(line.x0 + line.x1 - left - right) / 2 > _CENTRED * (right - left):
        return False
    return not any(
        min(abs(line.x0 - one.x0), abs(line.x1 - one.x1), abs(line.x0 + line.x1 - one.x0 - one.x1) / 2)
        < _ALIGNED
        for one in column
        if len(one.text) != len(line.text)
    )


def with_whole_header(rows: list[list[list[Placed]]]) -> list[list[list[Placed]]]:
    """The rows, those at the top that are lines of one header as one."""
    while len(rows) > _LEAST_COLUMNS and _goes_on_in_header(rows):
        first = [one + two for one, two in zip(rows[0], rows[1], strict=True)]
        rows = [first, *rows[2:]]
    return rows


def _goes_on_in_header(rows: Sequence[Sequence[Sequence[Placed]]]) -> bool:
    """Whether the second row is the second line of words over the columns: small letters, or as bold."""
    second = [line for cell in rows[1] for line in cell]
    if any(below and not above for above, below in zip(rows[0], rows[1], strict=True)):
        return False
    head = [line for cell in rows[0] for line in cell] + second
    if any(character.isdigit() for line in head for character in line.text):
        return False
    rest = [line for row in rows[2:] for cell in row for line in cell]
    bold = all(line.line.bold for line in head) and not any(line.line.bold for line in rest)
    return bold or all(line.text[:1].islower() for line in second)


def has_header(rows: Sequence[Sequence[Sequence[Placed]]]) -> bool:
    """Whether the first of these rows, by its look, says what stands in the columns below it."""
    if _heads_with_years(rows):
        return True
    first = [line for cell in rows[0] for line in cell]
    cells = [cell for row in rows[1:] for cell in row if cell]
    rest = [line for cell in cells for line in cell]
    if not rest or not all(rows[0]):
        return False
    bold = all(line.line.bold for line in first) and not all(line.line.bold for line in rest)
    wordy = not any(character.isdigit() for line in first for character in line.text)
    numbers = sum(any(character.isdigit() for line in cell for character in line.text) for cell in cells)
    return bold or (wordy and 3 * numbers >= len(cells))


def _heads_with_years(rows: Sequence[Sequence[Sequence[Placed]]]) -> bool:
    """Whether years at even distances stand in the first row, and none alone in a cell below it."""
    heads = [" ".join(line.text for line in cell) for cell in rows[0][1:]]
    if len(heads) < _LEAST_YEARS or not all(map(_YEAR.fullmatch, heads)):
        return False
    steps = {int(two) - int(one) for one, two in pairwise(heads)}
    below = (line.text for row in rows[1:] for cell in row[1:] for line in cell)
    return len(steps) == 1 and 0 not in steps and not any(map(_YEAR.fullmatch, below))


def split_rows(cells: Sequence[Sequence[Placed]]) -> list[list[list[Placed]]]:
    """A row that is several, each beginning with a line of its own in the first cell; else the row itself."""
    whole = [[list(cell) for cell in cells]]
    if (rows := _full_rows(cells)) is not None:
        return rows
    levels = text_levels([line for cell in cells for line in cell])
    heads = [line.number for line in cells[0]] if cells else []
    starts = [place for place, level in enumerate(levels) if any(one.number in heads for one in level)]
    if len(starts) < _LEAST_UNDIVIDED or starts[0] != 0 or not _broken_on_purpose(cells):
        return whole
    if any(len(levels[place]) < 2 for place in starts):  # noqa: PLR2004 - a name needs something beside it
        return whole
    rows = []
    for start, end in pairwise([*starts, len(levels)]):
        inside = {id(line) for level in levels[start:end] for line in level}
        rows.append([[line for line in cell if id(line) in inside] for cell in cells])
    return rows


def _full_rows(cells: Sequence[Sequence[Placed]]) -> list[list[list[Placed]]] | None:
    """The rows of cells that have equally many lines at equal heights, as wrapped text never has in three."""
    columns = [text_levels(cell) for cell in cells]
    count = len(columns[0]) if columns else 0
    if len(columns) < _LEAST_COLUMNS or count < _LEAST_UNDIVIDED:
        return None
    mains = [[max(level, key=lambda line: line.width) for level in _plain(column)] for column in columns]
    if any(len(main) != len(mains[0]) for main in mains) or len(mains[0]) < _LEAST_UNDIVIDED:
        return None
    if not all(on_one_level(row[0], other) for row in zip(*mains, strict=True) for other in row[1:]):
        return None
    tops = [min(line.y0 for line in row) for row in zip(*mains, strict=True)]
    rows: list[list[list[Placed]]] = [[[] for _ in cells] for _ in tops]
    for place, cell in enumerate(cells):
        for line in cell:
            middle = (line.y0 + line.y1) / 2
            rows[max(0, sum(top <= middle for top in tops) - 1)][place].append(line)
    return rows


def _plain(levels: Sequence[list[Placed]]) -> list[list[Placed]]:
    """Levels without those of raised figures only."""
    most = max((line.size for level in levels for line in level), default=0.0)
    return [level for level in levels if any(line.size > _RAISED * most for line in level)]


def _broken_on_purpose(cells: Sequence[Sequence[Placed]]) -> bool:
    """Whether each line of the first cell left room for the next word: it is no text that was wrapped."""
    first, *others = cells
    left, right = min(line.x0 for line in first), max(line.x1 for line in first)
    after = min((line.x0 for cell in others for line in cell if line.x0 >= right), default=right)
    before = max((line.x1 for cell in others for line in cell if line.x1 <= left), default=left)
    room = max(after - right, left - before)

    def word(line: Placed) -> float:
        return line.width * (line.text.find(" ") + 1 or len(line.text)) / len(line.text)

    return all(right - left + room - one.width > word(two) + one.size for one, two in pairwise(first))
