"""Days of ours before the reform of 1582, beside one of another calendar: "27 رجب 583 / 2 أكتوبر 1187".

In: two readings that say one day. Out: the same, ours counted as those who lived it did, in the Julian
calendar, where only so the two agree. A lone day before the reform stays as it is written, as TIMEX3 has it.
Source of the day: the papal bull Inter gravissimas, see calendars/julian.py.
"""

from __future__ import annotations

from dataclasses import replace

from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import elsewhere
from reader.temporal.moments import UnreachableError
from reader.temporal.reading import Reading

_OURS, _JULIAN = "gregorian", "julian"
_FIRST_OF_OURS = (1582, 10, 15)
_MOON = 2  # days by which a month that was seen begins sooner or later than one that is reckoned


def as_they_counted(one: Reading, two: Reading) -> tuple[Reading, Reading]:
    """Two readings of one day, the one of ours in the calendar of its time."""
    if _OURS not in {one.calendar, two.calendar}:
        return one, two
    ours, other = (one, two) if one.calendar == _OURS else (two, one)
    if not _is_before_reform(ours):
        return one, two
    julian = replace(ours, calendar=_JULIAN)
    known, as_ours, as_julian = (_day(reading) for reading in (other, ours, julian))
    if known is None or as_julian is None or abs(as_julian - known) > _MOON:
        return one, two
    if as_ours is not None and abs(as_ours - known) <= _MOON:
        return one, two
    return (julian, two) if ours is one else (one, julian)


def _is_before_reform(reading: Reading) -> bool:
    year, month, day = reading.year, reading.month, reading.day
    if not (year and month and day) or reading.era == "bce":
        return False
    return (year, month, day) < _FIRST_OF_OURS


def _day(reading: Reading) -> int | None:
    if not (reading.year and reading.month and reading.day):
        return None
    try:
        date = elsewhere.dated(reading, reading.year)
    except (ImpossibleDateError, UnreachableError):
        return None
    return elsewhere.by_weekday(date, reading.weekday).first
