"""The child that has pictures read: what it answers, and what it can no longer do."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pymupdf
import pytest

from reader.document.model import Line
from reader.document.ocr.ocr import OcrEndedError, OcrProgram, find_ocr
from reader.worker import recognising
from reader.worker.limits import Limits
from reader.worker.messages import Answer, CloseFile, Ready
from reader.worker.pictures import PictureMemory
from reader.worker.program_files import files_to_start
from reader.worker.pulse import Pulse
from reader.worker.recognition_messages import PageRecognised, ReadPicture, Recognition
from reader.worker.wire import decode, encode

PATIENCE = 30.0
SLOT = 1


@contextmanager
def recogniser(pictures: PictureMemory) -> Iterator[Connection]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    child = context.Process(target=recognising.main, args=(theirs, Pulse(), pictures, Limits()))
    child.start()
    theirs.close()
    try:
        assert isinstance(answer_of(ours), Ready)
        yield ours
    finally:
        ours.close()
        child.join(PATIENCE)
        assert child.exitcode == 0, "it ends by itself when its parent hangs up"
        child.close()


def answer_of(connection: Connection) -> Answer:
    assert connection.poll(PATIENCE), "no answer came"
    answer = decode(connection.recv_bytes())
    assert isinstance(answer, Answer)
    return answer


def paint(pictures: PictureMemory, *lines: str, known: tuple[str, ...] = ()) -> ReadPicture:
    """Put a page with these lines into the slot; the request to read it."""
    with pymupdf.open() as document:
        page = document.new_page(width=300, height=150)
        for number, line in enumerate(lines):
            page.insert_text((30, 50 + 30 * number), line, fontsize=16)
        drawn = page.get_pixmap(dpi=200)
    pictures.bytes_of(SLOT)[: len(drawn.samples)] = drawn.samples
    return ReadPicture(7, 3, SLOT, drawn.width, drawn.height, drawn.stride, 200 / 72, known, ("en",))


@pytest.fixture
def pictures() -> PictureMemory:
    return PictureMemory(slot_count=2, slot_bytes=4_000_000)


def recognised(pictures: PictureMemory, request: ReadPicture) -> PageRecognised:
    with recogniser(pictures) as connection:
        connection.send_bytes(encode(request))
        answer = answer_of(connection)
    assert isinstance(answer, PageRecognised)
    return answer


def test_a_picture_comes_back_as_lines(pictures: PictureMemory) -> None:
    program = find_ocr()
    if program is None or "eng" not in program.languages:
        pytest.skip("Tesseract with English data is not on this machine")
    answer = recognised(pictures, paint(pictures, "Signed on 14 July 1789", "in Paris."))
    assert answer.outcome is Recognition.READ
    assert [line.text for line in answer.lines] == ["Signed on 14 July 1789", "in Paris."]
    assert (answer.job_id, answer.page_index, answer.missing) == (7, 3, ())


def test_language_data_that_would_have_helped_is_named(
    pictures: PictureMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, 'printf "page\\n"')
    answer = recognised(pictures, paint(pictures, "Signed.", known=("fr", "en")))
    assert (answer.outcome, answer.missing) == (Recognition.READ, ("fra",))


def test_without_the_data_of_any_language_nothing_is_tried(
    pictures: PictureMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "exit 0", languages="osd")
    answer = recognised(pictures, paint(pictures, "Signed."))
    assert (answer.outcome, answer.missing) == (Recognition.NO_LANGUAGE, ("eng",))


def test_a_blank_page_needs_no_program(pictures: PictureMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_tesseract(monkeypatch)
    assert recognised(pictures, paint(pictures)).outcome is Recognition.BLANK


def test_where_there_is_no_program_it_says_so(
    pictures: PictureMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    hide_tesseract(monkeypatch)
    if find_ocr() is not None:
        pytest.skip("Tesseract lies where it is found without the path")
    assert recognised(pictures, paint(pictures, "Signed.")).outcome is Recognition.NO_PROGRAM


def test_a_program_that_fails_costs_one_page(
    pictures: PictureMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "exit 3")
    request = paint(pictures, "Signed.")
    with recogniser(pictures) as connection:
        for _ in range(2):
            connection.send_bytes(encode(request))
            answer = answer_of(connection)
            assert isinstance(answer, PageRecognised)
            assert answer.outcome is Recognition.FAILED


def test_closing_the_document_ends_the_program(
    pictures: PictureMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tmp_path, monkeypatch, "exec sleep 3600")
    with recogniser(pictures) as connection:
        connection.send_bytes(encode(paint(pictures, "Signed.")))
        connection.send_bytes(encode(CloseFile(7)))
        answer = answer_of(connection)
    assert isinstance(answer, PageRecognised)
    assert answer.outcome is Recognition.FAILED


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="Linux only")
def test_what_it_starts_writes_no_file_and_opens_no_connection(
    pictures: PictureMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    knock = "import socket; socket.create_connection(('127.0.0.1', 9))"
    tries = (
        f"""echo x > "{tmp_path}/written"\n"{sys.executable}" -c "{knock}" 2>&1 | grep -q PermissionError"""
    )
    stand_in(tmp_path, monkeypatch, f"{tries} || exit 5")
    assert recognised(pictures, paint(pictures, "Signed.")).outcome is Recognition.READ
    assert not (tmp_path / "written").exists()


def test_only_the_program_and_its_loader_may_be_started() -> None:
    shell = os.path.realpath("/bin/sh")
    if not Path(shell).exists() or not Path(shell).read_bytes().startswith(b"\x7fELF\x02\x01"):
        pytest.skip("no 64-bit ELF program here")
    first, *rest = files_to_start(shell)
    assert first == shell
    assert len(rest) <= 1
    assert all("ld" in Path(loader).name for loader in rest)


def stand_in(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, languages: str = "eng") -> None:
    """A script in the place of Tesseract: knows its languages, does as told with a page."""
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\nif [ "$1" = --list-langs ]; then printf "List:\\n{languages}\\n"; exit 0; fi\n'
        f"cat > /dev/null 2>&1 || cat | tail -c 0\n{script}\n"
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def hide_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")


@pytest.mark.parametrize(("deaths", "outcome"), [(1, Recognition.READ), (2, Recognition.FAILED)])
def test_a_tesseract_that_dies_gets_a_second_chance(
    monkeypatch: pytest.MonkeyPatch, deaths: int, outcome: Recognition
) -> None:
    pictures = PictureMemory(2)
    ours, theirs = get_context("spawn").Pipe()
    tries = iter(range(9))

    def recognise(*_arguments: object, **_options: object) -> tuple[Line, ...]:
        if next(tries) < deaths:
            raise OcrEndedError("killed")
        return ()

    monkeypatch.setattr(recognising, "recognise", recognise)
    monkeypatch.setattr(recognising, "find_ocr", lambda: OcrProgram("tesseract", frozenset({"eng"})))
    child = recognising.Recogniser(theirs, Pulse(), pictures)
    request = paint(pictures, "Signed in 1648.", known=("en",))
    assert child._read(request).outcome is outcome  # noqa: SLF001 - a child of its own would have the real one
    ours.close()
    theirs.close()
