"""An alternation matches its words and nothing else, the longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.temporal.words.trie import alternation

WORDS = st.sets(st.text(alphabet="abc. ", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1)


@given(WORDS)
def test_it_matches_each_of_its_words(words: set[str]) -> None:
    pattern = re.compile(alternation(" ".join(word.split()) for word in words))
    for word in words:
        assert pattern.fullmatch(" ".join(word.split()))


def test_the_longest_word_wins() -> None:
    found = re.match(alternation(["mar", "mars", "mardi"]), "mardi")
    assert found is not None
    assert found[0] == "mardi"


def test_no_words_make_no_pattern() -> None:
    with pytest.raises(ValueError, match="no words"):
        alternation([])
