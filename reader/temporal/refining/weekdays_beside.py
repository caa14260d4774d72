"""A weekday beside a day says which the day is ("morgen, Samstag") or counts from it ("the Tuesday after").

In: two neighbours and the words between them. Out: the mention they are together, or None.
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.pairwise import merged

_PHRASE_ENDS = re.compile(r"\s*(?:[,.;:()–—]|$)")


def weekday_too(draft: Draft, left: Mention, right: Mention, gap: str) -> Mention | None:
    """The second only says which weekday the first is: "mañana sábado", "14. Mai, Sonntag"."""
    day, two = left.reading, right.reading
    bare = two.weekday is not None and (two.direction, two.day, two.of, two.nth) == (None,) * 4
    if day.type is not TimexType.DATE or two.type is not TimexType.DATE or not bare:
        return None
    counted = day.shift is not None and day.unit == "D" and day.base == "now"
    named = day.day and day.month and not day.weekday and left.until is None and right.until is None
    apposed = named and gap == "," and _PHRASE_ENDS.match(draft.spoken, right.end) is not None
    same = apposed or (counted and gap in {"", ","})
    return merged(left, right, replace(day, weekday=two.weekday)) if same else None


def weekday_beside_day(draft: Draft, left: Mention, right: Mention, gap: str) -> Mention | None:
    """A weekday counted from the day beside it: "the Tuesday after 3 May", "el martes siguiente al 3"."""
    glue = draft.language.glue
    one, two = left.reading, right.reading
    lone = one.weekday and not (one.day or one.month or one.of or one.has_clock) and left.until is None
    whole = two.day and two.month and not (two.weekday or two.has_clock) and right.until is None
    if not lone or not whole:
        return None
    forward = one.base == "then" and (one.shift or one.direction or 1) > 0
    counted = forward and gap in glue.get("then_to", frozenset())
    after = counted or gap in glue.get("shift_after", frozenset()) or (not gap and two.mod == "AFTER")
    if not after and gap not in glue.get("shift_before", frozenset()):
        return None
    day = replace(two, mod="")
    reading = Reading(weekday=one.weekday, shift=1.0 if after else -1.0, unit="D", base="given", of=day)
    return merged(left, right, reading)
