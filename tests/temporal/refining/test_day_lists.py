"""Days held together by "and" are days of their own, whether or not they follow each other."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "dates"),
    [
        ("en", "It met on 9 and 10 May 2015.", ["2015-05-09", "2015-05-10"]),
        ("en", "It met on 9 and 16 May 2015.", ["2015-05-09", "2015-05-16"]),
        ("fr", "Relevés les 4 et 5 février 2019.", ["2019-02-04", "2019-02-05"]),
        ("fr", "Relevés les 4, 5 et 6 février 2019.", ["2019-02-04", "2019-02-05", "2019-02-06"]),
        ("de", "Am 8. und 9. Mai 1945 schwiegen die Waffen.", ["1945-05-08", "1945-05-09"]),
        ("es", "El 2 y el 3 de mayo de 1808 se alzaron.", ["1808-05-02", "1808-05-03"]),
    ],
)
def test_days_of_a_list_are_days_of_their_own(
    tagger: Tagger, language: str, text: str, dates: list[str]
) -> None:
    assert [timex.edtf for timex in tagger.tag(text, language, None)] == dates


def test_two_decrees_of_days_in_a_row_are_sources(tagger: Tagger) -> None:
    found = tagger.tag("Vu les arrêtés des 4 et 5 février 2019 ;", "fr", None)
    assert [timex.role for timex in found] == ["source", "source"]
