"""“Today” where it means these days: "today the firm employs 300", "il reste aujourd'hui deux tours".

In: the mentions of a passage. Out: the same, where a verb of what lasts stands beside "today" a reference to
the present, which is no day. The verbs are the language's (`[cues]` lasting_state, in the present tense);
what is said, done or to come today is of the day ("announced today that it employs 300").
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft
from reader.temporal.words.tokens import words_of

_CLAUSE_END = re.compile(r"[.;:!?()«»“”\"،؛|]| - ")
_REACH = 60  # characters to either side
_BESIDE = 1  # words: "compte aujourd'hui", "the town today counts"
_CLITIC = 2  # letters: "emprega-se hoje"
_AFTER = 6  # words up to the verb of a clause that begins with it


def mean_these_days(draft: Draft) -> None:
    """Makes "today" beside a verb of what lasts a reference to the present."""
    states = draft.language.cues.get("lasting_state")
    if not states or draft.said.isdisjoint(states):
        return
    for index, mention in enumerate(draft.mentions):
        if _is_today(mention) and _lasts(draft, mention, states):
            reading = Reading(mention.reading.type, ref="PRESENT_REF")
            draft.mentions[index] = replace(mention, reading=reading)


def _is_today(mention: Mention) -> bool:
    reading = mention.reading
    alone = not (reading.weekday or reading.day or reading.part or reading.has_clock or mention.until)
    return alone and reading.base == "now" and reading.unit == "D" and reading.shift == 0


def _lasts(draft: Draft, mention: Mention, states: frozenset[str]) -> bool:
    """Whether a verb of what lasts stands right beside it, or in the clause that it begins."""
    text = draft.text
    before = words_of(_CLAUSE_END.split(text[max(0, mention.start - _REACH) : mention.start])[-1])
    after = words_of(_CLAUSE_END.split(text[mention.end : mention.end + _REACH].lstrip(" ,،"))[0])
    reach = _BESIDE if before else _AFTER
    before = [word for word in before if len(word) > _CLITIC]
    return not states.isdisjoint([*before[-_BESIDE:], *after[:reach]])
