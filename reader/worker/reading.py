"""The child that reads documents from end to end and posts the events it finds.

In: `OpenFile`, `LookAt`, `PauseReading`, `CloseFile`, and what was read of pictures. Out: `EventsFound` and
`ReadingProgress` as it goes, `PageFailed` for pages it could not read, `TimelineSettled` at the end. It walks
the steps of `pipeline.py` and listens between two of them; not to ask for the next step is to pause. The
document opened or looked at last goes first. Events stand where they were estimated, but for those in view;
what was told of a page comes back to be placed exactly (`PlacePages`). The text of every page goes out too,
in `PageTexts`, for searching; of a document opened for its `text_only` nothing else does.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from reader.document.errors import DocumentError
from reader.sentences import Sentence, load_sentences
from reader.temporal.installed import installed_tagger
from reader.temporal.words.language import LanguageFileError
from reader.timeline.page_events import pack
from reader.worker import confinement
from reader.worker.child_side import confine_and_say_so, telling_faults
from reader.worker.engine_start import import_engine
from reader.worker.heap import PAGES_TIDIED, give_back
from reader.worker.limits import Limits
from reader.worker.messages import (
    Answer,
    CloseFile,
    EventsFound,
    LookAt,
    Opened,
    OpenFile,
    PageFailed,
    PagesPlaced,
    ParagraphsOfPage,
    PauseReading,
    PlacePages,
    ReadingProgress,
    Refused,
    Request,
    TimelineSettled,
)
from reader.worker.paragraph_reading import ParagraphReading
from reader.worker.pictures import PictureMemory
from reader.worker.pulse import OPENING, THINKING, Pulse
from reader.worker.recognition_messages import PageRecognised, SettleRecognised
from reader.worker.second_tagger import mention_finder
from reader.worker.text_reading import TextCollector, TextReading
from reader.worker.wire import decode, encode

if TYPE_CHECKING:
    from reader import pipeline
    from reader.document.file.pdf import HeldBytes
    from reader.worker.watched import WatchedDocument

# Reading makes a million small values a minute and hardly a circle of them. Looking for circles after every
# 700 took a tenth of the time of 150 pages full of dates.
COLLECTOR = (20_000, 20, 100)


def main(
    connection: Connection,
    pulse: Pulse,
    pictures: PictureMemory,
    limits: Limits,
    held: Mapping[int, HeldBytes] | None = None,
) -> None:
    """The life of the child, from spawn until the parent hangs up.

    `held`: the bytes of documents that it will be given, where it has them already.
    """
    del pictures  # only the painting child has any
    confinement.take_place(limits.memory_bytes, confinement.NICENESS_OF_READING)
    with telling_faults("reading", connection):
        import_engine()
        gc.set_threshold(*COLLECTOR)
        from reader import pipeline  # noqa: F401, PLC0415 - the window imports this file, not the engine

        confine_and_say_so("reading", connection)
        Reader(connection, pulse, dict(held or {})).serve()


@dataclass(slots=True)
class Book:
    """One document being read."""

    request: OpenFile
    document: WatchedDocument
    reading: pipeline.Reading | TextReading | ParagraphReading
    steps: Iterator[object]
    texts: TextCollector
    paused: bool = False
    tidied_at: int = 0  # pages read when memory was last given back
    finished: bool = False  # nothing is left to read, but events can still be placed exactly

    @property
    def has_work(self) -> bool:
        """Whether there is anything to go on with."""
        return not (self.paused or self.finished)


def _reading_of(
    request: OpenFile, document: WatchedDocument, texts: TextCollector
) -> pipeline.Reading | TextReading | ParagraphReading:
    """What is to be read of a document."""
    from reader import pipeline  # noqa: PLC0415 - see main

    if request.text_only:
        return TextReading(document, texts, request.page_index)
    if request.paragraphs_only:
        return ParagraphReading(document, request.job_id)
    tagger = installed_tagger([Path(own)] if (own := request.options.own_languages) else [])
    return pipeline.Reading(
        document,
        sentences=load_sentences(request.options.interface_language),
        tagger=tagger,
        language=request.options.language,
        document_date=request.options.document_date,
        first_page=request.page_index,
        exact_places=request.options.exact,
        on_page=None if request.options.exact else texts.keep,
        finder=mention_finder(tagger, document.page_count, document.words_of),
    )


class Reader:
    """The documents to be read, the one to go on with last in the list."""

    def __init__(self, connection: Connection, pulse: Pulse, held: dict[int, HeldBytes]) -> None:
        self._connection = connection
        self._pulse = pulse
        self._held = held
        self._books: list[Book] = []

    def serve(self) -> None:
        """Read and listen for ever."""
        while True:
            book = next((book for book in reversed(self._books) if book.has_work), None)
            if book is None:
                self._pulse.rest()
            if book is None or self._connection.poll():
                self._do(decode(self._connection.recv_bytes()))
            else:
                self._go_on(book)

    def _send(self, answer: Answer) -> None:
        self._connection.send_bytes(encode(answer))

    def _do(self, request: Request | Answer) -> None:
        match request:
            case OpenFile():
                self._open(request)
            case LookAt():
                for book in self._take_out(request.job_id):
                    self._books.append(book)
                    book.reading.look_at(request.page_index)
            case PauseReading() | PageRecognised() | SettleRecognised() | PlacePages():
                for book in self._books:
                    if book.request.job_id == request.job_id:
                        self._change(book, request)
            case CloseFile():
                self._held.pop(request.job_id, None)
                for book in self._take_out(request.job_id):
                    if not isinstance(book.reading, TextReading | ParagraphReading):
                        book.reading.close()

    def _change(
        self, book: Book, request: PauseReading | PageRecognised | SettleRecognised | PlacePages
    ) -> None:
        if isinstance(request, PauseReading):
            book.paused = request.paused
        elif isinstance(book.reading, TextReading | ParagraphReading):  # its timeline is another's
            if isinstance(request, PageRecognised) and request.lines:
                book.document.take_recognised(request.page_index, request.lines)
        elif isinstance(request, PageRecognised):
            self._take_recognised(book, book.reading, request)
        elif isinstance(request, PlacePages):
            self._place(book.reading, request)
        else:
            book.steps, book.finished = chain(book.steps, book.reading.settle()), False

    def _take_recognised(self, book: Book, reading: pipeline.Reading, page: PageRecognised) -> None:
        """The picture of a page was read: its lines are the page's text now."""
        if page.lines:
            book.document.take_recognised(page.page_index, page.lines)
        self._pulse.begin(page.job_id, THINKING)
        found = list(reading.read_recognised(page.page_index, has_text=bool(page.lines)))
        self._send_texts(book, is_over=False)
        for events in found:
            self._send_events(page.job_id, events)

    def _send_events(self, job_id: int, found: pipeline.EventsFound) -> None:
        """Events in the form in which they cross."""
        self._send(EventsFound(job_id, tuple(map(pack, found.pages, found.events))))

    def _place(self, reading: pipeline.Reading, request: PlacePages) -> None:
        """Tell where the events of some pages stand exactly."""
        self._pulse.begin(request.job_id, THINKING)
        placed = (reading.place(page) for page in request.pages)
        self._send(PagesPlaced(request.job_id, tuple(page for page in placed if page is not None)))

    def _take_out(self, job_id: int) -> list[Book]:
        found = [book for book in self._books if book.request.job_id == job_id]
        self._books = [book for book in self._books if book.request.job_id != job_id]
        return found

    def _open(self, request: OpenFile) -> None:
        from reader.document.file.pdf import open_document  # noqa: PLC0415 - see main
        from reader.worker.watched import WatchedDocument  # noqa: PLC0415 - see above

        self._pulse.begin(request.job_id, OPENING)
        texts = TextCollector(request.job_id)
        try:
            watched = WatchedDocument(
                open_document(request.path, request.password, self._held.pop(request.job_id, None)),
                job_id=request.job_id,
                bad_pages=frozenset(request.bad_pages),
                pulse=self._pulse,
            )
            reading = _reading_of(request, watched, texts)
            info = watched.info  # now, not in the middle of the reading: a large file may have gone meanwhile
            if request.options.exact:  # nobody else has opened it, and what is found is worth telling
                self._send(Opened(request.job_id, info))
        except DocumentError as error:
            self._send(Refused(request.job_id, error.sentence))
        except MemoryError:
            self._send(Refused(request.job_id, Sentence("worker.file_memory", {"path": request.path})))
        else:
            self._books.append(Book(request, watched, reading, reading.steps(), texts))

    def _go_on(self, book: Book) -> None:
        """One step of the pipeline, told to the window."""
        from reader import pipeline  # noqa: PLC0415 - see main

        job_id = book.request.job_id
        self._pulse.begin(job_id, THINKING)
        try:
            step = next(book.steps, None)
        except LanguageFileError as error:  # a file of the user's own; the program's are tested
            book.finished = True
            slots: dict[str, str | int] = {"path": book.request.path, "reason": str(error)}
            self._send(Refused(job_id, Sentence("worker.language_file", slots)))
            return
        self._send_texts(book, is_over=step is None)
        match step:
            case pipeline.PagesRead():
                self._send_progress(book, step.pages_read, step.page_count)
            case pipeline.EventsFound():
                self._send_events(job_id, step)
            case ParagraphsOfPage():
                self._send(step)
            case pipeline.PageDamaged():
                book.texts.miss(step.page_index)
                slots = {"path": book.request.path, "page": step.page_index + 1}
                sentence = Sentence("worker.page_reading_damaged", slots)
                self._send(PageFailed(job_id, step.page_index, sentence, painting=False))
            case pipeline.Finished():
                self._send(TimelineSettled(job_id, step.timeline, step.pages))
                give_back()
            case None:
                book.finished = True
                give_back()

    def _send_progress(self, book: Book, pages_read: int, page_count: int) -> None:
        self._send(ReadingProgress(book.request.job_id, pages_read, page_count))
        if pages_read - book.tidied_at >= PAGES_TIDIED:
            book.tidied_at = pages_read
            give_back()

    def _send_texts(self, book: Book, *, is_over: bool) -> None:
        """What the last step has read, for the search; a document read for nothing else is done with then."""
        is_last = is_over and book.request.text_only
        if texts := book.texts.taken(is_last=is_last):
            self._send(texts)
        if is_last:
            self._take_out(book.request.job_id)
