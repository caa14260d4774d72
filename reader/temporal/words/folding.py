"""A text as the grammar reads it: case, digits, dashes and spaces made alike, offsets kept.

In: a text and the habits of its language. Out: the folded text and, only where characters were left out
(tashkeel, tatweel, soft hyphens, combining accents), a map back to the text. Folding is one character for
one character wherever Unicode allows, so that most texts need no map at all.
Source: Unicode 15, categories Nd, Pd, Zs; blocks U+0610–U+06ED (Arabic marks), U+0591–U+05C7 (Hebrew points).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader.temporal.words.tokens import SIGNS_OF_PRINT

# Marks that are written or not at the writer's pleasure, and marks of direction that PDF engines leave
# behind; the ezafe of a Persian word in -e, which is written with a mark or with a letter set apart.
_DROPPED = re.compile(
    "(?<=ه)\u200c[\u06cc\u064a](?![^\\W\\d_\u200c])|[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f"
    "\u0670\u093c\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SOFT_HYPHEN = "\u00ad"  # the one of them in Latin-1
_APOSTROPHES = "‘’ʼ‛′`´＇"
# Latin-1 to Latin Extended-B, Latin Extended Additional; Greek and Greek Extended.
_ACCENTED = frozenset(
    (*range(0x80, 0x250), *range(0x1E00, 0x1F00), *range(0x370, 0x400), *range(0x1F00, 0x2000))
)
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"
# What neither category nor case tells; the letters of Devanagari that bear a nukta lose it, as where it
# stands for itself.
_PLAIN: Mapping[int, str] = (
    {0x958 + place: letter for place, letter in enumerate("कखगजडढफय")}
    | dict.fromkeys(map(ord, _APOSTROPHES), "'")
    | dict.fromkeys(map(ord, _SPACES), " ")
    | {ord(char): plain for char, plain in zip("−٫٬：／．（），～〜،", "-.,:/.(),~~,", strict=True)}
    | {0x130: "i"}
)
_LAST_OF_ASCII = 0x7F
_END_OF_GREEK = 0x2000  # beyond it no letters have case that matters here


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `origins[i]`: where its character i stood in a text of `length`; None: nothing moved."""

    text: str
    origins: tuple[int, ...] | None = None
    length: int = 0

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The span start:end of the folded text (not empty), as a span of the text it came from."""
        if self.origins is None:
            return start, end
        # What was left out after the last letter belongs to it: the tatweel of "هـ", the tanwin of "عاماً".
        return self.origins[start], self.origins[end] if end < len(self.origins) else self.length

    def inside(self, position: int) -> int:
        """Where a position of the original text lies in the folded one."""
        return position if self.origins is None else bisect_left(self.origins, position)


class _PlainCharacters(dict[int, str]):
    """Each character with its plain one in one language, found out when a text first has it.

    A text has some hundred of the 130,000 characters; to look at all took 25 ms before the first event.
    """

    def __init__(self, letters: tuple[tuple[str, str], ...], *, diacritics: bool) -> None:
        super().__init__(_PLAIN)
        self.update({ord(old): new for old, new in letters})
        self._diacritics = diacritics

    def __missing__(self, code: int) -> str:
        char = chr(code)
        category = unicodedata.category(char)
        if category == "Nd":
            plain = str(unicodedata.digit(char))
        elif category == "Pd" and code > _LAST_OF_ASCII:
            plain = "-"
        elif category == "Zs":
            plain = " "
        else:
            plain = self._lower(char) if code < _END_OF_GREEK else char
        self[code] = plain
        return plain

    def _lower(self, char: str) -> str:
        """Digits, dashes and spaces aside: the small letter, without accents where they do not count."""
        lower = char.lower()
        if self._diacritics and ord(char) in _ACCENTED:
            lower = unicodedata.normalize("NFD", lower)[:1] or lower
        return lower if len(lower) == 1 else char


@dataclass(frozen=True, slots=True)
class _Tables:
    """What makes characters plain in one language.

    Attributes:
        every: all of them.
        latin: those of Latin-1; empty where one of them becomes another.
        signs: the signs of print that become plain, each with what it becomes.
    """

    every: _PlainCharacters
    latin: bytes
    signs: tuple[tuple[str, str], ...]


@lru_cache(maxsize=64)
def _tables(letters: tuple[tuple[str, str], ...], *, diacritics: bool) -> _Tables:
    """The tables of one language: plain characters, lower case, accents and letters it takes as equal."""
    every = _PlainCharacters(letters, diacritics=diacritics)
    signs = [(sign, every[ord(sign)]) for sign in SIGNS_OF_PRINT if every[ord(sign)] != sign]
    latin = "".join(every[code] for code in range(256))
    return _Tables(
        every,
        latin.encode("latin-1") if len(latin) == 256 and max(latin) <= "\xff" else b"",  # noqa: PLR2004 - Latin-1
        tuple((sign, plain) for sign, plain in signs if every[ord(plain)] == plain),
    )


def _of_latin(text: str, tables: _Tables) -> str | None:
    """A text of Latin-1 and signs of print with plain characters; None for others, and where any is left out.

    Bytes are translated twenty times as fast as characters.
    """
    if not tables.latin or _SOFT_HYPHEN in text:
        return None
    if not text.isascii():
        for sign, plain in tables.signs:
            if sign in text:
                text = text.replace(sign, plain)
    try:
        return text.encode("latin-1").translate(tables.latin).decode("latin-1")
    except UnicodeEncodeError:
        return None


def _typed(text: str) -> str:
    """The text with typewriters' dashes as the dashes they stand for: "1924--1931", "1924 -- 1931"."""
    return text.replace("--", "- ")


@dataclass(frozen=True, slots=True)
class Folding:
    """How one language folds.

    Attributes:
        diacritics: accents of Latin and Greek letters are left out ("fevrier", "août" = "aout").
        letters: letters taken as equal, ("أ", "ا"); one character each.
    """

    diacritics: bool = False
    letters: tuple[tuple[str, str], ...] = ()

    def __call__(self, text: str) -> Folded:
        """Folds any text; never fails, keeps every offset."""
        tables = _tables(self.letters, diacritics=self.diacritics)
        if (plain := _of_latin(text, tables)) is not None:
            return Folded(_typed(plain))
        table = tables.every
        if not _DROPPED.search(text):
            return Folded(_typed(text.translate(table)))
        dropped = {index for found in _DROPPED.finditer(text) for index in range(*found.span())}
        origins = tuple(index for index in range(len(text)) if index not in dropped)
        kept = "".join(text[index] for index in origins)
        return Folded(_typed(kept.translate(table)), origins, len(text))

    def word(self, text: str) -> str:
        """A word of a language file, folded as the texts are, inner spaces single."""
        return " ".join(sys.intern(part) for part in self(text).text.split())
