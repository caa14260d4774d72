"""Words that may stand right before a year: no nouns, or such as tell time.

In: a language and a word. Out: whether a number after it may be a year. The words are the language's lists.
"""

from __future__ import annotations

from functools import lru_cache

from reader.temporal.words.language import Language

_HEAD = 4  # letters

# Lists of the language whose words may stand right before a year.
_MAY_LEAD = (
    "year_lead", "early_year", "begun", "born", "done_to_it", "past", "future", "year_adverb", "no_plural",
    "article", "of", "modal", "present_state", "before_month", "before_feast", "no_noun", "so_far", "already",
)  # fmt: skip


def may_lead(language: Language, word: str, written: str) -> bool:
    """Whether a word, folded and as it is written, can lead a year in: no noun, or one of time."""
    return is_lead(language, word, written) or ends_unlike_noun(language, written)


def comes_by_the_year(language: Language, noun: str) -> bool:
    """Whether a noun, or the last part of a compound, names what comes by the year: "Krisenjahr", "ثورة"."""
    named = language.cues.get("year_named", frozenset())
    if language.is_among(noun, named):
        return True
    return bool(language.options.get("compounds")) and noun.endswith(_heads(named))


@lru_cache(maxsize=16)
def _heads(words: frozenset[str]) -> tuple[str, ...]:
    """The words long enough to be told as the last part of a compound."""
    return tuple(word for word in words if len(word) >= _HEAD)


def is_lead(language: Language, word: str, written: str) -> bool:
    """Whether a word is one of those that can lead a year in."""
    cues = language.cues
    if language.is_among(word, language.function_words) or language.is_among(word, language.year_before):
        return True
    lists = (*language.glue.values(), *(cues.get(name, frozenset()) for name in _MAY_LEAD))
    if any(word in words or written in words for words in lists):
        return True
    return bool(language.prefixes) and language.is_among(word, cues.get("year_lead", frozenset()))


def ends_unlike_noun(language: Language, written: str) -> bool:
    """Whether a word ends like a verb of the past, a participle or an adverb."""
    names = ("past_endings", "participle_endings", "adverb_endings")
    ends = tuple(end for name in names for end in language.cues.get(name, ()))
    return bool(ends) and written.endswith(ends)


__all__ = ["comes_by_the_year", "ends_unlike_noun", "is_lead", "may_lead"]
