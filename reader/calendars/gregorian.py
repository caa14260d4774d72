"""Gregorian calendar (CLDR key: gregorian), proleptic, with astronomical years: 0 is 1 BCE, -43 is 44 BCE.

In: year, month, day, any year. Out: day numbers, and ISO 8601 weeks. The arithmetic is Python's `datetime`,
which stops at years 1 and 9999; so a year beyond is moved by whole cycles of 400 years (146,097 days, 20,871
weeks), after which weekdays, leap years and ISO weeks repeat exactly.

Sources: ISO 8601-1:2019; known pairs from Reingold & Dershowitz, Calendrical Calculations, 4th ed.,
appendix C.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date

from reader.calendars.calendar import Calendar, DayNumber, ImpossibleDateError

CYCLE_YEARS = 400
CYCLE_DAYS = 146_097
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
FEBRUARY = 2


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    # Years 1 … 400 stand for every cycle; the first is year 1, hence the shift by one.
    cycles, year_of_cycle = divmod(year - 1, CYCLE_YEARS)
    try:
        return date(year_of_cycle + 1, month, day).toordinal() + cycles * CYCLE_DAYS
    except ValueError as error:
        raise ImpossibleDateError(f"gregorian: no such date {year}-{month}-{day}") from error


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    cycles, day_of_cycle = divmod(day_number - 1, CYCLE_DAYS)
    found = date.fromordinal(day_of_cycle + 1)
    return found.year + cycles * CYCLE_YEARS, found.month, found.day


def iso_day(day_number: DayNumber) -> str:
    """A day as ISO 8601 writes it, with astronomical years: "2025-08-16", "-0043-03-15"."""
    year, month, day = from_day_number(day_number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: the month is not 1 … 12.
    """
    if not 1 <= month <= len(MONTH_LENGTHS):
        raise ImpossibleDateError(f"gregorian: no such month {year}-{month}")
    return MONTH_LENGTHS[month - 1] + (month == FEBRUARY and isleap(year))


def months_in_year(_year: int) -> int:
    """Twelve."""
    return len(MONTH_LENGTHS)


def weekday(day_number: DayNumber) -> int:
    """The ISO weekday of a day, 1 = Monday … 7 = Sunday."""
    # Day number 1, 1 January of year 1, is a Monday.
    return (day_number - 1) % 7 + 1


def from_iso_week(year: int, week: int, iso_weekday: int = 1) -> DayNumber:
    """The day number of an ISO week date: (2025, 34, 2) is Tuesday 19 August 2025.

    Raises:
        ImpossibleDateError: the ISO year has no such week, or the weekday is not 1 … 7.
    """
    cycles, year_of_cycle = divmod(year - 1, CYCLE_YEARS)
    try:
        # One cycle later: weeks of year 1 may begin before `datetime` does.
        found = date.fromisocalendar(year_of_cycle + 1 + CYCLE_YEARS, week, iso_weekday)
    except ValueError as error:
        raise ImpossibleDateError(f"gregorian: no such week {year}-W{week}-{iso_weekday}") from error
    return found.toordinal() + (cycles - 1) * CYCLE_DAYS


def to_iso_week(day_number: DayNumber) -> tuple[int, int, int]:
    """ISO year, week and weekday of a day number."""
    cycles, day_of_cycle = divmod(day_number - 1, CYCLE_DAYS)
    year, week, iso_weekday = date.fromordinal(day_of_cycle + 1 + CYCLE_DAYS).isocalendar()
    return year + (cycles - 1) * CYCLE_YEARS, week, iso_weekday


def weeks_in_iso_year(year: int) -> int:
    """52 or 53: the week that holds 28 December is the last (ISO 8601-1, 2.2.10)."""
    return to_iso_week(to_day_number(year, 12, 28))[1]


CALENDAR = Calendar(
    key="gregorian",
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    known_pairs=(
        ((-586, 7, 24), -214193),
        ((-168, 12, 5), -61387),
        ((70, 9, 24), 25469),
        ((1013, 4, 25), 369740),
        ((1996, 2, 25), 728714),
        ((0, 12, 31), 0),
        ((1, 1, 1), 1),
    ),
)
