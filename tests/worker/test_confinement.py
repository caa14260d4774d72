"""What a child can no longer do once it is to look at a file that came from anywhere."""

from __future__ import annotations

import errno
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from reader.worker import confinement, landlock

GIGABYTE = 1 << 30

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems offer less; see confinement.py"
)

Attempt = Callable[[Path], object]


def open_a_tcp_socket(_home: Path) -> object:
    return socket.socket(socket.AF_INET, socket.SOCK_STREAM)


def open_a_udp_socket(_home: Path) -> object:
    return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)


def open_a_local_socket(_home: Path) -> object:
    return socket.socket(socket.AF_UNIX)


def make_a_file(home: Path) -> object:
    return (home / "new").write_text("x")


def change_a_file(home: Path) -> object:
    return (home / "old").open("r+")


def append_to_a_file(home: Path) -> object:
    return (home / "old").open("a")


def remove_a_file(home: Path) -> None:
    (home / "old").unlink()


def rename_a_file(home: Path) -> object:
    return (home / "old").rename(home / "other")


def make_a_folder(home: Path) -> None:
    (home / "folder").mkdir()


def start_a_program(_home: Path) -> object:
    return subprocess.run([sys.executable, "--version"], check=False)


def take_all_memory(_home: Path) -> object:
    return bytearray(8 * GIGABYTE)


def read_a_file(home: Path) -> object:
    return (home / "old").read_text()


def import_a_module(_home: Path) -> object:
    import wave  # noqa: PLC0415 - not loaded before, that is the point

    return wave


FORBIDDEN: tuple[Attempt, ...] = (
    open_a_tcp_socket,
    open_a_udp_socket,
    open_a_local_socket,
    make_a_file,
    change_a_file,
    append_to_a_file,
    remove_a_file,
    rename_a_file,
    make_a_folder,
    start_a_program,
)
ALLOWED: tuple[Attempt, ...] = (read_a_file, import_a_module)


def attempt_all(connection: Connection, home: Path, attempts: tuple[Attempt, ...]) -> None:
    """A child: confines itself, tries everything, sends what came of it."""
    confinement.take_place(3 * GIGABYTE)
    notes = confinement.confine()
    outcomes = {}
    for attempt in attempts:
        try:
            attempt(home)
        except (OSError, MemoryError) as error:
            outcomes[attempt.__name__] = type(error).__name__
        else:
            outcomes[attempt.__name__] = "done"
    connection.send((notes, outcomes))


def attempt_all_without_landlock(connection: Connection, home: Path, attempts: tuple[Attempt, ...]) -> None:
    """The same where the kernel knows no Landlock."""
    vars(landlock)["forbid_writing"] = no_landlock
    attempt_all(connection, home, attempts)


def no_landlock(_programs: Sequence[str] = ()) -> int:
    raise OSError(errno.ENOSYS, "no such call")


def outcomes_of(
    home: Path,
    attempts: tuple[Attempt, ...],
    main: Callable[[Connection, Path, tuple[Attempt, ...]], None] = attempt_all,
) -> tuple[tuple[str, ...], dict[str, str]]:
    (home / "old").write_text("x")
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    with ours, theirs:
        child = context.Process(target=main, args=(theirs, home, attempts))
        child.start()
        assert ours.poll(30), "the confined child did not answer"
        notes, outcomes = ours.recv()
        child.join()
        child.close()
    return notes, outcomes


def test_a_confined_child_reaches_no_network_changes_no_file_and_starts_no_program(own_home: Path) -> None:
    notes, outcomes = outcomes_of(own_home, FORBIDDEN)
    assert outcomes == {attempt.__name__: "PermissionError" for attempt in FORBIDDEN}, notes
    assert [path.name for path in own_home.iterdir() if not path.name.startswith(".")] == ["old"]


def test_a_confined_child_still_reads_files_and_imports_modules(own_home: Path) -> None:
    _, outcomes = outcomes_of(own_home, ALLOWED)
    assert outcomes == {"read_a_file": "done", "import_a_module": "done"}


def test_a_confined_child_cannot_take_more_memory_than_it_was_given(own_home: Path) -> None:
    _, outcomes = outcomes_of(own_home, (take_all_memory,))
    assert outcomes == {"take_all_memory": "MemoryError"}


def test_an_old_kernel_without_landlock_is_said_and_the_filter_alone_forbids_the_same(own_home: Path) -> None:
    notes, outcomes = outcomes_of(own_home, FORBIDDEN, attempt_all_without_landlock)
    assert outcomes == {attempt.__name__: "PermissionError" for attempt in FORBIDDEN}, notes
    assert any(note.startswith("could not") and "Landlock" in note for note in notes)
