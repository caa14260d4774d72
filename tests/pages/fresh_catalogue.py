"""Pages of several things at once, made anew by the tests that read them and never kept as files.

Each showed a fault at first sight: text that was lost, a table taken for prose, points run together.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from html import escape

from tests.pages import layouts as lay
from tests.pages import producers as by
from tests.pages.layouts import Layout, Paragraphs, body
from tests.pages.texts import (
    ARABIC,
    ARABIC_FERRY,
    CLAUSES,
    ENGLISH,
    HEBREW,
    HEBREW_REGISTER,
    PERSIAN,
    PERSIAN_REGISTER,
)

_BOX = (
    "Read before you visit: the quay is closed from 1 November to 31 March, and the gate lets no more than"
    " six persons pass at a time."
)


def fresh_pages() -> Iterator[Layout]:
    """All of them."""
    yield from _columns_and_a_box()
    yield from _clauses()
    yield from _tables_of_right_to_left()


def _columns_and_a_box() -> Iterator[Layout]:
    """Narrow justified columns, torn at their spaces, above and below a box in larger type."""
    css = (
        "body{font-size:7.5pt}main{columns:3;column-gap:11pt}p{text-align:justify}"
        "aside{border:1pt solid;padding:6pt;margin:6pt 0;font-size:9pt}aside p{margin:0}"
    )
    page = (
        f"<main>{lay.paragraphs(*ENGLISH[:3])}</main><aside>{lay.paragraphs(_BOX)}</aside>"
        f"<main>{lay.paragraphs(*ENGLISH[3:])}</main>"
    )
    html = lay.html(page, css, language="en")
    truth = body(*ENGLISH[:3], _BOX, *ENGLISH[3:])
    yield Layout("box", "chromium", partial(by.chromium, html, tagged=False), truth)


def _clauses() -> Iterator[Layout]:
    """Points three levels deep, the sign of each beside its text."""
    css = "div{display:flex;margin:0 0 2pt}i{font:inherit;width:26pt;flex:none}"
    rows = "".join(
        f"<div style='margin-left:{26 * int(level)}pt'><i>{sign}</i><span>{escape(text)}</span></div>"
        for level, sign, text in CLAUSES
    )
    html = lay.html(rows, css, language="en")
    truth: Paragraphs = tuple(("list_item", f"{sign} {text}") for _, sign, text in CLAUSES)
    yield Layout("clauses", "chromium", partial(by.chromium, html, tagged=False), truth)


def _tables_of_right_to_left() -> Iterator[Layout]:
    """Cells far apart, without lines: the engine runs those of a row together."""
    for language, font, texts, table in (
        ("ar", "Noto Naskh Arabic", ARABIC, ARABIC_FERRY),
        ("he", "Noto Sans Hebrew", HEBREW, HEBREW_REGISTER),
        ("fa", "Noto Naskh Arabic", PERSIAN, PERSIAN_REGISTER),
    ):
        css = f"body{{font-family:'{font}'}}table{{width:100%}}td,th{{padding:2pt 5pt;text-align:start}}"
        page = lay.paragraphs(texts[0]) + lay.cells_html(table[0], table[1:]) + lay.paragraphs(texts[1])
        html = lay.html(page, css, language=language, direction="rtl")
        truth = (*body(texts[0]), *lay.table_rows(*table), *body(texts[1]))
        yield Layout(f"cells-{language}", "chromium", partial(by.chromium, html, tagged=False), truth)
