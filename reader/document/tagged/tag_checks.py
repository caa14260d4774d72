"""Whether a structure tree agrees with the page it describes.

In: the units that a tree makes of a page. Out: whether to believe them. Trees are written by programs and
edited by hand, and both err: a paragraph a line, columns read across, elements in the order in which they
were drawn. What is checked is what a reader would see at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reader.document.layout.frames import Placed, is_finished
from reader.document.tagged.tagged import Unit

# One step in so many may go up the page: a note, a box set beside its place in the text.
_STEPS_UP = 6
# One paragraph in so many may end in the middle of a sentence right above the rest of it.
_CUT_SENTENCES = 5
# One step in so many may go to the side; more are cells of a table whose tree knows no table: Chromium takes
# those without lines and header for a means of layout.
_STEPS_BESIDE = 5
_LEAST_CELLS = 3
_CLOSE = 2.0  # of the type size between two baselines that follow each other
_OVERLAP = 0.5
_OTHER_SIZE = 0.08
_ZIGZAGS = 2
_TORN = 7  # of the type size; shorter pieces are words torn apart in a narrow justified column


def agrees(units: Sequence[Unit]) -> bool:
    """Whether the units run down their columns, cut no sentences, and read across no columns and cells."""
    running = [unit for unit in units if unit.kind not in ("Note", "Artifact") and unit.lines]
    steps = list(pairwise(running))
    up = sum(_goes_up(one.lines[-1], two.lines[0]) for one, two in steps)
    if _STEPS_UP * up > len(steps):
        return False
    beside = sum(_beside(one, two) for one, two in steps)
    if beside >= _LEAST_CELLS and _STEPS_BESIDE * beside > len(steps):
        return False
    paragraphs = [(one, two) for one, two in steps if one.kind == two.kind == "P"]
    cut = sum(_cuts_sentence(one.lines[-1], two.lines[0]) for one, two in paragraphs)
    if _CUT_SENTENCES * cut > len(paragraphs):
        return False
    return all(_zigzags(unit.lines) < _ZIGZAGS for unit in running if unit.kind in ("P", "H", "LI"))


def _goes_up(one: Placed, two: Placed) -> bool:
    """Whether `two`, read after `one`, stands over it in the same column."""
    shared = min(one.x1, two.x1) - max(one.x0, two.x0)
    return two.y1 <= one.y0 + 1 and shared > _OVERLAP * min(one.width, two.width)


def _beside(one: Unit, two: Unit) -> bool:
    """Whether a unit begins beside the end of the one before, or over it, as cells do and columns seldom."""
    last, first = one.lines[-1], two.lines[0]
    apart = last.x1 <= first.x0 or first.x1 <= last.x0
    down = first.baseline > last.baseline + 0.5 * last.size
    return apart and not down and "TR" not in (one.kind, two.kind)


def _cuts_sentence(one: Placed, two: Placed) -> bool:
    return (
        not is_finished(one.text)
        and two.text[:1].islower()
        and 0 < two.baseline - one.baseline < _CLOSE * one.size
        and abs(one.size - two.size) < _OTHER_SIZE * one.size
        and min(one.x1, two.x1) > max(one.x0, two.x0)
    )


def _zigzags(lines: Sequence[Placed]) -> int:
    """How often a paragraph goes on beside its line, past a gap, and comes back below it."""
    count = 0
    for one, two, three in zip(lines, lines[1:], lines[2:], strict=False):
        beside = abs(one.baseline - two.baseline) < 0.5 * one.size and (
            two.x0 - one.x1 > 2 * one.size or one.x0 - two.x1 > 2 * one.size
        )
        beside = beside and min(one.width, two.width) > _TORN * one.size
        below = three.baseline > one.baseline + 0.5 * one.size
        count += beside and below and min(one.x1, three.x1) > max(one.x0, three.x0)
    return count
