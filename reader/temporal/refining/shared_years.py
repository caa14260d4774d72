"""Neighbours of a list share the year and month that one of them names.

In: a draft whose ranges are joined. Out: the same, the earlier of two neighbours with what the later has and
it has not: "April 5 and April 19, 2021", "en mai et en juin 1940". What stands between them is the
language's (`[join] list`), and the word that leads to both.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.draft import Draft
from reader.temporal.refining.joins import is_later_month, lent


def _is_led_alike(draft: Draft, left: Mention, gap: str, glue: frozenset[str]) -> bool:
    """Whether one word leads to both: "del 7 de febrero y del 29 de junio de 1679"."""
    joint, _, lead = gap.rpartition(" ")
    return joint in glue and draft.text.endswith(f" {lead} ", 0, left.start)


def share_years(draft: Draft) -> None:
    """Neighbours of a list share the year and month: "April 5 and April 19, 2021", "en mai et juin 1940"."""
    glue = draft.language.glue.get("list", frozenset())
    mentions = draft.mentions
    for index in range(len(mentions) - 2, -1, -1):
        left, right = mentions[index], mentions[index + 1]
        gap = draft.gap(left, right)
        if gap is None or left.until or (gap not in glue and not _is_led_alike(draft, left, gap, glue)):
            continue
        one, two = left.reading, right.reading
        finer = two.month or two.season or two.day or two.quarter
        if one.type is two.type is TimexType.DATE and one.calendar == two.calendar and finer:
            shared, _ = lent(one, two)
            if shared is not one and not one.open:
                if one.year is None and shared.year is not None and is_later_month(shared, two):
                    # "on 1 October, 1 January and 1 April 2024": a list goes forward.
                    shared = replace(shared, year=shared.year - 1)
                mentions[index] = replace(left, reading=shared)
                draft.note("join", "list", left)
