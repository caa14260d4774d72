"""A round number before what is gathered is no year of its month: "bis Ende Oktober 2000 Unterschriften".

In: the mentions of a passage. Out: the same, such a number taken off the month before it. The nouns are the
language's (`[cues]` gathered); they do nothing by themselves, unlike the soldiers of May 1940.
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.refining.draft import Draft

_ROUND = 50
_YEAR_LAST = re.compile(r"(?<=\D) (\d{4})$")
_NEXT = re.compile(r" ([^\W\d_]+)")


def take_off_counts(draft: Draft) -> None:
    """Takes the number of what was gathered off the month it stands behind."""
    nouns = draft.language.cues.get("gathered", frozenset())
    if nouns.isdisjoint(draft.said):
        return
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        number = _YEAR_LAST.search(draft.text, mention.start, mention.end)
        following = _NEXT.match(draft.text, mention.end)
        if not reading.month or mention.until or number is None or following is None:
            continue
        if following[1] in nouns and int(number[1]) % _ROUND == 0:
            month = replace(mention, end=number.start(), reading=replace(reading, year=None))
            draft.mentions[index] = month
            draft.note("drop", "gathered", month)
