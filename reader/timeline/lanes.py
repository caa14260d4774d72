"""Rows for marks and their labels, so that no two cover each other. No Qt.

In: extents in pixels, in the order of their importance. Out: the row of each, or none where all rows are
taken. Greedy and deterministic; each placing costs a binary search per row, n placings O(n · rows · log n)
with the rows bounded by the height of a screen.
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


def admitted(extents: Sequence[Extent], row_count: int, limit: int) -> list[int]:
    """Which extents fit together into the rows, the more important ones first.

    Args:
        extents: in the order of their importance.
        row_count: how many rows there are.
        limit: the most to be admitted.

    Returns: indices into `extents`, in the order given.
    """
    rows = [Row() for _ in range(row_count)]
    chosen: list[int] = []
    for index, extent in enumerate(extents):
        if len(chosen) == limit:
            break
        row = _first_with_room(rows, extent)
        if row is not None:
            rows[row].take(extent)
            chosen.append(index)
    return chosen


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

    Returns: the row of each, None where no row has room. What `admitted` admitted all finds room when
        sorted by its start, with nothing kept and no stairs: nowhere are there more than rows.
    """
    rows = [Row() for _ in range(row_count)]
    found: list[int | None] = [None] * len(extents)
    for index, row in (kept or {}).items():
        if row < row_count and rows[row].has_room(extents[index]):
            rows[row].take(extents[index])
            found[index] = row
    last = -1
    for index, extent in enumerate(extents):
        row_found = found[index]
        if row_found is None:
            row_found = _first_with_room(rows, extent, last + 1 if as_stairs else 0)
            found[index] = row_found
            if row_found is not None:
                rows[row_found].take(extent)
        last = last if row_found is None else row_found
    return found


def _first_with_room(rows: Sequence[Row], extent: Extent, begin: int = 0) -> int | None:
    """The first row with room, counted from row `begin` on and round again."""
    tried = ((begin + step) % len(rows) for step in range(len(rows)))
    return next((index for index in tried if rows[index].has_room(extent)), None)
