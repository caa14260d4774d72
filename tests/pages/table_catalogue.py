"""Tables without lines and without tags, which only the places of their cells tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from tests.pages import layouts as lay
from tests.pages import producers as by
from tests.pages.layouts import Layout, body
from tests.pages.texts import ARABIC, ARABIC_FERRY, ENGLISH, FERRY, LANDINGS

_NASKH = "Noto Naskh Arabic"
# Columns as wide as their widest cell, and between two of them no more than between words.
_CLOSE = (
    "table{border-collapse:collapse}td,th{padding-inline:1.5pt;padding-block:0;text-align:start;"
    "font-weight:normal}"
)
_CLOSE_STORY = "td,th{padding:0 1px;text-align:left}"
_CLOSE_TYPST = "columns: 3, stroke: none, inset: (x: 1.3pt, y: 0.3em)"


def tables_without_lines() -> Iterator[Layout]:
    """All of them."""
    yield from _cells_a_blank_apart()


def _cells_a_blank_apart() -> Iterator[Layout]:
    for name, table in (("close", FERRY), ("close-words", LANDINGS)):
        truth = (*body(ENGLISH[0]), *lay.table_rows(*table), *body(ENGLISH[1]))
        page = _between(ENGLISH, table)
        yield Layout(name, "chromium", partial(_chromium, page, _CLOSE), truth)
        yield Layout(name, "story", partial(by.story, page, lay.STORY_CSS + _CLOSE_STORY), truth)
        cells = lay.cells_typst(table[0], table[1:], _CLOSE_TYPST)
        yield Layout(name, "typst", partial(_typst, cells), truth)
        # Those of a page whose text lies on its side.
        sideways = _CLOSE + "body{writing-mode:vertical-rl}"
        yield Layout(f"sideways-{name}", "chromium", partial(_chromium, page, sideways), truth)
    truth = (*body(ARABIC[0]), *lay.table_rows(*ARABIC_FERRY), *body(ARABIC[1]))
    css = _CLOSE + f"body{{font-family:'{_NASKH}'}}"
    page = lay.html(_between(ARABIC, ARABIC_FERRY), css, language="ar", direction="rtl")
    yield Layout("close-arabic", "chromium", partial(by.chromium, page, tagged=False), truth)
    source = lay.typst(
        lay.typst_text(ARABIC[0])
        + lay.cells_typst(ARABIC_FERRY[0], ARABIC_FERRY[1:], _CLOSE_TYPST)
        + lay.typst_text(ARABIC[0]),
        language="ar",
        font=_NASKH,
    )
    truth = (*truth[:-1], truth[0])
    yield Layout("close-arabic", "typst", partial(by.typst, source, tagged=False), truth)


def _between(texts: Sequence[str], table: Sequence[Sequence[str]]) -> str:
    return lay.paragraphs(texts[0]) + lay.cells_html(table[0], table[1:]) + lay.paragraphs(texts[1])


def _chromium(content: str, css: str) -> bytes:
    return by.chromium(lay.html(content, css, language="en"), tagged=False)


def _typst(content: str) -> bytes:
    source = lay.typst_text(ENGLISH[0]) + content + lay.typst_text(ENGLISH[1])
    return by.typst(lay.typst(source, language="en"), tagged=False)
