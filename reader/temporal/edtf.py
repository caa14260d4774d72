"""EDTF, level 1 and what is needed of level 2 (ISO 8601-2): how a date is written outside the code.

In: a `Moment` and what qualifies it. Out: "1990-10-03", "198X", "1918~", "1914/1918", "-0043-03-15",
"../2030".
"""

from __future__ import annotations

from functools import lru_cache

from reader.temporal.model import Grain
from reader.temporal.moments import SEASON_CODES, Moment, date_of

_QUARTER_CODES = 32  # EDTF level 2: 33 is the first quarter
_HALF_CODES = 39  # 40 is the first half year
_CENTURY = 100
_ABOUT = frozenset({"APPROX", "START", "MID", "END"})


def year_text(year: int) -> str:
    """An astronomical year of four digits: "0044", "-0043"."""
    return f"{year:04d}" if year >= 0 else f"-{-year:04d}"


def day_text(number: int) -> str:
    """A day: "1990-10-03"."""
    year, month, day = date_of(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


@lru_cache(maxsize=4096)  # each moment is written several times: by itself, in a range, in its explanation
def moment_text(moment: Moment) -> str:  # noqa: PLR0911 - one return per grain
    """A moment, unqualified."""
    year, month, _ = date_of(moment.first)
    name = moment.value.rpartition("-")[2]
    match moment.grain:
        case Grain.YEAR if "/" not in moment.value:
            return year_text(year)
        case Grain.MONTH if "/" not in moment.value:
            return f"{year_text(year)}-{month:02d}"
        case Grain.DECADE if year > 0 and "/" not in moment.value:
            return f"{year // 10:03d}X"
        case Grain.CENTURY if date_of(moment.last)[0] - year < _CENTURY - 1:
            return f"{year_text(year)}/{year_text(date_of(moment.last)[0])}"
        case Grain.CENTURY if year > 0 and "/" not in moment.value:
            return f"{year // 100:02d}XX"
        case Grain.SEASON:
            return f"{year_text(year)}-{SEASON_CODES[name]}"
        case Grain.QUARTER:
            return f"{year_text(year)}-{_QUARTER_CODES + int(name[1:])}"
        case Grain.HALF:
            return f"{year_text(year)}-{_HALF_CODES + int(name[1:])}"
    if moment.is_day:
        return day_text(moment.first)
    return f"{day_text(moment.first)}/{day_text(moment.last)}"


def qualified(text: str, mod: str) -> str:
    """An EDTF text with what qualifies it, or both ends: "vers 1720" is "1720~", "d'ici 2030" "../2030"."""
    if mod == "ON_OR_BEFORE":
        return f"../{text.rpartition('/')[2]}"
    return "/".join(f"{part}~" for part in text.split("/")) if mod in _ABOUT else text


def uncertain(text: str) -> str:
    """An EDTF text of which its source is not sure: "1850?", "1850%" where it is approximate, too."""
    return "/".join(
        part if part in {"", ".."} else f"{part[:-1]}%" if part.endswith("~") else f"{part}?"
        for part in text.split("/")
    )


def range_text(first: Moment, last: Moment) -> str:
    """An interval between two moments: "1914/1918"."""
    start, end = moment_text(first), moment_text(last)
    return f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"
