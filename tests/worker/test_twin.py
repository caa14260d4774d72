"""The first reading child is a copy of the painting child, and works and ends like every other child."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.worker.twin import TwinProcess
from tests.worker.small_pdf import write_pdf

PAGES = 60
PROGRAM = """
import os, signal, sys
from multiprocessing.connection import Connection
from pathlib import Path
from reader.worker.limits import Limits
from reader.worker.mains import paint
from reader.worker.pictures import PictureMemory
from reader.worker.spawning import start_first

def is_copy(number):
    return Path(f"/proc/{number}/cmdline").read_bytes() == Path("/proc/self/cmdline").read_bytes()

def try_all(connection, pulse, pictures, limits, twin):
    # What a painting child does, with a copy that tries what is forbidden.
    from reader.worker.confinement import confine
    from reader.worker.twin import make_twin
    from tests.worker.test_confinement import FORBIDDEN, attempt_all
    confine()
    connection.recv_bytes()
    make_twin(twin, lambda: attempt_all(twin.connection, Path(sys.argv[1]), FORBIDDEN))

if __name__ == "__main__":
    spawned = start_first("painting", PAINTER, PictureMemory(), Limits())
    from reader.worker.client import REAL_MAINS
    from reader.worker.messages import Opened, ReadingFinished, WorkerDied
    from tests.worker.answers import running
"""
READ = """
    with running(Limits(), REAL_MAINS, spawned) as (client, answers):
        job = client.open(sys.argv[1])
        IN_BETWEEN
        finished = answers.wait_for(ReadingFinished)
        reader = client.process_ids["reading"]
        print(len(finished.timeline.events), "a copy" if is_copy(reader) else "a program of its own")
        print({died.worker for died in answers.of(WorkerDied)} or "no deaths", flush=True)
        AT_THE_END
    try:
        print(os.waitpid(-1, os.WNOHANG))
    except ChildProcessError:
        print("nobody left")
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")


def told(program: str, argument: str, main: str = "paint") -> list[str]:
    """The lines that a program prints in a process of its own."""
    whole = program.replace("PAINTER", main)
    command = [sys.executable, "-c", whole, argument]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 - ourselves
    assert not done.stderr, done.stderr
    return done.stdout.splitlines()


def reading(in_between: str = "pass", at_the_end: str = "pass") -> str:
    """A program that reads a document from end to end."""
    return PROGRAM + READ.replace("IN_BETWEEN", in_between).replace("AT_THE_END", at_the_end)


def test_a_copy_of_the_painting_child_reads_a_document_and_leaves_nobody_behind(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    assert told(reading(), path) == [f"{PAGES} a copy", "no deaths", "nobody left"]


def test_the_copy_reads_on_when_the_painting_child_is_killed(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    kill = """
        answers.wait_until(lambda: client.process_ids.get("reading"))
        os.kill(client.process_ids["painting"], signal.SIGKILL)
        answers.wait_for(WorkerDied)
"""
    assert told(reading(kill.strip()), path) == [f"{PAGES} a copy", "{'painting'}", "nobody left"]


def test_a_killed_copy_is_replaced_by_a_program_of_its_own(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    kill = """
        answers.wait_until(lambda: client.process_ids.get("reading"))
        os.kill(client.process_ids["reading"], signal.SIGKILL)
        answers.wait_for(WorkerDied)
"""
    assert told(reading(kill.strip()), path) == [
        f"{PAGES} a program of its own",
        "{'reading'}",
        "nobody left",
    ]


def test_a_painting_child_that_is_busy_keeps_no_document_from_being_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    stop = """
        answers.wait_for(Opened)
        os.kill(client.process_ids["painting"], signal.SIGSTOP)
"""
    assert told(reading(stop.strip()), path) == [
        f"{PAGES} a program of its own",
        "no deaths",
        "nobody left",
    ]


def test_the_copy_keeps_no_file_memory_or_right_of_the_painting_child(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    look = """
        files = [os.readlink(f) for f in Path(f"/proc/{reader}/fd").iterdir() if int(f.name) > 2]
        print(sorted({file.partition(":")[0] for file in files if file != "/dev/null"}), flush=True)
        print(sum("socket:" in file for file in files))
        print(sum(" rw-s " in line for line in Path(f"/proc/{reader}/maps").read_text().splitlines()))
        print("NoNewPrivs:\t1" in Path(f"/proc/{reader}/status").read_text())
"""
    assert told(reading(at_the_end=look.strip()), path)[2:] == [
        "['socket']",
        "1",  # its own pipe
        "1",  # its own pulse
        "True",
        "nobody left",
    ]


def test_a_copy_reaches_no_network_changes_no_file_and_starts_no_program(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("x")
    attempt = """
    spawned.twin.process.await_birth()
    spawned.connection.send_bytes(b"now")
    notes, outcomes = spawned.twin.connection.recv()
    print(set(outcomes.values()))
    spawned.process.join(20)
"""
    assert told(PROGRAM + attempt, str(tmp_path), main="try_all") == ["{'PermissionError'}"]
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_a_copy_ends_with_the_window(tmp_path: Path) -> None:
    """It holds the other end of the standard output too: that is over when the copy is."""
    path = write_pdf(tmp_path / "a.pdf", PAGES)
    ended = reading(at_the_end="os.kill(os.getpid(), signal.SIGKILL)")
    assert told(ended, path) == [f"{PAGES} a copy", "no deaths"]


def test_a_number_that_is_no_child_of_ours_is_not_believed() -> None:
    with pytest.raises(OSError, match="child"):
        TwinProcess().has_begun(1)
