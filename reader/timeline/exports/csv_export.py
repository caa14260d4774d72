"""A timeline as comma-separated values (RFC 4180), a row an event, for spreadsheets and databases.

In: Timeline. Out: lines. The names of the columns are those of the JSON contract and are never renamed.
Spreadsheets take a cell that begins like a formula for one, and the words of a document are not its reader's:
such cells are led in by an apostrophe (OWASP, "CSV injection"), dates before our era among them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from reader.calendars.gregorian import iso_day
from reader.timeline.model import Event, Timeline
from reader.timeline.time_order import in_time

COLUMNS = (
    "document",
    "edtf",
    "start",
    "end",
    "as_written",
    "kind",
    "planned",
    "label",
    "page",
    "page_label",
    "paragraph",
    "resolution",
    "doubts",
    "bound",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def timeline_csv(timeline: Timeline, *, has_head: bool = True) -> Iterator[str]:
    """All events in the order of time, a line a piece; `has_head`: under the names of the columns."""
    if has_head:
        yield _line(COLUMNS)
    for event in in_time(timeline.events):
        yield _line(map(_harmless, (timeline.document.path, *_cells(event))))


def _line(cells: Iterable[str]) -> str:
    written = io.StringIO()
    csv.writer(written).writerow(cells)
    return written.getvalue()


def _cells(event: Event) -> tuple[str, ...]:
    date, mention = event.date, event.mentions[0] if event.mentions else None
    return (
        date.edtf,
        "" if date.first_day is None else iso_day(date.first_day),
        "" if date.last_day is None else iso_day(date.last_day),
        " = ".join(each.as_written for each in (date, *event.other_dates)),
        str(event.kind),
        "true" if event.planned else "false",
        event.label,
        str(mention.page_index + 1) if mention else "",
        mention.page_label if mention else "",
        mention.paragraph.written(mention.paragraph.text) if mention else "",
        event.resolution,
        " ".join(event.doubts),
        date.bound,
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
