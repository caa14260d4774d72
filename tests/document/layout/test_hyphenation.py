"""Where one line ends and the next begins."""

from __future__ import annotations

import pytest

from reader.document.layout.hyphenation import join_lines, stands_alone, words_of


def joined(first: str, second: str, surroundings: str = "") -> str:
    kept, between = join_lines(first, second, lambda: words_of(surroundings))
    return first[:kept] + between + second


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("le 3 Octo-", "bre 1990", "le 3 Octobre 1990"),
        ("am 14. Septem-", "ber 1914", "am 14. September 1914"),
        ("un navire venu des États-", "Unis en mai", "un navire venu des États-Unis en mai"),
        ("exploratoire en avril", "2025 à Istanbul", "exploratoire en avril 2025 à Istanbul"),
        ("recons\u00ad", "truction", "reconstruction"),
        ("la guerre de 1914-", "1918 fut", "la guerre de 1914-1918 fut"),
        ("celui-", "ci partit", "celui-ci partit"),
        ("la main-", "d’œuvre manquait", "la main-d’œuvre manquait"),
        ("Vor-", "und Nachteile", "Vor- und Nachteile"),
        ("accords russo-", "américains", "accords russo-américains"),
        ("港の灯台は明治", "三十五年", "港の灯台は明治三十五年"),
        ("avril/", "mai 1998", "avril/mai 1998"),
        ("dit-elle —", "mais en 1998", "dit-elle — mais en 1998"),
    ],
)
def test_lines_are_joined_as_a_reader_would(first: str, second: str, text: str) -> None:
    assert joined(first, second) == text


def test_the_documents_own_use_decides_a_doubt() -> None:
    assert joined("a micro-", "climate", "the micro-climate of the bay") == "a micro-climate"
    assert joined("a micro-", "climate", "the microclimate of the bay") == "a microclimate"
    assert joined("le bas-", "relief", "les bas-reliefs, un bas-fond") == "le bas-relief"


def test_capitals_are_joined_where_the_document_has_the_word_whole() -> None:
    assert joined("THE CONSTI-", "TUTION OF 1791", "the constitution was sworn") == "THE CONSTITUTION OF 1791"
    assert joined("SAINT-", "DENIS", "a basilica") == "SAINT-DENIS"


@pytest.mark.parametrize(("letter", "rest"), [("E", "n plein marais"), ("I", "l fut construit")])
def test_a_large_letter_is_no_word_before_one_without_a_vowel(letter: str, rest: str) -> None:
    assert not stands_alone(letter, rest, frozenset)


@pytest.mark.parametrize(("letter", "rest"), [("A", "man came"), ("Я", "н")])
def test_a_large_letter_may_be_a_word_before_another(letter: str, rest: str) -> None:
    assert stands_alone(letter, rest, frozenset)


def test_where_soft_hyphens_cut_words_another_hyphen_is_the_word_s_own() -> None:
    assert (
        joined("an engine of twelve horse-", "power", "broth\u00ad\ners") == "an engine of twelve horse-power"
    )
    assert joined("an engine of twelve horse-", "power", "brothers") == "an engine of twelve horsepower"
