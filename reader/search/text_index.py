"""The text of one document, as far as it is known, and the one search that goes on in it.

In: pages in any order, as they are read; words. Out: counts of the pages that have hits, and the hits of a
page. Nothing here knows of processes or threads.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.search.finder import Finder, Foldings
from reader.search.model import Hit, PageCount, SearchablePage, SearchWords

# Bytes of folded text that lie as they are; what a longer document has beyond them is compressed. Of 10,000
# pages (44 MB) a search takes 17 ms of the processor if all lie plain, 80 ms with 24 MB plain, 160 ms if all
# are compressed; the limit is 200, and each plain megabyte is 0.6 MB more in the window.
MOST_PLAIN = 8_000_000
BETWEEN_PAGES = b"\0"  # no folded text has it, so that nothing is found over it


@dataclass(frozen=True, slots=True)
class Block:
    """The folded texts of some pages in one piece: a word that is on none of them is told by one look.

    10,000 pages in pieces of eight, as they come, are looked through in half the time of page by page.
    `pages` are without their folded texts, which lie in `text` from `starts[i]` to `starts[i + 1]` less one.
    """

    kept: bytes
    is_compressed: bool
    starts: tuple[int, ...]
    pages: tuple[SearchablePage, ...]

    @classmethod
    def of(cls, pages: Sequence[SearchablePage], *, compressed: bool) -> Block:
        """Put pages together."""
        lengths = (len(page.folded) + len(BETWEEN_PAGES) for page in pages)
        text = b"".join(page.folded + BETWEEN_PAGES for page in pages)
        return cls(
            zlib.compress(text, 1) if compressed else text,
            compressed,
            tuple(accumulate(lengths, initial=0)),
            tuple(replace(page, folded=b"") for page in pages),
        )

    @property
    def text(self) -> bytes:
        """The folded texts."""
        return zlib.decompress(self.kept) if self.is_compressed else self.kept

    def page(self, number: int, text: bytes) -> SearchablePage:
        """A page with its folded text, cut from `text`."""
        folded = text[self.starts[number] : self.starts[number + 1] - len(BETWEEN_PAGES)]
        return replace(self.pages[number], folded=folded)


class TextIndex:
    """A document being searched while it is being read."""

    def __init__(self, page_count: int) -> None:
        self.page_count = page_count
        self._blocks: list[Block] = []
        self._plain = 0  # bytes of folded text that are not compressed
        self._pages: dict[int, tuple[Block, int]] = {}  # where each is: a block, and which of its pages
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
        pages = (block.pages[number] for block, number in self._pages.values())
        return len(self._unreadable) + sum(not page.has_text for page in pages)

    def add(self, pages: Sequence[SearchablePage], unreadable: Iterable[int] = ()) -> tuple[PageCount, ...]:
        """Take pages in; the hits the search in hand has on them.

        A page that comes again is not new, unless its picture has been read since and it has a text now.
        """
        new = [page for page in pages if self._is_new(page)]
        self._unreadable.update(unreadable)
        if not new:
            return ()
        block = Block.of(new, compressed=self._plain > MOST_PLAIN)
        self._plain += 0 if block.is_compressed else len(block.kept)
        self._blocks.append(block)
        self._pages.update((page.index, (block, number)) for number, page in enumerate(new))
        self._unreadable -= self._pages.keys()
        return tuple(self._counts([block]))

    def _is_new(self, page: SearchablePage) -> bool:
        if page.index not in self._pages:
            return True
        block, number = self._pages[page.index]
        return page.has_text and not block.pages[number].has_text

    def search(self, words: SearchWords) -> Iterator[PageCount]:
        """Begin another search; its counts, page after page, as they are asked for."""
        self._finder = Finder(words, self._foldings)
        self._blocks.sort(key=lambda block: block.pages[0].index)
        return self._counts(self._blocks)

    def hits(self, page_index: int) -> tuple[Hit, ...]:
        """The hits of the search in hand in the text of a page."""
        place = self._pages.get(page_index)
        if self._finder is None or place is None:
            return ()
        block, number = place
        return self._finder.hits(block.page(number, block.text))

    def _counts(self, blocks: Iterable[Block]) -> Iterator[PageCount]:
        finder = self._finder
        if finder is None or finder.is_idle:
            return
        for block in blocks:
            text = block.text
            if finder.may_be_in(text):
                for number, page in enumerate(block.pages):
                    if hits := finder.count(block.page(number, text)):
                        yield PageCount(page.index, hits, page.last_page)
