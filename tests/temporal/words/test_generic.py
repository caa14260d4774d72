"""Languages without rules of their own still give their full dates, by CLDR."""

from __future__ import annotations

import pytest

from reader.resources import resource
from reader.temporal import timex3
from reader.temporal.model import Domain
from reader.temporal.tagger import Tagger, load_languages

TAGGER = Tagger(load_languages([resource("languages")]))


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("lt", "Sutartis pasirašyta 2024 m. kovo 5 d. Vilniuje.", "2024-03-05"),
        ("lv", "Līgums parakstīts 2024. gada 5. marts.", "2024-03-05"),
        ("et", "Leping sõlmiti 5. märts 2024 Tartus.", "2024-03-05"),
        ("is", "Samningur var gerður 5. mars 2024.", "2024-03-05"),
        ("sl", "Pogodba je bila podpisana 5. marec 2024.", "2024-03-05"),
        ("vi", "Hiệp định ký ngày 5 tháng 3, 2024.", "2024-03-05"),
        ("gl", "O acordo asinouse o 5 de marzo de 2024.", "2024-03-05"),
        ("sw", "Mkataba ulitiwa saini 5 Machi 2024.", "2024-03-05"),
        ("fi", "Sopimus tehtiin 5. maaliskuuta 2024 Turussa.", "2024-03-05"),
        ("cs", "Smlouva byla podepsána 5. března 2024 v Brně.", "2024-03-05"),
    ],
)
def test_a_full_date_is_read_in_any_language(tag: str, text: str, value: str) -> None:
    found = timex3.records(TAGGER.tag(text, tag, None, Domain.NARRATIVE))
    assert value in {record["value"] for record in found}


def test_a_language_counts_back_as_cldr_says_it() -> None:
    (found,) = timex3.records(TAGGER.tag("To se je zgodilo pred 3 dnevi.", "sl", "2024-05-15", Domain.NEWS))
    assert found["value"] == "2024-05-12"


def test_an_unknown_tag_still_reads_figures() -> None:
    (found,) = timex3.records(TAGGER.tag("xyz 2024-03-05", "qqq", None, Domain.NARRATIVE))
    assert found["value"] == "2024-03-05"
