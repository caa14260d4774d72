"""Thai Buddhist calendar (CLDR key: buddhist): the Gregorian calendar with 543 added to its years.

In: year, month, day. Out: day numbers. Thailand began the year on 1 April until 1940; the year 2483 had
nine months and 2484 began on 1 January 1941. CLDR counts from 1 January throughout, and so does this file:
a date of January to March written in Thailand before 1941 belongs a Gregorian year later.

Sources: CLDR 45, calendar data "buddhist"; known pairs: 1 January 2484 (1941), the first; the constitution of
6 April 2560 (2017); 10 December 2475 (1932), the first constitution.
"""

from __future__ import annotations

from reader.calendars.shifted_gregorian import ShiftedGregorian

CALENDAR = ShiftedGregorian(key="buddhist", years=543, first_year=1).calendar(
    ((2475, 12, 10), 705627),
    ((2484, 1, 1), 708571),
    ((2560, 4, 6), 736425),
)
