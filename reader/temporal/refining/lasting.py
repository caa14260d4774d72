"""A length for which something has lasted until now: "who has worked there since seventeen years" (ar).

In: a draft whose open parts are gone. Out: the same, where what some languages say with one word for "since"
and "ago" is a length if the clause before it tells of a state (`[cues]` lasting_since, state).
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft

_REACH = 50  # characters of the clause before it
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[.;:!?,«»\"]")


def note_lasting(draft: Draft) -> None:
    """Makes lengths of the shifts into the past that a state has lasted for."""
    leads = draft.language.cues.get("lasting_since")
    if not leads:
        return
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        if reading.shift is None or reading.shift >= 0 or reading.base != "now":
            continue
        first = draft.text[mention.start : mention.end].partition(" ")[0]
        if first in leads and _lasts(draft, mention.start):
            count, unit, lengths = -reading.shift, reading.unit, reading.lengths
            length = Reading(TimexType.DURATION, count=count, unit=unit, lengths=lengths)
            draft.mentions[index] = replace(mention, reading=length)


def _lasts(draft: Draft, place: int) -> bool:
    clause = _SIGN.split(draft.text[max(0, place - _REACH) : place])[-1]
    states = draft.language.cues.get("state", frozenset())
    return any(draft.language.is_among(word, states) for word in _WORD.findall(clause))
