"""What a file says of itself: title, author, days, language.

In: the engine's handle. Out: plain text, "" or None where the file says nothing that can be read.
"""

from __future__ import annotations

import re

from pymupdf import mupdf

from reader.document.text.normalisation import fold

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})?(\d{2})?")
_LONGEST = 1_000  # characters: a title of 10 MB is shown as little as one of 10 words


def named_language(pdf: mupdf.PdfDocument) -> str:
    """The language tag that the catalogue names (ISO 32000-2, 14.9.2.2)."""
    try:
        catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        tag = mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(catalogue, "Lang"))
    except (mupdf.FzErrorBase, UnicodeError, SystemError):
        return ""
    return tag if _LANGUAGE_TAG.fullmatch(tag) else ""


def metadata_text(pdf: mupdf.PdfDocument, key: str) -> str:
    """An entry of the document's information ("Title"; ISO 32000-2, 14.3.3), folded, on one line."""
    try:
        value = mupdf.fz_lookup_metadata2(pdf.super(), f"info:{key}")
    except (mupdf.FzErrorBase, UnicodeError, SystemError):
        return ""
    return fold(" ".join(value[:_LONGEST].split()))[0]


def metadata_day(pdf: mupdf.PdfDocument, key: str) -> str | None:
    """The ISO day of an entry that is a date ("D:20250819120000+02'00'")."""
    match = _PDF_DATE.match(metadata_text(pdf, key))
    if match is None:
        return None
    year, month, day = match[1], match[2] or "01", match[3] or "01"
    return f"{year}-{month}-{day}"
