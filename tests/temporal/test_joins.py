"""Parts of a date that stand beside each other are one date."""

from __future__ import annotations

import pytest

from reader.temporal.tagger import Tagger


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "Ils viendront dès le début du mois de juillet.", "le début du mois de juillet"),
        ("es", "Llegarán a principios del mes de julio.", "a principios del mes de julio"),
        ("it", "Arrivano all'inizio del mese di luglio.", "all'inizio del mese di luglio"),
        ("pt", "Chegam no início do mês de julho.", "no início do mês de julho"),
        ("en", "They come at the end of the month of July.", "the end of the month of July"),
        ("de", "Sie kommen Anfang des Monats Juli.", "Anfang des Monats Juli"),
    ],
)
def test_the_edge_of_a_named_month_is_one_date(tagger: Tagger, language: str, text: str, words: str) -> None:
    found = [(timex.text, timex.value) for timex in tagger.tag(text, language, "2000-06-20")]
    assert found == [(words, "2000-07")]


@pytest.mark.parametrize("dash", ["--", " -- ", "-", " – "])
def test_years_are_joined_by_any_dash(tagger: Tagger, dash: str) -> None:
    text = f"He was its bishop (1924{dash}1931) and friend."
    assert [timex.edtf for timex in tagger.tag(text, "en", None)] == ["1924/1931"]
