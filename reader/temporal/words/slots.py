"""The slots every language has: numbers in digits and words, and the words of its tables.

In: a language's tables. Out: per slot its pattern, what it may begin with, and how a matched text becomes a
value. A reader that answers None refuses the match ("32" is no day, "mix" no Roman numeral).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reader.temporal.words.gaps import fill
from reader.temporal.words.numerals import HAN, HAN_YEAR, NumberWords, han, hebrew, hebrew_year, roman
from reader.temporal.words.template import Slot
from reader.temporal.words.trie import alternation

Value = str | int | float | tuple[int, int]
Reader = Callable[[str], Value | None]
DIGITS = frozenset("0123456789")
_HEAD = re.compile(r"\d+|[^\W\d_]+")
_LAST_DAY = 31
_CALENDARS_APART = range(10, 14)
_LAST_DIGIT = 9
_IN_FIGURES = r"(?: ?\(\d{1,5}\))"
_IN_WORDS = r"(?: ?\([^\W\d_]+(?:[ -][^\W\d_]+){0,3}\))"
_ARTICLES = frozenset("oa")  # suffixes of ordinals that are words, too

_PAIR_SIGN = re.compile(" ?[/(] ?")
# "in March 1,200 people", "im März 1,9 Millionen": a number that goes on is no day.
_GOES_ON = r",\d{3}(?!\d)|[.,]\d+ (?:<large_number>)"
# Digits as they stand, each refusing to stop inside a longer number; gaps are filled from `[signs]`.
_NUMERIC = {
    "year": r"[12]\d{3}(?!\d)",
    # "30 January 1648/9": England's year began on 25 March; the second figure is ours.
    "dualyear": r"1[0-7]\d\d/\d{1,2}(?!\d)",
    # A day of both calendars: "5/15 November 1688"; the second is ours.
    "dualday": r"(?:[12]\d|[1-9])\.? ?(?:/ ?(?:3[01]|[12]\d)(?!\d)\.?|\((?:3[01]|[12]\d)\.?\))",
    "earlydecade": r"[1-9][1-9]0(?!\d)",
    "pointyear": r"[12]\.\d{3}(?![\d.,]\d|\d)",  # "el 5 de mayo de 1.986", as old typewriters had it
    "longyear": r"[1-9]\d{3}(?!\d)",
    "anyyear": r"\d{1,4}(?!\d)",
    # A year of three figures; round ones ("200 years") are lengths.
    "earlyyear": r"(?:[1-9]\d[1-9]|[1-9][1-46-9]0)(?!\d)",
    # Lunar and solar Hijri years of modern times, for dates that do not say their calendar.
    "hijriyear": r"1[2-4]\d\d(?!\d)",
    # "18. Juli 10:45" ends with an hour, "am 15. März 95 Jahre alt" with an age.
    "yy": r"\d\d(?!\d|[.:]\d| (?:<counted>)\b)",
    "mm": r"(?:1[0-2]|0?[1-9])(?!\d)",
    "dd": rf"(?:3[01]|[12]\d|0?[1-9])(?!\d|{_GOES_ON})",
    "lonedd": r"(?:3[01]|[12]\d|0?[1-9])(?!\d|[.,:/-]\d)",  # "Wednesday 6", not "Wednesday 6.08."
    "hour": r"(?:2[0-4]|1\d|0?\d)(?!\d)",
    "minute": r"[0-5]\d(?!\d)",
    "hhmm": r"(?:[01]\d|2[0-3])[0-5]\d(?!\d)",
    "second": r"[0-5]\d(?!\d)",
    "n": r"\d{1,2}(?!\d)",
    "m": r"\d{1,2}(?!\d)",
    "weekno": r"(?:5[0-3]|[1-4]\d|0?[1-9])(?!\d)",
    "hundreds": r"1[0-8]00(?!\d)",  # "the 1300s" are a century
    "decade": r"(?:[12]\d\d|[1-9])0(?!\d)",
    "digit": r"\d(?!\d)",
    "lastfigure": r"[1-9](?!\d|[.,:/-]\d)",
}
# Hebrew letters as numerals bear a mark: one after a single letter, two before the last.
_HEBREW_LETTERS = frozenset(map(chr, range(0x5D0, 0x5EB)))
_GEMATRIA = r"[א-טיכל]['׳]|ט[\"״][וז]|[יכל][\"״][א-ט]"
_GEMATRIA_YEAR = r"(?:ה['׳]?)?[ק-ת][א-ת]{0,3}[\"״][א-ת]"
# Years II to XIV as German and English write them, "4. Pluviôse VI"; "I" and "V" are easily words.
_REPUBLICAN_YEAR = r"(?:ii{1,2}|iv|vi{1,3}|ix|xi{0,3}|xiv)(?!\w)"
# Which numeric slots hold four digits and so are as telling as a word.
_FIGURES = {
    **dict.fromkeys(("year", "longyear", "dualyear", "hijriyear", "hhmm"), "4"),
    "anyyear": "1234",
    "earlyyear": "3",
    "earlydecade": "3",
    "decade": "234",
    "hundreds": "4",
    "digit": "1",
    "lastfigure": "1",
    "pointyear": "1",
    "yy": "2",
}
FOUR_DIGITS = frozenset({"year", "hijriyear"})


def _lengths(name: str) -> frozenset[str]:
    """By how many digits a slot of digits may begin: "#4"; so a year tries no rule of days."""
    figures = _FIGURES.get(name, "12")
    return frozenset(f"#{figure}" for figure in figures)


def heads_of(*tables: Iterable[str], glued: bool = False) -> frozenset[str] | None:
    """The first whole words of some words, "#" for digits; None where words are written together."""
    if glued:
        return None
    heads = (_HEAD.search(word) for table in tables for word in table)
    return frozenset("#" if head[0].isdigit() else head[0] for head in heads if head)


def _parts(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts, "#" for digits."""
    parts = (part for text in texts for part in _HEAD.findall(text))
    return frozenset("#" if part[0].isdigit() else part for part in parts)


def _whole(*tables: Iterable[str]) -> frozenset[str]:
    """Those that are one word, and "#"."""
    parts = (_HEAD.findall(text) for table in tables for text in table)
    return frozenset(found[0] for found in parts if len(found) == 1) | {"#"}


def _longer(*tables: Iterable[str]) -> list[str]:
    """Those of several words."""
    return [text for table in tables for text in table if len(_HEAD.findall(text)) > 1]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of words: folded word -> value.

    `spawns`: its words make the engine look around them. `paired`: two words that mean the same may be one,
    "آب/أغسطس", "تموز (يوليو)".
    """

    values: Mapping[str, Value]
    spawns: bool
    paired: bool = False

    def slot(self) -> Slot:
        """The slot that its words fill."""
        first = frozenset(word[0] for word in self.values)
        return Slot(
            cache(self._pattern),  # a table stands in dozens of rules
            first,
            self.spawns,
            heads_of(self.values),
            _whole(self.values),
            lambda: _longer(self.values),
            lambda: _parts(self.values) if self.paired else frozenset(),
        )

    def _pattern(self) -> str:
        words = alternation(self.values)
        return rf"(?:{words})(?: ?/ ?(?:{words})| ?\((?:{words})\))?" if self.paired else words

    def read(self, text: str) -> Value | None:
        """The value of a matched text; None where a pair does not agree."""
        plain = " ".join(text.split())
        if not self.paired or plain in self.values:
            return self.values.get(plain)
        said = {self.values.get(word) for word in _PAIR_SIGN.split(plain.rstrip(")"))}
        return said.pop() if len(said) == 1 else None


def _number(text: str) -> int | None:
    old, stroke, new = text.partition("/")
    if stroke:
        year = int(old) + 1
        return year if str(year).endswith(new) else None
    return int(text)


def _day_of_both(text: str) -> int | None:
    """Our day where two figures are as far apart as the calendars were from 1582 on: 10 to 13 days."""
    julian, day = map(int, re.findall(r"\d+", text))
    return day if day - julian in _CALENDARS_APART else None


def _year_with_point(text: str) -> int:
    return int(text.replace(".", ""))


def _century(text: str) -> int:
    return int(text) // 100 + 1


_READERS: Mapping[str, Reader] = {
    "hundreds": _century,
    "dualday": _day_of_both,
    "pointyear": _year_with_point,
}


def number_value(text: str) -> float | None:
    """A number in digits; thousands may be set apart, decimals follow a dot or comma."""
    plain = text.partition("(")[0].replace(" ", "").replace("'", "")
    head, mark, tail = plain.rpartition("." if "." in plain else ",")
    if mark and (len(tail) != 3 or head == "0"):  # noqa: PLR2004 - three digits after the mark are thousands
        return float(f"{head.replace(',', '').replace('.', '')}.{tail}")
    plain = plain.replace(",", "").replace(".", "")
    return float(plain) if plain else None


@dataclass(frozen=True, slots=True)
class SlotMaker:
    """Makes the built-in slots of one language from its numbers.

    Attributes:
        words: its number words; None where it lists none.
        ordinals: folded ordinal words -> value.
        day_suffixes, ordinal_suffixes: what may follow the digits ("er", "st", ".", "日").
        signs: what fills the gaps of patterns (`gaps.py`).
        han_numerals: numbers may be in Han numerals.
    """

    words: NumberWords | None
    ordinals: Mapping[str, int]
    day_suffixes: tuple[str, ...]
    ordinal_suffixes: tuple[str, ...]
    signs: Mapping[str, tuple[str, ...]]
    han_numerals: bool = False

    def slots(self) -> dict[str, tuple[Slot, Reader]]:
        """Every built-in slot and its reader."""
        found: dict[str, tuple[Slot, Reader]] = {
            name: (
                Slot(
                    lambda pattern=pattern: fill(pattern, self.signs),  # type: ignore[misc] # a default
                    DIGITS,
                    spawns=True,
                    heads=_lengths(name),
                    inside=lambda pattern=pattern: frozenset("#" * ("/" in pattern)),  # type: ignore[misc] # a default
                ),
                _READERS.get(name, _number),
            )
            for name, pattern in _NUMERIC.items()
        }
        found["roman"] = (
            Slot(lambda: r"[ivxlcхі]{1,7}", frozenset("ivxlcхі"), spawns=False, inside=frozenset),
            roman,
        )
        found["republicanyear"] = (
            Slot(lambda: _REPUBLICAN_YEAR, frozenset("ivx"), spawns=False, inside=frozenset),
            roman,
        )
        found["gematria"] = (Slot(lambda: _GEMATRIA, _HEBREW_LETTERS, spawns=False), hebrew)
        found["gematriayear"] = (Slot(lambda: _GEMATRIA_YEAR, _HEBREW_LETTERS, spawns=False), hebrew_year)
        number_first = self._first(DIGITS, self._atoms())
        found["number"] = (
            Slot(
                cache(self._number_pattern),  # these three stand in dozens of rules
                number_first,
                spawns=False,
                heads=self._heads(self._atoms()),
                whole=self._alone(self._atoms()),
                phrases=lambda: _longer(self._atoms()),
                inside=lambda: self._spoken() | {"#"},
            ),
            self._number,
        )
        found["ordinal"] = (
            Slot(
                cache(self._ordinal_pattern),
                self._first(DIGITS, self.ordinals),
                spawns=False,
                heads=self._heads(self.ordinals),
                whole=self._alone(self.ordinals),
                phrases=lambda: _longer(self.ordinals),
                inside=lambda: _parts(self.ordinal_suffixes),
            ),
            self._ordinal,
        )
        found["day"] = (
            Slot(
                cache(self._day_pattern),
                self._first(DIGITS, self.ordinals, self._atoms()),
                spawns=False,
                heads=self._heads(self.ordinals, self._atoms()),
                whole=self._alone(self.ordinals, self._atoms()),
                phrases=lambda: _longer(self.ordinals, self._atoms()),
                inside=lambda: self._spoken() | _parts(self.day_suffixes),
            ),
            self._day,
        )
        if self.words:
            words = self.words
            found["numberword"] = (self._spelt(lambda: words.pattern), words.value)
            found["yearword"] = (self._spelt(lambda: words.compound, spawns=True), words.year)
            found["yyword"] = (self._spelt(lambda: words.pattern), words.short_year)
        if self.han_numerals:
            first = frozenset(HAN)
            found["han"] = (Slot(lambda: f"[{HAN}]{{1,7}}", first, spawns=False), han)
            found["hanyear"] = (Slot(lambda: HAN_YEAR, first, spawns=False), han)
        return found

    def _spelt(self, pattern: Callable[[], str], *, spawns: bool = False) -> Slot:
        """A number in words, as far as `pattern` lets it go."""
        atoms = self._atoms()
        return Slot(
            pattern,
            self._first(frozenset(), atoms),
            spawns=spawns,
            heads=self._heads(atoms),
            whole=self._alone(atoms),
            phrases=lambda: _longer(atoms),
            inside=self._spoken,
        )

    def _atoms(self) -> Mapping[str, int]:
        return self.words.atoms if self.words else {}

    def _spoken(self) -> frozenset[str]:
        """What may come second in a number in words: its other parts, beginnings where they are glued."""
        joiners = self.words.joiners if self.words else ()
        parts = _parts((*self._atoms(), *joiners))
        glued = any(joiner == "" or _HEAD.match(joiner) or _HEAD.match(joiner[-1]) for joiner in joiners)
        return frozenset(f"{part}…" for part in parts) if glued else parts

    @property
    def _glued(self) -> bool:
        return self.han_numerals or (self.words is not None and "" in self.words.joiners)

    def _alone(self, *tables: Mapping[str, int]) -> frozenset[str] | None:
        return None if self._glued else _whole(*tables)

    def _heads(self, *tables: Mapping[str, int]) -> frozenset[str] | None:
        found = heads_of(*tables, glued=self._glued)
        return None if found is None else found | {"#"}

    def _first(self, chars: frozenset[str], *tables: Mapping[str, int]) -> frozenset[str]:
        han_first = frozenset(HAN) if self.han_numerals else frozenset[str]()
        return chars | han_first | frozenset(word[0] for table in tables for word in table)

    def _number_pattern(self) -> str:
        # Contracts say a number twice: "thirty (30) days", "30 (trente) jours".
        options = [
            r"\d{1,3}(?:[ ,.']\d{3}){1,3}(?!\d)",
            rf"\d{{1,6}}(?:[.,]\d{{1,2}})?(?!\d){_IN_WORDS}?",
        ]
        if self.words:
            options.append(f"{self.words.pattern}{_IN_FIGURES}?")
        if self.han_numerals:
            options.append(f"[{HAN}]{{1,7}}")
        return "|".join(options)

    def _number(self, text: str) -> float | None:
        if text[0].isdigit():
            return number_value(text)
        if self.han_numerals and text[0] in HAN:
            return han(text)
        return self.words.value(text) if self.words else None

    def _ordinal_pattern(self) -> str:
        options = []
        if self.ordinal_suffixes:
            # "13 O Século" is a newspaper in a note.
            tied = [one for one in self.ordinal_suffixes if one in _ARTICLES]
            loose = [one for one in self.ordinal_suffixes if one not in _ARTICLES]
            options += [rf"\d{{1,3}}{alternation(tied)}"] if tied else []
            options += [rf"\d{{1,3}} ?{alternation(loose)}"] if loose else []
        if self.ordinals:
            options.append(alternation(self.ordinals))
        return "|".join(options) or r"\d{1,3}(?!\d)"

    def _ordinal(self, text: str) -> int | None:
        if text[0].isdigit():
            return int("".join(char for char in text if char.isdigit()))
        return self.ordinals.get(" ".join(text.split()))

    def _day_pattern(self) -> str:
        suffix = f"(?: ?{alternation(self.day_suffixes)})?" if self.day_suffixes else ""
        options = [fill(rf"(?:3[01]|[12]\d|0?[1-9])(?!\d|{_GOES_ON}){suffix}", self.signs)]
        words = [word for word, value in self.ordinals.items() if 1 <= value <= _LAST_DAY]
        words += self._day_words()
        if words:
            options.append(alternation(words))
        if self.han_numerals:
            options.append(f"[{HAN}]{{1,3}}")
        return "|".join(options)

    def _day_words(self) -> list[str]:
        """The cardinal words of 1 … 31, so that "twenty one two thousand" stops at the day."""
        if not self.words:
            return []
        atoms, joiners = self.words.atoms, self.words.joiners
        found = [word for word, value in atoms.items() if 1 <= value <= _LAST_DAY]
        units = [word for word, value in atoms.items() if 1 <= value <= _LAST_DIGIT]
        tens = [word for word, value in atoms.items() if value in {20, 30}]
        pairs = [(one, two) for one in tens for two in units] + [(two, one) for one in tens for two in units]
        compounds = (one + joiner + two for one, two in pairs for joiner in joiners)
        return found + [word for word in compounds if self.words.value(word) in range(21, _LAST_DAY + 1)]

    def _day(self, text: str) -> int | None:
        if text[0].isdigit():
            return int(text[:2]) if text[1:2].isdigit() else int(text[0])
        value = self.ordinals.get(" ".join(text.split()))
        if value is None and self.han_numerals and text[0] in HAN:
            value = han(text)
        if value is None and self.words:
            value = self.words.value(text)
        return value if value is not None and 1 <= value <= _LAST_DAY else None
