"""Whether the pages of a damaged file still show anything.

In: the engine's handle. Out: yes or no. The engine repairs a file whose table of objects is wrong, often with
all its pages; where what they draw is lost, they come out blank and look like blank pages.
"""

from __future__ import annotations

from contextlib import suppress

from pymupdf import mupdf

_TRIED = 8  # pages


def is_broken(pdf: mupdf.PdfDocument) -> bool:
    """Whether the engine had to repair the file, and its first pages have lost all they draw."""
    if not pdf.m_internal.repair_attempted:
        return False
    count = min(mupdf.pdf_count_pages(pdf), _TRIED)
    return all(_is_lost(pdf, index) for index in range(count))


def _is_lost(pdf: mupdf.PdfDocument, index: int) -> bool:
    """Whether nothing of what a page says it draws is drawn; one that says nothing is blank by right."""
    extent = mupdf.FzRect(mupdf.FzRect.Fixed_EMPTY)
    with suppress(mupdf.FzErrorBase):
        page = mupdf.fz_load_page(pdf.super(), index)
        if mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, index), "Contents").m_internal is None:
            return False
        device = mupdf.fz_new_bbox_device(extent)
        # What was drawn before an error counts.
        with suppress(mupdf.FzErrorBase):
            mupdf.fz_run_page(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
        mupdf.fz_close_device(device)
    return not (extent.x0 < extent.x1 and extent.y0 < extent.y1)
