"""The year of a date that does not name it, where the dates about it tell another than its own scope does.

In: a reading without its year as it was dated, its scope, what stands about it. Out: the same, or dated in
the year meant. Tuned on WikiWars (en, de) and statements of facts in five languages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reader.frozen import replace
from reader.temporal import moments
from reader.temporal.dating.choosing import LITTLE_BACK
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.mention import Mention
from reader.temporal.model import Domain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading
from reader.temporal.story.memory import Memory

_SOON = 60  # days from one date of a story to the next
_NEARER = 3  # times nearer to the story a day must be than to the day of writing to be of the story
_NEXT_YEARS = 1  # so far ahead the next date may be that says the year of the one before
_CENTURY = 100
_LONG_AGO = 3 * 366  # days; a month so far back is spoken of for what was then
_YEAR = 366  # days; a longer stretch holds a day of any name twice

Dating = Callable[[Reading, Scope], Found]


@dataclass(frozen=True, slots=True)
class About:
    """What stands about a date.

    Attributes:
        memory: what was said before.
        named: the dates of its passage so far that name their year, first and last day's moment of each.
        before: the date before it in its passage, in an aside too, first and last moment; None for none.
        sentence: the one it stands in.
        following: the next date of its passage that names its year.
        points: whether its passage points at the day of writing.
    """

    memory: Memory
    named: Sequence[tuple[Moment, Moment]]
    before: tuple[Mention, Moment, Moment] | None
    sentence: int
    following: Callable[[], Moment | None]
    points: bool


def in_its_year(reading: Reading, found: Found, scope: Scope, about: About, date: Dating) -> Found:
    """A date without its year in the year that the dates about it tell.

    Args:
        reading: the date.
        found: the same, as it was dated.
        scope: what it was counted from.
        about: what stands about it.
        date: dates a reading in a scope.
    """
    if (day := _in_a_month_named(reading, scope, about, date)) is not None:
        return day
    found = _after_a_look_back(reading, found, scope, about.memory, date)
    if about.points or not reading.month or reading.direction is not None or reading.base:
        return _before_the_next(reading, found, scope, about)
    goes_on = found.base == "then" and found.moment and scope.said and found.moment.year == scope.said.year
    inside = None if goes_on else _inside_a_stretch(reading, scope, about.named, date)
    if inside is not None:
        return inside
    if found.base == "now":
        found = _beside_the_story(reading, found, scope, about, date)
    return _before_the_next(reading, found, scope, about)


def in_its_century(
    reading: Reading, found: Found, scope: Scope, following: Callable[[], Moment | None], date: Dating
) -> Found:
    """A year of two figures in the century of the years told on both sides: "1632 … 1.4.36 … the 1640s".

    Args:
        reading: the date.
        found: the same, in the century of the writing.
        scope: what it was counted from.
        following: the next date of its passage that names a year or a decade.
        date: dates a reading in a scope.
    """
    before, short = scope.said, reading.short_year
    if before is None or short is None or before.year <= 0 or found.moment is None:
        return found
    year = before.year // _CENTURY * _CENTURY + short
    if year == found.moment.year or year < before.year:
        return found
    after = following()
    if after is None or not year <= moments.date_of(after.last)[0] < found.moment.year:
        return found
    return replace(date(replace(reading, year=year, short_year=None), scope), assumed=found.assumed)


def _in_a_month_named(reading: Reading, scope: Scope, about: About, date: Dating) -> Found | None:
    """A day of a month of long ago that was named with its year right before, though in passing.

    "In the war (July 1936 to April 1939) it was a hospital. On 18 July the square was taken."
    """
    if about.before is None or not reading.day or reading.base or reading.direction is not None:
        return None
    mention, *months = about.before
    named = mention.reading.month and mention.reading.year and not mention.reading.day
    if not named or mention.compares or about.sentence - mention.sentence > 1:
        return None
    if scope.tense > 0 or (scope.said is not None and scope.said.is_day):
        return None
    for month in months:
        old = scope.present is None or month.last + _LONG_AGO < scope.present
        if month.month == reading.month and old:
            option = date(reading, replace(scope, domain=Domain.NARRATIVE, said=month))
            return option if option.moment and month.first <= option.moment.first <= month.last else None
    return None


def _after_a_look_back(reading: Reading, found: Found, scope: Scope, memory: Memory, date: Dating) -> Found:
    """A date of the story rather than of what it has just looked back on."""
    story = memory.before_back
    if story is None or found.moment is None or found.base != "then":
        return found
    option = date(reading, replace(scope, said=story))
    return option if option.moment and memory.goes_on(found.moment, option.moment) else found


def _inside_a_stretch(
    reading: Reading, scope: Scope, named: Sequence[tuple[Moment, Moment]], date: Dating
) -> Found | None:
    """A day inside a stretch just named: "Wells were sampled from 3 to 28 March 2021; rain on 14 March"."""
    for first, last in reversed(named):
        if first is not last and last.last - first.first < _YEAR:
            option = date(reading, replace(scope, domain=Domain.NARRATIVE, said=first))
            if option.moment is not None and first.first <= option.moment.first <= last.last:
                return option
    return None


def _beside_the_story(reading: Reading, found: Found, scope: Scope, about: About, date: Dating) -> Found:
    """A day of the story just told rather than of the writer's year, which it is farther from.

    In a claim of 2012: "reserved from 24 July 2010. On the evening of 26 July the rail gave way."
    """
    beside = about.memory.told_in(about.sentence) if reading.day else None
    said = beside or about.memory.said
    if said is None or found.moment is None or scope.present is None:
        return found
    if beside is None and (not said.is_day or scope.tense > 0):
        return found
    option = date(reading, replace(scope, domain=Domain.NARRATIVE, said=said))
    if option.moment is None:
        return found
    gap, away = option.moment.first - said.last, abs(scope.present - found.moment.first)
    is_near = abs(gap) * (1 if beside else _NEARER) < away
    return option if gap >= -LITTLE_BACK and is_near else found


def _before_the_next(reading: Reading, found: Found, scope: Scope, about: About) -> Found:
    """The year of a story's first day from the date after it: "On 16 August … On 27 August 1892"."""
    said, moment = scope.said, found.moment
    if scope.domain is not Domain.NARRATIVE or not reading.month or reading.base or said is None:
        return found
    if moment is None or 0 <= moment.first - said.last <= _SOON:
        return found  # "on 9 April they refused." "By letter of 4 May … On 12 July 2021"
    goes_back = moment.last < said.first  # "Michaelmas 1794 … by March … in July 1795"
    following = about.following() if goes_back or not about.named else None
    if following is None or not 0 < following.year - moment.year <= _NEXT_YEARS:
        return found
    years = [one for one in (moment, *found.others) if one.last <= following.last]
    return replace(found, moment=max(years, key=lambda one: one.first))
