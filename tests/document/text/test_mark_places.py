"""Marks come to stand over their own letters, whatever order a producer draws them in."""

from __future__ import annotations

from reader.document.text.bidi import Characters, logical_order, visual_order
from reader.document.text.glyphs import Glyphs
from reader.document.text.mark_places import marks_on_their_letters

HAMZA = "\u0654"


def line(*characters: tuple[str, float, float]) -> Glyphs:
    text, low, high = zip(*characters, strict=True)
    return Glyphs("".join(text), list(low), list(high), [False] * len(text), 0)


def read(glyphs: Glyphs) -> str:
    characters = Characters(glyphs.text, glyphs.low, glyphs.high)
    return logical_order(characters.reordered(visual_order(characters)), right_to_left=True).text


def test_the_mark_of_the_last_letter_drawn_before_its_word_goes_to_that_letter() -> None:
    # LibreOffice: the spaces, the mark, then "مه" with the figures of the word before at their right.
    drawn = line((" ", 50, 53), (HAMZA, 53, 53), ("م", 44, 50), ("ه", 38, 44), ("۲", 53, 59), ("۵", 59, 65))
    assert read(marks_on_their_letters(drawn)) == f"۲۵ مه{HAMZA}"


def test_the_mark_between_two_words_drawn_from_the_left_is_of_the_right_one() -> None:
    drawn = line(("د", 56, 60), ("ه", 50, 56), (" ", 47, 50), (HAMZA, 47, 47), ("ن", 43, 47), ("و", 40, 43))
    assert read(marks_on_their_letters(drawn)) == f"ده{HAMZA} نو"


def test_a_mark_drawn_behind_its_letter_does_not_go_to_the_one_before() -> None:
    # MuPDF's Story: the pen has passed the letter when its mark is set down.
    drawn = line(("د", 56, 60), ("ه", 50, 56), (HAMZA, 56, 56))
    assert read(marks_on_their_letters(drawn)) == f"ده{HAMZA}"


def test_a_mark_astray_does_not_turn_a_number_round() -> None:
    astray = line(
        ("م", 70, 76), (" ", 67, 70), ("۱", 40, 46), (HAMZA, 46.1, 46.1), ("۳", 46, 52), ("۴", 52, 58)
    )
    assert [digit for digit in read(astray) if digit.isdigit()] == list("۱۳۴")
