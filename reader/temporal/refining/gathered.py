"""A number before what is gathered is no year of its month or season: "bis Ende Oktober 2000 Unterschriften".

In: the mentions of a passage. Out: the same, such a number taken off the month or season before it. What is
gathered does nothing by itself, unlike the soldiers of May 1940, and its number is round (`[cues]` gathered).
A season that comes again has no year ("cada verano 1780 toneladas", `[signs]` recurring), nor has a month
that is told by its distance where a comma follows ("last March, 1620 swans", `[signs]` told_near).
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_ROUND = 50
_YEAR_LAST = re.compile(r"(?<=[^\W\d_.])(,?) (\d{4})$")
_NEXT = re.compile(r" ([^\W\d_]+)")
_RECURRING = Sign(r"(?<!\w)(?:<recurring>) $")
_NEAR = Sign(r"(?<!\w)(?:<told_near>) $")
_REACH = 16


def take_off_counts(draft: Draft) -> None:
    """Takes the number of what was gathered or counted off the month or season it stands behind."""
    kept = []
    for mention in draft.mentions:
        number = _YEAR_LAST.search(draft.text, mention.start, mention.end)
        if number is None or not _is_count(draft, mention, number):
            kept.append(mention)
            continue
        if not _recurs(draft, mention):
            reading = replace(mention.reading, year=None)
            kept.append(replace(mention, end=number.start(), reading=reading))
        draft.note("drop", "gathered", mention)
    draft.mentions[:] = kept


def _is_count(draft: Draft, mention: Mention, number: re.Match[str]) -> bool:
    """Whether the number at the end of a month or season counts what follows."""
    reading = mention.reading
    following = _NEXT.match(draft.text, mention.end)
    if not (reading.month or reading.season) or reading.day or mention.until or following is None:
        return False
    nouns = draft.language.cues.get("gathered", frozenset())
    if reading.month and following[1] in nouns and int(number[2]) % _ROUND == 0:
        return True
    near = (
        number[1]
        and _NEAR.of(draft.language).search(draft.text, max(0, mention.start - _REACH), mention.start)
        is not None
    )
    goes_on = following[1] in draft.language.function_words
    return not goes_on and (near or _recurs(draft, mention))


def _recurs(draft: Draft, mention: Mention) -> bool:
    low = max(0, mention.start - _REACH)
    return _RECURRING.of(draft.language).search(draft.text, low, mention.start) is not None
