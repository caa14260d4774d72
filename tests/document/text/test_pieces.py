"""Letters of a ligature, which engines give one width and several places."""

from __future__ import annotations

import pytest

from reader.document.text.bidi import Characters, logical_order
from reader.document.text.pieces import _is_turned_lam_alef, cleaned


@pytest.mark.parametrize(
    ("letters", "low", "high", "word"),
    [
        # The engine turns the letters of "لله" round, and keeps those of "لأ".
        ("اهلل", [20.0, 20.0, 20.0, 10.0], [23.0, 20.0, 20.0, 20.0], "الله"),
        ("الأول", [26.0, 20.0, 20.0, 15.0, 9.0], [29.0, 26.0, 20.0, 20.0, 15.0], "الأول"),
        # After a letter that joins, the alef stands on the edge of its lam …
        ("شكالت", [46.0, 41.7, 41.8, 34.5, 25.7], [54.7, 46.5, 41.8, 41.8, 34.5], "شكلات"),
        ("شكال", [46.0, 41.8, 41.8, 36.0], [54.7, 46.5, 41.8, 41.6], "شكال"),
        # … and where both edges are the same, its lam is as wide as two letters.
        (
            "الشكالت",
            [66.0, 63.0, 54.7, 50.0, 50.0, 42.8, 34.0],
            [69.0, 66.0, 63.0, 54.7, 50.0, 50.0, 42.8],
            "الشكلات",
        ),
        # … or, where no other lam tells how wide one is, wider than the narrow alef.
        (
            "تكالبا",
            [36.0, 30.0, 30.0, 24.0, 20.5, 18.0],
            [39.0, 36.0, 30.0, 30.0, 24.0, 20.5],
            "تكلابا",
        ),
    ],
)
def test_the_letters_of_a_ligature_read_in_their_order(
    letters: str, low: list[float], high: list[float], word: str
) -> None:
    line = cleaned(Characters(letters, low, high), [False] * len(letters), 11.0)
    assert logical_order(line, right_to_left=True).text == word


def test_a_blank_drawn_over_the_end_of_a_letter_parts_the_word_behind_it() -> None:
    """A Persian plural: the blank stands for a joiner of no width, and other words are set before it."""
    letters = "اي هشبکه"
    low = [18.0, 10.0, 31.0, 24.0, 46.0, 42.0, 36.0, 30.0]
    high = [23.9, 17.9, 33.0, 29.9, 52.0, 45.9, 41.9, 35.9]
    line = cleaned(Characters(letters, low, high), [False] * len(letters), 12.0)
    assert logical_order(line, right_to_left=True).text == "شبکه هاي"


def test_a_blank_within_the_letter_before_it_stands_behind_that() -> None:
    """The blank of a non-joiner is drawn over the letter before it, and over the end of the next one."""
    letters = "ه كار"
    line = Characters(letters, [31.5, 31.5, 26.8, 24.2, 19.6], [35.3, 34.4, 33.2, 26.8, 24.2])
    assert logical_order(cleaned(line, [False] * 5, 12.0), right_to_left=True).text == "ه كار"


def test_a_grapheme_joiner_parts_no_mark_from_its_letter() -> None:
    line = Characters("ר\u034f\u05b8ב", [20.0, 20.0, 20.0, 14.0], [26.0, 20.0, 20.0, 20.0])
    assert logical_order(cleaned(line, [False] * 4, 12.0), right_to_left=True).text == "ר\u05b8ב"


def test_the_alef_between_two_lams_is_that_of_the_first() -> None:
    line = Characters("خلال", [30.0, 20.0, 20.0, 13.0], [37.0, 26.5, 20.0, 20.0])
    assert not _is_turned_lam_alef(line, 2, 1)
