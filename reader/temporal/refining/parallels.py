"""Numbers that go on from a number that was none of time: "s'élève à 1990 et le déficit à 1530".

In: a bare number, and the mentions kept before it. Out: whether the last number of its sentence was no time
and this one stands in the same place of the sentence: behind the same word, or behind a bare "and" ("1540
guests in 1880, and 2030 in 1883").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import word_before

_REACH = 120
_CONTEXT = 24
_NEAR = 12
_SENTENCE_END = re.compile(r"[.;:!?؟؛…] ")
_NUMBER = re.compile(r"(?<![\w.,/-])\d(?:[\d.,\u202f]|\u00a0| (?=\d{3}(?!\d)))*(?<=\d\d\d)(?!\w)")


def goes_on_counting(draft: Draft, mention: Mention, kept: Sequence[Mention]) -> bool:
    """Whether a bare number is the next of a number that was no time."""
    language = draft.language
    if language.options.get("years") != "led" or not draft.is_bare_year(mention):
        return False
    word = _lead(draft, mention.start)
    leads = language.cues.get("year_lead", frozenset()) | language.cues.get("of", frozenset())
    if not word or word in leads or word in language.year_before or draft.in_table:
        return False
    conjunctions = {row[-1].strip(" ,") for row in language.joins.get("list", ())}
    listed = word in conjunctions
    if listed and kept and _is_listed_with(draft, kept[-1], mention, word):
        return False  # "in 1880 and 1883"
    if listed and _is_dated(draft, mention):
        return True
    low = max(0, mention.start - _REACH)
    ends = [one.end() for one in _SENTENCE_END.finditer(draft.spoken, low, mention.start)]
    numbers = [one.span() for one in _NUMBER.finditer(draft.spoken, max([low, *ends]), mention.start)]
    if not numbers or any(one.end > numbers[-1][0] and one.start < numbers[-1][1] for one in kept):
        return False
    return listed or word == _lead(draft, numbers[-1][0])


def _is_listed_with(draft: Draft, left: Mention, mention: Mention, conjunction: str) -> bool:
    """Whether only the conjunction stands between a number and a time; a comma too, where that is a year."""
    gap = draft.gap(left, mention) or ""
    return gap == conjunction or (draft.is_bare_year(left) and gap.strip(" ,") == conjunction)


def _is_dated(draft: Draft, mention: Mention) -> bool:
    """Whether a word that leads a year in and a year follow: "and 2030 in 1883"."""
    return any(
        0 < one.start - mention.end <= _NEAR
        and one.reading.year is not None
        and _lead(draft, one.start) in draft.language.cues.get("year_lead", ())
        and draft.text[mention.end : one.start].split() == [_lead(draft, one.start)]
        for one in draft.mentions
    )


def _lead(draft: Draft, place: int) -> str:
    return word_before(draft.text[max(0, place - _CONTEXT) : place])


__all__ = ["goes_on_counting"]
