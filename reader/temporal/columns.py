"""Which columns of a table hold years: cells that stand among dates, and what the header over others says.

In: a row of a table and the place of a number in it. Out: whether the number may be a year. A month that
labels a row of figures under years has no year of its own.
"""

from __future__ import annotations

import re

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention

CELL = " | "
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SEVERAL = 2
# "0730 | 1015 | From Tiree 1850": where one cell is a clock time without a point, so are such numbers.
_CLOCK_CELL = re.compile(r"(?:^|\| )0\d[0-5]\d(?= \||$)")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def drop_row_months(draft: Draft) -> None:
    """Drops the month that labels a row of figures whose columns are years: "March" under "2018 | 2019"."""
    if not draft.in_table or len(draft.mentions) != 1 or len(_HEAD_YEAR.findall(draft.context)) < _SEVERAL:
        return
    reading, (label, *cells) = draft.mentions[0].reading, draft.text.split(CELL)
    covers = draft.mentions[0].start == 0 and draft.mentions[0].end >= len(label.strip())
    bare = reading.month is not None and reading.day is None and reading.year is None
    if covers and bare and cells and not any(_WORD.search(cell) for cell in cells):
        draft.note("drop", "month of a row", draft.mentions[0])
        draft.mentions.clear()


def heads_years(draft: Draft, mention: Mention) -> bool:
    """Whether the header over a cell of a table speaks of years or dates; in a cell of words any year may."""
    is_clock = _CLOCK.fullmatch(draft.text, mention.start, mention.end)
    if is_clock and _CLOCK_CELL.search(draft.text):
        return False
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
