"""Cyrillic and Greek letters that a file passes off as accented Latin ones, put right.

Older programs set Russian in fonts whose letters stand where Latin-1 has "Ïðîåêò". Printed they are right,
but what the file says they mean is wrong: each is the sign of the same byte in another code page.

In: the text of a page's lines. Out: the code page its letters are of, if one; and lines read by it. Languages
in Latin letters have no words of accented ones alone; which code page it is, the commonest letters tell.
Source: Microsoft code pages 1251 and 1253, ISO 8859-1.
"""

from __future__ import annotations

import re
from functools import cache

_LETTERS = "\u00c0-\u00ff"
_WORD = re.compile(rf"(?<![A-Za-z{_LETTERS}])[{_LETTERS}]{{4,}}(?![A-Za-z])")
_LEAST_WORDS = 8
# The letters that make half of a text, as Latin-1 shows them: "оеаинтср" of Russian, "αοιετσνς" of Greek.
_COMMON = {"cp1251": frozenset("îåàèíòñð"), "cp1253": frozenset("áïéåôóíò")}
_LEAST_COMMON = 0.42
_SMALL_FROM = "\u00e0"  # in both code pages


def code_page_of(text: str) -> str:
    """The code page that accented letters of a page are of: "cp1251" (Cyrillic), "cp1253" (Greek) or ""."""
    words = _WORD.findall(text)
    if len(words) < _LEAST_WORDS:
        return ""
    letters = "".join(words)
    small = [letter for letter in letters if letter >= _SMALL_FROM]
    if 2 * len(small) < len(letters):
        return ""
    share, page = max((sum(map(common.__contains__, small)), page) for page, common in _COMMON.items())
    return page if share > _LEAST_COMMON * len(small) else ""


def read_by(code_page: str, text: str) -> str:
    """A line with the accented letters of all words that have no plain Latin ones read by the code page."""
    table = _table(code_page)
    return _run().sub(lambda run: run[0].translate(table), text)


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z])[{_LETTERS}\u00a8\u00b8]+(?![A-Za-z])")


@cache
def _table(code_page: str) -> dict[int, str]:
    signs = bytes([0xA8, 0xB8, *range(0xC0, 0x100)])
    return {sign: bytes([sign]).decode(code_page, "replace") for sign in signs}
