"""Four digits that say how much: "a population of 1850", "monte à 1912", "sold for 1650".

In: a passage and a bare number in it. Out: whether the sentence measures something with it: a noun of measure
before "of" or before a verb that equates, a verb of rising and falling before "to", a verb of sale before
"for", a determiner that only a plural can have, or a frame of time that leaves no place for a year. The words
are the language's (`[signs]` amount_of, amount, equals, level, changed_from, sold, of_many, the_many, who,
dials).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_REACH = 80
_FIGURES = re.compile(r"\d{4}")
_CLAUSE = re.compile(r"[^.,;:!?،؛؟()\n]*$")
# In each the number follows at once.
_SAID_BEFORE = (
    Sign(r"(?<!\w)(?:<amount_of>) $", re.IGNORECASE),
    Sign(r"(?<!\w)(?:<amount>)(?!\w)[^\d]{0,40}(?<!\w)(?:<equals>) $", re.IGNORECASE),
    Sign(r"(?<!\w)(?:<level>) $", re.IGNORECASE),
    Sign(r"(?<!\w)(?:<sold>) $", re.IGNORECASE),
    Sign(r"(?<!\w)(?:<dials>) $", re.IGNORECASE),
    Sign(r"(?<!\w)(?:<of_many>) $"),
)
_WHO_AFTER = Sign(r" (?:<who>)(?!\w)")
_CHANGED = Sign(r"(?<!\w)(?:<changed_from>) $", re.IGNORECASE)  # "passa de 1850 à 1975"
_NOUNS_AFTER = re.compile(r" [^\W\d_A-ZÀ-Ý]{3,}(?: [^\W\d_A-ZÀ-Ý]{3,})?")
_THE_BEFORE = Sign(r"(?<!\w)(?:<the_many>) $", re.IGNORECASE)


def is_amount(draft: Draft, mention: Mention) -> bool:
    """Whether the words around a bare number measure, price or count something with it."""
    language = draft.language
    if not _FIGURES.match(draft.text, mention.start):
        return False
    clause = _CLAUSE.search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    before = clause[0] if clause is not None else ""
    if mention.until is not None:
        return _CHANGED.of(language).search(before) is not None
    if any(sign.of(language).search(before) for sign in _SAID_BEFORE):
        return True
    if _follows_frame(draft, mention):
        return True
    who = _WHO_AFTER.of(language).match(draft.spoken, mention.end)
    return who is not None and _THE_BEFORE.of(language).search(before) is not None


def _follows_frame(draft: Draft, mention: Mention) -> bool:
    """Whether another time frames the sentence and nouns follow: "In November 2019, 1400 lorry movements"."""
    language = draft.language
    following = _NOUNS_AFTER.match(draft.spoken, mention.end)
    if following is None or language.options.get("years") != "led":
        return False
    framed = any(one.end < mention.start and draft.gap(one, mention) in {"", ","} for one in draft.mentions)
    words = draft.text[following.start() : following.end()].split()
    named = language.cues.get("year_named", frozenset()) | language.function_words
    if not framed or words[0] in language.function_words or not named.isdisjoint(words):
        return False
    plurals = tuple(language.cues.get("plural_endings", ()))
    ends = tuple(language.cues.get("past_endings", ()))
    if not plurals:
        return words[0] in language.cues.get("counted_things", ()) or language.is_among(
            words[0], language.not_after
        )
    return any(word.endswith(plurals) for word in words) and not (ends and words[0].endswith(ends))


__all__ = ["is_amount"]
