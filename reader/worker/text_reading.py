"""What the reading child does for the search: keeps the text of each page it reads, and hands it over.

In: pages as the pipeline reads them; for a document whose timeline is known, the document itself. Out:
`PageTexts` for the client, a few pages at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.document.errors import DamagedPageError
from reader.document.outward import Outward
from reader.search.folding import Folding
from reader.search.model import SearchablePage
from reader.search.page_text import searchable
from reader.worker.search_messages import PageTexts

if TYPE_CHECKING:
    from reader.document.file.pdf import OpenDocument
    from reader.document.paragraph_reader import ReadPage


class TextCollector:
    """Pages made ready for searching since somebody asked last."""

    def __init__(self, job_id: int) -> None:
        self._job_id = job_id
        self._folding = Folding()
        self._pages: list[SearchablePage] = []
        self._unreadable: list[int] = []

    def keep(self, read: ReadPage) -> None:
        """Take a page as it was read."""
        self._pages.append(searchable(read, self._folding))

    def miss(self, page_index: int) -> None:
        """Note a page that cannot be read."""
        self._unreadable.append(page_index)

    def taken(self, *, is_last: bool = False) -> PageTexts | None:
        """What has come together, to be sent; None for nothing."""
        if not (self._pages or self._unreadable or is_last):
            return None
        texts = PageTexts(self._job_id, tuple(self._pages), tuple(self._unreadable), is_last)
        self._pages, self._unreadable = [], []
        return texts


class TextReading:
    """A document read for its text only, outward from the page in view."""

    def __init__(self, document: OpenDocument, texts: TextCollector, first_page: int) -> None:
        from reader.document.paragraph_reader import ParagraphReader  # noqa: PLC0415 - the engine; see reading.py

        self._texts = texts
        self._order = Outward(document.page_count, first_page)
        self._reader = ParagraphReader(document)

    def look_at(self, page_index: int) -> None:
        """Go on outward from this page."""
        self._order.look_at(page_index)

    def steps(self) -> Iterator[range]:
        """Reads the document, a section of pages a step."""
        while section := self._order.next_section():
            for index in section:
                try:
                    self._texts.keep(self._reader.read(index))
                except DamagedPageError:
                    self._texts.miss(index)
            yield section
