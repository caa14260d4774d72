"""Bare years beside years that name their calendar: "in 1264 of the lunar Hijra … at the beginning of 1266".

In: a draft of a language whose bare years are of one calendar by habit (`options` bare_years). Out: the same,
the bare years near those of another calendar counted by it. A history of the Qajars counts in lunar years as
long as it says so now and then.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.frozen import replace
from reader.temporal.elsewhere import YEARS_FROM_CYRUS
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft

_NEAR = 60  # years: so far from a year that names its calendar a bare one may be of the same
_GREGORIAN = "gregorian"
_COUNTED_FROM_CYRUS = "persian"
_SOLAR_ALONE = 1344  # from that year of the moon (1925) on Iran counts by the sun
_OURS_FROM = 1500  # a bare year before is told in the others' count: "the tiles bear 1122"
_CENTURY = 100
_BACK = 10  # years that a story goes back
_SPELT = "/chronicle-year"
_IN_WORDS = "/year-in-words-small"  # "عام تسعة وسبعين وسبعمائة"
_NEAR_OURS = 100  # ours stand half a millennium from the others'


def lend_calendars(draft: Draft) -> None:
    """Gives bare years the calendar of the years beside them."""
    habit = draft.language.options.get("bare_years")
    if habit is None:
        return
    if habit == _COUNTED_FROM_CYRUS:
        _count_from_cyrus(draft)
    if len(draft.mentions) <= 1 or (draft.in_table and habit != _GREGORIAN):
        return  # the columns of a table may count in calendars of their own
    _tell_centuries(draft)
    others = [
        (one.reading.year, one.reading.calendar, one.start)
        for one in draft.mentions
        if one.reading.year is not None and one.reading.calendar not in {habit, _GREGORIAN}
    ]
    said = [
        one.reading.year
        for one in draft.mentions
        if one.reading.year is not None and one.reading.calendar == habit and not _is_bare(draft, one)
    ]
    reach = _NEAR_OURS if habit == _GREGORIAN else _NEAR
    others = [one for one in others if all(abs(one[0] - own) > reach for own in said)]
    if not others:
        return
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        early = reading.calendar == _GREGORIAN and (reading.year or _OURS_FROM) < _OURS_FROM
        if not (reading.calendar == habit or early) or not _is_bare(draft, mention):
            continue
        own = reading.year or 0
        if habit == _COUNTED_FROM_CYRUS and own >= _SOLAR_ALONE:
            continue
        # After "1330 of the lunar Hijra" a story does not go back to 1313: that is a solar year.
        near = [
            calendar
            for year, calendar, start in others
            if abs(year - own) <= reach
            and (habit == _GREGORIAN or early or year <= own or start > mention.start)
        ]
        if near:
            until = mention.until and replace(mention.until, calendar=near[0])
            draft.mentions[index] = replace(mention, reading=replace(reading, calendar=near[0]), until=until)


def _count_from_cyrus(draft: Draft) -> None:
    """Years that nobody has come to yet are of the count that was official in Iran in the 1970s."""
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        if reading.calendar == _GREGORIAN and not reading.era and (reading.year or 0) in YEARS_FROM_CYRUS:
            draft.mentions[index] = replace(mention, reading=replace(reading, calendar=_COUNTED_FROM_CYRUS))


def _tell_centuries(draft: Draft) -> None:
    """Years in words that leave their century unsaid: "born in 468 … he left in the year five and eighty"."""
    full = {
        one.start: one.reading.year
        for one in draft.mentions
        if one.reading.year is not None
        and one.reading.year >= _CENTURY
        and one.reading.calendar != _GREGORIAN
    }
    for index, mention in enumerate(draft.mentions):
        year = mention.reading.year
        if not full or year is None or year >= _CENTURY or not mention.rule.endswith(_SPELT):
            continue
        before = [place for place in full if place < mention.start]
        near = full[max(before) if before else min(full)]
        year += near // _CENTURY * _CENTURY
        if before and year < near - _BACK:
            year += _CENTURY
        elif not before and year > near + _BACK:
            year -= _CENTURY
        draft.mentions[index] = replace(mention, reading=replace(mention.reading, year=year))
        full[mention.start] = year


def _is_bare(draft: Draft, mention: Mention) -> bool:
    """Whether it is a year that names neither a month nor its era."""
    reading = mention.reading
    named = reading.month or reading.season or reading.day
    plain = draft.text[mention.end - 1].isdigit() or mention.rule.endswith(_IN_WORDS)
    return reading.year is not None and not named and plain


def _grain(reading: Reading) -> tuple[bool, bool]:
    """Whether it names a day, and a month; "16/09/2021" names both, whichever is which."""
    both = reading.pair is not None
    return both or reading.day is not None, both or reading.month is not None


def doubles(draft: Draft) -> None:
    """The same day in two calendars: "25 Safar 1447 AH / 19 août 2025"."""
    glue: Sequence[str] = ("", "(", "/", ",", "-", "=", "| ", *draft.language.glue.get("same", ()))
    mentions = draft.mentions
    for index in range(len(mentions) - 1):
        left, right = mentions[index], mentions[index + 1]
        gap = draft.gap(left, right)
        if gap is None or gap.strip() not in glue:
            continue
        one, two = left.reading, right.reading
        both_told = (one.year and two.year) or (one.century and two.century)
        if one.calendar == two.calendar or not both_told:
            continue
        if _grain(one) == _grain(two):
            mentions[index] = replace(left, twin=index + 1)
            mentions[index + 1] = replace(right, twin=index)
            draft.note("join", "double date", left)
