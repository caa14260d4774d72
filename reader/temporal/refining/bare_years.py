"""The gate of bare numbers: whether four digits that stand alone are a year.

In: a passage and four digits, or two such with a dash, in it. Out: whether they tell a time. Signs that all
languages share stand here; what a number counts, names or belongs to is told by the files beside this one.
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.refining.amounts import is_amount
from reader.temporal.refining.cited_years import FOR_CERTAIN, cites
from reader.temporal.refining.columns import heads_years
from reader.temporal.refining.counted import counts_things
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import (
    INITIALS_BEFORE,
    is_measured,
    is_span,
    names_thing,
    without_clitic,
    word_before,
)
from reader.temporal.refining.plain_nouns import follows_plain_noun

# Directly before a bare number: another number's mark, money, a sign of numbering, a web or mail address.
_BEFORE = re.compile(
    r"(?:(?<!\d)0\d{1,4}[ /-]|"
    r"\d[.,:/]|[$€£¥₪₤ƒ₽₺₹₴₩] ?|[#@&=_~+*<>^]|\w ?[=<>≤≥] |[§№] ?|[:/.]/|n°|\d-|[\w]-|\w/|\d [-/] ?"
    r"|(?<![^\W\d_])[nN]\.?[o°º]\.? ?"
    r"|\d ?[x×*] ?|[^\W_][^\W\d_]\.)$"
)
_LONGEST_MARK = 9  # characters, with what may not stand before them
_AFTER = re.compile(r"(?:\d|[%‰°€$£¥²³@=_]|[.,:]\d|-[^\W\d]|/\w|-\d{1,12}(?!\d)| ?[x×*+=] ?\d)")
# A note's figure after a sentence's end: "in 1801.2 Historians".
NOTE_FIGURE = re.compile(r"\.\d{1,3}(?:\s+[^\Wa-zà-ÿ\d_]|\s*$|\s+[«“\"])")
_SLASHED = re.compile(r"(\d{4}) ?/ ?(\d{4})")
_LONGEST_SLASH = 10  # years that "1914/1918" may span
_CONTEXT = 24


def bare_number_is_time(draft: Draft, mention: Mention) -> bool:
    """Whether four digits that stand alone are a year."""
    text, language = draft.text, draft.language
    both = _SLASHED.fullmatch(text[mention.start : mention.end])
    if both and int(both[2]) - int(both[1]) > _LONGEST_SLASH:
        return False  # "Decreto 1720/2007": a number and its year
    before = without_clitic(text[max(0, mention.start - _CONTEXT) : mention.start], language)
    after = text[mention.end : mention.end + _CONTEXT]
    marked = _BEFORE.search(before, max(0, len(before) - _LONGEST_MARK))
    if marked or (_AFTER.match(after) and not NOTE_FIGURE.match(draft.spoken, mention.end)):
        return False
    if draft.in_table and not heads_years(draft, mention):
        return False
    if is_measured(draft, mention) or is_amount(draft, mention) or names_thing(draft, mention):
        return False
    word = word_before(before)
    if len(word) == 1 and before.endswith(("(", "([")):
        word = ""  # "Harding, P. (1987)"
    if (
        word in language.function_words
        and is_span(mention)
        and before.endswith("(")
        and after.startswith(")")
    ):
        word = ""  # "علي (1805–1848)": a name
    if word and language.is_among(word, language.not_before):
        low = max(0, mention.start - _CONTEXT)
        if not INITIALS_BEFORE.search(draft.spoken, low, mention.start):
            return cites(draft, mention) == FOR_CERTAIN  # "(Fell and Grant 1999)"; a grant has a number
    return is_span(mention) or not (counts_things(draft, mention) or follows_plain_noun(draft, mention))


def trim_ranges(draft: Draft) -> None:
    """Takes off an end that is no year: "from (no. 1345) to the 7th century", "in 1950 to 2500 souls"."""
    if not draft.language.word_boundaries:
        return  # "1937年至1945年": the first year's own sign would count it
    for index, mention in enumerate(draft.mentions):
        if mention.until is None or set("-/") & set(draft.text[mention.first_end : mention.second_start]):
            continue
        first = replace(mention, end=mention.first_end, until=None)
        second = replace(mention, start=mention.second_start, reading=mention.until, until=None)
        if draft.is_bare_year(second) and not draft.is_bare_year(first):
            draft.mentions[index] = first if counts_things(draft, second) else mention
        elif draft.is_bare_year(first) and not draft.is_bare_year(second):
            draft.mentions[index] = mention if bare_number_is_time(draft, first) else second


__all__ = ["NOTE_FIGURE", "bare_number_is_time", "trim_ranges"]
