"""Pages being read, and a person who searches in them."""

from __future__ import annotations

import zlib

import pytest

from reader.document.model import Box, Fragment, Page, PageSize, Paragraph
from reader.document.paragraph_reader import ReadPage
from reader.search.folding import Folding
from reader.search.model import Hit, PageCount, SearchablePage, SearchWords
from reader.search.page_text import searchable, unpacked
from reader.search.text_index import TextIndex

LINE = Box(72, 100, 300, 112)


def page(index: int, *paragraphs: str | tuple[str, ...], has_text: bool = True) -> SearchablePage:
    """A page of paragraphs; one given as several lines has them joined by spaces."""
    made, number = [], 0
    for place, lines in enumerate(paragraphs):
        parts, text = [], ""
        for line in (lines,) if isinstance(lines, str) else lines:
            text += " " if text else ""
            parts.append(Fragment(len(text), len(text) + len(line), index, LINE, line=number))
            text += line
            number += 1
        made.append(Paragraph(f"p{index}.{place}", text, tuple(parts)))
    whole = Page(index, str(index + 1), PageSize(595, 842), (), has_text=has_text)
    return searchable(ReadPage(whole, tuple(made)), Folding())


def counts(index: TextIndex, text: str, *, exact: bool = False, whole_words: bool = False) -> dict[int, int]:
    return {each.index: each.hits for each in index.search(SearchWords(text, exact, whole_words))}


def hits(text: str, *pages: SearchablePage, exact: bool = False, whole_words: bool = False) -> list[Hit]:
    """All hits of a search, each counted as well as found."""
    index = TextIndex(len(pages))
    index.add(pages)
    counted = counts(index, text, exact=exact, whole_words=whole_words)
    found = {each.index: index.hits(each.index) for each in pages}
    assert counted == {place: len(some) for place, some in found.items() if some}
    return [hit for some in found.values() for hit in some]


def test_a_word_is_counted_on_every_page_and_found_on_its_line() -> None:
    found = hits("bridge", page(0, "The bridge. A Bridge!"), page(1, "No word"), page(2, ("A", "bridge")))
    assert [(hit.page_index, hit.parts[0].line, hit.parts[0].start, hit.text) for hit in found] == [
        (0, 0, 4, "bridge"),
        (0, 0, 14, "Bridge"),
        (2, 1, 0, "bridge"),
    ]


def test_a_phrase_is_found_over_the_end_of_a_line_and_of_a_paragraph() -> None:
    (hit,) = hits("old town hall", page(0, ("In the old", "town"), "Hall of Fame"))
    assert [(part.line, part.start, part.end) for part in hit.parts] == [(0, 7, 10), (1, 0, 4), (2, 0, 4)]
    assert (hit.before, hit.text, hit.after) == ("In the ", "old town Hall", " of Fame")


def test_letters_with_vowel_signs_are_covered_with_their_signs() -> None:
    (hit,) = hits("كتاب", page(0, "هذا كِتَابٌ قديم"))
    assert hit.text == "كِتَابٌ"


def test_a_letter_that_is_two_when_folded_is_covered_whole() -> None:
    (hit,) = hits("gros", page(0, "eine Große Stadt"))
    assert hit.text == "Groß"


@pytest.mark.parametrize(
    ("text", "exact", "whole", "expected"),
    [
        ("ete", False, False, ["Été", "été", "ête", "ete"]),
        ("été", True, False, ["été"]),
        ("ete", False, True, ["Été", "été", "ete"]),
        ("Été", True, True, ["Été"]),
        ("the end", False, True, []),
    ],
)
def test_switches_narrow_the_search(text: str, exact: bool, whole: bool, expected: list[str]) -> None:  # noqa: FBT001 - parameters
    found = hits(text, page(0, "Été, l’été, tempête; complete. ete_"), exact=exact, whole_words=whole)
    if whole:
        expected = [each for each in expected if each != "ete"]  # an underscore makes one word
    assert [hit.text for hit in found][: len(expected)] == expected


def test_a_sign_at_the_edge_of_the_words_asks_for_no_end_of_a_word() -> None:
    assert len(hits("§ 12", page(0, "nach §§ 12, § 123"), whole_words=True)) == 1


@pytest.mark.parametrize("text", ["", "  ", "\u200b", "\u064b"])
def test_nothing_to_look_for_finds_nothing(text: str) -> None:
    assert hits(text, page(0, "any text")) == []


def test_pages_that_come_later_are_searched_for_the_same_words() -> None:
    index = TextIndex(5)
    index.add([page(3, "a bridge")])
    assert counts(index, "bridge") == {3: 1}
    assert index.add([page(1, "bridge and bridge")], unreadable=[2]) == (PageCount(1, 2, 1),)
    assert (index.pages_known, index.pages_without_text) == (3, 1)
    assert index.add([page(1, "bridge and bridge")]) == ()  # a child that began again tells nothing new


def test_a_picture_whose_text_was_recognised_is_searched_again() -> None:
    index = TextIndex(1)
    index.add([page(0, has_text=False)])
    assert (index.pages_without_text, counts(index, "bridge")) == (1, {})
    assert index.add([page(0, "a bridge")]) == (PageCount(0, 1, 0),)
    assert index.pages_without_text == 0


def test_a_long_line_of_context_ends_at_a_word() -> None:
    (hit,) = hits("needle", page(0, "hay " * 40 + "needle" + " straw" * 40))
    assert hit.before.startswith("… hay")
    assert hit.after.endswith("straw…")
    assert len(hit.before) < 40


def test_a_long_document_is_searched_the_same_where_it_is_kept_compressed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reader.search.text_index.MOST_PLAIN", 10)
    found = hits("bridge", page(0, "A bridge of stone"), page(1, "no word"), page(2, "The bridge"))
    index = TextIndex(3)
    for each in (page(0, "A bridge of stone"), page(1, "no word"), page(2, "The bridge")):
        index.add([each])
    assert counts(index, "bridge") == {0: 1, 2: 1}
    assert [*index.hits(0), *index.hits(2)] == found


# One beyond the 32 KB in which zlib finds what it has seen before, one of another script, one without a word.
@pytest.mark.parametrize("text", ["A Long Story. " * 5000 + "The End", "ÉTÉ à l’Île " * 9 + "مُعَاهَدَة", ""])
def test_the_text_of_a_page_comes_back_as_it_was(text: str) -> None:
    assert unpacked(page(0, text)).text == text


def test_a_page_takes_little_more_than_its_folded_text() -> None:
    words = " ".join(f"word {number * 7919 % 10007}" for number in range(500)).capitalize()
    assert len(page(0, words).packed) < len(zlib.compress(words.encode())) / 5
