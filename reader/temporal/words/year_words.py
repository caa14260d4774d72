"""Years, decades, centuries and seasons in the words of a catalogue: "44 BCE", "1990s", "late 19th century".

In: astronomical years. Out: short text. Below the window's dates and the sentences that explain them, so that
both say the same. Ordinals are CLDR's, their forms stand in the catalogues.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reader.sentences import Sentences

YEARS_A_CENTURY = 100
_YEARS_A_DECADE = 10
_PARTS = {
    (0, 19): "early",
    (40, 59): "mid",
    (80, 99): "late",
}  # other years of a century are said by their ends


@dataclass(frozen=True)
class YearWords:
    """The words for years in the language of `sentences`."""

    sentences: Sentences

    def year(self, year: int) -> str:
        """An astronomical year as people count: 1945, and "44 BCE" for -43."""
        return str(year) if year > 0 else self.sentences("timeline_view.bce", year=1 - year)

    def decade(self, first: int) -> str:
        """The decade that begins with a year of our era."""
        return self.sentences("date_words.decade", year=first)

    def century(self, year: int) -> str:
        """The century an astronomical year lies in; centuries begin with their year 1: 1901, 2001."""
        number, era = century_of(year)
        form = ORDINAL_RULES.get(self.sentences.language, _other)(number)
        words = self.sentences(f"timeline_view.century_{form}", number=number, roman=roman(number))
        return words if era > 0 else self.sentences("timeline_view.bce", year=words)

    def part_of_century(self, first: int, last: int) -> str:
        """The century that some years are, or a part of it that has a name; "" for other years."""
        number, era = century_of(first)
        if century_of(last) != (number, era):
            return ""
        begin = (number - 1) * YEARS_A_CENTURY + 1 if era > 0 else 1 - number * YEARS_A_CENTURY
        end = begin + YEARS_A_CENTURY - 1
        if (first, last) == (begin, end):
            return self.century(first)
        name = _PARTS.get((first - begin, last - begin))
        return self.sentences(f"date_words.century_part.{name}", century=self.century(first)) if name else ""

    def season(self, code: int, year: int) -> str:
        """A season of a year, by its code in EDTF: 21 is spring."""
        return self.sentences(f"date_words.season.s{code}", year=self.year(year))


def century_of(year: int) -> tuple[int, int]:
    """Number of the century and 1 (CE) or -1 (BCE)."""
    if year > 0:
        return (year - 1) // YEARS_A_CENTURY + 1, 1
    return -year // YEARS_A_CENTURY + 1, -1


def is_decade(first: int, last: int) -> bool:
    """Whether some years are a decade of our era, counted as people do: 1990–1999."""
    return first > 0 and first % _YEARS_A_DECADE == 0 and last - first == _YEARS_A_DECADE - 1


def roman(number: int) -> str:
    """A positive number in Roman numerals, as French writes its centuries."""
    text = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += letters * (number // value)
        number %= value
    return text


def english_ordinal(number: int) -> str:
    """The category of a number in a row, CLDR 47, `en`: 1st, 2nd, 3rd, 4th."""
    if number % 100 in range(11, 14):
        return "other"
    return {1: "one", 2: "two", 3: "few"}.get(number % 10, "other")


def french_ordinal(number: int) -> str:
    """The category of a number in a row, CLDR 47, `fr`: 1er, 2e."""
    return "one" if number == 1 else "other"


def _other(_number: int) -> str:
    return "other"


ORDINAL_RULES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {"en": english_ordinal, "fr": french_ordinal}
)
