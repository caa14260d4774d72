"""Paragraphs of any page, in any order: what the pipeline reads a document with.

In: an open document. Out: for a page its lines and its paragraphs, the same whatever was read before. Around
the page its neighbours are read too (running heads, paragraphs that run on); what was read last is kept, so
going through a file page by page, forward or backward, reads each page once. Memory does not grow with it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache, partial

from reader.document.errors import DamagedPageError
from reader.document.file.pdf import OpenDocument
from reader.document.layout.continued_tables import is_amid_table
from reader.document.layout.furniture import REACH
from reader.document.layout.margins import Margins, read_margins
from reader.document.layout.paragraphs import (
    HEADING_REACH,
    TABLE_REACH,
    PageLayout,
    layout_page,
    paragraphs_of_page,
    runs_through,
)
from reader.document.layout.ruled_tables import Drawn
from reader.document.model import Page, PageSize, Paragraph
from reader.document.tagged.tagged_layout import layout_tagged_page

# Enough for two fronts that move outward from the visible page.
_KEPT_PAGES = 16
_KEPT_LAYOUTS = 16
_KEPT_MARGINS = 64
# A paragraph that fills page after page is a file without paragraphs; it is cut here.
_LONGEST_RUN = 6


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with its lines, and the paragraphs that begin on it."""

    page: Page
    paragraphs: tuple[Paragraph, ...]


class ParagraphReader:
    """Reads the paragraphs of a document page by page."""

    def __init__(self, document: OpenDocument, bad_pages: Collection[int] = ()) -> None:
        self._document = document
        self._bad_pages = frozenset(bad_pages)
        self._page = lru_cache(_KEPT_PAGES)(self._read_page)
        self._margins = lru_cache(_KEPT_MARGINS)(self._read_margins)
        self._layout = lru_cache(_KEPT_LAYOUTS)(self._lay_out)

    def read(self, index: int) -> ReadPage:
        """The page and the paragraphs that begin on it.

        Raises:
            DamagedPageError: the engine can make nothing of it, or it is one of the bad pages.
        """
        with self._document.words_of(index):
            return self._read(index)

    def _read(self, index: int) -> ReadPage:
        page, error = self._page(index)
        if error is not None:
            raise error
        layouts = {i: self._layout(i) for i in self._span(index - HEADING_REACH, index + 1)}
        first = max(0, index - HEADING_REACH)
        in_table = is_amid_table(layouts[index].parts[:1])
        while in_table and first > max(0, index - TABLE_REACH) and is_amid_table(layouts[first].parts):
            first -= 1
            layouts[first] = self._layout(first)
        last = index + 1
        while last in layouts and last < index + _LONGEST_RUN and runs_through(layouts[last]):
            last += 1
            if last < self._document.page_count:
                layouts[last] = self._layout(last)
        return ReadPage(page, paragraphs_of_page(index, layouts))

    def forget_pages(self) -> None:
        """Read every page anew that is asked for from now on: one of them has got its text meanwhile."""
        for kept in (self._page, self._margins, self._layout):
            kept.cache_clear()

    def _span(self, first: int, last: int) -> range:
        return range(max(0, first), min(self._document.page_count, last + 1))

    def _lay_out(self, index: int) -> PageLayout:
        neighbours = [self._margins(i) for i in self._span(index - REACH, index + REACH)]
        page = self._page(index)[0]
        tags = self._document.structure(index) if page.lines and not page.from_ocr else None
        tagged = layout_tagged_page(page, neighbours, tags) if tags is not None else None
        if tagged is not None or page.from_ocr:
            return tagged or layout_page(page, neighbours)
        document = self._document
        drawn = Drawn(
            partial(document.drawn_boxes, index),
            partial(document.exact_line, index),
            partial(document.unset_gaps, index),
        )
        return layout_page(page, neighbours, drawn)

    def _read_margins(self, index: int) -> Margins:
        return read_margins(self._page(index)[0])

    def _read_page(self, index: int) -> tuple[Page, DamagedPageError | None]:
        """The page, or an empty one and what is wrong with it: its neighbours can still be read."""
        try:
            if index not in self._bad_pages:
                return self._document.read_page(index), None
            error = DamagedPageError(self._document.path, page=index + 1)
        except DamagedPageError as found:
            error = found
        return Page(index, str(index + 1), PageSize(0.0, 0.0), (), has_text=False), error


def read_paragraphs(document: OpenDocument) -> tuple[Paragraph, ...]:
    """All paragraphs of a file in reading order; damaged pages have none."""
    reader = ParagraphReader(document)
    found: list[Paragraph] = []
    for index in range(document.page_count):
        try:
            found += reader.read(index).paragraphs
        except DamagedPageError:
            continue
    return tuple(found)
