"""Non-joiners that a program drew as a blank: MuPDF's Story shows "می‌رود" by a no-break space of no advance.

The font has no sign for the non-joiner, so the blank's stands in for it, and the pen does not move: the
letter before it, drawn next, begins on the very spot, and the letter after it ends there. A blank between two
words has room of its own.

In: a right-to-left line's characters in the engine's order. Out: the same with the non-joiner it meant.
"""

from __future__ import annotations

from dataclasses import replace

from reader.document.text.bidi import NON_JOINER, RTL_LETTER
from reader.document.text.glyphs import Glyphs

_BLANK = "\u00a0"
_ONE_SPOT = 0.05  # points


def with_drawn_joiners(glyphs: Glyphs) -> Glyphs:
    """The characters, each blank without room between two letters a non-joiner."""
    text = glyphs.text
    if _BLANK not in text:
        return glyphs
    joined = "".join(
        NON_JOINER if letter == _BLANK and _has_no_room(glyphs, place) else letter
        for place, letter in enumerate(text)
    )
    return replace(glyphs, text=joined)


def _has_no_room(glyphs: Glyphs, blank: int) -> bool:
    text, pen = glyphs.text, glyphs.low[blank]
    if not 0 < blank < len(text) - 1:
        return False
    before, after = blank - 1, blank + 1
    letters = all(RTL_LETTER.match(text[one]) and text[one].isalpha() for one in (before, after))
    return letters and abs(glyphs.low[before] - pen) < _ONE_SPOT and abs(glyphs.high[after] - pen) < _ONE_SPOT
