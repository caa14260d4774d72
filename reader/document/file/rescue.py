"""A second and a third try at files in which the engine finds no page.

In: the path, and the engine's handle where it has one. Out: a handle with pages, or None. The file itself is
never changed. Second try: the page tree is what is broken most often, so the objects are walked for pages and
a new tree is made of them in memory. Third: pdfium, another engine with other habits of repair, writes what
it can read into memory as a clean file, which the first engine then opens.
Worth it: of 148 public files MuPDF alone finds no page in, pdfium opens 36; and five with nothing locked but
their attachments, for which MuPDF wants a password.
"""

from __future__ import annotations

import io
import os

from pymupdf import mupdf

# Walking the objects of a book takes 0.1 s; a file that claims more is not worth waiting for.
_MOST_OBJECTS = 300_000
_MOST_PAGES = 20_000
# pdfium reads the whole file; larger ones that are broken stay refused.
_LARGEST = 200 * 1024 * 1024


def has_pages(pdf: mupdf.PdfDocument) -> bool:
    """Whether the engine counts pages that can be: not more than objects, and the first one loads."""
    try:
        count = mupdf.pdf_count_pages(pdf)
        if not 0 < count <= mupdf.pdf_xref_len(pdf):
            return False
        mupdf.pdf_load_page(pdf, 0)
    except mupdf.FzErrorBase:
        return False
    return True


def rebuild_page_tree(pdf: mupdf.PdfDocument) -> bool:
    """Give a document a flat page tree of all page objects in it, in memory.

    Returns: whether it has pages now.
    """
    try:
        found = _page_objects(pdf)
        if not found:
            return False
        kids = mupdf.pdf_new_array(pdf, len(found))
        for number in found:
            mupdf.pdf_array_push(kids, mupdf.pdf_new_indirect(pdf, number, 0))
        tree = mupdf.pdf_new_dict(pdf, 3)
        mupdf.pdf_dict_puts(tree, "Type", mupdf.pdf_new_name("Pages"))
        mupdf.pdf_dict_puts(tree, "Kids", kids)
        mupdf.pdf_dict_puts(tree, "Count", mupdf.pdf_new_int(len(found)))
        parent = mupdf.pdf_add_object(pdf, tree)
        for number in found:
            page = mupdf.pdf_load_object(pdf, number)
            mupdf.pdf_dict_puts(page, "Parent", parent)
            # Some readers of a page look for its type before anything else.
            mupdf.pdf_dict_puts(page, "Type", mupdf.pdf_new_name("Page"))
        trailer = mupdf.pdf_trailer(pdf)
        root = mupdf.pdf_dict_gets(trailer, "Root")
        if not mupdf.pdf_is_dict(root):
            root = mupdf.pdf_add_object(pdf, mupdf.pdf_new_dict(pdf, 2))
            mupdf.pdf_dict_puts(root, "Type", mupdf.pdf_new_name("Catalog"))
            mupdf.pdf_dict_puts(trailer, "Root", root)
        mupdf.pdf_dict_puts(root, "Pages", parent)
    except (mupdf.FzErrorBase, SystemError, UnicodeError):
        return False
    return has_pages(pdf)


def _page_objects(pdf: mupdf.PdfDocument) -> list[int]:
    """Numbers of the objects that are pages, by type or by what they hold, in the file's order."""
    found: list[int] = []
    for number in range(1, min(mupdf.pdf_xref_len(pdf), _MOST_OBJECTS)):
        try:
            one = mupdf.pdf_load_object(pdf, number)
            if mupdf.pdf_is_dict(one) and _is_page(one):
                found.append(number)
        except mupdf.FzErrorBase:
            continue
        if len(found) >= _MOST_PAGES:
            break
    return found


def _is_page(one: mupdf.PdfObj) -> bool:
    kind = mupdf.pdf_to_name(mupdf.pdf_dict_gets(one, "Type"))
    if kind:
        return bool(kind == "Page")
    has = {
        key: mupdf.pdf_dict_gets(one, key).m_internal is not None for key in ("Contents", "MediaBox", "Kids")
    }
    return has["Contents"] and has["MediaBox"] and not has["Kids"]


def second_engine(path: str, password: str | None) -> mupdf.PdfDocument | None:
    """The file as pdfium can read it, opened from memory; None where it cannot either."""
    try:
        if os.path.getsize(path) > _LARGEST:  # noqa: PTH202 - the path is the user's own text
            return None
        written = _rewritten(path, password)
        if written is None:
            return None
        buffer = mupdf.fz_new_buffer_from_copied_data(written)
        pdf = mupdf.pdf_open_document_with_stream(mupdf.fz_open_buffer(buffer))
    except (OSError, mupdf.FzErrorBase):
        return None
    return pdf if has_pages(pdf) else None


def _rewritten(path: str, password: str | None) -> bytes | None:
    import pypdfium2  # noqa: PLC0415 - 20 ms and 5 MB that a file with pages has no use for

    try:
        source = pypdfium2.PdfDocument(path, password=password)
    except (pypdfium2.PdfiumError, OSError):
        return None
    try:
        if not 0 < len(source) <= _MOST_PAGES:
            return None
        clean = pypdfium2.PdfDocument.new()
        try:
            clean.import_pages(source)
            written = io.BytesIO()
            clean.save(written)
            return written.getvalue()
        finally:
            clean.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        source.close()
