"""Tables that no line is drawn for: their rows are found by the places of their cells."""

from __future__ import annotations

from reader.document.layout.paragraphs import join_pages, layout_page
from reader.document.model import Box, Line, Page, PageSize, ParagraphRole


def line(text: str, x: float, y: float, size: float = 10.0) -> Line:
    return Line(text, Box(x, y, x + 5.0 * len(text), y + 1.2 * size), size, baseline=y + size)


def test_the_lines_of_a_header_may_stand_on_heights_of_their_own() -> None:
    places = {"NUMBER": (20, 24), "DAY": (100, 20), "POSTED": (100, 34), "PAID TO": (180, 24)}
    head = [line(text, x, y, size=12.0) for text, (x, y) in places.items()]
    rows = [
        one
        for place, day in enumerate(("05/03/2019", "05/24/2019", "06/13/2019", "07/10/2019"))
        for one in (
            line(f"K2019000{place}", 20, 60 + 26 * place),
            line(day, 100, 60 + 26 * place),
            line("CARRIERS", 180, 60 + 26 * place),
            line("A CRATE BY RAIL AND BACK", 180, 73 + 26 * place),
        )
    ]
    page = Page(0, "1", PageSize(400.0, 600.0), (*head, *rows))
    found = [(one.text, one.role) for one in join_pages([layout_page(page)])]
    assert ("K20190001 | 05/24/2019 | CARRIERS", ParagraphRole.TABLE_ROW) in found


def test_prose_below_a_table_runs_in_its_own_direction() -> None:
    rows = [
        one
        for n in range(6)
        for one in (
            line(f"{11 + n} May 1887", 20.0, 40.0 + 15 * n),
            line(f"Boat {n}", 150.0, 40.0 + 15 * n),
            line(f"{700 + n}", 250.0, 40.0 + 15 * n),
        )
    ]
    word = "\u0627\u0644\u0628\u062d\u0631 "
    starts = (120.0, 150.0, 130.0, 160.0, 125.0, 155.0)
    prose = [
        Line((word * 6).strip(), Box(x, y, 350.0, y + 12.0), 10.0, edges=(x, 350.0), baseline=y + 10.0)
        for y, x in zip(range(160, 250, 15), starts, strict=True)
    ]
    page = Page(0, "1", PageSize(400.0, 600.0), (*rows, *prose))
    found = join_pages([layout_page(page)])
    assert [part.role for part in found[:6]] == [ParagraphRole.TABLE_ROW] * 6
    assert [len(part.fragments) for part in found[6:]] == [len(starts)]
