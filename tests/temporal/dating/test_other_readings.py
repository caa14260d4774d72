"""What a date may mean besides, and dates that contradict themselves."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("en", "It was signed on 3/4/2021 by all.", "2021-04-03"),
        ("fr", "Reçu le 03/04/24 au soir.", "1924-04-03"),
        ("en", "On Friday 4 July 1690 it began.", "1690-07-14"),
    ],
    ids=["day and month", "century", "old style"],
)
def test_another_reading_is_kept(tagger: Tagger, language: str, text: str, other: str) -> None:
    (timex,) = tagger.tag(text, language, "2024-05-15")
    assert other in [alternative.edtf for alternative in timex.alternatives]


def test_a_clear_date_has_no_other_reading(tagger: Tagger) -> None:
    (timex,) = tagger.tag("Signed on 25/4/2021.", "en", "2024-05-15")
    assert timex.alternatives == ()


def test_two_calendars_that_disagree_say_so(tagger: Tagger) -> None:
    timexes = tagger.tag("Le 25 Safar 1447 AH / 25 août 2025, il signa.", "fr")
    assert [[doubt.key for doubt in timex.doubts] for timex in timexes] == [["doubt.double_date"]] * 2


def test_a_day_that_the_moon_may_have_moved_is_no_disagreement(tagger: Tagger) -> None:
    timexes = tagger.tag("Le 25 Safar 1447 AH / 20 août 2025, il signa.", "fr")
    assert [timex.doubts for timex in timexes] == [(), ()]
