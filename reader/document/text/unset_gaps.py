"""Where along a line nothing is set, not even a blank.

A producer sets the blanks of a sentence as it sets its letters; from the end of one cell of a table to the
beginning of the next it only moves the pen. The engine puts a blank there all the same, where the cells stand
no further apart than words. In: lines of a page. Out: for each the gaps that no sign of the file covers.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.document.text.bidi import RTL_LETTER
from reader.document.text.glyphs import Glyphs
from reader.document.text.text_layer import SCALE, EngineText, engine_glyphs

_NARROWEST = 0.14  # of the type size; kerning moves letters by less than 0.1

Gap = tuple[float, float]


def unset_gaps(source: EngineText, numbers: Sequence[int]) -> dict[int, list[Gap]]:
    """The gaps of the lines `numbers` of those that `read_lines` gave, in points along each line.

    They are in the order of their places, low to high, whichever way the text runs.
    """
    pieces = {
        number: source.rows.get(place, [place])
        for number in numbers
        if (place := source.numbers[number]) not in source.stacks and place not in source.torn
    }
    glyphs = engine_glyphs(source.stext, source.raw, [one for group in pieces.values() for one in group])
    return {
        number: gaps
        for number, group in pieces.items()
        if (gaps := _gaps([glyphs[one] for one in group if one in glyphs], _least(source, group)))
    }


def _least(source: EngineText, group: Sequence[int]) -> float:
    return _NARROWEST * max(float(source.raw[one]["font"]["size"]) for one in group) / SCALE


def _gaps(pieces: Sequence[Glyphs], least: float) -> list[Gap]:
    if len(pieces) == 1 and not _may_have_gaps(pieces[0]):
        return []
    ink: list[Gap] = []
    blanks: list[float] = []
    for piece in pieces:
        for letter, low, high, invented in piece.rows():
            if not letter.isspace():
                ink.append((low, high))
            elif not invented:
                blanks.append((low + high) / 2)
    ink.sort()
    gaps: list[Gap] = []
    reach = ink[0][1] if ink else 0.0
    for low, high in ink:
        # Of justified text the pen moves on behind each blank; behind two it does as a tab would.
        if low - reach > least and sum(reach < blank < low for blank in blanks) != 1:
            gaps.append((reach, low))
        reach = max(reach, high)
    return gaps


def _may_have_gaps(glyphs: Glyphs) -> bool:
    """Whether characters have to be looked at: in most lines the engine has made no blank up.

    In lines that are turned, or run from right to left, it may have made none up where there is a gap.
    """
    if glyphs.rotation != 0 or any(glyphs.synthetic) or "  " in glyphs.text:
        return True
    return not glyphs.text.isascii() and RTL_LETTER.search(glyphs.text) is not None
