"""A day in brackets closes a quotation or sentences; another name of the day before it closes nothing."""

from __future__ import annotations

from reader.temporal.tagger import Tagger


def test_a_day_told_in_two_calendars_closes_no_quotation(tagger: Tagger) -> None:
    text = (
        "The council met on 3 May 1792; tomorrow, it said, all would be free. "
        "The law of 14 Frimaire an II (4 December 1793) ended that."
    )
    (tomorrow,) = (timex for timex in tagger.tag(text, "en") if timex.text == "tomorrow")
    assert tomorrow.edtf == "1792-05-04"


def test_next_day_is_counted_from_what_was_told(tagger: Tagger) -> None:
    text = "The council met on 3 May 1792; the taxes were lifted next day."
    assert [timex.edtf for timex in tagger.tag(text, "en", "2020-03-04")] == ["1792-05-03", "1792-05-04"]
