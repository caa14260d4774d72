"""A document that says which page it is at, and leaves pages alone that brought a child down before.

The pipeline reads it like any other; the client sees the pulse and knows whom to blame. Pages without text
can be given the lines that were read from their pictures; then they have text like the others.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache

from reader.document.errors import DamagedPageError, DocumentError
from reader.document.file.pdf import OpenDocument
from reader.document.model import Line, Page
from reader.timeline.codec import Codec
from reader.worker.pulse import THINKING, Pulse

COMPRESSION = 1


@cache
def lines_codec() -> Codec[tuple[Line, ...]]:
    """The form in which recognised lines are kept."""
    return Codec(tuple[Line, ...])


class WatchedDocument(OpenDocument):
    """An open document of job `job_id`; `bad_pages` count as damaged without being touched."""

    def __init__(self, opened: OpenDocument, *, job_id: int, bad_pages: frozenset[int], pulse: Pulse) -> None:
        vars(self).update(vars(opened))  # one handle, one owner: `opened` is not used any more
        self._job_id = job_id
        self._bad_pages = bad_pages
        self._pulse = pulse
        self._recognised: dict[int, bytes] = {}  # the lines of pages that had no text, packed
        self._page_of_words: int | None = None  # whose words are at work

    def take_recognised(self, index: int, lines: tuple[Line, ...]) -> None:
        """Take lines that were read from the picture of a page as its text. 10 KB a page are kept."""
        self._recognised[index] = zlib.compress(lines_codec().dumps(lines), COMPRESSION)

    def _recognised_lines(self, index: int) -> tuple[Line, ...]:
        return lines_codec().loads(zlib.decompress(self._recognised[index]))

    def read_page(self, index: int) -> Page:
        """As its base; the pulse stands at the page meanwhile."""
        with self._at(index):
            page = super().read_page(index)
        if index not in self._recognised:
            return page
        return replace(page, lines=self._recognised_lines(index), has_text=True, from_ocr=True)

    def exact_lines(self, index: int) -> tuple[Line, ...]:
        """As its base; the pulse stands at the page meanwhile."""
        if index in self._recognised:
            return self._recognised_lines(index)
        with self._at(index):
            return super().exact_lines(index)

    def exact_line(self, index: int, number: int) -> Line | None:
        """As its base; the pulse stands at the page meanwhile."""
        if index in self._recognised:
            lines = self._recognised_lines(index)
            return lines[number] if 0 <= number < len(lines) else None
        with self._at(index):
            return super().exact_line(index, number)

    @contextmanager
    def words_of(self, index: int) -> Iterator[None]:
        """As its base: who watches knows which page's words are to blame for a hang."""
        self._page_of_words = index
        self._pulse.begin_words(self._job_id, index)
        try:
            yield
        finally:
            self._page_of_words = None
            self._pulse.begin(self._job_id, THINKING)

    @contextmanager
    def _at(self, index: int) -> Iterator[None]:
        if index in self._bad_pages:
            raise DamagedPageError(self.path, page=index + 1)
        self._pulse.begin(self._job_id, index)
        try:
            yield
        except DocumentError:
            raise
        except Exception as error:  # the engine raises many kinds; each spoils one page only
            raise DamagedPageError(self.path, page=index + 1) from error
        finally:
            if self._page_of_words is None:
                self._pulse.begin(self._job_id, THINKING)
            else:
                self._pulse.begin_words(self._job_id, self._page_of_words)
