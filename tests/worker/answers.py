"""What a client answered, gathered in a test: waits for an answer, never for a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from reader.worker.child import Mains
from reader.worker.client import EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import Answer, PagePainted
from reader.worker.spawning import Spawned

PATIENCE = 30.0  # seconds until a test gives up; nothing is expected to take a hundredth of it

_Kind = TypeVar("_Kind", bound=Answer)


class Answers:
    """Takes answers in the client's thread, hands them out in the test's."""

    def __init__(self) -> None:
        self.all: list[Answer] = []
        self._changed = threading.Condition()

    def take(self, answer: Answer) -> None:
        with self._changed:
            self.all.append(answer)
            self._changed.notify_all()

    def of(self, kind: type[_Kind]) -> list[_Kind]:
        with self._changed:
            return [answer for answer in self.all if isinstance(answer, kind)]

    def wait_for(self, kind: type[_Kind], fits: Callable[[_Kind], bool] = lambda _: True) -> _Kind:
        """The first answer of this kind that fits, now or as soon as it comes."""

        def found() -> _Kind | None:
            return next((a for a in self.all if isinstance(a, kind) and fits(a)), None)

        with self._changed:
            assert self._changed.wait_for(lambda: found() is not None, PATIENCE), (
                f"no {kind.__name__} came; there were {self.all}"
            )
            answer = found()
        assert answer is not None
        return answer

    def wait_until(self, fits: Callable[[], bool], patience: float = PATIENCE) -> None:
        """Until something is true that answers change."""
        with self._changed:
            assert self._changed.wait_for(fits, patience), f"it never came about; there were {self.all}"


@contextmanager
def running(
    limits: Limits, mains: Mains, spawned: Spawned | None = None
) -> Iterator[tuple[EngineClient, Answers]]:
    """A started client whose pictures are released as soon as they come, stopped at the end."""
    answers = Answers()
    client = EngineClient(limits=limits, mains=mains, spawned=spawned)

    def take(answer: Answer) -> None:
        if isinstance(answer, PagePainted):
            client.release_picture(answer.memory_name)
        answers.take(answer)

    client.deliver_to(take)
    client.start()
    try:
        yield client, answers
    finally:
        client.stop()
