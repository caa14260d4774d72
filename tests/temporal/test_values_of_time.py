"""Moments, holidays, EDTF and TIMEX3: one stretch of time, written for each reader."""

from __future__ import annotations

import pytest

from reader.temporal import edtf, moments
from reader.temporal.holidays import holiday
from reader.temporal.moments import Moment
from reader.temporal.tagger import Tagger
from reader.temporal.timex3 import records


@pytest.mark.parametrize(
    ("moment", "timex3", "written"),
    [
        (moments.day(1990, 10, 3), "1990-10-03", "1990-10-03"),
        (moments.month(2019, 1), "2019-01", "2019-01"),
        (moments.year(-43), "BC0044", "-0043"),
        (moments.decade(1980), "198", "198X"),
        (moments.century(19), "18", "18XX"),
        (moments.season(1954, "WI"), "1954-WI", "1954-24"),
        (moments.quarter(2023, 2), "2023-Q2", "2023-34"),
        (moments.half(2023, 2), "2023-H2", "2023-41"),
        (moments.week(2013, 7), "2013-W07", "2013-02-11/2013-02-17"),
    ],
)
def test_a_moment_is_written_in_both_standards(moment: Moment, timex3: str, written: str) -> None:
    assert (moment.value, edtf.moment_text(moment)) == (timex3, written)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("easter+49", 1999, "1999-05-23"),
        ("orthodox", 2024, "2024-05-05"),
        ("11-w4#4", 2017, "2017-11-23"),
        ("5-w1#-1", 2024, "2024-05-27"),
        ("islamic-umalqura/10/1", 2024, "2024-04-10"),
        ("12-25", 1914, "1914-12-25"),
        # Chinese New Year as published by the Hong Kong Observatory.
        ("new-moon@8/1-21", 2000, "2000-02-05"),
        ("new-moon@8/1-21", 2014, "2014-01-31"),
        ("new-moon@8/1-21", 2025, "2025-01-29"),
        ("new-moon@-12.5/10-17", 2019, "2019-10-27"),  # Diwali
        ("full-moon@5.5/8-2", 2018, "2018-08-26"),  # Raksha Bandhan
        ("4-27!7-1", 2014, "2014-04-26"),  # the Dutch King's Day, never on a Sunday
        ("4-27!7-1", 2015, "2015-04-27"),
    ],
)
def test_a_holiday_falls_on_its_day(name: str, year: int, day: str) -> None:
    found = holiday(name, year)
    assert found is not None
    assert found.value == day


def test_no_day_is_made_up_for_a_holiday_that_cannot_be_reckoned() -> None:
    assert holiday("easter", 300) is None
    assert holiday("2-30", 2024) is None


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("pendant trois jours", "DURATION", "P3D"),
        ("une durée de deux ans et trois mois", "DURATION", "P2Y3M"),
        ("tous les lundis", "SET", "XXXX-WXX-1"),
        ("actuellement", "DATE", "PRESENT_REF"),
        ("les années 1930", "DATE", "193"),
        ("à 21 h 45", "TIME", "2024-05-15T21:45"),
        ("au début de 1920", "DATE", "1920"),
    ],
)
def test_timex3_is_what_the_standard_says(tagger: Tagger, text: str, kind: str, value: str) -> None:
    (record,) = records(tagger.tag(text, "fr", "2024-05-15"))
    assert (record["type"], record["value"]) == (kind, value)


def test_a_range_is_exchanged_as_its_two_ends(tagger: Tagger) -> None:
    found = records(tagger.tag("de 1982 à 1987", "fr"))
    assert [record["value"] for record in found] == ["1982", "1987"]
