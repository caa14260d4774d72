"""Numbers and words that look like time and are not: pages, articles, sums, models, verses, scores.

In: the mentions of a passage with its text. Out: the same without the unlikely. Precision comes first: a reader
forgives a missing date sooner than a page number on the timeline. What stands beside a number is judged by
signs that all languages share here, and by the words of `not_before`, `not_after` in the language files.
"""

from __future__ import annotations

import re

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType

# Directly before a bare number: another number's mark, money, a sign of numbering, a web or mail address.
_BEFORE = re.compile(r"(?:\d[.,:/]|[$€£¥₪₤#@&=_~§№+*<>^]|[:/.]/|n°|[nN][o°º]\.? ?|\d-|[\w]-|\w/|\d [-x×*/] ?)$")
_AFTER = re.compile(
    r"(?:\d|[%‰°€$£¥²³@=_]| ?[%‰€$£¥°]|[.,:]\d|-[^\W\d]|/\w|-\d{1,6}(?!\d)| ?[x×*+=] ?\d"
    r"| ?(?:km|kg|cm|mm|m2|m²|kw|mw|hz|mhz|ghz|mb|gb|tb|usd|eur|chf|dh|mg|ml|ha|px|pt|kb|ft|lb|mph|km/h|m|g|t|l|h)(?!\w))"
)
_WORDS_BEFORE = re.compile(r"([^\W\d_]+)[.:]? ?(?:n[°ºo]\.? ?)?\(?$")
_WORDS_AFTER = re.compile(r" ?-?([^\W\d_]+)")
_CONTEXT = 24


def drop_open(draft: Draft) -> None:
    """A part without its whole ("fin", "three days before") says no time."""
    _keep(draft, "open part", lambda mention: not mention.reading.open)


def drop_unlikely(draft: Draft) -> None:
    """Bare numbers beside pages, sums, units and models; small words that need a capital."""
    _keep(draft, "unlikely", lambda mention: _is_likely(draft, mention))


def _keep(draft: Draft, name: str, wanted: object) -> None:
    kept = []
    for mention in draft.mentions:
        if wanted(mention):  # type: ignore[operator] # a predicate
            kept.append(mention)
        else:
            draft.note("drop", name, mention)
    draft.mentions[:] = kept


def _is_likely(draft: Draft, mention: Mention) -> bool:
    text, language = draft.text, draft.language
    words = text[mention.start : mention.end]
    if not words[:1].isdigit() and not words[-1:].isdigit():
        return True
    if words.isdigit() or _is_bare_range(words):
        return _bare_number_is_time(draft, mention)
    before = text[max(0, mention.start - _CONTEXT) : mention.start]
    after = text[mention.end : mention.end + _CONTEXT]
    if words[0].isdigit() and re.search(r"(?:\d[.,:/-]|[$€£¥#@])$", before):
        return False
    if words[-1].isdigit() and re.match(r"[.,:/-]?\d|%| ?[€$£¥%]", after):
        return False
    if mention.reading.type in {TimexType.DATE, TimexType.TIME} and words[0].isdigit():
        found = _WORDS_BEFORE.search(before)
        if found and found[1] in language.not_before and not re.search(r"[^\W\d_]", words):
            return False
    return True


def _is_bare_range(words: str) -> bool:
    return re.fullmatch(r"\d{4} ?[-/] ?\d{2,4}", words) is not None


def _bare_number_is_time(draft: Draft, mention: Mention) -> bool:
    """Whether four digits that stand alone are a year."""
    text, language = draft.text, draft.language
    before = text[max(0, mention.start - _CONTEXT) : mention.start]
    after = text[mention.end : mention.end + _CONTEXT]
    if _BEFORE.search(before) or _AFTER.match(after):
        return False
    found = _WORDS_BEFORE.search(before)
    if found and found[1] in language.not_before:
        return False
    following = _WORDS_AFTER.match(after)
    return not (following and following[1] in language.not_after)


def drop_small(draft: Draft) -> None:
    """ "may", "march", "sun" are time only with a capital, when they stand alone."""
    capital = draft.language.capital
    if not capital:
        return
    kept = []
    for mention in draft.mentions:
        words = draft.text[mention.start : mention.end]
        if words in capital and not draft.spoken[mention.start].isupper():
            draft.note("drop", "small letter", mention)
        else:
            kept.append(mention)
    draft.mentions[:] = kept


__all__ = ["drop_open", "drop_small", "drop_unlikely"]
