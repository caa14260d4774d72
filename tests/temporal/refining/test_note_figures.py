"""Raised figures of notes behind years."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("La relativizó ya en 19813. Lo cierto es que cerró.", "es", "1981"),
        ("El tratado de mayo de 175012, dice, duró.", "es", "1750-05"),
        ("Casos en toda Europa en 20112,3.", "es", "2011"),
        ("Il y eut une crise en 17893.", "fr", "1789"),
        ("The riot was over in 1795.1 The mayor wrote to London.", "en", "1795"),
    ],
)
def test_a_note_behind_a_year_leaves_the_year(text: str, language: str, value: str, tagger: Tagger) -> None:
    assert value in [timex.value for timex in tagger.tag(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "Hubo 19813 casos.",
        "Se contaron 20112, según dijo.",
        "The rate was 1795.4 in all.",
        "The rate is for a people of around 20000, with children.",
    ],
)
def test_a_number_stays_a_number(text: str, tagger: Tagger) -> None:
    assert not [timex for timex in tagger.tag(text, "en" if "rate" in text else "es") if timex.interval]
