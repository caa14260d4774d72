"""Letters a PDF gives no meaning to, known by the names their glyphs have in the font.

MuPDF's own Story, and others that embed an OpenType font whole, leave without meaning every glyph that the
font's character map does not reach: the initial lam of Noto Naskh Arabic, in each article of a text. Such a
glyph has a name still, and names begin with what the glyph is of: "uni0644.init".

In: the characters of a line, and the same line of MuPDF. Out: the characters, with the letters names tell.
Source: Adobe Glyph List Specification 1.7, section 2 ("uni" and "u" names, what follows a full stop).
"""

from __future__ import annotations

import re

from pymupdf import mupdf

from reader.document.text.bidi import RTL_LETTER
from reader.document.text.glyphs import UNKNOWN, Glyphs, Row

_NAME = re.compile(r"(?:uni([0-9A-F]{4})|u([0-9A-F]{4,6}))(?:\.\w+)?")
_REQUIRED_LIGATURE = ".rlig"  # the OpenType feature a shape is for
_ALEF = "\u0627"
_ONE_SPOT = 0.1  # points: as near two readings of a page place the same glyph


def with_named_letters(glyphs: Glyphs, numbered: mupdf.fz_stext_line) -> Glyphs:
    """A line's characters, the unknown right-to-left letters among them told by name.

    Args:
        glyphs: as the engine has them.
        numbered: the same line, read with each unknown glyph's number in place of its character.
    """
    there: list[tuple[float, mupdf.fz_stext_char]] = []
    character = numbered.first_char
    while character is not None:
        there.append((character.quad.ll.x, character))
        character = character.next
    rows: list[Row] = []
    for row in glyphs.rows():
        letters = ""
        if row[0] == UNKNOWN:
            # Of two unknown glyphs on one spot, a lam and its alef, the engine drops the second as a shadow.
            letters = _spelt([_name(one) for left, one in there if abs(left - row[1]) < _ONE_SPOT])
        rows += [(letter, *row[1:]) for letter in letters] or [row]
    return glyphs.with_rows(rows)


def _name(character: mupdf.fz_stext_char) -> str:
    """The name of the glyph whose number stands for a character."""
    font = mupdf.FzFont(mupdf.ll_fz_keep_font(character.font))
    return str(mupdf.fz_get_glyph_name2(font, character.c))


def _spelt(names: list[str]) -> str:
    """The right-to-left letters that names on one spot tell; "" where they have no such names."""
    letters = ""
    for name in names:
        match = _NAME.fullmatch(name)
        letter = chr(int(match[1] or match[2], 16)) if match else ""
        if RTL_LETTER.fullmatch(letter):
            letters += letter
        elif letters and names[0].endswith(_REQUIRED_LIGATURE):
            letters += _ALEF  # the only letter a lam must be joined with
    return letters
