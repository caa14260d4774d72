"""Where paragraphs begin inside one column.

In: the rows of a column from top to bottom. Out: the rows grouped into blocks, one block a paragraph (or the
part of one that stands in this column). A new paragraph shows by the sign of a point, white space above, an
indent, a short line before, or another type; what counts depends on how this column sets its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
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
_FLUSH = 0.4  # of the type size that lines of justified text may end before their edge, scanned ones most
_MOSTLY_FLUSH = 0.6  # of the lines amid a sentence: ragged text has 0.3, justified beside pictures 0.67
_PLAIN_LEADING = 1.3  # of the type size, where a column has no two lines of one paragraph
_TIGHTEST_LEADING = 0.8  # of the type size; closer lines are printed over each other
_LEAST_STEPS = 3  # of one size of type that tell how far apart its lines are
_FINE = 4  # steps are told apart by quarters of a point
_WIDEST_LEADING = 2.6  # double-spaced typescript has 2.3-2.4
_CENTRED = 3.0  # points that the middle of a centred line may be off
# A line that leaves more of the column empty than this ended on purpose, whatever its last sign is.
_VERY_SHORT = 0.3
_MOSTLY_EMPTY = 0.6
_HALF = 0.5

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
    justified: bool
    rows: list[Row]
    size: float  # that most rows have
    leadings: dict[int, float] = field(default_factory=dict)  # of the sizes of type that have their own
    frequent: dict[tuple[int, int], int] = field(default_factory=dict)  # steps below full lines, by size

    def usual_step(self, before: Row, row: Row) -> float:
        """The baseline distance of two such rows inside a paragraph: notes are set closer than text is."""
        size = _size_class(row)
        if size == _size_class(before) and size in self.leadings:
            return self.leadings[size]
        # Lines of a title stand as far apart as their size has it.
        return self.leading * max(1.0, row.size / min(before.size, self.size))

    def is_frequent(self, before: Row, row: Row) -> bool:
        """Whether several full lines of this size have the next line so far below: text with two leadings."""
        size, step = _size_class(row), round(_FINE * (row.baseline - before.baseline))
        return sum(self.frequent.get((size, step + off), 0) for off in (-1, 0, 1)) >= _LEAST_STEPS

    def inset(self, row: Row) -> float:
        """How far the row begins inside the column."""
        return self.right - row.x1 if self.right_to_left else row.x0 - self.left

    def room(self, row: Row) -> float:
        """How much of the column, as wide as the lines around the row, it leaves empty at its end."""
        return row.x0 - row.edge if self.right_to_left else row.edge - row.x1


@dataclass(slots=True)
class Block:
    """Rows of one paragraph; the others say how it begins and ends, for joining over breaks."""

    rows: list[Row]
    indented: bool
    full: bool
    short: bool  # the last row leaves much of the column empty


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
            short=measure.room(group[-1])
            > (_VERY_SHORT if len(group) == 1 else _HALF) * (measure.right - measure.left),
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
    measure = Measure(
        left, right, 0.0, right_to_left, spaced=False, indented=False, justified=False, rows=rows, size=size
    )
    steps = [row.baseline - before.baseline for before, row in pairwise(rows)]
    _set_edges([rows], measure)
    _set_leadings(steps, measure)
    usual = [measure.usual_step(before, row) for before, row in pairwise(rows)]
    _set_edges(_runs(rows, [_SPACED * step for step in usual]), measure)
    measure.spaced = any(_SPACED * own < step < 3 * own for own, step in zip(usual, steps, strict=True))
    amid = [measure.room(row) < _FLUSH * row.size for row in rows[:-1] if not row.finished]
    measure.justified = len(amid) > _LEAST_RUN and sum(amid) >= _MOSTLY_FLUSH * len(amid)
    insets = [measure.inset(row) > _INDENT * row.size for row in rows]
    if any(insets) and 2 * sum(insets) < len(insets):
        lone = zip([False, *insets], insets, [*insets[1:], False], strict=False)
        measure.indented = any(here and not before and not after for before, here, after in lone)
    return measure


def _runs(rows: Sequence[Row], most: Sequence[float]) -> list[list[Row]]:
    """The rows, cut where more than its `most` lies between two baselines."""
    runs = [[rows[0]]]
    for (before, row), step in zip(pairwise(rows), most, strict=True):
        if row.baseline - before.baseline > step:
            runs.append([row])
        else:
            runs[-1].append(row)
    return runs


def _set_edges(runs: Sequence[Sequence[Row]], measure: Measure) -> None:
    """Tell each row where lines end there: a column may be narrower for a while than it is in all."""
    outer = measure.left if measure.right_to_left else measure.right
    for run in runs:
        for row in run:
            row.edge = outer
        stretch: list[Row] = []
        for row in run:
            if abs(outer - _end(row, measure)) > _NARROWER * (measure.right - measure.left):
                stretch.append(row)
            else:
                _set_narrower(stretch, run, measure)
                stretch = []
        _set_narrower(stretch, run, measure)


def _set_narrower(stretch: Sequence[Row], run: Sequence[Row], measure: Measure) -> None:
    """Give rows that leave room for a picture the edge where they end; short lines alone make none."""
    if len(stretch) < _LEAST_RUN:
        return
    ends = [_end(row, measure) for row in stretch]
    edge = min(ends) if measure.right_to_left else max(ends)
    start = min(measure.inset(row) for row in stretch)
    starting = sum(measure.inset(row) - start < _FLUSH * row.size for row in stretch)
    ending = sum(abs(edge - end) < _FLUSH * row.size for row, end in zip(stretch, ends, strict=True))
    if len(stretch) == len(run) or 2 * min(starting, ending) >= len(stretch):
        for row in stretch:
            row.edge = edge


def _end(row: Row, measure: Measure) -> float:
    return row.x0 if measure.right_to_left else row.x1


def _set_leadings(steps: Sequence[float], measure: Measure) -> None:
    """Find the usual distance of two baselines inside a paragraph, and that of each size of type.

    Only lines that break off in a sentence are asked: what follows a finished one may be a new paragraph,
    and in a column of one-line paragraphs that is the only distance there is.
    """
    most_room = _VERY_SHORT * (measure.right - measure.left)
    inside: list[float] = []
    by_size: dict[int, list[float]] = {}
    for (before, row), step in zip(pairwise(measure.rows), steps, strict=True):
        if (
            _TIGHTEST_LEADING * before.size < step < _WIDEST_LEADING * before.size
            and measure.room(before) <= most_room
            and not before.finished
        ):
            inside.append(step)
            size = _size_class(row)
            if _size_class(before) == size:
                by_size.setdefault(size, []).append(step)
                if not _ended_short(before, row, measure):
                    place = size, round(_FINE * step)
                    measure.frequent[place] = measure.frequent.get(place, 0) + 1
    measure.leading = _quarter(inside) if inside else _PLAIN_LEADING * measure.size
    for size, own in by_size.items():
        # Few steps may lie between things that have nothing to do with each other.
        plain = max(measure.leading, _PLAIN_LEADING * size / 2)
        if len(own) >= _LEAST_STEPS or measure.leading < _quarter(own) <= plain:
            measure.leadings[size] = _quarter(own)


def _quarter(steps: list[float]) -> float:
    return sorted(steps)[len(steps) // 4]


def _size_class(row: Row) -> int:
    """The size of a row's type in half points."""
    return round(2 * row.size)


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
    most = (_SPACED_IN_SENTENCE if runs_on else _SPACED) * measure.usual_step(before, row)
    # A raised figure makes its line taller and pushes it down.
    taller = row.pieces[0].height - before.pieces[0].height if row.size == before.size else 0.0
    if step < 0:
        return True
    if step > most + max(0.0, taller):
        full = not before.finished and not _ended_short(before, row, measure)
        return not (full and measure.is_frequent(before, row))
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
    if inset >= inset_before - threshold or len(group) == 1:
        return False
    # Below a picture on its side the lines are wider again, and the sentence goes on.
    beside = abs(inset_before - measure.inset(group[-2])) < _FLUSH * row.size
    return not beside or before.finished or _ended_short(before, row, measure)


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
    return before.finished and (measure.justified or not (measure.spaced or measure.indented))


def _tells_nothing(before: Row, row: Row) -> bool:
    """Whether the row's first sign may as well go on as begin: a letter without case, or a number.

    Numbers at the head of both rows are a list of years or sums.
    """
    first = row.text[:1]
    if first.isdigit():
        return not before.text[:1].isdigit()
    return first.isalpha() and first.upper() == first.lower()
