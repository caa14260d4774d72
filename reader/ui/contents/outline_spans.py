"""The years that the parts of a document speak of, for the rows of its outline.

In: the outline, the events. Out: for an entry the first and the last year of most dates on its pages. Counted
by pages, and only for the rows that are looked at: an outline may have 20,000 of them.
"""

from __future__ import annotations

import numpy as np

from reader.calendars.gregorian import from_day_number, to_day_number
from reader.timeline.date_words import DateWords
from reader.timeline.event_table import EventTable
from reader.timeline.model import EventDate, EventKind
from reader.timeline.page_events import PAGE_SHIFT
from reader.ui.contents.outline_tree import OutlineTree

# A chapter looks back a thousand years in one sentence. What lies further out than `FAR` times the width of
# the middle half of the dates is left out, if there are `ENOUGH` ("far out" in Tukey, Exploratory Data
# Analysis, 1977).
FAR, ENOUGH = 3, 8
DAYS_A_YEAR = 366


class OutlineSpans:
    """The years of the entries of one outline, as words."""

    def __init__(self, words: DateWords) -> None:
        self._words = words
        self._known: dict[int, str] = {}
        self._pages = self._first = self._last = np.zeros(0, dtype=np.int64)
        self.take(OutlineTree(), ())

    def take(self, tree: OutlineTree, events: EventTable | tuple[()]) -> None:
        """Another outline, or other events; they are sorted when a row is looked at."""
        self._tree, self._events, self._known = tree, events, {}
        self._is_sorted = False

    def words(self, node: int) -> str:
        """Like "1830–1848"; "" where nothing on the pages of an entry is dated."""
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = self._count(node)
        return known

    def _sort(self) -> None:
        if self._events and not self._is_sorted:
            table = self._events.of_kinds([EventKind.EVENT]).dated().in_place()
            self._pages = table.column("place") >> PAGE_SHIFT
            self._first, self._last = table.days()
        elif not self._events:
            self._pages = self._pages[:0]
        self._is_sorted = True

    def _count(self, node: int) -> str:
        self._sort()
        begin, end = self._tree.pages_of(node)
        low, high = np.searchsorted(self._pages, (begin, end))
        if low == high:
            return ""
        first, last = self._first[low:high], self._last[low:high]
        if high - low >= ENOUGH:
            lower, upper = np.quantile(first, (0.25, 0.75))
            far = FAR * max(upper - lower, DAYS_A_YEAR)
            near = (first >= lower - far) & (last <= upper + far)
            if near.any():
                first, last = first[near], last[near]
        years = [from_day_number(int(day))[0] for day in (first.min(), last.max())]
        whole = to_day_number(years[0], 1, 1), to_day_number(years[1] + 1, 1, 1) - 1
        return self._words.date(EventDate("", *whole, "year", "gregorian", ""))
