"""Which pages stand beside each other: one a row, or two as in an open book. No Qt.

In: what a person wants. Out: rows of page indices. With a cover the first page stands alone, where the right
hand holds it, so that the pages that face each other in print do so here; in a book that is read from the
right, Arabic or Hebrew, the first page of a row is the right one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PAIR = 2


@dataclass(frozen=True, slots=True)
class PageRows:
    """How pages make rows."""

    in_pairs: bool = False
    has_cover: bool = False
    from_right: bool = False

    @property
    def across(self) -> int:
        """How many pages a row has room for."""
        return PAIR if self.in_pairs else 1

    def row_of(self, index: int) -> int:
        """The row of a page."""
        return (index + self._before) // PAIR if self.in_pairs else index

    def first_of(self, row: int) -> int:
        """The first page of a row, in the order of reading."""
        return max(PAIR * row - self._before, 0) if self.in_pairs else row

    def pages_of(self, row: int, count: int) -> range:
        """The pages of a row of a document with `count` pages."""
        return range(self.first_of(row), min(self.first_of(row + 1), count))

    def is_left(self, index: int) -> bool:
        """Whether a page stands left of the middle."""
        is_first = (index + self._before) % PAIR == 0
        return is_first != self.from_right

    def heights(self, heights: Sequence[float]) -> Sequence[float]:
        """The height of each row, from those of the pages."""
        if not self.in_pairs:
            return heights
        rows = range(self.row_of(len(heights) - 1) + 1)
        return [max(heights[index] for index in self.pages_of(row, len(heights))) for row in rows]

    @property
    def _before(self) -> int:
        """The empty places before the first page."""
        return 1 if self.has_cover else 0


ONE_A_ROW = PageRows()
