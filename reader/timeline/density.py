"""Events as sorted arrays: which are in view, how many lie where, which deserve a label. No Qt.

In: events, a `TimeScale`. Out: indices and counts. Every answer costs numpy's speed, never a Python loop over
all events: 100,000 events are asked at each frame of a movement (`tests/benchmarks/bench_timeline.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log2

import numpy as np
import numpy.typing as npt

from reader.timeline.event_table import EventTable, table_of
from reader.timeline.model import Event, EventKind
from reader.timeline.page_events import KINDS
from reader.timeline.scale import TimeScale

BIN_WIDTH = 3  # pixels: a column of two and a gap of one can still be told apart
WEIGHED = 180  # up to so many events in view all are weighed for a label, then the best of each stretch
# Multiples of the golden ratio lie evenly in 0 … 1 however many there are (Weyl).
GOLDEN = 0.6180339887498949
LOWEST = 0.3  # of the height of a density picture: a lone event is seen beside a hundred
FEWEST = 60  # candidates, where one stretch holds nearly all events and another an outlier
STRETCH = 6.0  # pixels for which one candidate is weighed where events are many

KIND_WEIGHT = {EventKind.ISSUE: 3, EventKind.EVENT: 2, EventKind.SOURCE: 1, EventKind.HEADER: 0}

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Ranks = npt.NDArray[np.int32]  # one for each of 187,000 events: half as much memory


@dataclass(frozen=True, slots=True, eq=False)
class EventSpans:
    """Events sorted by their first day, with their days as arrays.

    Attributes:
        events: those with a known day, in time.
        flags: of each, as in `page_events`.
        first, last: where each begins and ends, in days (`last` is the end of its last day). An open end
            lies on the known one.
        reach: the latest end among an event and all before it.
        ends: `last`, sorted.
        weight: the importance of a label, a permutation of 0 … n - 1.
        by_weight: the index of the event of each weight.
    """

    events: EventTable
    flags: npt.NDArray[np.uint8]
    first: Floats
    last: Floats
    reach: Floats
    ends: Floats
    weight: Ranks
    by_weight: Ranks

    @property
    def bounds(self) -> tuple[float, float]:
        """The first beginning and the last end. Not to be asked of no events."""
        return float(self.first[0]), float(self.reach[-1])

    def touches(self, index: int, scale: TimeScale) -> bool:
        """Whether an event is at least partly in view."""
        return bool(self.first[index] < scale.last and self.last[index] > scale.first)

    def count(self, scale: TimeScale) -> int:
        """How many events are at least partly in view."""
        begun = np.searchsorted(self.first, scale.last, side="left")
        return int(begun - np.searchsorted(self.ends, scale.first, side="right"))

    def between(self, first: float, last: float) -> Ints:
        """Indices of the events that touch the days from `first` to `last`, in time."""
        low = int(np.searchsorted(self.reach, first, side="right"))
        high = int(np.searchsorted(self.first, last, side="left"))
        return low + np.flatnonzero(self.last[low:high] > first)

    def counts(self, scale: TimeScale, without: Sequence[int] = ()) -> Ints:
        """How many events lie over each `BIN_WIDTH` pixels of the view; it costs the bins, not the events.

        Args:
            scale: the view.
            without: indices of events that are not counted.
        """
        edges = scale.first + np.arange(ceil(scale.width / BIN_WIDTH) + 1) * BIN_WIDTH * scale.days_per_pixel
        over = np.searchsorted(self.first, edges[1:], side="left")
        over -= np.searchsorted(self.ends, edges[:-1], side="right")
        left_out = np.array(without, dtype=np.int64)
        first, ends = self.first[left_out], np.sort(self.last[left_out])
        over -= np.searchsorted(np.sort(first), edges[1:], side="left")
        over += np.searchsorted(ends, edges[:-1], side="right")
        return over.astype(np.int64)

    def candidates(self, scale: TimeScale) -> list[int]:
        """Indices of events in view to be labelled, the most important first, spread over the view.

        The stretches for which a best one is sought are aligned to time, not to the view, so that moving
        the view does not change them.
        """
        chosen = self._weighed(scale)
        if not len(chosen):
            return []
        stretch = np.floor(self.first[chosen] / _stretch_days(scale))
        weight = self.weight[chosen]
        order = np.lexsort((-weight, stretch))
        firsts = np.flatnonzero(np.diff(stretch[order], prepend=stretch[order[0]] - 1))
        rank = np.empty(len(order), dtype=np.int64)
        rank[order] = np.arange(len(order)) - np.repeat(firsts, np.diff(firsts, append=len(order)))
        return [int(index) for index in chosen[np.lexsort((-weight, rank))]]

    def _weighed(self, scale: TimeScale) -> Ints:
        """Indices of what may get a label: all in view while they are few, then the best of each stretch."""
        start, high = (int(place) for place in np.searchsorted(self.first, (scale.first, scale.last)))
        early = self.between(scale.first, scale.first)
        if len(early) + high - start <= WEIGHED:
            return np.concatenate((early, np.arange(start, high)))
        days = _stretch_days(scale)
        edges = np.arange(floor(scale.first / days), ceil(scale.last / days)) * days
        begins = np.clip(np.searchsorted(self.first, edges), start, high)
        begins = _distinct(begins[begins < high])
        best = np.maximum.reduceat(self.weight[:high], begins) if len(begins) else begins
        if len(best) < FEWEST:
            best = np.concatenate((best, _greatest(self.weight[start:high])))
        heaviest = self.by_weight[np.concatenate((best, _greatest(self.weight[early])))]
        return _distinct(np.sort(heaviest.astype(np.int64)))


def event_spans(events: Iterable[Event]) -> EventSpans:
    """The events that have a day, sorted and weighed; those of the same days stay in the order given."""
    table = table_of(events).dated()
    starts, ends = table.days()
    ends = np.maximum(starts, ends)
    if np.any(np.diff(starts) < 0) or np.any((np.diff(starts) == 0) & (np.diff(ends) < 0)):
        order = np.lexsort((ends, starts))
        table, starts, ends = table[order], starts[order], ends[order]
    first, last = starts.astype(np.float64), ends.astype(np.float64) + 1
    by_weight = _by_weight(table)
    weight = np.empty_like(by_weight)
    weight[by_weight] = np.arange(len(by_weight))
    return EventSpans(
        table,
        table.column("flags").astype(np.uint8, copy=False),
        first,
        last,
        np.maximum.accumulate(last),
        np.sort(last),
        weight,
        by_weight,
    )


def days_of(event: Event) -> tuple[int, int] | None:
    """First and last day of an event, an open end put on the known one; None where no day is known."""
    first, last = event.date.first_day, event.date.last_day
    if first is None:
        return None if last is None else (last, last)
    return first, max(first, first if last is None else last)


def columns(counts: Ints, height: float, tallest: float) -> list[tuple[int, float]]:
    """Bin and height of each column of a density picture: by the root, so that few are seen beside many."""
    on = np.flatnonzero(counts > 0)
    heights = np.sqrt(counts[on] / max(tallest, 4.0))
    return list(zip(on.tolist(), (np.maximum(LOWEST, heights) * height).tolist(), strict=True))


def _stretch_days(scale: TimeScale) -> float:
    return 2.0 ** ceil(log2(scale.days_per_pixel * STRETCH))


def _distinct(ordered: Ints) -> Ints:
    """Each of them once; `numpy.unique` would import a megabyte of masked arrays."""
    return ordered[np.diff(ordered, prepend=ordered[:1] - 1) > 0]


def _greatest(weights: Ranks) -> Ranks:
    return np.partition(weights, -FEWEST)[-FEWEST:] if len(weights) > FEWEST else weights


def _by_weight(events: EventTable) -> Ranks:
    """By kind, then certainty, then how often it is mentioned; draws are decided evenly over time."""
    kind = np.array([KIND_WEIGHT[kind] for kind in KINDS], dtype=np.uint8)[events.column("kind")]
    evenly = -(np.arange(len(events)) * GOLDEN % 1)
    keys = (evenly, events.column("mentions"), events.column("confidence"), kind)
    return np.lexsort(keys).astype(np.int32)
