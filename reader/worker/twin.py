"""The first reading child is a copy of the painting child, made when that has painted its first page (Linux).

So both share the engine, the modules and the bytes of the file: 25 MB and those bytes less than two programs
of their own, and reading begins without another import of the engine. Children that replace dead ones are
started as elsewhere (`spawning.py`).

The copy is to be watched, ended and outlived like any other child, so it has to be the window's own: a
process between the two ends at once, and the system gives its child to the nearest ancestor that takes in
orphans (prctl(2), PR_SET_CHILD_SUBREAPER), which the window does just as long. The copy keeps nothing of the
painting child's: not its pipe, not its pictures, not its open files, in which both would move one place.
"""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait

from reader.worker.pulse import Pulse

# Seconds. A painting child that is busy longer keeps no document waiting: another reading child is started.
PATIENCE = 1.0

_PR_SET_CHILD_SUBREAPER = 36
_STANDARD_FILES = 3
_LOOKING = 0.001  # seconds between two looks whether the process between has ended


@dataclass(frozen=True, slots=True)
class TwinEnds:
    """What the painting child holds for its copy until that is made."""

    connection: Connection
    pulse: Pulse


class TwinProcess:
    """The copy as the window sees it: what `multiprocessing` offers of a process, for one it has not started.

    It has no number until it has told it. It counts as alive before, until it is given up.
    """

    def __init__(self) -> None:
        self._file: int | None = None
        self._is_over = False
        self.pid: int | None = None

    @property
    def sentinel(self) -> int:
        """What becomes ready when it ends; -1 while it has not begun."""
        return -1 if self._file is None else self._file

    def await_birth(self) -> None:
        """Take in the orphan that will come."""
        _take_in_orphans(wanted=True)

    def has_begun(self, process_id: int) -> None:
        """It has told its number.

        Raises:
            OSError: no child of this process has that number: nothing of it is true.
        """
        _take_in_orphans(wanted=False)
        os.waitid(os.P_PID, process_id, os.WEXITED | os.WNOHANG | os.WNOWAIT)
        self._file = os.pidfd_open(process_id)
        self.pid = process_id

    def is_alive(self) -> bool:
        """Whether it runs, or will."""
        if self.pid is not None and not self._is_over:
            self._is_over = os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG) is not None
        return not self._is_over

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end."""
        if self._file is not None and self.is_alive():
            wait([self._file], timeout)

    def terminate(self) -> None:
        """End it in the middle of its work."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once."""
        self._end(signal.SIGKILL)

    def close(self) -> None:
        """Let go of what the system keeps of it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _end(self, how: signal.Signals) -> None:
        if self.pid is None:  # it will find that nobody wants it any more
            self._is_over = True
            _take_in_orphans(wanted=False)
        elif self.is_alive():  # not waited for yet, so the number is still its own
            os.kill(self.pid, how)


def can_have_twin() -> bool:
    """Whether this system offers what a copy needs: an end that can be waited for (Linux 5.3)."""
    if not hasattr(os, "pidfd_open"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:
        return False
    return True


def make_twin(ends: TwinEnds, live: Callable[[], object]) -> None:
    """Copy this process; the copy calls `live`, keeping its own pipe and no other file open, and ends.

    Where the system gives no process, the window sees the pipe closed.
    """
    parent = os.getppid()
    with suppress(OSError):
        between = os.fork()
        if between == 0:
            _live(ends, parent, live)
        os.waitpid(between, 0)
    ends.connection.close()


def _live(ends: TwinEnds, parent: int, live: Callable[[], object]) -> None:
    """The life of the process between and of the copy; it never returns, the stack is another's."""
    try:
        between = os.getpid()
        if os.fork() == 0:
            gc.freeze()  # to look through what is shared would be to copy it
            while os.getppid() == between:
                time.sleep(_LOOKING)
            if os.getppid() == parent:  # else the window is gone, or has given this process up
                _close_files_but(ends.connection.fileno())
                live()
    finally:
        os._exit(0)


def _close_files_but(own: int) -> None:
    """Give up all files of another's, in a way that their owners here may close them later without harm.

    The engine, closing a file it has read, sets its place back, which is the other process's place too.
    """
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number in range(_STANDARD_FILES, os.sysconf("SC_OPEN_MAX")):
        if number not in (own, nothing):
            with suppress(OSError):
                os.fstat(number)
                os.dup2(nothing, number, inheritable=False)


def _take_in_orphans(*, wanted: bool) -> None:
    import ctypes  # noqa: PLC0415 - 5 ms, long after the first page

    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, int(wanted), 0, 0, 0)
