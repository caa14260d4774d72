"""Words and numbers: the quick way through ASCII texts finds what the expressions find."""

from __future__ import annotations

import re

import pytest

from reader.temporal.words.tokens import tokens_of, words_of

_TEXTS = [
    "",
    " ",
    "On 9 January 1804, the treaty",
    "early 1940s: 3rd_of may,x2 ",
    "1939–45 l’été à 5h30",
    "في 3 آذار 1920",
    "a\tb\n c  1",
    "".join(map(chr, range(128))),
    "Straße №5 ½ x²",
]


@pytest.mark.parametrize("text", _TEXTS)
def test_words_are_runs_of_letters(text: str) -> None:
    assert words_of(text) == re.findall(r"[^\W\d_]+", text)


@pytest.mark.parametrize("text", _TEXTS)
def test_tokens_are_words_and_numbers_where_they_stand(text: str) -> None:
    found = list(re.finditer(r"\d+|[^\W\d_]+", text))
    assert tokens_of(text) == ([one[0] for one in found], [one.start() for one in found])
