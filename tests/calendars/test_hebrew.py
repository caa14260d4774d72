"""Hebrew months are numbered from Tishri as in CLDR; the days are convertdate's own."""

from __future__ import annotations

import random
import warnings

import pytest
from convertdate import hebrew

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, ImpossibleDateError, year_days
from reader.calendars.gregorian import weekday
from reader.calendars.hebrew import CALENDAR

# convertdate's numbers (Nisan = 1) of CLDR's months 1 … 13 in leap years; in common years Adar has number 12.
NISAN_BASED = (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)


def test_adar_one_exists_in_leap_years_only() -> None:
    assert CALENDAR.days_in_month(5784, 6) == 30
    with pytest.raises(ImpossibleDateError):
        CALENDAR.to_day_number(5785, 6, 1)


def test_the_day_after_shevat_of_a_common_year_lies_in_adar() -> None:
    last_of_shevat = CALENDAR.to_day_number(5785, 5, 30)
    assert CALENDAR.from_day_number(last_of_shevat + 1) == (5785, 7, 1)


def test_new_year_never_falls_on_sunday_wednesday_or_friday() -> None:
    assert {weekday(CALENDAR.to_day_number(year, 1, 1)) for year in range(5000, 6000)} == {1, 2, 4, 6}


def test_a_year_has_one_of_six_lengths() -> None:
    lengths = {last - first + 1 for first, last in (year_days(CALENDAR, year) for year in range(5000, 6000))}
    assert lengths == {353, 354, 355, 383, 384, 385}


def test_days_are_those_of_convertdate() -> None:
    chance = random.Random(5786)  # noqa: S311 - a sample that repeats, no secret
    for day_number in (chance.randrange(-1_000_000, 1_000_000) for _ in range(3000)):
        year, month, day = CALENDAR.from_day_number(day_number)
        with warnings.catch_warnings():
            # convertdate calls its own deprecated function
            warnings.simplefilter("ignore", DeprecationWarning)
            theirs = hebrew.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
        adar_of_common_year = month == 7 and not hebrew.leap(year)
        assert theirs == (year, 12 if adar_of_common_year else NISAN_BASED[month - 1], day)
