"""A day that its calendar does not have: "30 February", "31.04.2023".

In: its reading. Out: a date without a moment, so that nothing places it, whose value is that of its month: a
value that is no day would break whoever reads it. Commands (Recognizers-Text's specs, HeidelTime's practice)
are told what they said.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.dating import meaning
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.model import Domain, TimexType
from reader.temporal.moments import ImpossibleDateError, UnreachableError
from reader.temporal.reading import Reading

_DOUBT = "doubt.impossible_date"
_MONTHS = 12
_OURS = "gregorian"


def without_its_day(reading: Reading, scope: Scope) -> Found:
    """What is left of an impossible date: the value of its month, or nothing."""
    if reading.pair is not None:
        reading = meaning.ordered(reading, scope)
    if reading.calendar != _OURS and not (reading.has_year or reading.short_year or reading.of):
        return Found(None)  # "le 10 thermidor", told of 1917: the year is missing, not the day
    if not reading.month or not reading.day or reading.month > _MONTHS:
        return Found(None, doubt=_DOUBT)
    if scope.domain is Domain.SPEC:
        # As it was said; XXXX is how TIMEX3 writes a year that is not.
        return Found(None, f"{reading.year or 'XXXX'}-{reading.month:02d}-{reading.day:02d}", doubt=_DOUBT)
    month = replace(reading, type=TimexType.DATE, day=None, weekday=None, hour=None, minute=None, part="")
    try:
        found = meaning.date(month, scope)
    except (ImpossibleDateError, UnreachableError, OverflowError):
        return Found(None, doubt=_DOUBT)
    return Found(None, found.moment.value if found.moment else found.value, doubt=_DOUBT)
