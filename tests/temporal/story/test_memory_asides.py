"""A year that a story looks back on, and where the next paragraph goes on."""

from __future__ import annotations

from reader.temporal.installed import installed_tagger

_LOG = "She sailed on 2 May 1937. The ship was launched in 1919.\n\nOn 28 May she lay at the bank."


def test_after_a_look_back_to_a_year_the_next_paragraph_goes_on_from_the_day_told() -> None:
    found = installed_tagger().tag(_LOG, "en", "2020-01-01")
    assert [one.edtf for one in found] == ["1937-05-02", "1919", "1937-05-28"]
