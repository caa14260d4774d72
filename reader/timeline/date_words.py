"""Dates in the words of the interface: "16 août 2025", "avril 2025", "44 av. J.-C.", "25 Safar 1447 H".

In: day numbers, or an `EventDate`. Out: short text. Names and order of the parts are CLDR's (through Babel,
loaded when first asked, 40 ms); eras, centuries and Hijri months stand in the catalogues, since Babel carries
no Hijri months. A date is never said more exactly than it is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from math import floor
from typing import Any

from reader.calendars.gregorian import from_day_number
from reader.sentences import Sentences
from reader.timeline.model import Event, EventDate

YEARS_A_CENTURY = 100
MONTHS_A_YEAR = 12
HIJRI = "islamic"  # the CLDR keys of all Hijri calendars begin so

Parts = tuple[int, int, int]
_PATTERN_PART = re.compile(r"MMMM?|y|d")


@dataclass(frozen=True)
class DateWords:
    """The words for dates in the language of `sentences`."""

    sentences: Sentences

    @cached_property
    def _locale(self) -> Any:
        from babel import Locale  # noqa: PLC0415 - 40 ms, not wanted before the first page is on the screen

        return Locale.parse(self.sentences.language, sep="-")

    @cached_property
    def _month_names(self) -> dict[tuple[str, str], tuple[str, ...]]:
        return {
            (context, width): tuple(str(table[width][month]) for month in range(1, MONTHS_A_YEAR + 1))
            for context, table in ((key, self._locale.months[key]) for key in ("format", "stand-alone"))
            for width in ("abbreviated", "wide")
        }

    @cached_property
    def first_weekday(self) -> int:
        """The day a week begins with here, 0 = Monday."""
        return int(self._locale.first_week_day)

    def year(self, year: int) -> str:
        """An astronomical year as people count: 1945, and "44 BCE" for -43."""
        return str(year) if year > 0 else self.sentences("timeline_view.bce", year=1 - year)

    def month(self, month: int, width: str = "wide") -> str:
        """A month's name standing alone; `width` is CLDR's "wide" or "abbreviated"."""
        return self._month_names["stand-alone", width][month - 1]

    def month_and_year(self, year: int, month: int, width: str = "wide") -> str:
        """Like "août 2025"."""
        pattern = str(self._locale.datetime_skeletons["yMMM"])
        return self._filled(pattern, (year, month, 1), str(1), width)

    def rough(self, day: float, *, in_years: bool) -> str:
        """The year of a day, or its month and year."""
        year, month, _ = from_day_number(floor(day))
        return self.year(year) if in_years else self.month_and_year(year, month, "abbreviated")

    def weekday(self, weekday: int) -> str:
        """A weekday's short name, 0 = Monday."""
        return str(self._locale.days["stand-alone"]["abbreviated"][weekday])

    def day(self, parts: Parts, day: str = "") -> str:
        """Like "16 août 2025"; `day` stands for the day of the month where a range does ("12–19")."""
        return self._filled(
            str(self._locale.datetime_skeletons["yMMMd"]), parts, day or str(parts[2]), "abbreviated"
        )

    def century(self, year: int) -> str:
        """The century an astronomical year lies in; centuries begin with their year 1: 1901, 2001."""
        number, era = century_of(year)
        form = self._locale.ordinal_form(number)
        words = self.sentences(f"timeline_view.century_{form}", number=number, roman=roman(number))
        return words if era > 0 else self.sentences("timeline_view.bce", year=words)

    def era(self, year: int) -> str:
        """The era of an astronomical year in long words."""
        return self.sentences("timeline_view.era_ce" if year > 0 else "timeline_view.era_bce")

    def hijri_month(self, month: int) -> str:
        """The name of a Hijri month."""
        return self.sentences(f"timeline_view.hijri_month.m{month}")

    def hijri_year(self, year: int) -> str:
        """Like "1447 AH"."""
        return self.sentences("timeline_view.hijri_year", year=year)

    def original(self, date: EventDate) -> str:
        """A date of another calendar in words, like "25 Safar 1447 AH"; as written where we have none."""
        if not date.calendar.startswith(HIJRI) or not re.fullmatch(r"\d+(-\d\d){0,2}", date.original):
            return date.as_written
        year, *rest = (int(part) for part in date.original.split("-"))
        words = [self.hijri_year(year)]
        words[:0] = [self.hijri_month(part) for part in rest[:1] if 1 <= part <= MONTHS_A_YEAR]
        words[:0] = [str(part) for part in rest[1:]]
        return " ".join(words)

    def date(self, date: EventDate) -> str:
        """An event's date in Gregorian words, as exactly as it is known, open and rough ones said so."""
        first, last = date.first_day, date.last_day
        if first is None and last is None:
            return date.as_written
        if first is None or last is None:
            key = "timeline_view.until" if first is None else "timeline_view.since"
            known = last if first is None else first
            words = self.sentences(key, date=self._end(known or 0, is_last=first is None, grain=date.grain))
        else:
            words = self._interval(first, last, date.grain)
        return self.sentences("timeline_view.about", date=words) if date.approximate else words

    def all_dates(self, event: Event) -> str:
        """The date in Gregorian words, then as every other calendar the text gives has it."""
        others = [
            self.original(date) for date in (event.date, *event.other_dates) if date.calendar != "gregorian"
        ]
        return " · ".join(dict.fromkeys([self.date(event.date), *filter(None, others)]))

    def _end(self, day: int, *, is_last: bool, grain: str) -> str:
        """One end of an open interval, said in its grain: the last day of a year is that year."""
        year, month, _ = parts = from_day_number(day)
        other = from_day_number(day + 1 if is_last else day - 1)
        if grain not in {"day", "week", "month"} and other[0] != year:
            return self.year(year)
        if grain != "day" and other[1] != month:
            return self.month_and_year(year, month)
        return self.day(parts)

    def _interval(self, first: int, last: int, grain: str) -> str:
        start, end = from_day_number(first), from_day_number(last)
        if first == last:
            words = self.day(start)
        elif start[1:] == (1, 1) and from_day_number(last + 1)[1:] == (1, 1):
            words = self._years(start[0], end[0], grain)
        elif start[2] == 1 and from_day_number(last + 1)[2] == 1:
            low, high = self.month_and_year(*start[:2]), self.month_and_year(*end[:2])
            words = low if low == high else f"{low} – {high}"
        elif start[:2] == end[:2]:
            words = self.day(start, f"{start[2]}–{end[2]}")
        else:
            words = f"{self.day(start)} – {self.day(end)}"
        return words

    def _years(self, first: int, last: int, grain: str) -> str:
        if first == last:
            return self.year(first)
        if grain == "century" and century_of(first) == century_of(last):
            return self.century(first)
        if last <= 0:
            return self.sentences("timeline_view.bce", year=f"{1 - first}–{1 - last}")
        return f"{self.year(first)}–{self.year(last)}"

    def _filled(self, pattern: str, parts: Parts, day: str, width: str) -> str:
        names = self._month_names["format", width]
        filled = {"y": self.year(parts[0]), "d": day}
        return _PATTERN_PART.sub(lambda match: filled.get(match[0], names[parts[1] - 1]), pattern)


def century_of(year: int) -> tuple[int, int]:
    """Number of the century and 1 (CE) or -1 (BCE)."""
    if year > 0:
        return (year - 1) // YEARS_A_CENTURY + 1, 1
    return -year // YEARS_A_CENTURY + 1, -1


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
