"""The links of a page: where they stand and where they lead. Nothing is followed or opened here.

In: an engine page. Out: `Link`s with a page of the same file, or an address outside, which the window shows
and asks about before anything happens. Launch actions and scripts give no link at all.
"""

from __future__ import annotations

import math

from pymupdf import mupdf

from reader.document.model import Box, Link

_MOST_LINKS = 5_000
_LONGEST_ADDRESS = 4_000  # a longer one is no address, and one cut off would lead elsewhere
_ADDRESSES = ("http://", "https://", "mailto:")


def read_links(document: mupdf.FzDocument, page: mupdf.FzPage) -> tuple[Link, ...]:
    """The links of a page, in the file's order."""
    found: list[Link] = []
    link = mupdf.fz_load_links(page)
    for _ in range(_MOST_LINKS):
        if link.m_internal is None:
            break
        one = _link(document, link)
        if one is not None:
            found.append(one)
        link = link.next()
    return tuple(found)


def _link(document: mupdf.FzDocument, link: mupdf.FzLink) -> Link | None:
    rectangle = link.rect()
    box = Box(rectangle.x0, rectangle.y0, rectangle.x1, rectangle.y1)
    address = link.uri() or ""
    if mupdf.fz_is_external_link(address):
        if not address.lower().startswith(_ADDRESSES):
            return None
        return Link(box, None, address=address) if len(address) <= _LONGEST_ADDRESS else None
    try:
        location, _, top = mupdf.fz_resolve_link(document, address)
        index = mupdf.fz_page_number_from_location(document, location)
    except mupdf.FzErrorBase:
        return None
    return Link(box, index, max(0.0, top) if math.isfinite(top) else 0.0) if index >= 0 else None
