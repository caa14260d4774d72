"""One child process as its parent sees it: from spawn to end, one life.

In: requests. Out: answers, and how it ended. The watch is the parent's: a child inside the engine's C code
can neither answer nor be interrupted, only killed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection

from reader.worker.limits import Limits
from reader.worker.mains import paint, read, recognise
from reader.worker.messages import Answer, Request, StartTwin, TwinStarted
from reader.worker.pulse import RESTING, STARTING, Beat
from reader.worker.spawning import ChildMain, Spawned
from reader.worker.twin import PATIENCE, TwinProcess
from reader.worker.wire import ForeignBytesError, decode, encode


@dataclass(frozen=True, slots=True)
class Mains:
    """What the children run. Tests put their own here."""

    painting: ChildMain = paint
    reading: ChildMain = read
    recognising: ChildMain = recognise


REAL_MAINS = Mains()


class Ending(StrEnum):
    """Why a child is gone."""

    CRASHED = "crashed"
    HUNG = "hung"


class Child:
    """A running child."""

    def __init__(self, spawned: Spawned, limits: Limits) -> None:
        self.pulse = spawned.pulse
        self._limits = limits
        self._connection, self._process = spawned.connection, spawned.process
        self._twin = spawned.twin
        self._seen = self.pulse.look()
        self._seen_since = time.monotonic()
        self._lost = False

    @property
    def process_id(self) -> int:
        """The system's number of the process; 0 for a copy that has not begun."""
        return self._process.pid or 0

    @property
    def waitables(self) -> tuple[Connection | int, ...]:
        """What `multiprocessing.connection.wait` is to wait for: a message, or the end."""
        return (self._connection, self._process.sentinel) if self.process_id else (self._connection,)

    def split(self) -> Spawned | None:
        """A copy of this child, to be another one's; None where there is none, or it was made before."""
        twin, self._twin = self._twin, None
        if twin is not None and isinstance(twin.process, TwinProcess):
            twin.process.await_birth()
            self.tell(StartTwin())
        return twin

    def tell(self, request: Request) -> None:
        """Send a request. A child that is gone does not hear it; `ending` will say so."""
        try:
            self._connection.send_bytes(encode(request))
        except OSError:
            self._lost = True

    def answers(self, at_most: int) -> Iterator[Answer]:
        """The answers that have arrived, oldest first."""
        for _ in range(at_most):
            try:
                if not self._connection.poll():
                    return
                message = decode(self._connection.recv_bytes())
                if isinstance(message, TwinStarted) and isinstance(self._process, TwinProcess):
                    self._process.has_begun(message.process_id)
                    continue
            except (EOFError, OSError, ForeignBytesError):
                self._lost = True
                return
            if not isinstance(message, Answer):
                self._lost = True
                return
            yield message

    def ending(self) -> Ending | None:
        """How the child ended, if it did or had to be made to just now."""
        if self._lost or not self._process.is_alive():
            return Ending.CRASHED
        return Ending.HUNG if self.time_left() <= 0 else None

    def time_left(self) -> float:
        """Seconds until the child counts as hung; infinite while it rests."""
        beat = self.pulse.look()
        if beat != self._seen:
            self._seen, self._seen_since = beat, time.monotonic()
        return self._allowed(beat) - (time.monotonic() - self._seen_since)

    def _allowed(self, beat: Beat) -> float:
        if not self.process_id:
            return PATIENCE
        if beat.page_index == RESTING:
            return float("inf")
        if beat.page_index == STARTING:
            return self._limits.starting_seconds
        if beat.one_to_blame:
            return self._limits.page_seconds
        if beat.on_a_page:
            return self._limits.page_seconds * self._limits.patience_with_words
        return self._limits.page_seconds * self._limits.patience_without_page

    def ask_to_end(self) -> None:
        """Hang up: a child at rest ends by itself."""
        self._connection.close()

    def join(self, deadline: float) -> bool:
        """Wait for the end until `deadline` (monotonic seconds); whether it came."""
        self._process.join(max(0.0, deadline - time.monotonic()))
        return not self._process.is_alive()

    def terminate(self) -> None:
        """End the child in the middle of its work."""
        self._process.terminate()

    def kill(self) -> None:
        """End the child at once, whatever it does, and free what it held."""
        self._connection.close()
        self._process.kill()
        self._process.join(self._limits.ending_seconds / 2)
        if not self._process.is_alive():
            self._process.close()


def end_children(children: Sequence[Child], limits: Limits) -> None:
    """End several children at a time: ask, terminate, kill. Takes at most two seconds."""
    asked = time.monotonic()
    for child in children:
        child.ask_to_end()
    busy = [child for child in children if not child.join(asked + limits.asking_seconds)]
    for child in busy:
        child.terminate()
    for child in busy:
        child.join(asked + limits.asking_seconds + limits.ending_seconds / 2)
    for child in children:
        child.kill()
