"""Marks come to stand over their own letters, whatever order and place a producer draws them in."""

from __future__ import annotations

import pytest

from tests.document.text.drawn import drawn, read

FATHA, DAMMA, KASRA, SHADDA, HAMZA = "\u064e", "\u064f", "\u0650", "\u0651", "\u0654"
NON_JOINER = "\u200c"


def test_drawn_from_the_left_a_mark_comes_before_its_letter() -> None:
    # Its place is beside the letter, over the next: the font moves it under its own.
    glyphs = drawn((FATHA, 19.0, 19.0), ("ة", 20.0, 25.0), (KASRA, 24.5, 24.5), ("ن", 25.0, 30.0))
    assert read(glyphs) == f"ن{KASRA}ة{FATHA}"


def test_drawn_from_the_right_a_mark_comes_after_its_letter() -> None:
    glyphs = drawn(("ن", 25.0, 30.0), (KASRA, 24.5, 24.5), ("ة", 20.0, 25.0), (FATHA, 19.0, 19.0))
    assert read(glyphs) == f"ن{KASRA}ة{FATHA}"


def test_the_first_mark_of_a_word_drawn_after_its_spaces_is_of_that_word() -> None:
    # LibreOffice: the spaces, then from the left end the words.
    glyphs = drawn(
        (" ", 50, 53), (HAMZA, 40, 40), ("ه", 38, 44), ("م", 44, 50), ("۲", 53, 59), ("۵", 59, 65)
    )  # fmt: skip
    assert read(glyphs) == f"۲۵ مه{HAMZA}"


def test_of_two_marks_before_a_letter_the_last_was_typed_first() -> None:
    assert read(drawn((FATHA, 2, 2), (SHADDA, 3, 3), ("م", 0, 6))) == f"م{SHADDA}{FATHA}"


def test_a_hamza_stands_only_over_letters_that_bear_one() -> None:
    # Scheherazade New draws it before its alef even where it draws from the right.
    assert read(drawn(("ف", 26, 30), (HAMZA, 23, 23), ("ا", 23, 26))) == "فأ"


def test_the_vowel_of_a_lam_alef_is_the_lams() -> None:
    assert read(drawn((FATHA, 2, 2), ("لا", 0, 6))) == f"ل{FATHA}ا"
    assert read(drawn((FATHA, 2, 2), ("\ufefb", 0, 6))) == f"ل{FATHA}ا"


@pytest.mark.parametrize("alef", ["ا", "أ", "آ"])
def test_an_alef_without_width_and_the_lam_on_its_spot_are_one_sign(alef: str) -> None:
    assert read(drawn(("ب", 26, 30), ("ل", 20, 26), (alef, 20, 20), ("ف", 16, 20))) == f"بل{alef}ف"
    assert read(drawn(("ف", 16, 20), (alef, 20, 20), ("ل", 20, 26), ("ب", 26, 30))) == f"بل{alef}ف"


def test_the_glyph_of_a_mark_that_bears_its_whole_cluster_adds_no_letter() -> None:
    # Typst names "يُ" on both glyphs; a font's kasra may bear the cluster in which it was first drawn.
    assert read(drawn((f"ي{DAMMA}", 2, 2), (f"ي{DAMMA}", 0, 4), ("ب", 4, 8))) == f"بي{DAMMA}"
    assert read(drawn((f"ة{KASRA}", 2, 2, "kasra"), ("ي", 0, 4), ("ب", 4, 8))) == f"بي{KASRA}"


def test_a_letter_that_only_its_mark_names_is_known_wherever_it_is_drawn() -> None:
    # Pango's producers name the cluster "أُ" on the glyph of its mark, and nothing on that of the alef.
    glyphs = drawn(
        ("\ufffd", 0, 3, "alef"), ("ب", 3, 8), (f"أ{DAMMA}", 9, 9, "mark"), ("\ufffd", 8, 11, "alef")
    )  # fmt: skip
    assert read(glyphs) == f"أ{DAMMA}با"


def test_a_mark_of_unknown_meaning_is_no_sign_of_the_text() -> None:
    assert read(drawn(("\ufffd", 2, 2, "mark"), ("ب", 0, 4))) == "ب"


def test_a_blank_between_letters_that_touch_is_a_non_joiner() -> None:
    assert read(drawn(("می", 20, 30), ("\xa0", 20, 23), ("ش", 12, 20))) == f"می{NON_JOINER}ش"
    assert read(drawn(("ش", 12, 20), (" ", 20, 23), ("ی", 20, 30))) == f"ی{NON_JOINER}ش"
    assert read(drawn(("ش", 12, 20), (" ", 20, 23), ("ی", 23, 30))) == "ی ش"


def test_a_joiner_named_before_its_letter_belongs_to_the_letter_before_that() -> None:
    assert read(drawn((f"{NON_JOINER}ه", 12, 20), ("ه", 20, 28))) == f"ه{NON_JOINER}ه"


def test_latin_letters_have_their_marks_after_them() -> None:
    assert read(drawn(("e", 0, 4), ("\u0301", 2, 2), ("t", 4, 7), (" ", 7, 10), ("ب", 10, 14))) == "ب ét"
