"""The generated pages: each layout, the producers that set it, and the paragraphs it holds, in order.

A paragraph of the truth is (role, text). Roles as in the model; "furniture" is left out of the reading order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from tests.pages.texts import TABLE

Paragraphs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A file to make: its name, who makes it and how, and what it says."""

    name: str
    producer: str
    make: Callable[[], bytes]
    truth: Paragraphs


def body(*texts: str) -> Paragraphs:
    return tuple(("body", text) for text in texts)


def rows() -> Paragraphs:
    return tuple(("table_row", " | ".join(row)) for row in TABLE)


# ── HTML for Chromium and Story

_CSS = (
    "@page{size:420pt 595pt;margin:48pt} body{font:10pt/1.35 'DejaVu Serif',serif;margin:0}"
    " p{margin:0 0 6pt 0} h1{font-size:16pt;margin:0 0 8pt 0}"
)


STORY_CSS = "*{font-family:serif;font-size:10px} p{margin:0 0 6px 0} h1{font-size:16px}"


def html(content: str, css: str = "", *, language: str = "fr", direction: str = "ltr") -> str:
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        f"<style>{_CSS}{css}</style></head><body>{content}</body></html>"
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def table_html() -> str:
    head, *rest = TABLE
    cells = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rest)
    return f"<table><tr>{cells}</tr>{lines}</table>"


# ── Typst

_TYPST = (
    "#set page(width: 420pt, height: 595pt, margin: 48pt{page})\n"
    '#set text(size: 10pt, lang: "{language}", font: "{font}")\n'
    "#set smartquote(enabled: false)\n"
    "#set par(justify: true, leading: 0.6em, spacing: {spacing}{par})\n"
)


def typst(
    content: str, *, language: str = "fr", font: str = "Libertinus Serif", page: str = "", par: str = "",
    spacing: str = "1.1em",
) -> str:  # fmt: skip
    return _TYPST.format(page=page, language=language, font=font, par=par, spacing=spacing) + content


def typst_text(*texts: str) -> str:
    special = "\\#$*_`<>@[]=-+/~"
    escaped = ("".join(f"\\{c}" if c in special else c for c in text) for text in texts)
    return "\n\n".join(escaped) + "\n"


def typst_table() -> str:
    cells = ", ".join(f"[{typst_text(cell).strip()}]" for row in TABLE for cell in row)
    return f"#table(columns: 3, stroke: none, {cells})\n"


# ── LaTeX

_TEX = (
    "\\documentclass[10pt{options}]{{article}}\\usepackage[T1]{{fontenc}}\\usepackage[utf8]{{inputenc}}"
    "\\usepackage[paperwidth=420bp,paperheight=595bp,margin=48bp]{{geometry}}\\pdfcompresslevel=9{preamble}"
    "\\begin{{document}}{content}\\end{{document}}"
)


def tex(content: str, preamble: str = "", options: str = "") -> str:
    return _TEX.format(content=content, preamble=preamble, options=options)


def tex_text(*texts: str) -> str:
    return "\n\n".join(texts).replace("%", "\\%").replace("§", "\\S{}") + "\n\n"


# ── OpenDocument

_ODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">'
    "<office:automatic-styles>"
    '<style:page-layout style:name="pl"><style:page-layout-properties fo:page-width="420pt"'
    ' fo:page-height="595pt" fo:margin="48pt" style:writing-mode="{mode}"/></style:page-layout>'
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties'
    ' fo:text-align="{align}" fo:margin-bottom="6pt" style:writing-mode="{mode}"/>'
    '<style:text-properties style:font-name="{font}" fo:font-family="{font}" fo:font-size="11pt"'
    ' style:font-family-complex="{font}" style:font-size-complex="11pt" style:font-family-asian="{font}"'
    ' style:font-size-asian="11pt"/></style:style>'
    '<style:style style:name="S" style:family="section"><style:section-properties>'
    '<style:columns fo:column-count="2" fo:column-gap="18pt"/></style:section-properties></style:style>'
    '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties'
    ' fo:padding="2pt" fo:border="0.5pt solid #000000"/></style:style>'
    '<style:style style:name="T" style:family="table"><style:table-properties'
    ' style:writing-mode="{mode}" table:border-model="collapsing"/></style:style>'
    "</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="pl"/></office:master-styles>'
    "<office:body><office:text>{content}</office:text></office:body></office:document>"
)


def odt(content: str, *, font: str = "DejaVu Serif", mode: str = "lr-tb", align: str = "start") -> str:
    return _ODT.format(content=content, font=font, mode=mode, align=align)


def odt_text(*texts: str) -> str:
    return "".join(f'<text:p text:style-name="P">{escape(text)}</text:p>' for text in texts)


def odt_heading(text: str) -> str:
    return f'<text:h text:style-name="P" text:outline-level="1">{escape(text)}</text:h>'


def odt_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table with lines around its cells; `|` in a cell begins a new paragraph in it."""

    def row(cells: Sequence[str]) -> str:
        made = (
            f'<table:table-cell table:style-name="C">{odt_text(*cell.split("|"))}</table:table-cell>'
            for cell in cells
        )
        return f"<table:table-row>{''.join(made)}</table:table-row>"

    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    header = f"<table:table-header-rows>{row(head)}</table:table-header-rows>" if head else ""
    body_rows = "".join(row(cells) for cells in rows)
    return f'<table:table table:name="T" table:style-name="T">{columns}{header}{body_rows}</table:table>'


# ── tables of many words


def cells_html(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; `|` in a cell begins a new paragraph in it."""

    def cell(name: str, text: str) -> str:
        inside = paragraphs(*text.split("|")) if "|" in text else escape(text)
        return f"<{name}>{inside}</{name}>"

    top = "<thead><tr>" + "".join(cell("th", text) for text in head) + "</tr></thead>" if head else ""
    lines = "".join("<tr>" + "".join(cell("td", text) for text in row) + "</tr>" for row in rows)
    return f"<table>{top}<tbody>{lines}</tbody></table>"


def cells_typst(head: Sequence[str], rows: Sequence[Sequence[str]], options: str) -> str:
    def cell(text: str) -> str:
        return f"[{typst_text(*text.split('|')).strip()}]"

    top = f"table.header({', '.join(cell(text) for text in head)})," if head else ""
    return f"#table({options}, {top} {', '.join(cell(text) for row in rows for text in row)})\n"


def table_rows(*rows: Sequence[str]) -> Paragraphs:
    return tuple(("table_row", " | ".join(filter(None, row)).replace("|", " ")) for row in rows)
