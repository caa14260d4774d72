"""Day number to place and back, and the ways a stretch of time is moved, zoomed, fitted and flown to. No Qt.

In: days (floats: day number 5 runs from 5.0 to 6.0), pixels. Out: a `TimeScale`, immutable. Days know no
first year: 10,000 BCE and 9999 CE are numbers like others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

CLUSTER_NEAREST = 7.0  # days; a neighbour within a week belongs to the tightest cluster
NARROWEST = 3.0  # days in view when zoomed in fully: a date has no hours here
SMALLEST_FIT = 30.0  # days in view around a lone day: its month is what a reader wants to see around it
MARGIN = 0.06  # of the view, kept free on either side of what is fitted
MOST_TIMES_WIDER = 1.6  # how far one can zoom out, as a multiple of the span of all events
CLUSTER_SHARE = 0.5  # of the events: half of them lying so close together are the document's own time
CLUSTER_REACH = 0.5  # a neighbour within this share of the cluster's span still belongs to it
EQUAL_SPANS = 1e-6  # relative difference below which a flight is a plain shift


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days from `first` to `last` laid over `width` pixels, left to right in every language."""

    first: float
    last: float
    width: float = 1.0

    @property
    def span(self) -> float:
        """How many days are in view."""
        return self.last - self.first

    @property
    def days_per_pixel(self) -> float:
        """How many days one pixel stands for."""
        return self.span / self.width

    def place(self, day: float) -> float:
        """The pixel at which a day begins; beyond 0 … width when it is out of view."""
        return (day - self.first) / self.span * self.width

    def day_at(self, place: float) -> float:
        """The day, with its fraction, at a pixel."""
        return self.first + place / self.width * self.span

    def zoomed(self, factor: float, place: float) -> TimeScale:
        """`factor` times as many days in view, the day at `place` staying where it is."""
        fixed = self.day_at(place)
        return replace(
            self, first=fixed - (fixed - self.first) * factor, last=fixed + (self.last - fixed) * factor
        )

    def moved(self, pixels: float) -> TimeScale:
        """Later days by so many pixels."""
        days = pixels * self.days_per_pixel
        return replace(self, first=self.first + days, last=self.last + days)

    def holds(self, first: float, last: float) -> bool:
        """Whether the days from `first` to `last` lie wholly in view."""
        return self.first <= first and last <= self.last

    def showing(self, first: float, last: float) -> TimeScale:
        """Moved as little as brings `first` … `last` into view with a margin; centred when it is too long."""
        margin = self.span * MARGIN
        if last - first > self.span - 2 * margin:
            shift = (first + last) / 2 - (self.first + self.last) / 2
        elif first - margin < self.first:
            shift = first - margin - self.first
        else:
            shift = max(0.0, last + margin - self.last)
        return replace(self, first=self.first + shift, last=self.last + shift)

    def held(self, first: float, last: float) -> TimeScale:
        """The nearest scale from which one finds back to the events, which lie between `first` and `last`.

        No narrower than `NARROWEST`, no wider than all events need, and the events never wholly out of view.
        """
        widest = max((last - first) * MOST_TIMES_WIDER, SMALLEST_FIT * 2)
        span = min(max(self.span, NARROWEST), widest)
        middle = (self.first + self.last) / 2
        middle = min(max(middle, first - span * (0.5 - MARGIN)), last + span * (0.5 - MARGIN))
        return replace(self, first=middle - span / 2, last=middle + span / 2)


def fitted(first: float, last: float, width: float) -> TimeScale:
    """A scale that shows `first` … `last` with margins, and never less than `SMALLEST_FIT` days."""
    span = max(last - first, SMALLEST_FIT * (1 - 2 * MARGIN)) / (1 - 2 * MARGIN)
    middle = (first + last) / 2
    return TimeScale(middle - span / 2, middle + span / 2, width)


def between(start: TimeScale, end: TimeScale, part: float) -> TimeScale:
    """The scale at `part` (0 … 1) of a flight: a zoom around the one day that both hold in the same place.

    The span changes by equal ratios in equal times, so a flight from millennia to days is even to the eye.
    """
    ratio = end.span / start.span
    if abs(ratio - 1) < EQUAL_SPANS:
        shift = (end.first - start.first) * part
        return replace(end, first=start.first + shift, last=start.last + shift)
    fixed = (start.first * end.span - end.first * start.span) / (end.span - start.span)
    grown = exp(log(ratio) * part)
    return replace(
        end, first=fixed + (start.first - fixed) * grown, last=fixed + (start.last - fixed) * grown
    )


def cluster(days: Sequence[float]) -> tuple[float, float]:
    """First and last of the days that lie closest together: the document's own time without its outliers.

    Args:
        days: sorted, at least one.

    Returns: the shortest stretch that holds `CLUSTER_SHARE` of them, with the neighbours that lie near it.
    """
    count = max(1, round(len(days) * CLUSTER_SHARE))
    low = min(range(len(days) - count + 1), key=lambda index: days[index + count - 1] - days[index])
    high = low + count - 1
    reach = max((days[high] - days[low]) * CLUSTER_REACH, CLUSTER_NEAREST)
    while low > 0 and days[low] - days[low - 1] <= reach:
        low -= 1
    while high < len(days) - 1 and days[high + 1] - days[high] <= reach:
        high += 1
    return days[low], days[high]
