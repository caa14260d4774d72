"""What the paragraphs of pages speak of, each in its own language."""

from __future__ import annotations

from reader.temporal.installed import installed_tagger
from reader.temporal.model import Passage
from reader.timeline.page_mentions import find_mentions

ENGLISH = "The department of the government met on 5 May 2011, and nobody who was there spoke of it."
DIARY = ("Journal d'un prisonnier", "Lundi 5 juin 1944", "Pluie. Hier, soleil.", "Mardi 6", "Demain, départ.")


def test_a_french_page_of_short_lines_in_an_english_document_is_read_in_french() -> None:
    pages = [(Passage(ENGLISH),), tuple(Passage(line) for line in DIARY)]
    english, french = find_mentions(installed_tagger(), pages)
    assert {one.language for one in english.recognised} == {"en"}
    assert {one.language for one in french.recognised} == {"fr"}
    spoken = [one.passage.text[m.start : m.end] for one in french.recognised for m in one.mentions]
    assert spoken == ["Lundi 5 juin 1944", "Hier", "Mardi 6", "Demain"]


def test_the_next_page_begins_in_the_language_of_the_document() -> None:
    pages = [(Passage(ENGLISH), Passage("Lundi 5 juin 1944")), (Passage("Spring 1945"),)]
    _, after = find_mentions(installed_tagger(), pages)
    assert [one.language for one in after.recognised] == ["en"]


def test_a_page_is_read_alike_whichever_pages_were_read_before_it() -> None:
    cells = "lower yard, the second shed, to be moved by rail"
    table = [Passage(f"{day} August 1888 | {cells} | {day}") for day in range(1, 6)]
    alone, after_french = (
        find_mentions(installed_tagger(), [tuple(table)], known)[0] for known in ("", "fr")
    )
    assert alone.recognised == after_french.recognised


def test_the_language_of_a_document_is_not_told_by_its_longest_row_of_figures() -> None:
    parts = "0010 | 15995646 1 ST AC worm 534,87 SSN40-1UVAR | 13.751.65.5.2.0 | 1,20/0,70 | 0265 1909 75"
    dutch = "Wij verzoeken u de instructies voor het gebruik van deze motor op te volgen."
    (page,) = find_mentions(
        installed_tagger(), [(Passage(parts), Passage(dutch), Passage("Datum: 3 mei 2017"))]
    )
    assert [one.language for one in page.recognised] == ["nl"]
