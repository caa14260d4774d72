"""Umm al-Qura (CLDR key: islamic-umalqura), the official Hijri calendar of Saudi Arabia.

In: Hijri year 1343 … 1500, month, day. Out: day numbers (1 August 1924 … 16 November 2077). Its months follow
no formula: hijridate carries the published table. Outside the table `islamic-civil` carries on (`beyond`);
`registry.calendar_for` gives whichever counts a year, and its key tells which it was.

Sources: hijridate, after R.H. van Gent, The Umm al-Qura Calendar of Saudi Arabia; known pairs: the official
1 Shawwal 1444 (21 April 2023), 1 Ramadan 1445 (11 March 2024), 1 Muharram 1446 (7 July 2024), a letter
dated both 25 Safar 1447 and 19 August 2025, and the ends of the table.
"""

from __future__ import annotations

from hijridate import Gregorian, Hijri
from hijridate.ummalqura import HIJRI_RANGE

from reader.calendars.calendar import Calendar, DayNumber, ImpossibleDateError
from reader.calendars.islamic_civil import CALENDAR as ISLAMIC_CIVIL

KEY = "islamic-umalqura"
# The day before year 1 in hijridate's count of Julian days (whole days, from noon).
JULIAN_DAY_NUMBER_OF_DAY_0 = 1721425


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a Hijri date.

    Raises:
        ImpossibleDateError: there is no such day, or the year lies outside the table.
    """
    try:
        return Hijri(year, month, day).to_julian() - JULIAN_DAY_NUMBER_OF_DAY_0
    except (ValueError, OverflowError) as error:
        raise ImpossibleDateError(f"{KEY}: no such date {year}-{month}-{day}") from error


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Hijri year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies outside the table.
    """
    try:
        return Gregorian.fromordinal(day_number).to_hijri().datetuple()
    except (ValueError, OverflowError) as error:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies outside the table") from error


def days_in_month(year: int, month: int) -> int:
    """How many days a month has, 29 or 30.

    Raises:
        ImpossibleDateError: there is no such month, or the year lies outside the table.
    """
    try:
        return Hijri(year, month, 1).month_length()
    except (ValueError, OverflowError) as error:
        raise ImpossibleDateError(f"{KEY}: no such month {year}-{month}") from error


CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=ISLAMIC_CIVIL.months_in_year,
    month_names=ISLAMIC_CIVIL.month_names,
    known_pairs=(
        ((1343, 1, 1), 702574),
        ((1444, 10, 1), 738631),
        ((1445, 9, 1), 738956),
        ((1446, 1, 1), 739074),
        ((1447, 2, 25), 739482),
        ((1500, 12, 30), 758564),
    ),
    first_year=HIJRI_RANGE[0][0],
    last_year=HIJRI_RANGE[1][0],
    uncertainty_days=1,
    beyond=ISLAMIC_CIVIL.key,
)
