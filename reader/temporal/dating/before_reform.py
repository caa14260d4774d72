"""Days of ours before the reform of 1582, beside one of another calendar: "27 رجب 583 / 2 أكتوبر 1187".

In: two days that a text says are one. Out: how far apart they lie, ours counted as those who lived it did, in
the Julian calendar, where that is nearer. Its value stays as it is written, as TIMEX3 has it.
And whether its weekday is that of the Julian day: "Sunday 2 September 1666" was a Sunday in London, and
"the following Thursday" the 6th.
Sources of the days: the papal bull Inter gravissimas, see calendars/julian.py; 24 Geo. 2 c. 23 (1750).
"""

from __future__ import annotations

from reader.calendars import gregorian, registry
from reader.calendars.calendar import DayNumber

_WEEK = 7
_FIRST_OF_OURS = gregorian.to_day_number(1582, 10, 15)
_FIRST_IN_ENGLAND = gregorian.to_day_number(1752, 9, 14)


def days_apart(ours: DayNumber, other: DayNumber) -> int:
    """By how many days two days lie apart.

    Args:
        ours: a day written in the calendar we count by.
        other: the same day in another calendar.
    """
    apart = abs(ours - other)
    if ours >= _FIRST_OF_OURS or not apart:
        return apart
    return min(apart, abs(_lived(ours) - other))


def was_weekday(day: DayNumber, weekday: int) -> bool:
    """Whether a day of the time when states still counted by Julius bore a weekday by his count.

    Args:
        day: a day as it is written, counted by the calendar of ours.
        weekday: what the text says it was, 1 for Monday.
    """
    if day >= _FIRST_IN_ENGLAND:
        return False
    return gregorian.weekday(_lived(day)) == weekday


def days_behind(day: DayNumber, weekday: int) -> int:
    """By how many days the calendar was behind ours in which a day bore a weekday, 0 where it is ours."""
    if gregorian.weekday(day) == weekday or not was_weekday(day, weekday):
        return 0
    return _lived(day) - day


def weekday_of_ours(weekday: int, behind: int) -> int:
    """The weekday that our calendar gives a day of a calendar so many days behind it."""
    return (weekday - behind - 1) % _WEEK + 1


def _lived(day: DayNumber) -> DayNumber:
    """The day that one written like a day of ours was where days were counted by Julius."""
    return registry.by_key("julian").to_day_number(*gregorian.from_day_number(day))
