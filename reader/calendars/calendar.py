"""What a calendar is: a way to count days, and nothing else.

Every calendar meets the others in one count of days, the *day number* (Rata Die: 1 is 1 January of year 1,
proleptic Gregorian; `date.toordinal()` where that reaches; zero and negative before). Years are the
calendar's own; where it has no year 0 the file says so.

To add a calendar: one file in this folder, named after its key ("french-republican" is french_republican.py),
that ends with `CALENDAR = ...`, with its source and some known date pairs. `registry.py` finds it,
`tests/calendars/test_every_calendar.py` walks it there and back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

DayNumber = int

# Julian day 1721424.5 is the midnight that ends day number 0; libraries of astronomy count from there.
JULIAN_DAY_OF_DAY_0 = 1721424.5


class ImpossibleDateError(ValueError):
    """The calendar has no such day (31 April, 30 February, a year outside its reach)."""


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of a calendar's years that is counted from 1 under a name of its own (Shōwa, Reiwa).

    Attributes:
        key: its name in Latin letters, lower case ("reiwa").
        first_day, last_day: from when till when it ran, both included; None: it still runs.
        first_year: the calendar's own (running) year that is year 1 of the era.
    """

    key: str
    first_day: DayNumber
    last_day: DayNumber | None
    first_year: int

    def running_year(self, year: int) -> int:
        """The calendar's own year for a year of the era: Shōwa 64 is 1989.

        A year past the era's end is counted on (papers printed before May 2019 plan for Heisei 32); `holds`
        tells whether a day really lay in the era.
        """
        return self.first_year + year - 1

    def holds(self, day_number: DayNumber) -> bool:
        """Whether the era ran on this day."""
        return self.first_day <= day_number and (self.last_day is None or day_number <= self.last_day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as functions over day numbers.

    Attributes:
        key: CLDR key where there is one ("islamic-umalqura"), else the plain name ("julian").
        to_day_number: (year, month, day) -> day number. Raises ImpossibleDateError.
        from_day_number: day number -> (year, month, day). Raises ImpossibleDateError outside its reach.
        days_in_month: (year, month) -> how many days. Raises ImpossibleDateError.
        months_in_year: (year) -> the number of the year's last month. Hebrew months are numbered as in CLDR:
            it is always 13 there, and month 6 (Adar I) is missing from common years.
        month_names: standard names in Latin letters, month 1 first (as many as the longest year has).
        known_pairs: ((year, month, day), day number), each from the source named in the file's head.
        first_year, last_year: its reach, None where unbounded.
        uncertainty_days: by how many days a date may be off from what people wrote (Hijri: 1).
        beyond: key of the calendar that carries on outside the reach, "" where none does.
        eras: in order of time, empty for a calendar whose years run on.
    """

    key: str
    to_day_number: Callable[[int, int, int], DayNumber]
    from_day_number: Callable[[DayNumber], tuple[int, int, int]]
    days_in_month: Callable[[int, int], int]
    months_in_year: Callable[[int], int]
    month_names: tuple[str, ...]
    known_pairs: tuple[tuple[tuple[int, int, int], DayNumber], ...]
    first_year: int | None = None
    last_year: int | None = None
    uncertainty_days: int = 0
    beyond: str = ""
    eras: tuple[Era, ...] = ()

    def reaches(self, year: int) -> bool:
        """Whether the calendar counts this year of its own."""
        return (self.first_year is None or self.first_year <= year) and (
            self.last_year is None or year <= self.last_year
        )


def month_days(calendar: Calendar, year: int, month: int) -> tuple[DayNumber, DayNumber]:
    """First and last day of a month.

    Raises:
        ImpossibleDateError: the calendar has no such month.
    """
    first = calendar.to_day_number(year, month, 1)
    return first, first + calendar.days_in_month(year, month) - 1


def year_days(calendar: Calendar, year: int) -> tuple[DayNumber, DayNumber]:
    """First and last day of a year.

    Raises:
        ImpossibleDateError: the year lies outside the calendar's reach.
    """
    last_month = calendar.months_in_year(year)
    return calendar.to_day_number(year, 1, 1), month_days(calendar, year, last_month)[1]


def era_by_key(calendar: Calendar, key: str) -> Era:
    """The era of this name.

    Raises:
        KeyError: the calendar has none of this name.
    """
    for era in calendar.eras:
        if era.key == key:
            return era
    raise KeyError(key)


def era_of_day(calendar: Calendar, day_number: DayNumber) -> tuple[Era, int] | None:
    """The era a day lies in and its year there; None before the first era or without eras.

    A day on which one era ended and the next began counts to the later.
    """
    for era in reversed(calendar.eras):
        if era.holds(day_number):
            return era, calendar.from_day_number(day_number)[0] - era.first_year + 1
    return None


def require(condition: bool, key: str, year: int, month: int, day: int | None = None) -> None:  # noqa: FBT001 - reads as an assertion
    """Let pass a date that exists.

    Raises:
        ImpossibleDateError: `condition` is false.
    """
    if not condition:
        written = f"{year}-{month}" if day is None else f"{year}-{month}-{day}"
        raise ImpossibleDateError(f"{key}: no such date {written}")
