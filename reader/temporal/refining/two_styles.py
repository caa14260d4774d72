"""One day in the old style and in ours: "25 October (7 November) 1917", "30 January [O.S. 19 January] 1882".

In: a draft. Out: the same, two neighbours of one day made one mention, of the day we count by. That they are
one is told by the signs between them and by the calendars: no other two days are written with a stroke or a
bracket and lie as far apart as Julius and Gregory did in their century.
"""

from __future__ import annotations

import re

from reader.calendars import gregorian, registry
from reader.calendars.calendar import ImpossibleDateError
from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft

_GAP = 24  # characters: " (old style) or "
_SIGNS = re.compile(r"[\s()\[\]/,=]+")
_PARTING = frozenset("/([")
_CLOSERS = frozenset(")]")
_CLOSING = re.compile(r"[)\]]? ?,? ?(?:of |de |del )?$")
_LAST_USE = 1923  # Greece was the last state to change
_CENTURIES = (1600, 1750, 1850, 1910)  # a year of each distance: 10, 11, 12 and 13 days
_DECEMBER, _MARCH = 12, 3


def two_styles(draft: Draft) -> None:
    """Joins the two days, and the year that follows both."""
    mentions = draft.mentions
    for index in range(len(mentions) - 2, -1, -1):
        left, right = mentions[index], mentions[index + 1]
        left, right = _from_january(left, right), _from_january(right, left)
        mentions[index : index + 2] = [left, right]
        if not (_is_day(left) and _is_day(right)) or right.start - left.end > _GAP:
            continue
        markers = _markers(draft, left, right)
        if markers is None:
            continue
        year = mentions[index + 2] if index + 2 < len(mentions) else None
        if left.reading.year or right.reading.year or not (year and _closes(draft, right, year)):
            year = None
        reading = _ours(left.reading, right.reading, year.reading if year else None, reversible=markers)
        if reading is None:
            continue
        end = (year or right).end
        is_bracketed = not set(draft.text[left.end : right.start]).isdisjoint("([")
        end += is_bracketed and year is None and draft.text[end : end + 1] in _CLOSERS
        mentions[index : index + 2 + bool(year)] = [replace(left, end=end, reading=reading)]
        draft.note("join", "two styles", mentions[index])


def _from_january(mention: Mention, beside: Mention) -> Mention:
    """A day of the old style whose year began in March, by our year: "11 February 1731 O.S." is 1732's."""
    old, new = mention.reading, beside.reading
    told = old.day and old.month and old.year and new.year
    if old.calendar != "julian" or not told or not _is_day(beside):
        return mention
    year = new.year or 0
    if old.year != year - 1 or (old.month or 0) > _MARCH or not _are_one(old, new, year):
        return mention
    return replace(mention, reading=replace(old, year=year))


def _is_day(mention: Mention) -> bool:
    reading = mention.reading
    plain = mention.until is None and reading.calendar == "gregorian" and reading.of is None
    return plain and bool(reading.day and reading.month) and not reading.has_clock and not reading.era


def _markers(draft: Draft, left: Mention, right: Mention) -> bool | None:
    """Whether the signs allow the day of ours to stand first; None where they part two days."""
    gap = draft.text[left.end : right.start]
    tables = (draft.language.tables.get(name) for name in ("old_style", "new_style"))
    rest = gap
    for marker in sorted((word for table in tables if table for word in table.values), key=len, reverse=True):
        rest = rest.replace(marker, " ")
    is_marked = rest != gap
    rest = _SIGNS.sub("", rest)
    if rest and not (is_marked and rest in draft.language.glue.get("list", ())):
        return None
    return is_marked if is_marked or set(gap) & _PARTING else None


def _closes(draft: Draft, right: Mention, year: Mention) -> bool:
    """Whether a year alone stands behind the bracket, for both days."""
    reading = year.reading
    alone = bool(reading.year) and not (reading.month or year.until or reading.era or reading.season)
    gap = draft.text[right.end : year.start]
    for table in (draft.language.tables.get(name) for name in ("old_style", "new_style")):
        for marker in table.values if table else ():
            gap = gap.replace(f"({marker})", "")
    return alone and year.start - right.end <= _GAP and _CLOSING.fullmatch(gap) is not None


def _ours(one: Reading, two: Reading, after: Reading | None, *, reversible: bool) -> Reading | None:
    """The reading of the later of two days that are one, with its year; None where they are two."""
    for old, new in ((one, two), (two, one)) if reversible else ((one, two),):
        known = new.year or (after.year if after else None)
        if known is None and old.year is not None:
            known = old.year + ((old.month, new.month) == (_DECEMBER, 1))
        if known is not None and known > _LAST_USE:
            return None
        years = (known,) if known is not None else _CENTURIES
        if any(_are_one(old, new, year) for year in years):
            return replace(new, year=known, weekday=new.weekday or old.weekday)
    return None


def _are_one(old: Reading, new: Reading, year: int) -> bool:
    before = year - ((old.month, new.month) == (_DECEMBER, 1))
    # England's year began on 25 March: what it called February 1731 is 1732 to us.
    if (
        old.year is not None
        and old.year != before
        and not (old.year == before - 1 and (old.month or 0) <= _MARCH)
    ):
        return False
    try:
        first = registry.by_key("julian").to_day_number(before, old.month or 0, old.day or 0)
        return first == gregorian.to_day_number(year, new.month or 0, new.day or 0)
    except ImpossibleDateError:
        return False
