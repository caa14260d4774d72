"""A file changes while it is read: in one go, in steps, by renaming, for a moment, for good."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.document.file.file_state import FileState
from reader.ui.file_watch import FileWatch, Finding, FollowedFile

OPENED = 1_000
OLD, NEW, NEWER = FileState(500, 10), FileState(2_000, 4), FileState(2_001, 12)
NOWHERE = FileState()
PATIENCE = 20_000  # ms; a second or two on a machine at rest


def findings(
    seen: Iterable[FileState | None], step: float = 0.3, *, whole: bool = True
) -> list[Finding | None]:
    """What is found of a file that is looked at every `step` seconds."""
    file = FollowedFile(OPENED)
    return [file.take(state, number * step, lambda: whole) for number, state in enumerate(seen)]


def told(seen: Iterable[FileState | None], step: float = 0.3, *, whole: bool = True) -> list[Finding]:
    return [finding for finding in findings(seen, step, whole=whole) if finding is not None]


def test_a_file_that_stays_as_it_is_is_never_told_of() -> None:
    assert told([OLD] * 20) == []


def test_a_file_written_in_steps_is_told_of_once_when_it_rests() -> None:
    seen = [OLD, NEW, NEWER, NEWER, NEWER, NEWER, NEWER]
    assert findings(seen) == [None, None, None, None, Finding.RENEWED, None, None]


def test_a_file_that_has_no_end_is_waited_for_and_told_of_once() -> None:
    assert told([OLD, *[NEW] * 15], whole=False) == []
    assert told([OLD, *[NEW] * 40], whole=False) == [Finding.UNFINISHED]
    assert told([OLD, *[NEW] * 30, *[NEWER] * 30], whole=False) == [Finding.UNFINISHED] * 2


def test_a_file_told_of_as_unfinished_is_told_of_as_soon_as_it_is_deleted() -> None:
    seen = findings([OLD, *[NEW] * 40, NOWHERE], whole=False)
    assert seen[-1] == Finding.GONE
    assert told([OLD, *[NEW] * 40, *[NOWHERE] * 30], whole=False) == [Finding.UNFINISHED, Finding.GONE]


def test_a_file_that_is_ended_late_is_read_then() -> None:
    file = FollowedFile(OPENED)
    seen = [file.take(state, number * 0.3, lambda: False) for number, state in enumerate([OLD, *[NEW] * 30])]
    seen += [file.take(NEWER, 20 + number * 0.3, lambda: True) for number in range(4)]
    assert [each for each in seen if each] == [Finding.UNFINISHED, Finding.RENEWED]


def test_a_file_deleted_and_written_anew_is_no_deleted_file() -> None:
    assert told([OLD, NOWHERE, NOWHERE, NEW, NEW, NEW]) == [Finding.RENEWED]


def test_a_deleted_file_is_told_of_once_and_again_when_it_comes_back() -> None:
    assert told([OLD, *[NOWHERE] * 30]) == [Finding.GONE]
    assert told([OLD, *[NOWHERE] * 30, *[OLD] * 9]) == [Finding.GONE, Finding.BACK]
    assert told([OLD, *[NOWHERE] * 30, *[NEW] * 9]) == [Finding.GONE, Finding.RENEWED]


def test_a_drive_that_does_not_answer_says_nothing() -> None:
    assert told([OLD, *[None] * 30, OLD]) == []


def test_a_file_written_since_it_was_asked_for_may_be_another_one() -> None:
    assert told([NEW] * 5) == [Finding.RENEWED]


def test_a_file_that_never_was_there_is_not_told_of() -> None:
    assert told([NOWHERE] * 30) == []


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[FileWatch]:  # noqa: ARG001 - signals need an application
    made = FileWatch()
    yield made
    made.let_go()


def write(path: Path, content: bytes) -> None:
    path.write_bytes(content + b"\n%%EOF\n")


def test_the_disk_is_followed(tmp_path: Path, watch: FileWatch, qtbot: QtBot) -> None:
    path = tmp_path / "letter.pdf"
    write(path, b"%PDF-1.7 one")
    os.utime(path, ns=(OPENED, OPENED))
    watch.follow(str(path), OPENED + 1)
    with qtbot.waitSignal(watch.found, timeout=PATIENCE) as found:
        other = tmp_path / "new.pdf"
        write(other, b"%PDF-1.7 other")
        other.replace(path)
    assert found.args == ["renewed"]
    with qtbot.waitSignal(watch.found, timeout=PATIENCE) as found:
        path.unlink()
    assert found.args == ["gone"]
