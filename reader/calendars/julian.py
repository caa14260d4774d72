"""Julian calendar (no CLDR key: julian), proleptic, with astronomical years: 0 is 1 BCE, -43 is 44 BCE.

In: year, month, day, any year. Out: day numbers. The arithmetic is convertdate's (Meeus, Astronomical
Algorithms, ch. 7); it lets months past December through, so months are checked here. The year begins on 1
January whatever the local habit was; a text's own habit (25 March, Easter) is its reader's business.

Sources: known pairs from Reingold & Dershowitz, Calendrical Calculations, 4th ed., appendix C (its years
before 1 written astronomically), and the papal bull Inter gravissimas: Thursday 4 October 1582, before
Friday 15 October.
"""

from __future__ import annotations

from convertdate import julian

from reader.calendars.calendar import Calendar
from reader.calendars.converted import Converted
from reader.calendars.gregorian import CALENDAR as GREGORIAN

_COUNT = Converted("julian", julian.to_jd, julian.from_jd, julian.month_length, months=12)

CALENDAR = Calendar(
    key=_COUNT.key,
    to_day_number=_COUNT.to_day_number,
    from_day_number=_COUNT.from_day_number,
    days_in_month=_COUNT.days_in_month,
    months_in_year=_COUNT.months_in_year,
    month_names=GREGORIAN.month_names,
    known_pairs=(
        ((-586, 7, 30), -214193),
        ((-168, 12, 8), -61387),
        ((70, 9, 26), 25469),
        ((1013, 4, 19), 369740),
        ((1391, 6, 4), 507850),
        ((1582, 10, 4), 577735),
        ((1648, 5, 31), 601716),
        ((1996, 2, 12), 728714),
        ((2094, 7, 5), 764652),
    ),
)
