"""Islamic civil calendar (CLDR key: islamic-civil): tabular, counted from Friday 16 July 622 (Julian).

In: Hijri year from 1, month, day. Out: day numbers. A year has 354 days, the years 2, 5, 7, 10, 13, 16, 18,
21, 24, 26 and 29 of each cycle of 30 have 355. What people wrote depended on the new moon as seen or
announced where they lived: a day more or less (`uncertainty_days`). The arithmetic is convertdate's, in
halves of days as floats, which are exact here.

Sources: CLDR 45, calendar data "islamic-civil" (the epoch); Reingold & Dershowitz, Calendrical Calculations,
4th ed., ch. 7, known pairs from its appendix C.
"""

from __future__ import annotations

from convertdate import islamic

from reader.calendars.calendar import Calendar
from reader.calendars.converted import Converted

_COUNT = Converted(
    "islamic-civil", islamic.to_jd, islamic.from_jd, islamic.month_length, months=12, first_year=1
)

CALENDAR = Calendar(
    key=_COUNT.key,
    to_day_number=_COUNT.to_day_number,
    from_day_number=_COUNT.from_day_number,
    days_in_month=_COUNT.days_in_month,
    months_in_year=_COUNT.months_in_year,
    month_names=(
        "Muharram",
        "Safar",
        "Rabi al-awwal",
        "Rabi al-thani",
        "Jumada al-ula",
        "Jumada al-akhira",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qada",
        "Dhu al-Hijja",
    ),
    known_pairs=(
        ((1, 1, 1), 227015),
        ((75, 7, 13), 253427),
        ((403, 10, 5), 369740),
        ((793, 7, 1), 507850),
        ((1255, 1, 11), 671401),
        ((1362, 10, 7), 709580),
        ((1416, 10, 5), 728714),
        ((1518, 3, 5), 764652),
    ),
    first_year=1,
    uncertainty_days=1,
)
