"""A day and its time as one reading: "le 2 mars" + "à 5 h", "this morning" + "at 7".

In: two readings, or the mentions of a command. Out: one, or none where they do not fit. Knows no language.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading

_COMMAND_GAP = 18  # characters: "aux alentours de" between a day and its time
_DATELIKE = (TimexType.DATE, TimexType.TIME)


def at_time(one: Reading, two: Reading) -> Reading | None:
    """A day and its time, or a clock time and its part of day, as one; None where they are neither."""
    if _names_day(one) and is_time_alone(two):
        return _timed(one, two)
    if is_time_alone(one) and _names_day(two):
        return _timed(two, one)
    if is_time_alone(one) and is_time_alone(two) and bool(one.part) != bool(two.part):
        return _timed(one, two)
    if one.type is two.type is TimexType.TIME and one.part and not one.has_clock and is_time_alone(two):
        return _timed(one, two) if two.has_clock else None  # "this morning at 7"
    if one.type is two.type is TimexType.TIME and two.part and not two.has_clock and is_time_alone(one):
        return _timed(two, one) if one.has_clock else None  # "at 7 this morning"
    return None


def _names_day(reading: Reading) -> bool:
    if reading.has_clock or reading.type not in _DATELIKE:
        return False
    return bool(
        reading.day or reading.weekday or reading.holiday or reading.pair
        or (reading.shift is not None and reading.unit in {"D", "W"} and not reading.part)
    )  # fmt: skip


def is_time_alone(reading: Reading) -> bool:
    """Whether it is a clock or a part of a day and names no day."""
    if reading.type is not TimexType.TIME or reading.shift is not None or reading.weekday or reading.day:
        return False
    return reading.has_clock or bool(reading.part)


def _timed(day: Reading, clock: Reading) -> Reading:
    return replace(
        day, type=TimexType.TIME, hour=clock.hour if clock.has_clock else day.hour,
        minute=clock.minute if clock.has_clock else day.minute, second=clock.second,
        part=clock.part or day.part, meridiem=clock.meridiem or day.meridiem, zone=clock.zone,
        mod=clock.mod or day.mod,
    )  # fmt: skip


def appointments(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """In a short command a day and a time beside it are one appointment: "le 2 mars vers 5h"."""
    joined: list[Mention] = []
    for mention in mentions:
        if joined and not mention.until and not joined[-1].until:
            left = joined[-1]
            reading = at_time(left.reading, mention.reading)
            if reading is not None and mention.start - left.end <= _COMMAND_GAP:
                joined[-1] = replace(left, end=mention.end, reading=reading)
                continue
        joined.append(mention)
    return tuple(joined)
