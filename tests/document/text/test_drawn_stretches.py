"""Strokes between letters that make a line longer are no signs of it; what somebody typed is."""

from __future__ import annotations

import pytest

from tests.document.text.drawn import drawn, read


@pytest.mark.parametrize("named", ["&", "K", "\ufffd", "ـ", " "])
def test_strokes_drawn_one_over_the_other_between_two_letters_are_none(named: str) -> None:
    glyphs = drawn(
        ("ا", 20, 23), (named, 23, 26, "stroke"), (named, 24, 27, "stroke"), ("ع", 27, 32),
        (" ", 32, 34), ("م", 34, 38), (named, 38, 41, "stroke"), ("ب", 41, 45),
    )  # fmt: skip
    assert read(glyphs) == "بم عا"


def test_a_tatweel_that_was_typed_stays() -> None:
    assert read(drawn(("ا", 20, 23), ("ـ", 23, 26), ("ـ", 26, 29), ("ع", 29, 34))) == "عــا"
    assert read(drawn((".", 18, 20), ("ـ", 20, 23), ("ه", 23, 28))) == "هـ."


@pytest.mark.parametrize("sign", ["/", "'", '"', "-", "&"])
def test_a_sign_between_two_letters_is_one(sign: str) -> None:
    assert read(drawn(("ا", 20, 23), (sign, 23, 26), ("ب", 26, 31))) == f"ب{sign}ا"


def test_the_only_blank_of_a_font_parts_words_though_it_touches_both() -> None:
    assert read(drawn(("ا", 20, 23), (" ", 23, 26), ("م", 26, 31))) == "م ا"


def test_a_letter_of_unknown_meaning_stays() -> None:
    assert read(drawn(("ا", 20, 23), ("\ufffd", 23, 27), ("م", 27, 31))) == "م\ufffdا"
