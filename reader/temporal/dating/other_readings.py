"""What a date in figures might mean besides: day and month exchanged, another century, the Julian day.

In: a dated reading. Out: the other moments a careful reader would weigh, likeliest first.
"""

from __future__ import annotations

from reader.calendars import gregorian, registry
from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import moments
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

_MONTHS = 12
_CENTURY = 100
_JULIAN_UNTIL = 1927  # Turkey was the last state to leave the Julian calendar


def other_readings(reading: Reading, moment: Moment | None) -> tuple[Moment, ...]:
    """The days a date may mean beside the one chosen."""
    if moment is None or not moment.is_day or reading.calendar != "gregorian" or reading.shift is not None:
        return ()
    year, month, day = gregorian.from_day_number(moment.first)
    found: list[Moment] = []
    pair = reading.pair
    if pair is not None and max(pair) <= _MONTHS and pair[0] != pair[1]:
        found += _days((year, day, month))
    if reading.short_year is not None and reading.year is None:
        found += _days((year - _CENTURY, month, day))
    if reading.weekday and reading.year and gregorian.weekday(moment.first) != reading.weekday:
        found += _old_style(reading.weekday, year, month, day)
    return tuple(found)


def _days(*dates: tuple[int, int, int]) -> list[Moment]:
    found = []
    for date in dates:
        try:
            found.append(moments.day(*date))
        except ImpossibleDateError:
            continue
    return found


def _old_style(weekday: int, year: int, month: int, day: int) -> list[Moment]:
    """The Julian day of that name, where its weekday is the one written."""
    if year >= _JULIAN_UNTIL:
        return []
    try:
        number = registry.by_key("julian").to_day_number(year, month, day)
    except ImpossibleDateError:
        return []
    return [moments.day_of(number)] if gregorian.weekday(number) == weekday else []
