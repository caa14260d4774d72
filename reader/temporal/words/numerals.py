"""Numbers in words and signs: the languages' number words, ordinals, Roman and Han numerals.

Digits of every script are already plain when a text is folded. A language lists the words of its atoms
(1 … 19, the tens, hundred, thousand); how they add and multiply is the same in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from reader.temporal.words.trie import alternation

_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_TYPED_AS = str.maketrans("хі", "xi")  # Cyrillic letters that look alike: "ХІХ век"
_HUNDRED = 100
_THOUSAND = 1000
_CENTURY_WORDS = range(10, 30)  # "nineteen ninety-six", "twenty twenty"
_LAST_YEAR_IN_WORDS = 2100
_FIRST_SHORT_YEAR = 20
_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "两": 2, "兩": 2, "○": 0, "廿": 20, "卅": 30, "元": 1,
}  # fmt: skip
_HAN_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10000, "萬": 10000}
HAN = "〇零一二三四五六七八九十百千万萬两兩○廿卅"
# Digit by digit, or by powers down to the ones: "二十" and "一千五百" before "年" are lengths.
_HAN_DIGIT = "〇零○一二三四五六七八九"
HAN_YEAR = f"[{_HAN_DIGIT}]{{3,4}}|[一二两兩]千(?:零[{HAN}]{{1,3}}|[一二三四五六七八九]百[{HAN}]{{1,3}})"
# "vingt-quatre mille neuf cent quatre-vingt-dix-neuf" has seven atoms.
_MOST_ATOMS = 7


@dataclass(frozen=True)
class NumberWords:
    """The number words of one language.

    Attributes:
        atoms: folded word -> value.
        joiners: what may stand between two atoms ("-", " ", " et "); "" where they are written together.
    """

    atoms: Mapping[str, int]
    joiners: Sequence[str] = (" ", "-")

    @cached_property
    def _atom(self) -> str:
        return alternation(self.atoms)

    @cached_property
    def pattern(self) -> str:
        """A number in words."""
        return rf"{self._atom}(?:{self._joiner}{self._atom}){{0,{_MOST_ATOMS}}}"

    @cached_property
    def _joiner(self) -> str:
        spoken = sorted((joiner for joiner in self.joiners if joiner), key=len, reverse=True)
        body = "|".join(re.escape(joiner).replace(r"\ ", " {1,3}") for joiner in spoken)
        return f"(?:{body})" + ("?" if "" in self.joiners else "") if body else ""

    @cached_property
    def compound(self) -> str:
        """A number in words of at least two atoms."""
        return rf"{self._atom}(?:{self._joiner}{self._atom}){{1,{_MOST_ATOMS}}}"

    @cached_property
    def _reader(self) -> re.Pattern[str]:
        return re.compile(self._atom)

    def values(self, text: str) -> list[int]:
        """The values of the atoms of a folded text, in order."""
        return [value for value, _ in self._terms(text)]

    def _terms(self, text: str) -> list[tuple[int, bool]]:
        """The values of the atoms, and whether a word ("and") ties each to the one before."""
        plain = re.sub(" +", " ", text)
        found = [match for match in self._reader.finditer(plain) if match[0] in self.atoms]
        ends = [0, *(match.end() for match in found)]
        return [
            (self.atoms[match[0]], bool(plain[end : match.start()].strip(" -")))
            for end, match in zip(ends, found, strict=False)
        ]

    def value(self, text: str) -> int | None:
        """The value of a number in words: "two thousand and fifteen" is 2015."""
        terms = self._terms(text)
        return total([value for value, _ in terms], [tied for _, tied in terms])

    def year(self, text: str) -> int | None:
        """The value of a year in words, pairs of tens too: "nineteen ninety-six" is 1996."""
        values = self.values(text)
        if len(values) > 1 and values[0] in _CENTURY_WORDS and all(value < _HUNDRED for value in values):
            lead, rest = values[0], values[1:]
            if lead == 20 and len(rest) > 1 and rest[0] < 10:  # noqa: PLR2004 - "twenty-one hundred" has no pair
                lead, rest = lead + rest[0], rest[1:]
            elif len(rest) == 1 and rest[0] < 10:  # noqa: PLR2004 - "when she is twenty-one"
                return None
            return lead * _HUNDRED + sum(rest)
        found = self.value(text)
        if found is None or not _THOUSAND < found < _LAST_YEAR_IN_WORDS or found % _THOUSAND == 0:
            return None  # "two thousand" counts men more often than it names a year
        return found

    def short_year(self, text: str) -> int | None:
        """The last two figures of a year in words, "fifty-seven"; below twenty they count things."""
        found = self.value(text)
        return found if found is not None and _FIRST_SHORT_YEAR <= found < _HUNDRED else None


def total(values: Iterable[int], tied: Iterable[bool] = ()) -> int | None:
    """Adds and multiplies atoms: 2, 1000, 15 is 2015; 19, 100, 93 is 1993; None for none.

    A thousand that "and" ties to what stands before is added: Arabic counts upwards, "2, 80, 300 and 1000".
    """
    result, current, seen = 0, 0, False
    for value, added in zip_longest(values, tied, fillvalue=False):
        seen = True
        if value >= _THOUSAND and added:
            result += value
        elif value >= _THOUSAND:
            result, current = result + max(current, 1) * value, 0
        elif value == _HUNDRED and 0 < current < _HUNDRED:
            current *= _HUNDRED
        else:
            current += value
    return result + current if seen else None


def roman(text: str) -> int | None:
    """The value of a Roman numeral in lower case; None when it is not written by the rules."""
    text = text.translate(_TYPED_AS)
    if not text or not _ROMAN.fullmatch(text):
        return None
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def han(text: str) -> int | None:
    """The value of a Han numeral, by powers ("二千零八", "三十一") or digit by digit ("二〇〇八")."""
    if not text or any(char not in _HAN_DIGITS and char not in _HAN_POWERS for char in text):
        return None
    if not any(char in _HAN_POWERS or char in "廿卅" for char in text):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    result, current = 0, 0
    for char in text:
        if char in _HAN_POWERS:
            result, current = result + max(current, 1) * _HAN_POWERS[char], 0
        elif char in "廿卅":
            result += _HAN_DIGITS[char]
        else:
            current = _HAN_DIGITS[char]
    return result + current


_HEBREW = {letter: value for value, letter in enumerate("אבגדהוזחט", 1)}
_HEBREW |= {letter: 10 * value for value, letter in enumerate("יכלמנסעפצ", 1)}
_HEBREW |= {letter: 100 * value for value, letter in enumerate("קרשת", 1)}
_HEBREW |= {"ך": 20, "ם": 40, "ן": 50, "ף": 80, "ץ": 90}
_SIXTH_THOUSAND = 5000


def hebrew(text: str) -> int:
    """The sum of Hebrew letters used as a numeral: "כ״ה" is 25; marks between them say nothing."""
    return sum(_HEBREW.get(char, 0) for char in text)


def hebrew_year(text: str) -> int:
    """A year in Hebrew letters, of the sixth thousand: "תש״ח" and "ה׳תש״ח" are 5708."""
    plain = "".join(char for char in text if char in _HEBREW)
    return _SIXTH_THOUSAND + hebrew(plain.removeprefix("ה") if len(plain) > 1 else plain)
