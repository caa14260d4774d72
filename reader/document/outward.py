"""The order in which pages are read: from the page in view outward, a section ahead, a section behind.

In: how many pages there are and where the user looks, which may change at any time. Out: sections of page
indices, each page once.
"""

from __future__ import annotations

FIRST_SECTION = 2  # pages: the page in view and the next; the first events wait for no more
SECTION = 8  # pages; a step of some 50 ms, after which the user's wishes are heard again


class Outward:
    """Hands out sections of pages not yet read, nearest to the focus first."""

    def __init__(self, page_count: int, focus: int = 0) -> None:
        self._count = page_count
        self._unread = bytearray(b"\1") * page_count
        self._ahead = True
        self._size = FIRST_SECTION
        self.look_at(focus)

    def look_at(self, page_index: int) -> None:
        """Go on outward from this page; an index beyond the document counts as its nearest page."""
        self._focus = min(max(page_index, 0), self._count - 1)
        self._ahead = True

    def next_section(self) -> range:
        """The pages to read next, in order; empty when all have been handed out."""
        ahead = self._unread.find(1, self._focus)
        behind = self._unread.rfind(1, 0, self._focus)
        if ahead < 0 and behind < 0:
            return range(0)
        forward = behind < 0 or (ahead >= 0 and self._ahead)
        self._ahead = not forward
        section = self._from(ahead) if forward else self._up_to(behind)
        self._unread[section.start : section.stop] = bytes(len(section))
        self._size = SECTION
        return section

    def _from(self, start: int) -> range:
        limit = min(start + self._size, self._count)
        taken = self._unread.find(0, start, limit)
        return range(start, limit if taken < 0 else taken)

    def _up_to(self, last: int) -> range:
        limit = max(0, last + 1 - self._size)
        taken = self._unread.rfind(0, limit, last)
        return range(limit if taken < 0 else taken + 1, last + 1)
