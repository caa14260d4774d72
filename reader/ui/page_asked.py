"""The page asked for when a document is opened: whether it has one so numbered or so labelled.

In: what stood on the command line, and the session that opens the file. Out: a notice where there is none;
the window is then on the nearest page there is.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from reader.text_direction import isolated
from reader.ui.notice import Level, Notice
from reader.ui.session import Session


class PageAsked(QObject):
    """Watches over one opening."""

    def __init__(self, session: Session, number: int, label: str) -> None:
        super().__init__(session)
        self._session, self._number, self._label = session, number, label
        session.document_opened.connect(self._compare_number)
        session.bridge.pages_measured.connect(self._compare_label)

    def _compare_number(self) -> None:
        document = self._session.document
        if document is not None and self._number > document.page_count:
            self._tell("no_such_page", count=document.page_count, number=self._number)
        if not self._label or self._number > 1:
            self._let_go()

    def _compare_label(self, job_id: int, first: int, sizes: tuple[object, ...], _labels: object) -> None:
        pages = self._session.pages
        if job_id != self._session.job_id or first + len(sizes) < pages.count:
            return  # labels come a few pages at a time
        if self._label and pages.index_of(self._label) is None:
            self._tell("no_such_label", label=isolated(self._label))
        self._let_go()

    def _tell(self, key: str, **slots: str | int) -> None:
        document = self._session.document
        name = isolated(Path(document.path).name) if document is not None else ""
        text = self._session.sentences(f"window.{key}", name=name, **slots)
        self._session.message_raised.emit(Notice(Level.WARNING, text))

    def _let_go(self) -> None:
        """The document that is opened next is another matter."""
        self._session.document_opened.disconnect(self._compare_number)
        self._session.bridge.pages_measured.disconnect(self._compare_label)
