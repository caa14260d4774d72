"""Text folded for searching: what differs on paper but is the same to a person who looks for it.

In: text of a page, or words typed. Out: the same, folded, and where each character came from. Two ways:

loose: capitals, accents, Arabic vowel signs, tatweel, the seats of hamza, Persian and Arabic ya and kaf, the
    digits of all scripts, ligatures and widths make no difference; "Eté ١٩٦٣" and "été 1963" are one.
exact: only what nobody can type on purpose makes none: kinds of spaces, quotes and dashes, invisible signs.

What is the same exactly is the same loosely, so the loose text can be searched first and the exact one only
where that found something.

Source: Unicode 15.1, UAX #15 (decompositions), CaseFolding; for Arabic letters its chapter 9.2.
"""

from __future__ import annotations

import re
import unicodedata

# Marks that may be left out in writing: accents, Hebrew points, Arabic vowel and Quranic signs. The vowel
# signs of Indic scripts are letters in all but name and stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_CLUSTER = re.compile("(?s).[\u0300-\u036f]*")
_ACCENT = re.compile("[\u0300-\u036f]")
_ACCENTED = re.compile("(?s).[\u0300-\u036f]+")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")
_SPACES = re.compile(" {2,}")
_SAME_SIGNS = (
    ("'", "\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u00b4\u0060\u05f3"),
    ('"', "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u05f4"),
    ("-", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be"),
    ("/", "\u2044\u2215"),
    (",", "\u060c\u066c"),
    (";", "\u061b"),
    ("?", "\u061f"),
    (".", "\u066b\u06d4"),
    ("%", "\u066a"),
)
_SAME_LETTERS = (
    ("\u064a", "\u0649\u06cc\u06d2"),  # ya: Arabic, without dots, Persian, Urdu
    ("\u0643", "\u06a9\u06aa"),  # kaf
    ("\u0647", "\u0629\u06c1\u06be\u06c3\u06d5"),  # ha and ta marbuta
    ("\u0627", "\u0671"),  # alef wasla; the others lose their hamza with the marks
    ("o", "\u00f8"),
    ("l", "\u0142"),
    ("d", "\u0111\u00f0"),
    ("h", "\u0127"),
    ("i", "\u0131"),
    ("ae", "\u00e6"),
    ("oe", "\u0153"),
)
SIGNS = {sign: form for form, signs in _SAME_SIGNS for sign in signs}
LETTERS = {letter: form for form, letters in _SAME_LETTERS for letter in letters}


class _Table(dict[int, str]):
    """Each character's folded form, found out when it is first met: a document uses a few hundred."""

    def __init__(self, *, exact: bool) -> None:
        super().__init__()
        self._form = _exact_form if exact else _loose_form

    def __missing__(self, code: int) -> str:
        form = self[code] = self._form(chr(code))
        return form


class Folding:
    """One way of folding. Cheap to keep, and meant to be kept: it learns the characters it has met."""

    def __init__(self, *, exact: bool = False) -> None:
        self._exact = exact
        self._table = _Table(exact=exact)

    def fold(self, text: str) -> str:
        """The text folded; runs of spaces are one space."""
        if text.isascii() and _CONTROLS.search(text) is None:
            folded = (text if self._exact else text.lower()).replace("\n", " ")
        else:
            has_accents = self._exact and _ACCENT.search(text) is not None
            composed = _ACCENTED.sub(_composed, text) if has_accents else text
            folded = composed.translate(self._table)
        return _SPACES.sub(" ", folded) if "  " in folded else folded

    def fold_placed(self, text: str) -> tuple[str, list[int]]:
        """The text folded as by `fold`, and for each character the index where it began in `text`.

        The list has one place more than the text, the length of `text`.
        """
        characters: list[str] = []
        origins: list[int] = []
        for cluster in _CLUSTER.finditer(text):
            composed = _composed(cluster) if self._exact and len(cluster[0]) > 1 else cluster[0]
            for form in composed.translate(self._table):
                if form == " " and characters and characters[-1] == " ":
                    continue
                characters.append(form)
                origins.append(cluster.start())
        origins.append(len(text))
        return "".join(characters), origins


def _composed(letter: re.Match[str]) -> str:
    """A letter and the accents that follow it as one character, where there is one."""
    return unicodedata.normalize("NFC", letter[0])


def _exact_form(character: str) -> str:
    if character in SIGNS:
        return SIGNS[character]
    category = unicodedata.category(character)
    if category == "Zs" or character in "\t\n\r\f\v\u2028\u2029":
        return " "
    return "" if category in ("Cf", "Cc") else character


def _loose_form(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    form = _exact_form(character)
    parts = _MARKS.sub("", unicodedata.normalize("NFKD", form).casefold())
    same = "".join(LETTERS.get(part) or SIGNS.get(part, part) for part in parts)
    return unicodedata.normalize("NFC", same)
