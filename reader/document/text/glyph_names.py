"""Letters a PDF gives no meaning to, known by the names their glyphs have in the font.

MuPDF's own Story, and others that embed an OpenType font whole, leave without meaning every glyph that the
font's character map does not reach: the initial lam of Noto Naskh Arabic, in each article of a text. Such a
glyph has a name still, and names begin with what the glyph is of: "uni0644.init", "uni0644_uni0627.fina".

In: the name of a glyph. Out: the letters it tells.
Source: Adobe Glyph List Specification 1.7, section 2 ("uni" and "u" names, what follows a full stop).
"""

from __future__ import annotations

import re

from pymupdf import mupdf

from reader.document.text.glyphs import UNKNOWN

_PART = re.compile(r"uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6})")
_CODE = 4  # digits
_MEANINGLESS = (0, ord(UNKNOWN))


def letters_of_name(name: str) -> str:
    """The letters of a glyph; "" where its name tells none."""
    letters = ""
    for part in name.partition(".")[0].split("_"):
        match = _PART.fullmatch(part)
        if match is None:
            code = mupdf.fz_unicode_from_glyph_name(part) if part.isalpha() else 0
            if code in _MEANINGLESS:
                return ""
            letters += chr(code)
            continue
        codes = [match[2]] if match[2] else [match[1][i : i + _CODE] for i in range(0, len(match[1]), _CODE)]
        letters += "".join(chr(int(code, 16)) for code in codes)
    return letters
