"""Letters are read in the order in which they were drawn, and runs of them where they stand."""

from __future__ import annotations

import pytest

from reader.document.text.drawn_glyphs import as_typed
from tests.document.text.drawn import drawn, read


def test_a_letter_under_whose_tail_the_next_one_begins_is_read_first() -> None:
    # "وزارة": the tail of the zain reaches further left than the alef behind it.
    letters = zip("وزارة", [20.0, 14.1, 14.3, 8.0, 6.4], [26.0, 20.3, 17.4, 14.3, 8.0], strict=True)
    assert read(drawn(*letters)) == "وزارة"


def test_numbers_drawn_between_the_words_of_a_run_stand_where_they_are_seen() -> None:
    glyphs = drawn(
        ("ف", 60, 65), ("ي", 55, 60), (" ", 50, 55), ("م", 30, 34),
        ("1", 34, 38), ("9", 38, 42), ("6", 42, 46), ("3", 46, 50),
    )  # fmt: skip
    assert read(glyphs) == "في 1963م"


def test_spaces_drawn_before_the_words_they_part() -> None:
    assert read(drawn((" ", 20, 23), ("ب", 23, 28), ("ت", 28, 33), ("ث", 14, 20))) == "تب ث"


def test_a_gap_without_a_sign_is_a_space() -> None:
    assert read(drawn(("ب", 23, 28), ("ث", 14, 20))) == "ب ث"


@pytest.mark.parametrize("place", [0, 5])
def test_a_blank_drawn_over_the_end_of_a_letter_parts_the_word_behind_it(place: int) -> None:
    """A Persian plural: the blank stands for a joiner of no width."""
    glyphs = drawn(("ي", 10, 18), ("ا", 18, 24), ("ه", 24, 30), ("ه", 30, 36), ("ک", 36, 42))
    assert read([*glyphs[:place], *drawn((" ", 31, 33)), *glyphs[place:]]) == "که هاي"


def test_a_blank_drawn_between_letters_that_touch_is_the_joiner_it_stands_for() -> None:
    glyphs = drawn(("ا", 18, 24), ("ه", 24, 30), (" ", 31, 33), ("ه", 30, 36), ("ک", 36, 42))
    assert read(glyphs) == "که\u200cها"


def test_a_blank_at_the_left_end_of_a_line_parts_none_of_its_letters() -> None:
    # Typst hangs the space of the broken line over its last letter.
    assert read(drawn((" ", 48, 52), ("م", 48, 50), ("ث", 50, 55))) == "ثم "


def test_a_letter_drawn_twice_to_look_bold_is_read_once() -> None:
    assert read(drawn(("ب", 20, 25), ("ب", 20.3, 25.3), ("ت", 15, 20), ("ت", 15.3, 20.3))) == "بت"


def test_an_alef_and_a_lam_in_one_glyph_are_a_lam_alef_named_from_the_left() -> None:
    assert as_typed("ال") == "لا"
    assert as_typed("لا") == "لا"
