"""Documents read for the command line: in the same confined, watched child as for the window, one at a time.

In: a path. Out: its timeline with every place exact, its paragraphs, or where words stand in it; what cannot
be had is said in a sentence. A page that hangs or crashes the engine is left out, the child replaced, the
rest read (`desk.py`). Neither the engine nor a language is loaded in this process.

    with OneReading() as reading:
        found = reading.timeline("a.pdf", options=ReadOptions("en"))
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from multiprocessing.connection import wait
from types import TracebackType
from typing import Self

from reader.search.model import Hit, SearchablePage, SearchWords
from reader.search.text_index import TextIndex
from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.worker.child import Child, end_children
from reader.worker.desk import Office
from reader.worker.jobs import Job
from reader.worker.limits import Limits
from reader.worker.mains import read
from reader.worker.messages import (
    Answer,
    OpenFile,
    ParagraphsOfPage,
    ReadingFinished,
    ReadOptions,
    WorkerDied,
)
from reader.worker.pictures import PictureMemory
from reader.worker.reading_desk import ReadingDesk
from reader.worker.search_messages import PageTexts
from reader.worker.spawning import ChildMain, spawn

REAL_LIMITS = Limits()
AS_FOUND = ReadOptions()


class RefusedError(Exception):
    """A document cannot be read; `sentence` says what, which file, and what to do."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.key)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Found:
    """A timeline, and the pages that are missing from it because they brought a child down.

    `given_up` says why the rest of the document is missing too.
    """

    timeline: Timeline
    lost_pages: dict[int, Sentence] = field(default_factory=dict)
    given_up: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Searched:
    """Where words stand in a document, and its pages without text, in which nothing can be found.

    `hindered` says why those were not recognised, if that was tried.
    """

    hits: tuple[Hit, ...]
    pages_without_text: tuple[int, ...]
    hindered: Sentence | None = None


class OneReading(AbstractContextManager["OneReading"]):
    """A reading child, started at once so that it loads while its parent does other things."""

    def __init__(self, limits: Limits = REAL_LIMITS, main: ChildMain = read) -> None:
        self._limits = limits
        self._jobs: dict[int, Job] = {}
        self._answers: list[Answer] = []
        pictures = PictureMemory(slot_count=0)
        office = Office(self._jobs, limits, self._answers.append)
        self._desk = ReadingDesk(office, lambda: Child(spawn("reading", main, pictures, limits), limits))
        self._last_job = 0
        self._desk.start()

    def __enter__(self) -> Self:
        """The reading itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the child, whatever it does."""
        if self._desk.child is not None:
            end_children([self._desk.child], self._limits)
            self._desk.child = None

    def timeline(self, path: str, *, password: str | None = None, options: ReadOptions = AS_FOUND) -> Found:
        """The whole timeline of a file.

        Raises:
            RefusedError: it cannot be read.
        """
        job, answers = self._read(
            OpenFile(self._number(), path, password, options=replace(options, exact=True))
        )
        found = next((answer.timeline for answer in answers if isinstance(answer, ReadingFinished)), None)
        if found is None:
            raise RefusedError(_refusal(answers))
        lost = {
            page: sentence
            for page, sentence in sorted(job.bad_to_read.items())
            if sentence.key != "worker.page_reading_damaged"
        }
        why = _reasons(answers)
        return Found(found, lost, why[-1] if why else None)

    def paragraphs(self, path: str, *, password: str | None = None) -> list[str]:
        """The paragraphs of a file in reading order.

        Raises:
            RefusedError: it cannot be read.
        """
        _, answers = self._read(OpenFile(self._number(), path, password, paragraphs_only=True))
        # A child that had to be replaced has begun again: what it read of a page last counts.
        pages = {page.page_index: page for page in answers if isinstance(page, ParagraphsOfPage)}
        if not any(page.is_last for page in pages.values()):
            raise RefusedError(_refusal(answers))
        return [text for index in sorted(pages) for text in pages[index].texts]

    def search(self, path: str, words: SearchWords, *, password: str | None = None) -> Searched:
        """Every hit of some words in a file, in the order of its pages.

        Raises:
            RefusedError: it cannot be read.
        """
        pages = self._texts(path, password)
        index = TextIndex(0)
        index.add(pages)
        hits = (hit for count in index.search(words) for hit in index.hits(count.index))
        return Searched(tuple(hits), tuple(page.index for page in pages if not page.has_text))

    def _texts(self, path: str, password: str | None) -> list[SearchablePage]:
        """The texts of the pages, ready to be searched, in order; a page that cannot be read has none."""
        self._desk.take_texts = self._answers.append
        _, answers = self._read(OpenFile(self._number(), path, password, text_only=True))
        told = [texts for texts in answers if isinstance(texts, PageTexts)]
        if not any(texts.is_last for texts in told):
            raise RefusedError(_refusal(answers))
        pages = {page.index: page for texts in told for page in texts.pages}
        return [pages[index] for index in sorted(pages)]

    def _number(self) -> int:
        self._last_job += 1
        return self._last_job

    def _read(self, request: OpenFile) -> tuple[Job, list[Answer]]:
        """Have a document read to its end; what was answered."""
        job = self._jobs[request.job_id] = Job(request, looked_at=0, opened=True)
        self._answers.clear()
        if self._desk.child is None:
            self._desk.start()
        else:
            self._desk.open(job)
        while not job.reading_over:
            patience = min(self._desk.time_left, self._limits.page_seconds / 4)
            wait(self._desk.waitables, timeout=max(0.0, patience))
            self._desk.attend()
        self._desk.close(job.job_id)
        del self._jobs[job.job_id]
        return job, list(self._answers)


def _refusal(answers: Sequence[Answer]) -> Sentence:
    """Why there is nothing: the last that was said."""
    return _reasons(answers)[-1]


def _reasons(answers: Sequence[Answer]) -> list[Sentence]:
    """Why the reading of a document ended early; that children were replaced is no reason."""
    said = [answer.sentence for answer in answers if isinstance(answer, WorkerDied)]
    return [sentence for sentence in said if "restarted" not in sentence.key]
