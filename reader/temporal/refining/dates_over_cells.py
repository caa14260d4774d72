"""Dates whose parts stand in cells of their own: "20 May | 1900" under "Day | Year", "20 | May | 1900".

In: a row of a table and its heads. Out: a day, or a month, and the year in the cell after it as one mention,
where the heads say that they are its parts.
"""

from __future__ import annotations

import re
from itertools import accumulate

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import TimexType
from reader.temporal.refining.columns import CELL, fills_cell
from reader.temporal.refining.draft import Draft
from reader.temporal.words.tokens import words_of

_YEAR = re.compile(r"\d{3,4}")
_DAY = re.compile(r"[1-9]|[12]\d|3[01]")
_MOST_PARTS = 3


def join_cells(draft: Draft) -> None:
    """Joins a day and its month to the year in the cell after them."""
    cells = draft.text.split(CELL)
    heads = draft.context.split(CELL)[-len(cells) :]
    if not draft.in_table or len(cells) == 1 or len(heads) != len(cells):
        return
    starts = [0, *accumulate(len(cell) + len(CELL) for cell in cells[:-1])]
    for index in range(len(draft.mentions) - 1, 0, -1):
        left, right = draft.mentions[index - 1 : index + 1]
        at = draft.text.count(CELL, 0, right.start)
        if not (_waits(draft, left) and _is_year(draft, right) and _names(draft, heads[at], "Y")):
            continue
        if draft.text[left.end : right.start].strip() != CELL.strip():
            continue
        start, reading = left.start, left.reading
        if reading.day is None and _names(draft, heads[at - 1], "M"):
            day = at >= _MOST_PARTS - 1 and _DAY.fullmatch(cells[at - 2].strip(" ."))
            if day and _names(draft, heads[at - 2], "D"):
                start, reading = starts[at - 2], replace(reading, day=int(day[0]))
        elif not _names(draft, heads[at - 1], "D"):
            continue
        year = right.reading.year
        until = left.until and replace(left.until, year=year)
        whole = replace(left, start=start, end=right.end, reading=replace(reading, year=year), until=until)
        draft.note("join", "cells", whole)
        draft.mentions[index - 1 : index + 1] = [whole]


def _waits(draft: Draft, mention: Mention) -> bool:
    """Whether a day or a month that lacks its year fills its cell."""
    reading = mention.reading
    bare = reading.type is TimexType.DATE and reading.month is not None and not reading.has_year
    counted = reading.base or reading.of is not None or reading.direction is not None
    return bare and not counted and reading.short_year is None and fills_cell(draft, mention)


def _is_year(draft: Draft, mention: Mention) -> bool:
    """Whether a cell holds a year and nothing else."""
    figures = _YEAR.fullmatch(draft.text, mention.start, mention.end)
    return figures is not None and mention.reading.year is not None and fills_cell(draft, mention)


def _names(draft: Draft, head: str, unit: str) -> bool:
    """Whether the head of a column is a unit: "Year", "Jour"; over days also "Date"."""
    words = words_of(head)
    if len(words) != 1:
        return False
    if unit == "D" and words[0] in draft.language.cues.get("date_column", frozenset()):
        return True
    tables = (draft.language.tables.get(name) for name in ("unit", "the_unit"))  # "سنة", "السنة"
    return any(table is not None and table.values.get(words[0]) == unit for table in tables)


__all__ = ["join_cells"]
