"""Pages whose true paragraphs are known, by five producers: what was set is what is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from reader.document.file.pdf import open_document
from reader.document.model import Box, Paragraph, ParagraphRole
from reader.document.paragraph_reader import read_paragraphs
from tests.pages.catalogue import catalogue
from tests.pages.fresh_catalogue import fresh_pages
from tests.pages.layouts import Layout
from tests.pages.producers import MissingProducerError, tidy
from tests.pages.scoring import folded, score

FOLDER = Path(__file__).parents[1] / "pages" / "made"
TRUTH: dict[str, list[list[str]]] = json.loads((FOLDER / "truth.json").read_text("utf-8"))
FRESH = {f"{layout.name}-{layout.producer}": layout for layout in fresh_pages()}
STORIES = {layout.name: layout for layout in catalogue() if layout.producer == "story"}

# Their lines are boxed along y; pdfium's boxes of single characters are not comparable there.
TURNED = ("vertical", "rotated", "sideways")

BOUNDARIES = 0.95
TEXT = 0.99


def body(path: Path) -> list[Paragraph]:
    with open_document(str(path)) as document:
        return [part for part in read_paragraphs(document) if part.role is not ParagraphRole.FURNITURE]


def made(layout: Layout, folder: Path) -> Path:
    path = folder / f"{layout.name}.pdf"
    path.write_bytes(tidy(layout.make()))
    return path


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_a_page_reads_as_it_was_set(name: str) -> None:
    result = score([text for _, text in TRUTH[name]], [part.text for part in body(FOLDER / f"{name}.pdf")])
    assert result.boundaries >= BOUNDARIES
    assert result.text >= TEXT


@pytest.mark.parametrize("name", sorted(STORIES))
def test_a_story_reads_as_it_was_set(name: str, tmp_path: Path) -> None:
    layout = STORIES[name]
    texts = [text for _, text in layout.truth]
    read = [part.text for part in body(made(layout, tmp_path))]
    assert score(texts, read).text >= TEXT
    assert score(texts, read).boundaries >= BOUNDARIES


@pytest.mark.parametrize("name", sorted(FRESH))
def test_a_page_made_anew_reads_as_it_was_set(name: str, tmp_path: Path) -> None:
    layout = FRESH[name]
    try:
        read = body(made(layout, tmp_path))
    except MissingProducerError as missing:
        pytest.skip(f"{missing} is not installed")
    result = score([text for _, text in layout.truth], [part.text for part in read])
    assert result.boundaries >= BOUNDARIES
    assert result.text >= TEXT
    assert [part.role.value for part in read] == [role for role, _ in layout.truth]


@pytest.mark.parametrize("name", sorted(TRUTH))
def test_roles_are_known(name: str) -> None:
    read = body(FOLDER / f"{name}.pdf")
    assert [part.role.value for part in read] == [role for role, _ in TRUTH[name]]


@pytest.mark.parametrize(
    "name", sorted(n for n in TRUTH if n.startswith(("arabic", "hebrew", "persian", "urdu")))
)
def test_digits_and_words_of_right_to_left_pages_equal_the_source(name: str) -> None:
    read = " ".join(part.text for part in body(FOLDER / f"{name}.pdf"))
    for _, text in TRUTH[name]:
        for word in text.split():
            assert folded(word) in folded(read), word


def words_with_places(path: Path) -> Iterator[tuple[int, str, Box]]:
    """Numbers of four digits that stand once in a file, and where another engine, pdfium, sees them."""
    document = pypdfium2.PdfDocument(str(path))
    try:
        for index, page in enumerate(document):
            height = page.get_height()
            text = page.get_textpage()
            whole = text.get_text_range()
            for place in range(len(whole) - 3):
                word = whole[place : place + 4]
                if not (word.isascii() and word.isdigit()) or whole.count(word) > 1:
                    continue
                boxes = [text.get_charbox(i, loose=True) for i in range(place, place + 4)]
                left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
                top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
                yield index, word, Box(left, height - top, right, height - bottom)
    finally:
        document.close()


@pytest.mark.parametrize("name", [n for n in sorted(TRUTH) if not n.startswith(TURNED)])
def test_a_year_stands_where_another_engine_sees_it(name: str) -> None:
    path = FOLDER / f"{name}.pdf"
    with open_document(str(path)) as document:
        paragraphs = read_paragraphs(document)
        everything = "".join(part.text for part in paragraphs)
        compared = 0
        for index, word, place in words_with_places(path):
            if everything.count(word) != 1:
                continue
            part = next(part for part in paragraphs if word in part.text)
            start = part.text.index(word)
            exact = document.measure(part, [(start, start + 4)])
            (found,) = exact.boxes(start, start + 4)
            assert found.page_index == index
            assert found.box.x0 == pytest.approx(place.x0, abs=1.5)
            assert found.box.x1 == pytest.approx(place.x1, abs=1.5)
            assert found.box.y0 < (place.y0 + place.y1) / 2 < found.box.y1
            compared += 1
    assert compared or "japanese" in name or "points" in name or "persian" in name
