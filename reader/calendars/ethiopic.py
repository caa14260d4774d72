"""Ethiopic calendar (CLDR key: ethiopic), years of Mercy (Amete Mihret).

In: year from 1 (29 August 8, Julian), month, day. Out: day numbers. The Coptic calendar under other names,
its years 276 more; 276 is a multiple of four, so both have the same leap years.

Sources: CLDR 45, calendar data "ethiopic"; known pairs from Reingold & Dershowitz, Calendrical
Calculations, 4th ed., ch. 4 and appendix C; Enkutatash 2000, the Ethiopian millennium (12 September 2007),
2017 (11 September 2024); the battle of Adwa, 23 Yekatit 1888 (1 March 1896).
"""

from __future__ import annotations

from convertdate import coptic

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "ethiopic"
MONTHS = 13
YEARS_BEFORE_MARTYRS = 276


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return int(coptic.to_jd(year - YEARS_BEFORE_MARTYRS, month, day) - JULIAN_DAY_OF_DAY_0)


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before the era.
    """
    year, month, day = coptic.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
    if year + YEARS_BEFORE_MARTYRS < 1:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    return year + YEARS_BEFORE_MARTYRS, month, day


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month.
    """
    require(year >= 1 and 1 <= month <= MONTHS, KEY, year, month)
    return int(coptic.month_length(year - YEARS_BEFORE_MARTYRS, month))


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
        "Meskerem",
        "Tekemt",
        "Hedar",
        "Tahsas",
        "Ter",
        "Yekatit",
        "Megabit",
        "Miazia",
        "Genbot",
        "Sene",
        "Hamle",
        "Nehasse",
        "Pagumen",
    ),
    known_pairs=(
        ((1, 1, 1), 2796),
        ((1888, 6, 23), 692195),
        ((1988, 6, 17), 728714),
        ((2000, 1, 1), 732931),
        ((2017, 1, 1), 739140),
    ),
    first_year=1,
)
