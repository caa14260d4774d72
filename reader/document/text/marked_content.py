"""Where the marked contents of a page lie.

In: a page of the engine. Out: the lines in each of its marked contents, by the content's number (MCID).
Source: ISO 32000-2, 14.6 and 14.7.5.

The engine tells of marked contents only as of elements of the structure tree, and follows that tree itself:
it loses what an element has on a second page, searches all paragraphs of a book for each mark, counts what
follows a marked content to it, and a tree of 100,000 levels keeps it busy for minutes. So while it reads the
page it is shown another tree, of one level, in which mark n is a child of its own; and the page's content
is shown inside a mark of its own, to which the engine returns after each of the others. Nothing of this is
ever written, and the file's own tree and contents are back in their places afterwards.
"""

from __future__ import annotations

import json

from pymupdf import mupdf

from reader.document.text.pieces import RawLine

MOST_MARKS = 4000  # of a page; a full page set word by word has about 800
_SCALE = 100  # the engine's JSON writer prints whole numbers only
_FLAGS = mupdf.FZ_STEXT_PRESERVE_WHITESPACE | mupdf.FZ_STEXT_MEDIABOX_CLIP | mupdf.FZ_STEXT_COLLECT_STRUCTURE


class MarkedContents:
    """Reads the marked contents of the pages of one open file."""

    def __init__(self, pdf: mupdf.PdfDocument) -> None:
        self._pdf = pdf
        self._catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        self._kids = mupdf.pdf_new_array(pdf, 64)
        self._holders = mupdf.pdf_new_array(pdf, MOST_MARKS + 1)
        self._numbers = mupdf.pdf_new_array(pdf, 2)
        self._root = mupdf.pdf_add_object(pdf, mupdf.pdf_new_dict(pdf, 2))
        parents = mupdf.pdf_new_dict(pdf, 1)
        mupdf.pdf_dict_puts(parents, "Nums", self._numbers)
        mupdf.pdf_dict_puts(self._root, "K", self._kids)
        mupdf.pdf_dict_puts(self._root, "ParentTree", parents)
        # The mark around all of the page comes first among the children, last among the marks.
        around = self._child(MOST_MARKS)
        nothing = mupdf.PdfObj()
        for _ in range(MOST_MARKS):
            mupdf.pdf_array_push(self._holders, nothing)
        mupdf.pdf_array_push(self._holders, around)
        self._count = 0
        self._before = self._stream(f"/Span <</MCID {MOST_MARKS}>> BDC\n".encode())
        self._after = self._stream(b"\nEMC\n")

    def _child(self, number: int) -> mupdf.PdfObj:
        child = mupdf.pdf_new_dict(self._pdf, 3)
        mupdf.pdf_dict_puts(child, "S", mupdf.pdf_new_name("P"))
        mupdf.pdf_dict_puts(child, "P", self._root)
        mupdf.pdf_dict_puts(child, "K", mupdf.pdf_new_int(number))
        reference = mupdf.pdf_add_object(self._pdf, child)
        mupdf.pdf_array_push(self._kids, reference)
        return reference

    def _stream(self, content: bytes) -> mupdf.PdfObj:
        buffer = mupdf.fz_new_buffer_from_copied_data(content)
        return mupdf.pdf_add_stream(self._pdf, buffer, mupdf.PdfObj(), 0)

    def read(self, page: mupdf.FzPage, key: int, count: int) -> list[tuple[int, list[RawLine]]]:
        """The lines in each marked content of a page, as the engine's JSON writer has them.

        Args:
            page: of the file.
            key: its number in the parent tree (StructParents).
            count: numbers of its marked contents are less than this, and than `MOST_MARKS`.
        """
        while self._count < count:
            mupdf.pdf_array_put(self._holders, self._count, self._child(self._count))
            self._count += 1
        while mupdf.pdf_array_len(self._numbers):
            mupdf.pdf_array_delete(self._numbers, 0)
        mupdf.pdf_array_push(self._numbers, mupdf.pdf_new_int(key))
        mupdf.pdf_array_push(self._numbers, self._holders)
        blocks = json.loads(_json(self._read(page)), strict=False)["blocks"]
        return [
            (block["index"] - 1, [line for part in block["contents"] for line in part.get("lines", ())])
            for block in blocks
            if block["type"] == "structure" and block["index"] > 0
        ]

    def _read(self, page: mupdf.FzPage) -> mupdf.FzStextPage:
        own = mupdf.pdf_page_from_fz_page(page).obj()
        tree = mupdf.pdf_dict_gets(self._catalogue, "StructTreeRoot")
        contents = mupdf.pdf_dict_gets(own, "Contents")
        options = mupdf.FzStextOptions()
        options.flags = _FLAGS
        wrapped = mupdf.pdf_new_array(self._pdf, 3)
        mupdf.pdf_array_push(wrapped, self._before)
        if mupdf.pdf_is_array(contents):
            for place in range(mupdf.pdf_array_len(contents)):
                mupdf.pdf_array_push(wrapped, mupdf.pdf_array_get(contents, place))
        else:
            mupdf.pdf_array_push(wrapped, contents)
        mupdf.pdf_array_push(wrapped, self._after)
        try:
            mupdf.pdf_dict_puts(self._catalogue, "StructTreeRoot", self._root)
            mupdf.pdf_dict_puts(own, "Contents", wrapped)
            return mupdf.FzStextPage(page, options)
        finally:
            mupdf.pdf_dict_puts(self._catalogue, "StructTreeRoot", tree)
            mupdf.pdf_dict_puts(own, "Contents", contents)


def _json(stext: mupdf.FzStextPage) -> str:
    buffer = mupdf.fz_new_buffer(8192)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_json(output, stext, _SCALE)
    output.fz_close_output()
    return mupdf.fz_buffer_extract_copy(buffer).decode("utf-8", "replace")  # type: ignore[no-any-return] # bytes
