"""Marks over letters, given the places of their letters where the engine has lost them.

The engine sets a mark down where the pen stood, at the end of the glyph drawn before it. In a word that is an
edge of the mark's own letter. But LibreOffice draws the spaces of a line before its words, so that the first
mark of a word comes to stand far off, over a figure perhaps; and MuPDF's Story draws the mark behind its
letter, so that it comes to stand over the next. What can be trusted is the order: a mark is drawn beside its
letter, and the engine turns runs from right to left round as a whole.

In: a line's characters in the engine's order, of a page without /ActualText. Out: the same, marks in the
places of their letters.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from reader.document.text.bidi import JOINERS, RTL_LETTER
from reader.document.text.glyphs import UNKNOWN, Glyphs

_ONE_SPOT = 0.5  # points: closer than this the pen stands where a glyph ends
_NO_WIDTH = 0.01  # points


def marks_on_their_letters(glyphs: Glyphs) -> Glyphs:
    """The characters, each mark without a width of its own at the left edge of its letter."""
    low, high = list(glyphs.low), list(glyphs.high)
    for place, character in enumerate(glyphs.text):
        if high[place] - low[place] < _NO_WIDTH and _is_mark(character):
            letter = _letter_of(glyphs, place)
            if letter is not None:
                low[place] = high[place] = glyphs.low[letter]
    return replace(glyphs, low=low, high=high)


def _letter_of(glyphs: Glyphs, mark: int) -> int | None:
    text = glyphs.text
    before = mark - 1
    while before >= 0 and _is_mark(text[before]):
        before -= 1
    if before >= 0 and _is_letter(text[before]):
        return before
    after = mark + 1
    while after < len(text) and _is_mark(text[after]):
        after += 1
    if after == len(text) or not _is_letter(text[after]):
        return None
    if abs(glyphs.high[after] - glyphs.low[mark]) < _ONE_SPOT:
        # Drawn behind the letter it now precedes: within a run that the engine turned round.
        while before >= 0 and text[before].isspace():
            before -= 1
        return before if before >= 0 and _is_letter(text[before]) else None
    last = after
    while after < len(text) and (_is_letter(text[after]) or text[after] in JOINERS or text[after].isspace()):
        last = after if _is_letter(text[after]) else last
        after += 1
    return last


def _is_mark(character: str) -> bool:
    return unicodedata.combining(character) > 0


def _is_letter(character: str) -> bool:
    return character == UNKNOWN or (bool(RTL_LETTER.match(character)) and character.isalpha())
