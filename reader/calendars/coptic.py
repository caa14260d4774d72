"""Coptic calendar (CLDR key: coptic), years of the Martyrs.

In: year from 1 (29 August 284, Julian), month, day. Out: day numbers. Twelve months of 30 days and a little
month of five, six before a Julian leap year. The arithmetic is convertdate's.

Sources: CLDR 45, calendar data "coptic"; known pairs from Reingold & Dershowitz, Calendrical Calculations,
4th ed., appendix C, and Nayrouz 1741 (11 September 2024), 1740 (12 September 2023).
"""

from __future__ import annotations

from convertdate import coptic

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "coptic"
MONTHS = 13


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return int(coptic.to_jd(year, month, day) - JULIAN_DAY_OF_DAY_0)


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before the era.
    """
    year, month, day = coptic.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
    if year < 1:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    return year, month, day


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month.
    """
    require(year >= 1 and 1 <= month <= MONTHS, KEY, year, month)
    return int(coptic.month_length(year, month))


def months_in_year(_year: int) -> int:
    """Thirteen."""
    return MONTHS


CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "Tout",
        "Baba",
        "Hator",
        "Kiahk",
        "Toba",
        "Amshir",
        "Baramhat",
        "Baramouda",
        "Bashans",
        "Paona",
        "Epep",
        "Mesra",
        "Nasie",
    ),
    known_pairs=(
        ((1, 1, 1), 103605),
        ((1107, 10, 10), 507850),
        ((1555, 7, 19), 671401),
        ((1660, 1, 26), 709580),
        ((1712, 6, 17), 728714),
        ((1740, 1, 1), 738775),
        ((1741, 1, 1), 739140),
        ((1810, 11, 11), 764652),
    ),
    first_year=1,
)
