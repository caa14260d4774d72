"""Japanese calendar (CLDR key: japanese): the Gregorian calendar, its years counted by era, from Meiji.

In: running (Gregorian) year from 1873, month, day; `Era.running_year` makes it from a year of an era. Out:
day numbers. Japan took the Gregorian calendar on 1 January 1873 (1 January of Meiji 6): months written
before are of the lunisolar calendar, up to seven weeks later, so dates of Meiji 1 … 5 are refused rather
than guessed; their years alone are sound (Meiji 1 is 1868). The days on which the emperors Meiji and Taishō
died belong to both eras.

Sources: CLDR 45, calendar data "japanese", eras 232-236; Cabinet Order 1 of 1989 and Cabinet Order 143 of
2019 (Heisei, Reiwa); known pairs: the constitution of 3 May Shōwa 22 (1947), the last day of Shōwa (7
January 1989), the first of Reiwa (1 May 2019).
"""

from __future__ import annotations

from reader.calendars.calendar import Era
from reader.calendars.gregorian import CALENDAR as GREGORIAN
from reader.calendars.shifted_gregorian import ShiftedGregorian

DAY = GREGORIAN.to_day_number

CALENDAR = ShiftedGregorian(key="japanese", years=0, first_year=1873).calendar(
    ((1873, 1, 1), 683735),
    ((1947, 5, 3), 710884),
    ((1989, 1, 7), 726109),
    ((2019, 5, 1), 737180),
    eras=(
        Era("meiji", DAY(1868, 10, 23), DAY(1912, 7, 30), 1868),
        Era("taisho", DAY(1912, 7, 30), DAY(1926, 12, 25), 1912),
        Era("showa", DAY(1926, 12, 25), DAY(1989, 1, 7), 1926),
        Era("heisei", DAY(1989, 1, 8), DAY(2019, 4, 30), 1989),
        Era("reiwa", DAY(2019, 5, 1), None, 2019),
    ),
)
