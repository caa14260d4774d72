"""How many hits a search has on which pages: numbers only, so a million hits cost no more than their pages.

In: counts of pages, in any order, as they come. Out: "the 312th is the 4th on page 27", and the way back.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from reader.search.model import PageCount

# A paragraph that fills page after page is cut after so many (`document/paragraph_reader.py`).
LONGEST_RUN = 6


class HitCounts:
    """The hits of one search, numbered from 0 through the document."""

    def __init__(self) -> None:
        self._counts: dict[int, PageCount] = {}
        self._pages: list[int] = []
        self._before: list[int] = [0]  # hits before each page; one more than pages

    @property
    def total(self) -> int:
        """How many hits are known."""
        return self._before[-1]

    def add(self, found: Iterable[PageCount]) -> None:
        """Take counts in; a page that was counted before is counted anew."""
        new = {count.index: count for count in found}
        if new:
            self._counts.update(new)
            self._pages = sorted(self._counts)
            self._before = list(accumulate((self._counts[page].hits for page in self._pages), initial=0))

    def on(self, page: int) -> int:
        """How many hits the text of a page has."""
        count = self._counts.get(page)
        return count.hits if count else 0

    def row_of(self, page: int, number: int) -> int:
        """The number of a hit in the document from its number on its page."""
        return self._before[bisect_left(self._pages, page)] + number

    def place_of(self, row: int) -> tuple[int, int]:
        """The page of a hit, and its number there."""
        place = bisect_right(self._before, row) - 1
        return self._pages[place], row - self._before[place]

    def page_from(self, page: int) -> int | None:
        """The first page from this one on that has hits."""
        place = bisect_left(self._pages, page)
        return self._pages[place] if place < len(self._pages) else None

    def reaching(self, page: int) -> Iterator[int]:
        """The pages whose text has hits and stands, in part, on this page."""
        for index in range(page - LONGEST_RUN, page + 1):
            count = self._counts.get(index)
            if count is not None and count.last_page >= page:
                yield index
