"""What the client does for either child alike: hire it, read its answers, replace it when it is gone.

A desk belongs to the client and is used under the client's lock; what it has to tell the window it posts.
"""

from __future__ import annotations

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from reader.sentences import Sentence
from reader.worker.child import Child, Ending
from reader.worker.jobs import Job
from reader.worker.limits import Limits
from reader.worker.messages import Answer, Fault, Ready, WorkerDied
from reader.worker.pulse import Beat

log = logging.getLogger(__name__)

# A child that dies this often without having answered anything would die for ever: a broken installation,
# a system without memory. Two deaths a page are normal for a page that crashes the engine.
MAX_DEATHS_IN_A_ROW = 5
# Answers taken at a time, so that a child that talks much does not keep the other one waiting.
ANSWERS_AT_A_TIME = 8


def _at_once(task: Callable[[], None]) -> None:
    """Do a task, where there is but one thread."""
    task()


@dataclass(frozen=True, slots=True)
class Office:
    """What the desks share: the open documents, the limits, and the way to the window.

    `in_turn` is how another thread has something done: nobody else is at a desk then.
    """

    jobs: dict[int, Job]
    limits: Limits
    post: Callable[[Answer], None]
    in_turn: Callable[[Callable[[], None]], None] = _at_once


class Desk(ABC):
    """The parent's side of one child."""

    worker: str

    def __init__(self, office: Office, hire: Callable[[], Child]) -> None:
        self._office = office
        self._hire = hire
        self._deaths_in_a_row = 0
        self.child: Child | None = None

    @property
    def waitables(self) -> tuple[Connection | int, ...]:
        """What the client's thread waits for."""
        return self.child.waitables if self.child else ()

    @property
    def time_left(self) -> float:
        """Seconds until the child must be looked at again."""
        return self.child.time_left() if self.child else float("inf")

    def start(self) -> None:
        """Hire a child and give it the documents that are open."""
        try:
            self.child = self._hire()
        except OSError:
            log.exception("no child could be started for %s", self.worker)
            self._give_up()
            return
        self._resume()

    def attend(self) -> None:
        """Take what the child has to say; replace it if it crashed or hangs."""
        if self.child is None:
            return
        for answer in self.child.answers(ANSWERS_AT_A_TIME):
            if isinstance(answer, Ready):
                for note in answer.confinement:
                    log.info("the %s child: %s", self.worker, note)
                self._office.post(answer)
            elif isinstance(answer, Fault):
                log.error("a fault in the %s child:\n%s", self.worker, answer.trace)
            else:
                self._deaths_in_a_row = 0
                self._take(answer)
        ending = self.child.ending()
        if ending is not None:
            self._replace(self.child, ending)

    def _replace(self, child: Child, ending: Ending) -> None:
        beat, had_begun = child.pulse.look(), child.process_id != 0
        child.kill()
        self.child = None
        self._deaths_in_a_row += 1
        job = self._office.jobs.get(beat.job_id)
        goes_on = self._blame(job, beat, ending)
        if self._deaths_in_a_row >= MAX_DEATHS_IN_A_ROW:
            self._deaths_in_a_row = 0
            self._give_up()
            return
        if goes_on and had_begun:
            self._post_death(job, beat)
        self.start()

    def _post_death(self, job: Job | None, beat: Beat) -> None:
        """Tell the window, in the name of the document at work, else of every open one."""
        for told in [job] if job else list(self._office.jobs.values()):
            at_page = job is not None and beat.on_a_page
            key = f"worker.{self.worker}_restarted" + ("_at_page" if at_page else "")
            slots: dict[str, str | int] = {"path": told.path}
            if at_page:
                slots["page"] = beat.page_index + 1
            self._office.post(WorkerDied(told.job_id, self.worker, Sentence(key, slots)))

    def _sentence(
        self, what: str, job: Job, page_index: int | None = None, *, beside_engine: bool = False
    ) -> Sentence:
        slots: dict[str, str | int] = {"path": job.path}
        if page_index is not None:
            slots["page"] = page_index + 1
        if what.endswith("hung"):
            limits = self._office.limits
            slots["seconds"] = round(
                limits.page_seconds * (limits.patience_with_words if beside_engine else 1)
            )
        return Sentence(f"worker.{what}", slots)

    @abstractmethod
    def _take(self, answer: Answer) -> None:
        """Act on an answer and pass it on."""

    @abstractmethod
    def _blame(self, job: Job | None, beat: Beat, ending: Ending) -> bool:
        """Note what the child died of, so that the next one leaves it alone; whether the work goes on."""

    @abstractmethod
    def _resume(self) -> None:
        """Give the new child what is still to be done."""

    @abstractmethod
    def _give_up(self) -> None:
        """Children die at once, again and again: say so, and hire no more until a file is opened."""
