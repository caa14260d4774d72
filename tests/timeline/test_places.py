"""Places named in the sentence of a date."""

from __future__ import annotations

import pytest

from reader.temporal.model import Span
from reader.timeline.places import PlaceFinder


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("fr", "la rencontre d’Istanbul, puis la guerre en Ukraine", ("Istanbul", "Ukraine")),
        ("en", "He flew from Anchorage to the United States Senate.", ("Anchorage", "United States")),
        ("ar", "زار الوفد القاهرة وفرنسا", ("القاهرة", "فرنسا")),
        ("en", "a turkey and some china", ()),
        ("xx", "Nothing is known of this language in Istanbul", ("Istanbul",)),
    ],
)
def test_names_of_countries_and_cities_are_found(language: str, text: str, places: tuple[str, ...]) -> None:
    assert PlaceFinder().find(text, Span(0, len(text)), language) == places


def test_only_the_sentence_of_the_date_is_searched() -> None:
    text = "Paris slept. London woke in 1900."
    assert PlaceFinder().find(text, Span(13, len(text)), "en") == ("London",)
