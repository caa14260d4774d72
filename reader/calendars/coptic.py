"""Coptic calendar (CLDR key: coptic), years of the Martyrs.

In: year from 1 (29 August 284, Julian), month, day. Out: day numbers. Twelve months of 30 days and a little
month of five, six before a Julian leap year. The arithmetic is convertdate's.

Sources: CLDR 45, calendar data "coptic"; known pairs from Reingold & Dershowitz, Calendrical Calculations,
4th ed., appendix C, and Nayrouz 1741 (11 September 2024), 1740 (12 September 2023).
"""

from __future__ import annotations

from convertdate import coptic

from reader.calendars.calendar import Calendar
from reader.calendars.converted import Converted

_COUNT = Converted("coptic", coptic.to_jd, coptic.from_jd, coptic.month_length, months=13, first_year=1)

CALENDAR = Calendar(
    key=_COUNT.key,
    to_day_number=_COUNT.to_day_number,
    from_day_number=_COUNT.from_day_number,
    days_in_month=_COUNT.days_in_month,
    months_in_year=_COUNT.months_in_year,
    month_names=(
        "Tout",
        "Baba",
        "Hator",
        "Kiahk",
        "Toba",
        "Amshir",
        "Baramhat",
        "Baramouda",
        "Bashans",
        "Paona",
        "Epep",
        "Mesra",
        "Nasie",
    ),
    known_pairs=(
        ((1, 1, 1), 103605),
        ((1107, 10, 10), 507850),
        ((1555, 7, 19), 671401),
        ((1660, 1, 26), 709580),
        ((1712, 6, 17), 728714),
        ((1740, 1, 1), 738775),
        ((1741, 1, 1), 739140),
        ((1810, 11, 11), 764652),
    ),
    first_year=1,
)
