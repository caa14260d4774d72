"""Characters as a reader means them: ligatures, presentation forms and odd spaces folded, places kept.

In: the text of one line as the engine gives it. Out: the folded text, and for each of its characters the
number of the character it came from, so that boxes stay right when "ﬁ" becomes "fi".

Source: Unicode 15.1, UAX #15 (compatibility decompositions), chapter 9.2 (Arabic presentation forms).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

# Folding is by allow-list: NFKC of everything would also turn "10²" into "102" and "½" into "1⁄2".
_FOLDED = (
    "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"  # spaces of every width
    "\u0132\u0133\u017f\u01c4-\u01cc\u01f1-\u01f3"  # digraphs, long s
    "\ufb00-\ufb06\ufb13-\ufb17"  # Latin and Armenian ligatures
    "\ufb1d-\ufb4f\ufb50-\ufdfb\ufe70-\ufefc"  # Hebrew and Arabic presentation forms
    "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"  # full-width digits and letters; the signs are Chinese
    "\x0b\x0c\x0e\x0f\x10-\x16\x1b-\x1f"  # see TEX_CODES
    "\u2f00-\u2fd5"  # Kangxi radicals that stand for ideographs in some producers' maps
)
# Taken out: controls, zero-width and directional marks, tatweel-like joiners; a soft hyphen inside a line
# is no character either (at its end the line keeps it, see `hyphenation`).
_REMOVED = (
    "\u034f\x00-\x08\x0d\x17-\x1a\x7f-\x9f"
    "\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffe\uffff"
)
# A hamza above one of these is a mark of another line, which the engine has hung on this one.
_NEVER_WITH_HAMZA = "[بپتثجچذزژسشصضطظعغفقکگلمن]"
_STRAY = f"(?<={_NEVER_WITH_HAMZA})\u0654"
NEEDS_FOLDING = re.compile(rf"[\t\n{_FOLDED}{_REMOVED}\u00ad\ufdfc]|{_STRAY}")
_ANYTHING = re.compile(f"[\t\n{_FOLDED}{_REMOVED}\u00ad\ufdfc]|\u0020\u0020|^\u0020|\u0020$|{_STRAY}")
_STRAY_ONE = re.compile(_STRAY)
# No word may be divided before a capital: there the soft hyphen is how a font maps its only hyphen.
_DRAWN_HYPHEN = re.compile(r"(?<=\w)\u00ad(?=[A-Z\d\u00c0-\u00de])")
_REMOVED_ONE = re.compile(f"[{_REMOVED}\u00ad]")
_FOLDED_ONE = re.compile(f"[{_FOLDED}\ufdfc\t\n]")
GRAPHEME_JOINER = "\u034f"  # parts marks for typesetters; no sign, and no mark of any letter
_TEX_HYPHEN = "\x7f"  # at a line's end, in T1 and in T2A; amid a word the same code is an accent of OT1
SOFT_HYPHEN = "\u00ad"
_HAMZA_ABOVE = "\u0654"
# Persian and Urdu have their own digits; a font may draw both sets with one glyph, and a file names either.
_PERSIAN = re.compile("[\u06f0-\u06f9پچژگکی]")
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")
_TO_PERSIAN = {0x0660 + figure: 0x06F0 + figure for figure in range(10)}
# TeX's bitmap fonts have no map to Unicode; their codes for ligatures (T1, then OT1), for quotation marks and
# dashes (T1) mean nothing else.
TEX_CODES = dict(
    zip(
        "\x1b\x1c\x1d\x1e\x1f\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16",
        ("ff", "fi", "fl", "ffi", "ffl", "ff", "fi", "ffi", "ffl", "“", "”", "„", "«", "»", "–", "—"),
        strict=True,
    )
)


def fold(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The line folded and trimmed, single spaces between words.

    Returns: the text, and for each of its characters the index it had in `text`; None where nothing
    changed, which is the usual case and costs one search.
    """
    # The quick way to the same answer first: most lines are of one kind of space and nothing odd.
    if "  " not in text and text.strip() == text and NEEDS_FOLDING.search(text) is None:
        return text, None
    if _ANYTHING.search(text) is None:
        return text, None
    characters: list[str] = []
    origins: list[int] = []
    last = len(text.rstrip()) - 1
    for index, character in enumerate(text):
        drawn = character == SOFT_HYPHEN and (index == last or _DRAWN_HYPHEN.match(text, index))
        drawn = drawn or (character == _TEX_HYPHEN and index == last)
        if _REMOVED_ONE.match(character) and not drawn:
            continue
        if character == _HAMZA_ABOVE and _STRAY_ONE.match(text, index):
            continue
        forms = _folded(character) if _FOLDED_ONE.match(character) else character
        if drawn and (index < last or character == _TEX_HYPHEN):
            forms = "-"
        for form in forms:
            if form == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(form)
            origins.append(index)
    if characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return "".join(characters), tuple(origins)


def one_set_of_digits(text: str) -> str:
    """A line with the digits of its language: "۲۰۱٦" is "۲۰۱۶" in Persian."""
    if _ARABIC_DIGIT.search(text) is None or _PERSIAN.search(text) is None:
        return text
    return text.translate(_TO_PERSIAN)


def _folded(character: str) -> str:
    """One character's compatibility form; spacing forms of Arabic marks lose the space they carry."""
    if character in "\t\n":  # some files map the glyph of a blank to the end of a line
        return " "
    if character in TEX_CODES:
        return TEX_CODES[character]
    form = unicodedata.normalize("NFKC", character)
    return form.lstrip(" ") or " " if len(form) > 1 else form


def fold_edges(edges: tuple[float, ...], origins: tuple[int, ...] | None) -> tuple[float, ...]:
    """The edges (two a character) of a folded text; characters of one ligature share its width evenly."""
    if origins is None:
        return edges
    folded: list[float] = []
    place = 0
    while place < len(origins):
        origin = origins[place]
        count = 1
        while place + count < len(origins) and origins[place + count] == origin:
            count += 1
        low, high = edges[2 * origin], edges[2 * origin + 1]
        step = (high - low) / count
        folded += chain.from_iterable((low + step * i, low + step * (i + 1)) for i in range(count))
        place += count
    return tuple(folded)
