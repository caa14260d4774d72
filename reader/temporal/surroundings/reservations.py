"""Dates that a text gives with a reservation: "vermutlich am 3. Mai", "he probably died in 1850", "1850 (?)".

In: a mention and the words around it. Out: whether the text itself is not sure of it. The words are the
language's (`[signs]` reservation), the question mark in brackets is everybody's.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_REACH = 48  # characters: "sehr wahrscheinlich erst im Sommer"
# "probably died in", "вероятно, 3 мая", "forse già nel": few words, and no other clause, between.
_WORD = r"[ ’'\u200c-][^\W\d_]+"
_LEADING = Sign(
    rf"(?<!\w)(?:<reservation>)(?!\w)(?:,(?:{_WORD})?|(?:{_WORD}){{0,3}})[ ’'-]{{0,2}}$", re.IGNORECASE
)
_DOUBTED = re.compile(r" ?\(\?\)|\?(?= ?[-–—,;)\]])")
_DATED = frozenset({TimexType.DATE, TimexType.TIME})


def is_reserved(draft: Draft, mention: Mention) -> bool:
    """Whether words before a date or a question mark after it say that it is not certain."""
    if mention.reading.type not in _DATED:
        return False
    if _DOUBTED.match(draft.spoken, mention.end):
        return True
    low = max(0, mention.start - _REACH)
    return _LEADING.of(draft.language).search(draft.spoken, low, mention.start) is not None
