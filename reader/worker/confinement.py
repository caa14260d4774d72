"""What a child gives up before it looks at a file that came from anywhere.

In: nothing. Out: plain sentences for the log about what was given up and what the system does not offer.
No root is needed for any of it.

| system | memory | network | files | ends with its parent |
| --- | --- | --- | --- | --- |
| Linux | RLIMIT_AS | seccomp, Landlock | read only: Landlock (5.13+), seccomp | PR_SET_PDEATHSIG |
| macOS | RLIMIT_DATA, as far as kept | not limited | no growing file (RLIMIT_FSIZE) | end of the pipe |
| Windows | job object, if it can be made | not limited | not limited | job object, end of the pipe |

On macOS only a signed bundle's entitlements, on Windows only a restricted token made before the start would
take the network away; both are the installer's business, not a running child's. Reading is not limited
anywhere: the next document may lie in any folder. Nothing read can leave: there is no network, and the pipe
carries only the values of `messages.py` (`wire.py`).
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence

NICENESS_OF_READING = 10  # painting and the window go first wherever they want the processor

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38
_MAX_OPEN_FILES = 256


def take_place(memory_bytes: int, niceness: int = 0, *, programs: int = 0) -> None:
    """What is settled before the engine is imported: memory, priority, and to end when the parent does.

    `programs` is how many other programs it may have running at a time (Windows).
    Ctrl+C in a terminal reaches every process there; only the parent is to act on it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "win32":
        from reader.worker.windows_job import limit_this_process  # noqa: PLC0415 - exists there only

        limit_this_process(memory_bytes, low_priority=niceness > 0, processes=1 + programs)
        return
    os.nice(niceness)
    limit = "RLIMIT_AS" if sys.platform == "linux" else "RLIMIT_DATA"
    _lower_limit(limit, memory_bytes)
    _lower_limit("RLIMIT_CORE", 0)
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == 1:  # the parent ended before the line above: its signal will never come
            sys.exit(1)


def confine(programs: Sequence[str] = ()) -> tuple[str, ...]:
    """Give up files and network, as far as the system lets an ordinary program; what came of each measure.

    `programs` are the files that may still be started; what is started is confined alike.
    """
    if sys.platform == "win32":
        return ("on Windows the network and files stay open to this process; memory is limited by its job",)
    notes = []
    _lower_limit("RLIMIT_NOFILE", _MAX_OPEN_FILES)
    if sys.platform == "linux":
        from reader.worker import landlock, seccomp  # noqa: PLC0415 - Linux only

        _prctl(_PR_SET_NO_NEW_PRIVS, 1)
        started = f"no program but {', '.join(programs)}" if programs else "no program"
        notes.append(
            _attempt("Landlock: read files only, no port", lambda: landlock.forbid_writing(programs))
        )
        notes.append(
            _attempt(
                f"seccomp: no socket, {started}, no file made",
                lambda: seccomp.refuse_calls(may_start_programs=bool(programs)),
            )
        )
        if not any(note.startswith("could not") for note in notes):
            return tuple(notes)
    _lower_limit("RLIMIT_FSIZE", 0)
    notes.append("no file of this process can grow")
    return tuple(notes)


def _attempt(measure: str, take: Callable[[], object]) -> str:
    try:
        take()
    except OSError as error:
        return f"could not take the measure “{measure}”: {error}"
    return measure


def end_with_parent() -> None:
    """Have the system end this process when its parent ends (Linux); for programs that a child starts."""
    if sys.platform == "linux":
        _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _lower_limit(name: str, value: int) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    which = getattr(resource, name)
    hard = resource.getrlimit(which)[1]
    lowered = value if hard == resource.RLIM_INFINITY else min(value, hard)
    try:
        resource.setrlimit(which, (lowered, lowered))
    except (OSError, ValueError):
        # macOS refuses some limits below what is in use already; the watch over pages remains.
        return


def _prctl(option: int, value: int) -> None:
    import ctypes  # noqa: PLC0415 - Linux only

    ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0)


def is_short_of_memory(error: BaseException) -> bool:
    """Whether an error means that the memory limit was met: Python's own, or the engine's in its words."""
    return isinstance(error, MemoryError) or "malloc" in str(error) or "calloc" in str(error)
