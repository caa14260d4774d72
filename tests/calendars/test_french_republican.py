"""The fourteen Republican years by table are the fourteen by equinox."""

from __future__ import annotations

from convertdate import french_republican

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0
from reader.calendars.french_republican import CALENDAR


def test_every_new_year_is_the_equinox_of_paris() -> None:
    for year in range(1, 15):
        reckoned = int(french_republican.to_jd(year, 1, 1, "equinox") - JULIAN_DAY_OF_DAY_0)
        assert CALENDAR.to_day_number(year, 1, 1) == reckoned, year


def test_the_years_three_seven_and_eleven_have_a_day_of_the_revolution() -> None:
    assert [year for year in range(1, 15) if CALENDAR.days_in_month(year, 13) == 6] == [3, 7, 11]
