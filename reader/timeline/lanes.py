"""Rows for marks and their labels, so that no two cover each other. No Qt.

In: extents in pixels. Out: the row of each, or none where all rows are taken. Greedy and deterministic; each
placing costs a binary search per row, n placings O(n · rows · log n); a screen bounds the rows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

GAP = 10.0  # pixels between two labels in one row: closer ones read as one


@dataclass(frozen=True, slots=True)
class Extent:
    """The pixels from `start` to `end` that a mark and its label take up."""

    start: float
    end: float


@dataclass(slots=True)
class Row:
    """A row with the extents taken in it, sorted and free of overlap."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    def has_room(self, extent: Extent) -> bool:
        """Whether the extent and a gap on either side are free."""
        index = bisect_right(self.starts, extent.start)
        free_before = index == 0 or self.ends[index - 1] + GAP <= extent.start
        return free_before and (index == len(self.starts) or extent.end + GAP <= self.starts[index])

    def take(self, extent: Extent) -> None:
        """Put the extent where there is room for it."""
        index = bisect_right(self.starts, extent.start)
        self.starts.insert(index, extent.start)
        self.ends.insert(index, extent.end)


@dataclass(slots=True)
class Rows:
    """A fixed number of rows, filled one extent after the other."""

    rows: list[Row]

    @classmethod
    def empty(cls, count: int) -> Rows:
        """So many rows with nothing in them."""
        return cls([Row() for _ in range(count)])

    def place(self, extent: Extent, begin: int = 0) -> int | None:
        """Put the extent into the first row with room, counted from row `begin` on and round again.

        Returns: the row, None where none has room; then nothing is put anywhere.
        """
        count = len(self.rows)
        for step in range(count):
            row = (begin + step) % count
            if self.place_in(row, extent):
                return row
        return None

    def have_room(self, extent: Extent) -> bool:
        """Whether any row has room for the extent."""
        return any(row.has_room(extent) for row in self.rows)

    def place_in(self, row: int, extent: Extent) -> bool:
        """Put the extent into this row if there is one and it has room; whether it had."""
        if row >= len(self.rows) or not self.rows[row].has_room(extent):
            return False
        self.rows[row].take(extent)
        return True


def rows_in_time(
    extents: Sequence[Extent],
    row_count: int,
    kept: Mapping[int, int] | None = None,
    *,
    as_stairs: bool = True,
) -> list[int | None]:
    """A row for each extent, each below the one before it while there are rows: a crowd reads as stairs.

    Args:
        extents: in the order in which they shall be read from the top.
        row_count: how many rows there are.
        kept: rows that extents (by index) had before and keep where they can, so that nothing jumps while
            the view is moved.
        as_stairs: go on below the last row given; else always take the highest row with room.

    Returns: the row of each, None where no row has room. Extents that once fitted into so many rows in some
        order all find room when sorted by their start, with nothing kept and no stairs: nowhere do more lie
        over each other than there are rows.
    """
    rows = Rows.empty(row_count)
    found: list[int | None] = [None] * len(extents)
    for index, row in (kept or {}).items():
        if rows.place_in(row, extents[index]):
            found[index] = row
    last = -1
    for index, extent in enumerate(extents):
        if found[index] is None:
            found[index] = rows.place(extent, last + 1 if as_stairs else 0)
        row_found = found[index]
        last = last if row_found is None else row_found
    return found
