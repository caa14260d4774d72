"""Every generated file: which layout, by which producer, with which paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pymupdf

from tests.pages import layouts as lay
from tests.pages import producers as by
from tests.pages.layouts import Layout, Paragraphs, body
from tests.pages.producers import MARGIN, PAGE
from tests.pages.table_catalogue import tables_without_lines
from tests.pages.tagged_catalogue import ruled_and_tagged
from tests.pages.texts import (
    ARABIC,
    ARABIC_JUSTIFIED,
    ARABIC_VOWELS,
    ENGLISH,
    ENGLISH_LETTERS,
    FRENCH,
    FRENCH_ARTICLES,
    FRENCH_POINTS,
    GERMAN,
    HEBREW,
    HEBREW_POINTS,
    JAPANESE,
    PERSIAN,
    URDU,
)

_TITLE_FR, _TITLE_EN = "Le phare de Kervilly", "A harbour and its years"
_POINTS: Paragraphs = tuple(
    ("list_item", text) for text in (*FRENCH_POINTS, *FRENCH_ARTICLES, *ENGLISH_LETTERS)
)


def catalogue() -> Iterator[Layout]:
    """All layouts; making one happens only when its `make` is called."""
    yield from _one_column()
    yield from _columns()
    yield from _beside()
    yield from _points_and_tables()
    yield from _furniture()
    yield from _turned()
    yield from _right_to_left()
    yield from ruled_and_tagged()
    yield from tables_without_lines()


def _one_column() -> Iterator[Layout]:
    truth = (("heading", _TITLE_FR), *body(*FRENCH))
    indented = "p{margin:0;text-indent:1.5em;text-align:justify}"
    page = f"<h1>{_TITLE_FR}</h1>" + lay.paragraphs(*FRENCH)
    hyphens = "p{text-align:justify;hyphens:auto}"
    yield Layout("one-column", "chromium", lambda: by.chromium(lay.html(page)), truth)
    yield Layout("indented", "chromium", lambda: by.chromium(lay.html(page, indented)), truth)
    yield Layout("hyphenated", "chromium", lambda: by.chromium(lay.html(page, hyphens)), truth)
    yield Layout("one-column", "story", lambda: by.story(page, lay.STORY_CSS), truth)
    yield Layout(
        "indented", "story", lambda: by.story(page, lay.STORY_CSS + "p{text-indent:18px;margin:0}"), truth
    )
    source = f"= {_TITLE_FR}\n\n" + lay.typst_text(*FRENCH)
    yield Layout("hyphenated", "typst", lambda: by.typst(lay.typst(source)), truth)
    indent = lay.typst(source, spacing="0.6em", par=", first-line-indent: (amount: 1.5em, all: true)")
    yield Layout("indented", "typst", lambda: by.typst(indent), truth)
    section = f"\\section*{{{_TITLE_EN}}}" + lay.tex_text(*ENGLISH)
    english = (("heading", _TITLE_EN), *body(*ENGLISH))
    yield Layout("indented", "pdftex", lambda: by.pdftex(lay.tex(section)), english)
    spaced = lay.tex(section, "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{6pt}")
    yield Layout("one-column", "pdftex", lambda: by.pdftex(spaced), english)
    yield Layout(
        "one-column", "libreoffice", lambda: by.libreoffice(lay.odt(lay.odt_text(*FRENCH))), body(*FRENCH)
    )


def _columns() -> Iterator[Layout]:
    truth = (("heading", _TITLE_EN), *body(*ENGLISH))
    page = f"<h1>{_TITLE_EN}</h1><div>{lay.paragraphs(*ENGLISH)}</div>"
    columns = "body{font-size:8.5pt}div{columns:%d;column-gap:16pt}p{text-align:justify;hyphens:auto}"
    two, three = (lay.html(page, columns % count, language="en") for count in (2, 3))
    yield Layout("two-columns", "chromium", lambda: by.chromium(two), truth)
    yield Layout("three-columns", "chromium", lambda: by.chromium(three), truth)
    for count, name in ((2, "two-columns"), (3, "three-columns")):
        source = f"= {_TITLE_EN}\n#columns({count}, gutter: 14pt)[{lay.typst_text(*ENGLISH)}]"
        made = lay.typst("#set text(size: 8.5pt)\n" + source, language="en")
        yield Layout(name, "typst", partial(by.typst, made), truth)
    tex = lay.tex(f"\\title{{{_TITLE_EN}}}\\date{{}}\\maketitle " + lay.tex_text(*ENGLISH), "", ",twocolumn")
    yield Layout("two-columns", "pdftex", lambda: by.pdftex(tex), truth)
    middle = PAGE[0] / 2
    frames = [
        (MARGIN, MARGIN, middle - 8, PAGE[1] - MARGIN),
        (middle + 8, MARGIN, PAGE[0] - MARGIN, PAGE[1] - MARGIN),
    ]
    story = lay.paragraphs(*GERMAN, *ENGLISH)
    yield Layout(
        "two-columns", "story", lambda: by.story(story, lay.STORY_CSS, frames), body(*GERMAN, *ENGLISH)
    )
    section = f'<text:section text:style-name="S" text:name="S">{lay.odt_text(*FRENCH)}</text:section>'
    yield Layout("two-columns", "libreoffice", lambda: by.libreoffice(lay.odt(section)), body(*FRENCH))
    mixed_css = "body{font-size:8.5pt}div{columns:2;column-gap:16pt}p{text-align:justify;hyphens:auto}"
    mixed = lay.html(
        f"<h1>{_TITLE_FR}</h1>{lay.paragraphs(FRENCH[0])}<div>{lay.paragraphs(*FRENCH[1:4])}</div>"
        f"{lay.paragraphs(FRENCH[4])}<div>{lay.paragraphs(FRENCH[5], *GERMAN)}</div>",
        mixed_css,
    )
    mixed_truth = (("heading", _TITLE_FR), *body(*FRENCH, *GERMAN))
    yield Layout("mixed-columns", "chromium", lambda: by.chromium(mixed), mixed_truth)
    source = (
        f"#set text(size: 8.5pt)\n= {_TITLE_FR}\n{lay.typst_text(FRENCH[0])}\n"
        f"#columns(2, gutter: 14pt)[{lay.typst_text(*FRENCH[1:4])}]\n{lay.typst_text(FRENCH[4])}\n"
        f"#columns(2, gutter: 14pt)[{lay.typst_text(FRENCH[5], *GERMAN)}]"
    )
    yield Layout("mixed-columns", "typst", lambda: by.typst(lay.typst(source)), mixed_truth)


def _beside() -> Iterator[Layout]:
    """Sidebars, captions, footnotes."""
    css = (
        "main{float:left;width:205pt}aside{float:right;width:95pt;font-size:8pt;background:#eee;padding:4pt}"
    )
    page = f"<main>{lay.paragraphs(*ENGLISH[:3])}</main><aside>{lay.paragraphs(*ENGLISH_LETTERS)}</aside>"
    truth = (*body(*ENGLISH[:3]), *(("list_item", text) for text in ENGLISH_LETTERS))
    yield Layout("sidebar", "chromium", lambda: by.chromium(lay.html(page, css, language="en")), truth)
    source = (
        f"#grid(columns: (205pt, 1fr), gutter: 16pt, [{lay.typst_text(*ENGLISH[:3])}],"
        f" [#set text(size: 8pt)\n{lay.typst_text(*ENGLISH_LETTERS)}])"
    )
    yield Layout("sidebar", "typst", lambda: by.typst(lay.typst(source, language="en")), truth)
    caption = "Figure 1. La tour en juillet 1903, vue du quai, avec la passerelle neuve."
    note = "Registre communal, folio 17, ouvert le 2 janvier 1840."
    marked = FRENCH[0].removesuffix(".") + "."
    notes_truth = (
        *body(FRENCH[0] + "1", FRENCH[1], FRENCH[2]), ("caption", caption), ("footnote", "1 " + note),
    )  # fmt: skip
    source = (
        f"{lay.typst_text(marked).strip()}#footnote[{lay.typst_text(note).strip()}]\n\n"
        f"{lay.typst_text(FRENCH[1], FRENCH[2])}"
        "#align(center)[#rect(width: 120pt, height: 60pt)\n"
        f"#text(size: 8pt)[{lay.typst_text(caption).strip()}]]"
    )
    yield Layout("footnote", "typst", lambda: by.typst(lay.typst(source)), notes_truth)
    tex = (
        lay.tex_text(ENGLISH[0]).strip()
        + "\\footnote{The first volume of minutes is lost.}\n\n"
        + lay.tex_text(ENGLISH[1], ENGLISH[2])
        + "\\begin{figure}[h]\\centering\\rule{40mm}{20mm}"
        + "\\caption{The slipway before the works of 1891.}\\end{figure}"
    )
    tex_truth = (
        *body(ENGLISH[0] + "1", ENGLISH[1], ENGLISH[2]),
        ("caption", "Figure 1: The slipway before the works of 1891."),
        ("footnote", "1The first volume of minutes is lost."),
    )
    yield Layout("footnote", "pdftex", lambda: by.pdftex(lay.tex(tex)), tex_truth)


def _points_and_tables() -> Iterator[Layout]:
    texts = [text for _, text in _POINTS]
    page = lay.paragraphs(*texts)
    yield Layout("points", "chromium", lambda: by.chromium(lay.html(page)), _POINTS)
    tight = lay.html(page, "p{margin:0}")
    yield Layout("points-tight", "chromium", lambda: by.chromium(tight), _POINTS)
    yield Layout("points", "story", lambda: by.story(page, lay.STORY_CSS), _POINTS)
    yield Layout("points", "libreoffice", lambda: by.libreoffice(lay.odt(lay.odt_text(*texts))), _POINTS)
    tight_typst = lay.typst(lay.typst_text(*texts), spacing="0.6em")
    yield Layout("points-tight", "typst", lambda: by.typst(tight_typst), _POINTS)
    truth = (*body(FRENCH[0]), *lay.rows(), *body(FRENCH[1]))
    css = "table{width:100%;border-collapse:collapse;margin:6pt 0}th{text-align:left}td,th{padding:2pt 4pt}"
    html = lay.html(lay.paragraphs(FRENCH[0]) + lay.table_html() + lay.paragraphs(FRENCH[1]), css)
    yield Layout("table", "chromium", lambda: by.chromium(html), truth)
    source = lay.typst_text(FRENCH[0]) + lay.typst_table() + lay.typst_text(FRENCH[1])
    yield Layout("table", "typst", lambda: by.typst(lay.typst(source)), truth)


def _furniture() -> Iterator[Layout]:
    """Running heads and page numbers, and paragraphs that run over the page's end."""
    texts = (*FRENCH, *FRENCH_POINTS, *FRENCH[:4])
    roles = [*body(*FRENCH), *(("list_item", text) for text in FRENCH_POINTS), *body(*FRENCH[:4])]
    truth = tuple(roles)
    css = (
        "@page{@top-left{content:'Revue du littoral, n° 31';font-size:8pt}"
        "@bottom-center{content:counter(page);font-size:8pt}}p{text-align:justify}body{font-size:12pt}"
    )
    html = lay.html(lay.paragraphs(*texts), css)
    yield Layout("running-heads", "chromium", lambda: by.chromium(html), truth)
    page = ', header: text(8pt)[Revue du littoral, n° 31 #h(1fr) mars 2021], numbering: "1 / 1"'
    source = lay.typst("#set text(size: 12pt)\n" + lay.typst_text(*texts), page=page)
    yield Layout("running-heads", "typst", lambda: by.typst(source), truth)
    preamble = "\\pagestyle{myheadings}\\markright{REVUE DU LITTORAL, N° 31}\\sloppy"
    english = (*ENGLISH, *ENGLISH[:4])
    tex = lay.tex(lay.tex_text(*english), preamble, ",12pt")
    yield Layout("running-heads", "pdftex", lambda: by.pdftex(tex), body(*english))


def _turned() -> Iterator[Layout]:
    """Pages that are turned by /Rotate, text on its side, vertical writing."""
    truth = body(*FRENCH[:4])

    def rotated(source: bytes, angle: int) -> bytes:
        with pymupdf.open("pdf", source) as upright, pymupdf.open() as made:
            for number in range(upright.page_count):
                old = upright[number].rect
                page = made.new_page(width=old.height, height=old.width)
                page.show_pdf_page(page.rect, upright, number, rotate=angle)
                page.set_rotation(angle)
            return bytes(made.tobytes())

    page = lay.paragraphs(*FRENCH[:4])
    yield Layout("rotated-90", "chromium", lambda: rotated(by.chromium(lay.html(page)), 90), truth)
    yield Layout("rotated-270", "story", lambda: rotated(by.story(page, lay.STORY_CSS), 270), truth)
    source = lay.typst(f"#rotate(-90deg, reflow: true)[#block(width: 480pt)[{lay.typst_text(*FRENCH[:4])}]]")
    yield Layout("sideways", "typst", lambda: by.typst(source), truth)
    sideways = "body{writing-mode:vertical-rl}p{margin:0 0 0 6pt}"
    yield Layout("sideways", "chromium", lambda: by.chromium(lay.html(page, sideways)), truth)
    vertical = lay.html(
        lay.paragraphs(*JAPANESE),
        "body{writing-mode:vertical-rl;font-family:'Noto Serif CJK JP';height:499pt}p{margin:0 0 0 8pt}",
        language="ja",
    )
    yield Layout("vertical", "chromium", lambda: by.chromium(vertical), body(*JAPANESE))
    odt = lay.odt(lay.odt_text(*JAPANESE), font="Noto Serif CJK JP", mode="tb-rl")
    yield Layout("vertical", "libreoffice", lambda: by.libreoffice(odt), body(*JAPANESE))
    level = lay.html(lay.paragraphs(*JAPANESE), "body{font-family:'Noto Serif CJK JP'}", language="ja")
    yield Layout("japanese", "chromium", lambda: by.chromium(level), body(*JAPANESE))


def _right_to_left() -> Iterator[Layout]:
    scripts = (
        ("arabic", "ar", "Noto Naskh Arabic", ARABIC),
        ("hebrew", "he", "Noto Sans Hebrew", HEBREW),
        ("persian", "fa", "Noto Naskh Arabic", PERSIAN),
        ("arabic-vowels", "ar", "Amiri", ARABIC_VOWELS),
        ("hebrew-points", "he", "Noto Serif Hebrew", HEBREW_POINTS),
        ("urdu", "ur", "Noto Naskh Arabic", URDU),
    )
    for name, language, font, texts in scripts:
        truth = body(*texts)
        page = lay.html(
            lay.paragraphs(*texts), f"body{{font-family:'{font}'}}", language=language, direction="rtl"
        )
        yield Layout(name, "chromium", partial(by.chromium, page), truth)
        source = lay.typst(lay.typst_text(*texts), language=language, font=font)
        yield Layout(name, "typst", partial(by.typst, source), truth)
        odt = lay.odt(lay.odt_text(*texts), font=font, mode="rl-tb", align="end")
        yield Layout(name, "libreoffice", partial(by.libreoffice, odt), truth)
        if language == "ur":
            continue  # the Story sets it in a Nastaliq whose glyphs have neither meaning nor name
        story = f'<div dir="rtl" lang="{language}">{lay.paragraphs(*texts)}</div>'
        yield Layout(name, "story", partial(by.story, story, lay.STORY_CSS), truth)
    stretched = lay.odt(
        lay.odt_text(*ARABIC_JUSTIFIED), font="Noto Naskh Arabic", mode="rl-tb", align="justify"
    )
    yield Layout(
        "arabic-stretched", "libreoffice", lambda: by.libreoffice(stretched), body(*ARABIC_JUSTIFIED)
    )
    columns = lay.html(
        f"<div>{lay.paragraphs(*ARABIC)}</div>",
        "body{font-family:'Noto Naskh Arabic'}div{columns:2;column-gap:18pt}",
        language="ar",
        direction="rtl",
    )
    yield Layout("arabic-columns", "chromium", lambda: by.chromium(columns), body(*ARABIC))
    source = lay.typst(
        f"#columns(2, gutter: 18pt)[{lay.typst_text(*ARABIC)}]", language="ar", font="Noto Naskh Arabic"
    )
    yield Layout("arabic-columns", "typst", lambda: by.typst(source), body(*ARABIC))
    mixed = (
        "Le manuscrit porte la mention « تم في ١٥ رجب ١٢٩٨ » suivie d'une date grégorienne, 13 juin 1881.",
        FRENCH[2],
    )
    both = lay.html(lay.paragraphs(*mixed), "body{font-family:'DejaVu Serif','Noto Naskh Arabic'}")
    yield Layout("mixed-scripts", "chromium", lambda: by.chromium(both), body(*mixed))
    odt = lay.odt(lay.odt_text(*mixed), font="DejaVu Sans")
    yield Layout("mixed-scripts", "libreoffice", lambda: by.libreoffice(odt), body(*mixed))
