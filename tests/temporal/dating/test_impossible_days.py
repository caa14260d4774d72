"""A day that no calendar has is no day: what is left is its month, and the timeline keeps off it."""

from __future__ import annotations

import pytest

from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "It was paid on Feb 30, 2023.", "2023-02"),
        ("en", "It was paid on 31 April 1999.", "1999-04"),
        ("en", "It was paid on 29 February 1900.", "1900-02"),
        ("en", "It was paid on 2023-02-30.", "2023-02"),
        ("en", "It was paid on 30/02/2023.", "2023-02"),
        ("fr", "Il a payé le 31 avril 2021.", "2021-04"),
        ("de", "Bezahlt wurde am 31.04.2023.", "2023-04"),
        ("ar", "دفع في 31 أبريل 1999.", "1999-04"),
        ("fa", "در ۳۱ مهر ۱۴۰۲ پرداخت شد.", "2023-09"),
    ],
)
def test_what_is_left_of_it_is_its_month(tagger: Tagger, language: str, text: str, value: str) -> None:
    (timex,) = tagger.tag(text, language)
    assert (timex.value[:7], timex.interval) == (value, None)
    assert [doubt.key for doubt in timex.doubts] == ["doubt.impossible_date"]


def test_the_thirtieth_of_a_short_month_of_the_moon_is_a_day(tagger: Tagger) -> None:
    (timex,) = tagger.tag("توفي في 30 صفر 1445 هـ.", "ar")
    assert timex.interval is not None


def test_figures_that_are_no_day_and_no_month_are_no_date(tagger: Tagger) -> None:
    assert tagger.tag("The part 45/13/2023 is out of stock.", "en") == ()


def test_a_command_is_told_what_it_said(tagger: Tagger) -> None:
    (timex,) = tagger.tag("feb 30 2019", "en", "2016-11-07", Domain.SPEC)
    assert timex.value == "2019-02-30"


def test_a_day_whose_calendar_was_no_longer_counted_lacks_its_year(tagger: Tagger) -> None:
    timex = tagger.tag("En 1917 il plut. Le 10 thermidor, on fêta.", "fr")[-1]
    assert (timex.interval, timex.doubts) == (None, ())
