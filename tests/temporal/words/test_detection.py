"""The language of a passage is told by its script and its commonest words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.resources import resource
from reader.temporal.tagger import Tagger, load_languages

DETECT = load_languages([resource("languages")]).detector


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil a décidé que la route ne serait pas fermée.", "fr"),
        ("The council has decided that the road will be closed.", "en"),
        ("قرر المجلس أن الطريق لن تغلق", "ar"),
        ("Kommunstyrelsen har beslutat att vägen inte ska stängas.", "sv"),
        ("Byrådet har besluttet, at vejen ikke skal lukkes efter festen.", "da"),
        ("Kommunestyret bestemte at veien ikke skal stenges etter festen.", "no"),
        ("Совет решил, что дорогу не закроют.", "ru"),
        ("Рада вирішила, що дорогу не закриють.", "uk"),
        ("Rada postanowiła, że droga nie będzie zamknięta.", "pl"),
        ("Kurul yolun kapanmayacağına karar verdi.", "tr"),
        ("Rada rozhodla, že silnice nebude zavřena, protože ji lidé potřebují.", "cs"),
        ("Neuvosto päätti, että tietä ei suljeta.", "fi"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert DETECT(text, "xx") == language


def test_a_text_that_tells_nothing_is_in_the_language_of_its_document() -> None:
    assert DETECT("12/5/2021 – 3", "fr") == "fr"


@pytest.mark.parametrize(
    ("text", "home", "language"),
    [
        ("Lundi 5 juin 1944", "en", "fr"),
        ("Mardi 6", "en", "fr"),
        ("Wednesday 27th", "de", "en"),
        ("Montag, 3. Mai", "fr", "de"),
        ("On Mardi Gras the parade began.", "en", "en"),
        ("3 mars", "sv", "sv"),  # French, too
        ("Mayo Clinic, 2 June 2011", "en", "en"),
        ("8 август", "bg", "bg"),  # Russian too, and only CLDR knows that it is Bulgarian
    ],
)
def test_a_heading_of_a_date_alone_tells_its_language(text: str, home: str, language: str) -> None:
    assert DETECT(text, home) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Demain nous partons.", "fr"),
        ("Hier, tout était calme.", "fr"),
        ("Rain.", "fr"),  # nothing tells, and nothing is lost
        ("Left on 3 May", "en"),
        ("3 May 1921", "en"),
        ("He died in the night.", "en"),
    ],
)
def test_a_short_passage_goes_with_the_one_before_it(text: str, language: str) -> None:
    assert DETECT(text, "en", beside="fr") == language


@given(st.text(max_size=100))
def test_any_text_has_a_language(text: str) -> None:
    assert DETECT(text, "en")


def test_without_a_document_around_it_a_sentence_tells_its_language_by_its_own_words(
    tagger: Tagger,
) -> None:
    sentences = {
        "La conférence s'ouvrit à Paris le 3 mai 1921.": "fr",
        "Fait à Lyon, le 12 mars 2020": "fr",
        "Er kam am 3. Mai 1921.": "de",
        "He left on 3 May 1921.": "en",
        "1921": "en",
    }
    assert {text: tagger.language_of(text) for text in sentences} == sentences


def test_the_initials_of_names_are_no_words() -> None:
    text = "Rossi, A., E. Blanc, I. Novak (2010). Recommending queries for discovery"
    assert DETECT(text, "fr") == "fr"


@pytest.mark.parametrize(
    ("text", "default", "language"),
    [
        ("August 1448 | Harvest | 1111", "ar", "en"),
        ("mars 1448 | août 1449", "ar", "fr"),
        ("August 1448", "de", "de"),
        ("1448", "ar", "ar"),
        ("August 1448", "", ""),
    ],
)
def test_latin_letters_are_of_no_language_of_another_script(text: str, default: str, language: str) -> None:
    assert DETECT(text, default) == language
