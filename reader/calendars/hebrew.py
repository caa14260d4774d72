"""Hebrew calendar (CLDR key: hebrew), months numbered as in CLDR: Tishri is 1, Elul 13.

In: year of the world from 1, month, day. Out: day numbers. Month 6 is Adar I and exists in leap years only;
month 7 is Adar, in leap years Adar II; so every year ends with month 13. Days are counted from midnight,
while the Hebrew day begins the evening before. New Year and months come from convertdate, which numbers
from Nisan and warns about itself when asked for a whole date, so the months are added up here.

Sources: CLDR 45, calendar data "hebrew"; Reingold & Dershowitz, Calendrical Calculations, 4th ed., ch. 8,
known pairs from its appendix C (its Nisan-based months renumbered); 5 Iyar 5708, Declaration of
Independence of Israel.
"""

from __future__ import annotations

from convertdate import hebrew

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "hebrew"
ADAR_I = 6
ELUL = 13
# The mean year: 235 months of 29 days, 12 hours and 793/1080 of an hour, in 19 years.
MEAN_YEAR_DAYS = 35_975_351 / 98_496
# convertdate's numbers (Nisan = 1) of CLDR's months 1 … 13 in leap years; in common years Adar I is missing
# and Adar has number 12.
NISAN_BASED = (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)
ADAR, ADAR_NISAN_BASED = 7, 12


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date, the day on whose eve it begins.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return _new_year(year) + sum(_length(year, earlier) for earlier in range(1, month)) + day - 1


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before year 1.
    """
    # The mean year never strays a whole year from the true one, so one step from the guess is enough.
    year = int((day_number - FIRST_DAY) / MEAN_YEAR_DAYS) + 1
    if day_number < FIRST_DAY:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    while _new_year(year + 1) <= day_number:
        year += 1
    while _new_year(year) > day_number:
        year -= 1
    month, day = 1, day_number - _new_year(year)
    while day >= (length := _length(year, month)):
        month, day = month + 1, day - length
    return year, month, day + 1


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month; a common year has no month 6.
    """
    length = _length(year, month) if year >= 1 and 1 <= month <= ELUL else 0
    require(length > 0, KEY, year, month)
    return length


def months_in_year(_year: int) -> int:
    """The number of the last month: always 13, Elul; common years lack month 6."""
    return ELUL


def _new_year(year: int) -> DayNumber:
    return int(hebrew.to_jd(year, hebrew.TISHRI, 1) - JULIAN_DAY_OF_DAY_0)


def _length(year: int, month: int) -> int:
    """How long a month is, 0 for Adar I of a common year."""
    if not hebrew.leap(year):
        if month == ADAR_I:
            return 0
        if month == ADAR:
            return int(hebrew.month_length(year, ADAR_NISAN_BASED))
    return int(hebrew.month_length(year, NISAN_BASED[month - 1]))


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
