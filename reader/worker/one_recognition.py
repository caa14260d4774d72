"""A document read for the command line with its pictures of text: slower, in three children.

In: a path. Out: its timeline with what was read of pictures, or with the sentence that says what hindered it.
The children are the window's own (`client.py`); nobody looks at a page, so every place is exact at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from queue import SimpleQueue

from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents
from reader.worker.client import REAL_LIMITS, REAL_MAINS, EngineClient, Mains
from reader.worker.limits import Limits
from reader.worker.messages import Answer, EventsFound, ReadingFinished, ReadOptions, Refused, WorkerDied
from reader.worker.one_reading import RefusedError
from reader.worker.recognition_messages import RecognitionHindered, TimelineAmended


def timeline_with_pictures(
    path: str,
    *,
    password: str | None = None,
    options: ReadOptions,
    limits: Limits = REAL_LIMITS,
    mains: Mains = REAL_MAINS,
) -> tuple[Timeline, Sentence | None]:
    """The timeline of a file that has pages without text, and what hindered reading their pictures.

    Raises:
        RefusedError: it cannot be read.
    """
    pages: dict[int, PageEvents] = {}
    finished: Timeline | None = None
    hindered: Sentence | None = None
    with _answers(path, password, replace(options, exact=True, recognises_text=True), limits, mains) as said:
        for answer in said:
            match answer:
                case EventsFound():
                    pages.update((page.page_index, page) for page in answer.pages)
                case ReadingFinished():
                    finished = answer.timeline
                    if not set(finished.pages_without_text) - set(finished.pages_by_ocr):
                        break
                case RecognitionHindered():
                    hindered = answer.sentence
                    if not answer.goes_on:
                        break
                case TimelineAmended():
                    events = PackedEvents(pages[index] for index in sorted(pages))
                    return replace(answer.timeline, events=events), hindered
                case Refused() | WorkerDied() if "restarted" not in answer.sentence.key:
                    raise RefusedError(answer.sentence)
    if finished is None:
        raise AssertionError("a document is refused, or read to its end")
    return finished, hindered


@contextmanager
def _answers(
    path: str, password: str | None, options: ReadOptions, limits: Limits, mains: Mains
) -> Iterator[Iterator[Answer]]:
    """What a client answers about one document, without end."""
    queue: SimpleQueue[Answer] = SimpleQueue()
    client = EngineClient(queue.put, limits=limits, mains=mains)
    client.start()
    try:
        client.open(path, password, options=options)
        yield iter(queue.get, None)
    finally:
        client.stop()
