"""The links of the pages whose text is known: what lies under the mouse, and how its target is said.

In: what the painting child reads of a page besides its text. Out: the link at a point, or none. Nothing is
followed here: inside the file the page view goes there, outside it a dialog asks first.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.document.model import Link
from reader.text_direction import isolated
from reader.ui.page_lines import KEPT_PAGES
from reader.ui.session import Session

SLACK = 1.0  # points around a link that still hit it: boxes are often as high as small letters only


class PageLinks(QObject):
    """The links of the open document's pages, as far as they have come."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._links: dict[int, tuple[Link, ...]] = {}
        session.document_opened.connect(self._links.clear)
        session.document_closed.connect(self._links.clear)
        session.bridge.page_links_read.connect(self._take)

    def at(self, page_index: int, x: float, y: float) -> Link | None:
        """The uppermost link at a point of a page."""
        for link in reversed(self._links.get(page_index, ())):
            box = link.box
            if box.x0 - SLACK <= x <= box.x1 + SLACK and box.y0 - SLACK <= y <= box.y1 + SLACK:
                return link
        return None

    def target(self, link: Link) -> str:
        """Where a link leads, in words for a tooltip."""
        if link.page_index is None:
            return isolated(link.address)
        pages = self._session.pages
        label = pages.label(link.page_index) if link.page_index < pages.count else str(link.page_index + 1)
        return self._session.sentences("link.page", page=isolated(label))

    def _take(self, job_id: int, page_index: int, links: tuple[Link, ...]) -> None:
        if job_id != self._session.job_id:
            return
        self._links.pop(page_index, None)
        self._links[page_index] = links
        while len(self._links) > KEPT_PAGES:
            del self._links[next(iter(self._links))]
