"""Which events of one document are still to be placed exactly, and for whom: the window, or the cache.

In: what the window was told of the pages, and which of them are wanted exactly. Out: pages for the reading
child to place, a few at a time, and those it has placed. Plain values, no process: the client hands out the
pages and passes on what comes back. The child keeps no events: those of 10,000 pages have 48 MB.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import chain

from reader.timeline.page_events import PageEvents

# Pages handed to the child at a time, some 50 ms; and how often, so that it need not wait for the next.
SECTION = 8
UNDER_WAY = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """Pages that stand exactly now: those the window is to be told, and those the cache is to keep."""

    to_tell: tuple[PageEvents, ...]
    to_keep: tuple[PageEvents, ...]


@dataclass(slots=True)
class Placing:
    """The pages of one document.

    Attributes:
        told: what the window was told of each page last.
        exact: those told where they stand exactly.
        wanted: those whose exact places the window waits for, in order; of them `in_view` first.
        unkept: those whose exact places the cache lacks, in order; none while nothing is to be kept.
    """

    told: dict[int, PageEvents] = field(default_factory=dict)
    exact: set[int] = field(default_factory=set)
    wanted: dict[int, None] = field(default_factory=dict)
    unkept: dict[int, None] = field(default_factory=dict)
    in_view: Collection[int] = ()
    measured: int = 0  # how many were told exactly since all were wanted
    _to_come: int = (
        0  # answers of the child before which more may come that it told before it was asked for all
    )
    _in_hand: list[dict[int, PageEvents]] = field(default_factory=list)  # of the child, section by section

    def note(self, pages: Iterable[PageEvents]) -> None:
        """Note what the window is told of some pages, their places estimated."""
        self.told.update((page.page_index, page) for page in pages)
        self.exact.difference_update(page.page_index for page in pages)

    def want(self, pages: Iterable[int]) -> None:
        """Have those of some pages told exactly that were not."""
        self.wanted |= dict.fromkeys(
            index for index in pages if index not in self.exact and self._has_events(index)
        )

    def look_at(self, pages: Collection[int]) -> None:
        """Have the pages in view told exactly, before all others."""
        self.in_view = pages
        self.want(pages)

    def want_all(self) -> None:
        """Have all pages told exactly, those too whose events are on their way."""
        self.measured, self._to_come = 0, UNDER_WAY + 1
        self.want(sorted(self.told))

    def keep_all(self) -> tuple[PageEvents, ...]:
        """Have all pages placed for the cache; those that are exact already."""
        pages = [index for index in sorted(self.told) if self._has_events(index)]
        self.unkept = dict.fromkeys(index for index in pages if index not in self.exact)
        return tuple(self.told[index] for index in pages if index in self.exact)

    def next_section(self) -> tuple[PageEvents, ...]:
        """What the child is to place next; nothing where it has enough in hand, or all is done."""
        if len(self._in_hand) >= UNDER_WAY:
            return ()
        first = (index for index in self.in_view if index in self.wanted)
        in_hand = set[int]().union(*self._in_hand)
        section: dict[int, PageEvents] = {}
        for index in chain(first, self.wanted, self.unkept):
            if len(section) == SECTION:
                break
            if index not in in_hand:
                section[index] = self.told[index]
        if section:
            self._in_hand.append(section)
        return tuple(section.values())

    def take(self, pages: Iterable[PageEvents]) -> Placed:
        """Take what the child has made of the section it had in hand longest.

        What the window has been told anew meanwhile is placed once more. What the child could not place it
        has not read so; then there is nothing to wait for.
        """
        asked = self._in_hand.pop(0) if self._in_hand else {}
        if self._to_come:
            self._to_come -= 1
            self.want(sorted(self.told))
        placed = {page.page_index: page for page in pages}
        current = [index for index, page in asked.items() if self.told.get(index) is page]
        if any(index in self.unkept and index not in placed for index in current):
            self.unkept.clear()
        to_tell = tuple(placed[index] for index in current if index in self.wanted and index in placed)
        to_keep = tuple(placed[index] for index in current if index in self.unkept and index in placed)
        for index in current:
            self.wanted.pop(index, None)
            self.unkept.pop(index, None)
        self.note(to_tell)
        self.exact.update(page.page_index for page in to_tell)
        self.measured += len(to_tell)
        return Placed(to_tell, to_keep)

    def drop_child(self) -> None:
        """The child is gone, and with it all it could have placed."""
        self._in_hand.clear()
        for pages in (self.exact, self.wanted, self.unkept):
            pages.clear()

    def let_go(self) -> None:
        """Nothing will be placed here any more."""
        self.drop_child()
        self.told.clear()

    def _has_events(self, index: int) -> bool:
        return index in self.told and bool(self.told[index].records)
