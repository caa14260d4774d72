"""The axis at every zoom and in every language of the program: ordered, readable, round."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.sentences import load_sentences
from reader.timeline.date_words import DateWords
from reader.timeline.scale import TimeScale
from reader.timeline.ticks import gregorian_ticks, hijri_ticks
from tests.timeline.chronicle import day_number

WORDS = {tag: DateWords(load_sentences(tag)) for tag in ("en", "fr", "ar")}
views = st.builds(
    lambda middle, span, width: TimeScale(middle - span / 2, middle + span / 2, width),
    st.integers(min_value=-3_700_000, max_value=3_700_000),
    st.floats(min_value=3, max_value=6_000_000),
    st.floats(min_value=150, max_value=2500),
)


def width_of(text: str) -> float:
    return 7.0 * len(text)


def labels(ticks) -> list[str]:
    return [tick.label for tick in ticks if tick.label]


def ticks_of(first: int, last: int, tag: str = "en", width: float = 420):
    return gregorian_ticks(TimeScale(first, last, width), WORDS[tag], width_of)


def assert_readable(ticks, scale: TimeScale) -> None:
    assert [tick.day for tick in ticks] == sorted({tick.day for tick in ticks})
    shown = [tick for tick in ticks if tick.label]
    for tick, after in pairwise(shown):
        assert scale.place(tick.day) + width_of(tick.label) < scale.place(after.day)
    for tick in shown:
        assert scale.place(tick.day) >= -1e-6
        assert scale.place(tick.day) + width_of(tick.label) <= scale.width + 1e-6


@settings(max_examples=150, deadline=None)
@given(views, st.sampled_from(["en", "fr", "ar"]))
def test_labels_are_in_order_and_none_touches_another_or_the_edge(scale, tag):
    ticks = gregorian_ticks(scale, WORDS[tag], width_of)
    assert_readable(ticks.labelled, scale)
    assert_readable(ticks.context, scale)
    assert len(ticks.small) < scale.width / 3


@settings(max_examples=100, deadline=None)
@given(views, st.sampled_from(["islamic-umalqura", "islamic-civil"]))
def test_the_hijri_strip_is_as_readable(scale, key):
    assert_readable(hijri_ticks(scale, WORDS["ar"], width_of, key).labelled, scale)


@settings(max_examples=60, deadline=None)
@given(views)
def test_wherever_one_looks_the_axis_says_something(scale):
    ticks = gregorian_ticks(scale, WORDS["en"], width_of)
    assert labels(ticks.labelled) + labels(ticks.context)


def test_days_stand_under_their_month():
    ticks = ticks_of(day_number(2025, 8, 10), day_number(2025, 8, 20), "fr")
    assert labels(ticks.context) == ["août 2025"]
    assert labels(ticks.labelled)[:3] == ["10", "11", "12"]


def test_months_stand_under_their_year_and_are_short_where_room_is_short():
    first, last = day_number(2024, 7, 1), day_number(2025, 7, 1)
    assert labels(ticks_of(first, last, "fr", 1000).labelled)[:2] == ["juillet", "août"]
    assert labels(ticks_of(first, last, "fr", 650).labelled)[:2] == ["juil.", "août"]
    assert labels(ticks_of(first, last, "fr", 650).context) == ["2024", "2025"]


def test_weeks_begin_on_monday():
    first, last = day_number(2025, 8, 1), day_number(2025, 10, 1)
    days = [tick.day for tick in ticks_of(first, last, "fr").labelled]
    assert {(int(day) - 1) % 7 for day in days} == {0}


def test_centuries_are_counted_as_people_do():
    ticks = ticks_of(day_number(1940), day_number(2035), "fr")
    assert labels(ticks.context) == ["XXe siècle", "XXIe siècle"]
    assert ticks.context[1].day == day_number(2001)


def test_there_is_no_year_nought_between_caesar_and_augustus():
    ticks = ticks_of(day_number(-60), day_number(30), width=900)
    years = labels(ticks.labelled)
    assert {"50 BCE", "10 BCE", "1", "10"} <= set(years)
    assert not any(re.match(r"0\b|1 BCE", label) for label in years)


def test_ten_thousand_years_before_and_after_are_years_like_others():
    assert "8000 BCE" in labels(ticks_of(day_number(-8050), day_number(-7000), width=900).labelled)
    assert "12000" in labels(ticks_of(day_number(11_000), day_number(13_000), width=900).labelled)


def test_the_hijri_strip_names_the_month_of_an_august_day():
    scale = TimeScale(day_number(2025, 7, 20), day_number(2025, 9, 10), 420)
    assert "Safar 1447" in labels(hijri_ticks(scale, WORDS["en"], width_of, "islamic-umalqura").labelled)


def test_the_hijri_strip_goes_on_where_the_official_tables_end_and_is_empty_before_the_hijra():
    scale = TimeScale(day_number(1200), day_number(1300), 600)
    assert labels(hijri_ticks(scale, WORDS["en"], width_of, "islamic-umalqura").labelled)
    before = TimeScale(day_number(-100), day_number(500), 600)
    assert hijri_ticks(before, WORDS["en"], width_of, "islamic-umalqura").labelled == ()


@pytest.mark.parametrize("tag", ["en", "fr", "ar"])
def test_the_years_before_our_era_say_so_in_each_language(tag):
    shown = labels(ticks_of(day_number(-400), day_number(-200), tag, 900).labelled)
    assert shown
    assert all(label != label.strip("0123456789") and len(label) > 3 for label in shown)
