"""Mentions found page by page, and in which language where a passage tells none."""

from __future__ import annotations

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage
from reader.timeline.page_mentions import MentionFinder, find_mentions

FRENCH = Passage(
    "Le conseil s’est réuni dans la grande salle de la mairie et il a voté pour la fête du village."
)
NUMBERS = Passage("03/04/2021")


def test_a_page_tells_which_passages_speak_of_time_and_how_much_there_is_of_each_language() -> None:
    silent = Passage("Nobody came to the second meeting of the board, and there was no report of the first.")
    speaking = Passage("On 5 May 2001 the board met for the first time.")
    foot = Passage("Minutes of the board, printed in May 2002", is_furniture=True)
    (page,) = find_mentions(installed_tagger(), [(silent, speaking, foot)])
    assert page.numbers == (1, 2)
    assert [one.passage for one in page.recognised] == [speaking, foot]
    assert page.languages == (("en", len(silent.text) + len(speaking.text)),)


def test_the_longest_passage_tells_the_language_of_a_document_of_which_nothing_is_known() -> None:
    (page,) = find_mentions(installed_tagger(), [(NUMBERS, FRENCH)])
    assert [one.language for one in page.recognised] == ["fr"]


def test_a_page_before_tells_the_language_of_a_page_that_does_not() -> None:
    _, page = find_mentions(installed_tagger(), [(FRENCH,), (NUMBERS,)])
    assert [one.language for one in page.recognised] == ["fr"]


def test_sections_come_back_in_the_order_in_which_they_were_given() -> None:
    finder = MentionFinder(installed_tagger())
    assert not finder.is_ready
    finder.give([(Passage("On 5 May 2001 it rained."),)], "en")
    finder.give([(Passage("On 6 May 2001 it rained."),), ()], "en")
    assert finder.is_ready
    assert [len(finder.take()), len(finder.take())] == [1, 2]
    assert not finder.is_ready
