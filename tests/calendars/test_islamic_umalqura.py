"""The table and the rule of the Hijri calendar stay as close as the calendar says it is certain."""

from __future__ import annotations

from datetime import date

from reader.calendars.islamic_civil import CALENDAR as BY_RULE
from reader.calendars.islamic_umalqura import CALENDAR as BY_TABLE


def test_table_and_rule_differ_by_two_days_at_most_and_mostly_by_one() -> None:
    starts = [
        BY_TABLE.to_day_number(year, month, 1) - BY_RULE.to_day_number(year, month, 1)
        for year in range(1343, 1501)
        for month in range(1, 13)
    ]
    assert max(map(abs, starts)) <= 2
    assert sum(abs(difference) <= BY_RULE.uncertainty_days for difference in starts) / len(starts) > 0.95


def test_a_letter_dated_twice_agrees_with_itself() -> None:
    assert BY_TABLE.to_day_number(1447, 2, 25) == date(2025, 8, 19).toordinal()


def test_a_month_of_29_days_has_no_thirtieth() -> None:
    assert {BY_TABLE.days_in_month(1447, month) for month in range(1, 13)} == {29, 30}
