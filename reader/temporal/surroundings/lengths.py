"""Lengths told with the words of a date: "the worst flood in a century", "prescribe a los seis meses".

In: a mention counted from now or from then, and its passage. Out: whether it says how long nothing was like
something, or after how long the law ends a right, and not when. The words are the language's (`[signs]`
superlative, superlative_after: "first", "worst"; time_barred, time_barred_after: verbs of limitation; lapses:
of ending, which also tell days: "it expires in two weeks"; unless: of a condition not met).
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft
from reader.temporal.surroundings import tenses
from reader.temporal.words.signs import Sign

_REACH = 60
_NAMED = r"((?: [^\W\d_]+(?:[-'’][^\W\d_]+)*){0,3}) $"  # "first", and what it is: " great flood"
# The nearest of them: "the second worst flood".
_SUPERLATIVE = Sign(rf".*(?<![\w-])(?:<superlative>)(?!\w){_NAMED}", re.IGNORECASE | re.DOTALL)
_SUPERLATIVE_AFTER = Sign(r" ?(?:<superlative_after>)", re.IGNORECASE)
_TIME_BARRED = Sign(rf"(?<!\w)(?:<time_barred>)(?!\w){_NAMED}", re.IGNORECASE)
_TIME_BARRED_AFTER = Sign(r"(?: [^\W\d_]+)? (?:<time_barred_after>)(?!\w)", re.IGNORECASE)
_LAPSES = Sign(rf"(?<!\w)(?:<lapses>)(?!\w){_NAMED}", re.IGNORECASE)
# "si no se paga en diez días": how long one waits for what may not be.
_UNLESS = Sign(r"(?<!\w)(?:<unless>)(?!\w)[^.,;:!?،؛؟]*$", re.IGNORECASE)
_YEARS = {"Y": 1, "DE": 10, "CE": 100}
# The fewest years by the words between: "the first ferry sails in two years" is announced.
_FEWEST_YEARS = (0, 3, 10, 10)


def as_length(mention: Mention) -> Mention:
    """The same length of time, from no day to another."""
    reading = mention.reading
    count = reading.count or abs(reading.shift or 0) or None  # "half a century later"
    length = Reading(TimexType.DURATION, count=count, unit=reading.unit, lengths=reading.lengths)
    return replace(mention, reading=length)


def is_length(draft: Draft, mention: Mention) -> bool:
    """Whether a shift is how long nothing was like something, or after how long a right ends."""
    reading = mention.reading
    if not reading.shift or not reading.count or reading.of is not None:
        return False
    ahead = reading.shift > 0
    first = draft.text[mention.start : mention.end].partition(" ")[0]
    if not ahead and first not in draft.language.cues.get("lasting_since", ()):
        return False
    return _is_superlative(draft, mention) or (ahead and _is_of_law(draft, mention))


def _is_superlative(draft: Draft, mention: Mention) -> bool:
    """Whether what was the first of its kind stands before it, or right after it: "20年で初めて"."""
    language = draft.language
    if _SUPERLATIVE_AFTER.of(language).match(draft.spoken, mention.end):
        return True
    if mention.reading.base != "now":
        return False  # "the first settlers, ten years later"
    low = max(0, mention.start - _REACH)
    found = _SUPERLATIVE.of(language).match(draft.spoken[low : mention.start])
    if found is None:
        return False
    named = found[1].split()
    years = _YEARS.get(mention.reading.unit, 0) * (mention.reading.count or 0)
    return years >= _FEWEST_YEARS[len(named)] and not tenses.tells(named, language)


def _is_of_law(draft: Draft, mention: Mention) -> bool:
    """Whether a right ends after so long: "se extingue a los seis meses"."""
    language, low = draft.language, max(0, mention.start - _REACH)
    if _TIME_BARRED_AFTER.of(language).match(draft.spoken, mention.end):
        return True
    if _TIME_BARRED.of(language).search(draft.spoken, low, mention.start):
        return True
    if _UNLESS.of(language).search(draft.spoken, low, mention.start):
        return True
    counted_on = mention.reading.base != "now"  # "expires in two weeks"
    return counted_on and _LAPSES.of(language).search(draft.spoken, low, mention.start) is not None


__all__ = ["as_length", "is_length"]
