"""Which part of a page goes on with which: over the end of a column, past notes and what a figure says.

In: the parts of a page's columns in reading order. Out: the same, those that one paragraph was cut into put
together. Whether two parts may be one paragraph is told by how the first ends and the second begins (see
`joining`), by their sizes, and by their tags where the file has any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from reader.document.layout.joining import Ending, Start, belongs_together
from reader.document.layout.parts import Part, merged
from reader.document.model import ParagraphRole
from reader.document.text.bidi import RTL_LETTER
from reader.document.text.markers import is_amid_date

RUNNING = (ParagraphRole.BODY, ParagraphRole.LIST_ITEM, ParagraphRole.HEADING, ParagraphRole.TABLE_ROW)
_BESIDE_TEXT = (ParagraphRole.CAPTION, ParagraphRole.FOOTNOTE, ParagraphRole.TABLE_ROW)
_SMALLER = 0.92


def join_columns(columns: Sequence[Sequence[Part]], words: Callable[[], AbstractSet[str]]) -> list[Part]:
    """Parts that one paragraph was cut into by a column's end or by a picture's caption, put together."""
    joined: list[Part] = []
    open_at = -1  # the last part of running text
    boxes = [one.fragments[0].box for column in columns for one in column if one.fragments]
    edges = (min([box.x0 for box in boxes], default=0.0), max([box.x1 for box in boxes], default=0.0))
    for column in columns:
        cut = True
        for part in column:
            if part.role not in RUNNING:
                joined.append(part)
                cut = True
            elif (
                open_at >= 0
                and cut
                and (place := open_before(joined, open_at, part)) >= 0
                and not _ends_above(joined[place], part, edges)
            ):
                open_at = place
                joined[open_at] = merged(joined[open_at], part, words)
                cut = False
            else:
                joined.append(part)
                open_at = len(joined) - 1
                cut = False
    return joined


def meet(first: Part, second: Part) -> bool:
    """Whether a part goes on with the one read after it."""
    if first.cells and second.cells and not first.element:
        return second.start is Start.RUNS_ON and len(first.cells) == len(second.cells)
    if first.element and second.element:
        # Some programs tag page by page; then only a sentence that is cut tells.
        cut = first.ending is Ending.RUNS_ON and second.start is Start.RUNS_ON
        return first.element == second.element or cut
    if is_amid_date(first.text, second.text):
        return belongs_together(Ending.RUNS_ON, Start.RUNS_ON, first.size, second.size)
    return belongs_together(first.ending, second.start, first.size, second.size)


def _ends_above(first: Part, second: Part, edges: tuple[float, float]) -> bool:
    """Whether a short line ends a part right above one that begins anew: a subtitle over columns.

    Args:
        first: the part above, which ends without a stop.
        second: the part that may go on with it.
        edges: left and right of the page's text, in points.
    """
    if second.start is Start.RUNS_ON or not (first.fragments and second.fragments) or first.element:
        return False
    last, line = first.fragments[-1].box, second.fragments[0].box
    if first.fragments[-1].vertical or line.y0 < last.y1 or line.x0 >= last.x1 or last.x0 >= line.x1:
        return False  # it goes on beside it, at the head of the next column
    text = second.text[: second.fragments[0].end]
    word = (line.x1 - line.x0) * len(text.partition(" ")[0]) / len(text)
    room = last.x0 - edges[0] if RTL_LETTER.search(first.text) else edges[1] - last.x1
    return room > word + second.size


def open_before(parts: Sequence[Part], last: int, part: Part) -> int:
    """Which of the parts up to `last` goes on with `part`; -1 for none.

    It is the last, or, amid a sentence, the one above all that is set smaller: notes, words in a figure.
    """
    if meet(parts[last], part):
        return last
    if part.start is not Start.RUNS_ON or part.role is ParagraphRole.TABLE_ROW or part.element:
        return -1
    for place in range(last, -1, -1):
        one = parts[place]
        if not stands_between(one, part.size):
            return place if one.ending is Ending.RUNS_ON and meet(one, part) else -1
    return -1


def stands_between(part: Part, size: float) -> bool:
    """Whether text of this size may go on past a part: a note, a figure's words, a table."""
    return part.role in _BESIDE_TEXT or (part.role in RUNNING and part.size < _SMALLER * size)
