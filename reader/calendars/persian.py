"""Persian calendar (CLDR key: persian), the Solar Hijri calendar of Iran, by its 33-year rule.

In: year from 1, month, day. Out: day numbers. The year begins at the spring equinox in Tehran; six months
of 31 days, five of 30, one of 29 or 30. convertdate reckons each equinox anew, which takes 6 to 11 ms a
date. The rule below, which ICU uses too, has eight leap years in 33. Compared: it gives the published leap
years from 1206 to 1408, and convertdate's equinoxes from 1277 to 1502 (1898 to 2123 CE); earlier,
convertdate is a day late in six years (1243, 1255, 1259, 1267, 1271, 1276). From 1503 on the rule may be a
day off.

Sources: CLDR/ICU 72, PersianCalendar (the rule); leap years by the Calendar Centre, Institute of
Geophysics, University of Tehran; known pairs from Reingold & Dershowitz, Calendrical Calculations, 4th ed.,
appendix C, and Nowruz as kept: 1357 (21 March 1978), 1400 and 1404 (21 March), 1403 (20 March 2024).
"""

from __future__ import annotations

from reader.calendars.calendar import Calendar, DayNumber, ImpossibleDateError, require

KEY = "persian"
FIRST_DAY = 226_895  # where the rule puts 1 Farvardin 1; the equinox of 622 fell a day later
CYCLE_YEARS = 33
CYCLE_DAYS = 33 * 365 + 8
LEAPS_IN_CYCLE = 8
LEAP_PHASE = 21  # places the leap years 1, 5, 9, 13, 17, 22, 26 and 30 in the cycle
LONG_MONTHS = 6
DAYS_OF_LONG_MONTHS = 6 * 31
ESFAND = 12


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return _new_year(year) + (month - 1) * 30 + min(month - 1, LONG_MONTHS) + day - 1


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies before year 1.
    """
    year = (CYCLE_YEARS * (day_number - FIRST_DAY) + 3) // CYCLE_DAYS + 1
    if year < 1:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies before the era")
    day_of_year = day_number - _new_year(year)
    if day_of_year < DAYS_OF_LONG_MONTHS:
        month, day = divmod(day_of_year, 31)
    else:
        month, day = divmod(day_of_year - LONG_MONTHS, 30)
    return year, month + 1, day + 1


def days_in_month(year: int, month: int) -> int:
    """How many days a month has.

    Raises:
        ImpossibleDateError: there is no such month.
    """
    require(year >= 1 and 1 <= month <= ESFAND, KEY, year, month)
    if month == ESFAND:
        return _new_year(year + 1) - _new_year(year) - DAYS_OF_LONG_MONTHS - 5 * 30
    return 31 if month <= LONG_MONTHS else 30


def months_in_year(_year: int) -> int:
    """Twelve."""
    return ESFAND


def _new_year(year: int) -> DayNumber:
    return FIRST_DAY + 365 * (year - 1) + (LEAPS_IN_CYCLE * year + LEAP_PHASE) // CYCLE_YEARS


CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "Farvardin",
        "Ordibehesht",
        "Khordad",
        "Tir",
        "Mordad",
        "Shahrivar",
        "Mehr",
        "Aban",
        "Azar",
        "Dey",
        "Bahman",
        "Esfand",
    ),
    known_pairs=(
        ((1218, 1, 7), 671401),
        ((1322, 7, 14), 709580),
        ((1357, 1, 1), 722164),
        ((1374, 12, 6), 728714),
        ((1400, 1, 1), 737870),
        ((1403, 1, 1), 738965),
        ((1404, 1, 1), 739331),
        ((1473, 4, 28), 764652),
    ),
    first_year=1,
)
