"""A day and its month in figures, "9/11": a date after what leads to a day, else a fraction or a score."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "We met on 9/11 in the hall.", "2019-09-11"),
        ("fr", "Nous nous sommes vus le 9/11 à la mairie.", "2019-11-09"),
        ("fr", "Les travaux durent du 4/5 au 21/5.", "2020-05-04/2020-05-21"),
        ("es", "Nos vimos el 9/11 en la sala.", "2019-11-09"),
        ("it", "Ci vedemmo il 9/11 in sala.", "2019-11-09"),
        ("pt", "Vimo-nos no dia 9/11 na sala.", "2019-11-09"),
        ("nl", "We zagen elkaar op 9/11 in de zaal.", "2019-11-09"),
        ("ar", "التقينا يوم 9/11 في القاعة.", "2019-11-09"),
    ],
)
def test_a_pair_led_to_as_a_day_is_one(tagger: Tagger, language: str, text: str, day: str) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, "2020-03-01")] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They won 6/4 and ate 3/4 of it."),
        ("en", "It depends on 3/4 of the members."),
        ("fr", "Le 3/4 des élus a voté, le score fut 6/4."),
        ("es", "El 3/4 de los socios votó."),
        ("it", "Il 3/4 dei soci votò."),
    ],
)
def test_a_fraction_is_no_day(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language, "2020-03-01") == ()
