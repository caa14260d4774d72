"""How long it took, told back after its own date: "signed in 1598 and revoked in 1685, 87 years later".

In: a mention that counts on, the dates told before it in its passage. Out: whether it counts to the date that
stands right before it, from an earlier one: then it names no third.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.temporal.dating.shifting import moved
from reader.temporal.mention import Mention
from reader.temporal.moments import Moment, date_of, day_of

_LATER = frozenset({"then", "later"})
_APPOSED = re.compile(r" ?[,(–—-] ?")  # "in 1860, and ten years later" goes on


def tells_back(mention: Mention, dated: Sequence[tuple[Mention, Moment, Moment]], text: str) -> bool:
    """Whether a mention says how long it took until the date right before it.

    Args:
        mention: what may count on from a date: "87 years later".
        dated: the mentions of its passage before it, in order, and the first and last moment of each.
        text: the passage's.
    """
    reading = mention.reading
    if len(dated) < 2 or reading.base not in _LATER or not reading.count or (reading.shift or 0) <= 0:  # noqa: PLR2004 - from one to another
        return False
    last, _, end = dated[-1]
    if last.sentence != mention.sentence or _APPOSED.fullmatch(text, last.end, mention.start) is None:
        return False
    begin = day_of(moved(end.first, -(reading.shift or 0), reading.unit))
    parts = {"Y": 1, "DE": 1, "CE": 1, "M": 2}.get(reading.unit, 3)
    return any(_parts(begin, parts) == _parts(one, parts) for _, one, _ in dated[:-1])


def _parts(moment: Moment, count: int) -> tuple[int, ...]:
    """Year, month and day of the first day of a moment, as many as count."""
    return date_of(moment.first)[:count]
