"""Minguo calendar (CLDR key: roc), years of the Republic of China: the Gregorian year less 1911.

In: year from 1 (1912), month, day. Out: day numbers.

Sources: CLDR 45, calendar data "roc"; known pairs: 1 January of year 1, proclamation of the republic (1
January 1912); 25 December 36, the constitution comes into force (1947); 20 May 113 (2024).
"""

from __future__ import annotations

from reader.calendars.shifted_gregorian import ShiftedGregorian

CALENDAR = ShiftedGregorian(key="roc", years=-1911, first_year=1).calendar(
    ((1, 1, 1), 697978),
    ((36, 12, 25), 711120),
    ((113, 5, 20), 739026),
)
