"""Folding makes texts alike and keeps every offset."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.temporal.words.folding import Folding

FRENCH = Folding(diacritics=True)


def test_digits_of_every_script_are_plain() -> None:
    assert Folding()("٢٠٢٤ ۱۹۹۱ २०२४").text == "2024 1991 2024"


def test_accents_may_be_left_out() -> None:
    assert FRENCH("Été, DÉCEMBRE").text == "ete, decembre"
    assert FRENCH("Ἀθήναι, ΜΑΪ́ΟΥ").text == "αθηναι, μαιου"
    assert Folding()("Été").text == "été"


def test_dashes_apostrophes_and_spaces_are_of_one_kind() -> None:
    assert Folding()("1939–45 l’été\u00a0!").text == "1939-45 l'été !"


def test_what_is_dropped_leaves_a_way_back() -> None:
    text = "رَمَضَان ١٤٤٥"
    folded = Folding()(text)
    assert folded.text == "رمضان 1445"
    start = folded.text.index("1445")
    assert text[slice(*folded.place(start, start + 4))] == "١٤٤٥"


@given(st.text(max_size=200))
def test_every_place_of_a_folded_text_is_one_of_the_text(text: str) -> None:
    folded = FRENCH(text)
    for index in range(len(folded.text)):
        start, end = folded.place(index, index + 1)
        assert 0 <= start < end <= len(text)


def test_dashes_of_typewriters_are_dashes() -> None:
    assert Folding()("1924--1931").text == "1924- 1931"
    assert len(Folding()("a -- b").text) == len("a -- b")
