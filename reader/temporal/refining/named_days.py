"""A day and its name are one: "on 25 December 1950, Christmas Day", "Good Friday, 10 April 1998".

In: the mentions of a passage. Out: the same, a feast beside the very day it falls on being part of that day.
A feast beside another day stays apart: "closed on 25 December, Easter Monday and 1 May".
"""

from __future__ import annotations

import calendar
import re

from reader.frozen import replace
from reader.temporal import moments
from reader.temporal.holidays import holiday
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft

_ANOTHER_CLAUSE = re.compile(r"[.;:!?،؛]")
_GREGORIAN = "gregorian"
_APPOSED = (",", "(")
_OUR_YEARS = range(1900, 2050)  # in them a movable feast has been on each day it may fall on


def join_named_days(draft: Draft) -> None:
    """Makes one mention of a day and the feast that stands beside it and names it."""
    if not any(mention.reading.holiday for mention in draft.mentions):
        return
    kept: list[Mention] = []
    for mention in draft.mentions:
        left = kept[-1] if kept else None
        gap = draft.gap(left, mention) if left is not None else None
        if left is None or gap is None or _ANOTHER_CLAUSE.search(gap) or left.until or mention.until:
            kept.append(mention)
        elif _falls_on(mention.reading, left.reading, gap):
            kept[-1] = replace(left, end=mention.end)
            draft.note("join", "named day", kept[-1])
        elif _falls_on(left.reading, mention.reading, gap):
            kept[-1] = replace(mention, start=left.start)
            draft.note("join", "named day", kept[-1])
        else:
            kept.append(mention)
    draft.mentions[:] = kept


def _falls_on(feast: Reading, day: Reading, gap: str) -> bool:
    """Whether a feast without a year is the day beside it; without any year, whether it may be."""
    bare = feast.holiday and not (feast.year or feast.of or feast.direction or feast.shift or feast.mod)
    if not bare or not day.day or not day.month or day.calendar != _GREGORIAN or day.era:
        return False
    if feast.holiday == f"{day.month}-{day.day}":
        return True
    years = (day.year,) if day.year is not None else _OUR_YEARS if gap in _APPOSED else ()
    days = {moments.day(year, day.month, day.day).first: year for year in years if _has(day, year)}
    return any(
        (named := holiday(feast.holiday, year)) is not None and named.first == number
        for number, year in days.items()
    )


def _has(day: Reading, year: int) -> bool:
    """Whether a year has the day: 29 February."""
    return (day.day or 0) <= calendar.monthrange(year, day.month or 1)[1]
