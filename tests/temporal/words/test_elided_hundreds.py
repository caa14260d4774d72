"""Italian hundreds give up their last letter: "millenovecentottantaquattro" is 1984, not 1904."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("millecinquecentottantotto", "1588"),
        ("milleottocentottantuno", "1881"),
        ("milleottocentottanta", "1880"),
        ("millenovecentottantaquattro", "1984"),
        ("millecinquecentoottantotto", "1588"),
        ("milletrecentotto", "1308"),
        ("millecinquecentonovantotto", "1598"),
        ("milletrecentoventotto", "1328"),
    ],
)
def test_a_year_in_words_keeps_its_eighties(tagger: Tagger, words: str, year: str) -> None:
    assert [timex.value for timex in tagger.tag(f"Venne nel {words}.", "it")] == [year]
