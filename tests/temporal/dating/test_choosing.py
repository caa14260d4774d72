"""Which year a month means that a look back names: "on 21 February it failed; in September it had …"."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        (
            "en",
            "On 12 February 1843 the bridge fell. In November they had been warned. By May it had risen.",
            ["1843-02-12", "1842-11", "1843-05"],
        ),
        (
            "fr",
            "Le 4 mars 1902, le conseil vota. En octobre, il avait promis une école. En mai, elle ouvrit.",
            ["1902-03-04", "1901-10", "1902-05"],
        ),
        (
            "de",
            "Am 21. Februar 1996 ging die Werft in Konkurs. Im September hatte sie noch Schiffe getauft.",
            ["1996-02-21", "1995-09"],
        ),
        (
            "es",
            "El 4 de febrero de 1902 votó el concejo. En octubre el alcalde había prometido una escuela.",
            ["1902-02-04", "1901-10"],
        ),
    ],
)
def test_a_look_back_goes_to_the_year_before(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None)] == dates
