"""What the reading child does for `timeleaf explain`: the paragraphs of a document, page by page.

In: the document. Out: `ParagraphsOfPage` for the client; a damaged page has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.document.errors import DamagedPageError
from reader.worker.messages import ParagraphsOfPage

if TYPE_CHECKING:
    from reader.document.file.pdf import OpenDocument


class ParagraphReading:
    """A document read for its paragraphs only, from the first page to the last."""

    def __init__(self, document: OpenDocument, job_id: int) -> None:
        from reader.document.paragraph_reader import ParagraphReader  # noqa: PLC0415 - the engine; see reading.py

        self._job_id = job_id
        self._page_count = document.page_count
        self._reader = ParagraphReader(document)

    def look_at(self, _page_index: int) -> None:
        """Nobody looks."""

    def steps(self) -> Iterator[ParagraphsOfPage]:
        """Reads the document, a page a step."""
        for index in range(self._page_count):
            try:
                texts = tuple(paragraph.text for paragraph in self._reader.read(index).paragraphs)
            except DamagedPageError:
                texts = ()
            yield ParagraphsOfPage(self._job_id, index, texts, is_last=index == self._page_count - 1)
