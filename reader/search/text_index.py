"""The text of one document, as far as it is known, and the one search that goes on in it.

In: pages in any order, as they are read; words. Out: counts of the pages that have hits, and the hits of a
page. Nothing here knows of processes or threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.search.finder import Finder, Foldings
from reader.search.model import Hit, PageCount, SearchablePage, SearchWords


class TextIndex:
    """A document being searched while it is being read."""

    def __init__(self, page_count: int) -> None:
        self.page_count = page_count
        self._pages: dict[int, SearchablePage] = {}
        self._unreadable: set[int] = set()
        self._foldings = Foldings()
        self._finder: Finder | None = None

    @property
    def pages_known(self) -> int:
        """How many pages can be searched now, or never."""
        return len(self._pages) + len(self._unreadable)

    @property
    def pages_without_text(self) -> int:
        """How many of them have nothing to find."""
        return len(self._unreadable) + sum(not page.has_text for page in self._pages.values())

    def add(self, pages: Sequence[SearchablePage], unreadable: Iterable[int] = ()) -> tuple[PageCount, ...]:
        """Take pages in; the hits the search in hand has on them.

        A page that comes again is not new, unless its picture has been read since and it has a text now.
        """
        new = [page for page in pages if self._is_new(page)]
        self._pages.update((page.index, page) for page in new)
        self._unreadable.update(unreadable)
        self._unreadable -= self._pages.keys()
        return tuple(self._counts(new))

    def _is_new(self, page: SearchablePage) -> bool:
        known = self._pages.get(page.index)
        return known is None or (page.has_text and not known.has_text)

    def search(self, words: SearchWords) -> Iterator[PageCount]:
        """Begin another search; its counts, page after page, as they are asked for."""
        self._finder = Finder(words, self._foldings)
        return self._counts([self._pages[index] for index in sorted(self._pages)])

    def hits(self, page_index: int) -> tuple[Hit, ...]:
        """The hits of the search in hand in the text of a page."""
        page = self._pages.get(page_index)
        return self._finder.hits(page) if self._finder is not None and page is not None else ()

    def _counts(self, pages: Iterable[SearchablePage]) -> Iterator[PageCount]:
        finder = self._finder
        if finder is None or finder.is_idle:
            return
        for page in pages:
            if hits := finder.count(page):
                yield PageCount(page.index, hits, page.last_page)
