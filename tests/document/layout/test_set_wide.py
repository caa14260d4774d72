"""Justified lines torn at wide spaces, and headings that what follows must not run into."""

from __future__ import annotations

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole

SIZE = PageSize(400.0, 600.0)


def line(text: str, x: float, y: float, width: float = 0.0, size: float = 10.0) -> Line:
    return Line(text, Box(x, y, x + (width or 5.0 * len(text)), y + 1.2 * size), size, baseline=y + size)


def paragraphs(lines: list[Line]) -> list[tuple[str, ParagraphRole]]:
    page = Page(0, "1", SIZE, tuple(lines))
    return [(part.text, part.role) for part in join_pages([layout_page(page)])]


def torn(y: float, words: str, starts: list[float], gap: float) -> list[Line]:
    """The words of a line, each a line of its own, with equal spaces between them."""
    ends = [start - gap for start in starts[1:]] + [280.0]
    places = zip(words.split(), starts, ends, strict=True)
    return [line(word, start, y, end - start) for word, start, end in places]


def test_words_that_stand_over_each_other_by_chance_part_no_torn_lines() -> None:
    lines = [
        *torn(60.0, "In that year a storm", [60, 94, 138, 172, 226], 14.0),
        *torn(74.0, "broke the lamp on every", [60, 101, 142, 183, 226], 11.0),
        line("tower of the coast, and the warden who", 60.0, 88.0, 220.0),
        line("saw it wrote it down in his book.", 60.0, 102.0, 220.0),
    ]
    [(text, _)] = paragraphs(lines)
    assert text.startswith("In that year a storm broke the lamp on every tower of the coast")


def test_a_latin_word_begins_a_paragraph_under_a_title_in_chinese() -> None:
    body = [line("port.bst 在灯塔和港口之间的道路上", 60.0, 120.0 + 16 * n, 300.0) for n in range(6)]
    found = paragraphs([line("使用方法", 60.0, 91.0, 60.0, 14.0), *body])
    assert found[0] == ("使用方法", ParagraphRole.HEADING)


def test_a_number_set_apart_before_capitals_is_that_of_a_section() -> None:
    body = [
        line("The keepers wrote down the height of the water and the wind", 60.0, 120.0 + 12 * n)
        for n in range(8)
    ]
    title = [line("8", 60.0, 96.0), line("KEEPERS AND BOATS", 80.0, 96.0)]
    assert paragraphs([*title, *body])[0] == ("8 KEEPERS AND BOATS", ParagraphRole.HEADING)
