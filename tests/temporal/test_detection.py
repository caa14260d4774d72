"""The language of a passage is told by its script and its commonest words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import resource
from reader.temporal.detection import detect
from reader.temporal.tagger import load_languages

PROFILES = load_languages([resource("languages")]).profiles


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil a décidé que la route ne serait pas fermée.", "fr"),
        ("The council has decided that the road will be closed.", "en"),
        ("قرر المجلس أن الطريق لن تغلق", "ar"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text, PROFILES, "xx") == language


def test_a_text_that_tells_nothing_is_in_the_language_of_its_document() -> None:
    assert detect("12/5/2021 – 3", PROFILES, "fr") == "fr"


@given(st.text(max_size=100))
def test_any_text_has_a_language(text: str) -> None:
    assert detect(text, PROFILES, "en")
