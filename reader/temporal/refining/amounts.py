"""Four digits that say how much: "a population of 1850", "monte à 1912", "sold for 1650".

In: a passage and a bare number in it. Out: whether the sentence measures something with it: a noun of measure
before "of" or with a verb that equates, a verb of rising and falling before "to", a verb of sale before
"for", a determiner that only a plural can have, or a frame of time that leaves no place for a year. Numbers
that are only about right are asked the same ("a crowd of about 1200"). The words are the language's
(`[signs]` amount_of, amount, equals, equals_after, level, changed_from, sold, of_many, the_many, who, dials).
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.counted_nouns import counts_plural, is_counted_thing, is_led_in
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign
from reader.temporal.words.tokens import words_of

_REACH = 80
_FIGURES = re.compile(r"\d{4}")
_ABOUT = re.compile(r"(?:[^\W\d_]+[. ]+){1,3}\d{4}")
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
# Where the verb comes last: "جمعیت روستا ۱۳۲۰ بود".
_MEASURED = Sign(r"(?<!\w)(?:<amount>)(?!\w)[^\d]{0,40} $", re.IGNORECASE)
_EQUALS_AFTER = Sign(r" (?:<equals_after>)(?!\w)")
_ELIDED = re.compile(r"['’]$")  # "d’environ" is "de environ"
_WORD_AFTER = re.compile(r" ([^\W\d_]+)")
_WHO_AFTER = Sign(r" (?:<who>)(?!\w)")
_CHANGED = Sign(r"(?<!\w)(?:<changed_from>) $", re.IGNORECASE)  # "passa de 1850 à 1975"
_NOUNS_AFTER = re.compile(r" [^\W\d_A-ZÀ-Ý]{3,}(?: [^\W\d_A-ZÀ-Ý]{3,})?")
_THE_BEFORE = Sign(r"(?<!\w)(?:<the_many>) $", re.IGNORECASE)


def is_amount(draft: Draft, mention: Mention) -> bool:
    """Whether the words around a bare number measure, price or count something with it."""
    return _FIGURES.match(draft.text, mention.start) is not None and _says_amount(draft, mention)


def is_about_so_many(draft: Draft, mention: Mention) -> bool:
    """Whether a number with "about" before it is an amount: "a crowd of about 1200", "sells about 1300 pins".

    A plural alone tells it within a clause only: "About 1300 arches fell" may be of that year.
    """
    language = draft.language
    about = mention.reading.mod == "APPROX" and mention.until is None
    if not about or not _ABOUT.fullmatch(draft.text, mention.start, mention.end):
        return False
    if _says_amount(draft, mention) or is_counted_thing(draft, mention):
        return True
    before = words_of(draft.text[max(0, mention.start - _REACH) : mention.start].rstrip())
    if not before or not draft.text[mention.start - 2 : mention.start - 1].isalpha():
        return False
    following = _WORD_AFTER.match(draft.text, mention.end)
    if before[-1] in language.cues.get("amounts_to", ()):
        return True
    named = following is not None and following[1] not in language.function_words
    return named and language.options.get("years") == "led" and counts_plural(draft, mention)


def _says_amount(draft: Draft, mention: Mention) -> bool:
    """Whether the words around a number, with what weakens it, are those of an amount."""
    language = draft.language
    clause = _CLAUSE.search(draft.spoken, max(0, mention.start - _REACH), mention.start)
    before = _ELIDED.sub("e ", clause[0]) if clause is not None else ""
    if mention.until is not None:
        return _CHANGED.of(language).search(before) is not None
    if any(sign.of(language).search(before) for sign in _SAID_BEFORE):
        return True
    if _follows_frame(draft, mention):
        return True
    equated = _EQUALS_AFTER.of(language).match(draft.spoken, mention.end)
    if equated and _MEASURED.of(language).search(before) and not is_led_in(draft, mention):
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


__all__ = ["is_about_so_many", "is_amount"]
