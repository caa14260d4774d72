"""The formats a timeline is exported in: one list for the command line and the window.

In: a name. Out: what files of the format are called, how they are encoded, and what makes their text.
"""

from __future__ import annotations

import json
from codecs import getincrementalencoder
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.sentences import Sentences
from reader.timeline.exports.csv_export import timeline_csv
from reader.timeline.exports.json_export import event_json, timeline_json
from reader.timeline.exports.table import timeline_table
from reader.timeline.model import Timeline

_NO_EVENTS = '"events": []'


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format.

    Attributes:
        name: as the command line calls it; its sentence in the window is `export.format_<name>`.
        suffix: of file names, with its dot.
        encoding: of files; spreadsheets know UTF-8 by the mark at its beginning only.
        parts: makes the text, piece by piece: that of 10,000 pages would fill the memory. Sentences in it are
            in the user's language.
        has_places: whether it says where on its page each date stands.
    """

    name: str
    suffix: str
    encoding: str
    parts: Callable[[Timeline, Sentences], Iterable[str]]
    has_places: bool = False

    def content(self, timeline: Timeline, say: Sentences) -> Iterator[bytes]:
        """The bytes of a file; what no file may hold (half a character) is written as a question mark."""
        encoder = getincrementalencoder(self.encoding)("replace")
        return map(encoder.encode, self.parts(timeline, say))


def _csv(timeline: Timeline, _say: Sentences) -> Iterator[str]:
    return timeline_csv(timeline)


def _json(timeline: Timeline, _say: Sentences) -> Iterator[str]:
    """The object of `timeline_json`, an event a line."""
    whole = json.dumps(timeline_json(replace(timeline, events=())), ensure_ascii=False, indent=1)
    before, after = whole.split(_NO_EVENTS, 1)  # no string of JSON holds a quotation mark as such
    yield f"{before}{_NO_EVENTS[:-1]}"
    for number, event in enumerate(timeline.events):
        yield (",\n  " if number else "\n  ") + json.dumps(event_json(event), ensure_ascii=False)
    yield f"{_NO_EVENTS[-1]}{after}\n"


def _table(timeline: Timeline, say: Sentences) -> Iterator[str]:
    yield timeline_table(timeline, say) + "\n"


FORMATS = (
    ExportFormat("csv", ".csv", "utf-8-sig", _csv),
    ExportFormat("json", ".json", "utf-8", _json, has_places=True),
    ExportFormat("table", ".txt", "utf-8", _table),
)
