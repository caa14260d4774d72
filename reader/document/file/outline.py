"""The outline (bookmarks) of a PDF.

In: the PDF's objects. Out: a flat list with depths. The walk is a loop with a set of what it has seen, and
bounded: files exist with 10,000 levels, with 100,000 entries, and with circles.
Source: ISO 32000-2, 12.3.3 (outlines), 12.3.2 (destinations).
"""

from __future__ import annotations

import math

from pymupdf import mupdf

from reader.document.model import OutlineEntry

# No reader scrolls further; 100,000 bookmarks took the engine's own loader 1.1 s, the first 20,000 take 0.2.
MOST_ENTRIES = 20_000
DEEPEST = 64
_LONGEST_TITLE = 300
# Where a destination of each kind holds its left and its upper edge; `None` where it names none (table 149).
_EDGES: dict[str, tuple[int | None, int]] = {
    "XYZ": (2, 3),
    "FitH": (None, 2),
    "FitBH": (None, 2),
    "FitR": (2, 5),
}


def has_outline(pdf: mupdf.PdfDocument) -> bool:
    """Whether the file names an outline: 0.05 ms, part of opening it."""
    try:
        return bool(mupdf.pdf_is_dict(_first(pdf)))
    except (mupdf.FzErrorBase, SystemError):
        return False


def read_outline(pdf: mupdf.PdfDocument) -> tuple[OutlineEntry, ...]:
    """The entries in the order in which they are shown; what is broken is left out."""
    try:
        first = _first(pdf)
        mupdf.pdf_load_page_tree(pdf)  # makes looking up a destination's page a search instead of a walk
    except (mupdf.FzErrorBase, SystemError):
        return ()
    entries: list[OutlineEntry] = []
    seen: set[int] = set()
    targets = _Targets(pdf)
    waiting = [(first, 0)]
    while waiting and len(entries) < MOST_ENTRIES:
        node, depth = waiting.pop()
        number = mupdf.pdf_to_num(node)
        if not mupdf.pdf_is_dict(node) or (number and number in seen):
            continue
        seen.add(number)
        try:
            page_index, top = targets.of(node)
            is_open = mupdf.pdf_to_int(mupdf.pdf_dict_gets(node, "Count")) > 0
            entries.append(OutlineEntry(_title(node), depth, page_index, top, is_open))
            waiting.append((mupdf.pdf_dict_gets(node, "Next"), depth))
            if depth < DEEPEST:
                waiting.append((mupdf.pdf_dict_gets(node, "First"), depth + 1))
        except (mupdf.FzErrorBase, UnicodeError, SystemError):
            continue
    return tuple(entries)


def _first(pdf: mupdf.PdfDocument) -> mupdf.PdfObj:
    return mupdf.pdf_dict_getp(mupdf.pdf_trailer(pdf), "Root/Outlines/First")


def _title(node: mupdf.PdfObj) -> str:
    return " ".join(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(node, "Title")).split())[:_LONGEST_TITLE]


class _Targets:
    """Where entries lead; how each page is turned is looked up once."""

    def __init__(self, pdf: mupdf.PdfDocument) -> None:
        self._pdf = pdf
        self._turned: dict[int, mupdf.FzMatrix] = {}

    def of(self, node: mupdf.PdfObj) -> tuple[int | None, float]:
        """The page an entry leads to (None: none in this file), and how far down it in points."""
        destination = mupdf.pdf_dict_gets(node, "Dest")
        if destination.m_internal is None:
            action = mupdf.pdf_dict_gets(node, "A")
            if mupdf.pdf_to_name(mupdf.pdf_dict_gets(action, "S")) != "GoTo":
                return None, 0.0
            destination = mupdf.pdf_dict_gets(action, "D")
        if mupdf.pdf_is_name(destination) or mupdf.pdf_is_string(destination):
            destination = mupdf.pdf_lookup_dest(self._pdf, destination)
        if mupdf.pdf_is_dict(destination):
            destination = mupdf.pdf_dict_gets(destination, "D")
        page = mupdf.pdf_array_get(destination, 0)
        if mupdf.pdf_is_int(page):
            index = mupdf.pdf_to_int(page)
        elif mupdf.pdf_is_dict(page):
            index = mupdf.pdf_lookup_page_number(self._pdf, page)
        else:
            return None, 0.0
        return (index, self._top(index, destination)) if index >= 0 else (None, 0.0)

    def _top(self, index: int, destination: mupdf.PdfObj) -> float:
        left_at, top_at = _EDGES.get(mupdf.pdf_to_name(mupdf.pdf_array_get(destination, 1)), (None, 0))
        edge = mupdf.pdf_array_get(destination, top_at)
        if not top_at or not mupdf.pdf_is_number(edge):
            return 0.0
        left = mupdf.pdf_to_real(mupdf.pdf_array_get(destination, left_at)) if left_at else 0.0
        turned = self._turned.get(index)
        if turned is None:
            box, turned = mupdf.FzRect(), mupdf.FzMatrix()
            mupdf.pdf_page_obj_transform(mupdf.pdf_lookup_page_obj(self._pdf, index), box, turned)
            self._turned[index] = turned
        top = left * turned.b + mupdf.pdf_to_real(edge) * turned.d + turned.f
        return max(0.0, top) if math.isfinite(top) else 0.0
