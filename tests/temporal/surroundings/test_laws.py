"""A law that is cited for what it says lends its year to no day that follows; one that is told of does."""

from __future__ import annotations

import pytest

from reader.temporal.model import Role
from reader.temporal.tagger import Tagger

CITED = [
    ("en", "In January 1804 the frost lasted. The Statute of 5 June 1807 is cited. On 10 August it thawed."),
    ("en", "It closed in January 1804. The Building Act of 4 March 1806 applies. On 10 August they met."),
    ("en", "It closed in January 1804. See the Evening Post, 4 March 1806. On 10 August they met."),
    ("fr", "L'usine ferma en mai 1804. La loi du 19 ventôse an XIII est citée. Le 10 août, elle brûla."),
    (
        "fr",
        "L'usine ferma en mai 1804. Selon le décret du 4 mars 1806, elle doit céder. Le 10 août, elle brûla.",
    ),
    ("fr", "L'usine ferma en mai 1804. Voir le Moniteur, 4 mars 1806. Le 10 août, elle brûla."),
    (
        "de",
        "Das Werk schloss im Mai 1804. Nach dem Gesetz vom 4. März 1806 fällt es. Am 10. August brannte es.",
    ),
    (
        "es",
        "La fábrica cerró en mayo de 1804. Según la ley de 4 de marzo de 1806 cae. El 10 de agosto ardió.",
    ),
    (
        "it",
        "La fabbrica chiuse nel maggio 1804. Secondo il decreto del 4 marzo 1806 cade. Il 10 agosto arse.",
    ),
    (
        "pt",
        "Fechou em maio de 1804. Nos termos da lei de 4 de março de 1806, cai. Em 10 de agosto ardeu.",
    ),
    (
        "nl",
        "Zij sloot in mei 1804. Volgens de wet van 4 maart 1806 moet zij weg. Op 10 augustus brandde zij af.",
    ),
    ("ar", "أغلق المصنع في مايو 1804. ووفقا للقانون الصادر في 4 مارس 1806 يجب هدمه. وفي 10 أغسطس احترق."),
]
TOLD = [
    ("en", "The trade throve in May 1804. The Act of 4 March 1806 abolished it. On 10 August they met."),
    ("fr", "Un rapport parut en mai 1804. Le décret du 4 mars 1806 créa l'office. Le 10 août, il ouvrit."),
    ("fr", "Un rapport parut en mai 1804. La loi du 4 mars 1806 a créé l'office. Le 10 août, il ouvrit."),
    (
        "de",
        "Im Mai 1804 kam ein Bericht. Das Gesetz vom 4. März 1806 schuf das Amt. Am 10. August begann es.",
    ),
    (
        "it",
        "Nel maggio 1804 la fabbrica chiuse. Il decreto del 4 marzo 1806 istituì l'ente. Il 10 agosto aprì.",
    ),
    (
        "fr",
        "L'usine ferma en mai 1804. Par jugement du 4 mars 1806, elle fut vendue. Le 10 août, elle brûla.",
    ),
]


@pytest.mark.parametrize(("language", "text"), CITED)
def test_a_law_that_is_cited_anchors_nothing(tagger: Tagger, language: str, text: str) -> None:
    _, source, day = tagger.tag(text, language)
    assert (source.role, day.edtf) == (Role.SOURCE, "1804-08-10")


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_law_that_is_told_of_anchors_what_follows(tagger: Tagger, language: str, text: str) -> None:
    assert tagger.tag(text, language)[-1].edtf == "1806-08-10"


def test_a_law_is_better_than_nothing(tagger: Tagger) -> None:
    text = "Vu le décret du 4 mars 1806, le maire a signé. Le 10 août, le préfet a répondu."
    assert tagger.tag(text, "fr")[-1].edtf == "1806-08-10"


def test_a_law_before_the_story_has_begun_waits_for_it(tagger: Tagger) -> None:
    text = "The Act of 4 March 1806 applies. On 10 August they met. In May 1804 all had begun."
    assert tagger.tag(text, "en")[1].edtf == "1804-08-10"
