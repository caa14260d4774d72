"""The Persian rule against the leap years Iran's calendar authority publishes, and against the equinoxes."""

from __future__ import annotations

from convertdate import persian as by_equinox

from reader.calendars.calendar import JULIAN_DAY_OF_DAY_0
from reader.calendars.persian import CALENDAR

# Calendar Centre, Institute of Geophysics, University of Tehran: leap years 1206 to 1408.
PUBLISHED_LEAP_YEARS = (
    *(1210, 1214, 1218, 1222, 1226, 1230, 1234, 1238, 1243, 1247, 1251, 1255, 1259, 1263, 1267, 1271, 1276),
    *(1280, 1284, 1288, 1292, 1296, 1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346),
    *(1350, 1354, 1358, 1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408),
)


def test_leap_years_are_the_published_ones() -> None:
    leap = tuple(year for year in range(1207, 1409) if CALENDAR.days_in_month(year, 12) == 30)
    assert leap == PUBLISHED_LEAP_YEARS


def test_new_year_is_the_day_of_the_equinox() -> None:
    for year in (1300, 1343, 1376, 1402, 1404, 1409, 1437, 1475):
        reckoned = int(by_equinox.to_jd(year, 1, 1) - JULIAN_DAY_OF_DAY_0)
        assert CALENDAR.to_day_number(year, 1, 1) == reckoned, year
