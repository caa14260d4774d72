"""The year of a date that does not name it, where the dates about it tell another than its own scope does.

In: a reading without its year as it was dated, its scope, the story so far, the date that follows. Out: the
same, or dated in the year meant. Tuned on WikiWars (en, de) and statements of facts in five languages.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.temporal.memory import Memory
from reader.temporal.model import Domain
from reader.temporal.moments import Moment
from reader.temporal.reading import Reading
from reader.temporal.scope import Found, Scope

_SOON = 60  # days from one date of a story to the next
_LITTLE_BACK = 15  # days a story may go back from one date to the next
_NEARER = 3  # times nearer to the story a day must be than to the day of writing to be of the story
_NEXT_YEARS = 1  # so far ahead the next date may be that says the year of the one before

Dating = Callable[[Reading, Scope], Found]


def after_a_look_back(reading: Reading, found: Found, scope: Scope, memory: Memory, date: Dating) -> Found:
    """A date of the story rather than of what it has just looked back on."""
    story = memory.before_back
    if story is None or found.moment is None or found.base != "then":
        return found
    option = date(reading, replace(scope, said=story))
    return option if option.moment and memory.goes_on(found.moment, option.moment) else found


def beside_the_story(reading: Reading, found: Found, scope: Scope, date: Dating) -> Found:
    """A day of the story just told rather than of the writer's year, which it is farther from.

    In a claim of 2012: "reserved from 24 July 2010. On the evening of 26 July the rail gave way."

    Args:
        reading: a date without its year.
        found: the same, as it was dated.
        scope: `said`, the last date of the story; `said_beside`, the last of the same sentence.
        date: dates a reading in a scope.
    """
    beside = scope.said_beside if reading.day else None
    of_now = found.base == "now" and reading.month and reading.direction is None
    if not of_now or (scope.tense > 0 and beside is None):
        return found
    said = beside or scope.said
    if said is None or (beside is None and not said.is_day) or found.moment is None or scope.present is None:
        return found
    option = date(reading, replace(scope, domain=Domain.NARRATIVE, said=said)).moment
    if option is None:
        return found
    gap, away = option.first - said.last, abs(scope.present - found.moment.first)
    is_near = abs(gap) * (1 if beside else _NEARER) < away
    return (
        replace(found, moment=option, base="then", base_moment=said)
        if gap >= -_LITTLE_BACK and is_near
        else found
    )


def before_the_next(
    reading: Reading, found: Found, scope: Scope, following: Moment | None, *, begins: bool
) -> Found:
    """The year of a story's first day from the date after it: "On 16 August … On 27 August 1892".

    Args:
        reading: a date without its year.
        found: the same, as it was dated.
        scope: what it was counted from.
        following: the next date of the passage that names its year.
        begins: no date of the passage has named its year yet.
    """
    said, moment = scope.said, found.moment
    if scope.domain is not Domain.NARRATIVE or not reading.month or reading.base or said is None:
        return found
    if moment is None or following is None or 0 <= moment.first - said.last <= _SOON:
        return found  # "on 9 April they refused." "By letter of 4 May … On 12 July 2021"
    goes_back = moment.last < said.first  # "Michaelmas 1794 … by March … in July 1795"
    if not (begins or goes_back) or not 0 < following.year - moment.year <= _NEXT_YEARS:
        return found
    years = [one for one in (moment, *found.others) if one.last <= following.last]
    return replace(found, moment=max(years, key=lambda one: one.first))
