"""What of the timeline stands where: pixels of marks and labels for one view. No Qt.

In: sorted events, a `TimeScale`, the room there is, a way to measure labels. Out: an `EventLayout`. Marks
with labels stand in rows; what finds no row is counted in the crowd band under the axis, so nothing is ever
left out. Pixels start at the upper left corner of the plot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from math import isclose

import numpy as np

from reader.timeline.density import EventSpans
from reader.timeline.lanes import GAP, Extent, Rows, rows_in_time
from reader.timeline.page_events import APPROXIMATE, NO_FIRST, NO_LAST, OPEN_AFTER, OPEN_BEFORE
from reader.timeline.scale import TimeScale

MOST_LABELS = 40  # texts drawn a frame: beyond that a frame of 100,000 events misses its target
ROUNDING = 1e-9  # relative; a moved view has the same zoom but for rounding
MOST_REFUSALS = 90  # candidates without room, after which the rows are taken to be full: 1 ms of a frame
DOT = 5.0  # radius of a day's dot
NARROWEST_BAR = 6.0  # a month at the zoom of centuries must still be hit with a mouse
TAIL = 22.0  # length of an open end's arrow
BESIDE = 7.0  # between a mark and its label
INSIDE = 9.0  # between the end of a bar and the label in it
EDGE = 6.0  # free at the edges of the view
MODEST_TALL = 170.0  # of two lines: some four words under a date
MODEST_LOW = 150.0  # of one line: a date and two words
WIDEST_TEXT = 420.0  # a longer line is no longer taken in at a glance
FADE = 14.0  # pixels over which a rough end fades
NARROWEST_TEXT = 36.0  # less says nothing
READABLE_TEXT = 90.0  # less is no date and a word: rather on the other side
CROWDED = 2  # so many times as many neighbours on one side send a label to the other
LABEL_IN_BAR = 110.0  # a bar this wide holds its label, elided; a narrower one has it beside


@dataclass(frozen=True, slots=True)
class Room:
    """The space a view gives: roomy ones have labels of two lines, the date over the words."""

    width: float
    height: float
    row_height: float
    two_lines: bool
    crowd_height: float
    source_height: float

    @property
    def rows_top(self) -> float:
        """Where the first row begins."""
        return self.crowd_height + EDGE

    @property
    def row_count(self) -> int:
        """How many rows fit between the crowd band and the source lane."""
        return max(0, int((self.height - self.rows_top - self.source_height) // self.row_height))

    @property
    def modest_label(self) -> float:
        """As wide as a label is taken to be while rows are given out; what stays free it may then fill."""
        return MODEST_TALL if self.two_lines else MODEST_LOW


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event in its row: its mark from `start` to `end`, its text from `text_start`, `text_width` wide.

    `is_inside`: the text stands in the bar; `is_before`: it ends at the mark.
    """

    index: int
    row: int
    start: float
    end: float
    text_start: float
    text_width: float
    is_inside: bool
    is_before: bool

    @property
    def extent(self) -> Extent:
        """The pixels taken in the row."""
        return Extent(min(self.start, self.text_start), max(self.end, self.text_start + self.text_width))


@dataclass(frozen=True, slots=True)
class EventLayout:
    """All there is to draw. `count`: how many events are in view, with and without a row."""

    scale: TimeScale
    room: Room
    placed: tuple[PlacedEvent, ...]
    count: int

    @property
    def crowd(self) -> int:
        """How many events in view found no row."""
        return self.count - len(self.placed)

    def top_of(self, placed: PlacedEvent) -> float:
        """Where its row begins."""
        return self.room.rows_top + placed.row * self.room.row_height

    def placed_at(self, x: float, y: float) -> PlacedEvent | None:
        """What a mouse at this place points to."""
        row = (y - self.room.rows_top) // self.room.row_height
        touching = [
            placed
            for placed in self.placed
            if placed.row == row and placed.extent.start - EDGE <= x <= placed.extent.end + EDGE
        ]
        return min(touching, key=lambda placed: abs((placed.start + placed.end) / 2 - x), default=None)

    def find(self, index: int) -> PlacedEvent | None:
        """Where an event stands, if it has a row."""
        return next((placed for placed in self.placed if placed.index == index), None)


@dataclass(slots=True)
class LastRows:
    """The rows of the view before, kept while it is only moved."""

    days_per_pixel: float = 0.0
    row_count: int = 0
    rows: dict[int, int] = field(default_factory=dict)

    def kept_for(self, scale: TimeScale, room: Room) -> Mapping[int, int]:
        """The rows to keep: none after a zoom, for which the order of time is worth more than rest."""
        same_zoom = isclose(scale.days_per_pixel, self.days_per_pixel, rel_tol=ROUNDING)
        return self.rows if same_zoom and room.row_count == self.row_count else {}

    def remember(self, layout: EventLayout) -> None:
        """Keep the rows of this layout."""
        self.days_per_pixel = layout.scale.days_per_pixel
        self.row_count = layout.room.row_count
        self.rows = {placed.index: placed.row for placed in layout.placed}


def lay_out(
    spans: EventSpans,
    scale: TimeScale,
    room: Room,
    label_width: Callable[[int], float],
    *,
    selected: int | None = None,
    kept: Mapping[int, int] | None = None,
) -> EventLayout:
    """Marks and labels for one view; the selected event has a row whatever the crowd."""
    wanted = spans.candidates(scale)
    drafts = _admitted(spans, wanted, scale, room, label_width)
    has_room = selected is None or any(draft.index == selected for draft in drafts)
    if selected is not None and not has_room and spans.touches(selected, scale):
        # Only now it comes first: to choose what has a row is to take no other's.
        wanted = [selected, *(index for index in wanted if index != selected)]
        drafts = _admitted(spans, wanted, scale, room, label_width)
    drafts.sort(key=lambda draft: draft.index)
    placed = _grown(_in_rows(drafts, room.row_count, kept or {}), room, label_width)
    return EventLayout(scale, room, tuple(placed), spans.count(scale))


def _admitted(
    spans: EventSpans,
    wanted: list[int],
    scale: TimeScale,
    room: Room,
    label_width: Callable[[int], float],
) -> list[PlacedEvent]:
    """Those that find room, the first of `wanted` first, still without their row."""
    drafts: list[PlacedEvent] = []
    rows = Rows.empty(room.row_count)
    refused = 0
    leanings = _leanings(spans, wanted, room.modest_label * scale.days_per_pixel)
    for index, leaning in zip(wanted, leanings, strict=True):
        if len(drafts) == MOST_LABELS or refused == MOST_REFUSALS:
            break
        mark = _faded(spans, index, scale)
        # To measure a label takes its event, packed with its page: only where at least the mark has room.
        found = _drafts(index, mark, room, label_width(index), leaning) if rows.have_room(mark) else ()
        for draft in found:
            if rows.place(draft.extent) is not None:
                drafts.append(draft)
                break
        else:
            refused += 1
    return drafts


def mark_of(spans: EventSpans, index: int, scale: TimeScale) -> Extent:
    """The pixels of an event's mark: a dot in the middle of its day, a bar over its true span, an arrow."""
    flags = int(spans.flags[index])
    start, end = scale.place(spans.first[index]), scale.place(spans.last[index])
    if flags & (NO_FIRST | OPEN_BEFORE):
        return Extent(end - TAIL, end)
    if flags & (NO_LAST | OPEN_AFTER):
        return Extent(start, start + TAIL)
    middle = (start + end) / 2
    if spans.last[index] - spans.first[index] == 1:
        return Extent(middle - DOT, middle + DOT)
    half = max(end - start, NARROWEST_BAR) / 2
    return Extent(middle - half, middle + half)


def _faded(spans: EventSpans, index: int, scale: TimeScale) -> Extent:
    """The pixels of an event's mark with the fading ends of one that is only about known."""
    mark = mark_of(spans, index, scale)
    fade = FADE / 2 if int(spans.flags[index]) & APPROXIMATE else 0.0
    return Extent(mark.start - fade, mark.end + fade)


def _leanings(spans: EventSpans, indices: list[int], reach: float) -> list[int]:
    """To which side labels had better go, away from a crowd within `reach` days: -1, 1, or 0 for either."""
    first, last = spans.first[indices], spans.last[indices]
    before = np.searchsorted(spans.first, first) - np.searchsorted(spans.first, first - reach)
    after = np.searchsorted(spans.first, last + reach) - np.searchsorted(spans.first, last)
    away = np.where(after > CROWDED * before + CROWDED, -1, 0)
    return np.where(before > CROWDED * after + CROWDED, 1, away).tolist()


def _drafts(index: int, mark: Extent, room: Room, label_width: float, leaning: int) -> Iterator[PlacedEvent]:
    """The event with its label where it reads best: in its bar, after its mark, before it.

    Then on the other side: two marks close together share a row when their labels look away from each other.
    """
    width = min(label_width, room.modest_label)
    seen_start, seen_end = max(mark.start, EDGE), min(mark.end, room.width - EDGE)
    low, high = max(mark.start, -TAIL), min(mark.end, room.width + TAIL)
    inside = seen_end - seen_start - 2 * INSIDE
    if inside >= min(width, LABEL_IN_BAR):
        shown = min(label_width, inside)
        yield PlacedEvent(index, -1, low, high, seen_start + INSIDE, shown, is_inside=True, is_before=False)
        return
    after, before = room.width - EDGE - (seen_end + BESIDE), seen_start - BESIDE - EDGE
    best_before = leaning < 0 if leaning else after < width and before > after
    best, other = (before, after) if best_before else (after, before)
    if best < min(width, READABLE_TEXT) and other > best:
        best_before = not best_before
    for is_before in (best_before, not best_before):
        shown = min(width, before if is_before else after)
        if shown >= min(width, NARROWEST_TEXT):
            start = seen_start - BESIDE - shown if is_before else seen_end + BESIDE
            yield PlacedEvent(index, -1, low, high, start, shown, is_inside=False, is_before=is_before)


def _in_rows(drafts: list[PlacedEvent], row_count: int, kept: Mapping[int, int]) -> list[PlacedEvent]:
    held = {number: kept[draft.index] for number, draft in enumerate(drafts) if draft.index in kept}
    rows = rows_in_time([draft.extent for draft in drafts], row_count, held)
    if None in rows:
        # In the order of their left ends all that were admitted have room (see `lanes.rows_in_time`).
        drafts = sorted(drafts, key=lambda draft: draft.extent.start)
        rows = rows_in_time([draft.extent for draft in drafts], row_count, as_stairs=False)
    return [replace(draft, row=row) for draft, row in zip(drafts, rows, strict=True) if row is not None]


def _grown(placed: list[PlacedEvent], room: Room, label_width: Callable[[int], float]) -> list[PlacedEvent]:
    """Labels that were cut fill what is free beside them in their row, away from their mark."""
    by_row: dict[int, list[PlacedEvent]] = {}
    for item in placed:
        by_row.setdefault(item.row, []).append(item)
    grown: list[PlacedEvent] = []
    for row in by_row.values():
        row.sort(key=lambda item: item.extent.start)
        for at, item in enumerate(row):
            # The one before has grown already, the one after not yet: what is free is taken once.
            low = row[at - 1].extent.end + GAP if at else EDGE
            high = row[at + 1].extent.start - GAP if at + 1 < len(row) else room.width - EDGE
            row[at] = _widened(item, low, high, min(label_width(item.index), WIDEST_TEXT))
        grown += row
    return grown


def _widened(item: PlacedEvent, low: float, high: float, wanted: float) -> PlacedEvent:
    """With as much of its text as it wants and the pixels from `low` to `high` allow."""
    free = item.text_start - low if item.is_before else high - item.text_start - item.text_width
    more = min(wanted - item.text_width, free)
    if more <= 0 or item.is_inside:
        return item
    start = item.text_start - more if item.is_before else item.text_start
    return replace(item, text_start=start, text_width=item.text_width + more)
