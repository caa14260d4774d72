"""TIMEX3, for exchange and for scoring.

In: dated mentions. Out: plain records, values as TIMEX3 1.2.1 writes them; centuries and decades as their
first digits ("17", "198"), years before our era as "BC0044". A range becomes its two ends, as TIMEX3 has no
ranges; a day said in two calendars ("583هـ/1187م") is one expression, with the value of the one we count in.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.frozen import replace
from reader.temporal.dating.shifting import unit_of
from reader.temporal.model import Timex
from reader.temporal.reading import Reading

_TIME_UNITS = {"H": "H", "MIN": "M", "SEC": "S"}
_MONTHS_OF = {"Q": 3, "S": 3, "HY": 6}


def records(timexes: Iterable[Timex]) -> list[dict[str, str | int]]:
    """One record per TIMEX3: start, end, text, type, value and, where there is one, mod."""
    found: list[dict[str, str | int]] = []
    for timex in _one_of_two(timexes):
        for part in timex.parts or (timex,):
            record: dict[str, str | int] = {
                "start": part.span.start,
                "end": part.span.end,
                "text": part.text,
                "type": part.type.value,
                "value": part.value,
            }
            if part.mod:
                record["mod"] = part.mod
            found.append(record)
    return found


def _one_of_two(timexes: Iterable[Timex]) -> list[Timex]:
    """The same, neighbours that say one day in two calendars made one."""
    found: list[Timex] = []
    for timex in timexes:
        if found and timex.group >= 0 and found[-1].group == timex.group and not timex.parts:
            first = found.pop()
            ours = first if first.calendar == "gregorian" else timex
            span = replace(first.span, end=timex.span.end)
            found.append(replace(ours, span=span, text=f"{first.text} {timex.text}"))
        else:
            found.append(timex)
    return found


def duration_value(reading: Reading) -> str:
    """TIMEX3 of a length: "P3D", "PT1H30M", "P1Y2M", "PXY" for "some years"."""
    date_part, time_part = "", ""
    for count, unit in (
        (reading.count if reading.count is not None else 1.0, reading.unit),
        *reading.lengths,
    ):
        size, code = unit_of(unit)
        amount = "X" if count < 0 else _amount(count * size)
        if code == "WE":
            date_part += f"{amount}WE"
        elif code in _TIME_UNITS:
            time_part += f"{amount}{_TIME_UNITS[code]}"
        elif code in _MONTHS_OF and amount != "X":
            date_part += f"{_amount(count * size * _MONTHS_OF[code])}M"
        elif code in {"DE", "CE", "ML"} and amount != "X":
            date_part += f"{_amount(count * size * {'DE': 10, 'CE': 100, 'ML': 1000}[code])}Y"
        else:
            date_part += f"{amount}{code}"
    return f"P{date_part}" + (f"T{time_part}" if time_part else "")


def _amount(value: float) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))


def set_value(reading: Reading) -> str:
    """TIMEX3 of a set: "P1D" for daily, "XXXX-WXX-5" for Fridays, "XXXX-12-25" for every Christmas."""
    if reading.weekday is not None:
        return f"XXXX-WXX-{reading.weekday}" + (f"T{reading.part}" if reading.part else "")
    if reading.month is not None:
        return f"XXXX-{reading.month:02d}" + (f"-{reading.day:02d}" if reading.day else "")
    if reading.season:
        return f"XXXX-{reading.season}"
    if reading.part and not reading.unit:
        return f"XXXX-XX-XXT{reading.part}"
    if reading.hour is not None and not reading.unit:
        return f"T{reading.hour:02d}:{reading.minute or 0:02d}"
    return duration_value(reading)
