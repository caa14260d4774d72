"""Where events stand exactly: asked of the child that has read them, or of the archive that keeps them.

In: what the window looks at or wants measured, and timelines that are whole. Out: `PlacePages` to the child;
to the window `EventsFound` and `PlacesMeasured`; to the archive every page, placed exactly, and at the end
what the timeline says of itself. What the window was told is handed to the child and comes back measured, so
that neither the child holds a second copy of it nor the archive's thread more than a few pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents, in_view
from reader.worker.archive import Archive
from reader.worker.child import Child
from reader.worker.desk import Office
from reader.worker.jobs import Job, Keeping
from reader.worker.messages import EventsFound, PagesPlaced, PlacePages, PlacesMeasured

# The timeline of 10,000 pages with 187,000 events has some 42 MB; larger ones would crowd out all others.
MOST_BYTES_KEPT = 64_000_000
# Pages that the archive is given at a time, 300 KB: each time costs it 2 ms.
KEPT_AT_A_TIME = 64


class PlaceDesk:
    """A part of the reading desk. `child` is always the one that holds the document in question."""

    archive: Archive | None = None

    def __init__(self, office: Office, read_again: Callable[[Job], None]) -> None:
        self._office = office
        self._read_again = read_again
        self._kept: list[Job] = []

    def look_at(self, job: Job, child: Child) -> None:
        """Have the pages in view placed exactly."""
        job.placing.look_at(in_view(job.looked_at))
        self._hand_out(job, child)

    def measure(self, job: Job, child: Child) -> None:
        """Have all pages placed exactly that were told."""
        job.placing.want_all()
        self._end_if_measured(job)
        self._hand_out(job, child)

    def keep(self, job: Job, timeline: Timeline, child: Child) -> None:
        """Have the archive keep a timeline that is whole, given without its events, once all are placed."""
        told = job.placing.told
        if self.archive is None or job.info is None or not job.may_be_kept or job.bad_to_read:
            return
        if sum(len(page.body) for page in told.values()) > MOST_BYTES_KEPT:
            return
        exact = job.placing.keep_all()
        job.keeping = Keeping(timeline, len(exact) + len(job.placing.unkept))
        self.archive.begin(job.info, job.request.options)
        self._keep(job, exact)
        self._hand_out(job, child)

    def take(self, job: Job, answer: PagesPlaced, child: Child) -> None:
        """Pass on what the child has placed, and hand it what comes next."""
        placed = job.placing.take(answer.pages)
        if placed.to_tell:
            self._office.post(EventsFound(job.job_id, placed.to_tell))
        if job.measuring and placed.to_tell:
            done = job.placing.measured
            self._office.post(PlacesMeasured(job.job_id, done, done + len(job.placing.wanted)))
        self._end_if_measured(job)
        self._keep(job, placed.to_keep)
        self._hand_out(job, child)

    def end_measuring(self, job: Job) -> None:
        """All that was to be measured is, or nothing more will be."""
        if job.measuring:
            job.measuring = False
            self._office.post(PlacesMeasured(job.job_id, 0, 0, is_over=True))

    def kept(self) -> tuple[Job, ...]:
        """The documents that the archive has all of since this was asked last."""
        kept = tuple(self._kept)
        self._kept.clear()
        return kept

    def look_up(self, job: Job, pages: Iterable[int]) -> None:
        """Tell the exact places of some pages of a document that no child holds any longer."""
        wanted = frozenset(pages) - job.looked_up
        if self.archive is None or job.info is None or not wanted:
            self._end_looking_up(job)
            return
        job.looked_up |= wanted
        job.looking_up += 1

        def tell(pages: tuple[PageEvents, ...] | None) -> None:
            job.looking_up -= 1
            if pages is None:  # it had to make room: placed anew, it is not let go again
                self._read_again(job)
            elif job.job_id in self._office.jobs:
                if pages:
                    self._office.post(EventsFound(job.job_id, pages))
                self._end_looking_up(job)

        self.archive.find_pages(
            job.info, job.request.options, wanted, lambda pages: self._office.in_turn(partial(tell, pages))
        )

    def look_up_all(self, job: Job) -> None:
        """As `look_up`, of every page."""
        self.look_up(job, range(job.info.page_count if job.info else 0))

    def _end_looking_up(self, job: Job) -> None:
        """All is measured once every page has been asked for and every question is answered."""
        if not job.looking_up and job.looked_up.issuperset(range(job.info.page_count if job.info else 0)):
            self.end_measuring(job)

    def _end_if_measured(self, job: Job) -> None:
        if not job.placing.wanted:
            self.end_measuring(job)

    @staticmethod
    def _hand_out(job: Job, child: Child) -> None:
        while section := job.placing.next_section():
            child.tell(PlacePages(job.job_id, section))

    def _keep(self, job: Job, pages: Iterable[PageEvents]) -> None:
        """Give the archive some pages that stand exactly; after the last, the rest."""
        keeping, archive = job.keeping, self.archive
        if keeping is None or archive is None or job.info is None:
            return
        keeping.pages += pages
        is_last = not job.placing.unkept
        if keeping.pages and (is_last or len(keeping.pages) >= KEPT_AT_A_TIME):
            archive.add(job.info, job.request.options, tuple(keeping.pages))
            keeping.given += len(keeping.pages)
            keeping.pages.clear()
        if is_last:
            job.keeping = None
            if keeping.given == keeping.page_count:
                then = partial(self._office.in_turn, partial(self._kept.append, job))
                archive.complete(job.info, job.request.options, keeping.timeline, keeping.given, then)
