"""Which columns of a table hold years: cells that stand among dates, and what the header over others says.

In: a row of a table and the place of a number in it. Out: whether the number may be a year. A month that
labels a row of figures under years has no year of its own.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.refining.draft import Draft

CELL = " | "
_WORD = re.compile(r"[^\W\d_]+")
_HEAD_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_SEVERAL = 2
_LEAST_HEAD = 4  # letters of a word that ends compounds
_MEASURE = re.compile(
    r"[%‰€$£¥#№]|n\.?[°ºo](?!\w)|[(\[](?:k?m[²³23]?|cm|mm|k?g|t|l|hl|ha|h|km/h|kw|mw|eur|usd|gbp)[)\]]"
)
# "0730 | 1015 | From Tiree 1850": where one cell is a clock time without a point, so are such numbers.
_CLOCK_CELL = re.compile(r"(?:^|\| )0\d[0-5]\d(?= \||$)")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def drop_row_labels(draft: Draft) -> None:
    """Drops a season or month that is the label of a row, and dates nothing."""
    _drop_part_of_year(draft)
    _drop_month(draft)


def _drop_month(draft: Draft) -> None:
    """Drops the month that labels a row of figures whose columns are years: "March" under "2018 | 2019"."""
    if not draft.in_table or len(draft.mentions) != 1 or len(_HEAD_YEAR.findall(draft.context)) < _SEVERAL:
        return
    reading, (label, *cells) = draft.mentions[0].reading, draft.text.split(CELL)
    covers = draft.mentions[0].start == 0 and draft.mentions[0].end >= len(label.strip())
    bare = reading.month is not None and reading.day is None and reading.year is None
    if covers and bare and cells and not any(_WORD.search(cell) for cell in cells):
        draft.note("drop", "month of a row", draft.mentions[0])
        draft.mentions.clear()


def _drop_part_of_year(draft: Draft) -> None:
    """Drops a season or part of a year that names a row whose other cells date it: "First term | 17/09"."""
    if not draft.in_table or len(draft.mentions) < _SEVERAL:
        return
    label, following = draft.mentions[0], draft.mentions[1].reading
    named = bool(label.reading.season or label.reading.quarter or label.reading.half)
    own = named and label.reading.year is None and label.start == 0 and label.until is None
    dated = following.year is not None or following.pair is not None or following.month is not None
    if own and dated and CELL in draft.text[label.end : draft.mentions[1].start]:
        draft.note("drop", "label of a row", label)
        draft.mentions.pop(0)


def fills_cell(draft: Draft, mention: Mention) -> bool:
    """Whether nothing else stands in the cell of a mention."""
    begins = not mention.start or draft.text.endswith(CELL, 0, mention.start)
    return begins and (mention.end == len(draft.text) or draft.text.startswith(CELL, mention.end))


def names_numbers(draft: Draft, head: str) -> bool:
    """Whether the head of a column says numbers, alike to years as they may be: "Lot", "Price (£)"."""
    language = draft.language
    amounts = language.cues.get("amount_column", frozenset())
    told = _WORD.findall(head)
    return _MEASURE.search(head) is not None or any(
        word in language.not_before or word in language.not_after or word in amounts for word in told
    )


def heads_years(draft: Draft, mention: Mention) -> bool:
    """Whether the header over a cell of a table speaks of years or dates; in a cell of words any year may."""
    is_clock = _CLOCK.fullmatch(draft.text, mention.start, mention.end)
    if is_clock and _CLOCK_CELL.search(draft.text):
        return False
    cells = draft.text.split(CELL)
    column = draft.text[: mention.start].count(CELL)
    if not cells[column].strip().isdigit():
        return True
    heads = draft.context.split(CELL)[-len(cells) :]  # before the header's cells stands the heading
    own = len(heads) == len(cells)
    head = heads[column] if own else draft.context if column == 0 else ""
    if _names_years(draft, head):
        return True
    if column in draft.date_columns:
        return not own or not names_numbers(draft, head)
    # heads in several rows
    return column == 0 and draft.context.count(CELL) > len(cells) and _names_years(draft, draft.context)


def _names_years(draft: Draft, head: str) -> bool:
    """Whether the head of a column says years or dates: "Anno", "Built"."""
    years, cues = draft.language.tables.get("unit"), draft.language.cues
    words = {word for word, value in years.values.items() if value == "Y"} if years else set()
    words |= cues.get("date_column", frozenset()) | cues.get("born", frozenset())
    told = _WORD.findall(head)
    # "Gussjahr", "bouwjaar"
    ends = tuple(word for word in words if len(word) >= _LEAST_HEAD)
    if not words.isdisjoint(told) or any(word.endswith(ends) for word in told):
        return True
    # What was done: "Eletrificado", "Ampliata"; but "Recaudado (€)".
    done = tuple(cues.get("done_endings", ()))
    return bool(done) and any(word.endswith(done) for word in told) and not names_numbers(draft, head)
