"""A day may be counted from a date a few words on: "the day after the liberation of Paris, 25 August 1944".

In: a draft whose shifts are joined. Out: the same, with such days counted from the date that follows them,
and months of the year that was just pointed at.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft

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


def in_year(draft: Draft) -> None:
    """A month after "last year" in its sentence is of that year: "Last year it stood still, in May …"."""
    year: Mention | None = None
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        if year is not None and _is_another_clause(draft, year, mention):
            year = None
        if reading.unit == "Y" and reading.shift == -1 and reading.base == "now" and not reading.count:
            year = mention
        elif reading.year is not None or reading.shift is not None:
            year = None
        elif year is not None and _waits(mention):
            draft.mentions[index] = replace(mention, reading=replace(reading, of=year.reading))


def _is_another_clause(draft: Draft, year: Mention, mention: Mention) -> bool:
    """Whether a sign or a verb of what is to come parts them: "given last year and can be seen until May"."""
    between = draft.spoken[year.end : mention.start]
    cues = draft.language.cues
    ahead = cues.get("future_sure", frozenset()) | cues.get("modal", frozenset())
    return bool(set(between) & _SIGNS) or not ahead.isdisjoint(between.lower().split())


def _waits(mention: Mention) -> bool:
    """Whether a month or season still lacks its year."""
    reading = mention.reading
    bare = (
        reading.of is None and reading.direction is None and reading.short_year is None and not mention.until
    )
    return bare and bool(reading.month or reading.season) and reading.calendar == "gregorian"


def _names_thing(draft: Draft, left: Mention, between: str) -> bool:
    """Whether a word of "from" and a thing stand between: "اليوم التالي لثورة 23 يوليو 1952"."""
    leads = tuple(row[0] for row in draft.language.joins.get("counted_from", ()))
    if not leads or left.reading.base != "then" or left.reading.unit != "D" or not left.reading.shift:
        return False
    return between.startswith(leads) and len(between.split()) <= _MOST_WORDS and "," not in between
