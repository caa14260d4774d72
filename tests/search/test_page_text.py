"""Words of a real file, found over the ends of its lines and pages, each part where it stands."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pymupdf
import pytest

from reader.document.file.pdf import OpenDocument, open_document
from reader.document.paragraph_reader import ParagraphReader
from reader.search.finder import Finder, Foldings
from reader.search.model import Hit, SearchWords
from reader.search.page_text import searchable

FIRST_PAGE = (
    "The council of the town came together early in Octo-",
    "bre of that year, and for a whole week it spoke of the",
    "bridge over the river, of what it had cost the people,",
    "and of those who had built it without being paid a",
)
SECOND_PAGE = (
    "penny for it in all that time. Nobody remembered who",
    "had asked for a bridge in the first place, and so they",
    "went home again without having settled anything at all.",
)


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Two pages; a paragraph runs from the one to the other."""
    document = pymupdf.open()
    for lines, top in ((FIRST_PAGE, 700), (SECOND_PAGE, 80)):
        page = document.new_page(width=420, height=842)
        for number, line in enumerate(lines):
            page.insert_text((60, top + 14 * number), line, fontsize=11)
    document.save(tmp_path / "town.pdf")
    document.close()
    return str(tmp_path / "town.pdf")


def hits(document: OpenDocument, text: str) -> list[Hit]:
    foldings, reader = Foldings(), ParagraphReader(document)
    finder = Finder(SearchWords(text), foldings)
    pages = [searchable(reader.read(index), foldings.loose) for index in range(document.page_count)]
    return [hit for page in pages for hit in finder.hits(page)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("octobre", [(0, "Octo"), (0, "bre")]),
        ("spoke of the bridge over", [(0, "spoke of the"), (0, "bridge over")]),
        ("without being paid a penny", [(0, "without being paid a"), (1, "penny")]),
    ],
)
def test_each_part_of_a_hit_is_the_text_of_its_line(
    path: str, text: str, parts: list[tuple[int, str]]
) -> None:
    with open_document(path) as document:
        (hit,) = hits(document, text)
        lines = {index: document.exact_lines(index) for index in range(document.page_count)}
        found = [
            (part.page_index, lines[part.page_index][part.line].text[part.start : part.end])
            for part in hit.parts
        ]
    assert found == parts


def test_the_top_of_a_line_is_told_with_the_hit(path: str) -> None:
    with open_document(path) as document:
        first, second = hits(document, "bridge")
    assert (first.page_index, second.page_index) == (0, 1)
    assert first.parts[0].top == pytest.approx(700 + 2 * 14 - 12, abs=3)
    assert second.parts[0].top == pytest.approx(80 + 14 - 12, abs=3)


@pytest.mark.parametrize("producer", ["chromium", "libreoffice", "typst"])
def test_a_bare_word_finds_the_vowelled_one_and_its_hit_has_the_vowels(producer: str) -> None:
    path = Path(__file__).parents[1] / "pages" / "made" / f"arabic-vowels-{producer}.pdf"
    with open_document(str(path)) as document:
        lines = document.exact_lines(0)
        for bare, vowelled in {"المكتبة": "المَكْتَبَةَ", "للطلاب": "لِلطُّلَّابِ", "العلم": "العِلْمَ"}.items():
            (part,) = hits(document, bare)[0].parts
            word = lines[part.line].text[part.start : part.end]
            assert normalize("NFC", word) == normalize("NFC", vowelled)
