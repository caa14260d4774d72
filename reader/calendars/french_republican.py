"""French Republican calendar (no CLDR key: french-republican), the years I to XIV in which it was in force.

In: year 1 … 14, month, day. Out: day numbers (22 September 1792 … 22 September 1806; abolished from 1
January 1806). The complementary days stand as month 13: five, or six in the years III, VII and XI. The law
of 1793 began the year on the day of the autumn equinox in Paris, never by a rule; for the years in force
the equinoxes give a leap year every fourth year, which is convertdate's method 4. Romme's rule, never law,
begins with year XV or later, so it makes no difference here. convertdate's equinoxes agree, at 1.7 ms a
date.

Sources: decree of 4 frimaire an II; the concordance of the fourteen New Year's days in the archives'
printed tables (22 September: I, II, III, V, VI, VII; 23 September: IV, VIII, IX, X, XI, XIII, XIV; 24
September: XII); 9 thermidor an II (27 July 1794), 18 brumaire an VIII (9 November 1799), 10 nivôse an XIV
(31 December 1805).
"""

from __future__ import annotations

from convertdate import french_republican

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0, Calendar, DayNumber, ImpossibleDateError, require

KEY = "french-republican"
FIRST_YEAR, LAST_YEAR = 1, 14
COMPLEMENTARY_DAYS = 13
EVERY_FOURTH_YEAR = 4  # convertdate's name for the method: leap years 3, 7, 11


def to_day_number(year: int, month: int, day: int) -> DayNumber:
    """The day number of a date.

    Raises:
        ImpossibleDateError: there is no such day, or the calendar was not in force.
    """
    require(1 <= day <= days_in_month(year, month), KEY, year, month, day)
    return int(french_republican.to_jd(year, month, day, EVERY_FOURTH_YEAR) - JULIAN_DAY_OF_DAY_0)


def from_day_number(day_number: DayNumber) -> tuple[int, int, int]:
    """Year, month and day of a day number.

    Raises:
        ImpossibleDateError: the day lies outside the years I to XIV.
    """
    if not FIRST_DAY <= day_number <= LAST_DAY:
        raise ImpossibleDateError(f"{KEY}: day {day_number} lies outside the years I to XIV")
    year, month, day = french_republican.from_jd(day_number + JULIAN_DAY_OF_DAY_0, EVERY_FOURTH_YEAR)
    return int(year), int(month), int(day)


def days_in_month(year: int, month: int) -> int:
    """How many days a month has: 30, the complementary days 5 or 6.

    Raises:
        ImpossibleDateError: there is no such month, or the calendar was not in force.
    """
    require(FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= COMPLEMENTARY_DAYS, KEY, year, month)
    if month == COMPLEMENTARY_DAYS:
        return 5 + bool(french_republican.leap(year, EVERY_FOURTH_YEAR))
    return 30


def months_in_year(_year: int) -> int:
    """Thirteen, with the complementary days."""
    return COMPLEMENTARY_DAYS


FIRST_DAY = to_day_number(FIRST_YEAR, 1, 1)
LAST_DAY = to_day_number(LAST_YEAR, COMPLEMENTARY_DAYS, 5)

CALENDAR = Calendar(
    key=KEY,
    to_day_number=to_day_number,
    from_day_number=from_day_number,
    days_in_month=days_in_month,
    months_in_year=months_in_year,
    month_names=(
        "Vendémiaire",
        "Brumaire",
        "Frimaire",
        "Nivôse",
        "Pluviôse",
        "Ventôse",
        "Germinal",
        "Floréal",
        "Prairial",
        "Messidor",
        "Thermidor",
        "Fructidor",
        "Jours complémentaires",
    ),
    known_pairs=(
        ((1, 1, 1), 654415),
        ((2, 1, 1), 654780),
        ((2, 11, 9), 655088),
        ((3, 1, 1), 655145),
        ((4, 1, 1), 655511),
        ((5, 1, 1), 655876),
        ((6, 1, 1), 656241),
        ((7, 1, 1), 656606),
        ((8, 1, 1), 656972),
        ((8, 2, 18), 657019),
        ((9, 1, 1), 657337),
        ((10, 1, 1), 657702),
        ((11, 1, 1), 658067),
        ((12, 1, 1), 658433),
        ((13, 1, 1), 658798),
        ((14, 1, 1), 659163),
        ((14, 4, 10), 659262),
    ),
    first_year=FIRST_YEAR,
    last_year=LAST_YEAR,
)
