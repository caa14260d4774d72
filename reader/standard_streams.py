"""Standard input, output and error of a command, whatever stands behind them.

In: the streams Python has opened, None for one that is closed. Out: UTF-8 with the same ends of lines on
every system. A full disk or a closed output becomes one sentence on standard error, who stops reading
(`… | head`) hears of no fault, and sentences that nobody can be told are not told.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from reader.sentences import Sentences

NOT_WRITTEN = 1  # a part failed
# Controls (but for the ends of lines and tabs of our own sentences) and turns of the direction of writing.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


class NotWrittenError(Exception):
    """Results cannot be written; `__cause__` is what the system says."""


def tell(text: str, out: TextIO | None = None, end: str = "\n") -> None:
    """Write results to standard output, or to `out`.

    Raises:
        NotWrittenError: they cannot be written.
    """
    try:
        (out or sys.stdout).write(text + end)
    except OSError as error:
        raise NotWrittenError from error


def complain(text: str) -> None:
    r"""Write a sentence to standard error.

    A file's name may hold what a terminal would obey; such characters are shown as "\\x1b".
    """
    with suppress(OSError, AttributeError):  # it is full, or there is none
        sys.stderr.write(_OBEYED.sub(lambda found: repr(found[0])[1:-1], text) + "\n")
        sys.stderr.flush()


def run_command(command: Callable[[], int], say: Sentences) -> int:
    """Run a command until its results have left; its exit code, `NOT_WRITTEN` where they cannot."""
    _speak_utf8()
    if sys.stdout is None:
        complain(say("cli.no_output"))
        return NOT_WRITTEN
    try:
        code = command()
        try:
            sys.stdout.flush()
        except OSError as error:
            raise NotWrittenError from error
    except NotWrittenError as error:
        # Python would try to write the rest once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error.__cause__, BrokenPipeError):
            complain(say("cli.not_written", reason=getattr(error.__cause__, "strerror", "")))
        return NOT_WRITTEN
    return code


def _speak_utf8() -> None:
    """Windows consoles and C locales would refuse or garble Arabic; JSON is UTF-8 by its standard.

    What comes in may begin with the mark by which some editors and shells show that it is UTF-8.
    """
    if sys.stdin is None:
        sys.stdin = io.StringIO()
    for stream, encoding, errors in (
        (sys.stdin, "utf-8-sig", "surrogateescape"),
        (sys.stdout, "utf-8", "replace"),
        (sys.stderr, "utf-8", "replace"),
    ):
        if isinstance(stream, io.TextIOWrapper):
            newline = None if stream is sys.stdin else ""  # lines end as they are written
            stream.reconfigure(encoding=encoding, errors=errors, newline=newline)
