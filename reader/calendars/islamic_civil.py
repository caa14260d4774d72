"""Islamic civil calendar (CLDR key: islamic-civil): tabular, counted from Friday 16 July 622 (Julian).

In: Hijri year from 1, month, day. Out: day numbers. A year has 354 days, the years 2, 5, 7, 10, 13, 16, 18,
21, 24, 26 and 29 of each cycle of 30 have 355. What people wrote depended on the new moon as seen or
announced where they lived: a day more or less (`uncertainty_days`). The arithmetic is convertdate's, in
halves of days as floats, which are exact here.

Sources: CLDR 45, calendar data "islamic-civil" (the epoch); Reingold & Dershowitz, Calendrical Calculations,
4th ed., ch. 7, known pairs from its appendix C.
"""

from __future__ import annotations

from convertdate import islamic

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "islamic-civil"
MONTHS = 12


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a Hijri date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return int(islamic.to_jd(year, month, day) - JULIAN_DAY_OF_DAY_0)


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Hijri year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before the era.
    """
    year, month, day = islamic.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
    if year < 1:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    return year, month, day


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month.
    """
    require(year >= 1 and 1 <= month <= MONTHS, KEY, year, month)
    return int(islamic.month_length(year, month))


def months_in_year(_year: int) -> int:
    """Twelve."""
    return MONTHS


CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "Muharram",
        "Safar",
        "Rabi al-awwal",
        "Rabi al-thani",
        "Jumada al-ula",
        "Jumada al-akhira",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qada",
        "Dhu al-Hijja",
    ),
    known_pairs=(
        ((1, 1, 1), 227015),
        ((75, 7, 13), 253427),
        ((403, 10, 5), 369740),
        ((793, 7, 1), 507850),
        ((1255, 1, 11), 671401),
        ((1362, 10, 7), 709580),
        ((1416, 10, 5), 728714),
        ((1518, 3, 5), 764652),
    ),
    first_year=1,
    uncertainty_days=1,
)
