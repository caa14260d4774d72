"""Letters of a ligature, which engines give one width and several places."""

from __future__ import annotations

import pytest

from reader.document.bidi import Characters, logical_order
from reader.document.pieces import cleaned


@pytest.mark.parametrize(
    ("letters", "low", "high", "word"),
    [
        # The engine turns the letters of "لله" round, and keeps those of "لأ".
        ("اهلل", [20.0, 20.0, 20.0, 10.0], [23.0, 20.0, 20.0, 20.0], "الله"),
        ("الأول", [26.0, 20.0, 20.0, 15.0, 9.0], [29.0, 26.0, 20.0, 20.0, 15.0], "الأول"),
    ],
)
def test_the_letters_of_a_ligature_read_in_their_order(
    letters: str, low: list[float], high: list[float], word: str
) -> None:
    line = cleaned(Characters(letters, low, high), [False] * len(letters), 11.0)
    assert logical_order(line, right_to_left=True).text == word
