"""Dates in the words of the interface: "16 août 2025", "avril 2025", "44 av. J.-C.", "25 Safar 1447 H".

In: day numbers, or an `EventDate`. Out: short text. Names and order of the parts are CLDR's; like eras,
centuries and Hijri months they stand in the catalogues: through Babel they cost the window 6 MB and 20 ms. A
date is never said more exactly than it is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import floor
from types import MappingProxyType

from reader.calendars.gregorian import from_day_number
from reader.temporal.words.year_words import YearWords, is_decade
from reader.text_direction import is_right_to_left, isolated
from reader.timeline.model import Event, EventDate

MONTHS_A_YEAR = 12
JULIAN = "julian"
HIJRI = "islamic"  # the CLDR keys of all Hijri calendars begin so

# "Avant le 16 août", but "avant 1789": days have an article in some languages.
_DAYS = frozenset({"day", "week", "hour", "minute", "second", "part_of_day"})
_LONG = frozenset({"decade", "century", "millennium"})  # named as such, never by their first and last year
_SEASONS = MappingProxyType({3: 21, 6: 22, 9: 23, 12: 24})  # first month -> code of EDTF

Parts = tuple[int, int, int]


@dataclass(frozen=True)
class DateWords(YearWords):
    """The words for dates in the language of `sentences`."""

    def month(self, month: int, width: str = "wide") -> str:
        """A month's name; `width` is CLDR's "wide" or "abbreviated"."""
        return self.sentences(f"date_words.month_{width}.m{month}")

    def month_and_year(self, year: int, month: int, width: str = "wide") -> str:
        """Like "août 2025"."""
        return self.sentences(
            "date_words.month_and_year", month=self.month(month, width), year=self.year(year)
        )

    def rough(self, day: float, *, in_years: bool) -> str:
        """The year of a day, or its month and year."""
        year, month, _ = from_day_number(floor(day))
        return self.year(year) if in_years else self.month_and_year(year, month, "abbreviated")

    def weekday(self, weekday: int) -> str:
        """A weekday's short name, 0 = Monday."""
        return self.sentences(f"date_words.weekday.d{weekday}")

    def day(self, parts: Parts, day: str = "") -> str:
        """Like "16 août 2025"; `day` stands for the day of the month where a range does ("12–19")."""
        month = self.month(parts[1], "abbreviated")
        return self.sentences(
            "date_words.day", day=day or self.number(parts[2]), month=month, year=self.year(parts[0])
        )

    def number(self, day: int) -> str:
        """The number of a day in its month: "2", but "1er mai"."""
        return self.sentences("date_words.first_day") if day == 1 else str(day)

    def iso(self, day: str) -> str:
        """A day of ISO 8601 ("2025-08-16", "-0043-03-15") like "16 août 2025"."""
        year, month, number = day.rsplit("-", 2)
        return self.day((int(year), int(month), int(number)))

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
        if date.calendar == JULIAN and re.fullmatch(r"-?\d+-\d\d-\d\d", date.original):
            return f"{self.iso(date.original)} ({self.sentences('calendar_name.julian')})"
        if not date.calendar.startswith(HIJRI) or not re.fullmatch(r"\d+(-\d\d){0,2}", date.original):
            return self._as_written(date)
        year, *rest = (int(part) for part in date.original.split("-"))
        words = [self.hijri_year(year)]
        words[:0] = [self.hijri_month(part) for part in rest[:1] if 1 <= part <= MONTHS_A_YEAR]
        words[:0] = [self.number(part) for part in rest[1:]]
        return " ".join(words)

    def date(self, date: EventDate) -> str:
        """An event's date in Gregorian words, exactly as known; open, rough and doubtful ones said so."""
        return f"{self._sure(date)} (?)" if date.uncertain else self._sure(date)

    def _sure(self, date: EventDate) -> str:
        first, last = date.first_day, date.last_day
        if first is None and last is None:
            return self._as_written(date)
        if first is not None and last is not None:
            words, bound = self._season(date) or self._interval(first, last, date.grain), date.bound
        else:
            known = last if last is not None else first
            words = self._end(known or 0, date.grain)
            # What is foreseen by a year is open; what was so by then is that year.
            bound = {"by": "foreseen", "": "until" if first is None else "from"}.get(date.bound, date.bound)
        if not bound:
            return self._bounded("about", words, date) if date.approximate else words
        if date.approximate:
            words = self.sentences("date_words.about_in_bound", date=words)
        return self._bounded(bound, words, date)

    def _as_written(self, date: EventDate) -> str:
        """The document's own words, kept together among words that run the other way."""
        runs_left = self.sentences.is_right_to_left
        is_foreign = is_right_to_left(date.as_written, otherwise=runs_left) != runs_left
        return isolated(date.as_written) if is_foreign else date.as_written

    def years_alone(self, date: EventDate) -> str:
        """Of days, months or a season the year, or the first and last, where a label has room for no more.

        "" for other dates.
        """
        first, last = date.first_day, date.last_day
        is_rough = date.bound or date.approximate or date.uncertain or date.grain in _LONG
        if first is None or last is None or is_rough:
            return ""
        return self._years(from_day_number(first)[0], from_day_number(last)[0], date.grain)

    def all_dates(self, event: Event) -> str:
        """The date in Gregorian words, then as every other calendar the text gives has it."""
        others = [
            self.original(date) for date in (event.date, *event.other_dates) if date.calendar != "gregorian"
        ]
        return " · ".join(dict.fromkeys([self.date(event.date), *filter(None, others)]))

    def forms(self, event: Event) -> tuple[str, ...]:
        """The date in ever fewer words, one form at least: with other calendars, alone, its year."""
        return tuple(dict.fromkeys((self.all_dates(event), *self.short_forms(event.date))))

    def short_forms(self, date: EventDate) -> tuple[str, ...]:
        """A date alone, and in fewer words its year where it has one."""
        return tuple(dict.fromkeys(filter(None, (self.date(date), self.years_alone(date)))))

    def _bounded(self, bound: str, words: str, date: EventDate) -> str:
        """The words with what bounds them: languages lead up to a day, a year and a century unlike."""
        if date.grain in _DAYS:
            return self.sentences(f"date_words.bound_day.{bound}", date=words)
        if date.first_day is not None and date.last_day is not None:
            first, last = (from_day_number(day)[0] for day in (date.first_day, date.last_day))
            if date.grain == "century" and self.part_of_century(first, last):
                return self.sentences(f"date_words.bound_century.{bound}", date=words)
            if date.grain == "decade" and is_decade(first, last):
                return self.sentences(f"date_words.bound_decade.{bound}", date=words)
        return self.sentences(f"date_words.bound.{bound}", date=words)

    def _end(self, day: int, grain: str) -> str:
        """The end of an open interval, said in its grain: the first or last day of a year is that year."""
        year, month, _ = parts = from_day_number(day)
        sides = from_day_number(day - 1), from_day_number(day + 1)
        if grain not in {"day", "week", "month"} and any(side[0] != year for side in sides):
            return self.year(year)
        if grain != "day" and any(side[1] != month for side in sides):
            return self.month_and_year(year, month)
        return self.day(parts)

    def _season(self, date: EventDate) -> str:
        """A season by its name, "" for other dates; where a bound leads up to it, its months are said."""
        if date.grain != "season" or date.bound or date.first_day is None:
            return ""
        year, month, day = from_day_number(date.first_day)
        return self.season(_SEASONS[month], year) if day == 1 and month in _SEASONS else ""

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
            words = self.day(start, f"{self.number(start[2])}–{end[2]}")
        else:
            words = f"{self.day(start)} – {self.day(end)}"
        return words

    def _years(self, first: int, last: int, grain: str) -> str:
        if first == last:
            return self.year(first)
        if grain == "century" and (words := self.part_of_century(first, last)):
            return words
        if grain == "decade" and is_decade(first, last):
            return self.decade(first)
        if last <= 0:
            return self.sentences("timeline_view.bce", year=f"{1 - first}–{1 - last}")
        return f"{self.year(first)}–{self.year(last)}"
