"""Lines of the text at the edges of a page, which formulas make look like the line there on the next page.

In: a page and those of its lines that look like furniture. Out: those that belong to the paragraph beside
them, by its type, its distance from line to line, and its words or its edges.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from reader.document.layout.joining import Ending, ending_of
from reader.document.layout.page_counts import has_gap
from reader.document.model import Line, Page, ParagraphRole

_SAME_SIZE = 0.02  # of the type size
_CLOSE = 1.1  # times the distance from line to line in the text
_FLUSH = 1.0  # points
_FULL = 0.9  # of the width of the line beside it
_LEAST_LINES = 6  # a page of fewer does not tell how far apart lines of text stand


def lines_of_text(page: Page, numbers: AbstractSet[int]) -> set[int]:
    """Those of some lines that the text beside them goes on with.

    Args:
        page: the page.
        numbers: of lines at its edges.
    """
    return _lines_by(page, numbers, _goes_on)


def last_words(page: Page, numbers: AbstractSet[int]) -> set[int]:
    """Those of some numbers at the foot that end the sentence above them: "… has it under | 1840."."""
    return _lines_by(page, numbers, _ends_sentence)


def _lines_by(page: Page, numbers: AbstractSet[int], goes_on: Callable[[Line, Line], bool]) -> set[int]:
    upright = [line for line in page.lines if not line.rotation]
    if not numbers or len(upright) < _LEAST_LINES:
        return set()
    by_height = sorted(upright, key=lambda line: line.box.y0)
    steps = [
        below.box.y0 - line.box.y0
        for at, line in enumerate(by_height)
        if (below := next((one for one in by_height[at + 1 :] if _is_beyond(line, one)), None)) is not None
    ]
    most = _CLOSE * sorted(steps)[len(steps) // 2] if steps else 0.0
    edge = [page.lines[number] for number in numbers]
    beside = {number: _beside(page, page.lines[number], by_height, edge, most) for number in numbers}
    return {number for number, own in beside.items() if own is not None and goes_on(page.lines[number], own)}


def _beside(page: Page, line: Line, by_height: list[Line], edge: list[Line], most: float) -> Line | None:
    """The line next to one at an edge, where lines of one type and distance lead from there to the text."""
    at_head = line.box.y0 + line.box.y1 < page.size.height
    inward = by_height if at_head else by_height[::-1]
    own, beside = None, line
    while any(beside is one for one in edge):
        before = beside
        after = next(
            (one for one in inward if (_is_beyond(before, one) if at_head else _is_beyond(one, before))), None
        )
        if after is None or abs(after.box.y0 - before.box.y0) > most:
            return None
        if abs(after.font_size - line.font_size) > _SAME_SIZE * line.font_size:
            return None
        own, beside = own or after, after
    return own


def _goes_on(line: Line, own: Line) -> bool:
    """Whether a line and the one beside it are of one paragraph: both full, or amid or at its end."""
    left, right = abs(line.box.x0 - own.box.x0) < _FLUSH, abs(line.box.x1 - own.box.x1) < _FLUSH
    if left and right:
        return not has_gap(line)
    full = line.box.x1 - line.box.x0 >= _FULL * (own.box.x1 - own.box.x0)
    ending = ending_of(line.text, ParagraphRole.BODY, full=False, short=False)
    return left and line.text[:1].islower() and (full or ending is Ending.CLOSED)


def _ends_sentence(line: Line, own: Line) -> bool:
    """Whether a line with a stop stands flush below one that is cut amid a sentence."""
    flush = abs(line.box.x0 - own.box.x0) < _FLUSH and own.box.y0 < line.box.y0
    cut = ending_of(own.text, ParagraphRole.BODY, full=True, short=False) is Ending.RUNS_ON
    return flush and cut and line.text[-1:] in ".)"


def _is_beyond(line: Line, other: Line) -> bool:
    """Whether another line stands below a line, over some of its width."""
    middle = (line.box.y0 + line.box.y1) / 2
    return other.box.y0 > middle and other.box.x0 < line.box.x1 and line.box.x0 < other.box.x1


__all__ = ["last_words", "lines_of_text"]
