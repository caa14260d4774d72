"""Columns of dates: which cell of a table that holds four digits and nothing else stands among dates.

In: the rows of a table as parts of a page. Out: for each row what stands over its cells, one head for each,
and which of them stand in columns of dates. Cells are told apart by their places, since an empty cell leaves
no trace in the text of its row and a merged one stands over several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from reader.document.layout.parts import Part
from reader.document.model import RULE, ParagraphRole

_LONE_YEAR = re.compile(r"(?:^|\| )[12]\d{3}(?= \||$)")
_A_YEAR = r"(?:1\d{3}|20[0-4]\d)"
_YEAR = re.compile(_A_YEAR)
# A month, a season, a day with its year, years: "March 1834", "c. 1760", "07/06/1902", "since 04/2016".
_DATE = re.compile(
    r"(?!n[°ºo.r]|inv|nr|no\b)(?:(?:\d{1,2}(?:\.|er|º|°)? )?[^\W\d_][^\d|]{0,20}"
    rf"|(?:[^\W\d_]+ )?(?:\d{{1,2}}[./-]){{1,2}}){_A_YEAR}|{_A_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
    rf"|{_A_YEAR} ?(?:[-–—] ?{_A_YEAR}?|circa|ca\b|env|\(?\?)"
    r"|(?:[ivx]{1,5}|\d{1,2})(?:e|ème|th|\.)? (?:sec|si[eè]c|s\.|jh|jahrh|cent)",
    re.IGNORECASE,
)
_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_LEAST_CELLS = 2
_FLUSH = 3.0  # points
_CENTRED = 0.1  # of a table's width that the middle of a centred cell may be off
_LETTER = re.compile(r"[^\W\d_]")
_MODERN = 1800  # amounts of a column scatter below it
_LEAST_YEARS = 3  # that follow each other down a column


@dataclass(frozen=True, slots=True)
class RowHeads:
    """What stands over the cells of a row, and the cells among dates, counted from 0."""

    text: str = ""
    dates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell, from where to where it reaches along its row; down the page where the table lies sideways."""

    text: str
    left: float
    right: float

    def stands_over(self, other: _Cell) -> bool:
        return self.left < other.right and other.left < self.right


def heads_of_rows(parts: Sequence[Part]) -> dict[int, RowHeads]:
    """What stands over the cells of rows with a lone number like a year, by the place of the part."""
    heads: dict[int, RowHeads] = {}
    for is_row, places in groupby(range(len(parts)), lambda at: parts[at].role is ParagraphRole.TABLE_ROW):
        if is_row:
            heads.update(_heads([(place, parts[place]) for place in places]))
    return heads


def _heads(rows: Sequence[tuple[int, Part]]) -> Iterator[tuple[int, RowHeads]]:
    texts = [part.text.translate(_PLAIN) for _, part in rows]
    with_years = [_LONE_YEAR.search(text) is not None for text in texts]
    if not any(with_years):
        return
    cells = [tuple(_cells(part, text)) for (_, part), text in zip(rows, texts, strict=True)]
    top = next((at for at, (_, part) in enumerate(rows) if part.header), 0)
    body = cells[top:]
    for (place, _), own, has_year, after in zip(
        rows[top:], body, with_years[top:], (*body[1:], ()), strict=True
    ):
        if has_year and own:
            over = RULE.join(_over(cell, cells[:top]) for cell in own)
            heads = len(own) == 1 and _heads_rows(own[0], after, body)
            yield (
                place,
                RowHeads(
                    over, tuple(at for at, cell in enumerate(own) if heads or _is_dated(cell, cells, top))
                ),
            )


def _cells(part: Part, plain: str) -> Iterator[_Cell]:
    """The cells of a row; `plain` is its text with figures of one script."""
    start = 0
    for text in plain.split(RULE):
        end = start + len(text)
        reach = [
            (one.box.y0, one.box.y1) if one.vertical else (one.box.x0, one.box.x1)
            for one in part.fragments
            if one.start < end and one.end > start
        ]
        if reach:
            yield _Cell(text, min(low for low, _ in reach), max(high for _, high in reach))
        start = end + len(RULE)


def _over(cell: _Cell, top: Sequence[Sequence[_Cell]]) -> str:
    return " ".join(one.text for row in top for one in row if one.stands_over(cell))


def _heads_rows(cell: _Cell, after: Sequence[_Cell], body: Sequence[Sequence[_Cell]]) -> bool:
    """Whether a year alone in its row heads the rows after it; a sum stands under its column."""
    if len(after) < _LEAST_CELLS or not _YEAR.fullmatch(cell.text):
        return False
    left, right = min(one.left for row in body for one in row), max(one.right for row in body for one in row)
    begins_right = after[0].left > after[-1].left
    flush = right - cell.right if begins_right else cell.left - left
    off_centre = abs(cell.left + cell.right - left - right) / 2
    return flush <= _FLUSH or off_centre <= _CENTRED * (right - left)


def _is_dated(cell: _Cell, cells: Sequence[Sequence[_Cell]], top: int) -> bool:
    """Whether a lone year stands in a column of dates; the header's rows end at `top`."""
    if not _YEAR.fullmatch(cell.text):
        return False
    body = cells[top:]
    column = [one.text for row in body for one in row if one.stands_over(cell)]
    years = [int(text) for text in column if _YEAR.fullmatch(text)]
    others = [text for text in column if not _YEAR.fullmatch(text)]
    dates = sum(_DATE.match(text) is not None for text in others)
    follow = len(years) >= _LEAST_YEARS and (
        all(one <= two for one, two in pairwise(years))
        or (not top and min(years) >= _MODERN and _beside_words(cell, body))
    )
    told = sum(text[:1].isalnum() for text in others)
    return bool(dates and 2 * dates >= told) or (follow and not told)


def _beside_words(cell: _Cell, body: Sequence[Sequence[_Cell]]) -> bool:
    """Whether all other cells are words, and nothing over them says what the numbers count."""
    return all(
        _LETTER.search(one.text) is not None for row in body for one in row if not one.stands_over(cell)
    )


__all__ = ["RowHeads", "heads_of_rows"]
