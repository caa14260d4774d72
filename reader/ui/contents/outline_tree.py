"""The outline of a document as a tree whose nodes are numbers. No Qt.

In: the entries as the child read them, flat with depths, from a file that may lie about both. Out: who stands
under whom, which entry a place of the document belongs to, which entries have some words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from reader.document.model import OutlineEntry
from reader.search.folding import Folding

ROOT = -1
# Levels that are shown; what lies deeper stands beside the last of them. Each takes 16 of some 250 pixels.
MOST_LEVELS = 8

Branches = Mapping[int, Sequence[int]]


class OutlineTree:
    """Entries by number, in the file's order; `parents` holds the number of the entry above, or `ROOT`."""

    def __init__(self, entries: Iterable[OutlineEntry] = (), page_count: int = 0) -> None:
        self._page_count = page_count
        self.entries = tuple(
            replace(entry, page_index=None)
            if entry.page_index is not None and not 0 <= entry.page_index < page_count
            else entry
            for entry in entries
        )
        self.parents: list[int] = []
        path: list[tuple[int, int]] = []  # depth and number of those the next one may stand under
        for node, entry in enumerate(self.entries):
            depth = min(entry.depth, MOST_LEVELS - 1)
            while path and path[-1][0] >= depth:
                path.pop()
            self.parents.append(path[-1][1] if path else ROOT)
            path.append((depth, node))

    def __len__(self) -> int:
        """How many entries there are."""
        return len(self.entries)

    def branches(self, shown: Iterable[int] | None = None) -> Branches:
        """What stands under each entry and under `ROOT`, of all entries or of those `shown`."""
        found: dict[int, list[int]] = {ROOT: []}
        for node in range(len(self)) if shown is None else sorted(shown):
            found.setdefault(self.parents[node], []).append(node)
        return found

    def above(self, node: int) -> list[int]:
        """The entries over one, the nearest first."""
        found = []
        while (node := self.parents[node]) != ROOT:
            found.append(node)
        return found

    def titles(self, node: int) -> tuple[str, ...]:
        """The title of an entry and those over it: what it is known by in the same file written anew."""
        return tuple(self.entries[each].title for each in (node, *self.above(node)))

    def open_nodes(self) -> list[int]:
        """The entries that are open at first: as the file has it, and a single one over all others."""
        found = [node for node, entry in enumerate(self.entries) if entry.is_open]
        outermost = self.branches()[ROOT]
        return found if len(outermost) != 1 or self.entries[outermost[0]].is_open else [outermost[0], *found]

    def node_at(self, page_index: int, top: float) -> int | None:
        """The entry in whose part of the document a place lies: the last that begins before it."""
        found = bisect_right(self._begins, (page_index, top, len(self)))
        return self._begins[found - 1][2] if found else None

    def pages_of(self, node: int) -> tuple[int, int]:
        """The pages of an entry and all under it, half-open: up to where the next one begins."""
        begin = self.entries[node].page_index
        if begin is None:
            return 0, 0
        after = node + 1
        while after < len(self) and self.parents[after] >= node:
            after += 1
        ends = (entry.page_index for entry in self.entries[after:])
        end = next((end for end in ends if end is not None and end >= begin), self._page_count)
        return begin, max(end, begin + 1)

    def having(self, words: str) -> frozenset[int]:
        """The entries whose titles hold all words; capitals, accents and the like make no difference."""
        wanted = self._folding.fold(words).split()
        return frozenset(
            node for node, title in enumerate(self._folded) if all(word in title for word in wanted)
        )

    def with_those_above(self, nodes: Iterable[int]) -> set[int]:
        """The entries and all that stand over them."""
        found: set[int] = set()
        for each in nodes:
            node = each
            while node != ROOT and node not in found:
                found.add(node)
                node = self.parents[node]
        return found

    @cached_property
    def _folding(self) -> Folding:
        return Folding()

    @cached_property
    def _folded(self) -> list[str]:
        return [self._folding.fold(entry.title) for entry in self.entries]

    @cached_property
    def _begins(self) -> list[tuple[int, float, int]]:
        return sorted(
            (entry.page_index, entry.top, node)
            for node, entry in enumerate(self.entries)
            if entry.page_index is not None
        )
