"""Where paragraphs begin inside one column.

In: the rows of a column from top to bottom. Out: the rows grouped into blocks, one block a paragraph (or the
part of one that stands in this column). A new paragraph shows by the sign of a point, white space above, an
indent, a short line before, or another type; what counts depends on how this column sets its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from reader.document.frames import Placed
from reader.document.markers import is_marker_only, marker_length

# Baseline distance over the column's usual one. Lines of one paragraph vary by up to 1.08 in the files
# measured (rounding to whole pixels in browsers); paragraph spacing begins at about 1.25.
_SPACED = 1.18
# Between unfinished sentence and small letter (a line with a raised figure or a formula) this much is needed.
_SPACED_IN_SENTENCE = 1.7
_INDENT = 0.7  # of the type size; indents of one em are usual, rounding stays under a tenth
_OTHER_SIZE = 0.08
_PLAIN_LEADING = 1.3  # of the type size, where a column has no two lines of one paragraph
_WIDEST_LEADING = 2.6  # double-spaced typescript has 2.3-2.4
_CENTRED = 3.0  # points that the middle of a centred line may be off
# A line that leaves more of the column empty than this ended on purpose, whatever its last sign is.
_VERY_SHORT = 0.3

_FINISHED = re.compile(r"[.!?…:;。！？؟۔।][\"'”’»›)\]}*]*(?:\s?[\d¹²³⁴-⁹]{1,3})?$")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Measure:
    """How a column is set: edges of its text, usual baseline distance, ways in which paragraphs are shown."""

    left: float
    right: float
    leading: float
    right_to_left: bool
    spaced: bool
    indented: bool
    rows: list[list[Placed]]


@dataclass(slots=True)
class Block:
    """Rows of one paragraph; `indented` and `full` say how it begins and ends, for joining over breaks."""

    rows: list[list[Placed]]
    indented: bool
    full: bool
    measure: Measure


def cut_blocks(rows: list[list[Placed]], *, right_to_left: bool) -> list[Block]:
    """The paragraphs of a column."""
    if not rows:
        return []
    measure = _measure(rows, right_to_left=right_to_left)
    groups: list[list[list[Placed]]] = [[rows[0]]]
    for before, row in pairwise(rows):
        if _begins(groups[-1], before, row, measure):
            groups.append([row])
        else:
            groups[-1].append(row)
    return [
        Block(
            group,
            indented=_inset(group[0], measure) > _INDENT * group[0][0].size,
            full=_room(group[-1], measure) < 2 * group[-1][0].size,
            measure=measure,
        )
        for group in groups
    ]


def _measure(rows: list[list[Placed]], *, right_to_left: bool) -> Measure:
    left = min(piece.x0 for row in rows for piece in row)
    right = max(piece.x1 for row in rows for piece in row)
    measure = Measure(left, right, 0.0, right_to_left, spaced=False, indented=False, rows=rows)
    pairs = list(pairwise(rows))
    steps = [_step(before, row) for before, row in pairs]
    measure.leading = _leading(pairs, steps, measure)
    measure.spaced = any(_SPACED * measure.leading < step < 3 * measure.leading for step in steps)
    insets = [_inset(row, measure) > _INDENT * row[0].size for row in rows]
    lone = zip([False, *insets], insets, [*insets[1:], False], strict=False)
    measure.indented = any(here and not before and not after for before, here, after in lone)
    measure.indented = measure.indented and 2 * sum(insets) < len(insets)
    return measure


def _leading(
    pairs: Sequence[tuple[Sequence[Placed], Sequence[Placed]]], steps: Sequence[float], measure: Measure
) -> float:
    """The usual distance of two baselines inside a paragraph.

    Only lines that break off in a sentence are asked: what follows a finished one may be a new paragraph,
    and in a column of one-line paragraphs that is the only distance there is.
    """
    inside = sorted(
        step
        for (before, row), step in zip(pairs, steps, strict=True)
        if 0 < step < _WIDEST_LEADING * row[0].size
        and not (
            _FINISHED.search(_text(before))
            or _room(before, measure) > _VERY_SHORT * (measure.right - measure.left)
        )
    )
    if inside:
        return inside[len(inside) // 4]
    return _PLAIN_LEADING * median(row[0].size for row in measure.rows)


def _step(before: Sequence[Placed], row: Sequence[Placed]) -> float:
    return row[0].baseline - before[0].baseline


def _inset(row: Sequence[Placed], measure: Measure) -> float:
    """How far the row begins inside the column."""
    if measure.right_to_left:
        return measure.right - max(piece.x1 for piece in row)
    return min(piece.x0 for piece in row) - measure.left


def _room(row: Sequence[Placed], measure: Measure) -> float:
    """How much of the column the row leaves empty at its end."""
    if measure.right_to_left:
        return min(piece.x0 for piece in row) - measure.left
    return measure.right - max(piece.x1 for piece in row)


def _begins(
    group: Sequence[Sequence[Placed]], before: Sequence[Placed], row: Sequence[Placed], measure: Measure
) -> bool:
    """Whether `row` begins a paragraph after `before`, the last row of `group`."""
    finished = _FINISHED.search(_text(before)) is not None
    runs_on = not finished and _text(row)[:1].islower()
    if _set_apart(before, row, measure, runs_on=runs_on):
        return True
    if _marker(row):
        begins = finished or _ended_short(before, row, measure) or _same_list(group[0], row)
    elif _centred(before, measure) and _centred(row, measure):
        begins = False
    else:
        begins = not runs_on and (
            _indent_begins(group, before, row, measure)
            or _short_line_ends(before, row, measure, finished=finished)
        )
    return begins


def _set_apart(before: Sequence[Placed], row: Sequence[Placed], measure: Measure, *, runs_on: bool) -> bool:
    """Whether white space or another type stands between the two rows."""
    size, size_before = row[0].size, before[0].size
    step = _step(before, row)
    most = (_SPACED_IN_SENTENCE if runs_on else _SPACED) * measure.leading * max(1.0, size / size_before)
    if step > most or step < 0:
        return True
    if runs_on:
        return False
    other_size = abs(size - size_before) > _OTHER_SIZE * size_before
    other_weight = row[0].line.bold != before[0].line.bold and _ended_short(before, row, measure)
    return other_size or other_weight


def _text(row: Sequence[Placed]) -> str:
    return row[0].text if len(row) == 1 else " ".join(piece.text for piece in row)


def _marker(row: Sequence[Placed]) -> bool:
    first = row[0].text
    if len(row) > 1 and is_marker_only(first):
        return True
    return marker_length(first) > 0


def _same_list(first: Sequence[Placed], row: Sequence[Placed]) -> bool:
    """Whether two rows begin with signs of one kind ("3-" and "4-"): points of one list."""
    one, two = first[0].text, row[0].text
    kinds = [_DIGITS.sub("1", text[: marker_length(text)]) for text in (one, two)]
    return kinds[0] == kinds[1] != "" and abs(first[0].x0 - row[0].x0) < row[0].size


def _indent_begins(
    group: Sequence[Sequence[Placed]], before: Sequence[Placed], row: Sequence[Placed], measure: Measure
) -> bool:
    """First-line indent, or the outdent of a hanging paragraph."""
    inset, inset_before = _inset(row, measure), _inset(before, measure)
    threshold = _INDENT * row[0].size
    if inset > inset_before + threshold:
        # The second line of a point or of a hanging entry stands further in, that is no indent.
        hanging = len(group) == 1 and (_marker(group[0]) or _hangs(before, measure))
        return not hanging and inset < 0.4 * (measure.right - measure.left)
    return inset < inset_before - threshold and len(group) > 1


def _hangs(row: Sequence[Placed], measure: Measure) -> bool:
    """Whether most lines of the column stand further in than this one: entries of a bibliography."""
    inset = _inset(row, measure)
    deeper = sum(1 for other in measure.rows if _inset(other, measure) > inset + _INDENT * other[0].size)
    return 2 * deeper > len(measure.rows)


def _centred(row: Sequence[Placed], measure: Measure) -> bool:
    left, right = min(piece.x0 for piece in row), max(piece.x1 for piece in row)
    inset = left - measure.left
    return abs(left + right - measure.left - measure.right) < 2 * _CENTRED and inset > 2 * row[0].size


def _ended_short(before: Sequence[Placed], row: Sequence[Placed], measure: Measure) -> bool:
    """Whether the first word of `row` would have fitted at the end of the line before."""
    text = _text(row)
    word = text.split(" ", 1)[0]
    width = max(piece.x1 for piece in row) - min(piece.x0 for piece in row)
    need = width * (len(word) + 1) / max(1, len(text)) + 0.5 * row[0].size
    return _room(before, measure) > need


def _short_line_ends(
    before: Sequence[Placed], row: Sequence[Placed], measure: Measure, *, finished: bool
) -> bool:
    if not _ended_short(before, row, measure):
        return False
    room = _room(before, measure) / max(1.0, measure.right - measure.left)
    if room > _VERY_SHORT:
        return True
    # Where paragraphs are shown by space or indent, a somewhat short line is only ragged setting.
    return finished and not measure.spaced and not measure.indented
