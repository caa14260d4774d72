"""The first child is a copy where it can be, and lives and ends like every other child."""

from __future__ import annotations

import subprocess
import sys

import pytest

FIRST = """
import sys, threading, time
from pathlib import Path
from reader.worker.mains import paint
from reader.worker.limits import Limits
from reader.worker.pictures import PictureMemory
from reader.worker.spawning import start_first
{before}
spawned = start_first("painting", paint, PictureMemory(), Limits())
from reader.worker.messages import Ready
from reader.worker.wire import decode
ready = decode(spawned.connection.recv_bytes())
assert isinstance(ready, Ready), ready
own, other = (Path(f"/proc/{{number}}/cmdline").read_bytes() for number in ("self", spawned.process.pid))
is_copy = own == other
{after}
spawned.process.join(20)
assert not spawned.process.is_alive(), "it did not hear its parent hang up"
print("a copy" if is_copy else "a program of its own")
"""
HANGS_UP = "spawned.connection.close()"
TWO_THREADS = "threading.Thread(target=time.sleep, args=(60,), daemon=True).start()"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")


def first_child(before: str = "", after: str = HANGS_UP) -> str:
    program = f"if __name__ == '__main__':{FIRST.format(before=before, after=after)}".replace("\n", "\n    ")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603 - ourselves
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@on_linux
def test_the_first_child_is_a_copy_and_ends_when_its_parent_hangs_up() -> None:
    assert first_child() == "a copy"


@on_linux
def test_the_first_child_is_ended_by_force_like_any_other() -> None:
    assert first_child(after="spawned.process.kill()") == "a copy"


@on_linux
def test_a_process_of_several_threads_is_not_copied() -> None:
    assert first_child(before=TWO_THREADS) == "a program of its own"


@on_linux
def test_a_copy_ends_with_its_parent() -> None:
    """Killed, the parent hangs up nothing itself: the system does it for it."""
    told = "print(spawned.process.pid, flush=True); import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    program = f"if __name__ == '__main__':{FIRST.format(before='', after=told)}".replace("\n", "\n    ")
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True) as parent:  # noqa: S603 - ourselves
        assert parent.stdout is not None
        number = parent.stdout.readline().strip()
        # The child holds the other end of its standard output too: it is over when that is.
        assert parent.stdout.read() == ""
    assert number.isdigit()
