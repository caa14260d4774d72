"""Four digits after a noun that bears no article: "Stock 1938 starb", "I säck 1620 låg en lapp".

In: a passage and a bare number in it. Out: whether it is the number of the noun before it. Nouns want their
article in a sentence; one that opens it without any, a number after it and then its verb, is numbered, if it
does not come by the year (`[cues]` year_named). Where years stand free (years =
"free" of the `[options]`: "1938 zog er aus") so is one after a word of place (`[signs]` numbered_lead), and
what the language lists as numbered (numbered_things) wherever no article stands before it. There a number
also counts the noun that follows where its clause is dated without it: "Im Mai kamen 1936 Gäste".
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.year_leads import comes_by_the_year, may_lead
from reader.temporal.words.language import Language
from reader.temporal.words.signs import Sign

_REACH = 60
# "Stock 1938 starb", "Boiler 1412 was scrapped": what opens a sentence, its number, and a verb.
_OPENS = re.compile(r"(?:^|(?P<sign>[.!?;:,]) |\n)(?P<noun>[^\W\d_a-zà-ÿ][^\W\d_A-ZÀ-Ý]{2,}) $")
# "Seil 1902 aus der Gründerzeit liegt im Museum": what is said of it before its verb.
_SAID_OF_IT = re.compile(r"(?: [^\W\d_]+){1,5}")
_PLACED = Sign(r"(?i:\b(?:<numbered_lead>)) ([^\W\d_]{3,}) $")  # "I säck 1620"
# Up to two words before a noun: its article, and what stands between.
_NAMED = re.compile(r"(?P<before>(?:[^\W\d_]+ ){0,2})(?P<noun>[^\W\d_]{3,}) $")
_COUNTED = Sign(r" ([^\W\d_]+(?:<plural_noun_end>))(?![^\W\d_])")
_SAME_CLAUSE = re.compile(r"(?: [^\W\d_]+){1,5} ")
_WORD_AFTER = re.compile(r" ([^\W\d_A-ZÀ-Ý]+)")
_FINITE = ("past", "future", "present_state", "finite", "amounts_to")  # lists of verbs
_SURE_HEAD = 6  # shorter ones end the names of towns, too: "Bielefeld"


def numbers_bare_noun(draft: Draft, mention: Mention) -> bool:
    """Whether a bare number is that of a noun without an article."""
    if not draft.is_bare_year(mention):
        return False
    free = draft.language.options.get("years") == "free"
    return _opens_with_number(draft, mention) or (
        free and (_is_placed(draft, mention) or _is_numbered(draft, mention))
    )


def _opens_with_number(draft: Draft, mention: Mention) -> bool:
    """Whether a noun without an article opens a sentence, its number after it and then what it does."""
    found = _OPENS.search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    following = _WORD_AFTER.match(draft.spoken, mention.end) if found is not None else None
    if found is None or following is None:
        return False
    language, cues = draft.language, draft.language.cues
    capitals = language.options.get("nouns") == "capital"
    if found["sign"] == "," and not capitals:
        return False  # a name, where nouns bear no capitals
    noun = draft.text[slice(*found.span("noun"))]
    definite = noun.endswith(tuple(cues.get("definite_endings", ())))
    if comes_by_the_year(language, noun) or definite or may_lead(language, noun, noun):
        return False
    words = [draft.text[slice(*following.span(1))]]
    if capitals and words[0] in language.function_words and found["sign"] != ",":
        said = _SAID_OF_IT.match(draft.text, mention.end)
        words = said[0].split() if said is not None else words
        spoken = draft.spoken[mention.end : mention.end + len(said[0])].split() if said is not None else []
        words = [word for word, one in zip(words, spoken, strict=True) if one[0].islower()]
    return any(_is_finite(language, word) for word in words)


def _is_numbered(draft: Draft, mention: Mention) -> bool:
    """Whether a noun that is usually numbered has no article: "in Sack 1620", not "die Glocke 1923"."""
    language = draft.language
    found = _NAMED.search(draft.text, max(0, mention.start - _REACH), mention.start)
    if found is None:
        return False
    things, articles = (language.cues.get(name, frozenset()) for name in ("numbered_things", "determiner"))
    noun, before = found["noun"], found["before"].split()
    is_thing = noun in things or any(len(one) >= _SURE_HEAD and noun.endswith(one) for one in things)
    return is_thing and articles.isdisjoint(before)


def _is_placed(draft: Draft, mention: Mention) -> bool:
    """Whether a noun that wants its article has a number after a word of place: "I säck 1620 fann vi"."""
    language = draft.language
    if language.options.get("nouns") == "capital":
        return False  # "in Basel 1620": nouns are not told from names
    found = _PLACED.of(language).search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    if found is None:
        return False
    noun, cues = draft.text[slice(*found.span(1))], language.cues
    told = (*cues.get("year_named", ()), *cues.get("no_number", ()))
    definite = noun.endswith(tuple(cues.get("definite_endings", ())))
    return not definite and noun not in told and not may_lead(language, noun, noun)


def counts_in_dated_clause(draft: Draft, mention: Mention) -> bool:
    """Whether a plural follows a bare number whose clause a day, a month or a season has dated before."""
    language = draft.language
    if language.options.get("years") != "free" or draft.in_table:
        return False
    following = _COUNTED.of(language).match(draft.spoken, mention.end)
    if following is None or not draft.is_bare_year(mention):
        return False
    capital = language.options.get("nouns") == "capital"
    word = draft.text[slice(*following.span(1))]
    if following[1][0].isupper() != capital or word in language.function_words:
        return False
    before = [one for one in draft.mentions if one.end < mention.start]
    last = before[-1] if before else None
    return (
        last is not None
        and last.reading.type is not TimexType.DURATION
        and any(char.isalpha() for char in draft.text[last.start : last.end])
        and _SAME_CLAUSE.fullmatch(draft.text, last.end, mention.start) is not None
    )


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


__all__ = ["counts_in_dated_clause", "numbers_bare_noun"]
