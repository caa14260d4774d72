"""Files whose look alone misleads: what only their tags tell, and tables that only their lines divide.

Of each table there is a tagged file and one without tags; of what only tags can tell, tagged ones only.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tests.pages import layouts as lay
from tests.pages import producers as by
from tests.pages.layouts import Layout, Paragraphs, body
from tests.pages.texts import (
    ARABIC,
    ARABIC_REGISTER,
    ENGLISH,
    FRENCH,
    LOOSE_ITEMS,
    MINUTES,
    REGISTER,
)

# Cells without room between them: a row begins as close to the one above it as a line to the next.
_RULED = (
    "table{width:100%;border-collapse:collapse;margin:6pt 0;table-layout:fixed}"
    "td,th{border:0.5pt solid black;padding:0 3pt;text-align:start;font-weight:normal;vertical-align:top}"
    "td p{margin:0}"
)
_BARE = _RULED.replace("border:0.5pt solid black;", "")
_NASKH = "Noto Naskh Arabic"


def ruled_and_tagged() -> Iterator[Layout]:
    """All of them."""
    yield from _ruled()
    yield from _told_by_tags()
    yield from _side_by_side()


def _side_by_side() -> Iterator[Layout]:
    """Years before their events without a line between them; two languages, each in its own direction."""
    years = tuple((row[0][-4:], row[1] or row[2]) for row in REGISTER[1:])
    truth = (*body(FRENCH[0]), *lay.table_rows(*years), *body(FRENCH[1]))
    events = "".join(f"<div><i>{year}</i><b>{text}</b></div>" for year, text in years)
    css = "div{display:flex}i,b{font:inherit}i{width:50pt}b{flex:1}"
    page = lay.html(lay.paragraphs(FRENCH[0]) + events + lay.paragraphs(FRENCH[1]), css)
    yield from (
        Layout("chronology", "chromium", partial(by.chromium, page, tagged=False), truth),
        Layout("tagged-chronology", "chromium", partial(by.chromium, page), truth),
    )
    both = body(*FRENCH[:2], *ARABIC[:2])
    css = f"main{{float:left;width:150pt}}aside{{float:right;width:150pt;font-family:'{_NASKH}'}}"
    halves = f"<main>{lay.paragraphs(*FRENCH[:2])}</main><aside dir=rtl>{lay.paragraphs(*ARABIC[:2])}</aside>"
    page_of_two = lay.html(halves, css)
    yield Layout("bilingual", "chromium", lambda: by.chromium(page_of_two, tagged=False), both)
    source = (
        f"#grid(columns: (1fr, 1fr), gutter: 14pt, [{lay.typst_text(*FRENCH[:2])}],"
        f' [#set text(lang: "ar", dir: rtl, font: "{_NASKH}")\n{lay.typst_text(*ARABIC[:2])}])'
    )
    yield Layout("bilingual", "typst", lambda: by.typst(lay.typst(source)), both)


def _ruled() -> Iterator[Layout]:
    head, *rows = REGISTER
    truth = (*body(FRENCH[0]), *lay.table_rows(*REGISTER), *body(FRENCH[1]))
    table = lay.cells_html(head, rows)
    page = lay.html(lay.paragraphs(FRENCH[0]) + table + lay.paragraphs(FRENCH[1]), _RULED)
    odt = lay.odt(lay.odt_text(FRENCH[0]) + lay.odt_table(head, rows) + lay.odt_text(FRENCH[1]))
    cells = lay.cells_typst(head, rows, "columns: (1fr, 2fr, 1fr), inset: (x: 3pt, y: 0.3em)")
    source = lay.typst(lay.typst_text(FRENCH[0]) + cells + lay.typst_text(FRENCH[1]))
    yield from _both("ruled", page, odt, truth)
    yield Layout("tagged-ruled", "typst", lambda: by.typst(source), truth)
    two = (*body(FRENCH[0]), ("table_row", "Registre | Suite"), *truth[1:])
    both_heads = lay.cells_html(head, rows).replace(
        "<thead>", "<thead><tr><th colspan=2>Registre</th><th>Suite</th></tr>"
    )
    page = lay.html(lay.paragraphs(FRENCH[0]) + both_heads + lay.paragraphs(FRENCH[1]), _RULED)
    yield Layout("ruled-heads", "chromium", partial(by.chromium, page, tagged=False), two)
    yield Layout("tagged-ruled-heads", "chromium", partial(by.chromium, page), two)
    long_truth = (*body(*FRENCH[:4]), *lay.table_rows(*REGISTER), *body(FRENCH[4]))
    page = lay.html(
        lay.paragraphs(*FRENCH[:4]) + lay.cells_html(head, rows) + lay.paragraphs(FRENCH[4]), _RULED
    )
    odt = lay.odt(lay.odt_text(*FRENCH[:4]) + lay.odt_table(head, rows) + lay.odt_text(FRENCH[4]))
    yield from _both("ruled-pages", page, odt, long_truth)
    head, *rows = ARABIC_REGISTER
    truth = (*body(ARABIC[0]), *lay.table_rows(*ARABIC_REGISTER), *body(ARABIC[1]))
    page = lay.html(
        lay.paragraphs(ARABIC[0]) + lay.cells_html(head, rows) + lay.paragraphs(ARABIC[1]),
        _RULED + f"body{{font-family:'{_NASKH}'}}",
        language="ar",
        direction="rtl",
    )
    odt = lay.odt(
        lay.odt_text(ARABIC[0]) + lay.odt_table(head, rows) + lay.odt_text(ARABIC[1]),
        font=_NASKH, mode="rl-tb", align="end",
    )  # fmt: skip
    yield from _both("ruled-arabic", page, odt, truth)


def _both(name: str, page: str, odt: str, truth: Paragraphs) -> Iterator[Layout]:
    yield Layout(name, "chromium", partial(by.chromium, page, tagged=False), truth)
    yield Layout(f"tagged-{name}", "chromium", partial(by.chromium, page), truth)
    yield Layout(name, "libreoffice", partial(by.libreoffice, odt), truth)
    yield Layout(f"tagged-{name}", "libreoffice", partial(by.libreoffice, odt, tagged=True), truth)


def _told_by_tags() -> Iterator[Layout]:
    """Nothing but the tags tells where these paragraphs begin, or what they are."""
    truth = (*body(ENGLISH[0]), *lay.table_rows(*MINUTES), *body(ENGLISH[1]))
    page = lay.html(
        lay.paragraphs(ENGLISH[0]) + lay.cells_html((), MINUTES) + lay.paragraphs(ENGLISH[1]), _BARE,
        language="en",
    )  # fmt: skip
    yield Layout("tagged-text-table", "chromium", partial(by.chromium, page), truth)
    cells = lay.cells_typst((), MINUTES, "columns: (1fr, 3fr, 1fr), stroke: none, inset: (x: 3pt, y: 0.3em)")
    source = lay.typst(lay.typst_text(ENGLISH[0]) + cells + lay.typst_text(ENGLISH[1]), language="en")
    yield Layout("tagged-text-table", "typst", lambda: by.typst(source), truth)
    halves = [(one, two.replace(". ", ".|", 1), three) for one, two, three in MINUTES]
    truth = (*body(ENGLISH[0]), *lay.table_rows(*halves), *body(ENGLISH[1]))
    page = lay.html(
        lay.paragraphs(ENGLISH[0]) + lay.cells_html((), halves) + lay.paragraphs(ENGLISH[1]), _RULED,
        language="en",
    )  # fmt: skip
    odt = lay.odt(lay.odt_text(ENGLISH[0]) + lay.odt_table((), halves) + lay.odt_text(ENGLISH[1]))
    yield Layout("tagged-cells", "chromium", partial(by.chromium, page), truth)
    yield Layout("tagged-cells", "libreoffice", partial(by.libreoffice, odt, tagged=True), truth)
    items = tuple(("list_item", text) for text in LOOSE_ITEMS)
    truth = (*body(FRENCH[0]), *items, *body(FRENCH[1]))
    listed = "".join(f"<li>{text}</li>" for text in LOOSE_ITEMS)
    css = "ul{list-style:none;margin:0;padding:0} p{margin:0} body{line-height:1.35}"
    page = lay.html(lay.paragraphs(FRENCH[0]) + f"<ul>{listed}</ul>" + lay.paragraphs(FRENCH[1]), css)
    yield Layout("tagged-list", "chromium", partial(by.chromium, page), truth)
    listed = "\n".join(f"- {lay.typst_text(text).strip()}" for text in LOOSE_ITEMS)
    source = lay.typst(
        f"#set list(marker: [], indent: 0pt, body-indent: 0pt)\n{lay.typst_text(FRENCH[0])}\n{listed}\n\n"
        + lay.typst_text(FRENCH[1]),
        spacing="0.6em",
    )
    yield Layout("tagged-list", "typst", lambda: by.typst(source), truth)
    truth = (
        ("heading", "La tour et son quai"), *body(FRENCH[0], FRENCH[1]),
        ("heading", "Du feu à la lampe"), *body(FRENCH[2], FRENCH[3]),
    )  # fmt: skip
    quiet = "h2{font:inherit;margin:0} p{margin:0}"
    page = "".join(f"<h2>{text}</h2>" if role == "heading" else lay.paragraphs(text) for role, text in truth)
    yield Layout("tagged-headings", "chromium", lambda: by.chromium(lay.html(page, quiet)), truth)
    text = "".join(lay.odt_heading(text) if role == "heading" else lay.odt_text(text) for role, text in truth)
    odt_page = lay.odt(text)
    yield Layout("tagged-headings", "libreoffice", partial(by.libreoffice, odt_page, tagged=True), truth)
    yield from _tight()


def _tight() -> Iterator[Layout]:
    """Paragraphs without indent or space between them; a box that stands in the middle of the text."""
    arabic = lay.html(
        lay.paragraphs(*ARABIC, *ARABIC[:2]),
        f"body{{font-family:'{_NASKH}'}}p{{margin:0;text-align:justify}}",
        language="ar",
        direction="rtl",
    )
    yield Layout("tagged-tight-arabic", "chromium", lambda: by.chromium(arabic), body(*ARABIC, *ARABIC[:2]))
    css = (
        "aside{float:right;width:110pt;font-size:8pt;border:1pt solid;padding:4pt;margin:0 0 4pt 8pt}"
        "p{margin:0;text-align:justify}"
    )
    page = (
        lay.paragraphs(ENGLISH[0])
        + f"<aside>{lay.paragraphs(MINUTES[0][1])}</aside>"
        + lay.paragraphs(*ENGLISH[1:4])
    )
    truth = body(ENGLISH[0], MINUTES[0][1], *ENGLISH[1:4])
    made = lay.html(page, css, language="en")
    yield Layout("tagged-box", "chromium", lambda: by.chromium(made), truth)
