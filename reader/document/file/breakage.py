"""Whether the pages of a damaged file still hold anything.

In: the engine's handle. Out: yes or no. The engine repairs a file whose table of objects is wrong, often with
all its pages; where what they draw is lost, they come out blank and look like blank pages. No page is drawn
to find out: that may take any time, or end the process, and a file is opened before a page is tried.
"""

from __future__ import annotations

from contextlib import suppress

from pymupdf import mupdf

# Of pages, and of the streams of a page: what damages a file so damages it all. 0.1 ms each.
_MOST_TRIED = 64


def is_broken(pdf: mupdf.PdfDocument) -> bool:
    """Whether the engine had to repair the file, and its first pages have lost all they are to draw."""
    if not pdf.m_internal.repair_attempted:
        return False
    return all(_is_lost(pdf, index) for index in range(min(mupdf.pdf_count_pages(pdf), _MOST_TRIED)))


def _is_lost(pdf: mupdf.PdfDocument, index: int) -> bool:
    """Whether nothing is there of what a page names as its contents; one that names none is blank."""
    with suppress(mupdf.FzErrorBase):
        contents = mupdf.pdf_dict_gets(mupdf.pdf_lookup_page_obj(pdf, index), "Contents")
        if contents.m_internal is None:
            return False
        if not mupdf.pdf_is_array(contents):
            return not _can_be_read(contents)
        count = min(mupdf.pdf_array_len(contents), _MOST_TRIED)
        return not any(_can_be_read(mupdf.pdf_array_get(contents, number)) for number in range(count))
    return True


def _can_be_read(stream: mupdf.PdfObj) -> bool:
    """Whether a stream yields a first byte, or was written empty."""
    with suppress(mupdf.FzErrorBase):
        if mupdf.pdf_is_stream(stream):
            is_empty = mupdf.fz_read_byte(mupdf.pdf_open_raw_stream(stream)) < 0
            return is_empty or bool(mupdf.fz_read_byte(mupdf.pdf_open_stream(stream)) >= 0)
    return False
