"""The parent's side of the reading child: what is looked at, which events, how it goes on.

A new child reads the document again from the page in view, leaving bad pages alone. What the window has been
shown stays; progress is told only where it passes what was told before, so the reader sees it go on.

A document that is read, placed exactly and kept in the archive (`place_desk.py`) is let go, and a child
without documents ends: what the window may still ask of it the archive tells in 5 ms.
"""

from __future__ import annotations

import time
import zlib
from collections.abc import Callable
from dataclasses import replace

from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, in_view
from reader.worker.archive import Archive
from reader.worker.child import Child, Ending
from reader.worker.desk import Desk, Office
from reader.worker.jobs import Job
from reader.worker.messages import (
    Answer,
    CloseFile,
    EventsFound,
    LookAt,
    Opened,
    PageFailed,
    PagesPlaced,
    ParagraphsOfPage,
    PauseReading,
    ReadingFinished,
    ReadingProgress,
    Refused,
    TimelineSettled,
    WorkerDied,
)
from reader.worker.place_desk import PlaceDesk
from reader.worker.pulse import OPENING, Beat
from reader.worker.recognition_messages import PageRecognised, SettleRecognised, TimelineAmended
from reader.worker.search_messages import PageTexts
from reader.worker.wire import decode

# Starting a child takes the processor from the first page on its way to the screen. That page comes some
# 30 ms after the document is open; where nobody asks for it, reading waits this many seconds.
WAIT_FOR_FIRST_PICTURE = 0.3
# Seconds from a picture's delivery until the window has painted it; to spawn a child takes its processor.
AFTER_THE_PICTURE = 0.03
# Each restart reads the document again; a file in which more pages than this hang is not worth more minutes.
MAX_RESTARTS_A_JOB = 12


class ReadingDesk(Desk):
    """One child reads all documents, one after the other, the newest first."""

    worker = "reading"
    take_texts: Callable[[PageTexts], None] | None = None  # the search keeps them
    on_finished: Callable[[Job, Timeline], None] | None = None  # pages without text may be pictures of text
    on_amended: Callable[[Job], None] | None = None  # the window knows what was read of pictures
    _start_at = float("inf")

    def __init__(self, office: Office, hire: Callable[[], Child]) -> None:
        super().__init__(office, hire)
        self._given: set[int] = set()  # the documents that the child of the moment holds
        self._places = PlaceDesk(office, self.read_again)

    @property
    def archive(self) -> Archive | None:
        """Where timelines are kept."""
        return self._places.archive

    @archive.setter
    def archive(self, archive: Archive | None) -> None:
        self._places.archive = archive

    def open(self, job: Job) -> None:
        """Begin to read a document that the painting child has opened, as soon as there is a child."""
        if self.child is None:
            self._start_at = min(self._start_at, time.monotonic() + WAIT_FOR_FIRST_PICTURE)
        elif job.job_id not in self._given:  # a child that was started for another document has this one too
            self._give(self.child, job)

    def _give(self, child: Child, job: Job) -> None:
        """Hand the child a document to read."""
        child.tell(job.to_read())
        self._given.add(job.job_id)

    def read_again(self, job: Job) -> None:
        """Have a document read once more whose timeline is known: no child holds it any longer."""
        job.reading_over = job.is_lost = job.is_let_go = False
        job.is_read_again = True
        self.open(job)

    def take_recognised(self, job: Job, page: PageRecognised) -> None:
        """Give the lines of a picture to the child; a document it does not hold is read again first.

        One that is being read gets all lines when it has been read (`on_finished`).
        """
        if not job.reading_over:
            return
        if self.child and job.job_id in self._given:
            self.child.tell(page)
        else:
            self.read_again(job)

    def settle_recognised(self, job: Job) -> None:
        """No more pictures of a document are read: `TimelineAmended` answers. Until then none may come."""
        if self.child and job.reading_over and job.job_id in self._given:
            job.settling += 1
            self.child.tell(SettleRecognised(job.job_id))

    def read_text(self, job: Job) -> None:
        """Have the text of a document read whose timeline was known, if a search wants it; once."""
        if job.from_archive and job.search_wanted and not job.text_wanted:
            job.text_wanted = True
            if self.child is None:
                self.start()
            else:
                self._give_text(self.child, job)

    @staticmethod
    def _give_text(child: Child, job: Job) -> None:
        """Hand the child a document to be searched; it answers nothing until it has all lines of pictures."""
        child.tell(job.to_read_text())
        for packed in job.recognised.values():
            page = decode(zlib.decompress(packed))
            if isinstance(page, PageRecognised):
                child.tell(page)

    def start_if_due(self, *, picture_shown: bool) -> None:
        """Hire the child once the first picture is on the screen, or none seems to be wanted."""
        if self._start_at == float("inf"):
            return
        now = time.monotonic()
        if picture_shown:
            self._start_at = min(self._start_at, now + AFTER_THE_PICTURE)
        if now >= self._start_at:
            self._start_at = float("inf")
            self.start()

    @property
    def time_left(self) -> float:
        """As its base; while there is no child, seconds until one is hired."""
        return super().time_left if self.child else self._start_at - time.monotonic()

    def close(self, job_id: int) -> None:
        """Stop reading a document."""
        self._given.discard(job_id)
        if self.child:
            self.child.tell(CloseFile(job_id))

    def look_at(self, job: Job) -> None:
        """Go on outward from the page in view; a document lost with its child is read again for that."""
        if job.is_let_go:
            self._places.look_up(job, in_view(job.looked_at))
        elif self.child and job.opened and job.is_lost:
            self.read_again(job)
        elif self.child and job.opened:
            self.child.tell(LookAt(job.job_id, job.looked_at))
            if child := self._holder(job):
                self._places.look_at(job, child)

    def measure(self, job: Job) -> None:
        """Have all events known so far told where they stand exactly; `PlacesMeasured` answers."""
        job.measuring = True
        if job.is_let_go:
            self._places.look_up_all(job)
        elif job.is_lost:
            self.read_again(job)
        elif child := self._holder(job):
            self._places.measure(job, child)
        elif not job.is_read_again:  # from the archive, or nothing is known yet
            self._places.end_measuring(job)

    def _holder(self, job: Job) -> Child | None:
        """The child that has read what was told of a document."""
        return self.child if job.job_id in self._given and not job.is_read_again else None

    def pause(self, job: Job) -> None:
        """Hold, or go on."""
        if self.child and job.opened:
            self.child.tell(PauseReading(job.job_id, job.paused))

    def _take(self, answer: Answer) -> None:
        job = self._office.jobs.get(getattr(answer, "job_id", 0))
        if job is not None and self._take_text(job, answer):
            return
        if job is not None and job.settling and isinstance(answer, TimelineSettled):
            job.settling -= 1
            self._settle(job, answer.timeline)
            self._office.post(TimelineAmended(job.job_id, self._with_damaged(job, answer.timeline)))
            if self.on_amended is not None:
                self.on_amended(job)
        elif job is not None and isinstance(answer, PagesPlaced):
            if child := self._holder(job):
                self._places.take(job, answer, child)
        elif job is None or (job.reading_over and not isinstance(answer, EventsFound)):
            self.close(getattr(answer, "job_id", 0))
        else:
            self._take_events(job, answer)

    def _take_events(self, job: Job, answer: Answer) -> None:
        match answer:
            case Opened():
                job.info = answer.info
            case EventsFound():
                self._note_events(job, answer)
            case ReadingProgress():
                self._note_progress(job, answer)
            case PageFailed() if answer.page_index not in job.bad_to_read:
                job.bad_to_read[answer.page_index] = answer.sentence
                self._office.post(answer)
            case TimelineSettled():
                self._finish(job, answer)
            case ParagraphsOfPage():
                job.reading_over = answer.is_last
                self._office.post(answer)
            case Refused():
                job.reading_over = True
                self._office.post(WorkerDied(job.job_id, self.worker, answer.sentence))
                self._end_early(job)

    def _note_events(self, job: Job, found: EventsFound) -> None:
        job.placing.note(found.pages)
        # Read again, the window has better ones, dated with all that is known.
        if job.reading_over or not job.is_read_again:
            self._office.post(found)

    def _note_progress(self, job: Job, answer: ReadingProgress) -> None:
        job.pages_of_child = answer.pages_read
        if answer.pages_read > job.pages_read:
            job.pages_read = answer.pages_read
            self._office.post(answer)

    def _take_text(self, job: Job, answer: Answer) -> bool:
        """Act on what concerns the search only; whether it did."""
        if isinstance(answer, PageTexts):
            job.text_over = job.text_over or answer.is_last
            job.reading_over = job.reading_over or (answer.is_last and job.request.text_only)
            if self.take_texts is not None:
                self.take_texts(answer)
            return True
        if isinstance(answer, Refused) and job.is_read_for_text:  # the file is gone since
            job.text_over = True
            self._office.post(WorkerDied(job.job_id, self.worker, answer.sentence))
            return True
        return False

    def attend(self) -> None:
        """As its base; a document is let go once the archive has all that could still be asked of it.

        The child ends with the last one. It would hold 70 MB, and 140 MB for a document of 10,000 pages.
        """
        super().attend()
        kept = self._places.kept()
        for job in kept:
            if job.may_be_let_go and job.job_id in self._given:
                job.is_let_go = True
                job.placing.let_go()
                self.close(job.job_id)
                if job.measuring:
                    self._places.look_up_all(job)
        at_work = self._given or any(job.is_read_for_text for job in self._office.jobs.values())
        if kept and self.child and not at_work:
            self.child.kill()
            self.child = None

    def _finish(self, job: Job, settled: TimelineSettled) -> None:
        job.reading_over = True
        job.may_be_let_go = not (settled.timeline.pages_without_text or job.is_read_again)
        told = job.placing.told
        events = PackedEvents(told[index] for index in settled.pages if index in told)
        timeline = replace(self._with_damaged(job, settled.timeline), events=events)
        if job.is_read_again:
            self._office.post(EventsFound(job.job_id, events.pages))
            job.is_read_again = False
        else:
            self._office.post(ReadingFinished(job.job_id, timeline))
        self._settle(job, settled.timeline)
        if self.on_finished is not None:
            self.on_finished(job, timeline)

    def _settle(self, job: Job, timeline: Timeline) -> None:
        """All dates of a document are known: what is wanted of it exactly, is to be kept."""
        if child := self._holder(job):
            if job.measuring:
                self._places.measure(job, child)
            self._places.keep(job, timeline, child)

    def _blame(self, job: Job | None, beat: Beat, ending: Ending) -> bool:
        self._forget_given()
        if job is not None and job.is_read_for_text:
            self._blame_text(job, beat)
        if job is None or job.reading_over:
            return True
        hung = ending is Ending.HUNG
        job.reading_restarts += 1
        if beat.on_a_page:
            if hung or job.crashed_before(self.worker, beat.page_index):
                what = f"page_reading_{ending}"
                sentence = self._sentence(what, job, beat.page_index, beside_engine=beat.beside_engine)
                job.bad_to_read[beat.page_index] = sentence
                self._office.post(PageFailed(job.job_id, beat.page_index, sentence, painting=False))
        elif hung or job.crashed_before(self.worker, beat.page_index, job.pages_of_child):
            self._stop_reading(job, f"file_{ending}" if beat.page_index == OPENING else "reading_gave_up")
        job.pages_of_child = 0
        if job.reading_restarts > MAX_RESTARTS_A_JOB:
            self._stop_reading(job)
        return not job.reading_over

    @staticmethod
    def _with_damaged(job: Job, timeline: Timeline) -> Timeline:
        return replace(timeline, damaged_pages=tuple(sorted({*timeline.damaged_pages, *job.bad_to_read})))

    def _forget_given(self) -> None:
        """The child is gone, and with it where the dates of finished documents stand exactly.

        They are read again when one of their pages is looked at; at once if pictures were to be dated, or
        all was being measured.
        """
        for job in self._office.jobs.values():
            if job.job_id not in self._given:
                continue
            job.placing.drop_child()
            job.keeping = None
            if job.reading_over:
                is_wanted = bool(job.settling) or job.measuring
                job.reading_over = job.is_lost = not is_wanted
                job.is_read_again, job.settling = is_wanted, 0
        self._given.clear()

    def _blame_text(self, job: Job, beat: Beat) -> None:
        """Its timeline is whole; a page that cannot be searched is counted as such and needs no notice."""
        job.reading_restarts += 1
        if beat.on_a_page:
            job.bad_to_read[beat.page_index] = self._sentence("page_reading_crashed", job, beat.page_index)
        if not beat.on_a_page or job.reading_restarts > MAX_RESTARTS_A_JOB:
            job.text_over = True

    def _stop_reading(self, job: Job, why: str = "reading_gave_up") -> None:
        if not job.reading_over:
            job.reading_over = True
            self._office.post(WorkerDied(job.job_id, self.worker, self._sentence(why, job)))
            self._end_early(job)

    def _end_early(self, job: Job) -> None:
        """What was found is all there will be: a window that waited for more would wait for ever."""
        if job.info is not None and not job.is_read_again:
            told = job.placing.told
            events = PackedEvents(told[index] for index in sorted(told))
            timeline = self._with_damaged(job, Timeline(job.info, events))
            self._office.post(ReadingFinished(job.job_id, timeline))

    def _resume(self) -> None:
        for job in self._office.jobs.values():
            if self.child and job.opened and job.wanted and not job.reading_over:
                self._give(self.child, job)
                if job.paused:
                    self.pause(job)
            elif self.child and job.is_read_for_text:
                self._give_text(self.child, job)

    def _give_up(self) -> None:
        for job in self._office.jobs.values():
            job.text_over = True
            self._stop_reading(job)
