"""Neighbours that become one: a passage's mentions looked at two by two, from right to left.

In: a draft and what makes one mention of two and the words between them. Out: the draft with fewer mentions.
"""

from __future__ import annotations

from collections.abc import Callable

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft


def pairwise(draft: Draft, name: str, join: Callable[[Mention, Mention, str], Mention | None]) -> None:
    """Joins neighbours from right to left, so that "fin" + ("mars" + "2020") finds its right side whole."""
    kept: list[Mention] = []  # in reverse
    for left in reversed(draft.mentions):
        gap = draft.gap(left, kept[-1]) if kept else None
        joined = join(left, kept[-1], gap) if gap is not None else None
        if joined is None:
            kept.append(left)
        else:
            draft.note("join", name, joined)
            kept[-1] = joined
    draft.mentions[:] = reversed(kept)


def merged(left: Mention, right: Mention, reading: Reading) -> Mention:
    """One mention of two neighbours, which says `reading`."""
    return replace(
        left,
        end=right.end,
        reading=reading,
        rule=f"{left.rule}+{right.rule.rpartition('/')[2]}",
        early=left.early or right.early,
    )
