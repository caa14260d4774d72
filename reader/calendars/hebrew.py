"""Hebrew calendar (CLDR key: hebrew), months numbered as in CLDR: Tishri is 1, Elul 13.

In: year of the world from 1, month, day. Out: day numbers. Month 6 is Adar I and exists in leap years only;
month 7 is Adar, in leap years Adar II; so every year ends with month 13. Days are counted from midnight,
while the Hebrew day begins the evening before. New Year comes from convertdate; its months take ten times
as long and warn about themselves, so they are added up here: a year's length tells the length of each.

Sources: CLDR 45, calendar data "hebrew"; Reingold & Dershowitz, Calendrical Calculations, 4th ed., ch. 8,
known pairs from its appendix C (its Nisan-based months renumbered); 5 Iyar 5708, Declaration of
Independence of Israel.
"""

from __future__ import annotations

from convertdate import hebrew

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "hebrew"
ELUL = 13
LONG_HESHVAN = 5  # last digits of the length of a year
SHORT_KISLEV = 3
# The mean year: 235 months of 29 days, 12 hours and 793/1080 of an hour, in 19 years.
MEAN_YEAR_DAYS = 35_975_351 / 98_496


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date, the day on whose eve it begins.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(year >= 1 and 1 <= month <= ELUL, KEY, year, month, day)
    new_year = _new_year(year)
    lengths = _month_lengths(year, new_year)
    require(1 <= day <= lengths[month - 1], KEY, year, month, day)
    return new_year + sum(lengths[: month - 1]) + day - 1


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before year 1.
    """
    if day_number < FIRST_DAY:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    # The guess is never a whole year off, so one step corrects it.
    year = int((day_number - FIRST_DAY) / MEAN_YEAR_DAYS) + 1
    new_year = _new_year(year)
    if new_year > day_number:
        year, new_year = year - 1, _new_year(year - 1)
    elif (next_year := _new_year(year + 1)) <= day_number:
        year, new_year = year + 1, next_year
    month, day = 1, day_number - new_year
    for length in _month_lengths(year, new_year):
        if day < length:
            break
        month, day = month + 1, day - length
    return year, month, day + 1


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month; a common year has no month 6.
    """
    require(year >= 1 and 1 <= month <= ELUL, KEY, year, month)
    length = _month_lengths(year, _new_year(year))[month - 1]
    require(length > 0, KEY, year, month)
    return length


def months_in_year(_year: int) -> int:
    """The number of the last month: always 13, Elul; common years lack month 6."""
    return ELUL


def _new_year(year: int) -> DayNumber:
    return int(hebrew.to_jd(year, hebrew.TISHRI, 1) - JULIAN_DAY_OF_DAY_0)


def _month_lengths(year: int, new_year: DayNumber) -> tuple[int, ...]:
    """How long each month is, 0 for Adar I of a common year.

    A year has 353, 354 or 355 days, in leap years 30 more: the last digit tells whether Heshvan is long and
    Kislev short.
    """
    last_digit = (_new_year(year + 1) - new_year) % 10
    heshvan = 30 if last_digit == LONG_HESHVAN else 29
    kislev = 29 if last_digit == SHORT_KISLEV else 30
    adar_i = 30 if hebrew.leap(year) else 0
    return (30, heshvan, kislev, 29, 30, adar_i, 29, 30, 29, 30, 29, 30, 29)


FIRST_DAY = _new_year(1)

CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "Tishri",
        "Heshvan",
        "Kislev",
        "Tevet",
        "Shevat",
        "Adar I",
        "Adar",
        "Nisan",
        "Iyar",
        "Sivan",
        "Tamuz",
        "Av",
        "Elul",
    ),
    known_pairs=(
        ((3174, 12, 10), -214193),
        ((3593, 3, 25), -61387),
        ((4773, 9, 6), 369740),
        ((5000, 7, 8), 452605),
        ((5252, 8, 3), 544676),
        ((5703, 8, 14), 709409),
        ((5708, 9, 5), 711261),
        ((5752, 7, 12), 727274),
        ((5756, 7, 5), 728714),
        ((5854, 12, 5), 764652),
    ),
    first_year=1,
)
