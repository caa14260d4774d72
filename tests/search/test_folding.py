"""What a person may type, and what it finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.search.folding import Folding

LOOSE, EXACT = Folding(), Folding(exact=True)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ete", "Été"),
        ("oeuvre", "Œuvre"),
        ("strasse", "STRASSE"),
        ("strasse", "Straße"),
        ("l'eau", "L’eau"),
        ("1914-1918", "1914–1918"),
        ("1963", "١٩٦٣"),
        ("١٩٦٣", "1963"),
        ("۱۹۶۳", "١٩٦٣"),
        ("كتاب", "كِتَابٌ"),
        ("كتاب", "كتـــاب"),
        ("احمد", "أحمد"),
        ("إيران", "ايران"),
        ("آب", "اب"),
        ("مسؤول", "مسوول"),
        ("المكتبة", "المكتبه"),
        ("على", "علي"),
        ("کتاب", "كتاب"),
        ("می", "مي"),
        ("ﻻ", "لا"),
        ("שלום", "שָׁלוֹם"),
        ("и", "й"),
        ("istanbul", "İstanbul"),
        ("file", "ﬁle"),
        ("abc", "ａｂｃ"),
    ],
)
def test_loosely_these_are_the_same(typed: str, written: str) -> None:
    assert LOOSE.fold(typed) == LOOSE.fold(written)


@pytest.mark.parametrize(
    ("typed", "written"), [("がん", "かん"), ("하나", "한나"), ("कि", "क"), ("soul", "souls")]
)
def test_letters_that_make_another_word_are_kept_apart(typed: str, written: str) -> None:
    assert LOOSE.fold(typed) != LOOSE.fold(written)


@pytest.mark.parametrize(("typed", "written"), [("été", "ete"), ("Mai", "mai"), ("كِتاب", "كتاب"), ("٣", "3")])
def test_exactly_these_are_not_the_same(typed: str, written: str) -> None:
    assert EXACT.fold(typed) != EXACT.fold(written)


@pytest.mark.parametrize(
    ("typed", "written"), [("l'été", "l’été"), ("a - b", "a\u00a0— b"), ("é", "e\u0301"), ("ab", "a\u200bb")]
)
def test_what_nobody_types_on_purpose_is_the_same_even_exactly(typed: str, written: str) -> None:
    assert EXACT.fold(typed) == EXACT.fold(written)


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60) | st.text("aÉß ﬁ\nأٌ٣İ\u0301\u00ad", max_size=40)


@given(TEXTS)
def test_every_character_of_a_folded_text_knows_where_it_came_from(text: str) -> None:
    for folding in (LOOSE, EXACT):
        folded, origins = folding.fold_placed(text)
        assert len(origins) == len(folded) + 1
        assert origins == sorted(origins)
        assert origins[-1] == len(text)


@given(TEXTS)
def test_both_ways_of_folding_agree(text: str) -> None:
    """Texts are searched folded at once, and hits placed in texts folded character by character."""
    for folding in (LOOSE, EXACT):
        assert folding.fold(text) == folding.fold_placed(text)[0]


@given(TEXTS)
def test_what_is_the_same_exactly_is_the_same_loosely(text: str) -> None:
    assert LOOSE.fold(EXACT.fold(text)) == LOOSE.fold(text)
