"""Words that may stand right before a year: no nouns, or such as tell time.

In: a language and a word. Out: whether a number after it may be a year. The words are the language's lists.
"""

from __future__ import annotations

from reader.temporal.words.language import Language

# Lists of the language whose words may stand right before a year.
_MAY_LEAD = (
    "year_lead", "early_year", "begun", "born", "done_to_it", "past", "future", "year_adverb", "no_plural",
    "article", "of", "modal", "present_state", "before_month", "before_feast", "no_noun", "so_far", "already",
)  # fmt: skip


def may_lead(language: Language, word: str, written: str) -> bool:
    """Whether a word, folded and as it is written, can lead a year in: no noun, or one of time."""
    cues = language.cues
    if language.is_among(word, language.function_words) or language.is_among(word, language.year_before):
        return True
    lists = (*language.glue.values(), *(cues.get(name, frozenset()) for name in _MAY_LEAD))
    if any(word in words or written in words for words in lists):
        return True
    if language.prefixes and language.is_among(word, cues.get("year_lead", frozenset())):
        return True
    ends = (
        *cues.get("past_endings", ()),
        *cues.get("participle_endings", ()),
        *cues.get("adverb_endings", ()),
    )
    return written.endswith(tuple(ends)) if ends else False


__all__ = ["may_lead"]
