"""Stretches of the Gregorian calendar with a name: days, weeks, months, quarters, seasons, centuries.

In: years, months, days. Out: a `Moment`, its TIMEX3 value and its days. Years are astronomical (0 is 1 BCE).
Seasons are the meteorological ones of the northern half of the world (WMO No. 49); winter belongs to the year
it begins in. Sources: ISO 8601, TIMEX3 1.2.1 (values), ISO 8601-2 (seasons).
"""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.frozen import frozen, replace
from reader.temporal.model import Grain

_QUARTER = 3
_HALF = 6
_MONTHS = 12
# First and last month of what is left of a year early, amid or late in it.
_THIRDS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}
_WEEK = 7
FORTNIGHT = "2W"
_HALF_A_MONTH = 15
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
SEASON_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
# How units follow each other, from the widest: what a moment of one grain can be counted in.
UNIT_GRAIN = {
    "CE": Grain.CENTURY, "DE": Grain.DECADE, "Y": Grain.YEAR, "S": Grain.SEASON, "Q": Grain.QUARTER,
    "M": Grain.MONTH, "W": Grain.WEEK, "WE": Grain.WEEK, "D": Grain.DAY, "H": Grain.HOUR, "MIN": Grain.MINUTE,
    "SEC": Grain.SECOND,
}  # fmt: skip
# Years and days a narrative can reach; beyond them a number is no year. Python's own dates need no more than
# 400-year cycles, but a value of more than four digits is no TIMEX3 any reader knows.
FARTHEST_YEAR = 9999


class UnreachableError(ValueError):
    """A moment beyond the years that can be written."""


@lru_cache(maxsize=8192)  # a document names the same days again and again: a twelfth of resolution's time
def date_of(day_number: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    return gregorian.from_day_number(day_number)


@frozen
class Moment:
    """A named stretch of time.

    Attributes:
        grain: how wide.
        value: TIMEX3, without clock.
        first, last: its days, both included.
        clock: "T09:00", "TMO" or "".
        calendar: key of the calendar that named it; years counted from it are that calendar's.
    """

    grain: Grain
    value: str
    first: int
    last: int
    clock: str = ""
    calendar: str = field(default="gregorian", compare=False)

    @property
    def year(self) -> int:
        """The year it begins in."""
        return date_of(self.first)[0]

    @property
    def month(self) -> int:
        """The month it begins in."""
        return date_of(self.first)[1]

    @property
    def is_day(self) -> bool:
        """It is one day, or a time of it."""
        return self.first == self.last


def year_value(year: int) -> str:
    """TIMEX3 of a year: "1939", "BC0044"."""
    if not -FARTHEST_YEAR < year <= FARTHEST_YEAR:
        raise UnreachableError(year)
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def day_of(number: int) -> Moment:
    """A day by its number."""
    year, month, day = date_of(number)
    return Moment(Grain.DAY, f"{year_value(year)}-{month:02d}-{day:02d}", number, number)


def day(year: int, month: int, number: int) -> Moment:
    """A day of a month; raises `ImpossibleDateError` for 31 April."""
    return day_of(gregorian.to_day_number(year, month, number))


def month(year: int, number: int) -> Moment:
    """A month."""
    first = gregorian.to_day_number(year, number, 1)
    last = first + gregorian.days_in_month(year, number) - 1
    return Moment(Grain.MONTH, f"{year_value(year)}-{number:02d}", first, last)


def months(year: int, number: int, length: int) -> tuple[int, int]:
    """First and last day of `length` months from a month on."""
    start = gregorian.to_day_number(year, number, 1)
    later = year * _MONTHS + number - 1 + length
    return start, gregorian.to_day_number(later // _MONTHS, later % _MONTHS + 1, 1) - 1


def year(number: int) -> Moment:
    """A year."""
    return Moment(Grain.YEAR, year_value(number), *months(number, 1, _MONTHS))


def quarter(of: int, number: int) -> Moment:
    """A quarter of a year, 1 … 4."""
    first, last = months(of, _QUARTER * (number - 1) + 1, _QUARTER)
    return Moment(Grain.QUARTER, f"{year_value(of)}-Q{number}", first, last)


def half(of: int, number: int) -> Moment:
    """A half of a year, 1 or 2."""
    first, last = months(of, _HALF * (number - 1) + 1, _HALF)
    return Moment(Grain.HALF, f"{year_value(of)}-H{number}", first, last)


def season(of: int, name: str) -> Moment:
    """A season, "SP", "SU", "FA" or "WI"."""
    first, last = months(of, _SEASONS[name], _QUARTER)
    return Moment(Grain.SEASON, f"{year_value(of)}-{name}", first, last)


def week_of(number: int, begins: int = 1) -> Moment:
    """The week that holds a day, by the number of the ISO week whose Monday it has.

    Args:
        number: the day.
        begins: the weekday it begins with, 1 for Monday.
    """
    first = number - (gregorian.weekday(number) - begins) % _WEEK
    iso_year, week, _ = gregorian.to_iso_week(first + (1 - begins) % _WEEK)
    return Moment(Grain.WEEK, f"{year_value(iso_year)}-W{week:02d}", first, first + _WEEK - 1)


def week(of: int, number: int) -> Moment:
    """A week of an ISO year."""
    return week_of(gregorian.from_iso_week(of, number))


def weekend_of(number: int) -> Moment:
    """The weekend of the ISO week that holds a day."""
    found = week_of(number)
    return Moment(Grain.WEEK, f"{found.value}-WE", found.last - 1, found.last)


def decade(first: int) -> Moment:
    """The ten years from a year that ends in 0."""
    value = f"{first // 10:03d}" if first > 0 else f"BC{abs(first) // 10:03d}"
    return Moment(Grain.DECADE, value, months(first, 1, _MONTHS)[0], months(first + 9, 1, _MONTHS)[1])


def century(number: int, *, before_christ: bool = False) -> Moment:
    """The n-th century: 19 is 1801–1900, written "18" in TIMEX3."""
    start = -100 * number + 1 if before_christ else 100 * (number - 1) + 1
    value = f"BC{number - 1:02d}" if before_christ else f"{number - 1:02d}"
    return Moment(Grain.CENTURY, value, months(start, 1, _MONTHS)[0], months(start + 99, 1, _MONTHS)[1])


def share_of(whole: Moment, share: str) -> Moment:
    """A part of a century or millennium: "2/4" of the eighth century before our era is 775–751 BC."""
    number, _, parts = share.partition("/")
    of, years = int(parts), 1000 if whole.grain is Grain.MILLENNIUM else 100
    return years_of(whole, *(round(years * place / of) for place in (int(number) - 1, int(number))))


def years_of(whole: Moment, start: int, end: int) -> Moment:
    """Some years of a century: from its `start`-th, 0 for the first, to before its `end`-th."""
    first = date_of(whole.first)[0]
    days = months(first + start, 1, _MONTHS)[0], months(first + end - 1, 1, _MONTHS)[1]
    return Moment(Grain.CENTURY, whole.value, *days)


def part_of_year(whole: Moment, mod: str) -> Moment:
    """The third of a year that "early", "mid" or "late" leaves, called as the year; others as they are."""
    part = _THIRDS.get(mod)
    if whole.grain is not Grain.YEAR or part is None or whole.calendar != "gregorian":
        return whole
    return replace(whole, first=months(whole.year, part[0], 1)[0], last=months(whole.year, part[1], 1)[1])


def millennium(number: int, *, before_christ: bool = False) -> Moment:
    """The n-th millennium: 2 is 1001–2000."""
    start = -1000 * number + 1 if before_christ else 1000 * (number - 1) + 1
    value = f"BC{number - 1}" if before_christ else f"{number - 1}"
    return Moment(Grain.MILLENNIUM, value, months(start, 1, _MONTHS)[0], months(start + 999, 1, _MONTHS)[1])


def add_months(number: int, count: int) -> int:
    """The same day of another month, or its last where it has no such day."""
    this_year, this_month, this_day = date_of(number)
    index = this_year * _MONTHS + this_month - 1 + count
    new_year, new_month = index // _MONTHS, index % _MONTHS + 1
    longest = gregorian.days_in_month(new_year, new_month)
    return gregorian.to_day_number(new_year, new_month, min(this_day, longest))


def unit_at(number: int, unit: str) -> Moment:  # noqa: PLR0911 - one return per unit
    """The stretch of a unit that holds a day: its week, month or year."""
    this_year, this_month, _ = date_of(number)
    match unit:
        case "W":
            return week_of(number)
        case "WE":
            return weekend_of(number)
        case "M":
            return month(this_year, this_month)
        case "Q":
            return quarter(this_year, (this_month - 1) // _QUARTER + 1)
        case "HY":
            return half(this_year, (this_month - 1) // _HALF + 1)
        case "S":
            name = next(key for key, start in _SEASONS.items() if (this_month - start) % _MONTHS < _QUARTER)
            return season(this_year - (name == "WI" and this_month < _QUARTER), name)
        case "Y":
            return year(this_year)
        case "DE":
            return decade(this_year // 10 * 10)
        case "CE":
            before_christ = this_year <= 0
            return century(
                (-this_year if before_christ else this_year - 1) // 100 + 1, before_christ=before_christ
            )
        case _:
            return day_of(number)


def shifted(number: int, count: int, unit: str) -> int:
    """The day so many units later (earlier where negative).

    Raises:
        UnreachableError: beyond the years that can be written.
    """
    per_unit = {"D": 1, "W": _WEEK, "WE": _WEEK}
    per_month = {
        "M": 1, "Q": _QUARTER, "HY": _HALF, "S": _QUARTER, "Y": _MONTHS, "DE": 120, "CE": 1200, "ML": 12000,
    }  # fmt: skip
    if abs(count) > FARTHEST_YEAR * 366:
        raise UnreachableError(count)
    if unit in per_unit:
        return number + count * per_unit[unit]
    if unit in per_month:
        return add_months(number, count * per_month[unit])
    return number


def nth_weekday(of: Moment, weekday: int, nth: int) -> Moment | None:
    """The n-th weekday inside a stretch, counted from its end where `nth` is negative."""
    if nth > 0:
        first = of.first + (weekday - gregorian.weekday(of.first)) % _WEEK
        found = first + _WEEK * (nth - 1)
    else:
        last = of.last - (gregorian.weekday(of.last) - weekday) % _WEEK
        found = last + _WEEK * (nth + 1)
    return day_of(found) if of.first <= found <= of.last else None


def nth_unit(of: Moment, unit: str, nth: int) -> Moment | None:
    """The n-th day, week, month … of a stretch, counted from its end where `nth` is negative."""
    if unit == "W":
        inside = unit_at(of.first, "W")
        # The first week of a month is the one with most of its days in it (ISO 8601's rule for years).
        start = inside.first if of.first - inside.first <= _WEEK // 2 else inside.first + _WEEK
        if nth > 0:
            return week_of(start + _WEEK * (nth - 1))
        end = week_of(of.last)
        last = end.first if of.last - end.first >= _WEEK // 2 else end.first - _WEEK
        return week_of(last + _WEEK * (nth + 1))
    if unit == FORTNIGHT and of.grain is Grain.MONTH:
        middle = of.first + _HALF_A_MONTH  # "la segunda quincena de junio" begins on the 16th
        days = (of.first, middle - 1) if nth == 1 else (middle, of.last)
        return Moment(Grain.WEEK, of.value, *days)
    if unit == "DE" and of.grain is Grain.CENTURY:  # the last of the nineteenth are the 1890s
        return decade(date_of(of.first)[0] - 1 + 10 * (nth - 1 if nth > 0 else 10 + nth))
    found = shifted(
        of.first if nth > 0 else of.last, nth - 1 if nth > 0 else nth + 1, unit.lstrip("0123456789")
    )
    return unit_at(found, unit) if of.first <= found <= of.last else None


__all__ = ["ImpossibleDateError", "Moment", "UnreachableError"]
