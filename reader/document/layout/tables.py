"""Tables: side-by-side lines that form rows of cells, not columns of prose.

In: the lines of a band that a gutter divides. Out: a `Table` of rows and cells, or None where the lines are
columns to be read one after the other. What tells them apart: cells are short and stand on common lines;
prose fills its column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reader.document.layout.frames import Placed, cells_run_right_to_left, is_finished
from reader.document.layout.table_rows import (
    after_white,
    has_header,
    on_one_level,
    rows_of,
    text_levels,
    with_whole_header,
)

# Prose of a newspaper column has 20 and more characters a line; cells of a date, a sum, a label have fewer.
_LABEL = 16
# Share of lines of the sparser column that stand on a line of another column.
_ALIGNED = 0.7
# Share of lines that go on in the middle of a sentence; columns of prose have 0.5 and more.
_FLOWING = 0.3
_LEAST_BESIDE_PROSE = 3  # columns, the text among them
_PROSE = 0.6  # share of such lines in a text beside a table
_LEAST_ROWS = 2
_LEAST_APART = 4  # rows, its header among them, with white space between them
HEADING = 1.06  # times the size that most lines have
# Of so many labels more than this share stand beside the midst of a sentence: then they label nothing there.
_LEAST_BESIDE = 4
_MOSTLY_AMID = 0.4
_MOST_SPANNING = 2  # lines of a header, some over several columns
_LEAST_BELOW = 4  # lines below them
_LONGEST_HEAD = 48  # characters
_GAP = 0.3  # of the type size, between columns; less where cells are known to stand close
_GAP_OF_PARTED = 0.1
# Baselines of one row, in sizes apart: as good as the same, or of columns that have each their own. Cells set
# on the middle of a row of two lines stand further apart.
_SAME, _BESIDE = 0.1, 0.45
_EVEN = 0.8


@dataclass(slots=True)
class Table:
    """Rows of cells; a cell is the lines in it from top to bottom, empty where nothing stands.

    `heads` rows at its top say what stands in the columns. `labels` are for each row the cells that began
    above it and span it too, where there are any; `over` is the header of the same table's part above it.
    """

    rows: list[list[list[Placed]]]
    heads: int = 0
    labels: list[list[list[Placed]]] = field(default_factory=list)
    over: list[list[Placed]] = field(default_factory=list)


def find_tables(band: Sequence[Placed], *, right_to_left: bool = False) -> list[Table | list[Placed]] | None:
    """The tables these lines form, with the prose above, between and below them; None for columns.

    Args:
        band: lines side by side.
        right_to_left: whether the text around them runs so; cells without letters then do.
    """
    levels = text_levels(band)
    first = next((i for i, level in enumerate(levels) if len(level) > 1), len(levels))
    last = max((i for i, level in enumerate(levels) if len(level) > 1), default=-1)
    left = min((line.x0 for level in levels[first : last + 1] for line in level), default=0.0)
    # A line alone below the last row belongs to it when it stands further in: a cell's second line.
    cells = _extents([line for level in levels if len(level) > 1 for line in level])
    while last + 1 < len(levels) and _goes_on_in_cell(levels[last + 1][0], left, cells):
        last += 1
    parts: list[Table | list[Placed]] = []
    over: list[list[Placed]] = []
    for inner, across in _between_titles(levels[first : last + 1]):
        columns, spanning = _columns_under_heads(inner)
        if cells_run_right_to_left([line for own in columns for line in own], otherwise=right_to_left):
            columns.reverse()
        if len(columns) < 2 or not _is_tabular(inner, columns):  # noqa: PLR2004 - a table has two columns
            return None
        if first > 0 and not parts and any(_goes_on(levels[first - 1][-1], column) for column in columns):
            return None
        rows = with_whole_header(rows_of(inner, columns, spanning))
        heads = int(len(rows) > 1 and has_header(rows))
        if len(rows) < (_LEAST_ROWS if not parts else 1):
            return None
        same = not heads and len(over) == len(columns)
        parts.append(Table(rows, heads, over=over if same else []))
        over = rows[0] if heads else over if same else []
        parts += [across] if across else []
    before = [line for level in levels[:first] for line in level]
    after = [line for level in levels[last + 1 :] for line in level]
    return [part for part in (before, *parts, after) if part] if parts else None


def _extents(band: Sequence[Placed]) -> list[tuple[float, float]]:
    return [(min(line.x0 for line in own), max(line.x1 for line in own)) for own in _columns(band)]


def _goes_on_in_cell(line: Placed, left: float, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether a line further in than the table begins in one of its columns; text between two does not."""
    inside = any(x0 - line.size <= line.x0 <= x1 for x0, x1 in columns)
    return inside and line.x0 > left + line.size


def _goes_on(above: Placed, column: Sequence[Placed]) -> bool:
    """Whether a sentence begins above a column and goes on in it: text beside a sign with its word."""
    top = min(column, key=lambda line: line.y0)
    return (
        not is_finished(above.text)
        and len(top.text) > _LABEL
        and top.text[:1].islower()
        and min(above.x1, top.x1) > max(above.x0, top.x0)
        and top.baseline - above.baseline < 2 * top.size
    )


def _between_titles(levels: Sequence[list[Placed]]) -> list[tuple[list[list[Placed]], list[Placed]]]:
    """The levels of each of several tables, and the lines that stand under it: "Second half (2023)".

    A line alone on its level that reaches over the gap of two columns is no cell.
    """
    columns = _extents([line for level in levels if len(level) > 1 for line in level])
    gaps = [(one[1], two[0]) for one, two in pairwise(columns)]
    found: list[tuple[list[list[Placed]], list[Placed]]] = [([], [])]
    for level in levels:
        if len(level) == 1 and any(level[0].x0 < low and high < level[0].x1 for low, high in gaps):
            found[-1][1].append(level[0])
        else:
            if found[-1][1]:
                found.append(([], []))
            found[-1][0].append(level)
    return found


def is_uneven(level: Sequence[Placed]) -> bool:
    """Whether pieces side by side are of other widths, as the lines of two columns of prose are not."""
    return min(line.width for line in level) <= _EVEN * max(line.width for line in level)


def _columns(band: Sequence[Placed]) -> list[list[Placed]]:
    """Lines grouped by the white gaps that no line of the band covers, from left to right."""
    columns: list[list[Placed]] = []
    reach = 0.0
    least = _GAP if len({line.number for line in band}) == len(band) else _GAP_OF_PARTED
    for line in sorted(band, key=lambda one: one.x0):
        if columns and line.x0 < reach + least * line.size:
            columns[-1].append(line)
            reach = max(reach, line.x1)
        else:
            columns.append([line])
            reach = line.x1
    return columns


def _columns_under_heads(levels: Sequence[list[Placed]]) -> tuple[list[list[Placed]], int]:
    """The columns of a table, and how many of its first levels have lines that span several of them.

    Such a line, or one that all but touches the next, stands in the first of the columns below it.
    """
    columns = _columns([line for level in levels for line in level])
    for count in range(1, min(_MOST_SPANNING, len(levels) - _LEAST_BELOW) + 1):
        under = _columns([line for level in levels[count:] for line in level])
        heads = [line for level in levels[:count] for line in level]
        if len(under) > max(len(columns), len(heads)):
            return (under, count) if _set_under(heads, under) else (columns, 0)
    return columns, 0


def _set_under(heads: Sequence[Placed], columns: Sequence[list[Placed]]) -> bool:
    """Put the lines of a header into the columns below them; whether each begins where a column does."""
    lefts = [min(line.x0 for line in column) for column in columns]
    places = []
    for line in heads:
        near = [place for place, x0 in enumerate(lefts) if abs(line.x0 - x0) < line.size]
        if not near or len(line.text) > _LONGEST_HEAD:
            return False
        places.append(near[0])
    for line, place in zip(heads, places, strict=True):
        columns[place].append(line)
    return True


def _is_tabular(levels: Sequence[Sequence[Placed]], columns: Sequence[Sequence[Placed]]) -> bool:
    sparse = min(columns, key=len)
    others = [line for column in columns if column is not sparse for line in column]
    aligned = sum(any(on_one_level(line, other) for other in others) for line in sparse)
    if aligned < _ALIGNED * len(sparse):
        return False
    flowing = [_flow(column) >= _FLOWING for column in columns]
    if _is_labelled(levels, columns[0]) and not flowing[0]:
        return True
    prose = [column for column in (columns[0], columns[-1]) if _is_prose(column)]
    if any(_share_beside(sparse, column) < _ALIGNED for column in prose if len(column) > len(sparse)):
        return False
    if any(flows and _stands_amid(sparse, column) for flows, column in zip(flowing, columns, strict=True)):
        return False
    if _have_own_headings(columns):
        return False
    labels = [
        median(len(line.text) for line in column) <= _LABEL and not flows
        for column, flows in zip(columns, flowing, strict=True)
    ]
    return any(labels) or not (any(flowing) or _are_out_of_step(levels))


def _are_out_of_step(levels: Sequence[Sequence[Placed]]) -> bool:
    """Whether lines side by side hardly ever stand on one baseline: a title and names beside references.

    In a table of a page scanned askew none does, but there hardly a line is alone.
    """
    spreads = [
        (max(line.baseline for line in level) - min(line.baseline for line in level))
        / max(line.size for line in level)
        for level in levels
        if len(level) > 1
    ]
    same = sum(spread <= _SAME for spread in spreads)
    beside = sum(_SAME < spread <= _BESIDE for spread in spreads)
    return beside > 2 * same and beside > 1 and len(spreads) < _ALIGNED * len(levels)


def _is_prose(column: Sequence[Placed]) -> bool:
    return _flow(column) > _PROSE and median(len(line.text) for line in column) > _LABEL


def gutter_beside_prose(band: Sequence[Placed]) -> float | None:
    """Where the white lies between a text and a table of several columns beside it; None where none is."""
    columns = _columns(band)
    if len(columns) < _LEAST_BESIDE_PROSE or sum(map(_is_prose, columns)) != 1:
        return None
    if _is_prose(columns[0]):
        return (max(line.x1 for line in columns[0]) + min(line.x0 for line in columns[1])) / 2
    if _is_prose(columns[-1]):
        return (max(line.x1 for line in columns[-2]) + min(line.x0 for line in columns[-1])) / 2
    return None


def _share_beside(lines: Sequence[Placed], column: Sequence[Placed]) -> float:
    """The share of lines that stand on a line of a column."""
    return sum(any(on_one_level(line, other) for other in column) for line in lines) / len(lines)


def _is_labelled(levels: Sequence[Sequence[Placed]], leading: Sequence[Placed]) -> bool:
    """Whether white space through all columns sets rows apart, and each begins with a short label."""
    own = {id(line) for line in leading}
    starts = [level for level, apart in zip(levels, after_white(levels), strict=True) if apart]
    labelled = all(len(level) > 1 and any(id(line) in own for line in level) for level in starts)
    short = median(len(line.text) for line in leading) <= _LABEL
    return _LEAST_APART <= len(starts) < len(levels) and labelled and short


def _stands_amid(labels: Sequence[Placed], column: Sequence[Placed]) -> bool:
    """Whether many labels stand beside the midst of a sentence: a sidebar, by chance on lines of prose."""
    if len(labels) == len(column) and all(any(on_one_level(one, two) for two in labels) for one in column):
        return False  # not by chance: a form
    lines = sorted(column, key=lambda one: one.y0)
    beside = [
        (one, two)
        for one, two in pairwise(lines)
        if labels is not column and any(on_one_level(two, label) for label in labels)
    ]
    amid = sum(not is_finished(one.text) and two.text[:1].islower() for one, two in beside)
    return len(beside) >= _LEAST_BESIDE and amid > _MOSTLY_AMID * len(beside)


def _have_own_headings(columns: Sequence[Sequence[Placed]]) -> bool:
    """Whether two columns have headings each, and not on common lines: parts of a page, as of a CV.

    A table's header may have several lines, but all above its rows.
    """
    headings = [own for own in map(_headings, columns) if own]
    every = [line for own in headings for line in own]
    heads = {id(line) for line in every}
    below = min(
        (line.baseline for column in columns for line in column if id(line) not in heads), default=0.0
    )
    if all(line.baseline < below for line in every):
        return False
    alone = sum(
        any(all(one is line or not on_one_level(one, line) for one in every) for line in own)
        for own in headings
    )
    return alone > 1


def _headings(column: Sequence[Placed]) -> list[Placed]:
    """The few lines of a column that are larger than the others, else bold where they are not."""
    usual = HEADING * median(line.size for line in column)
    for few in ([one for one in column if one.size > usual], [one for one in column if one.line.bold]):
        if 0 < 2 * len(few) < len(column):
            return few
    return []


def _flow(column: Sequence[Placed]) -> float:
    """Share of a column's lines that go on in the middle of a sentence."""
    lines = sorted(column, key=lambda one: one.y0)
    width = max(line.x1 for line in lines) - min(line.x0 for line in lines)
    going_on = sum(
        not is_finished(one.text)
        and (two.text[:1].islower() or (_tells_nothing(two.text[:1]) and one.width > 0.85 * width))
        for one, two in pairwise(lines)
    )
    return going_on / max(1, len(lines) - 1)


def _tells_nothing(first: str) -> bool:
    """Whether a line that begins so may as well go on as begin: a letter without case; numbers are a list."""
    return not (first.isupper() or first.isdigit())
