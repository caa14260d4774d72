"""What a date bounds: "before 1789", "depuis 1958", "1949年以来".

In: a refined mention and the folded text around it. Out: "before", "by", "until", "since", "from", "after",
or "". The date itself stays what is named (TIMEX3 leaves "since" outside of it, as a SIGNAL); a view says and
draws which side is open. The words are the language's (`[bounds]` in its file).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from reader.temporal.mention import Mention
from reader.temporal.model import Role, TimexType
from reader.temporal.refining.draft import Draft

_REACH = 24  # characters: "au plus tard à la fin de"
_CLAUSE = re.compile(r"[.;:!?،؛。]")
_DATED = frozenset({TimexType.DATE, TimexType.TIME})
_ENDING = frozenset({"by", "before", "until"})
_BEHIND = "_behind"  # ends the name of words that follow their date: "1990'dan beri"
_OF_MOD: Mapping[str, str] = MappingProxyType(
    {"BEFORE": "before", "ON_OR_BEFORE": "by", "ON_OR_AFTER": "from", "AFTER": "after"}
)


def is_led(draft: Draft, mention: Mention) -> bool:
    """Whether several words lead to a date as to a bound: "a contar de", "à compter du"."""
    before = f" {draft.text[max(0, mention.start - _REACH) : mention.start].rstrip()}"
    leads = (one for words in draft.language.bounds.values() for one in words if " " in one.strip())
    return before.endswith(tuple(leads))


def bound_of(draft: Draft, mention: Mention) -> str:
    """Which side of a date is open, by the words beside it; "" where neither is."""
    reading, language = mention.reading, draft.language
    if mention.until is not None or mention.role is not Role.EVENT or reading.type not in _DATED:
        return ""
    start = _clock_before(draft, mention)
    before = f" {draft.text[max(0, start - _REACH) : start].rstrip()}"
    # All words at once first: beside most dates stands none of them.
    if before.endswith(language.bound_leads) or _is_followed(draft, mention, language.bound_followers):
        found = [
            (word, name)
            for name, words in language.bounds.items()
            for word in words
            if (_is_followed(draft, mention, (word,)) if name.endswith(_BEHIND) else before.endswith(word))
        ]
        bound, name = max(found, key=lambda one: (len(one[0]), one[1]))  # "no later than" is not "later than"
        name = name.removesuffix(_BEHIND)
        if _only_joins(draft, start, bound):
            return ""
        clocked = start < mention.start or reading.type is TimexType.TIME
        # From nine on that day, something is held; by nine, it has been done at any time before.
        return name if name in _ENDING or not clocked else ""
    return _own_bound(draft, mention) if reading.mod in _OF_MOD else ""


def _only_joins(draft: Draft, start: int, bound: str) -> bool:
    """Whether a folded bound is written like a word for "of": "des années 1920", not "dès 1920"."""
    word = bound.strip()
    spoken = draft.spoken[:start].rstrip()[-len(word) :].lower()
    return spoken == word and word in draft.language.glue.get("of", ())


def _clock_before(draft: Draft, mention: Mention) -> int:
    """Where a day begins with the clock before it: "5:00 p.m. (London time) on February 29, 2024"."""
    if not mention.reading.day or mention.reading.has_clock:
        return mention.start
    clocks = (one for one in draft.mentions if 0 <= mention.start - one.end <= _REACH)
    clock = next((one for one in clocks if one.reading.has_clock and not one.reading.day), None)
    if clock is None or _CLAUSE.search(draft.text, clock.end, mention.start):
        return mention.start
    return clock.start


def _own_bound(draft: Draft, mention: Mention) -> str:
    """What bounds a mention that has taken the word to itself: "до 1905 года", "d'ici 2030"."""
    head = f" {draft.text[mention.start : mention.start + _REACH]}"
    for name, words in draft.language.bounds.items():
        if not name.endswith(_BEHIND) and head.startswith(tuple(f"{word} " for word in words)):
            return name
    return _OF_MOD[mention.reading.mod]


def _is_followed(draft: Draft, mention: Mention, words: tuple[str, ...]) -> bool:
    """Whether one of some words stands after a mention, or ends it: "1949年以来"."""
    end = mention.end + draft.text.startswith(" ", mention.end)
    return draft.text.startswith(words, end) or draft.text.endswith(words, mention.start, mention.end)
