"""Which columns of a table hold years: cells that stand among dates, and what the header over others says.

In: a row of a table and the place of a number in it. Out: whether the number may be a year.
"""

from __future__ import annotations

import re

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention

CELL = " | "
_WORD = re.compile(r"[^\W\d_]+")


def heads_years(draft: Draft, mention: Mention) -> bool:
    """Whether the header over a cell of a table speaks of years or dates; in a cell of words any year may."""
    cells = draft.text.split(CELL)
    column = draft.text[: mention.start].count(CELL)
    if not cells[column].strip().isdigit():
        return True
    if column in draft.date_columns:
        return True
    heads = draft.context.split(CELL)[-len(cells) :]  # before the header's cells stands the heading
    head = heads[column] if len(heads) == len(cells) else draft.context if column == 0 else ""
    if column == 0 and draft.context.count(CELL) > len(cells):
        head = draft.context  # heads in several rows
    years = draft.language.tables.get("unit")
    words = {word for word, value in years.values.items() if value == "Y"} if years else set()
    cues = draft.language.cues
    words |= cues.get("date_column", frozenset()) | cues.get("born", frozenset())
    return not words.isdisjoint(_WORD.findall(head))
