"""Files whose pages are only a cover: what they hold is attached to them, or made by a program of their own.

In: the PDF's objects. Out: which kind of cover its pages are. Such pages say "please wait" or "open this in
Acrobat", and a timeline without their dates would look complete.
Source: ISO 32000-1, 7.11.6 (portable collections) and 7.7.2, table 28 (NeedsRendering: a dynamic XFA form).
"""

from __future__ import annotations

from pymupdf import mupdf

from reader.document.model import Cover


def cover_of(pdf: mupdf.PdfDocument) -> Cover:
    """What the pages of a file stand for."""
    try:
        catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        if mupdf.pdf_is_dict(mupdf.pdf_dict_gets(catalogue, "Collection")):
            return Cover.OF_PORTFOLIO
        if mupdf.pdf_to_bool(mupdf.pdf_dict_gets(catalogue, "NeedsRendering")):
            return Cover.OF_FORM
    except (mupdf.FzErrorBase, SystemError):
        return Cover.NONE
    return Cover.NONE
