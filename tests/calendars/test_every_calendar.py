"""What every calendar must do, there and back, day after day, and say no to what never was."""

from __future__ import annotations

import random
import sys

import pytest

from reader.calendars.calendar import Calendar, ImpossibleDateError, month_days, year_days
from reader.calendars.registry import all_calendars, by_key

YEARS_WALKED = 4000
SAMPLES = 2000

every_calendar = pytest.mark.parametrize("calendar", all_calendars(), ids=lambda calendar: calendar.key)


def reach(calendar: Calendar) -> range:
    """The years to walk: 4,000 of them where the calendar reaches so far, half of them before year 1."""
    first = -YEARS_WALKED // 2 if calendar.first_year is None else calendar.first_year
    last = (
        first + YEARS_WALKED if calendar.last_year is None else min(calendar.last_year, first + YEARS_WALKED)
    )
    return range(first, last + 1)


def day_range(calendar: Calendar) -> range:
    years = reach(calendar)
    return range(year_days(calendar, years[0])[0], year_days(calendar, years[-1])[1] + 1)


@every_calendar
def test_known_dates_fall_on_their_days(calendar: Calendar) -> None:
    assert len(calendar.known_pairs) >= 3
    for written, day_number in calendar.known_pairs:
        assert calendar.to_day_number(*written) == day_number, written
        assert calendar.from_day_number(day_number) == written, day_number


@every_calendar
def test_a_day_goes_there_and_back(calendar: Calendar) -> None:
    chance = random.Random(calendar.key)  # noqa: S311 - a sample that repeats, no secret
    days = day_range(calendar)
    for day_number in [days[0], days[-1], *(chance.choice(days) for _ in range(SAMPLES))]:
        written = calendar.from_day_number(day_number)
        assert calendar.to_day_number(*written) == day_number, written


@every_calendar
def test_days_follow_one_another_over_every_joint(calendar: Calendar) -> None:
    """Over each 13th year's months and turn, and a 30-year stretch, the dates count up one at a time."""
    years = reach(calendar)
    middle = years[len(years) // 2]
    for year in sorted({*years[:-1:13], *(y for y in range(middle - 15, middle + 15) if y in years[:-1])}):
        day_number = calendar.to_day_number(year, 1, 1)
        for month in range(1, calendar.months_in_year(year) + 1):
            try:
                length = calendar.days_in_month(year, month)
            except ImpossibleDateError:  # Adar I of a common year
                continue
            assert calendar.from_day_number(day_number) == (year, month, 1)
            assert calendar.from_day_number(day_number + length - 1) == (year, month, length)
            assert month_days(calendar, year, month) == (day_number, day_number + length - 1)
            day_number += length
        assert calendar.from_day_number(day_number) == (year + 1, 1, 1)
        assert year_days(calendar, year)[1] == day_number - 1


@every_calendar
def test_a_year_is_walked_day_by_day(calendar: Calendar) -> None:
    years = reach(calendar)
    for year in {years[0], years[len(years) // 2], years[-1]}:
        first, last = year_days(calendar, year)
        written = [calendar.from_day_number(day_number) for day_number in range(first, last + 1)]
        assert written == sorted(set(written))
        assert {date[0] for date in written} == {year}


@every_calendar
def test_days_that_never_were_are_refused(calendar: Calendar) -> None:
    for year in reach(calendar)[:: YEARS_WALKED // 40 + 1]:
        last_month = calendar.months_in_year(year)
        length = calendar.days_in_month(year, last_month)
        for month, day in [
            (0, 1),
            (last_month + 1, 1),
            (-1, 1),
            (1, 0),
            (1, 32),
            (last_month, length + 1),
            (1, -1),
        ]:
            with pytest.raises(ImpossibleDateError):
                calendar.to_day_number(year, month, day)
        for month in (0, last_month + 1):
            with pytest.raises(ImpossibleDateError):
                calendar.days_in_month(year, month)


@every_calendar
def test_what_lies_outside_the_reach_is_refused(calendar: Calendar) -> None:
    for year, step in [(calendar.first_year, -1), (calendar.last_year, 1)]:
        if year is None:
            continue
        assert calendar.reaches(year)
        assert not calendar.reaches(year + step)
        with pytest.raises(ImpossibleDateError):
            calendar.to_day_number(year + step, 1, 1)
        with pytest.raises(ImpossibleDateError):
            calendar.days_in_month(year + step, 1)
        edge = year_days(calendar, year)[0 if step < 0 else 1]
        with pytest.raises(ImpossibleDateError):
            calendar.from_day_number(edge + step)


@every_calendar
def test_each_month_has_a_name(calendar: Calendar) -> None:
    longest = max(calendar.months_in_year(year) for year in reach(calendar))
    assert len(calendar.month_names) == longest == len(set(calendar.month_names))


@every_calendar
def test_its_file_bears_its_key_and_names_its_source(calendar: Calendar) -> None:
    assert by_key(calendar.key) is calendar
    head = sys.modules[f"reader.calendars.{calendar.key.replace('-', '_')}"].__doc__
    assert head is not None
    assert "Source" in head


@every_calendar
def test_values_are_whole_numbers(calendar: Calendar) -> None:
    """convertdate reckons in floats; none comes through the door."""
    written, day_number = calendar.known_pairs[0]
    assert type(calendar.to_day_number(*written)) is int
    assert [type(part) for part in calendar.from_day_number(day_number)] == [int, int, int]
    assert type(calendar.days_in_month(*written[:2])) is int
