"""Years of the city of Rome, ab urbe condita: Varro's count, whose year 1 is 753 BCE.

In: year, month, day. Out: day numbers. Historians give the years of the city as whole years of ours, from
January; the Roman Parilia of 21 April and the older beginnings of the consuls' year are left aside, as the
handbooks do.

Sources: E. J. Bickerman, Chronology of the Ancient World, 2nd ed. 1980, p. 77 (Varro's era: AUC 1 = 753 BC,
AUC 754 = AD 1); known pairs: 1 January 1 (753 BCE); 1 January 710 (44 BCE), the year of Caesar's death;
1 January 754 (1 CE).
"""

from __future__ import annotations

from reader.calendars.shifted_gregorian import ShiftedGregorian

CALENDAR = ShiftedGregorian(key="ab-urbe-condita", years=753, first_year=1).calendar(
    ((1, 1, 1), -275027),
    ((710, 1, 1), -16070),
    ((754, 1, 1), 1),
)
