"""What a calendar is: a way to count days, and nothing else.

Every calendar meets the others in one count of days, the *day number* (Rata Die: 1 is 1 January of year 1,
proleptic Gregorian; `date.toordinal()` where that reaches; zero and negative before). Years are the
calendar's own; where it has no year 0 the file says so.

To add a calendar: one file in this folder that ends with `CALENDAR = Calendar(...)`, with its source and some
known date pairs. `registry.py` finds it, `tests/calendars/test_every_calendar.py` walks it there and back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

DayNumber = int


class ImpossibleDateError(ValueError):
    """The calendar has no such day (31 April, 30 February, a year outside its reach)."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar as functions over day numbers.

    Attributes:
        key: CLDR key where there is one ("islamic-umalqura"), else the plain name ("julian").
        to_day_number: (year, month, day) -> day number. Raises ImpossibleDateError.
        from_day_number: day number -> (year, month, day).
        days_in_month: (year, month) -> how many days. Raises ImpossibleDateError.
        months_in_year: (year) -> how many months.
        month_names: standard names in Latin letters, month 1 first (as many as the longest year has).
        known_pairs: ((year, month, day), day number), each from the source named in the file's head.
        first_year, last_year: its reach, None where unbounded.
        uncertainty_days: by how many days a date may be off from what people wrote (Hijri: 1).
    """

    key: str
    to_day_number: Callable[[int, int, int], DayNumber]
    from_day_number: Callable[[DayNumber], tuple[int, int, int]]
    days_in_month: Callable[[int, int], int]
    months_in_year: Callable[[int], int]
    month_names: tuple[str, ...]
    known_pairs: tuple[tuple[tuple[int, int, int], DayNumber], ...]
    first_year: int | None = None
    last_year: int | None = None
    uncertainty_days: int = 0
    eras: tuple[str, ...] = field(default=())
