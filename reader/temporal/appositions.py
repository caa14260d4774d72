"""A day may be counted from a date a few words on: "the day after the liberation of Paris, 25 August 1944".

In: a draft whose shifts are joined. Out: the same, with such days counted from the date that follows them.
"""

from __future__ import annotations

from dataclasses import replace

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention

_LONGEST = 60  # characters: "de la libération de Paris,"
_MOST_WORDS = 3  # "لثورة", "از زلزلهٔ": the thing between a day and its date
_SIGNS = frozenset(".;:!?")


def apposed(draft: Draft) -> None:
    """Counts a day from the date that follows it."""
    mentions = draft.mentions
    for index in range(len(mentions) - 1):
        left, right = mentions[index], mentions[index + 1]
        one, two = left.reading, right.reading
        if one.of is not None or not two.day or two.year is None:
            continue
        between = draft.text[left.end : right.start].strip()
        if len(between) > _LONGEST or set(between) & _SIGNS:
            continue
        closed = one.base == "given" and between.endswith((",", "("))
        if closed or _names_thing(draft, left, between):
            mentions[index] = replace(left, reading=replace(one, base="given", of=two, open=False))
            draft.note("join", "apposition", left)


def _names_thing(draft: Draft, left: Mention, between: str) -> bool:
    """Whether a word of "from" and a thing stand between: "اليوم التالي لثورة 23 يوليو 1952"."""
    leads = tuple(row[0] for row in draft.language.joins.get("counted_from", ()))
    if not leads or left.reading.base != "then" or left.reading.unit != "D" or not left.reading.shift:
        return False
    return between.startswith(leads) and len(between.split()) <= _MOST_WORDS and "," not in between
