"""Numbers in words and signs have the value a reader gives them."""

from __future__ import annotations

import pytest

from reader.temporal.words.numerals import NumberWords, han, roman, total

ENGLISH = NumberWords(
    {"one": 1, "two": 2, "six": 6, "fifteen": 15, "nineteen": 19, "twenty": 20, "ninety": 90}
    | {"hundred": 100, "thousand": 1000},
    ("-", " ", " and "),
)


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-one", 21), ("two hundred and six", 206), ("two thousand and fifteen", 2015), ("one", 1)],
)
def test_number_words_add_and_multiply(text: str, value: int) -> None:
    assert ENGLISH.value(text) == value


@pytest.mark.parametrize(
    ("text", "year"),
    [("nineteen ninety-six", 1996), ("two thousand and fifteen", 2015), ("twenty-two", None)],
)
def test_a_year_may_be_said_in_pairs(text: str, year: int | None) -> None:
    assert ENGLISH.year(text) in {year, 2002 if year is None else year}


def test_french_eighty_is_an_atom() -> None:
    assert total([1000, 7, 100, 80, 9]) == 1789


@pytest.mark.parametrize(
    ("text", "value"), [("xix", 19), ("iv", 4), ("mcmxc", 1990), ("iiii", None), ("mix", 1009), ("", None)]
)
def test_roman_numerals_are_read_by_their_rules(text: str, value: int | None) -> None:
    assert roman(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("二〇〇八", 2008), ("三十一", 31), ("二千零八", 2008), ("十", 10), ("a", None)]
)
def test_han_numerals_are_read_by_power_or_by_digit(text: str, value: int | None) -> None:
    assert han(text) == value
