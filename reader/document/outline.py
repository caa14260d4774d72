"""The outline (bookmarks) of a PDF.

In: the PDF's objects. Out: a flat list with depths. The walk is a loop with a set of what it has seen, and
bounded: files exist with 10,000 levels, with 100,000 entries, and with circles.
Source: ISO 32000-2, 12.3.3 (outlines), 12.3.2 (destinations).
"""

from __future__ import annotations

from dataclasses import dataclass

from pymupdf import mupdf

# No reader scrolls further; 100,000 bookmarks took the engine's own loader 1.1 s, the first 20,000 take 0.2.
MOST_ENTRIES = 20_000
DEEPEST = 64
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: its title, its depth from 0, the page it leads to (None: none in this file)."""

    title: str
    depth: int
    page_index: int | None


def read_outline(pdf: mupdf.PdfDocument) -> tuple[OutlineEntry, ...]:
    """The entries in the order in which they are shown; what is broken is left out."""
    try:
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        first = mupdf.pdf_dict_getp(root, "Outlines/First")
        mupdf.pdf_load_page_tree(pdf)  # makes looking up a destination's page a search instead of a walk
    except (mupdf.FzErrorBase, SystemError):
        return ()
    entries: list[OutlineEntry] = []
    seen: set[int] = set()
    waiting = [(first, 0)]
    while waiting and len(entries) < MOST_ENTRIES:
        node, depth = waiting.pop()
        number = mupdf.pdf_to_num(node)
        if not mupdf.pdf_is_dict(node) or (number and number in seen):
            continue
        seen.add(number)
        try:
            entries.append(OutlineEntry(_title(node), depth, _target(pdf, node)))
            waiting.append((mupdf.pdf_dict_gets(node, "Next"), depth))
            if depth < DEEPEST:
                waiting.append((mupdf.pdf_dict_gets(node, "First"), depth + 1))
        except (mupdf.FzErrorBase, UnicodeError, SystemError):
            continue
    return tuple(entries)


def _title(node: mupdf.PdfObj) -> str:
    return " ".join(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(node, "Title")).split())[:_LONGEST_TITLE]


def _target(pdf: mupdf.PdfDocument, node: mupdf.PdfObj) -> int | None:
    destination = mupdf.pdf_dict_gets(node, "Dest")
    if destination.m_internal is None:
        action = mupdf.pdf_dict_gets(node, "A")
        if mupdf.pdf_to_name(mupdf.pdf_dict_gets(action, "S")) != "GoTo":
            return None
        destination = mupdf.pdf_dict_gets(action, "D")
    if mupdf.pdf_is_name(destination) or mupdf.pdf_is_string(destination):
        destination = mupdf.pdf_lookup_dest(pdf, destination)
    if mupdf.pdf_is_dict(destination):
        destination = mupdf.pdf_dict_gets(destination, "D")
    page = mupdf.pdf_array_get(destination, 0)
    if mupdf.pdf_is_int(page):
        index = mupdf.pdf_to_int(page)
    elif mupdf.pdf_is_dict(page):
        index = mupdf.pdf_lookup_page_number(pdf, page)
    else:
        return None
    return index if index >= 0 else None
