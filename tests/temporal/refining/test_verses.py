"""Numbers of verses are no days."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger

PSALM = (
    "10 And they went up to the well. 11 The name of it was Rest. 12 May the Lord keep thee there. "
    "13 June was dry, and the cattle died."
)


def test_a_verse_that_begins_like_a_date_is_none(tagger: Tagger) -> None:
    assert [timex.text for timex in tagger.tag(PSALM, "en", "2024-05-15")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 May the king left. He was seen on 14 May in York.", ["12 May", "14 May"]),
        ("10:15 The meeting was opened. 10:40 The budget was read.", ["10:15", "10:40"]),
        ("3 May we sailed. 4 May we landed. 5 May we starved.", ["3 May", "4 May", "5 May"]),
        ("3 May we sailed. 5 May we landed. 9 May we starved.", ["3 May", "5 May", "9 May"]),
    ],
)
def test_days_and_hours_of_a_log_stay(tagger: Tagger, text: str, found: list[str]) -> None:
    assert [timex.text for timex in tagger.tag(text, "en", "2024-05-15")] == found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He closed with “On that day shall the poor rejoice.” [Ar-Rahman: 12]", "en"),
        ("« Ce jour-là, les pauvres se réjouiront » (Luc 24, 30).", "fr"),
        ("„An jenem Tag werden die Armen lachen.“ (Lukas 6,21)", "de"),
        ("وختم بقوله ﴿وفي ذلك اليوم يضحك الفقراء﴾ ثم انصرف.", "ar"),
    ],
)
def test_the_day_that_a_quoted_verse_speaks_of_is_none_of_the_document(
    tagger: Tagger, text: str, language: str
) -> None:
    assert [timex.text for timex in tagger.tag(text, language, "2024-05-15")] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“On that day we had no bread”, she wrote (Letters, 12).", ["that day"]),
        ("On Monday he read “Let there be light” (Genesis 1:3).", ["Monday"]),
        ("“In 1755 the earth shook” [Sermons: 4]", ["1755"]),
    ],
)
def test_a_quotation_that_is_no_verse_and_what_stands_beside_one_stay(
    tagger: Tagger, text: str, found: list[str]
) -> None:
    told = [timex.text for timex in tagger.tag(text, "en", "2024-05-15")]
    assert all(any(one in each for each in told) for one in found)
