"""The parent's side of the child that reads pictures of text: which page next, and where its lines go.

In: a document whose timeline is known, with pages that have no text. Out: those pages, one at a time and
outward from the page in view, painted by the painting child when nobody waits for it, read by the recognising
child, handed to the reading child. The child is hired for the first picture and dismissed after the last.
Whether pictures are read can be switched at any time; what was read stays.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass

from reader.document.model import Line
from reader.document.ocr.ocr import DOTS_PER_INCH, POINTS_PER_INCH
from reader.timeline.model import Timeline
from reader.worker.child import Child, Ending
from reader.worker.desk import Desk, Office
from reader.worker.hindrances import no_language, no_program, other_language
from reader.worker.jobs import Job
from reader.worker.messages import Answer, CloseFile, PageFailed, PagePainted
from reader.worker.painting_desk import PaintingDesk
from reader.worker.pictures import slot_of_name
from reader.worker.pulse import Beat
from reader.worker.reading_desk import ReadingDesk
from reader.worker.recognition_messages import (
    PageRecognised,
    ReadPicture,
    Recognition,
    RecognitionHindered,
    RecognitionProgress,
)
from reader.worker.wire import decode, encode

SCALE = DOTS_PER_INCH / POINTS_PER_INCH
# Tesseract has its own minute a page (`document/ocr.py`); a child still at it after this hangs itself.
SECONDS_A_PAGE = 90.0
# Seconds; the reading child takes 10 ms to read a page's lines, and answers wake the client earlier.
BETWEEN_KNOWN = 0.01
# Languages of a document that count, the most used first: others are those of a quotation or two.
MOST_KNOWN = 2


@dataclass(slots=True)
class Pile:
    """The pictures of one document that are still to be read, and the languages of its other pages.

    `count` are all pages that the document itself has no text of, `without_text` those that still have none.
    """

    count: int
    waiting: set[int]
    without_text: int
    known: tuple[str, ...]
    is_on: bool = False  # they are wanted, and nothing hinders
    is_told: bool = False  # what hinders is said once
    is_settled: bool = True  # all that was read is in the timeline


class RecognisingDesk(Desk):
    """One picture at a time: from the painting child to the recognising one, its lines to the reading one."""

    worker = "ocr"

    def __init__(
        self, office: Office, hire: Callable[[], Child], painting: PaintingDesk, reading: ReadingDesk
    ) -> None:
        super().__init__(office, hire)
        self._painting = painting
        self._reading = reading
        self._piles: dict[int, Pile] = {}  # of every document whose timeline is known
        self._known: dict[int, list[int]] = {}  # pages read before that the reading child is still to get
        self._page: tuple[int, int] | None = None  # job and page under way
        self._picture: PagePainted | None = None  # of that page, once it is painted
        self._is_left = False  # nobody wants to know what the child is still to answer of it
        painting.take_behind = self._take_picture
        reading.on_finished = self.begin
        reading.on_amended = self._go_on_with

    def begin(self, job: Job, timeline: Timeline) -> None:
        """The timeline of a document is known: read its pictures, if that is wanted.

        A document that had to be read again gets back what was read of its pictures before, as one that was
        closed in the middle of it does.
        """
        pages = set(timeline.pages_without_text) - set(timeline.pages_by_ocr)
        known = pages & job.recognised.keys()
        if known:
            self._known[job.job_id] = sorted(known, reverse=True)
        if job.job_id not in self._piles:
            texts = sum(bool(self.lines_of(job, index)) for index in known)
            without_text = len(timeline.pages_without_text) - texts
            languages = timeline.languages[:MOST_KNOWN]
            self._piles[job.job_id] = Pile(len(pages), pages - known, without_text, languages)
            if job.request.options.recognises_text:
                self._start(job)
        self.go_on()

    def switch(self, job: Job) -> None:
        """Its pictures are wanted now, or no longer; before its timeline is known that tells `begin`."""
        if job.request.options.recognises_text:
            self._start(job)
        else:
            self._stop(job)

    def _start(self, job: Job) -> None:
        pile = self._piles.get(job.job_id)
        if pile is not None and pile.waiting and not pile.is_on:
            pile.is_on, pile.is_told = True, False
            self._go_on_with(job)

    def _go_on_with(self, job: Job) -> None:
        self._tell_progress(job)
        self.go_on()

    def _stop(self, job: Job) -> None:
        pile = self._piles.get(job.job_id)
        if pile is None or not pile.is_on:
            return
        pile.is_on = False
        self._tell_progress(job)
        self._leave(job.job_id)
        if not pile.is_settled:
            self._settle(job, pile)

    def _settle(self, job: Job, pile: Pile) -> None:
        """No more pictures come for now; those read in another run may still be on their way."""
        pile.is_settled = True
        if job.job_id not in self._known:
            self._reading.settle_recognised(job)

    def lines_of(self, job: Job, page_index: int) -> tuple[Line, ...]:
        """The lines read from the picture of a page; none where it was not read."""
        packed = job.recognised.get(page_index)
        answer = decode(zlib.decompress(packed)) if packed else None
        return answer.lines if isinstance(answer, PageRecognised) else ()

    def close(self, job_id: int) -> None:
        """Leave a document's pictures, the one under way too."""
        self._piles.pop(job_id, None)
        self._known.pop(job_id, None)
        self._leave(job_id)

    def _leave(self, job_id: int) -> None:
        """Take no more interest in the page under way, if it is one of this document."""
        if self._page is None or self._page[0] != job_id:
            return
        if self._picture is None:
            self._page = None
            self.go_on()
        elif self.child:
            self._is_left = True
            self.child.tell(CloseFile(job_id))  # it ends Tesseract and answers, which frees the picture

    def attend(self) -> None:
        """As its base; a child with nothing left to do is dismissed."""
        super().attend()
        for job_id in list(self._known):
            self._hand_known(job_id)
        if self.child is not None and self._page is None and not self._is_wanted:
            self.child.kill()
            self.child = None

    @property
    def time_left(self) -> float:
        """As its base; pages that were read before are handed on one by one."""
        return min(super().time_left, BETWEEN_KNOWN) if self._known else super().time_left

    @property
    def _is_wanted(self) -> bool:
        return any(pile.is_on for pile in self._piles.values())

    def _hand_known(self, job_id: int) -> None:
        """Give the reading child one page that was read before; after the last it may settle.

        Not all at once: the child answers each, and two that wait for each other to listen wait for ever.
        A document it does not hold is read again first, and `begin` comes again after that.
        """
        job, pages = self._office.jobs.get(job_id), self._known[job_id]
        answer = decode(zlib.decompress(job.recognised[pages.pop()])) if job and job.reading_over else None
        if job is None or not isinstance(answer, PageRecognised):
            del self._known[job_id]
            return
        self._reading.take_recognised(job, answer)
        if not pages:
            del self._known[job_id]
            if not (pile := self._piles[job_id]).is_on:
                self._settle(job, pile)

    def go_on(self) -> None:
        """Have the next page painted, if none is under way."""
        if self._page is not None:
            return
        jobs = self._office.jobs
        on = [jobs[job_id] for job_id, pile in self._piles.items() if pile.is_on and job_id in jobs]
        # While all is dated anew no page may change (`ReadingDesk.settle_recognised`).
        ready = [job for job in on if job.reading_over and not (job.paused or job.settling)]
        if ready:
            job = ready[-1]
            page = min(self._piles[job.job_id].waiting, key=lambda index: abs(index - job.looked_at))
            self._page = job.job_id, page
            self._painting.paint_behind(job.job_id, page, SCALE)

    def _take_picture(self, answer: PagePainted | PageFailed) -> None:
        if self._page != (answer.job_id, answer.page_index) or self._picture is not None:
            if isinstance(answer, PagePainted):
                self._painting.release(answer.memory_name)
        elif isinstance(answer, PageFailed):
            self._note(PageRecognised(answer.job_id, answer.page_index, Recognition.FAILED))
        else:
            self._picture = answer
            if self.child is None:
                self.start()
            else:
                self._hand_over(self.child, answer)

    def _hand_over(self, child: Child, picture: PagePainted) -> None:
        job, pile = self._office.jobs.get(picture.job_id), self._piles.get(picture.job_id)
        child.tell(
            ReadPicture(
                picture.job_id,
                picture.page_index,
                slot_of_name(picture.memory_name),
                picture.width,
                picture.height,
                picture.stride,
                picture.scale,
                known=pile.known if pile else (),
                likely=_likely(job) if job else (),
            )
        )

    def _take(self, answer: Answer) -> None:
        if isinstance(answer, PageRecognised) and self._page == (answer.job_id, answer.page_index):
            self._free_picture()
            is_left, self._is_left = self._is_left, False
            if is_left:
                self._page = None
                self.go_on()
            else:
                self._note(answer)

    def _free_picture(self) -> None:
        picture, self._picture = self._picture, None
        if picture is not None:
            self._painting.release(picture.memory_name)

    def _note(self, answer: PageRecognised) -> None:
        """A page is done: its lines go to the reading child, what hinders to the window."""
        self._page = None
        job, pile = self._office.jobs.get(answer.job_id), self._piles.get(answer.job_id)
        if job is not None and pile is not None and pile.is_on:
            self._tell_hindrance(job, pile, answer)
            if answer.outcome in (Recognition.NO_PROGRAM, Recognition.NO_LANGUAGE):
                pile.is_on = False
                self._tell_progress(job)
            else:
                self._take_off(job, pile, answer)
        self.go_on()

    def _take_off(self, job: Job, pile: Pile, answer: PageRecognised) -> None:
        """A picture is read, is blank, or cannot be read: in all cases it is done with."""
        pile.waiting.discard(answer.page_index)
        pile.without_text -= bool(answer.lines)
        if answer.outcome is Recognition.FAILED:
            self._tell_failure(job, answer.page_index)
        self._keep(job, answer)
        pile.is_settled = False
        if pile.waiting:
            self._tell_progress(job)
        else:  # the last page is done when its dates are: `TimelineAmended` says so
            pile.is_on = False
            self._settle(job, pile)

    def _keep(self, job: Job, answer: PageRecognised) -> None:
        """Lines are kept packed, 10 KB a page: the reading child may have to read its document again."""
        job.recognised[answer.page_index] = zlib.compress(encode(answer), 1)
        archive, is_read = self._reading.archive, answer.outcome in (Recognition.READ, Recognition.BLANK)
        if archive and job.info and job.may_be_kept and is_read and not answer.missing:
            archive.keep_page(job.info, answer.page_index, answer.lines)
        self._reading.take_recognised(job, answer)

    def _tell_progress(self, job: Job) -> None:
        """How far it is; of a document with no pictures there is nothing to tell."""
        pile = self._piles.get(job.job_id)
        if pile is not None and pile.waiting:
            read = pile.count - len(pile.waiting)
            told = RecognitionProgress(job.job_id, read, pile.count, pile.without_text, not pile.is_on)
            self._office.post(told)

    def _tell_hindrance(self, job: Job, pile: Pile, answer: PageRecognised) -> None:
        likely = _likely(job)
        if answer.outcome is Recognition.NO_PROGRAM:
            sentence = no_program(job.path, pile.waiting, pile.known or likely)
        elif answer.outcome is Recognition.NO_LANGUAGE:
            sentence = no_language(job.path, pile.waiting, answer.missing)
        elif answer.missing:
            sentence = other_language(job.path, pile.waiting, answer.missing)
        else:
            return
        if not pile.is_told:
            pile.is_told = True
            goes_on = answer.outcome not in (Recognition.NO_PROGRAM, Recognition.NO_LANGUAGE)
            self._office.post(RecognitionHindered(job.job_id, sentence, goes_on))

    def _tell_failure(self, job: Job, page_index: int) -> None:
        sentence = self._sentence("page_not_recognised", job, page_index)
        self._office.post(PageFailed(job.job_id, page_index, sentence, painting=False))

    def _blame(self, job: Job | None, beat: Beat, ending: Ending) -> bool:
        self._free_picture()
        is_left, self._is_left = self._is_left, False
        page, self._page = self._page, None
        if job is None or page is None or page[0] != job.job_id or is_left:
            return True
        if ending is Ending.HUNG or job.crashed_before(self.worker, beat.page_index):
            self._page = page
            self._note(PageRecognised(job.job_id, page[1], Recognition.FAILED))
        return True

    def _resume(self) -> None:
        if self._picture is not None and self.child is not None:
            self._hand_over(self.child, self._picture)
        else:
            self.go_on()

    def _give_up(self) -> None:
        self._free_picture()
        self._page, self._is_left = None, False
        for job_id, pile in self._piles.items():
            job = self._office.jobs.get(job_id)
            if job is not None and pile.is_on:
                pile.is_on = False
                self._tell_progress(job)
                self._office.post(RecognitionHindered(job_id, self._sentence("ocr_gave_up", job)))


def packed_page(job_id: int, index: int, lines: tuple[Line, ...]) -> bytes:
    """A page that was read in another run, as this one keeps its own."""
    outcome = Recognition.READ if lines else Recognition.BLANK
    return zlib.compress(encode(PageRecognised(job_id, index, outcome, lines)), 1)


def _likely(job: Job) -> tuple[str, ...]:
    """The languages of pictures that no other page tells of: set by hand, else the file's, the window's."""
    options = job.request.options
    if options.language:
        return (options.language,)
    named = job.info.language if job.info else ""
    return tuple(dict.fromkeys(filter(None, (named, options.interface_language))))
