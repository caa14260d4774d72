"""Where paragraphs begin inside one column.

In: the rows of a column from top to bottom. Out: the rows grouped into blocks, one block a paragraph (or the
part of one that stands in this column). A new paragraph shows by the sign of a point, white space above, an
indent, a short line before, or another type; what counts depends on how this column sets its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.document.layout.frames import Row, opens_large
from reader.document.layout.measure import FLUSH, INDENT, SPACED, VERY_SHORT, Measure, ended_short, measure_of
from reader.document.text.markers import (
    follows_sign,
    is_amid_date,
    is_marker_only,
    kind_of_sign,
    marker_length,
    number_of_sign,
)

# Between unfinished sentence and small letter (a line with a raised figure or a formula) this much is needed.
_SPACED_IN_SENTENCE = 1.7
_DEEPEST_INDENT = 0.4  # of the column's width; what stands further in is set in the middle or to the right
_OTHER_SIZE = 0.08
_SAME_HEIGHT = 0.02
_SAME_STEP = 0.3  # points that equal steps may differ
_LEFT_UNDER_CAPITALS = 2.0  # times the type size, at the end of the line
_CENTRED = 3.0  # points that the middle of a centred line may be off
_MOSTLY_EMPTY = 0.6
_HALF = 0.5  # of the column's width
_FIRST_WITHOUT_CASE = "\u0590"  # scripts without capitals begin there; "º" is a letter, too

_NOTE_SIGNS = frozenset("0123456789*†‡")
_LEAST_WORDS = 3  # characters of a note among which is a letter
_RAISED = 1.55  # heights of a box over the size of its type; lines of one size have up to 1.5
_LEAST_RAISED = 0.55  # of the size of the text


@dataclass(slots=True)
class Block:
    """Rows of one paragraph; the others say how it begins and ends, for joining over breaks."""

    rows: list[Row]
    indented: bool
    full: bool
    short: bool  # the last row leaves much of the column empty


def cut_blocks(
    rows: list[Row], *, right_to_left: bool, usual_leading: Callable[[], float] | None = None
) -> list[Block]:
    """The paragraphs of a column; `usual_leading` is as in `measure_of`."""
    if not rows:
        return []
    _lower_raised(rows)
    measure = measure_of(rows, right_to_left=right_to_left, usual_leading=usual_leading)
    groups: list[list[Row]] = [[rows[0]]]
    labelled = _LABELLED.match(rows[0].text) is not None
    for before, row, after in zip(rows, rows[1:], [*rows[2:], None], strict=False):
        group = groups[-1]
        titled = len(group) == 1 and after is not None and _stands_under_title(before, row, after, measure)
        entry = labelled and same_labels(group[0], row)
        # The first of them may stand under a line that is no title by its type.
        entry = entry or (after is not None and same_labels(row, after) and ended_short(before, row, measure))
        if titled or entry or _begins(group, before, row, measure):
            groups.append([row])
            labelled = _LABELLED.match(row.text) is not None
        else:
            groups[-1].append(row)
    return [
        Block(
            group,
            indented=measure.inset(group[0]) > INDENT * group[0].size,
            full=measure.room(group[-1]) < 2 * group[-1].size,
            short=measure.room(group[-1])
            > (VERY_SHORT if len(group) == 1 else _HALF) * (measure.right - measure.left),
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


# "206 a.", "C. El lugar": an abbreviation goes on over the line's end and begins no point "C.".
_INITIAL_LAST = re.compile(r"(?:^|[\s\d])[a-z]\.$")
_INITIAL_FIRST = re.compile(r"[A-Za-z]\.(?:\s|$)")


# "München 1898, S.", "siehe Bd.": the number that begins the next line is a page's or a volume's; a day's
# after "geb." and "gest.".
_NUMBER_AWAITED = re.compile(
    r"(?:^|[\s(,;])(?:S|s|pp?|vols?|nos?|n|nr|t|bd|h|fols?|ff?|art|cap|núm|págs?|ch|abb|tab|fig|kap|anm"
    r"|geb|gest|verst|begr|getr|verh|nat|ob)\.$",
    re.IGNORECASE,
)


# "42 U.S.C. | § 2000": what is cited goes on over the line's end and begins no section.
_SECTION_AWAITED = re.compile(r"(?:^|[\s(.])[A-Za-z]{1,4}\.$|[^\W\d_]$")


def _begins(group: Sequence[Row], before: Row, row: Row, measure: Measure) -> bool:
    """Whether `row` begins a paragraph after `before`, the last row of `group`."""
    runs_on = row.text[:1].islower() and (not before.finished or _colon_goes_on(before, row, measure))
    runs_on = runs_on and not _has_no_case(before.text[-1:])  # "2 使用方法": any Latin word has small letters
    if _set_apart(group, row, measure, runs_on=runs_on):
        return True
    if row.text[:1].isdigit() and _number_goes_on(before.text, row.text):
        return False
    if row.text[:1] == "§" and _SECTION_AWAITED.search(before.text) and not ended_short(before, row, measure):
        return False
    if _marker(row) and not (_INITIAL_LAST.search(before.text) and _INITIAL_FIRST.match(row.text)):
        return before.finished or ended_short(before, row, measure) or _same_list(group[0], row)
    if runs_on or (_centred(before, measure) and _centred(row, measure)):
        return False
    return (
        _counts_on(group[0], row)
        or _indent_begins(group, before, row, measure)
        or _short_line_ends(before, row, measure)
        or _is_under_capitals(group, row, measure)
    )


def _colon_goes_on(before: Row, row: Row, measure: Measure) -> bool:
    """Whether a full line ends in a colon: "… in the Scottish Iron Age: | rescue work at Leuchars"."""
    return before.text.endswith(":") and not ended_short(before, row, measure)


def _is_under_capitals(group: Sequence[Row], row: Row, measure: Measure) -> bool:
    """Whether a row is the first under a title in capitals, which are no first line of a paragraph."""
    title = group[-1].text
    if not (title.isupper() and title[-1:].isalpha()) or row.text.isupper():
        return False
    left = measure.room(group[-1]) > _LEFT_UNDER_CAPITALS * row.size
    return left and all(one.text.isupper() for one in group)


def _number_goes_on(before: str, text: str) -> bool:
    """Whether a line that begins with a number goes on with the line before it."""
    return _NUMBER_AWAITED.search(before) is not None or _is_open(before) or is_amid_date(before, text)


def _is_open(text: str) -> bool:
    """Whether a line ends in brackets: "revenue will grow (2024: | 8.8 million)"."""
    return text.rfind("(") > text.rfind(")")


def _set_apart(group: Sequence[Row], row: Row, measure: Measure, *, runs_on: bool) -> bool:
    """Whether white space or another type stands between a row and those before it."""
    before = group[-1]
    step = row.baseline - before.baseline
    most = (_SPACED_IN_SENTENCE if runs_on else SPACED) * measure.usual_step(before, row)
    # A raised figure makes its line taller and pushes it down.
    taller = row.pieces[0].height - before.pieces[0].height if row.size == before.size else 0.0
    if step < 0:
        return True
    if step > most + max(0.0, taller):
        full = not ended_short(before, row, measure)
        usual = full and not before.finished and measure.is_frequent(before, row)
        return not usual and not (_is_step_of(group, step) and (full or not before.finished))
    if runs_on:
        return False
    # A line is as bold as its first word; amid a paragraph that is only the word's weight.
    other_weight = row.bold != before.bold and (row.bold or all(one.bold for one in group))
    return _is_of_other_size(before, row) or (other_weight and ended_short(before, row, measure))


def _is_step_of(group: Sequence[Row], step: float) -> bool:
    """Whether the lines of a paragraph stand that far apart, wider than others of their column."""
    return len(group) > 1 and abs(group[-1].baseline - group[-2].baseline - step) < _SAME_STEP


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


def _stands_under_title(title: Row, row: Row, after: Row, measure: Measure) -> bool:
    """Whether a row is the first line of a paragraph under a numbered title, and no second line of a point.

    Its own next line begins where the title does.
    """
    inset = measure.inset(row) - INDENT * row.size
    if inset <= measure.inset(title) or inset <= measure.inset(after) or row.finished or title.finished:
        return False
    if not _marker(title) or _marker(after) or ended_short(row, after, measure):
        return False
    return not row.text[:1].islower() or ended_short(title, row, measure)


# "Oct. 24 – Staff day", "1943: Landing", "c. 1912 – Filled in": short before the dash, and with a number.
_LABELLED = re.compile(
    r"(?=[^:–—]{0,20}\d)(?:[A-Z\d]|[a-z]{1,5}\.? (?=[12]\d{3}))[^:–—]{0,24}?(?:[–-]\d{2,4})?(?: [–—-]|\s?:) "
)
_YEAR_IN_LABEL = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


def same_labels(first: Row, row: Row) -> bool:
    """Whether two rows begin with labels of one kind: entries of a calendar, of a chronicle."""
    one, two = _LABELLED.match(first.text), _LABELLED.match(row.text)
    if one is None or two is None or abs(first.x0 - row.x0) > row.size:
        return False
    if first.text[:1].isdigit() == row.text[:1].isdigit():
        return True
    return all(_YEAR_IN_LABEL.search(label[0]) is not None for label in (one, two))


def _same_list(first: Row, row: Row) -> bool:
    """Whether two rows begin with signs of one kind ("3-" and "4-", "(b)" and "(c)"): points of one list."""
    if abs(first.x0 - row.x0) < row.size and follows_sign(row.text, first.text):
        return True
    if kind_of_sign(first.text) != kind_of_sign(row.text) or not marker_length(row.text):
        return False
    # "2. …" is not followed by the point "12.": amid a sentence that is a day of a month.
    one, two = number_of_sign(first.text), number_of_sign(row.text)
    astray = one is not None and two is not None and two != one + 1
    return not astray and abs(first.x0 - row.x0) < row.size


def _counts_on(first: Row, row: Row) -> bool:
    """Whether two rows begin with the numbers of notes, the second one more."""
    if not row.text[:1].isdecimal():  # as most
        return False
    one, two = _number_of_note(first), _number_of_note(row)
    return one is not None and two == one + 1 and abs(first.x0 - row.x0) < row.size


def _number_of_note(row: Row) -> int | None:
    """The number, set apart or raised, that a row begins with before words that may begin a sentence."""
    first, _, rest = row.text.partition(" ")
    if not first.isdecimal() or rest[:1].islower() or not any(map(str.isalpha, rest[:_LEAST_WORDS])):
        return None
    piece = row.pieces[0]
    return int(first) if piece.text == first or piece.height > _RAISED * piece.line.font_size else None


def _indent_begins(group: Sequence[Row], before: Row, row: Row, measure: Measure) -> bool:
    """First-line indent, or the outdent of a hanging paragraph."""
    if _is_beside_large_letter(group, before):
        return False
    inset, inset_before = measure.inset(row), measure.inset(before)
    threshold = INDENT * row.size
    if inset > inset_before + threshold:
        # The second line of a point or of a hanging entry stands further in, that is no indent.
        # A full line amid a sentence ends no paragraph, however few of its kind stand in the column.
        amid = not before.finished or (before.text.endswith(":") and not row.text[:1].isupper())
        amid = amid and not ended_short(before, row, measure)
        hanging = len(group) == 1 and (amid or _marker(group[0]) or _hangs(before, measure))
        return not hanging and inset < _DEEPEST_INDENT * (measure.right - measure.left)
    if inset >= inset_before - threshold or len(group) == 1:
        return False
    # Below a picture on its side the lines are wider again, and the sentence goes on.
    beside = abs(inset_before - measure.inset(group[-2])) < FLUSH * row.size
    return not beside or before.finished or ended_short(before, row, measure)


def _is_beside_large_letter(group: Sequence[Row], row: Row) -> bool:
    """Whether a row stands beside the large letter that opens its paragraph."""
    first = group[0].pieces
    return len(first) > 1 and opens_large(first[0], first[1]) and row.baseline - row.size < first[0].y1


def _hangs(row: Row, measure: Measure) -> bool:
    """Whether most lines of the column, or of its type, stand further in: entries of a bibliography."""
    least = measure.inset(row) + INDENT * row.size
    alike = [other for other in measure.rows if abs(other.size - row.size) < _SAME_STEP]
    return any(
        2 * sum(measure.inset(other) > least for other in rows) > len(rows) for rows in (measure.rows, alike)
    )


def _centred(row: Row, measure: Measure) -> bool:
    return (
        abs(row.x0 + row.x1 - measure.left - measure.right) < 2 * _CENTRED
        and row.x0 - measure.left > 2 * row.size
    )


def _short_line_ends(before: Row, row: Row, measure: Measure) -> bool:
    if not ended_short(before, row, measure):
        return False
    most = _MOSTLY_EMPTY if not before.finished and _tells_nothing(before, row) else VERY_SHORT
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
    return _has_no_case(first)


def _has_no_case(letter: str) -> bool:
    return letter >= _FIRST_WITHOUT_CASE and letter.isalpha() and letter.upper() == letter.lower()
