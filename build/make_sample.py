"""The bundled sample: a French briefing with a line of Arabic, set as a PDF.

In: `build/sample/briefing-alaska.html`. Out: `resources/sample/briefing-alaska.pdf`, the same at every run.
The text is this project's own, written to hold what dated prose holds: numbered points, bracketed press
citations, weekdays that only these can date, a date broken across lines, a paragraph that runs over a page
break, an issue line in two calendars.

    .venv/bin/python build/make_sample.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

import pymupdf

ROOT = Path(__file__).resolve().parent.parent
TEXT = ROOT / "build" / "sample" / "briefing-alaska.html"
FONTS = ROOT / "resources" / "fonts"
SAMPLE = ROOT / "resources" / "sample" / "briefing-alaska.pdf"

PAPER = pymupdf.paper_rect("a4")
COLUMN = pymupdf.Rect(86, 76, PAPER.x1 - 86, PAPER.y1 - 80)  # points
GREY = (0.48, 0.53, 0.58)
FOOT_SIZE = 8.0


def main() -> None:
    """Lay the text out, number the pages, write the file."""
    html = TEXT.read_text(encoding="utf-8")
    title = html.partition("<title>")[2].partition("</title>")[0]
    document = pymupdf.Document(stream=typeset(html), filetype="pdf")
    for page in document.pages():
        add_foot(page, title, len(document))
    document.set_metadata({"title": title, "author": "Timeleaf", "creationDate": "D:20250819120000Z"})
    document.xref_set_key(document.pdf_catalog(), "Lang", "(fr)")
    document.subset_fonts(fallback=False)
    SAMPLE.parent.mkdir(exist_ok=True)
    document.save(SAMPLE, garbage=4, deflate=True, deflate_fonts=True, use_objstms=1, no_new_id=True)
    print(f"{SAMPLE.name}: {len(document)} pages, {SAMPLE.stat().st_size / 1000:.0f} kB")


def typeset(html: str) -> bytes:
    """The running text as a PDF of as many pages as it fills."""
    # French keeps a space before these marks, and the mark on the line of its word.
    head, body, text = html.partition("<body>")
    text = re.sub(r" (?=[;:?%])|(?<=\d) (?=\d)", "\u00a0", text)
    story = pymupdf.Story(html=head + body + text, archive=pymupdf.Archive(str(FONTS)))
    buffer = io.BytesIO()
    writer = pymupdf.DocumentWriter(buffer)
    more = 1
    while more:
        device = writer.begin_page(PAPER)
        more, _ = story.place(COLUMN)
        story.draw(device)
        writer.end_page()
    writer.close()
    return buffer.getvalue()


def add_foot(page: pymupdf.Page, title: str, count: int) -> None:
    """A thin rule, the title at its left end and the page number at its right."""
    foot = PAPER.y1 - 46
    page.draw_line((COLUMN.x0, foot - 14), (COLUMN.x1, foot - 14), color=GREY, width=0.5)
    font = pymupdf.Font(fontfile=str(FONTS / "NotoSans-Regular.ttf"))
    writer = pymupdf.TextWriter(page.rect, color=GREY)
    number = f"{page.number + 1} / {count}"
    writer.append((COLUMN.x0, foot), title, font=font, fontsize=FOOT_SIZE)
    writer.append(
        (COLUMN.x1 - font.text_length(number, FOOT_SIZE), foot), number, font=font, fontsize=FOOT_SIZE
    )
    writer.write_text(page)


if __name__ == "__main__":
    main()
