"""An hour takes the part of day said just before it: "yesterday evening … at seven" is 19:00.

In: the mentions of a passage in order. Out: the same, clock times without a part of day given the one before.
"""

from __future__ import annotations

from dataclasses import replace

from reader.temporal.joins import Draft

_NOON = 12
_LATER_PARTS = {"AF", "EV", "NI"}


def lend_parts(draft: Draft) -> None:
    """Gives an hour of the clock's first round the afternoon, evening or night of the day named before it."""
    mentions = draft.mentions
    for index in range(1, len(mentions)):
        day, clock = mentions[index - 1].reading, mentions[index].reading
        if clock.hour is None or not 0 < clock.hour < _NOON or clock.part or clock.meridiem or clock.day:
            continue
        near = draft.gap(mentions[index - 1], mentions[index]) is not None
        if near and day.part in _LATER_PARTS and day.hour is None:
            mentions[index] = replace(mentions[index], reading=replace(clock, part=day.part))
            draft.note("join", "part of day lent", mentions[index])
