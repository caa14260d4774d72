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

from reader.document.frames import Row, opens_large
from reader.document.markers import is_marker_only, kind_of_sign, marker_length

# Baseline distance over the column's usual one. Lines of one paragraph vary by up to 1.08 in the files
# measured (rounding to whole pixels in browsers); paragraph spacing begins at about 1.25.
_SPACED = 1.18
# Between unfinished sentence and small letter (a line with a raised figure or a formula) this much is needed.
_SPACED_IN_SENTENCE = 1.7
_INDENT = 0.7  # of the type size; indents of one em are usual, rounding stays under a tenth
_DEEPEST_INDENT = 0.4  # of the column's width; what stands further in is set in the middle or to the right
_OTHER_SIZE = 0.08
_SAME_HEIGHT = 0.02
# So many lines in a row that end this share of the width earlier than others are set narrower.
_LEAST_RUN = 3
_NARROWER = 0.15
_PLAIN_LEADING = 1.3  # of the type size, where a column has no two lines of one paragraph
_WIDEST_LEADING = 2.6  # double-spaced typescript has 2.3-2.4
_CENTRED = 3.0  # points that the middle of a centred line may be off
# A line that leaves more of the column empty than this ended on purpose, whatever its last sign is.
_VERY_SHORT = 0.3
_MOSTLY_EMPTY = 0.6

_NOTE_SIGNS = frozenset("0123456789*†‡")
_RAISED = 1.55  # heights of a box over the size of its type; lines of one size have up to 1.5
_LEAST_RAISED = 0.55  # of the size of the text


@dataclass(slots=True)
class Measure:
    """How a column is set: edges of its text, usual baseline distance, ways in which paragraphs are shown."""

    left: float
    right: float
    leading: float
    right_to_left: bool
    spaced: bool
    indented: bool
    rows: list[Row]
    size: float  # that most rows have

    def inset(self, row: Row) -> float:
        """How far the row begins inside the column."""
        return self.right - row.x1 if self.right_to_left else row.x0 - self.left

    def room(self, row: Row) -> float:
        """How much of the column, as wide as the lines around the row, it leaves empty at its end."""
        return row.x0 - row.edge if self.right_to_left else row.edge - row.x1


@dataclass(slots=True)
class Block:
    """Rows of one paragraph; `indented` and `full` say how it begins and ends, for joining over breaks."""

    rows: list[Row]
    indented: bool
    full: bool


def cut_blocks(rows: list[Row], *, right_to_left: bool) -> list[Block]:
    """The paragraphs of a column."""
    if not rows:
        return []
    _lower_raised(rows)
    measure = _measure(rows, right_to_left=right_to_left)
    groups: list[list[Row]] = [[rows[0]]]
    for before, row in pairwise(rows):
        if _begins(groups[-1], before, row, measure):
            groups.append([row])
        else:
            groups[-1].append(row)
    return [
        Block(
            group,
            indented=measure.inset(group[0]) > _INDENT * group[0].size,
            full=measure.room(group[-1]) < 2 * group[-1].size,
        )
        for group in groups
    ]


def _lower_raised(rows: Sequence[Row]) -> None:
    """Give rows that begin with a note's raised figure, by whose type they are known, their own type."""
    raised = [row.text[:1] in _NOTE_SIGNS and _is_raised(rows, at) for at, row in enumerate(rows)]
    for place in [place for place, is_raised in enumerate(raised) if is_raised]:
        beside = [other for other in (place + 1, place - 1) if 0 <= other < len(rows) and not raised[other]]
        row, plain = rows[place], rows[beside[0]] if beside else rows[place]
        if row.size < plain.size < row.size / _LEAST_RAISED:
            row.size = plain.size
            row.baseline = row.pieces[0].y1 - (plain.pieces[0].y1 - plain.baseline)


def _is_raised(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is too tall for the type it begins with, by its box or a neighbour of larger type."""
    row = rows[at]
    height = row.pieces[0].height
    beside = (*rows[max(0, at - 1) : at], *rows[at + 1 : at + 2])
    return height > _RAISED * row.size or any(
        one.size > row.size and one.pieces[0].height < height for one in beside
    )


def _measure(rows: list[Row], *, right_to_left: bool) -> Measure:
    left, right = min([row.x0 for row in rows]), max([row.x1 for row in rows])
    size = median([row.size for row in rows])
    measure = Measure(left, right, 0.0, right_to_left, spaced=False, indented=False, rows=rows, size=size)
    steps = [row.baseline - before.baseline for before, row in pairwise(rows)]
    _set_edges([rows], measure)
    measure.leading = _leading(steps, measure)
    _set_edges(_runs(rows, _SPACED * measure.leading), measure)
    most = _SPACED * measure.leading
    measure.spaced = any(most < step < 3 * measure.leading for step in steps)
    insets = [measure.inset(row) > _INDENT * row.size for row in rows]
    if any(insets) and 2 * sum(insets) < len(insets):
        lone = zip([False, *insets], insets, [*insets[1:], False], strict=False)
        measure.indented = any(here and not before and not after for before, here, after in lone)
    return measure


def _runs(rows: Sequence[Row], most: float) -> list[list[Row]]:
    """The rows, cut where more than `most` lies between two baselines."""
    runs = [[rows[0]]]
    for before, row in pairwise(rows):
        if row.baseline - before.baseline > most:
            runs.append([row])
        else:
            runs[-1].append(row)
    return runs


def _set_edges(runs: Sequence[Sequence[Row]], measure: Measure) -> None:
    """Tell each row where lines end there: a column may be narrower for a while than it is in all."""
    width = measure.right - measure.left
    for run in runs:
        edge = min([row.x0 for row in run]) if measure.right_to_left else max([row.x1 for row in run])
        outer = measure.left if measure.right_to_left else measure.right
        narrower = len(run) >= _LEAST_RUN and abs(outer - edge) > _NARROWER * width
        for row in run:
            row.edge = edge if narrower else outer


def _leading(steps: Sequence[float], measure: Measure) -> float:
    """The usual distance of two baselines inside a paragraph.

    Only lines that break off in a sentence are asked: what follows a finished one may be a new paragraph,
    and in a column of one-line paragraphs that is the only distance there is.
    """
    most_room = _VERY_SHORT * (measure.right - measure.left)
    inside = sorted(
        step
        for before, step in zip(measure.rows, steps, strict=False)
        if 0 < step < _WIDEST_LEADING * before.size
        and measure.room(before) <= most_room
        and not before.finished
    )
    if inside:
        return inside[len(inside) // 4]
    return _PLAIN_LEADING * median(row.size for row in measure.rows)


# "206 a.", "C. El lugar": an abbreviation goes on over the line's end and begins no point "C.".
_INITIAL_LAST = re.compile(r"(?:^|[\s\d])[a-z]\.$")
_INITIAL_FIRST = re.compile(r"[A-Za-z]\.(?:\s|$)")


# "München 1898, S.", "siehe Bd.": the number that begins the next line is a page's or a volume's.
_NUMBER_AWAITED = re.compile(
    r"(?:^|[\s(,])(?:S|s|pp?|vols?|nos?|n|nr|t|bd|h|fols?|ff?|art|cap|núm|págs?|ch|abb|tab|fig|kap|anm)\.$",
    re.IGNORECASE,
)


def _begins(group: Sequence[Row], before: Row, row: Row, measure: Measure) -> bool:
    """Whether `row` begins a paragraph after `before`, the last row of `group`."""
    runs_on = row.text[:1].islower() and (not before.finished or _colon_goes_on(before, row, measure))
    if _set_apart(group, row, measure, runs_on=runs_on):
        return True
    if row.text[:1].isdigit() and (_NUMBER_AWAITED.search(before.text) or _is_open(before.text)):
        return False
    if _marker(row) and not (_INITIAL_LAST.search(before.text) and _INITIAL_FIRST.match(row.text)):
        return before.finished or _ended_short(before, row, measure) or _same_list(group[0], row)
    if runs_on or (_centred(before, measure) and _centred(row, measure)):
        return False
    return _indent_begins(group, before, row, measure) or _short_line_ends(before, row, measure)


def _is_open(text: str) -> bool:
    """Whether a line ends in brackets: "revenue will grow (2024: | 8.8 million)"."""
    return text.rfind("(") > text.rfind(")")


def _colon_goes_on(before: Row, row: Row, measure: Measure) -> bool:
    """Whether a full line ends in a colon: "… in the Scottish Iron Age: | rescue work at Leuchars"."""
    return before.text.endswith(":") and not _ended_short(before, row, measure)


def _set_apart(group: Sequence[Row], row: Row, measure: Measure, *, runs_on: bool) -> bool:
    """Whether white space or another type stands between a row and those before it."""
    before = group[-1]
    step = row.baseline - before.baseline
    most = (_SPACED_IN_SENTENCE if runs_on else _SPACED) * measure.leading
    # Lines of a title stand as far apart as their size has it.
    most *= max(1.0, row.size / min(before.size, measure.size))
    # A raised figure makes its line taller and pushes it down.
    taller = row.pieces[0].height - before.pieces[0].height if row.size == before.size else 0.0
    if step > most + max(0.0, taller) or step < 0:
        return True
    if runs_on:
        return False
    # A line is as bold as its first word; amid a paragraph that is only the word's weight.
    other_weight = row.bold != before.bold and (row.bold or all(one.bold for one in group))
    return _is_of_other_size(before, row) or (other_weight and _ended_short(before, row, measure))


def _is_of_other_size(before: Row, row: Row) -> bool:
    """Whether two rows are set in other sizes; a word in small capitals that begins one does not tell."""
    if abs(row.size - before.size) <= _OTHER_SIZE * before.size:
        return False
    heights = [one.pieces[0].height for one in (before, row)]
    return abs(heights[0] - heights[1]) > _SAME_HEIGHT * heights[0]


def _marker(row: Row) -> bool:
    if len(row.pieces) > 1 and is_marker_only(row.pieces[0].text):
        return True
    return marker_length(row.text) > 0


def _same_list(first: Row, row: Row) -> bool:
    """Whether two rows begin with signs of one kind ("3-" and "4-"): points of one list."""
    return kind_of_sign(first.text) == kind_of_sign(row.text) != "" and abs(first.x0 - row.x0) < row.size


def _indent_begins(group: Sequence[Row], before: Row, row: Row, measure: Measure) -> bool:
    """First-line indent, or the outdent of a hanging paragraph."""
    if _is_beside_large_letter(group, before):
        return False
    inset, inset_before = measure.inset(row), measure.inset(before)
    threshold = _INDENT * row.size
    if inset > inset_before + threshold:
        # The second line of a point or of a hanging entry stands further in, that is no indent.
        # A full line amid a sentence ends no paragraph, however few of its kind stand in the column.
        amid = not before.finished or (before.text.endswith(":") and not row.text[:1].isupper())
        amid = amid and not _ended_short(before, row, measure)
        hanging = len(group) == 1 and (amid or _marker(group[0]) or _hangs(before, measure))
        return not hanging and inset < _DEEPEST_INDENT * (measure.right - measure.left)
    return inset < inset_before - threshold and len(group) > 1


def _is_beside_large_letter(group: Sequence[Row], row: Row) -> bool:
    """Whether a row stands beside the large letter that opens its paragraph."""
    first = group[0].pieces
    return len(first) > 1 and opens_large(first[0], first[1]) and row.baseline - row.size < first[0].y1


def _hangs(row: Row, measure: Measure) -> bool:
    """Whether most lines of the column stand further in than this one: entries of a bibliography."""
    least = measure.inset(row) + _INDENT * row.size
    return 2 * sum(1 for other in measure.rows if measure.inset(other) > least) > len(measure.rows)


def _centred(row: Row, measure: Measure) -> bool:
    return (
        abs(row.x0 + row.x1 - measure.left - measure.right) < 2 * _CENTRED
        and row.x0 - measure.left > 2 * row.size
    )


def _ended_short(before: Row, row: Row, measure: Measure) -> bool:
    """Whether the first word of `row` would have fitted at the end of the line before."""
    text = row.text
    word = text.find(" ") + 1 or len(text)
    return measure.room(before) > (row.x1 - row.x0) * (word + 1) / len(text) + 0.5 * row.size


def _short_line_ends(before: Row, row: Row, measure: Measure) -> bool:
    if not _ended_short(before, row, measure):
        return False
    most = _MOSTLY_EMPTY if not before.finished and _tells_nothing(before, row) else _VERY_SHORT
    if measure.room(before) > most * (measure.right - measure.left):
        return True
    # Where paragraphs are shown by space or indent, a somewhat short line is only ragged setting.
    return before.finished and not measure.spaced and not measure.indented


def _tells_nothing(before: Row, row: Row) -> bool:
    """Whether the row's first sign may as well go on as begin: a letter without case, or a number.

    Numbers at the head of both rows are a list of years or sums.
    """
    first = row.text[:1]
    if first.isdigit():
        return not before.text[:1].isdigit()
    return first.isalpha() and first.upper() == first.lower()
