"""Which documents are still to be looked up in the archive: not before the first page is on the screen.

In: documents that were opened, word that a picture was shown. Out: what the archive knows of each, told in
the archive's thread. To unpack a timeline takes the processor from the first page on its way to the screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from reader.document.model import Line
from reader.timeline.model import Timeline
from reader.worker.archive import Archive
from reader.worker.jobs import Job
from reader.worker.reading_desk import AFTER_THE_PICTURE, WAIT_FOR_FIRST_PICTURE

# The number of a job, its timeline if it is known, and the lines of its pictures by page.
OnFound = Callable[[int, Timeline | None, dict[int, tuple[Line, ...]]], None]


class Lookups:
    """The documents waiting to be looked up."""

    def __init__(self, on_found: OnFound) -> None:
        self._on_found = on_found
        self._jobs: list[Job] = []
        self._due = float("inf")

    def add(self, job: Job) -> None:
        """Look a document up, as soon as that is due."""
        self._jobs.append(job)
        self._due = min(self._due, time.monotonic() + WAIT_FOR_FIRST_PICTURE)

    @property
    def time_left(self) -> float:
        """Seconds until something is due."""
        return self._due - time.monotonic()

    def make_if_due(self, archive: Archive | None, *, picture_shown: bool) -> None:
        """Look up once the first picture is on the screen, or none seems to be wanted."""
        now = time.monotonic()
        if not self._jobs or archive is None:
            return
        if picture_shown:
            self._due = min(self._due, now + AFTER_THE_PICTURE)
        if now < self._due:
            return
        for job in self._jobs:
            if job.info is not None:
                archive.find(job.info, job.request.options, partial(self._on_found, job.job_id))
        self._jobs, self._due = [], float("inf")
