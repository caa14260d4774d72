"""Pictures of pages without text, read by Tesseract where it is installed.

In: the picture of a page, the languages wanted. Out: lines with the places of their words, as a text layer
would have them. The program is the system's own, called once a page with the picture on its standard input;
nothing is written to disk. It may take seconds, so it belongs in the background; no PDF is opened here.
Source: Tesseract 5 manual.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import IO

from reader.document.model import Line

# Tesseract's own advice is 300 dpi; below 200 accents and Arabic dots are lost, above 400 only time.
DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
BYTES_A_PIXEL = 3
LONGEST = 60.0  # seconds a page
_A_MOMENT = 0.1  # seconds between two looks at whether the page is still wanted
# Each more is tried on the words that the ones before are not sure of. On pages in French, English and Arabic
# three took 1.27 s and gave the same words as the right one alone in 1.2 s, one wrong one lost the accents.
MOST_LANGUAGES = 4

# BCP 47 to the names of Tesseract's data (ISO 639-2/T, a few of its own).
_NAMES = {
    "fr": "fra", "en": "eng", "ar": "ara", "de": "deu", "es": "spa", "it": "ita", "pt": "por", "nl": "nld",
    "fa": "fas", "he": "heb", "tr": "tur", "ru": "rus", "uk": "ukr", "el": "ell", "pl": "pol", "ca": "cat",
    "sv": "swe", "da": "dan", "no": "nor", "ro": "ron", "zh": "chi_sim", "zh-Hans": "chi_sim",
    "zh-Hant": "chi_tra", "ja": "jpn", "ko": "kor", "hi": "hin", "ur": "urd",
}  # fmt: skip

# The data that tells which way is up, and the way to lay a page out that asks it. It takes a fifth longer and
# reads upright pages no better (38 pages), so only a page of which Tesseract is not sure is read once more
# with it: of 15 pages it was sure by 86 to 96 in a hundred, of the same upside down by 27 to 51.
_ORIENTATION, _FIND_ORIENTATION = "osd", ("--psm", "1")
_SURE = 65.0
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open one


class OcrError(Exception):
    """Tesseract could make nothing of a page: it failed, or it took too long."""


class OcrEndedError(OcrError):
    """Tesseract ended before it was done; it may do better another time."""


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture: RGB, three bytes a pixel, rows of `stride` bytes; `scale` is pixels a point."""

    samples: memoryview
    width: int
    height: int
    stride: int
    scale: float

    @property
    def is_blank(self) -> bool:
        """Whether all of it is one colour."""
        row = bytes(self.samples[:BYTES_A_PIXEL]) * self.width
        rows = (
            self.samples[top : top + len(row)] for top in range(0, self.height * self.stride, self.stride)
        )
        return all(each == row for each in rows)

    def as_pnm(self) -> bytes:
        """The picture as a portable pixmap, which every build of Tesseract reads."""
        used = BYTES_A_PIXEL * self.width
        rows = (self.samples[top : top + used] for top in range(0, self.height * self.stride, self.stride))
        return b"P6 %d %d 255\n" % (self.width, self.height) + b"".join(rows)


@dataclass(frozen=True, slots=True)
class OcrProgram:
    """Where Tesseract is and which language data it has."""

    path: str
    languages: frozenset[str]

    def missing(self, tags: Iterable[str]) -> tuple[str, ...]:
        """Names of the language data that reading `tags` (BCP 47) needs and that is not installed."""
        names = (data_name(tag) for tag in tags)
        return tuple(dict.fromkeys(name for name in names if name and name not in self.languages))

    def choose(self, known: Sequence[str], likely: Sequence[str]) -> tuple[str, ...]:
        """Names of the language data to read a page with.

        Args:
            known: languages (BCP 47) that the document speaks on its other pages; empty if nobody knows.
            likely: languages of the user, in order of likelihood.
        """
        wanted = [data_name(tag) for tag in (*known, *likely)]
        if not known:  # a document of pictures only may be in any language that the user has installed
            wanted += list(_NAMES.values())
        names = [name for name in dict.fromkeys(wanted) if name in self.languages]
        return tuple(name for name in names if name)[:MOST_LANGUAGES]


def data_name(tag: str) -> str | None:
    """Tesseract's name for the data of a language, for example "fra" for "fr-CH"."""
    return _NAMES.get(tag) or _NAMES.get(tag.partition("-")[0])


def program_path() -> str | None:
    """Where the Tesseract of this system lies, links followed, or None."""
    from reader.document.ocr.ocr_places import places  # noqa: PLC0415 - the window imports this file early

    for path in places(os.environ, sys.platform):
        if os.path.isfile(path) and os.access(path, os.X_OK):  # noqa: PTH113 - a path of another system too
            return os.path.realpath(path)
    return None


def find_ocr() -> OcrProgram | None:
    """The Tesseract of this system, or None."""
    path = program_path()
    if path is None:
        return None
    try:
        listed = subprocess.run(  # noqa: S603 - the program found on the user's own path, fixed arguments
            [path, "--list-langs"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
            cwd=os.path.dirname(path),  # noqa: PTH120 - see `_table`
            creationflags=_NO_CONSOLE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return OcrProgram(
        path, frozenset(line.strip() for line in listed.stdout.splitlines()[1:] if line.strip())
    )


def recognise(
    program: OcrProgram,
    names: Sequence[str],
    raster: Raster,
    *,
    wanted: Callable[[], bool] = lambda: True,
    before_start: Callable[[], None] | None = None,
) -> tuple[Line, ...]:
    """The lines of a picture as Tesseract reads them, places in points.

    Args:
        program: from `find_ocr`.
        names: of the language data, from `OcrProgram.choose`.
        raster: the page.
        wanted: asked ten times a second; Tesseract is ended as soon as it is not.
        before_start: runs in the new process before Tesseract does (not on Windows).

    Raises:
        OcrError: Tesseract fails, takes too long, or is no longer wanted.
    """
    from reader.document.ocr.ocr_lines import confidence, lines_of_tsv  # noqa: PLC0415 - the window imports this

    dots = round(raster.scale * POINTS_PER_INCH)
    command = [program.path, "stdin", "stdout", "-l", "+".join(names), "--dpi", str(dots)]
    picture, deadline = raster.as_pnm(), time.monotonic() + LONGEST

    def table(*options: str) -> str:
        return _table([*command, *options, "tsv"], picture, wanted, deadline, before_start)

    found = table()
    if confidence(found) < _SURE and _ORIENTATION in program.languages:
        found = max(found, table(*_FIND_ORIENTATION), key=confidence)
    return lines_of_tsv(found, raster.scale)


def _table(
    command: Sequence[str],
    picture: bytes,
    wanted: Callable[[], bool],
    deadline: float,
    before_start: Callable[[], None] | None,
) -> str:
    """What Tesseract answers."""
    try:
        with subprocess.Popen(  # noqa: S603 - as in `find_ocr`; names come from the table above
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,  # the null device could not be opened for writing where nothing can
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # its threads cost more than they bring
            preexec_fn=before_start,  # noqa: PLW1509 - the caller has one thread
            cwd=os.path.dirname(command[0]),  # noqa: PTH120 - it would look for its parts beside the document
            creationflags=_NO_CONSOLE,
        ) as process:
            return _answer_of(process, picture, wanted, deadline).decode("utf-8", "replace")
    except OSError as error:
        raise OcrError(str(error)) from error


def _answer_of(
    process: subprocess.Popen[bytes], picture: bytes, wanted: Callable[[], bool], deadline: float
) -> bytes:
    """Give the picture in and wait for the table."""
    # `communicate` of Python 3.11 forgets the rest of its input when its time is over.
    feeding = threading.Thread(target=_feed, args=(process.stdin, picture), daemon=True)
    process.stdin = None
    feeding.start()
    while True:
        try:
            table, _ = process.communicate(timeout=_A_MOMENT)
        except subprocess.TimeoutExpired:
            if wanted() and time.monotonic() < deadline:
                continue
            process.kill()
            raise OcrError("it took too long, or nobody waits for it any more") from None
        feeding.join()
        if process.returncode != 0:
            raise OcrEndedError(f"Tesseract ended with code {process.returncode}")
        return table


def _feed(pipe: IO[bytes], picture: bytes) -> None:
    with suppress(OSError), pipe:  # a program that ended early wants no more
        pipe.write(picture)
