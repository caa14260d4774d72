"""The language of a passage is told by its script and its commonest words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import resource
from reader.temporal.tagger import load_languages

DETECT = load_languages([resource("languages")]).detector


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil a décidé que la route ne serait pas fermée.", "fr"),
        ("The council has decided that the road will be closed.", "en"),
        ("قرر المجلس أن الطريق لن تغلق", "ar"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert DETECT(text, "xx") == language


def test_a_text_that_tells_nothing_is_in_the_language_of_its_document() -> None:
    assert DETECT("12/5/2021 – 3", "fr") == "fr"


@given(st.text(max_size=100))
def test_any_text_has_a_language(text: str) -> None:
    assert DETECT(text, "en")
