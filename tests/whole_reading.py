"""A whole document read at once: its timeline as the window has it at the end."""

from __future__ import annotations

from dataclasses import replace

from reader.document.file.pdf import open_document
from reader.pipeline import EventsFound, Finished, Reading
from reader.sentences import Sentences
from reader.timeline.model import Event, Timeline


def read_timeline(path: str, *, sentences: Sentences) -> Timeline:
    """The whole timeline of a file."""
    with open_document(path) as document:
        found: dict[int, tuple[Event, ...]] = {}
        for step in Reading(document, sentences=sentences).steps():
            if isinstance(step, EventsFound):
                found.update(zip(step.pages, step.events, strict=True))
            elif isinstance(step, Finished):
                return replace(step.timeline, events=tuple(e for page in step.pages for e in found[page]))
    raise AssertionError("a reading ends with Finished")
