"""What the disk says of a file: there, written anew, whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reader.document.file.file_state import FileState, is_cut_off, is_whole, state_of


def test_a_file_that_is_written_anew_has_another_state(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    assert state_of(str(path)) == FileState()
    path.write_bytes(b"one")
    first = state_of(str(path))
    path.write_bytes(b"more")
    assert first is not None
    assert first.is_there
    assert state_of(str(path)) != first


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may look everywhere")
def test_of_a_closed_folder_nobody_can_tell(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir(mode=0)
    assert state_of(str(folder / "letter.pdf")) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_what_has_become_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody will ever write into it; who opens it as a file waits for ever."""
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    assert not is_whole(str(path))
    assert not is_cut_off(str(path))


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n", True),
        (b"%PDF-1.7\n" + b"x" * 9000 + b"%%EOF" + b"\0" * 500, True),
        (b"%PDF-1.7\n%%EOF\n" + b"x" * 9000, False),
        (b"", False),
    ],
)
def test_a_file_is_whole_when_it_ends_as_a_pdf_does(tmp_path: Path, content: bytes, whole: bool) -> None:  # noqa: FBT001 - a table's column
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    assert is_whole(str(path)) is whole


def test_a_file_that_is_not_there_is_not_whole(tmp_path: Path) -> None:
    assert not is_whole(str(tmp_path / "letter.pdf"))


@pytest.mark.parametrize(
    ("content", "cut"),
    [
        (b"%PDF-1.7\n1 0 obj\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n", False),
        (b"%PDF-1.7\n1 0 obj\nendobj\nxref\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n" + b"x" * 9000, False),
        (b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n<</Root 1 0 R>>\n", False),
        (b"%PDF-1.7\n1 0 obj\nendobj\n2 0 obj\n<</Length 9000>>stream\n" + b"x" * 5000, True),
        (b"%PDF-1.7\n1 0 obj\nendobj\nstartxref\n0\n%%EOF\n2 0 obj\n" + b"x" * 5000, True),
        (b"%PDF-1.7\n1 0 obj\n<</Length 9000000>>stream\n" + b"x" * (3 << 20), True),
    ],
    ids=["whole", "bytes after it", "by hand", "half", "half, made for the web", "half a picture"],
)
def test_a_file_is_cut_off_where_objects_come_last(tmp_path: Path, content: bytes, *, cut: bool) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(content)
    assert is_cut_off(str(path)) is cut
