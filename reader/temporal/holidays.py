"""Feasts and named days by year.

A holiday is written in a language file as the day it falls on: `12-25` (25 December), `easter+49`,
`orthodox-2`, `11-w4#4` (fourth Thursday of November), `5-w1#-1` (last Monday of May),
`islamic-umalqura/10/1` (a day of another calendar). Sources: dateutil.easter; the calendars' own tables.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from reader.calendars import registry
from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import moments
from reader.temporal.moments import Moment

_FIXED = re.compile(r"(\d{1,2})-(\d{1,2})")
_EASTER = re.compile(r"(easter|orthodox)([-+]\d+)?")
_WEEKDAY = re.compile(r"(\d{1,2})-w([1-7])#(-?\d)([-+]\d+)?")
_OTHER = re.compile(r"([a-z-]+)/(\d{1,2})/(\d{1,2})([-+]\d+)?")
# dateutil reckons Easter in these years (Gregorian reckoning is used before 1583 as well).
_FIRST_EASTER, _LAST_EASTER = 1583, 4099


@lru_cache(maxsize=512)
def holiday(name: str, year: int) -> Moment | None:  # noqa: PLR0911 - one return per way of writing it
    """The day of a holiday in a Gregorian year; None where it has none that can be reckoned."""
    try:
        if match := _FIXED.fullmatch(name):
            return moments.day(year, int(match[1]), int(match[2]))
        if match := _WEEKDAY.fullmatch(name):
            found = moments.nth_weekday(moments.month(year, int(match[1])), int(match[2]), int(match[3]))
            return moments.day_of(found.first + int(match[4] or 0)) if found else None
        if match := _EASTER.fullmatch(name):
            if not _FIRST_EASTER <= year <= _LAST_EASTER:
                return None
            method: Literal[2, 3] = EASTER_ORTHODOX if match[1] == "orthodox" else EASTER_WESTERN
            return moments.day_of(easter(year, method).toordinal() + int(match[2] or 0))
        if match := _OTHER.fullmatch(name):
            return _elsewhere(match[1], int(match[2]), int(match[3]), int(match[4] or 0), year)
    except ImpossibleDateError:
        return None
    return None


def holiday_there(name: str, year: int) -> Moment | None:
    """The day of a holiday in a year of its own calendar (Ashura of 61 AH); None where it is of ours."""
    match = _OTHER.fullmatch(name)
    if match is None:
        return None
    calendar = registry.calendar_for(match[1], year)
    try:
        return moments.day_of(calendar.to_day_number(year, int(match[2]), int(match[3])) + int(match[4] or 0))
    except ImpossibleDateError:
        return None


def _elsewhere(key: str, month: int, day: int, offset: int, year: int) -> Moment | None:
    """A day of another calendar that falls in a Gregorian year."""
    start = moments.year(year)
    calendar = registry.by_key(key)
    first_year = calendar.from_day_number(start.first)[0]
    for other_year in (first_year, first_year + 1):
        number = registry.calendar_for(key, other_year).to_day_number(other_year, month, day) + offset
        if start.first <= number <= start.last:
            return moments.day_of(number)
    return None
