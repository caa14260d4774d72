"""Commands between other programs: redirected, piped, on a full disk, with streams that are closed."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from reader.cli import DONE, INCOMPLETE, MISUSED
from reader.resources import resource

SAMPLE = resource("sample", "briefing-alaska.pdf")
ROOT = Path(__file__).parents[1]
on_a_shell = pytest.mark.skipif(sys.platform == "win32", reason="a shell's redirections")


def start(redirection: str, command: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A command as a shell starts it."""
    line = f"{shlex.quote(sys.executable)} -m reader {command} {redirection}"
    return subprocess.run(  # noqa: S602 - our own program
        line, shell=True, cwd=ROOT, input=stdin, capture_output=True, check=False, timeout=100
    )


def test_comma_separated_values_are_those_of_the_window() -> None:
    done = start("", f"timeline {shlex.quote(str(SAMPLE))} --format csv")
    lines = done.stdout.decode("utf-8-sig").split("\r\n")
    assert done.stdout.startswith(BOM_UTF8 + b"document,edtf,")
    assert len(lines) > 5
    assert lines[-1] == ""
    assert not any("\n" in line or "\r" in line for line in lines)


@on_a_shell
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
@pytest.mark.parametrize("command", [f"timeline {SAMPLE}", f"search {SAMPLE} Alaska", "--help"])
def test_a_full_disk_is_said_in_one_sentence(command: str) -> None:
    done = start("> /dev/full", command)
    assert done.returncode == INCOMPLETE
    assert done.stderr.startswith(b"The results could not be written")
    assert len(done.stderr.splitlines()) == 1


@on_a_shell
@pytest.mark.parametrize(
    ("redirection", "said"),
    [(">&-", b"standard output is closed."), ("2>&- >&-", b""), ("<&-", b"")],
    ids=["no output", "nor errors", "no input"],
)
def test_what_is_closed_ends_a_command_with_a_sentence_at_most(redirection: str, said: bytes) -> None:
    done = start(redirection, "tag", b'{"id": 1, "text": "3 May 1921"}\n')
    assert done.returncode == INCOMPLETE
    assert done.stderr.strip().endswith(said)
    assert b"Traceback" not in done.stderr


@on_a_shell
def test_a_document_out_of_a_pipe_is_refused_with_what_to_do() -> None:
    done = start("", "timeline /dev/stdin", SAMPLE.read_bytes())
    assert (done.returncode, done.stdout) == (MISUSED, b"")
    assert "Save the PDF into a file" in done.stderr.decode()


@on_a_shell
def test_a_name_that_a_terminal_would_obey_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;owned\x07\u202efdp.pdf"
    done = start("", f"timeline '{path}'")
    assert done.returncode == MISUSED
    said = done.stderr.decode()
    assert "\\x1b]0;owned\\x07\\u202efdp.pdf" in said
    assert not any(character in said for character in "\x1b\x07\u202e")


def test_a_mark_of_utf_8_before_the_first_line_is_no_part_of_it() -> None:
    done = start("", "tag", BOM_UTF8 + b'{"id": 1, "text": "3 May 1921"}\r\n')
    assert (done.returncode, done.stderr) == (DONE, b"")
    assert json.loads(done.stdout)["timexes"][0]["value"] == "1921-05-03"


def test_who_stops_reading_hears_of_no_fault() -> None:
    command = [sys.executable, "-m", "reader", "timeline", str(SAMPLE), "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:  # noqa: S603 - our own
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read()
    assert said == b""
