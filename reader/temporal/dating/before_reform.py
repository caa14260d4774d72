"""Days of ours before the reform of 1582, beside one of another calendar: "27 رجب 583 / 2 أكتوبر 1187".

In: two days that a text says are one. Out: how far apart they lie, ours counted as those who lived it did, in
the Julian calendar, where that is nearer. Its value stays as it is written, as TIMEX3 has it.
And whether its weekday is that of the Julian day: "Sunday 2 September 1666" was a Sunday in London.
Sources of the days: the papal bull Inter gravissimas, see calendars/julian.py; 24 Geo. 2 c. 23 (1750).
"""

from __future__ import annotations

from reader.calendars import gregorian, registry
from reader.calendars.calendar import DayNumber

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
    lived = registry.by_key("julian").to_day_number(*gregorian.from_day_number(ours))
    return min(apart, abs(lived - other))


def was_weekday(day: DayNumber, weekday: int) -> bool:
    """Whether a day of the time when states still counted by Julius bore a weekday by his count.

    Args:
        day: a day as it is written, counted by the calendar of ours.
        weekday: what the text says it was, 1 for Monday.
    """
    if day >= _FIRST_IN_ENGLAND:
        return False
    lived = registry.by_key("julian").to_day_number(*gregorian.from_day_number(day))
    return gregorian.weekday(lived) == weekday
