"""The window's side of the child processes: start, ask, be answered, stop. No Qt, no PDF engine.

In: wishes, from any thread. Out: `Answer` values, handed to one function in the client's own thread; the
window turns them into queued signals. Whatever a child does (crash, hang, take too much memory) the window
gets a sentence and goes on; `desk.py` and the desks say how.

    client = EngineClient(spawned=…)    the child was started before all imports, to load beside Qt
    client.start()
    job = client.open("a.pdf")          may be asked at once
    client.deliver_to(on_answer)        what was answered meanwhile is delivered first
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from multiprocessing import Pipe
from multiprocessing.connection import wait

from reader.document.model import Line
from reader.timeline.model import Timeline
from reader.worker.archive import Archive
from reader.worker.child import REAL_MAINS, Child, Mains, end_children
from reader.worker.desk import Desk, Office
from reader.worker.errands import Wish
from reader.worker.jobs import Job
from reader.worker.limits import Limits
from reader.worker.lookups import Lookups
from reader.worker.messages import (
    Answer,
    AskOutline,
    AskPageText,
    OpenFile,
    PagePainted,
    PageText,
    PaintPage,
    ReadingFinished,
    ReadOptions,
)
from reader.worker.painting_desk import PaintingDesk
from reader.worker.pictures import PictureMemory, slot_of_name
from reader.worker.reading_desk import ReadingDesk
from reader.worker.recognising_desk import SECONDS_A_PAGE, RecognisingDesk, packed_page
from reader.worker.search_desk import SearchDesk
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, SearchText
from reader.worker.spawning import ChildMain, Spawned, spawn

log = logging.getLogger(__name__)

OnAnswer = Callable[[Answer], None]


REAL_LIMITS = Limits()
AS_FOUND = ReadOptions()


class EngineClient:
    """Both children and all open documents."""

    def __init__(
        self,
        on_answer: OnAnswer | None = None,
        *,
        limits: Limits = REAL_LIMITS,
        mains: Mains = REAL_MAINS,
        spawned: Spawned | None = None,
    ) -> None:
        """Make a client; it starts nothing yet.

        Args:
            on_answer: who is to have the answers; see `deliver_to`.
            limits: what a child may take.
            mains: what the children run.
            spawned: the first painting child, where it was started before this file could be imported.
        """
        self._on_answer = on_answer
        self._limits = limits
        self._spawned = spawned
        self._pictures = spawned.pictures if spawned else PictureMemory()
        self._jobs: dict[int, Job] = {}
        self._last_job = 0
        self._outbox: list[Answer] = []
        self._lookups = Lookups(self._take_found)
        self._lock = threading.Lock()
        self._stopping = False
        self._bell, self._ringer = Pipe(duplex=False)
        office = Office(self._jobs, limits, self._outbox.append, self._in_turn)
        self._reading = ReadingDesk(office, lambda: self._reading_child(mains.reading))
        self._painting = PaintingDesk(
            office,
            lambda: self._painting_child(mains.painting),
            self._pictures,
            on_opened=self._read,
        )
        ocr_limits = replace(limits, page_seconds=max(limits.page_seconds, SECONDS_A_PAGE))
        self._ocr = RecognisingDesk(
            office,
            lambda: Child(spawn("ocr", mains.recognising, self._pictures, ocr_limits), ocr_limits),
            self._painting,
            self._reading,
        )
        self._search = SearchDesk(self._post)
        self._reading.take_texts = self._search.take
        self._thread = threading.Thread(target=self._listen, name="timeleaf-engine", daemon=True)

    def start(self) -> None:
        """Start the painting child; the reading child follows when the first document is open."""
        with self._lock:
            if self._painting.child is None:
                self._painting.start()
        self._thread.start()

    def remember_with(self, archive: Archive) -> None:
        """Find timelines in an archive and keep them there; before a document is asked for."""
        with self._lock:
            self._reading.archive = archive

    def deliver_to(self, on_answer: OnAnswer) -> None:
        """Name who is to have the answers, first of all those that came before."""
        with self._lock:
            self._on_answer = on_answer
            self._ring()

    @property
    def process_ids(self) -> dict[str, int]:
        """The system's numbers of the children that run now, by "painting", "reading", "ocr"."""
        with self._lock:
            return {desk.worker: desk.child.process_id for desk in self._desks if desk.child}

    def open(
        self,
        path: str,
        password: str | None = None,
        page_index: int = 0,
        options: ReadOptions = AS_FOUND,
    ) -> int:
        """Open a document, to be shown at `page_index` first; the number of the job."""
        with self._lock:
            ahead = (job for job in self._jobs.values() if password is None and job.was_sent_ahead(path))
            job = next(ahead, None)
            if job is None:
                job = self._send(OpenFile(self._new_number(), path, password, page_index, options))
            job.request = replace(job.request, page_index=page_index, options=options)
            job.looked_at = page_index
            job.wanted = True
            if job.opened:
                self._read(job)
            self._ring()
            return job.job_id

    def open_ahead(self, path: str, page_index: int = 0) -> None:
        """Have a document opened that will be asked for; `open` of the same path then finds it begun."""
        with self._lock:
            self._send(OpenFile(self._new_number(), path, None, page_index)).wanted = False

    def close_job(self, job_id: int) -> None:
        """Let a document go; nothing more is answered for it."""
        with self._lock:
            if self._jobs.pop(job_id, None):
                self._painting.close(job_id)
                self._reading.close(job_id)
                self._ocr.close(job_id)
                self._search.close(job_id)

    def paint(self, wish: PaintPage) -> None:
        """Ask for a picture: `PagePainted` or `PageFailed` answers, nothing if the wish is dropped before."""
        self._wish(wish)

    def ask_page_text(self, job_id: int, page_index: int) -> None:
        """Ask for the lines of a page: `PageText` answers, without lines where they cannot be had."""
        self._wish(AskPageText(job_id, page_index))

    def ask_outline(self, job_id: int) -> None:
        """Ask for the outline of a document: `OutlineRead` answers when nobody waits for anything else."""
        self._wish(AskOutline(job_id))

    def want_text(self, job_id: int) -> None:
        """Have the whole text of a document ready for searching, should nobody have read it in this run."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job:
                job.search_wanted = True
                self._reading.read_text(job)

    def search(self, wish: SearchText) -> None:
        """Search a document: `HitsCounted` answers, at once and again as more of it is read."""
        self._search.search(wish)

    def ask_hits(self, wish: AskHits) -> None:
        """Ask for the hits on a page: `HitsOfPage` answers, nothing if another search has begun."""
        self._search.ask_hits(wish)

    def keep_paints(self, job_id: int, request_ids: frozenset[int]) -> None:
        """Drop the job's wishes to paint that are not among `request_ids`, unless begun."""
        with self._lock:
            self._painting.keep(job_id, request_ids)

    def look_at(self, job_id: int, page_index: int) -> None:
        """Say which page is in view: reading goes outward from it."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job and job.looked_at != page_index:
                job.looked_at = page_index
                self._reading.look_at(job)

    def measure_places(self, job_id: int) -> None:
        """Have all events known so far told where they stand exactly: `PlacesMeasured` answers."""
        with self._lock:
            if job := self._jobs.get(job_id):
                self._reading.measure(job)
            self._ring()

    def pause(self, job_id: int, paused: bool) -> None:  # noqa: FBT001 - a switch, named by its verb
        """Hold the analysis of a document, or let it go on."""
        with self._lock:
            job = self._jobs.get(job_id)
            if job:
                job.paused = paused
                self._reading.pause(job)
                self._ocr.go_on()

    def recognise_text(self, wanted: bool) -> None:  # noqa: FBT001 - as above
        """Have the pictures of text in all open documents read from now on, or no more of them."""
        with self._lock:
            for job in self._jobs.values():
                options = replace(job.request.options, recognises_text=wanted)
                job.request = replace(job.request, options=options)
                self._ocr.switch(job)
            self._ring()

    def attach(self, memory_name: str) -> memoryview:
        """The bytes of the picture in a `PagePainted`, valid until `release_picture`."""
        return self._pictures.bytes_of(slot_of_name(memory_name))

    def release_picture(self, memory_name: str) -> None:
        """Give the memory of a picture back; every `PagePainted` is to be released once."""
        with self._lock:
            self._painting.release(memory_name)
            self._ring()

    def stop(self) -> None:
        """End the children and the thread, within two seconds. A client is not started again."""
        with self._lock:
            if self._stopping:
                return
            self._stopping = True
            self._ring()
        if self._thread.ident is not None:
            self._thread.join()
        self._search.stop()
        if self._reading.archive is not None:
            self._reading.archive.close()
        end_children([desk.child for desk in self._desks if desk.child], self._limits)
        for desk in self._desks:
            desk.child = None
        self._bell.close()
        self._ringer.close()

    def _painting_child(self, main: ChildMain) -> Child:
        """A child to paint: the one that was started ahead of everything, or a new one."""
        spawned, self._spawned = self._spawned, None
        return Child(spawned or spawn("painting", main, self._pictures, self._limits), self._limits)

    def _reading_child(self, main: ChildMain) -> Child:
        """A child to read: a copy of the painting child where that can make one, or a new one."""
        twin = self._painting.child.split() if self._painting.child else None
        return Child(twin or spawn("reading", main, PictureMemory(slot_count=0), self._limits), self._limits)

    @property
    def _desks(self) -> tuple[Desk, ...]:
        return self._painting, self._reading, self._ocr

    def _new_number(self) -> int:
        self._last_job += 1
        return self._last_job

    def _send(self, request: OpenFile) -> Job:
        job = self._jobs[request.job_id] = Job(request, looked_at=request.page_index)
        self._painting.open(job)
        return job

    def _read(self, job: Job) -> None:
        """Have a document's timeline found, or made; under the lock."""
        if not job.wanted:
            return
        if job.info is not None:
            self._search.open(job.job_id, job.info.page_count)
        archive = self._reading.archive
        if archive is None or job.info is None or not job.may_be_kept:
            self._reading.open(job)
        else:
            self._lookups.add(job)

    def _take_found(
        self, job_id: int, timeline: Timeline | None, recognised: dict[int, tuple[Line, ...]]
    ) -> None:
        """What the archive has of a document, told by its thread."""
        known = {index: packed_page(job_id, index, lines) for index, lines in recognised.items()}
        with self._lock:
            job = self._jobs.get(job_id)
            if job is None or self._stopping:
                return
            job.recognised.update(known)
            if timeline is None:
                self._reading.open(job)
                self._reading.start_if_due(picture_shown=True)
            else:
                job.reading_over = job.from_archive = True
                self._outbox.append(ReadingFinished(job_id, timeline))
                self._reading.read_text(job)
                self._ocr.begin(job, timeline)
            self._ring()

    def _in_turn(self, task: Callable[[], None]) -> None:
        """Do what another thread has found out for a desk."""
        with self._lock:
            if not self._stopping:
                task()
                self._ring()

    def _post(self, answer: HitsCounted | HitsOfPage) -> None:
        """Have an answer of another thread delivered."""
        if answer.job_id in self._jobs:
            self._in_turn(lambda: self._outbox.append(answer))

    def _wish(self, wish: Wish) -> None:
        with self._lock:
            job = self._jobs.get(wish.job_id)
            if job is None:
                return
            if isinstance(wish, AskPageText) and (lines := self._ocr.lines_of(job, wish.page_index)):
                self._outbox.append(PageText(wish.job_id, wish.page_index, lines))
            else:
                self._painting.wish(wish)
            self._ring()

    def _ring(self) -> None:
        """Wake the thread: there is something to deliver, or something else to wait for."""
        if self._ringer.writable and not self._bell.poll():
            self._ringer.send_bytes(b"!")

    def _listen(self) -> None:
        """The client's thread: wait, attend to both desks, deliver."""
        while True:
            with self._lock:
                waitables = [self._bell, *chain.from_iterable(desk.waitables for desk in self._desks)]
                patience = self._patience()
            wait(waitables, timeout=patience)
            with self._lock:
                if self._stopping:
                    return
                while self._bell.poll():
                    self._bell.recv_bytes()
                for desk in self._desks:
                    desk.attend()
                answers, on_answer = self._outgoing()
            if on_answer:
                for answer in answers:
                    self._deliver(answer, on_answer)
            with self._lock:
                if not self._stopping:
                    shown = any(isinstance(answer, PagePainted) for answer in answers)
                    self._lookups.make_if_due(self._reading.archive, picture_shown=shown)
                    self._reading.start_if_due(picture_shown=shown)

    def _patience(self) -> float | None:
        """Seconds until the children must be looked at even if nothing arrives; None while nothing is open.

        Looked at four times in the time a page has, a hang is ended at 1.25 times that at the latest.
        """
        time_left = min(self._lookups.time_left, *(desk.time_left for desk in self._desks))
        if time_left == float("inf") and not self._jobs:
            return None
        return max(0.0, min(time_left, self._limits.page_seconds / 4))

    def _outgoing(self) -> tuple[list[Answer], OnAnswer | None]:
        """What is to be delivered now, and to whom; the rest is kept until somebody asks for it."""
        if self._on_answer is None:
            return [], None
        ahead = {job.job_id for job in self._jobs.values() if not job.wanted}
        answers = [answer for answer in self._outbox if getattr(answer, "job_id", 0) not in ahead]
        self._outbox[:] = [answer for answer in self._outbox if getattr(answer, "job_id", 0) in ahead]
        return answers, self._on_answer

    def _deliver(self, answer: Answer, on_answer: OnAnswer) -> None:
        try:
            on_answer(answer)
        except Exception:  # a fault of the listener's must not end the thread that watches the children
            log.exception("an answer was not taken: %s", type(answer).__name__)
            if isinstance(answer, PagePainted):
                self.release_picture(answer.memory_name)
