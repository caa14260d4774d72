"""A stretch from one date to another: its end counts from its beginning, and what is over has ended.

In: the beginning as it was dated alone, the reading of the end, the scope. Out: both. "From June to September
it was shut", written in April, is last year's though June is the nearer ahead: its end tells.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.frozen import replace
from reader.temporal.dating.choosing import AGAINST_TENSE
from reader.temporal.dating.scope import Found, Scope
from reader.temporal.model import Domain
from reader.temporal.reading import Reading


def stretch(
    found: Found, until: Reading, scope: Scope, date: Callable[[Reading, Scope], Found]
) -> tuple[Found, Found]:
    """The beginning and the end of a stretch.

    Args:
        found: its beginning, dated by itself.
        until: the reading of its end.
        scope: of its beginning.
        date: dates a reading in a scope.
    """
    end = _end(found, until, scope, date)
    if scope.tense >= 0 or scope.domain is not Domain.NEWS or "year" not in found.assumed:
        return found, end
    now, first, last = scope.now, found.moment, end.moment
    if now is None or first is None or last is None or first.first <= now:
        return found, end
    before = max(
        (one for one in found.others if one.first < first.first), key=lambda one: one.first, default=None
    )
    if before is None:
        return found, end
    earlier = replace(found, moment=before)
    earlier_end = _end(earlier, until, scope, date)
    over = earlier_end.moment
    if over is None or over.last >= now or AGAINST_TENSE * (last.last - now) <= now - over.last:
        return found, end
    return replace(earlier, others=(first, *(one for one in found.others if one is not before))), earlier_end


def _end(found: Found, until: Reading, scope: Scope, date: Callable[[Reading, Scope], Found]) -> Found:
    """The end, which is not before its beginning."""
    inner = scope.told(found.moment) if found.moment is not None else scope
    end = date(until, inner)
    if found.moment and end.moment and end.moment.last < found.moment.first:
        return date(until, replace(inner, domain=Domain.SPEC, present=found.moment.first))
    return end
