"""Days that share one month are days of their own: "les 12, 13 et 14 mai 1832" is three dates, no span.

In: a draft whose ranges are joined. Out: the same, ranges of days held together by "and" split, and the bare
days before a listed day made dates of its month. "Between 3 and 17 August" stays a range. Two days that
follow each other are two, too, as the annotators of WikiWars have it ("8. und 9. Mai").
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_REACH = 24
_LAST_DAY = 31
_DAY = r"(?<![\w.,:/-])(\d{1,2})(?:er|st|nd|rd|th|\.|º|o)?"
_LISTED_DAY = Sign(rf"{_DAY}, ?(?:(?:<before_day>) )?$")
_PHRASE = re.compile(r"([^\W\d_]+)[.:]? ?$")
_SIGNS = frozenset(",-/–")


def split_lists(draft: Draft) -> None:
    """Makes days of a list mentions of their own."""
    glue = {row[0] for row in draft.language.joins.get("list", ())} - _SIGNS
    openings = {row[0] for row in draft.language.joins.get("range", ()) if row[0] and row[-1] in glue}
    joints = tuple(f" {word}" for word in glue)
    found: list[Mention] = []
    for mention in draft.mentions:
        joined = mention.until is not None or _lead_up(draft, mention.start).endswith(joints)
        if not joined or not _is_day(mention) or _opens_range(draft, mention.start, openings):
            found.append(mention)
            continue
        parts = _split(draft, mention, glue)
        listed = len(parts) > 1
        first = parts[0]
        floor = found[-1].end if found else 0
        while (before := _day_before(draft, first, glue, floor, listed=listed)) is not None:
            listed = True
            if _opens_range(draft, before.start, openings):
                break
            parts.insert(0, before)
            first = before
        if len(parts) > 1:
            draft.note("split", "day list", mention)
        found += parts
    draft.mentions[:] = found


def _is_day(mention: Mention) -> bool:
    reading = mention.reading
    night = reading.part == "NI"  # "nella notte tra il 19 e il 20 febbraio" is one
    return reading.day is not None and reading.month is not None and not reading.has_clock and not night


def _lead_up(draft: Draft, start: int) -> str:
    return draft.text[max(0, start - _REACH) : start].rstrip()


def _opens_range(draft: Draft, start: int, openings: set[str]) -> bool:
    head = _lead_up(draft, start)
    found = _PHRASE.search(head)
    word = found[1] if found else ""
    return any(head.endswith(opening) for opening in openings) or word in draft.language.not_before


def _split(draft: Draft, mention: Mention, glue: set[str]) -> list[Mention]:
    """The two days of "13 et 14 mai", or the mention as it is."""
    until = mention.until
    if until is None or until.day is None or until.month != mention.reading.month:
        return [mention]
    between = draft.text[mention.first_end : mention.second_start].strip(" .")
    if between not in glue or between.isdigit():
        return [mention]
    first = replace(mention, end=mention.first_end, until=None)
    second = replace(mention, start=mention.second_start, reading=until, until=None)
    return [first, second]


def _day_before(
    draft: Draft, mention: Mention, glue: set[str], floor: int, *, listed: bool
) -> Mention | None:
    """The bare day before one of a list; without a list yet, only before "and"."""
    before = draft.text[max(floor, mention.start - _REACH) : mention.start]
    offset = mention.start - len(before)
    joined = before.rstrip()
    word = next((one for one in glue if joined.endswith(f" {one}")), None)
    if word is not None:
        joined = joined.removesuffix(word)
        found = re.search(rf"{_DAY},? $", joined)
    elif listed:
        found = _LISTED_DAY.of(draft.language).search(before)
    else:
        return None
    if found is None or not 1 <= int(found[1]) <= _LAST_DAY or found.start(1) + offset < floor:
        return None
    reading = replace(mention.reading, day=int(found[1]), weekday=None)
    start, end = found.start(1) + offset, found.end() + offset
    end = start + len(draft.text[start:end].rstrip(" ,"))
    return replace(mention, start=start, end=end, reading=reading, until=None)
