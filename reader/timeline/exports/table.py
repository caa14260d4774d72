"""A timeline as a table of plain text, for a terminal.

In: Timeline and the sentences of the user's language. Out: lines with the date, the page, the kind and the
words of each event in the order of time. Columns are as wide as their cells, counted in terminal columns.
"""

from __future__ import annotations

import unicodedata
from operator import itemgetter

from reader.sentences import Sentences
from reader.timeline.model import Event, EventDate, Timeline
from reader.timeline.time_order import time_key

LABEL_WIDTH = 78  # columns; longer labels are cut so that a row stays a row
GAP = "  "


def timeline_table(timeline: Timeline, say: Sentences) -> str:
    """Heading, rows sorted by time, and what was left out."""
    document = timeline.document
    heading = say(
        "table.heading",
        title=document.title or document.path,
        pages=document.page_count,
        events=len(timeline.events),
    )
    lines = [heading]
    if timeline.document_date:
        lines.append(say("table.date", date=timeline.document_date, source=timeline.date_source))
    columns = [say(f"table.column.{name}") for name in ("date", "written", "page", "kind", "label")]
    # Rows are sorted, not events: these may be packed, and 187,000 of them unpacked take a gigabyte.
    timed = sorted(((time_key(event), _row(event, say)) for event in timeline.events), key=itemgetter(0))
    rows = [row for _time, row in timed]
    widths = [max(_width(row[n]) for row in [columns, *rows]) for n in range(len(columns) - 1)]
    lines += [
        "",
        *(_aligned(row, widths) for row in [columns, ["─" * width for width in widths] + [""], *rows]),
    ]
    if timeline.unresolved:
        lines += ["", say("table.unresolved", count=len(timeline.unresolved))]
    by_ocr = set(timeline.pages_by_ocr) - set(timeline.pages_without_text)
    if by_ocr:
        lines += ["", say("ocr.pages_read", pages=", ".join(str(index + 1) for index in sorted(by_ocr)))]
    if timeline.pages_without_text:
        pages = ", ".join(str(index + 1) for index in timeline.pages_without_text)
        lines += ["", say("table.pages_without_text", pages=pages)]
    return "\n".join(line.rstrip() for line in lines)


def _row(event: Event, say: Sentences) -> list[str]:
    written = " = ".join(date.as_written for date in (event.date, *event.other_dates))
    kind = say(f"kind.{event.kind}") + (say("kind.planned_mark") if event.planned else "")
    pages = ", ".join(dict.fromkeys(mention.page_label for mention in event.mentions))
    return [_open(event.date), written, pages, kind, _cut(event.label)]


def _open(date: EventDate) -> str:
    """The EDTF with the side open that words beside the date leave open: "since 2008" is "2008/.."."""
    if not date.open_side or ".." in date.edtf:
        return date.edtf
    start, _, end = date.edtf.partition("/")
    end = end or start
    edge = start if date.bound in {"before", "since", "from"} else end
    return f"../{edge}" if date.open_side < 0 else f"{edge}/.."


def _aligned(cells: list[str], widths: list[int]) -> str:
    padded = [cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=False)]
    return GAP.join([*padded, cells[-1]])


def _width(text: str) -> int:
    """Terminal columns: wide East Asian characters take two, combining marks none (UAX 11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def _cut(label: str) -> str:
    return label if len(label) <= LABEL_WIDTH else label[: LABEL_WIDTH - 1].rstrip() + "…"
