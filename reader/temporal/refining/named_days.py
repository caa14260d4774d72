"""A day and its name are one: "on 25 December 1950, Christmas Day", "Good Friday, 10 April 1998".

In: the mentions of a passage. Out: the same, a feast beside the very day it falls on being part of that day,
and so a weekday that says which it was ("on 3 July 1976, a Saturday"; `[signs]` a_weekday). A feast beside
another day stays apart: "closed on 25 December, Easter Monday and 1 May". In a row of a table the feast that
is the row's own day, or a day from it, says what the row tells: "24 Dec | Christmas truce".
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable

from reader.frozen import replace
from reader.temporal import moments
from reader.temporal.holidays import holiday
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.columns import CELL
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

_ANOTHER_CLAUSE = re.compile(r"[.;:!?،؛]")
_GREGORIAN = "gregorian"
_APPOSED = (",", "(")
_AS_WEEKDAY = Sign(r"[,(] ?(?:<a_weekday>)")
_VERB = 3  # letters; "on", "am" and "du" lead to a day
_OUR_YEARS = range(1900, 2050)  # in them a movable feast has been on each day it may fall on


def join_named_days(draft: Draft) -> None:
    """Makes one mention of a day and the feast that stands beside it and names it."""
    if not any(mention.reading.holiday or mention.reading.weekday for mention in draft.mentions):
        return
    if draft.in_table:
        _drop_feasts_of_row(draft)
    kept: list[Mention] = []
    for mention in draft.mentions:
        left = kept[-1] if kept else None
        gap = draft.gap(left, mention) if left is not None else None
        if left is None or gap is None or _ANOTHER_CLAUSE.search(gap) or left.until or mention.until:
            kept.append(mention)
        elif _is_weekday_of(draft, left.reading, mention.reading, gap):
            kept[-1] = replace(left, reading=replace(left.reading, weekday=mention.reading.weekday))
            draft.note("join", "its weekday", kept[-1])
        elif _falls_on(mention.reading, left.reading, gap):
            kept[-1] = replace(left, end=mention.end)
            draft.note("join", "named day", kept[-1])
        elif _falls_on(left.reading, mention.reading, gap):
            is_told = any(len(word) >= _VERB for word in words_of(gap))
            kept[-1] = mention if is_told else replace(mention, start=left.start)
            draft.note("join", "named day", kept[-1])
        else:
            kept.append(mention)
    draft.mentions[:] = kept


def _drop_feasts_of_row(draft: Draft) -> None:
    """Drops the bare feast of another cell that is the day of its row, or the day before or after."""
    day = next((mention for mention in draft.mentions if _is_day(mention.reading)), None)
    if day is None or day.until:
        return
    for mention in draft.mentions[:]:
        is_elsewhere = mention.start > day.end and CELL in draft.text[day.end : mention.start]
        years = _OUR_YEARS if day.reading.year is None else (day.reading.year,)
        if (
            is_elsewhere
            and _is_bare_feast(mention.reading)
            and _is_near(mention.reading, day.reading, years, 1)
        ):
            draft.note("drop", "feast of a row", mention)
            draft.mentions.remove(mention)


def _is_weekday_of(draft: Draft, day: Reading, weekday: Reading, gap: str) -> bool:
    """Whether a weekday, told as one of many, describes the day before it: "3 July 1976, a Saturday"."""
    whole = day.day and day.month and day.year is not None and day.weekday is None
    bare = weekday.weekday is not None and (weekday.day, weekday.direction, weekday.of) == (None,) * 3
    return bool(whole and bare) and _AS_WEEKDAY.of(draft.language).fullmatch(gap) is not None


def _falls_on(feast: Reading, day: Reading, gap: str) -> bool:
    """Whether a feast without a year is the day beside it; without any year, whether it may be."""
    if not _is_bare_feast(feast) or not _is_day(day):
        return False
    if feast.holiday == f"{day.month}-{day.day}":
        return True
    years = (day.year,) if day.year is not None else _OUR_YEARS if gap in _APPOSED else ()
    return _is_near(feast, day, years, 0)


def _is_bare_feast(reading: Reading) -> bool:
    """Whether it is a feast of no year that is named."""
    counted = reading.year or reading.of or reading.direction or reading.shift or reading.mod
    return bool(reading.holiday) and not counted


def _is_day(reading: Reading) -> bool:
    """Whether it is a day of a month of our calendar."""
    return bool(reading.day and reading.month) and reading.calendar == _GREGORIAN and not reading.era


def _is_near(feast: Reading, day: Reading, years: Iterable[int], most: int) -> bool:
    """Whether the feast falls on the day in one of the years, or so many days from it at most."""
    days = {moments.day(year, day.month or 1, day.day or 1).first: year for year in years if _has(day, year)}
    return any(
        (named := holiday(feast.holiday, year)) is not None and abs(named.first - number) <= most
        for number, year in days.items()
    )


def _has(day: Reading, year: int) -> bool:
    """Whether a year has the day: 29 February."""
    return (day.day or 0) <= calendar.monthrange(year, day.month or 1)[1]
