"""Answers of the child processes become signals; wishes of the window become messages. Nothing more.

The only file of the window that knows `worker/`. Answers come in the client's own thread; the queued signal
carries them into the window's. Pictures are copied out of shared memory here and the block is given back at
once, so no view ever holds a name of a block.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QImage, QPixmap

from reader.document.model import Box
from reader.search.model import SearchWords
from reader.worker.archive import Archive
from reader.worker.heap import PAGES_TIDIED, give_back
from reader.worker.messages import (
    Answer,
    EventsFound,
    Opened,
    OutlineRead,
    PageFailed,
    PagePainted,
    PageSizes,
    PageText,
    PaintPage,
    PlacesMeasured,
    ReadingFinished,
    ReadingProgress,
    ReadOptions,
    Refused,
    WorkerDied,
)
from reader.worker.recognition_messages import RecognitionHindered, RecognitionProgress, TimelineAmended
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, SearchText


class Client(Protocol):
    """What the window asks of `worker/client.py`."""

    def deliver_to(self, on_answer: Callable[[Answer], None]) -> None:
        """Name who is to have the answers."""

    def remember_with(self, archive: Archive) -> None:
        """Find timelines of earlier runs there, and keep new ones."""

    def open(self, path: str, password: str | None, page_index: int, options: ReadOptions) -> int:
        """Open a file in both children; the number of the job."""

    def close_job(self, job_id: int) -> None:
        """The job is no longer wanted."""

    def paint(self, wish: PaintPage) -> None:
        """Paint a page or a part of it."""

    def keep_paints(self, job_id: int, request_ids: frozenset[int]) -> None:
        """Of the wishes not yet begun only these are still wanted."""

    def look_at(self, job_id: int, page_index: int) -> None:
        """The reader looks at this page."""

    def pause(self, job_id: int, paused: bool) -> None:  # noqa: FBT001 - the client's own form
        """Hold the analysis or let it go on."""

    def measure_places(self, job_id: int) -> None:
        """Tell where all events stand exactly."""

    def want_text(self, job_id: int) -> None:
        """The document is about to be searched."""

    def search(self, wish: SearchText) -> None:
        """Search a document."""

    def ask_hits(self, wish: AskHits) -> None:
        """Tell the hits of a page."""

    def ask_page_text(self, job_id: int, page_index: int) -> None:
        """Tell the lines of a page with the edges of their characters."""

    def ask_outline(self, job_id: int) -> None:
        """Tell the outline of a document."""

    def recognise_text(self, wanted: bool) -> None:  # noqa: FBT001 - the client's own form
        """Have pictures of text read in all open documents from now on, or no more of them."""

    def attach(self, memory_name: str) -> memoryview:
        """The bytes of a picture."""

    def release_picture(self, memory_name: str) -> None:
        """The bytes are no longer needed."""

    def stop(self) -> None:
        """End the children."""


BYTES_A_PIXEL = 3
TIDYING = 500  # ms; after 1,000 pages were closed it gives 17 MB back


@dataclass(frozen=True, slots=True)
class PaintedPage:
    """A picture of a page, or of its part `clip` (points), at `scale` device pixels a point.

    The page, and so the clip, is turned clockwise by `turn` quarters; `dark` tells of light letters on dark.
    """

    job_id: int
    request_id: int
    page_index: int
    scale: float
    clip: Box | None
    picture: QPixmap
    turn: int = 0
    dark: bool = False


class WorkerBridge(QObject):
    """Signals for what the children answer, methods for what they are asked."""

    opened = Signal(int, object)  # job, DocumentInfo
    pages_measured = Signal(int, int, object, object)  # job, first index, sizes, labels
    refused = Signal(int, object, bool)  # job, Sentence, needs a password
    page_painted = Signal(object)  # PaintedPage
    paper_painted = Signal(object)  # PaintedPage: the answer to a lasting wish
    thumbnail_painted = Signal(object)  # PaintedPage: the answer to a wish that can wait
    page_failed = Signal(int, int, object, bool)  # job, page index, Sentence, whether in painting
    events_found = Signal(int, object)  # job, all events of some pages, packed
    reading_progressed = Signal(int, int, int)  # job, pages read, page count
    places_measured = Signal(int, int, int, bool)  # job, pages measured, page count, whether it is over
    reading_finished = Signal(int, object)  # job, Timeline
    hits_counted = Signal(
        int, int, object, int, int
    )  # job, request, PageCounts, pages searched, without text
    hits_found = Signal(int, int, int, object)  # job, request, page index, Hits
    page_text_read = Signal(int, int, object)  # job, page index, Lines
    page_links_read = Signal(int, int, object)  # job, page index, Links
    outline_read = Signal(int, object)  # job, OutlineEntries
    worker_died = Signal(int, object)  # job, Sentence
    # job, pictures of pages read, how many there are, pages still without text, whether the rest is left
    recognition_progressed = Signal(int, int, int, int, bool)
    recognition_hindered = Signal(int, object, bool)  # job, Sentence, whether it goes on all the same
    timeline_amended = Signal(int, object)  # job, Timeline without its events
    _arrived = Signal(object)

    def __init__(
        self, client: Client, document_date: str | None = None, own_languages: str | None = None
    ) -> None:
        """Bind a client to the signals.

        Args:
            client: started or not; what it has been told already is delivered first.
            document_date: ISO day of every document as set by hand, None where the text is to tell.
            own_languages: the user's folder of language files, None for none.
        """
        super().__init__()
        self._options = ReadOptions(document_date=document_date, own_languages=own_languages)
        self._requests = itertools.count(1)
        self._lasting: dict[int, SignalInstance] = {}  # wishes that are not the page view's; who answers
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._tidied_at = 0  # pages read
        self._client = client
        client.deliver_to(self._arrived.emit)

    def open(
        self,
        path: str,
        password: str | None,
        page_index: int,
        interface_language: str,
        date_by_hand: str | None = None,
    ) -> int:
        """Open a file; the number of the job. `date_by_hand` (ISO) is for this document alone."""
        date = date_by_hand or self._options.document_date
        options = replace(self._options, interface_language=interface_language, document_date=date)
        return self._client.open(path, password, page_index, options)

    def recognise_text(self, *, wanted: bool) -> None:
        """Have pictures of text read in the open document and those opened from now on, or not."""
        self._options = replace(self._options, recognises_text=wanted)
        self._client.recognise_text(wanted)

    @property
    def recognises_text(self) -> bool:
        """Whether pictures of text are to be read."""
        return self._options.recognises_text

    def close_job(self, job_id: int) -> None:
        """The job is no longer wanted."""
        self._client.close_job(job_id)
        self._tidy_soon()

    def _tidy_soon(self) -> None:
        """Give memory back when the views have let go of what was shown, and the search of the text."""
        QTimer.singleShot(TIDYING, self, give_back)

    def paint(
        self,
        job_id: int,
        page_index: int,
        scale: float,
        clip: Box | None = None,
        *,
        turn: int = 0,
        dark: bool = False,
        lasting: bool = False,
    ) -> int:
        """Ask for a picture; the number of the wish. One that is `lasting` is for paper."""
        request_id = next(self._requests)
        if lasting:
            self._lasting[request_id] = self.paper_painted
        self._client.paint(PaintPage(job_id, request_id, page_index, scale, clip, turn, dark=dark))
        return request_id

    def paint_thumbnail(self, job_id: int, page_index: int, scale: float, *, dark: bool = False) -> int:
        """Ask for a small picture, for when nothing else is to be painted; the number of the wish."""
        request_id = next(self._requests)
        self._lasting[request_id] = self.thumbnail_painted
        self._client.paint(PaintPage(job_id, request_id, page_index, scale, can_wait=True, dark=dark))
        return request_id

    def keep_paints(self, job_id: int, request_ids: Iterable[int]) -> None:
        """Of the wishes not yet begun only these are still wanted, and those that are not the page view's."""
        self._client.keep_paints(job_id, frozenset(request_ids) | self._lasting.keys())

    def look_at(self, job_id: int, page_index: int) -> None:
        """The reader looks at this page: reading goes outward from it."""
        self._client.look_at(job_id, page_index)

    def pause(self, job_id: int, *, paused: bool) -> None:
        """Hold the analysis or let it go on."""
        self._client.pause(job_id, paused)

    def measure_places(self, job_id: int) -> None:
        """Have all events known so far told where they stand exactly."""
        self._client.measure_places(job_id)

    def want_text(self, job_id: int) -> None:
        """The document is about to be searched: its text is to be read if nobody has."""
        self._client.want_text(job_id)

    def search(self, job_id: int, request_id: int, words: SearchWords) -> None:
        """Count the hits of words, in place of the document's search before."""
        self._client.search(SearchText(job_id, request_id, words))

    def ask_hits(self, job_id: int, request_id: int, page_index: int) -> None:
        """Ask for the hits in the text of a page."""
        self._client.ask_hits(AskHits(job_id, request_id, page_index))

    def ask_page_text(self, job_id: int, page_index: int) -> None:
        """Ask for the lines of a page, with the edges of their characters."""
        self._client.ask_page_text(job_id, page_index)

    def ask_outline(self, job_id: int) -> None:
        """Ask for the outline of a document."""
        self._client.ask_outline(job_id)

    def stop(self) -> None:
        """End the children."""
        self._client.stop()

    def _tell(self, answer: Answer) -> None:
        match answer:
            case Opened():
                self.opened.emit(answer.job_id, answer.info)
            case PageSizes():
                self.pages_measured.emit(answer.job_id, answer.first_index, answer.sizes, answer.labels)
            case Refused():
                self.refused.emit(answer.job_id, answer.sentence, answer.needs_password)
            case PagePainted():
                self._lasting.pop(answer.request_id, self.page_painted).emit(self._picture(answer))
            case PageFailed():
                self._lasting.pop(answer.request_id, None)
                self.page_failed.emit(answer.job_id, answer.page_index, answer.sentence, answer.painting)
            case EventsFound():
                self.events_found.emit(answer.job_id, answer.pages)
            case ReadingProgress():
                self._tell_progress(answer)
            case ReadingFinished():
                self.reading_finished.emit(answer.job_id, answer.timeline)
                self._tidy_soon()
            case WorkerDied():
                self.worker_died.emit(answer.job_id, answer.sentence)
            case _:
                self._tell_of_text(answer)

    def _tell_progress(self, answer: ReadingProgress) -> None:
        self.reading_progressed.emit(answer.job_id, answer.pages_read, answer.page_count)
        if abs(answer.pages_read - self._tidied_at) >= PAGES_TIDIED:
            self._tidied_at = answer.pages_read
            self._tidy_soon()

    def _tell_of_text(self, answer: Answer) -> None:
        """What concerns the search, places and pictures of text; nobody waits for anything else (`Ready`)."""
        match answer:
            case HitsCounted():
                self.hits_counted.emit(
                    answer.job_id,
                    answer.request_id,
                    answer.found,
                    answer.pages_searched,
                    answer.pages_without_text,
                )
            case HitsOfPage():
                self.hits_found.emit(answer.job_id, answer.request_id, answer.page_index, answer.hits)
            case RecognitionProgress():
                read, count, left = answer.pages_read, answer.page_count, answer.without_text
                self.recognition_progressed.emit(answer.job_id, read, count, left, answer.is_over)
            case RecognitionHindered():
                self.recognition_hindered.emit(answer.job_id, answer.sentence, answer.goes_on)
            case TimelineAmended():
                self.timeline_amended.emit(answer.job_id, answer.timeline)
            case PageText():
                self.page_links_read.emit(answer.job_id, answer.page_index, answer.links)
                self.page_text_read.emit(answer.job_id, answer.page_index, answer.lines)
            case PlacesMeasured():
                measured, count = answer.pages_measured, answer.page_count
                self.places_measured.emit(answer.job_id, measured, count, answer.is_over)
            case OutlineRead():
                self.outline_read.emit(answer.job_id, answer.entries)

    def _picture(self, answer: PagePainted) -> PaintedPage:
        rows = self._client.attach(answer.memory_name)
        # The child paints hostile files: what it says of its picture is checked before Qt reads that far.
        formats = QImage.Format
        form, pixel = (
            (formats.Format_Grayscale8, 1) if answer.is_grey else (formats.Format_RGB888, BYTES_A_PIXEL)
        )
        if not pixel * answer.width <= answer.stride <= len(rows) // max(answer.height, 1):
            rows.release()
            self._client.release_picture(answer.memory_name)
            return _painted(answer, QPixmap())
        image = QImage(rows, answer.width, answer.height, answer.stride, form)
        picture = QPixmap.fromImage(image.convertToFormat(QImage.Format.Format_RGB32))
        del image
        rows.release()
        self._client.release_picture(answer.memory_name)
        return _painted(answer, picture)


def _painted(answer: PagePainted, picture: QPixmap) -> PaintedPage:
    return PaintedPage(
        answer.job_id,
        answer.request_id,
        answer.page_index,
        answer.scale,
        answer.clip,
        picture,
        answer.turn,
        answer.dark,
    )
