"""Feasts and named days by year.

A holiday is written in a language file as the day it falls on: `12-25` (25 December), `4-27!7-1` (27 April,
the day before where that is a Sunday), `easter+49`, `orthodox-2`, `11-w4#4` (fourth Thursday of November),
`5-w1#-1` (last Monday of May), `islamic-umalqura/10/1` (a day of another calendar), `new-moon@8/1-21` (the
first new moon from 21 January on, by clocks 8 hours ahead of Greenwich: the Chinese New Year),
`full-moon@5.5/8-2-1` (the day before a full moon).
Sources: dateutil.easter; the calendars' own tables; phases of the moon by PyMeeus (Meeus, Astronomical
Algorithms, ch. 49). Lunar feasts whose day hangs on sunrise may be a day off.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache
from math import floor
from typing import Literal

from dateutil.easter import EASTER_JULIAN, EASTER_ORTHODOX, EASTER_WESTERN, easter

from reader.calendars import registry
from reader.calendars.calendar import ImpossibleDateError
from reader.calendars.gregorian import weekday
from reader.temporal import elsewhere, moments
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

_FIXED = re.compile(r"(\d{1,2})-(\d{1,2})(?:!([1-7])([-+]\d+))?")
_EASTER = re.compile(r"(easter|orthodox)([-+]\d+)?")
_WEEKDAY = re.compile(r"(\d{1,2})-w([1-7])#(-?\d)([-+]\d+)?")
_OTHER = re.compile(r"([a-z-]+)/(\d{1,2})/(\d{1,2})([-+]\d+)?")
_MOON = re.compile(r"(new|full)-moon@(-?[\d.]+)/(\d{1,2})-(\d{1,2})([-+]\d+)?")
_MONTH_OF_THE_MOON = 30  # days, rounded up
DAYS_OF_A_YEAR = 366
# dateutil reckons Easter in these years (Gregorian reckoning is used before 1583 as well).
_FIRST_EASTER, _LAST_EASTER = 1583, 4099
_FIRST_JULIAN_EASTER = 326  # the year after the council that set the rule
JULIAN_DAY_ZERO = 1_721_424.5  # the Julian day on which day number 0 begins


@lru_cache(maxsize=512)
def holiday(name: str, year: int) -> Moment | None:  # noqa: PLR0911 - one return per way of writing it
    """The day of a holiday in a Gregorian year; None where it has none that can be reckoned."""
    try:
        if match := _FIXED.fullmatch(name):
            found = moments.day(year, int(match[1]), int(match[2]))
            moved = match[3] is not None and weekday(found.first) == int(match[3])
            return moments.day_of(found.first + int(match[4])) if moved else found
        if match := _WEEKDAY.fullmatch(name):
            nth = moments.nth_weekday(moments.month(year, int(match[1])), int(match[2]), int(match[3]))
            return moments.day_of(nth.first + int(match[4] or 0)) if nth else None
        if match := _EASTER.fullmatch(name):
            if _FIRST_JULIAN_EASTER <= year < _FIRST_EASTER:
                # Old dates stand as their time wrote them, by the Julian calendar.
                day = easter(year, EASTER_JULIAN) + timedelta(days=int(match[2] or 0))
                return moments.day(day.year, day.month, day.day)
            if not _FIRST_EASTER <= year <= _LAST_EASTER:
                return None
            method: Literal[2, 3] = EASTER_ORTHODOX if match[1] == "orthodox" else EASTER_WESTERN
            return moments.day_of(easter(year, method).toordinal() + int(match[2] or 0))
        if match := _MOON.fullmatch(name):
            first = moments.day(year, int(match[3]), int(match[4])).first
            return _by_the_moon(match[1], float(match[2]), first, int(match[5] or 0))
        if _OTHER.fullmatch(name):
            return next(iter(holidays(name, moments.year(year))), None)
    except ImpossibleDateError:
        return None
    return None


def _by_the_moon(phase: str, hours: float, first: int, offset: int) -> Moment | None:
    """The day of the first such phase from day number `first` on, by clocks `hours` ahead of Greenwich."""
    from pymeeus.Epoch import Epoch  # noqa: PLC0415 - 50 ms, wanted by lunar feasts alone
    from pymeeus.Moon import Moon  # noqa: PLC0415 - as above

    if not _FIRST_EASTER <= first // DAYS_OF_A_YEAR <= _LAST_EASTER:
        return None
    julian_day = first + JULIAN_DAY_ZERO
    for ahead in range(0, 2 * _MONTH_OF_THE_MOON, _MONTH_OF_THE_MOON // 2):
        found = Moon.moon_phase(Epoch(julian_day + ahead), target=phase)
        day = floor(float(found.jde()) - JULIAN_DAY_ZERO + hours / 24)
        if day >= first:
            return moments.day_of(day + offset)
    return None


@lru_cache(maxsize=512)
def holidays(name: str, days: Moment) -> tuple[Moment, ...]:
    """Every day of a holiday among some days, in order: Ashura fell twice in 1976."""
    found: list[Moment | None]
    try:
        if match := _OTHER.fullmatch(name):
            first, last = (elsewhere.year_of(match[1], day) for day in (days.first, days.last))
            found = [_there(match, year) for year in range(first - 1, last + 2)]
        else:
            found = [holiday(name, year) for year in range(days.year, moments.day_of(days.last).year + 1)]
    except ImpossibleDateError:
        return ()  # the days lie before the feast's calendar begins
    return tuple(one for one in found if one is not None and days.first <= one.first <= days.last)


def holiday_of(name: str, calendar: str, year: int) -> Moment | None:
    """The day of a holiday in a year of some calendar: exact in its own, else the first in that year.

    Raises:
        ImpossibleDateError: the calendar has no such year.
    """
    match = _OTHER.fullmatch(name)
    if match and registry.calendar_for(match[1], year) is registry.calendar_for(calendar, year):
        return _there(match, year)
    days = elsewhere.dated(Reading(calendar=calendar), year).moment
    return next(iter(holidays(name, days)), None)


def _there(match: re.Match[str], year: int) -> Moment | None:
    """The day that a holiday's name writes, in a year of the calendar it names; None where it has none."""
    calendar = registry.calendar_for(match[1], year)
    try:
        return moments.day_of(calendar.to_day_number(year, int(match[2]), int(match[3])) + int(match[4] or 0))
    except ImpossibleDateError:
        return None
