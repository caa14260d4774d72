"""Tables that go on over a page's end: the header of the first page holds on the next."""

from __future__ import annotations

from pathlib import Path

import pymupdf

from reader.document.file.pdf import open_document
from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, Paragraph
from reader.document.paragraph_reader import ParagraphReader

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


def test_the_header_holds_for_many_pages_whichever_is_read_first(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        for number in range(7):
            page = file.new_page(width=400, height=600)
            for one in [*(HEAD if number == 0 else []), *rows(1500 + 30 * number, 30)]:
                page.insert_text((one.box.x0, one.box.y0 + 10), one.text, fontsize=10)
        file.save(tmp_path / "table.pdf")
    with open_document(str(tmp_path / "table.pdf")) as document:
        last = ParagraphReader(document).read(6).paragraphs
    assert {part.context for part in last} == {"Year | Crew | Remark"}
