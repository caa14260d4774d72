"""Ethiopic calendar (CLDR key: ethiopic), years of Mercy (Amete Mihret).

In: year from 1 (29 August 8, Julian), month, day. Out: day numbers. The Coptic calendar under other names,
its years 276 more; 276 is a multiple of four, so both have the same leap years.

Sources: CLDR 45, calendar data "ethiopic"; known pairs from Reingold & Dershowitz, Calendrical
Calculations, 4th ed., ch. 4 and appendix C; Enkutatash 2000, the Ethiopian millennium (12 September 2007),
2017 (11 September 2024); the battle of Adwa, 23 Yekatit 1888 (1 March 1896).
"""

from __future__ import annotations

from convertdate import coptic

from reader.calendars.calendar import Calendar
from reader.calendars.converted import Converted

YEARS_BEFORE_MARTYRS = 276
_COUNT = Converted(
    "ethiopic",
    coptic.to_jd,
    coptic.from_jd,
    coptic.month_length,
    months=13,
    first_year=1,
    years=YEARS_BEFORE_MARTYRS,
)

CALENDAR = Calendar(
    key=_COUNT.key,
    to_day_number=_COUNT.to_day_number,
    from_day_number=_COUNT.from_day_number,
    days_in_month=_COUNT.days_in_month,
    months_in_year=_COUNT.months_in_year,
    month_names=(
        "Meskerem",
        "Tekemt",
        "Hedar",
        "Tahsas",
        "Ter",
        "Yekatit",
        "Megabit",
        "Miazia",
        "Genbot",
        "Sene",
        "Hamle",
        "Nehasse",
        "Pagumen",
    ),
    known_pairs=(
        ((1, 1, 1), 2796),
        ((1888, 6, 23), 692195),
        ((1988, 6, 17), 728714),
        ((2000, 1, 1), 732931),
        ((2017, 1, 1), 739140),
    ),
    first_year=1,
)
