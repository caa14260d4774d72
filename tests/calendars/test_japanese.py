"""Years of the Japanese eras, where one ends and the next begins."""

from __future__ import annotations

import pytest

from reader.calendars.calendar import era_by_key, era_of_day
from reader.calendars.gregorian import CALENDAR as GREGORIAN
from reader.calendars.japanese import CALENDAR


@pytest.mark.parametrize(
    ("date", "era", "year"),
    [
        ((1873, 1, 1), "meiji", 6),
        ((1912, 7, 29), "meiji", 45),
        ((1912, 7, 30), "taisho", 1),
        ((1926, 12, 24), "taisho", 15),
        ((1926, 12, 25), "showa", 1),
        ((1989, 1, 7), "showa", 64),
        ((1989, 1, 8), "heisei", 1),
        ((2019, 4, 30), "heisei", 31),
        ((2019, 5, 1), "reiwa", 1),
        ((2025, 8, 19), "reiwa", 7),
    ],
)
def test_a_day_has_its_era_and_year(date: tuple[int, int, int], era: str, year: int) -> None:
    found = era_of_day(CALENDAR, GREGORIAN.to_day_number(*date))
    assert found is not None
    assert (found[0].key, found[1]) == (era, year)
    assert era_by_key(CALENDAR, era).running_year(year) == date[0]


def test_a_year_planned_past_the_end_of_its_era_is_counted_on() -> None:
    heisei = era_by_key(CALENDAR, "heisei")
    assert heisei.running_year(32) == 2020
    assert not heisei.holds(CALENDAR.to_day_number(2020, 1, 1))


def test_before_meiji_there_is_no_era_here() -> None:
    assert era_of_day(CALENDAR, GREGORIAN.to_day_number(1868, 10, 22)) is None
    with pytest.raises(KeyError):
        era_by_key(CALENDAR, "keio")
    assert era_of_day(GREGORIAN, 1) is None
