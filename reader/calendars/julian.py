"""Julian calendar (no CLDR key: julian), proleptic, with astronomical years: 0 is 1 BCE, -43 is 44 BCE.

In: year, month, day, any year. Out: day numbers. The arithmetic is convertdate's (Meeus, Astronomical
Algorithms, ch. 7); it lets months past December through, so months are checked here. The year begins on 1
January whatever the local habit was; a text's own habit (25 March, Easter) is its reader's business.

Sources: known pairs from Reingold & Dershowitz, Calendrical Calculations, 4th ed., appendix C (its years
before 1 written astronomically), and the papal bull Inter gravissimas: Thursday 4 October 1582, before
Friday 15 October.
"""

from __future__ import annotations

from convertdate import julian

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, require
from reader.calendars.gregorian import CALENDAR as GREGORIAN

KEY = "julian"
MONTHS = 12


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return int(julian.to_jd(year, month, day) - JULIAN_DAY_OF_DAY_0)


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    year, month, day = julian.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
    return year, month, day


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: the month is not 1 … 12.
    """
    require(1 <= month <= MONTHS, KEY, year, month)
    return int(julian.month_length(year, month))


def months_in_year(_year: int) -> int:
    """Twelve."""
    return MONTHS


CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=GREGORIAN.month_names,
    known_pairs=(
        ((-586, 7, 30), -214193),
        ((-168, 12, 8), -61387),
        ((70, 9, 26), 25469),
        ((1013, 4, 19), 369740),
        ((1391, 6, 4), 507850),
        ((1582, 10, 4), 577735),
        ((1648, 5, 31), 601716),
        ((1996, 2, 12), 728714),
        ((2094, 7, 5), 764652),
    ),
)
