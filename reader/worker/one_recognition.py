"""A document read for the command line with its pictures of text: slower, in three children.

In: a path. Out: its timeline, or the hits of some words, with what was read of pictures, or with the sentence
that says what hindered it. The children are the window's own (`client.py`); nobody looks at a page, so every
place of a timeline is exact at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from queue import SimpleQueue

from reader.search.model import Hit, SearchWords
from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents
from reader.worker.child import REAL_MAINS, Mains
from reader.worker.client import REAL_LIMITS, EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import Answer, EventsFound, ReadingFinished, ReadOptions, Refused, WorkerDied
from reader.worker.one_reading import RefusedError, Searched
from reader.worker.recognition_messages import RecognitionHindered, TimelineAmended
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, SearchText

_ONLY_SEARCH = 1  # the number of its one request


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
    options = replace(options, exact=True, recognises_text=True)
    with _client(limits, mains) as (client, said):
        client.open(path, password, options=options)
        return _read_to_the_end(said)


def search_with_pictures(
    path: str,
    words: SearchWords,
    *,
    password: str | None = None,
    options: ReadOptions,
    limits: Limits = REAL_LIMITS,
    mains: Mains = REAL_MAINS,
) -> Searched:
    """Every hit of some words in a file that has pages without text, in the order of its pages.

    Raises:
        RefusedError: it cannot be read.
    """
    with _client(limits, mains) as (client, said):
        job_id = client.open(path, password, options=replace(options, recognises_text=True))
        timeline, hindered = _read_to_the_end(said)
        client.search(SearchText(job_id, _ONLY_SEARCH, words))
        pages = _pages_with_hits(said)
        for page in pages:
            client.ask_hits(AskHits(job_id, _ONLY_SEARCH, page))
        hits: dict[int, tuple[Hit, ...]] = {}
        while len(hits) < len(pages):
            if isinstance(answer := next(said), HitsOfPage):
                hits[answer.page_index] = answer.hits
    found = tuple(hit for page in pages for hit in hits[page])
    return Searched(found, timeline.pages_without_text, hindered)


def _read_to_the_end(said: Iterator[Answer]) -> tuple[Timeline, Sentence | None]:
    """The timeline when all is read that can be, and what hinders the rest."""
    pages: dict[int, PageEvents] = {}
    finished: Timeline | None = None
    hindered: Sentence | None = None
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


def _pages_with_hits(said: Iterator[Answer]) -> list[int]:
    """The pages that have hits, when all have been searched."""
    pages: list[int] = []
    for answer in said:
        if isinstance(answer, HitsCounted):
            pages += [count.index for count in answer.found]
            if answer.pages_searched >= answer.page_count:
                break
    return sorted(pages)


@contextmanager
def _client(limits: Limits, mains: Mains) -> Iterator[tuple[EngineClient, Iterator[Answer]]]:
    """A client that runs, and what it answers, without end."""
    queue: SimpleQueue[Answer] = SimpleQueue()
    client = EngineClient(queue.put, limits=limits, mains=mains)
    client.start()
    try:
        yield client, iter(queue.get, None)
    finally:
        client.stop()
