"""How a column is set: its edges, the distance of its lines, the ways in which its paragraphs are shown.

In: the rows of a column from top to bottom. Out: its `Measure`, by which `blocks` tells where a paragraph
begins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from reader.document.layout.frames import Placed, Row, is_finished

# Baseline distance over the column's usual one. Lines of one paragraph vary by up to 1.08 in the files
# measured (rounding to whole pixels in browsers); paragraph spacing begins at about 1.25.
SPACED = 1.18
# So many lines in a row that end this share of the width earlier than others are set narrower.
_LEAST_RUN = 3
_NARROWER = 0.15
FLUSH = 0.4  # of the type size that lines of justified text may end before their edge, scanned ones most
_MOSTLY_FLUSH = 0.6  # of the lines amid a sentence: ragged text has 0.3, justified beside pictures 0.67
_PLAIN_LEADING = 1.3  # of the type size, where a column has no two lines of one paragraph
_TIGHTEST_LEADING = 0.8  # of the type size; closer lines are printed over each other
_LEAST_STEPS = 3  # of one size of type that tell how far apart its lines are
_ONE_SIZE = 0.25  # points that the same size may differ
_ROUNDING = 0.3  # points that equal steps may differ
_LABEL = 16  # characters that a cell or a name may have
_WIDEST_LEADING = 2.6  # double-spaced typescript has 2.3-2.4
# A line that leaves more of the column empty than this ended on purpose, whatever its last sign is.
VERY_SHORT = 0.3
INDENT = 0.7  # of the type size; indents of one em are usual, rounding stays under a tenth


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
    leadings: dict[int, float] = field(default_factory=dict)  # of the sizes of type that have their own
    one_size: bool = False
    _justified: bool | None = None

    def usual_step(self, before: Row, row: Row) -> float:
        """The baseline distance of two such rows inside a paragraph: notes are set closer than text is."""
        if self.one_size:
            return self.leading
        size = _size_class(row)
        if size == _size_class(before) and size in self.leadings:
            return self.leadings[size]
        # Lines of a title stand as far apart as their size has it.
        return self.leading * max(1.0, row.size / min(before.size, self.size))

    @property
    def justified(self) -> bool:
        """Whether most lines amid a sentence reach the edge of the column."""
        if self._justified is None:
            amid = [self.room(row) < FLUSH * row.size for row in self.rows[:-1] if not row.finished]
            self._justified = len(amid) > _LEAST_RUN and sum(amid) >= _MOSTLY_FLUSH * len(amid)
        return self._justified

    def is_frequent(self, before: Row, row: Row) -> bool:
        """Whether several full lines of this size have the next line so far below: text with two leadings.

        Some of them follow each other; between addresses there is a blank line now and then.
        """
        size, step = _size_class(row), row.baseline - before.baseline
        so_far = [
            abs(two.baseline - one.baseline - step) < _ROUNDING
            and _size_class(one) == size == _size_class(two)
            and not one.finished
            and not ended_short(one, two, self)
            for one, two in pairwise(self.rows)
        ]
        return sum(so_far) >= _LEAST_STEPS and any(one and two for one, two in pairwise(so_far))

    def inset(self, row: Row) -> float:
        """How far the row begins inside the column."""
        return self.right - row.x1 if self.right_to_left else row.x0 - self.left

    def room(self, row: Row) -> float:
        """How much of the column, as wide as the lines around the row, it leaves empty at its end."""
        return row.x0 - row.edge if self.right_to_left else row.edge - row.x1


def leading_of(lines: Sequence[Placed]) -> float:
    """How far apart the lines of a page stand amid its sentences, in sizes of their type, and no less."""
    steps = [
        (two.baseline - one.baseline) / one.size
        for one, two in pairwise(lines)
        if len(one.text) > _LABEL
        and one.size == two.size
        and abs(one.x0 - two.x0) < one.size
        and not is_finished(one.text)
    ]
    steps = [step for step in steps if _TIGHTEST_LEADING < step < _WIDEST_LEADING]
    return max(_quarter(steps), _PLAIN_LEADING) if len(steps) >= _LEAST_STEPS else _PLAIN_LEADING


def measure_of(
    rows: list[Row], *, right_to_left: bool, usual_leading: Callable[[], float] | None = None
) -> Measure:
    """The measure of a column; it also tells each of the rows where lines end there.

    Args:
        rows: of the column, from top to bottom.
        right_to_left: how its lines run.
        usual_leading: how far apart the lines of the page stand, in sizes of type; asked for where no two
            lines of the column tell, and all are of several words.
    """
    left, right = min([row.x0 for row in rows]), max([row.x1 for row in rows])
    sizes = [row.size for row in rows]
    measure = Measure(
        left,
        right,
        0.0,
        right_to_left,
        spaced=False,
        indented=False,
        rows=rows,
        size=median(sizes),
        one_size=max(sizes) - min(sizes) < _ONE_SIZE,
    )
    steps = [row.baseline - before.baseline for before, row in pairwise(rows)]
    outer = left if right_to_left else right
    for row in rows:
        row.edge = outer
    _set_leadings(steps, measure, usual_leading)
    usual = [measure.leading] * len(steps)
    if not measure.one_size:
        usual = [measure.usual_step(before, row) for before, row in pairwise(rows)]
    apart = [step > SPACED * own for own, step in zip(usual, steps, strict=True)]
    _set_edges(_runs(rows, apart), measure)
    measure.spaced = any(wide and step < 3 * own for wide, own, step in zip(apart, usual, steps, strict=True))
    insets = [measure.inset(row) > INDENT * row.size for row in rows]
    if any(insets) and 2 * sum(insets) < len(insets):
        lone = zip([False, *insets], insets, [*insets[1:], False], strict=False)
        measure.indented = any(here and not before and not after for before, here, after in lone)
    return measure


def _runs(rows: list[Row], apart: Sequence[bool]) -> list[list[Row]]:
    """The rows, cut where white space stands before one."""
    cuts = [place for place, is_apart in enumerate(apart, 1) if is_apart]
    return [rows[start:end] for start, end in pairwise([0, *cuts, len(rows)])]


def _set_edges(runs: Sequence[Sequence[Row]], measure: Measure) -> None:
    """Tell rows where lines end there: a column may be narrower for a while than it is in all."""
    most = _NARROWER * (measure.right - measure.left)
    for run in runs:
        if len(run) < _LEAST_RUN:
            continue
        stretch: list[Row] = []
        for row in run:
            if measure.room(row) > most:
                stretch.append(row)
            elif stretch:
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
    starting = sum(measure.inset(row) - start < FLUSH * row.size for row in stretch)
    ending = sum(abs(edge - end) < FLUSH * row.size for row, end in zip(stretch, ends, strict=True))
    if len(stretch) == len(run) or 2 * min(starting, ending) >= len(stretch):
        for row in stretch:
            row.edge = edge


def _end(row: Row, measure: Measure) -> float:
    return row.x0 if measure.right_to_left else row.x1


def _set_leadings(
    steps: Sequence[float], measure: Measure, usual_leading: Callable[[], float] | None
) -> None:
    """Find the usual distance of two baselines inside a paragraph, and that of each size of type.

    Only lines that break off in a sentence are asked: what follows a finished one may be a new paragraph,
    and in a column of one-line paragraphs that is the only distance there is.
    """
    most_room = VERY_SHORT * (measure.right - measure.left)
    inside = [
        (step, place)
        for place, (before, step) in enumerate(zip(measure.rows, steps, strict=False))
        if _TIGHTEST_LEADING * before.size < step < _WIDEST_LEADING * before.size
        and not before.finished
        and (measure.room(before) <= most_room or _is_narrow_text(place, measure))
    ]
    usual = _PLAIN_LEADING
    if usual_leading is not None and not inside and all(len(row.text) > _LABEL for row in measure.rows):
        usual = usual_leading()
    measure.leading = _quarter([step for step, _ in inside]) if inside else usual * measure.size
    if measure.one_size:
        return
    sizes = [_size_class(row) for row in measure.rows]
    by_size: dict[int, list[float]] = {}
    for step, place in inside:
        if sizes[place] == sizes[place + 1]:
            by_size.setdefault(sizes[place], []).append(step)
    for size, own in by_size.items():
        # Few steps may lie between things that have nothing to do with each other.
        plain = max(measure.leading, _PLAIN_LEADING * size / 2)
        if len(own) >= _LEAST_STEPS or measure.leading < _quarter(own) <= plain:
            measure.leadings[size] = _quarter(own)


def _is_narrow_text(place: int, measure: Measure) -> bool:
    """Whether a line, the next and one beside them end alike: a narrow text above or below a wide one."""
    rows = measure.rows
    return _end_alike(rows[place : place + 2], measure) and (
        _end_alike(rows[max(0, place - 1) : place + 1], measure)
        or _end_alike(rows[place + 1 : place + 3], measure)
    )


def _end_alike(rows: Sequence[Row], measure: Measure) -> bool:
    """Whether two lines of several words begin and end alike, which the same words do anyway."""
    if len(rows) < 2 or min(len(row.text) for row in rows) <= _LABEL:  # noqa: PLR2004 - two lines
        return False
    one, two = rows
    if len(one.text) == len(two.text):
        return False
    most = FLUSH / 2 * two.size  # lines of a list may come nearer by chance
    return (
        abs(_end(one, measure) - _end(two, measure)) < most
        and abs(measure.inset(one) - measure.inset(two)) < most
    )


def _quarter(steps: list[float]) -> float:
    return sorted(steps)[len(steps) // 4]


def _size_class(row: Row) -> int:
    """The size of a row's type in half points."""
    return round(2 * row.size)


def ended_short(before: Row, row: Row, measure: Measure) -> bool:
    """Whether the first word of `row` would have fitted at the end of the line before."""
    text = row.text
    word = text.find(" ") + 1 or len(text)
    return measure.room(before) > (row.x1 - row.x0) * (word + 1) / len(text) + 0.5 * row.size
