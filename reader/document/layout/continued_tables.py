"""Tables that go on over a page's end without their header: which header holds for their rows.

In: the parts of the pages before, the nearest first, and the first row of a page. Out: the header. That a
table goes on is told by its columns, which begin or end where those of the row before them did.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.document.layout.parts import Part
from reader.document.layout.running_on import RUNNING
from reader.document.model import RULE, ParagraphRole

_SAME_PLACE = 2.0  # points


def is_plain_row(part: Part) -> bool:
    """Whether a part is a row of a table whose tags do not say which."""
    return part.role is ParagraphRole.TABLE_ROW and not (part.table or part.element)


def is_amid_table(parts: Sequence[Part]) -> bool:
    """Whether nothing stands on a page but rows of a table, and none of them has a header."""
    running = [part for part in parts if part.role in RUNNING]
    return bool(running) and all(one.role is ParagraphRole.TABLE_ROW and not one.header for one in running)


def header_above(pages: Sequence[Sequence[Part]], row: Part) -> str:
    """The header of the table that ends each of these pages and goes on with `row`; "" where none does."""
    for parts in pages:
        running = [part for part in parts if part.role in RUNNING]
        if not running or not is_plain_row(running[-1]) or not _share_columns(running[-1], row):
            return ""
        if running[-1].header:
            return running[-1].header
        if not all(map(is_plain_row, running)):
            return ""
    return ""


def _share_columns(one: Part, other: Part) -> bool:
    cells, others = _cells(one), _cells(other)
    return len(cells) == len(others) > 1 and all(
        min(abs(a - b) for a, b in zip(cell, below, strict=True)) < _SAME_PLACE
        for cell, below in zip(cells, others, strict=True)
    )


def _cells(row: Part) -> list[tuple[float, float]]:
    """Where each cell begins and ends."""
    found, start = [], 0
    for text in row.text.split(RULE):
        end = start + len(text)
        boxes = [one.box for one in row.fragments if one.start < end and one.end > start]
        if boxes:
            found.append((min(box.x0 for box in boxes), max(box.x1 for box in boxes)))
        start = end + len(RULE)
    return found
