"""How far a moment reaches: its days and EDTF with what qualifies it, and its clock.

In: a moment and the reading it came from. Out: `DayInterval`, EDTF (ISO 8601-2), "T21:45" (TIMEX3).
"""

from __future__ import annotations

from reader.temporal import edtf, moments
from reader.temporal.dating.scope import Found
from reader.temporal.model import DayInterval, Grain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading

_NOON = 12
_MIDNIGHT = 24
_LAST_HOUR_OF_NOON = 3
# What is foreseen by 2030 may come any day until then; of a day ("by 31 October") it is the day that counts.
# "Before 1914", "since 1920" name a year: which side of it is open, the bound says.
_BY = "ON_OR_BEFORE"
# "Early in the 19th century" is 1801–1820: a third of it would already be its first decades as a whole.
_PART_OF_CENTURY = {"START": (0, 20), "MID": (40, 60), "END": (80, 100)}
_CENTURY_DAYS = 36500
_AFTERNOON_PARTS = {"AF", "EV", "NI"}


def extent(moment: Moment | None, mod: str) -> tuple[DayInterval | None, str | None]:
    """Days and EDTF of a moment with its qualification."""
    if moment is None:
        return None, None
    if mod == _BY and moment.is_day:
        return DayInterval(moment.first, moment.last), edtf.moment_text(moment)
    whole = moment.grain is Grain.CENTURY and moment.last - moment.first > _CENTURY_DAYS
    if whole and mod in _PART_OF_CENTURY:
        moment, mod = moments.years_of(moment, *_PART_OF_CENTURY[mod]), ""
    written = edtf.qualified(edtf.moment_text(moment), mod)
    return DayInterval(None if mod == _BY else moment.first, moment.last), written


def clock_of(reading: Reading, moment: Moment | None) -> str:
    """The clock of a reading: "T21:45", "TMO", ""."""
    if moment is not None and moment.clock:
        return moment.clock
    if reading.hour is None:
        return f"T{reading.part}" if reading.part else ""
    hour, minute = reading.hour, reading.minute or 0
    if minute < 0:  # "ten to nine"
        hour, minute = (hour - 1) % _MIDNIGHT, minute + 60
    if reading.meridiem == "pm" or (reading.part in _AFTERNOON_PARTS and reading.meridiem != "am"):
        hour = hour + _NOON if 0 < hour < _NOON else hour
        if reading.part == "NI" and reading.hour < 6:  # noqa: PLR2004 - "two at night" is past midnight
            hour = reading.hour
        if reading.part == "NI" and hour == _NOON:
            hour = 0  # "twelve at night"
    elif reading.part == "MI" and 0 < hour <= _LAST_HOUR_OF_NOON:
        hour += _NOON  # "half past one at noon"
    elif reading.meridiem == "am" and hour == _NOON:
        hour = 0
    if hour == _MIDNIGHT:
        hour = 0
    text = f"T{hour:02d}:{minute:02d}"
    return text + (f":{reading.second:02d}" if reading.second is not None else "") + reading.zone


def without_day(reading: Reading, found: Found) -> Found:
    """The same value without a day: an hour of every Saturday is on none."""
    moment = found.moment
    return Found(None, value=moment.value + clock_of(reading, moment)) if moment else found
