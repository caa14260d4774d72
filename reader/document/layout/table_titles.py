"""The year in the title of a table: "Table 4. Vessels lost in 1932" over rows that say "3 February".

In: the parts of a page. Out: for the rows of each table the title above or below them, where it names one
year; days of the rows that say no year are of that one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from reader.document.layout.margins import day_in
from reader.document.layout.parts import Part
from reader.document.model import ParagraphRole

_ROW = ParagraphRole.TABLE_ROW
_LONGEST = 120  # characters
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)(?!\s?[/–—-]\s?\d)")  # in figures of any script
_YEARS = range(1500, 2100)
_NUMBERS = re.compile(r"\d{4}")
_SENTENCE_END = re.compile(r"[.!?…;,。！？؟]['\"”’»)\]]*$")


def titles_of_tables(parts: Sequence[Part]) -> dict[int, str]:
    """The title that names the year of a table, by the places of its rows."""
    titles: dict[int, str] = {}
    for is_row, places in groupby(range(len(parts)), lambda at: parts[at].role is _ROW):
        if is_row:
            rows = list(places)
            title = _title(parts, rows[0], rows[-1])
            titles.update(dict.fromkeys(rows, title) if title else {})
    return titles


def _title(parts: Sequence[Part], first: int, last: int) -> str:
    above = parts[first - 1] if first else None
    if above is not None and _is_title(above):
        return above.text if _names_one_year(above.text) else ""
    below = parts[last + 1 : last + 3]
    under = bool(below) and below[0].role is ParagraphRole.CAPTION and below[-1].role is not _ROW
    return below[0].text if under and _is_title(below[0]) and _names_one_year(below[0].text) else ""


def _is_title(part: Part) -> bool:
    """Whether a part is short and no sentence; a line that tells a day, unless a caption, heads a letter."""
    if len(part.text) > _LONGEST:
        return False
    if part.role is ParagraphRole.CAPTION:
        return True
    return part.role is ParagraphRole.BODY and not (day_in(part.text) or _SENTENCE_END.search(part.text))


def _names_one_year(text: str) -> bool:
    years = [year for year in map(int, _YEAR.findall(text)) if year in _YEARS]
    return len(years) == len(_NUMBERS.findall(text)) == 1


__all__ = ["titles_of_tables"]
