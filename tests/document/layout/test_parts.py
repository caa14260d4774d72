"""Paragraphs put together and cut: what is too long to be one comes in pieces."""

from __future__ import annotations

from dataclasses import replace

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.layout.parts import LONGEST
from reader.document.model import Box, Line, Page, PageSize

SIZE = PageSize(400.0, 600.0)


def line(text: str, x: float, y: float) -> Line:
    return Line(text, Box(x, y, x + 5.0 * len(text), y + 12.0), 10.0, baseline=y + 10.0)


def test_a_text_without_paragraphs_is_cut_into_pieces_each_traceable_to_its_lines() -> None:
    """What looks through a passage for each of its dates must not meet 100,000 of them in one."""
    lines = tuple(
        line(f"Line {number} is of {1000 + number}.", 10, 10.0 + number / 100) for number in range(9000)
    )
    page = Page(0, "1", SIZE, lines)
    paragraphs = join_pages([layout_page(page)])
    assert max(len(paragraph.text) for paragraph in paragraphs) <= LONGEST
    assert len({paragraph.id for paragraph in paragraphs}) == len(paragraphs)
    told = [
        (part.line, paragraph.text[part.start : part.end])
        for paragraph in paragraphs
        for part in paragraph.fragments
    ]
    assert sorted(told) == [(number, one.text) for number, one in enumerate(lines)]


def test_a_line_without_end_is_cut_between_its_words_and_its_places_are_kept() -> None:
    text = "abcd efgh " * 5000 + "end"
    edges = tuple(float(place) for place in range(2 * len(text)))
    endless = replace(line(text, 10, 10), edges=edges)
    paragraphs = join_pages([layout_page(Page(0, "1", SIZE, (endless,)))])
    assert len(paragraphs) == 3
    assert " ".join(paragraph.text for paragraph in paragraphs) == text
    for paragraph in paragraphs:
        [part] = paragraph.fragments
        assert text[part.offset :].startswith(paragraph.text)
        assert part.edges is not None
        assert part.edges[0] == 2 * part.offset
        assert len(part.edges) == 2 * len(paragraph.text)
