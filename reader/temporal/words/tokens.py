"""The words and numbers of a text, in order.

In: any text. Out: its words, or its words and numbers with their places. A text of Latin-1, as folded ones of
most languages are, is blanked as bytes and split, which takes a fraction of the time of an expression; the
signs of print that such a text has besides are blanks, too.
"""

from __future__ import annotations

import re
from itertools import accumulate, compress, count
from operator import add

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"(\d+|[^\W\d_]+)")
SIGNS_OF_PRINT = "–—’‘“”„«»…•"  # no letters, no figures
_LATIN = "".join(map(chr, range(256)))
_NO_LETTERS = "".join(char if _WORD.match(char) else " " for char in _LATIN).encode("latin-1")
_NO_TOKENS = "".join(char if _TOKEN.match(char) else " " for char in _LATIN).encode("latin-1")
_SHAPES = _WORD.sub(lambda word: "a" * len(word[0]), re.sub(r"\d", "0", _LATIN)).encode("latin-1")


def words_of(text: str) -> list[str]:
    """The words of a text, letters only: "in May 1940-41" has two."""
    latin = _as_latin(text)
    if latin is None:
        return _WORD.findall(text)
    return latin.translate(_NO_LETTERS).decode("latin-1").split()


def tokens_of(text: str) -> tuple[list[str], list[int]]:
    """The words and the numbers of a text, and where each begins: "1940s" has two."""
    latin = _as_latin(text)
    shape = b"0a" if latin is None else latin.translate(_SHAPES)
    if latin is None or b"0a" in shape or b"a0" in shape:
        parts = _TOKEN.split(text)
        return parts[1::2], list(accumulate(map(len, parts)))[:-1:2]
    parts = latin.translate(_NO_TOKENS).decode("latin-1").split(" ")
    places = map(add, accumulate(map(len, parts), initial=0), count())
    return list(filter(None, parts)), list(compress(places, parts))


def without_signs(text: str) -> str:
    """The text with blanks for the signs of print."""
    if not text.isascii():
        for sign in SIGNS_OF_PRINT:
            if sign in text:
                text = text.replace(sign, " ")
    return text


def _as_latin(text: str) -> bytes | None:
    """The text with blanks for the signs of print as Latin-1; None where it is something else."""
    try:
        return without_signs(text).encode("latin-1")
    except UnicodeEncodeError:
        return None
