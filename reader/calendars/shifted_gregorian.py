"""Calendars that are the Gregorian with its years counted from elsewhere.

In: by how much. Out: their functions.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reader.calendars.calendar import DayNumber, ImpossibleDateError
from reader.calendars.gregorian import CALENDAR as GREGORIAN


@dataclass(frozen=True, slots=True)
class ShiftedGregorian:
    """Gregorian days under other years.

    Attributes:
        key: of the calendar, for its errors.
        years: its year less the Gregorian year (Buddhist: 543).
        first_year: the first of its own years that it counts.
    """

    key: str
    years: int
    first_year: int

    def to_day_number(self, year: int, month: int, day: int) -> DayNumber:
        """The day number of a date.

        Raises:
            ImpossibleDateError: there is no such day, or the year lies before the first.
        """
        return GREGORIAN.to_day_number(self._gregorian_year(year), month, day)

    def from_day_number(self, day_number: DayNumber) -> tuple[int, int, int]:
        """Year, month and day of a day number.

        Raises:
            ImpossibleDateError: the day lies before the first year.
        """
        year, month, day = GREGORIAN.from_day_number(day_number)
        self._gregorian_year(year + self.years)
        return year + self.years, month, day

    def days_in_month(self, year: int, month: int) -> int:
        """How many days a month has.

        Raises:
            ImpossibleDateError: there is no such month, or the year lies before the first.
        """
        return GREGORIAN.days_in_month(self._gregorian_year(year), month)

    @property
    def months_in_year(self) -> Callable[[int], int]:
        """Twelve, whatever the year."""
        return GREGORIAN.months_in_year

    def _gregorian_year(self, year: int) -> int:
        if year < self.first_year:
            raise ImpossibleDateError(f"{self.key}: no year {year}; it counts from {self.first_year}")
        return year - self.years
