"""The lines of pages as they are asked for, each character with its edges: for selecting and searching.

In: page indices. Out: lines, at once where they are known; else `known` tells when they have come.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reader.document.model import Line
from reader.ui.session import Session

KEPT_PAGES = 64  # more than a window can show


class PageLines(QObject):
    """The lines of the open document's pages, as far as they were asked for."""

    known = Signal(int)  # page index

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._bridge = session, session.bridge
        self._lines: dict[int, tuple[Line, ...]] = {}
        self._asked: set[int] = set()
        session.document_opened.connect(self._forget)
        session.document_closed.connect(self._forget)
        self._bridge.page_text_read.connect(self._take)
        session.recognition.progressed.connect(self._forget_empty)

    def at_hand(self, page_index: int) -> tuple[Line, ...] | None:
        """The lines of a page if they are known; nothing is asked for."""
        return self._lines.get(page_index)

    def wanted(self, page_index: int) -> tuple[Line, ...] | None:
        """The lines of a page; where they are not known they are asked for, and `known` tells."""
        lines = self._lines.get(page_index)
        if lines is None and page_index not in self._asked and self._session.document is not None:
            self._asked.add(page_index)
            self._bridge.ask_page_text(self._session.job_id, page_index)
        return lines

    def _forget(self) -> None:
        self._lines.clear()
        self._asked.clear()

    def _forget_empty(self) -> None:
        """Pictures of text are being read: what had no text may have some now."""
        self._lines = {index: lines for index, lines in self._lines.items() if lines}

    def _take(self, job_id: int, page_index: int, lines: tuple[Line, ...]) -> None:
        if job_id != self._session.job_id:
            return
        self._asked.discard(page_index)
        self._lines.pop(page_index, None)
        self._lines[page_index] = lines
        while len(self._lines) > KEPT_PAGES:
            del self._lines[next(iter(self._lines))]
        self.known.emit(page_index)
