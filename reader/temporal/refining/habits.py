"""Days that come round: "on 31 December in each year", "chaque année, le 3 mai" are on no timeline.

In: a draft whose ranges and lists are joined. Out: the same without days that a word of every year or month
stands beside, and without their neighbours in a list.
"""

from __future__ import annotations

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft

_BESIDE = 10  # characters: " eines ", " in ", ", le "
_SIGNS = frozenset(".;:!?()")
_ROUNDS = frozenset({"Y", "M", "1Y", "1M"})


def drop_habits(draft: Draft) -> None:
    """Drops the days that are those of every year or month."""
    mentions = draft.mentions
    rounds = [at for at, one in enumerate(mentions) if one.reading.every and one.reading.unit in _ROUNDS]
    dropped: set[int] = set()
    for at in rounds:
        for step in (-1, 1):
            other = at + step
            while 0 <= other < len(mentions) and _comes_round(draft, mentions, other, step):
                dropped.add(other)
                other += step
    for at in dropped:
        draft.note("drop", "comes round", mentions[at])
    if dropped:
        draft.mentions[:] = [one for at, one in enumerate(mentions) if at not in dropped]


def _comes_round(draft: Draft, mentions: list[Mention], at: int, step: int) -> bool:
    reading = mentions[at].reading
    left, right = (mentions[at], mentions[at + 1]) if step < 0 else (mentions[at - 1], mentions[at])
    gap = draft.text[left.end : right.start]
    bare = reading.year is None and reading.of is None and reading.shift is None and reading.direction is None
    each = mentions[at - step].reading.unit.lstrip("1")  # "per month from February to July" counts in months
    named = bool(reading.month or reading.day) and not (each == "M" and reading.month)
    return bare and named and len(gap) <= _BESIDE and not set(gap) & _SIGNS
