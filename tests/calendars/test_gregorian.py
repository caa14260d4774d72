"""The Gregorian calendar beyond the years `datetime` reaches, weekdays and ISO weeks."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.calendars.calendar import ImpossibleDateError
from reader.calendars.gregorian import (
    CALENDAR,
    from_iso_week,
    to_iso_week,
    weekday,
    weeks_in_iso_year,
)
from reader.calendars.julian import CALENDAR as JULIAN

days = st.integers(-4_000_000, 4_000_000)


@given(st.dates())
def test_agrees_with_datetime_where_that_reaches(day: date) -> None:
    number = CALENDAR.to_day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert weekday(number) == day.isoweekday()


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_iso_weeks_agree_with_datetime_where_that_reaches(day: date) -> None:
    assert to_iso_week(day.toordinal()) == tuple(day.isocalendar())


@given(days)
def test_any_day_goes_there_and_back(day_number: int) -> None:
    assert CALENDAR.to_day_number(*CALENDAR.from_day_number(day_number)) == day_number
    assert from_iso_week(*to_iso_week(day_number)) == day_number
    assert to_iso_week(day_number)[2] == weekday(day_number)


def test_the_ides_of_march_44_before_our_era_lie_in_astronomical_year_minus_43() -> None:
    ides = JULIAN.to_day_number(-43, 3, 15)
    assert ides == 1_705_426 - 1_721_425  # Julian day number 1,705,426
    assert CALENDAR.from_day_number(ides) == (-43, 3, 13)


def test_year_zero_is_a_leap_year() -> None:
    assert CALENDAR.days_in_month(0, 2) == 29
    assert CALENDAR.days_in_month(-100, 2) == 28
    assert CALENDAR.days_in_month(-400, 2) == 29


def test_weekdays_of_history() -> None:
    assert weekday(CALENDAR.to_day_number(1789, 7, 14)) == 2  # Tuesday
    assert weekday(CALENDAR.to_day_number(1582, 10, 15)) == 5  # Friday, the first day of the reform


@pytest.mark.parametrize(
    ("year", "weeks"), [(2020, 53), (2021, 52), (2026, 53), (2024, 52), (0, 52), (-1, 52), (-2, 53)]
)
def test_a_year_has_52_or_53_weeks(year: int, weeks: int) -> None:
    assert weeks_in_iso_year(year) == weeks
    from_iso_week(year, weeks)
    with pytest.raises(ImpossibleDateError):
        from_iso_week(year, weeks + 1)


@pytest.mark.parametrize(("week", "iso_weekday"), [(0, 1), (54, 1), (1, 0), (1, 8)])
def test_weeks_that_never_were_are_refused(week: int, iso_weekday: int) -> None:
    with pytest.raises(ImpossibleDateError):
        from_iso_week(2025, week, iso_weekday)
