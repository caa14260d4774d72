"""The events that found no row, as chips under the axis: "+7" where seven more lie. No Qt.

In: a layout and its spans. Out: chips in pixels. Beyond `MOST_IN_CHIPS` events there are none: then the
picture of their density says more than numbers that would cover each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.timeline.density import EventSpans
from reader.timeline.lanes import Extent
from reader.ui.timeline_view.event_layout import EventLayout, mark_of

MOST_IN_CHIPS = 120
CHIP = 30.0  # pixels: "+99" in the small font with air on both sides


@dataclass(frozen=True, slots=True)
class Chip:
    """Events without a row that lie close together; `middle` in pixels."""

    middle: float
    indices: tuple[int, ...]

    @property
    def text(self) -> str:
        """How many they are."""
        return f"+{len(self.indices)}"

    @property
    def extent(self) -> Extent:
        """The pixels the chip takes."""
        return Extent(self.middle - CHIP / 2, self.middle + CHIP / 2)


def chips(layout: EventLayout, spans: EventSpans) -> tuple[Chip, ...]:
    """The chips of a layout from left to right; none covers another, and none leaves the view."""
    if not layout.crowd or not layout.room.crowd_height or layout.crowd > MOST_IN_CHIPS:
        return ()
    in_view = spans.between(layout.scale.first, layout.scale.last)
    hidden = sorted(set(in_view.tolist()) - {placed.index for placed in layout.placed})
    places = sorted((_middle(layout, spans, index), index) for index in hidden)
    groups: list[list[tuple[float, int]]] = []
    for place, index in places:
        if groups and place - _mean(groups[-1]) < CHIP + 2:
            groups[-1].append((place, index))
        else:
            groups.append([(place, index)])
    room = Extent(CHIP / 2 + 1, layout.room.width - CHIP / 2 - 1)
    return tuple(
        Chip(min(max(_mean(group), room.start), room.end), tuple(index for _, index in group))
        for group in groups
    )


def _middle(layout: EventLayout, spans: EventSpans, index: int) -> float:
    """Where the part of an event's mark that is in view has its middle."""
    mark = mark_of(spans, index, layout.scale)
    return (max(mark.start, 0.0) + min(mark.end, layout.room.width)) / 2


def _mean(group: Sequence[tuple[float, int]]) -> float:
    return sum(place for place, _ in group) / len(group)
