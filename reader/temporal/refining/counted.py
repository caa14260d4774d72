"""Numbers of things before their noun: "2100 tons", "between 1500 and 2000 men", "1650 Arbeitsstunden".

In: the mentions of a passage, or a bare number in it. Out: the mentions without what is counted, or whether
the word after the number is something one counts. The nouns are the language's (`not_after`,
`counted_endings`), and so are the words that lead years in or follow them (`year_before`, `year_after`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.temporal.mention import Mention
from reader.temporal.refining.chronicle_lines import counts_nothing
from reader.temporal.refining.counted_nouns import counts_people, is_before_noun
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.numbers_of_things import is_measured, word_before
from reader.temporal.refining.year_leads import comes_by_the_year
from reader.temporal.words.signs import Sign

_YEAR_BEFORE = re.compile(r"(?<!\d)[12]\d{3}\D{1,4}$")
_WORDS_AFTER = re.compile(r" ?-?([^\W\d_]+)")
_CONTEXT = 24
_REACH = 40
# "الفترة من 2015 إلى ", "سال‌های ۱۳۵۹ و ": what opens a span, its first year, and a small word.
_SPAN_BEFORE = Sign(r"(?<!\w)(?:<span_noun>)(?: [^\W\d_]+)? \d{4} [^\W\d_]+ $")
_WORDS_BEFORE = re.compile(r"([^\W\d_]+) (?:([^\W\d_]+) )?$")
_COMPOUND_HEAD = 5  # letters


def drop_counted(draft: Draft) -> None:
    """Drops numbers of things ("2100 tons") and those they are paired with ("between 1500 and 2000 men")."""
    rows = [row for name in ("range", "list") for row in draft.language.joins.get(name, ())]
    follower: Mention | None = None
    kept = []
    for mention in reversed(draft.mentions):
        if draft.text[mention.start : mention.end].isdigit():
            gap = draft.gap(mention, follower) if follower is not None else None
            head = draft.text[max(0, mention.start - _CONTEXT) : mention.start].rstrip()
            # "bis 1939 auf 1850 Mann" pairs nothing: the row that "auf" ends opens with "von".
            paired = gap is not None and any(
                gap == row[-1] and (len(row) == 1 or head.endswith(row[0])) for row in rows
            )
            # "from 3% in 2000 to 6%" pairs no year with a share.
            small = follower is not None and follower.end - follower.start < mention.end - mention.start - 1
            paired = paired and not small
            if paired or counts_things(draft, mention) or is_measured(draft, mention):
                draft.note("drop", "counted", mention)
                follower = mention
                continue
        follower = None
        kept.append(mention)
    draft.mentions[:] = kept[::-1]


def counts_things(draft: Draft, mention: Mention) -> bool:  # noqa: PLR0911 - one return per sign
    """Whether the word after a number is something one counts."""
    language = draft.language
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    if not following or _is_verb(draft, following) or counts_nothing(draft, mention):
        return False
    if not language.word_boundaries:
        # "1500余人": a number counts what it is written together with; years bear their own word.
        attached = draft.text[mention.end - 1].isdigit() and following.start(1) == mention.end
        return attached or following[1].startswith(tuple(language.not_after))
    low = max(0, mention.start - _REACH)
    if _SPAN_BEFORE.of(language).search(draft.spoken, low, mention.start):
        return False
    if counts_people(draft, mention, following) or is_before_noun(draft, mention, following.start(1)):
        return True
    before = draft.text[max(0, mention.start - _CONTEXT) : mention.start]
    leading = word_before(before.removesuffix("-"))
    own = draft.text[mention.start : mention.end].partition(" ")[0]
    if own in language.year_before or (leading and language.is_among(leading, language.year_before)):
        return False
    if language.options.get("compounds") and following[1].endswith(_compound_heads(language.not_after)):
        return True  # "1650 Arbeitsstunden"
    if following[1].endswith(language.counted_endings):
        return True
    if not language.year_after or following[1] in language.year_after or _YEAR_BEFORE.search(before):
        return False
    if _is_of_named(draft, mention):
        return False
    return not any(following[1].startswith(head[:-1]) for head in language.year_after if head.endswith("-"))


def _is_of_named(draft: Draft, mention: Mention) -> bool:
    """Whether one of the two words before is a noun that comes by the year: "Mistrzostwa świata 1974".

    A time that is told already has nothing to do with it: "W zeszłym roku sprzedano 2000 maszyn".
    """
    found = _WORDS_BEFORE.search(draft.text, max(0, mention.start - _CONTEXT), mention.start)
    if found is None:
        return False
    far, near = found.groups() if found[2] else (None, found[1])
    if comes_by_the_year(draft.language, near):
        return True
    told = any(one.start < mention.start and one.end > found.start() for one in draft.mentions)
    return far is not None and not told and comes_by_the_year(draft.language, far)


def _is_verb(draft: Draft, following: re.Match[str]) -> bool:
    """Whether small letters make a verb of what else is counted: "um 1800 beschäftigte sie", no employees.

    Only where nouns have capitals; one that follows it makes an adjective of it: "1500 verletzte Soldaten".
    """
    language, spoken = draft.language, draft.spoken
    if language.options.get("nouns") != "capital" or not spoken[following.start(1)].islower():
        return False
    past = tuple(language.cues.get("past_endings", ()))
    return following[1].endswith(past) and not spoken[following.end() + 1 : following.end() + 2].isupper()


def is_before_counted(draft: Draft, mention: Mention) -> bool:
    """Whether a noun that one counts follows."""
    following = _WORDS_AFTER.match(draft.text, mention.end, mention.end + _CONTEXT)
    if following is None or _is_verb(draft, following):
        return False
    counted = draft.language.not_after, draft.language.counted_endings
    return following[1] in counted[0] or following[1].endswith(counted[1])


@lru_cache(maxsize=16)
def _compound_heads(words: frozenset[str]) -> tuple[str, ...]:
    """What is counted as the last part of a compound; shorter words end others by chance."""
    return tuple(word for word in words if len(word) >= _COMPOUND_HEAD)


__all__ = ["counts_things", "drop_counted", "is_before_counted"]
