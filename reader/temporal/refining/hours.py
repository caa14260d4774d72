"""An hour takes the part of day said beside it: "yesterday evening … at seven" is 19:00.

In: the mentions of a passage in order. Out: the same, clock times without a part of day given the one before.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.refining.draft import Draft

_NOON = 12
_LATER_PARTS = {"AF", "EV", "NI"}


def lend_parts(draft: Draft) -> None:
    """Gives an hour of the clock's first round the afternoon, evening or night of the day named before it."""
    mentions = draft.mentions
    for index in range(len(mentions)):
        clock = mentions[index].reading
        if clock.hour is None or not 0 < clock.hour < _NOON or clock.part or clock.meridiem or clock.day:
            continue
        part = _part_before(draft, index) or _part_after(draft, index)
        if part in _LATER_PARTS:
            mentions[index] = replace(mentions[index], reading=replace(clock, part=part))
            draft.note("join", "part of day lent", mentions[index])


def _part_before(draft: Draft, index: int) -> str:
    """The part of day of the day named before a clock time."""
    if not index or draft.gap(draft.mentions[index - 1], draft.mentions[index]) is None:
        return ""
    day = draft.mentions[index - 1].reading
    return day.part if day.hour is None else ""


def _part_after(draft: Draft, index: int) -> str:
    """The part of day of the day a clock time is of: "at six on the evening of the same day"."""
    if index + 1 >= len(draft.mentions):
        return ""
    gap = draft.gap(draft.mentions[index], draft.mentions[index + 1])
    joined = {row[0] for row in draft.language.joins.get("of", ())}
    day = draft.mentions[index + 1].reading
    return day.part if gap is not None and gap in joined and day.hour is None else ""
