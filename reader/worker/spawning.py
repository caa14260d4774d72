"""Starts a child process, as early as can be: this file imports neither messages nor what the child will do.

In: what the child is to run. Out: the process, its end of a pipe, its pulse. The window's program starts its
painting child by this before it imports anything else, so that the two load side by side; on Linux as a copy
of itself, which spares that child the start of another Python.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from reader.worker.limits import Limits
from reader.worker.pictures import PictureMemory
from reader.worker.pulse import Pulse
from reader.worker.twin import TwinEnds, TwinProcess, can_have_twin

ChildMain = Callable[[Connection, Pulse, PictureMemory, Limits], None]


class FirstMain(Protocol):
    """A `ChildMain` that can make a copy of itself."""

    def __call__(
        self,
        connection: Connection,
        pulse: Pulse,
        pictures: PictureMemory,
        limits: Limits,
        twin: TwinEnds | None = None,
        /,
    ) -> None:
        """Live; `twin` where a copy may be asked for."""


@dataclass(frozen=True, slots=True)
class Spawned:
    """A child that has just been started, and what it shares with its parent.

    `twin` is the copy that it can make of itself, once.
    """

    process: BaseProcess | TwinProcess
    connection: Connection
    pulse: Pulse
    pictures: PictureMemory
    twin: Spawned | None = None


def spawn(name: str, main: ChildMain, pictures: PictureMemory, limits: Limits) -> Spawned:
    """Start a child as a program of its own. A copy of this one would have Qt's threads and locks by halves.

    Raises:
        OSError: the system gives no process.
    """
    context = get_context("spawn")
    pulse = Pulse()
    ours, theirs = context.Pipe()
    process = context.Process(
        target=main, args=(theirs, pulse, pictures, limits), name=f"timeleaf-{name}", daemon=True
    )
    with _without_tracker():
        process.start()
    theirs.close()
    return Spawned(process, ours, pulse, pictures)


def start_first(name: str, main: FirstMain, pictures: PictureMemory, limits: Limits) -> Spawned:
    """Start a child before all else: as a copy of this process if it has but one thread yet (Linux).

    Such a one can make a copy of itself (`twin.py`).

    Raises:
        OSError: the system gives no process.
    """
    if sys.platform != "linux" or len(os.listdir("/proc/self/task")) > 1:  # noqa: PTH208 - no path of anybody's
        return spawn(name, main, pictures, limits)
    context = get_context("fork")
    pulse = Pulse()
    ours, theirs = context.Pipe()
    twin = ends = None
    if can_have_twin():
        twins, twins_end = context.Pipe()
        twin = Spawned(TwinProcess(), twins, Pulse(), PictureMemory(slot_count=0))
        ends = TwinEnds(twins_end, twin.pulse)
    process = context.Process(
        target=_run_copy,
        args=([ours, twin.connection] if twin else [ours], main, theirs, pulse, pictures, limits, ends),
        name=f"timeleaf-{name}",
        daemon=True,
    )
    process.start()
    theirs.close()
    if ends:
        ends.connection.close()
    return Spawned(process, ours, pulse, pictures, twin)


def _run_copy(parents: Sequence[Connection], main: FirstMain, *more: Any) -> None:
    for connection in parents:
        connection.close()  # or this process would hold its own line open, and never hear its parent hang up
    main(*more)


@contextmanager
def _without_tracker() -> Iterator[None]:
    """Keep `multiprocessing` from starting a third process beside each child.

    Its tracker removes named semaphores and shared memory that a crash left behind; ours have no names
    (`pictures.py`, `pulse.py`), so it would track nothing: 25 ms of a processor while the first page is on
    its way, and 7 MB. The children are handed a file that swallows whatever they would tell it.
    """
    if sys.platform == "win32":  # there is none there
        yield
        return
    from multiprocessing import resource_tracker  # noqa: PLC0415 - not on Windows

    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, no path of anybody's
        known = resource_tracker.getfd
        vars(resource_tracker)["getfd"] = nowhere.fileno
        try:
            yield
        finally:
            vars(resource_tracker)["getfd"] = known
