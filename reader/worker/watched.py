"""A document that says which page it is at, and leaves pages alone that brought a child down before.

The pipeline reads it like any other; the client sees the pulse and knows whom to blame.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.document.errors import DamagedPageError, DocumentError
from reader.document.model import Line, Page
from reader.document.pdf import OpenDocument
from reader.worker.pulse import THINKING, Pulse


class WatchedDocument(OpenDocument):
    """An open document of job `job_id`; `bad_pages` count as damaged without being touched."""

    def __init__(self, opened: OpenDocument, *, job_id: int, bad_pages: frozenset[int], pulse: Pulse) -> None:
        vars(self).update(vars(opened))  # one handle, one owner: `opened` is not used any more
        self._job_id = job_id
        self._bad_pages = bad_pages
        self._pulse = pulse

    def read_page(self, index: int) -> Page:
        """As its base; the pulse stands at the page meanwhile."""
        with self._at(index):
            return super().read_page(index)

    def exact_lines(self, index: int) -> tuple[Line, ...]:
        """As its base; the pulse stands at the page meanwhile."""
        with self._at(index):
            return super().exact_lines(index)

    def exact_line(self, index: int, number: int) -> Line | None:
        """As its base; the pulse stands at the page meanwhile."""
        with self._at(index):
            return super().exact_line(index, number)

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
            self._pulse.begin(self._job_id, THINKING)
