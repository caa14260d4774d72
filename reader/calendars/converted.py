"""Calendars that convertdate counts, in Julian days, with the errors and the count of days of ours.

In: a module of convertdate, how many months its years have, from which year it counts. Out: their functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, DayNumber, ImpossibleDateError, require


@dataclass(frozen=True, slots=True)
class Converted:
    """What convertdate counts, under years that may be counted from elsewhere.

    Attributes:
        key: of the calendar, for its errors.
        to_jd, from_jd, month_length: convertdate's.
        months: how many each year has.
        first_year: the first of its own years that it counts, None where it counts all.
        years: its year less that of convertdate (Ethiopic: 276 more than Coptic).
    """

    key: str
    to_jd: Callable[[int, int, int], float]
    from_jd: Callable[[float], tuple[int, int, int]]
    month_length: Callable[[int, int], int]
    months: int
    first_year: int | None = None
    years: int = 0

    def to_day_number(self, year: int, month: int, day: int) -> DayNumber:
        """The day number of a date.

        Raises:
            ImpossibleDateError: there is no such day.
        """
        require(1 <= day <= self.days_in_month(year, month), self.key, year, month, day)
        return int(self.to_jd(year - self.years, month, day) - JULIAN_DAY_OF_DAY_0)

    def from_day_number(self, day_number: DayNumber) -> tuple[int, int, int]:
        """Year, month and day of a day number.

        Raises:
            ImpossibleDateError: the day lies before the era.
        """
        year, month, day = self.from_jd(day_number + JULIAN_DAY_OF_DAY_0)
        if not self._counts(year + self.years):
            raise ImpossibleDateError(f"{self.key}: day {day_number} lies before the era")
        return year + self.years, month, day

    def days_in_month(self, year: int, month: int) -> int:
        """How many days a month has.

        Raises:
            ImpossibleDateError: there is no such month.
        """
        require(self._counts(year) and 1 <= month <= self.months, self.key, year, month)
        return int(self.month_length(year - self.years, month))

    def months_in_year(self, _year: int) -> int:
        """As many as every year has."""
        return self.months

    def _counts(self, year: int) -> bool:
        return self.first_year is None or year >= self.first_year
