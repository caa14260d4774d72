"""Sizes of type that were measured on a picture make no paragraphs, titles and notes."""

from __future__ import annotations

from itertools import cycle

from reader.document.layout.even_sizes import even_sizes
from reader.document.layout.frames import place_lines
from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole

TEXT = (
    "Every morning the keeper of the light wrote down the height of",
    "the water and the way of the wind twice a day and sent the sheets",
    "to the office of the harbour where a clerk copied them into the large",
    "book that lies in the hall until this day and can be seen there by",
    "all who ask for it at the door before the hour of noon on a day of",
    "the week but not on Sundays when the hall is shut and the clerk is",
    "with his own people in the old town behind the church and the mill",
    "which were built when the harbour was dug in 1843 by his grandfather.",
)
MEASURED = (9.2, 11.4, 10.1, 8.9, 10.8, 9.7, 11.1, 9.9)


def page_of(sizes: tuple[float, ...]) -> Page:
    title = Line("The Light", Box(50, 40, 140, 62), 19.0, baseline=58)
    lines = [
        Line(text, Box(50, 90 + 14 * n, 350, 102 + 14 * n), size, baseline=100 + 14 * n)
        for n, (text, size) in enumerate(zip(cycle(TEXT), sizes, strict=False))
    ]
    return Page(0, "1", PageSize(400, 600), (title, *lines))


def test_a_paragraph_of_measured_sizes_is_whole_under_its_title() -> None:
    title, text = join_pages([layout_page(page_of(MEASURED))])
    assert (title.role, text.role) == (ParagraphRole.HEADING, ParagraphRole.BODY)
    assert len(text.fragments) == len(TEXT)


def test_print_keeps_the_sizes_it_has() -> None:
    sizes = (10.0, 9.3, 10.0, 8.6, 10.0, 8.0, 10.0, 7.4, 10.0, 6.8, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0)
    (lines,) = place_lines(page_of(sizes).lines, PageSize(400, 600))
    even_sizes(lines)
    assert [line.size for line in lines] == [19.0, *sizes]
