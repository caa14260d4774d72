"""Years of the city of Rome, ab urbe condita: Varro's count, whose year 1 is 753 BCE.

In: year, month, day. Out: day numbers. Historians give the years of the city as whole years of ours, from
January; the Roman Parilia of 21 April and the older beginnings of the consuls' year are left aside, as the
handbooks do.

Sources: E. J. Bickerman, Chronology of the Ancient World, 2nd ed. 1980, p. 77 (Varro's era: AUC 1 = 753 BC,
AUC 754 = AD 1); known pairs: 1 January 1 (753 BCE); 1 January 710 (44 BCE), the year of Caesar's death;
1 January 754 (1 CE).
"""

from __future__ import annotations

from reader.calendars.calendar import Calendar
from reader.calendars.gregorian import CALENDAR as GREGORIAN
from reader.calendars.shifted_gregorian import ShiftedGregorian

YEARS = ShiftedGregorian(key="ab-urbe-condita", years=753, first_year=1)

CALENDAR = Calendar(
    key=YEARS.key,
    to_day_number=YEARS.to_day_number,
    from_day_number=YEARS.from_day_number,
    days_in_month=YEARS.days_in_month,
    months_in_year=YEARS.months_in_year,
    month_names=GREGORIAN.month_names,
    known_pairs=(
        ((1, 1, 1), -275027),
        ((710, 1, 1), -16070),
        ((754, 1, 1), 1),
    ),
    first_year=YEARS.first_year,
)
