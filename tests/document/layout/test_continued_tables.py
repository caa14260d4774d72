"""Tables that go on over a page's end: the header of the first page holds on the next."""

from __future__ import annotations

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, Paragraph

SIZE = PageSize(400.0, 600.0)
PLACES = (40.0, 110.0, 180.0)


def line(text: str, x: float, y: float) -> Line:
    return Line(text, Box(x, y, x + 5.0 * len(text), y + 12.0), 10.0, baseline=y + 10.0)


def rows(first: int, count: int, places: tuple[float, ...] = PLACES) -> list[Line]:
    return [
        line(text, x, 100.0 + 14 * n)
        for n in range(count)
        for text, x in zip((f"{first + n}", f"{20 + n}", f"Boats in May {n}"), places, strict=True)
    ]


def read(*pages: list[Line]) -> list[Paragraph]:
    layouts = [
        layout_page(Page(index, str(index + 1), SIZE, tuple(lines))) for index, lines in enumerate(pages)
    ]
    return list(join_pages(layouts))


HEAD = [line(text, x, 86.0) for text, x in zip(("Year", "Crew", "Remark"), PLACES, strict=True)]


def test_rows_on_the_next_page_stand_under_the_header() -> None:
    found = read([*HEAD, *rows(1840, 8)], rows(1848, 8))
    assert found[9].text == "1848 | 20 | Boats in May 0"
    assert {part.context for part in found[9:]} == {"Year | Crew | Remark"}


def test_other_columns_on_the_next_page_are_another_table() -> None:
    found = read([*HEAD, *rows(1840, 8)], rows(1848, 8, (60.0, 150.0, 230.0)))
    assert not any("Year" in part.context for part in found[9:])


def test_rows_below_text_are_another_table() -> None:
    prose = [line("The board met in the spring and let the quay to a company of the town.", 40.0, 70.0)]
    found = read([*HEAD, *rows(1840, 8)], [*prose, *rows(1848, 8)])
    assert not any("Year" in part.context for part in found[10:])
