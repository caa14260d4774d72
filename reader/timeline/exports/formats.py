"""The formats a timeline is exported in: one list for the command line and the window.

In: a name. Out: what files of the format are called, how they are encoded, and what makes their text.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from reader.sentences import Sentences
from reader.timeline.exports.csv_export import timeline_csv
from reader.timeline.exports.json_export import timeline_json
from reader.timeline.exports.table import timeline_table
from reader.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format.

    Attributes:
        name: as the command line calls it; its sentence in the window is `export.format_<name>`.
        suffix: of file names, with its dot.
        encoding: of files; spreadsheets know UTF-8 by the mark at its beginning only.
        text: makes the text, sentences in it in the user's language.
    """

    name: str
    suffix: str
    encoding: str
    text: Callable[[Timeline, Sentences], str]

    def content(self, timeline: Timeline, say: Sentences) -> bytes:
        """The bytes of a file; what no file may hold (half a character) is written as a question mark."""
        text = self.text(timeline, say)
        return (text if text.endswith("\n") else text + "\n").encode(self.encoding, "replace")


def _csv(timeline: Timeline, _say: Sentences) -> str:
    return timeline_csv(timeline)


def _json(timeline: Timeline, _say: Sentences) -> str:
    return json.dumps(timeline_json(timeline), ensure_ascii=False, indent=1)


FORMATS = (
    ExportFormat("csv", ".csv", "utf-8-sig", _csv),
    ExportFormat("json", ".json", "utf-8", _json),
    ExportFormat("table", ".txt", "utf-8", timeline_table),
)
