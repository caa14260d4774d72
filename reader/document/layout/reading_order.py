"""Reading order: lines into columns, columns into order.

In: the placed lines of one direction of writing. Out: `Column`s in the order they are read, each a list of
rows from top to bottom; a row is one printed line, in one or more pieces. Tables come as columns of their
own kind, cut into rows and cells by `tables`.

How: where two lines stand side by side, the white gutters between them are tried as separators. A gutter is
good where lines stand on both sides of it over a common height and none crosses it; lines that do cross
(titles, wide captions) cut the page into bands. Each side is then ordered by the same rule.
Source: the idea of whitespace gutters and spanning lines is Breuel, "Two geometric algorithms for layout
analysis" (DAS 2002); recursive cutting is Nagy & Seth's XY-cut (1984).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.document.layout.frames import Placed, Row, is_vertical, opens_large, reads_right_to_left, row_of
from reader.document.layout.spread import join_flush, join_spread
from reader.document.layout.tables import HEADING, Table, find_tables, gutter_beside_prose
from reader.document.text.markers import is_label, is_marker_only, is_sign

# A sidebar of two lines is a column; one line beside another is not.
_LEAST_LINES = 2
# Lines overhang their column by this share of their size (italics, hanging punctuation).
_OVERHANG = 0.25
# Gutters tried in one region: those with most lines beside them; pages have few real ones.
_MOST_GUTTERS = 16
_DEEPEST = 8
_LABEL = 16  # characters: titles of sections have more, values of a table fewer
_CLOSE = 1.5  # times the type size from the last line of a point to the next line
_NEAR = 8  # in the order of their heights, lines side by side are no further apart


@dataclass(slots=True)
class Column:
    """Rows of a column from top to bottom, or a table."""

    rows: list[Row]
    right_to_left: bool = False
    table: Table | None = None


def order_lines(lines: Sequence[Placed]) -> list[Column]:
    """The columns of a page in reading order."""
    ordered = _from_top(lines)
    if not _side_by_side(ordered):
        return [_rows(ordered, reads_right_to_left(ordered))]
    ordered = _from_top(join_spread(ordered))
    return _ordered(ordered, reads_right_to_left(ordered), 0)


def _from_top(lines: Sequence[Placed]) -> list[Placed]:
    return sorted(lines, key=lambda line: (line.y0 + line.y1, line.x0))


def _ordered(lines: list[Placed], right_to_left: bool, depth: int) -> list[Column]:  # noqa: FBT001 - internal recursion
    if len(lines) < 2 * _LEAST_LINES or depth > _DEEPEST or not _side_by_side(lines):
        return [_column(lines, right_to_left)]
    lines = join_flush(lines)
    gutter = _best_gutter(lines)
    if gutter is None:
        return [_column(lines, right_to_left)]
    columns: list[Column] = []
    points: list[Placed] = []  # that the last column ends with: their lines may reach the margin
    for band, split in _bands(lines, gutter):
        if not split:
            made = (
                _ordered(band, right_to_left, depth + 1)
                if len(band) < len(lines)
                else [_column(band, right_to_left)]
            )
            if len(made) == 1 and made[0].table is None and _go_on(points, band):
                columns[-1:] = [_column([*points, *band], right_to_left)]
            else:
                columns += made
            points = []
            continue
        found = None if is_vertical(band[0]) else find_tables(band, right_to_left=right_to_left)
        if found is not None and all(_is_list(part) for part in found if isinstance(part, Table)):
            columns.append(_column(band, right_to_left))
            points = band
            continue
        points = []
        if found is not None:
            columns += [
                Column([], right_to_left, part)
                if isinstance(part, Table)
                else _column(part, reads_right_to_left(part))
                for part in found
            ]
            continue
        between = gutter_beside_prose(band) or gutter
        left = [line for line in band if line.x0 + line.x1 < 2 * between]
        right = [line for line in band if line.x0 + line.x1 >= 2 * between]
        if _hanging(right, left) if right_to_left else _hanging(left, right):
            columns.append(_column(band, right_to_left))
            points = band
            continue
        first, second = (right, left) if right_to_left else (left, right)
        columns += _ordered(first, reads_right_to_left(first), depth + 1)
        columns += _ordered(second, reads_right_to_left(second), depth + 1)
    return columns


def _go_on(points: Sequence[Placed], band: Sequence[Placed]) -> bool:
    """Whether lines from margin to margin stand close below the points before them."""
    if not points:
        return False
    last = max(points, key=lambda line: line.baseline)
    return 0 < min(line.baseline for line in band) - last.baseline < _CLOSE * last.size


def _side_by_side(lines: Sequence[Placed]) -> bool:
    """Whether any two lines share most of their height; otherwise it is one plain column."""
    for one, two in pairwise(lines):
        if (two.x0 >= one.x1 or one.x0 >= two.x1) and (
            min(one.y1, two.y1) - max(one.y0, two.y0) > 0.5 * min(one.height, two.height)
        ):
            return True
    return False


def _hanging(lines: Sequence[Placed], others: Sequence[Placed]) -> bool:
    """Whether these are the markers of a list ("1-", "•", "2.1") that stand before its text."""
    if all(is_marker_only(line.text) for line in lines):
        return True
    if not all(_is_number(line.text) for line in lines):
        return False
    if median(len(line.text) for line in others) <= _LABEL:
        return False
    # Numbers of lines stand beside the midst of sentences, those of points do not.
    rows = sorted(others, key=lambda line: line.baseline)
    firsts = [next((row for row in rows if _on_one_level(line, row)), None) for line in lines]
    return all(first is not None and not first.text[:1].islower() for first in firsts)


def _is_number(text: str) -> bool:
    return is_marker_only(text) or is_label(text)


def _on_one_level(one: Placed, other: Placed) -> bool:
    """Whether a line stands beside another; the number of a note stands higher."""
    shared = min(one.y1, other.y1) - max(one.y0, other.y0)
    return shared > min(one.height, other.height) / 2


def _is_list(table: Table) -> bool:
    """Whether two columns are the points of a list: a marker, its text beside it."""
    if any(len(row) != 2 for row in table.rows):  # noqa: PLR2004 - a marker and a text
        return False
    markers = [line.text.strip() for row in table.rows for line in row[0]]
    if len(markers) > 1 and all(is_sign(one) or is_marker_only(one) for one in markers):
        return True
    # The text of a point may begin with the sign of a point below it.
    texts = [
        next((line.text for line in row[1] if not is_marker_only(line.text)), row[1][0].text)
        for row in table.rows
        if row[1]
    ]
    wordy = bool(texts) and median(map(len, texts)) > _LABEL and all(not text[:1].isdigit() for text in texts)
    return all(is_marker_only(one) or (wordy and is_label(one)) for one in markers)


def _best_gutter(lines: Sequence[Placed]) -> float | None:
    best, best_lines = None, 0
    edges = [(line.x0, line.x1, _OVERHANG * line.size) for line in lines]
    for gutter in _gutters(lines):
        split = 0
        across = [i for i, (x0, x1, slack) in enumerate(edges) if x0 < gutter - slack and x1 > gutter + slack]
        if len(lines) - len(across) <= best_lines:  # even if it divides all that do not cross it
            continue
        start = 0
        for end in (*across, len(lines)):
            if end - start >= 2 * _LEAST_LINES and _divides(lines[start:end], gutter):
                split += end - start
            start = end + 1
        if split > best_lines:
            best, best_lines = gutter, split
    return best


def _gutters(lines: Sequence[Placed]) -> list[int]:
    """Where gutters may be: beside and between lines that stand side by side, the most frequent first."""
    found: list[int] = []
    boxes = [(line.x0, line.y0, line.x1, line.y1) for line in lines]
    for index, (x0, y0, x1, y1) in enumerate(boxes):
        for other_x0, other_y0, other_x1, other_y1 in boxes[index + 1 : index + _NEAR]:
            if other_y0 >= y1 or y0 >= other_y1 or y0 >= y1 or other_y0 >= other_y1:
                continue
            left, right = (x1, other_x0) if x0 < other_x0 else (other_x1, x0)
            if right > left:
                found += (round((left + right) / 2), round(right - 1), round(left + 1))
    return [gutter for gutter, _ in Counter(found).most_common(_MOST_GUTTERS)]


def _bands(lines: Sequence[Placed], gutter: float) -> list[tuple[list[Placed], bool]]:
    """Runs of lines from top to bottom, each with whether the gutter divides it."""
    runs: list[tuple[list[Placed], bool]] = []
    band: list[Placed] = []
    plain: list[Placed] = []
    for line in lines:
        slack = _OVERHANG * line.size
        if line.x0 < gutter - slack and line.x1 > gutter + slack:
            found, plain = _divided(plain, band, gutter, foot=_heads_over(band))
            runs += found
            plain, band = [*plain, line], []
        else:
            band.append(line)
    found, plain = _divided(plain, band, gutter, foot=0)
    runs += found
    return [*runs, (plain, False)] if plain else runs


def _divided(
    plain: list[Placed], band: list[Placed], gutter: float, *, foot: int
) -> tuple[list[tuple[list[Placed], bool]], list[Placed]]:
    """The runs that end with a band of columns, and the lines that wait for a later one.

    Args:
        plain: the lines before the band that no gutter divides.
        band: the lines beside the gutter.
        gutter: where it lies.
        foot: how many lines of the band head what follows it.
    """
    head = _title_goes_on(plain, band)
    inner = band[head : len(band) - foot]
    if not inner or not _divides(inner, gutter):
        return [], plain + band
    before = plain + band[:head]
    return [*([(before, False)] if before else []), (inner, True)], band[len(band) - foot :]


def _heads_over(band: Sequence[Placed]) -> int:
    """How many lines at the foot of a band, below all else in it, head the wide lines that follow."""
    size = median([line.size for line in band]) if band else 0.0
    place = len(band)
    while place > 1 and band[place - 1].size > HEADING * size:
        line = band[place - 1]
        if line.y0 < max(other.y1 for other in band[: place - 1]) - _OVERHANG * line.size:
            break
        place -= 1
    return len(band) - place


def _title_goes_on(plain: Sequence[Placed], band: Sequence[Placed]) -> int:
    """How many lines at the head of a band, above all else in it, go on with the title that spans it."""
    if not plain or not band:
        return 0
    last, size, place = plain[-1], median([line.size for line in band]), 0
    while place < len(band) - 1:
        line = band[place]
        of_title = line.size > HEADING * size and abs(line.size - last.size) <= (HEADING - 1) * size
        near = line.y0 - last.y1 < line.size / 2 and line.x0 >= last.x0 - line.size
        if (
            not of_title
            or not near
            or line.y1 > min(other.y0 for other in band[place + 1 :]) + _OVERHANG * size
        ):
            break
        last, place = line, place + 1
    return place


def _divides(band: Sequence[Placed], gutter: float) -> bool:
    """Whether enough lines stand on both sides over a common height."""
    left = [line for line in band if line.x0 + line.x1 < 2 * gutter]
    if len(left) < _LEAST_LINES or len(band) - len(left) < _LEAST_LINES:
        return False
    right = [line for line in band if line.x0 + line.x1 >= 2 * gutter]
    top = max(min([line.y0 for line in left]), min([line.y0 for line in right]))
    bottom = min(max([line.y1 for line in left]), max([line.y1 for line in right]))
    return bottom - top > 1.5 * min([line.y1 - line.y0 for line in band])


def _column(lines: Sequence[Placed], right_to_left: bool) -> Column:  # noqa: FBT001 - internal
    return _rows(_from_top(lines), right_to_left)


def _rows(lines: Sequence[Placed], right_to_left: bool) -> Column:  # noqa: FBT001 - internal
    """Lines, from the top, as rows: pieces on one baseline form one row, in reading order."""
    rows: list[list[Placed]] = []
    for line in lines:
        if rows and _same_row(rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda one: -one.x1 if right_to_left else one.x0)
    if not right_to_left:
        _lift_large_letters(rows)
    return Column([row_of(row) for row in rows], right_to_left)


def _lift_large_letters(rows: list[list[Placed]]) -> None:
    """Put the large letter that opens a paragraph before its first line; its middle lies at a later one."""
    for place, row in enumerate(rows):
        if len(row) == 1 or not opens_large(row[0], row[1]):
            continue
        letter, first = row[0], place
        while first > 0 and _stands_beside(rows[first - 1][0], letter):
            first -= 1
        if first < place:
            rows[first].insert(0, row.pop(0))


def _stands_beside(line: Placed, letter: Placed) -> bool:
    return line.y0 + line.y1 > 2 * letter.y0 and line.x0 >= letter.x1 - line.size


def _same_row(row: Sequence[Placed], line: Placed) -> bool:
    first = row[0]
    if first.y0 <= first.y1 <= line.y0 <= line.y1:  # one below the other, as most are
        return False
    shared = min(first.y1, line.y1) - max(first.y0, line.y0)
    if shared <= 0.5 * min(first.height, line.height):
        return False
    # Pieces of one row stand beside each other; lines printed over each other do not.
    return all(line.x0 >= one.x1 - one.size or line.x1 <= one.x0 + one.size for one in row)
