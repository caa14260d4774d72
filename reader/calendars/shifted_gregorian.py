"""Calendars that are the Gregorian with its years counted from elsewhere.

In: by how much, and what proves it. Out: the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.calendars.calendar import Calendar, DayNumber, Era, ImpossibleDateError
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

    def _gregorian_year(self, year: int) -> int:
        if year < self.first_year:
            raise ImpossibleDateError(f"{self.key}: no year {year}; it counts from {self.first_year}")
        return year - self.years

    def calendar(
        self, *known_pairs: tuple[tuple[int, int, int], DayNumber], eras: tuple[Era, ...] = ()
    ) -> Calendar:
        """The calendar of these years; `known_pairs` and `eras` as there."""
        return Calendar(
            key=self.key,
            to_day_number=self.to_day_number,
            from_day_number=self.from_day_number,
            days_in_month=self.days_in_month,
            months_in_year=GREGORIAN.months_in_year,
            month_names=GREGORIAN.month_names,
            known_pairs=known_pairs,
            first_year=self.first_year,
            eras=eras,
        )
