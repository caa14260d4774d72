"""Four digits after a noun that bears no article: "Stock 1938 starb", "I säck 1620 låg en lapp".

In: a passage and a bare number in it. Out: whether it is the number of the noun before it. Nouns want their
article in a sentence; one that opens it without any, a number after it and then its verb, is numbered, if it
does not come by the year (`[cues]` year_named). Where years stand free (years =
"free" of the `[options]`: "1938 zog er aus") so is one after a word of place (`[signs]` numbered_lead); but
where names and nouns bear capitals alike, only what the language lists (numbered_things).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.year_leads import may_lead
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

_REACH = 60
# "Stock 1938 starb", "Boiler 1412 was scrapped": what opens a sentence, its number, and a verb.
_OPENS = re.compile(r"(?:^|[.!?;:] |\n)([^\W\d_a-zà-ÿ][^\W\d_A-ZÀ-Ý]{2,}) $")
_PLACED = Sign(r"(?i:\b(?:<numbered_lead>)) ([^\W\d_]{3,}) $")  # "I säck 1620"
_WORD_AFTER = re.compile(r" ([^\W\d_A-ZÀ-Ý]+)")
_YEAR = re.compile(r"\d{4}")
_FINITE = ("past", "future", "present_state", "finite", "amounts_to")  # lists of verbs
_HEAD = 4  # letters with which a compound may end
_SURE_HEAD = 6  # shorter ones end the names of towns, too: "Bielefeld"


def numbers_bare_noun(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number is that of a noun without an article."""
    if not _YEAR.fullmatch(draft.text, mention.start, mention.end):
        return False
    free = draft.language.options.get("years") == "free"
    return _opens_with_number(draft, mention) or (free and _is_placed(draft, mention))


def _opens_with_number(draft: Draft, mention: Mention) -> bool:
    """Whether a noun without an article opens a sentence, its number after it and then what it does."""
    found = _OPENS.search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    following = _WORD_AFTER.match(draft.spoken, mention.end) if found is not None else None
    if found is None or following is None:
        return False
    language, cues = draft.language, draft.language.cues
    noun, verb = (draft.text[slice(*one.span(1))] for one in (found, following))
    named = cues.get("year_named", frozenset())
    by_the_year = noun in named or (
        language.options.get("compounds") and noun.endswith(tuple(one for one in named if len(one) >= _HEAD))
    )
    definite = noun.endswith(tuple(cues.get("definite_endings", ())))
    return not (by_the_year or definite or may_lead(language, noun, noun)) and _is_finite(language, verb)


def _is_placed(draft: Draft, mention: Mention) -> bool:
    """Whether a noun that wants its article has a number after a word of place: "I säck 1620 fann vi".

    Where nouns bear capitals as names do, only what is usually numbered: "in Sack 1620", not "in Basel 1620".
    """
    language = draft.language
    found = _PLACED.of(language).search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    if found is None:
        return False
    noun, cues = draft.text[slice(*found.span(1))], language.cues
    if language.options.get("nouns") == "capital":
        things = cues.get("numbered_things", frozenset())
        return noun in things or any(len(one) >= _SURE_HEAD and noun.endswith(one) for one in things)
    told = (*cues.get("year_named", ()), *cues.get("no_number", ()))
    definite = noun.endswith(tuple(cues.get("definite_endings", ())))
    return not definite and noun not in told and not may_lead(language, noun, noun)


def _is_finite(language: Language, verb: str) -> bool:
    """Whether a word is the verb of a sentence, and not a participle: "Vater 1938 verhaftet"."""
    cues = language.cues
    if verb in cues.get("done_to_it", ()) or verb in cues.get("no_tense", ()):
        return False
    if any(verb in cues.get(name, ()) for name in _FINITE):
        return True
    ends = (*cues.get("past_endings", ()), *cues.get("finite_endings", ()))
    participle = verb.startswith(tuple(cues.get("participle_beginnings", ())))
    return not participle and verb.endswith(ends)


__all__ = ["numbers_bare_noun"]
