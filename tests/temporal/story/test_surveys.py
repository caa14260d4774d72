"""A survey of the past in a text of the present: the days of the next paragraph are of none of its years."""

from __future__ import annotations

import pytest

from reader.temporal.model import Passage
from reader.temporal.story.anchors import document_context
from reader.temporal.story.candidates import DocumentClues
from reader.temporal.tagger import Tagger


def last(tagger: Tagger, language: str, *texts: str) -> str | None:
    recognised = [tagger.recognise(Passage(text), language) for text in texts]
    context = document_context(DocumentClues(recognised, created="2026-11-22", modified=None))
    return tagger.resolve(recognised, context)[-1][-1].edtf


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "fr",
            (
                "Fait à Lyon, le 22 janvier 2020",
                "Madame B. a été hospitalisée du 9 au 21 janvier 2020.",
                "Antécédents : phlébite en 1974, asthme depuis 1996, pose d'une prothèse en mars 2012.",
                "Le 6 janvier, elle tombe dans l'escalier.",
            ),
        ),
        (
            "de",
            (
                "Ulm, den 22. Januar 2020",
                "Frau B. war vom 9. bis 21. Januar 2020 bei uns.",
                "Vorgeschichte: Thrombose 1974, Asthma seit 1996, im März 2012 eine Prothese.",
                "Am 6. Januar stürzt sie auf der Treppe.",
            ),
        ),
        (
            "en",
            (
                "Leeds, 22 January 2020",
                "Mrs B. was with us from 9 to 21 January 2020.",
                "History: a thrombosis in 1974, asthma in 1996, a new hip in March 2012.",
                "On 6 January she falls on the stairs.",
            ),
        ),
        (
            "es",
            (
                "Soria, 22 de enero de 2020",
                "La señora B. estuvo ingresada del 9 al 21 de enero de 2020.",
                "Antecedentes: trombosis en 1974, asma desde 1996, prótesis en marzo de 2012.",
                "El 6 de enero cae en la escalera.",
            ),
        ),
    ],
)
def test_after_a_survey_the_days_are_of_the_present(
    tagger: Tagger, language: str, texts: tuple[str, ...]
) -> None:
    assert last(tagger, language, *texts) == "2020-01-06"


@pytest.mark.parametrize(
    "told",
    [
        "The mill was built in 1870, sold in 1871 and rebuilt in 1872.",  # one story
        "The mill was built in 1870, sold in 1901 and burnt on 3 April 1923.",  # it ends on a day
        "The mill was built in 1870 and sold in 1923.",
    ],
)
def test_a_story_of_the_past_goes_on_in_the_next_paragraph(tagger: Tagger, told: str) -> None:
    texts = ("Leeds, 22 January 2020", "The mill was listed on 9 January 2020.", told)
    assert last(tagger, "en", *texts, "On 6 May the owner died.") in {"1872-05-06", "1923-05-06"}


def test_a_history_without_a_day_of_its_present_goes_on(tagger: Tagger) -> None:
    told = "The mill was built in 1870, sold in 1901 and burnt in 1923."
    texts = ("Leeds, 22 January 2020", told, "On 6 May the owner died.")
    assert last(tagger, "en", *texts) == "1923-05-06"
