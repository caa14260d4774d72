"""How long it took until a date that has its own name is no other date."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The edict, signed in 1598, was revoked in 1685, 87 years later."),
        ("fr", "L'édit, signé en 1598, fut révoqué en 1685, 87 ans plus tard."),
        ("de", "Das Edikt von 1598 wurde 1685, 87 Jahre später, aufgehoben."),
        ("es", "El edicto, firmado en 1598, fue revocado en 1685, 87 años después."),
    ],
)
def test_the_time_until_the_date_right_before_names_no_third(
    tagger: Tagger, language: str, text: str
) -> None:
    assert [one.edtf for one in tagger.tag(text, language)] == ["1598", "1685", None]


def test_it_may_be_counted_in_days(tagger: Tagger) -> None:
    found = tagger.tag("Begun on 3 May 1850, it was done on 12 May 1850, nine days later.", "en")
    assert [one.edtf for one in found] == ["1850-05-03", "1850-05-12", None]


@pytest.mark.parametrize(
    "text",
    [
        "He came in 1850 and sold the mill in 1860; five years later he died.",
        "He came in 1850. In 1860 he sold the mill, and five years later he died.",
        # The same number of years, but the clause goes on.
        "He came in 1855 and left in 1860, and five years later he died.",
    ],
)
def test_a_story_goes_on_by_as_many_years(tagger: Tagger, text: str) -> None:
    assert tagger.tag(text, "en")[-1].edtf == "1865"
