"""A PDF file, open: its pages, their text, their labels.

In: a path and perhaps a password. Out: `OpenDocument`, which hands out plain values of `model`; what can
be wrong is said by the errors of `errors`.

The file is opened through MuPDF's own interface: PyMuPDF's `open` loads the whole outline first, 94-99 % of
its time on books. The engine's messages to stderr are silenced; what matters of them becomes an error.

A file is held in memory, not open: nobody who writes it anew is hindered (on Windows an open file can neither
be replaced nor deleted), and pages not seen yet stay those of the document that was opened.
"""

from __future__ import annotations

import math
import os
import re
import stat
import unicodedata
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from types import TracebackType
from typing import Self, TypeAlias

from pymupdf import mupdf

from reader.document.errors import (
    DamagedDocumentError,
    DamagedPageError,
    DocumentError,
    EmptyFileError,
    LockedByOtherError,
    NoPagesError,
    NotAFileError,
    NotAPdfError,
    NotKeptError,
    PasswordNeededError,
    TooManyPagesError,
    WrongPasswordError,
    not_there,
)
from reader.document.file.breakage import is_broken
from reader.document.file.cover import cover_of
from reader.document.file.digest import digest_of
from reader.document.file.file_state import HELD_BYTES, is_cut_off, without_waiting
from reader.document.file.labels import PageLabels, read_page_labels
from reader.document.file.links import read_links
from reader.document.file.metadata import metadata_day, metadata_text, named_language
from reader.document.file.outline import has_outline, read_outline
from reader.document.file.rescue import has_pages, rebuild_page_tree, second_engine
from reader.document.file.rules import drawn_boxes
from reader.document.model import Box, DocumentInfo, Line, Link, OutlineEntry, Page, PageSize, Paragraph
from reader.document.places import with_edges
from reader.document.text.lines import exact_line, is_legible, read_lines
from reader.document.text.structure import PageStructure, StructureTree
from reader.document.text.text_layer import EngineText, engine_text
from reader.document.text.unset_gaps import Gap, unset_gaps

# ISO 32000-2 wants the header first; every reader looks for it in the first 1024 bytes.
_HEADER_REACH = 1024
_NO_UNICODE = re.compile("[\ud800-\udfff]")  # how Python writes bytes of a name that are no UTF-8
_OTHER_LOCK = "unknown encryption"  # how the engine begins to say that it has no handler for it
# Structured text of the pages read last, so that edges asked for right after reading cost no second pass.
# 350 KB each on a full page.
_KEPT_TEXTS = 24
_TRIED_FOR_SIZE = 8  # pages
# To lay 200,000 pages out takes the window 0.7 s; a million, 3.3 s.
MOST_PAGES = 200_000
_A4 = PageSize(595.28, 841.89)
# Around the view; a kept list saves 1-2 ms a redraw and makes thumbnails four to twelve times cheaper.
_KEPT_LISTS = 8

HeldBytes: TypeAlias = mupdf.FzBuffer


class OpenDocument:
    """An open PDF. Not for threads; each process opens the file itself."""

    def __init__(self, path: str, handle: mupdf.PdfDocument, held: mupdf.FzBuffer | None = None) -> None:
        """Take over an engine's handle; `held` are the bytes it reads, None where it reads the file."""
        self.path = path
        self.held = held
        self._pdf = handle
        self._document = handle.super()
        self.page_count: int = mupdf.pdf_count_pages(handle)
        self._labels: PageLabels | None = None
        self._info: DocumentInfo | None = None
        self._texts: dict[int, EngineText] = {}
        self._lists: dict[int, mupdf.FzDisplayList] = {}
        self._tree = StructureTree(handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file. The document answers nothing after that."""
        self._texts.clear()
        self._lists.clear()
        del self._document, self._pdf, self._tree, self.held

    def let_go(self) -> None:
        """Free what is kept only to be quick: 15 MB after a thousand pages. All can still be asked for."""
        self._texts.clear()
        self._lists.clear()
        mupdf.fz_empty_store()

    @property
    def info(self) -> DocumentInfo:
        """Title, dates and digest; the digest is computed when first asked for (about 1 ms a 1.5 MB)."""
        if self._info is None:
            self._info = DocumentInfo(
                path=self.path,
                sha256=digest_of(self.path, self.held and mupdf.fz_buffer_storage_memoryview(self.held)),
                title=metadata_text(self._pdf, "Title"),
                page_count=self.page_count,
                first_size=self._likely_size(),
                created=metadata_day(self._pdf, "CreationDate"),
                modified=metadata_day(self._pdf, "ModDate"),
                author=metadata_text(self._pdf, "Author"),
                producer=metadata_text(self._pdf, "Producer"),
                language=named_language(self._pdf),
                has_outline=has_outline(self._pdf),
                is_cut_off=is_cut_off(self.path),
                is_broken=is_broken(self._pdf),
                cover=cover_of(self._pdf),
            )
        return self._info

    def page_size(self, index: int) -> PageSize:
        """The page's size in points, turned upright.

        Raises:
            DamagedPageError: the page cannot be loaded, or has no extent (its unit of length is zero).
        """
        try:
            box = mupdf.fz_bound_page(self._load(index))
        except mupdf.FzErrorBase as error:
            raise DamagedPageError(self.path, page=index + 1) from error
        size = PageSize(box.x1 - box.x0, box.y1 - box.y0)
        if not (0 < size.width < math.inf and 0 < size.height < math.inf):
            raise DamagedPageError(self.path, page=index + 1)
        return size

    def _likely_size(self) -> PageSize:
        """The size of the first page that has one: a broken page is no reason to refuse the others."""
        for index in range(min(self.page_count, _TRIED_FOR_SIZE)):
            with suppress(DamagedPageError):
                return self.page_size(index)
        return _A4

    def page_label(self, index: int) -> str:
        """What is printed on the page ("xii", "A-3"), or its number counted from 1."""
        if self._labels is None:
            self._labels = read_page_labels(self._pdf)
        return self._labels.label(index)

    def read_page(self, index: int) -> Page:
        """The page's lines, in logical order, folded; edges only where characters had to be looked at.

        Raises:
            DamagedPageError: the engine can make nothing of this page.
        """
        try:
            text = self._text(index)
            lines = read_lines(text)
            box = mupdf.fz_bound_page(text.page)
        except (mupdf.FzErrorBase, ValueError) as error:
            raise DamagedPageError(self.path, page=index + 1) from error
        return Page(
            index=index,
            label=self.page_label(index),
            size=PageSize(box.x1 - box.x0, box.y1 - box.y0),
            lines=lines,
            has_text=is_legible(lines),
        )

    def words_of(self, index: int) -> AbstractContextManager[None]:  # noqa: ARG002 - who watches overrides it
        """Lasts while the program is at work on the words of a page, beside the engine."""
        return nullcontext()

    def structure(self, index: int) -> PageStructure | None:
        """What the file's structure tree holds of a page; None where the file is not tagged."""
        return self._tree.read(self._text(index).page) if self._tree.present else None

    def drawn_boxes(self, index: int) -> tuple[Box, ...]:
        """The boxes of what is drawn on a page, for its tables; none where the engine cannot tell."""
        try:
            return drawn_boxes(self._text(index).page)
        except mupdf.FzErrorBase:
            return ()

    def unset_gaps(self, index: int, numbers: Sequence[int]) -> dict[int, list[Gap]]:
        """Where along lines of `read_page` nothing is set, not even a blank; see `text.unset_gaps`."""
        try:
            return unset_gaps(self._read_text(index), numbers)
        except (mupdf.FzErrorBase, ValueError):
            return {}

    def exact_lines(self, index: int) -> tuple[Line, ...]:
        """The lines of `read_page`, each with the edges of its characters."""
        try:
            return read_lines(self._text(index), exact=True)
        except (mupdf.FzErrorBase, ValueError) as error:
            raise DamagedPageError(self.path, page=index + 1) from error

    def exact_line(self, index: int, number: int) -> Line | None:
        """Line `number` of `read_page` with the edges of its characters; None where there is no such line."""
        try:
            return exact_line(self._read_text(index), number)
        except (mupdf.FzErrorBase, ValueError) as error:
            raise DamagedPageError(self.path, page=index + 1) from error

    def measure(self, paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> Paragraph:
        """The paragraph with exact edges on every line that one of `spans` (of its text) touches.

        Raises:
            DamagedPageError: the page can no longer be read.
        """
        return with_edges(paragraph, spans, self.exact_line)

    def display_list(self, index: int) -> mupdf.FzDisplayList:
        """What a page draws, annotations included, for `rendering`; kept for the pages drawn last."""
        kept = self._lists.pop(index, None)
        if kept is None:
            kept = mupdf.fz_new_display_list_from_page(self._load(index))
        self._lists[index] = kept
        while len(self._lists) > _KEPT_LISTS:
            del self._lists[next(iter(self._lists))]
        return kept

    def outline(self) -> tuple[OutlineEntry, ...]:
        """The bookmarks, flat, in order, each with its depth; as far as `outline` walks them."""
        return read_outline(self._pdf)

    def links(self, index: int) -> tuple[Link, ...]:
        """The links of a page: where they are and where they lead. Nothing is ever followed here."""
        try:
            return read_links(self._document, self._load(index))
        except mupdf.FzErrorBase as error:
            raise DamagedPageError(self.path, page=index + 1) from error

    def _text(self, index: int) -> EngineText:
        """The engine's text of a page; that of the pages read last is kept."""
        text = self._texts.pop(index, None)
        if text is None:
            text = engine_text(self._load(index))
        self._texts[index] = text
        while len(self._texts) > _KEPT_TEXTS:
            del self._texts[next(iter(self._texts))]
        return text

    def _read_text(self, index: int) -> EngineText:
        """The same, its lines read, as it is again where others were read meanwhile."""
        text = self._text(index)
        if not text.numbers:
            read_lines(text)
        return text

    def _load(self, index: int) -> mupdf.FzPage:
        try:
            return mupdf.fz_load_page(self._document, index)
        except mupdf.FzErrorBase as error:
            raise DamagedPageError(self.path, page=index + 1) from error


def open_document(path: str, password: str | None = None, held: HeldBytes | None = None) -> OpenDocument:
    """Open a PDF file; its bytes are `held` where it was open in this process before.

    Raises:
        MissingFileError, NotAFileError, NotKeptError, EmptyFileError, NotAPdfError: no PDF is there.
        PasswordNeededError, WrongPasswordError: it is encrypted.
        LockedByOtherError: so that no password opens it here.
        TooManyPagesError: more than can be shown.
        NoPagesError, DamagedDocumentError: nothing can be shown of it.
    """
    _silence_engine()
    announced = _check_file(path)
    try:
        held = _held(path) if held is None else held
        handle = mupdf.pdf_open_document(path) if held is None else _engine_open(held)
    except mupdf.FzErrorBase as error:
        rescued = second_engine(path, password) if announced else None
        if rescued is None:
            raise _refusal(error, announced=announced)(path) from error
        return OpenDocument(path, rescued)
    except OSError as error:  # it went since it was looked at
        raise not_there(path, error) from error
    if mupdf.pdf_needs_password(handle):
        open_part = second_engine(path, None) if password is None else None
        if open_part is not None:  # only its attachments are locked, which the first engine does not know
            return OpenDocument(path, open_part)
        _unlock(path, handle, password)
    if has_pages(handle) or rebuild_page_tree(handle):
        _check_count(path, handle)
        return OpenDocument(path, handle, held)
    rescued = second_engine(path, password)
    if rescued is None:
        raise (NoPagesError if announced else NotAPdfError)(path)
    return OpenDocument(path, rescued)


def _check_count(path: str, handle: mupdf.PdfDocument) -> None:
    """Refuse what no window can lay out: 25 objects that name each other can make a million pages."""
    count = mupdf.pdf_count_pages(handle)
    if count > MOST_PAGES:
        raise TooManyPagesError(path, count=count, most=MOST_PAGES)


def _refusal(error: Exception, *, announced: bool) -> type[DocumentError]:
    """What is wrong with a file that the engine cannot open."""
    if _OTHER_LOCK in str(error):
        return LockedByOtherError
    return DamagedDocumentError if announced else NotAPdfError


def _silence_engine() -> None:
    # The engine writes its warnings to stderr, or PyMuPDF keeps them in an ever growing list.
    mupdf.fz_set_warning_callback(_ignore)
    mupdf.fz_set_error_callback(_ignore)


def _ignore(_message: str) -> None:
    """Take a message of the engine and say nothing."""


def _held(path: str) -> mupdf.FzBuffer | None:
    """The bytes of a file, None for one too large to be held; of a name that is no Unicode in any case."""
    if _NO_UNICODE.search(path):  # the engine cannot be told such a name
        with open(path, "rb") as file:  # noqa: PTH123 - the path is the user's own text, kept as it was given
            return mupdf.fz_new_buffer_from_copied_data(file.read())
    size = os.path.getsize(path)  # noqa: PTH202 - as above
    if size > HELD_BYTES:
        return None
    return mupdf.fz_read_all(mupdf.fz_open_file(path), size + 1)


def _engine_open(held: mupdf.FzBuffer) -> mupdf.PdfDocument:
    return mupdf.pdf_open_document_with_stream(mupdf.fz_open_buffer(held))


def _check_file(path: str) -> bool:
    """Whether the file says that it is a PDF; one that does not may still hold a PDF behind other bytes."""
    try:
        kind = os.stat(path).st_mode  # noqa: PTH116 - the path is the user's own text, kept as it was given
        if stat.S_ISDIR(kind):
            raise NotAFileError(path)
        if not stat.S_ISREG(kind):  # to open a pipe is to wait for who writes into it
            raise NotKeptError(path)
        with open(path, "rb", opener=without_waiting) as file:
            head = file.read(_HEADER_REACH)
    except (OSError, ValueError) as error:
        raise not_there(path, error) from error
    if not head:
        raise EmptyFileError(path)
    if head.lstrip()[:1] == b"<":  # HTML and XML, whatever stands further in
        raise NotAPdfError(path)
    return b"%PDF" in head  # older readers took any version sign, and files rely on it


def _unlock(path: str, handle: mupdf.PdfDocument, password: str | None) -> None:
    if password is None:
        raise PasswordNeededError(path)
    # Revision 6 hashes the SASLprep form, older files whatever the writer's keyboard gave.
    forms = dict.fromkeys(
        [password, *(unicodedata.normalize(form, password) for form in ("NFC", "NFKC", "NFD"))]
    )
    if not any(mupdf.pdf_authenticate_password(handle, form) for form in forms):
        raise WrongPasswordError(path)
