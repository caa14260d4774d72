"""Whether the open file has become another one on the disk, or none.

In: a path. Out: signals. The file is looked at every second from a thread of its own: file systems across a
network send no signal when a file changes, and one that does not answer must not hold the window. What is
being written is left alone until it rests and is whole: LaTeX and scanners write in many steps, other
programs write beside the file and then rename.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from reader.document.file.file_state import FileState, is_whole, state_of

# Seconds between two looks: at rest, and while the file changes.
AT_REST, IN_CHANGE = 1.0, 0.2
# Seconds a file that is whole must rest before it is read: pdflatex writes its end in one go, and a second
# run may follow at once.
QUIET = 0.5
# … and one without a proper end before that is told of: pdflatex pauses a second or two between the pages of
# a book with large pictures.
QUIET_UNFINISHED = 5.0
GONE_FOR_GOOD = 3.0  # seconds; many programs delete the file before they write it anew


class Finding(StrEnum):
    """What has become of the file."""

    RENEWED = "renewed"
    UNFINISHED = "unfinished"  # it has changed, but who wrote it seems to have stopped in the middle
    GONE = "gone"
    BACK = "back"  # it was told as gone, and is there again as it was


class FollowedFile:
    """What is known of one file. No clock, no disk: it is told what they say."""

    def __init__(self, asked_for: int) -> None:
        """`asked_for`: when it was opened (ns since 1970); one written since may be another one already."""
        self._asked_for = asked_for
        self._known: FileState | None = None
        self._next: FileState | None = None  # what it is about to become
        self._since = 0.0  # when `_next` was seen first
        self._is_told_unfinished = False  # that `_next` is
        self._is_told_gone = False

    @property
    def size(self) -> int:
        """Bytes of the file as it is known."""
        return self._known.size if self._known is not None else 0

    @property
    def patience(self) -> float:
        """Seconds until the next look."""
        return AT_REST if self._next is None or self._is_told_unfinished else IN_CHANGE

    def take(self, seen: FileState | None, now: float, whole: Callable[[], bool]) -> Finding | None:
        """Take what the disk says at a moment; `whole` tells, when it is asked, whether the file is.

        Args:
            seen: the file's state, None where nobody can tell.
            now: seconds, from anywhere.
            whole: whether it is whole now.
        """
        if seen is None:
            return None
        if self._known is None:
            self._known = seen if seen.written < self._asked_for else FileState()
            if not seen.is_there:
                self._is_told_gone = True  # it never was there; nobody has to be told
        if seen == self._known:
            return self._is_as_known()
        if seen != self._next:
            was_told_unfinished = self._is_told_unfinished
            self._next, self._since, self._is_told_unfinished = seen, now, False
            if was_told_unfinished and not seen.is_there and not self._is_told_gone:
                self._is_told_gone = True  # what was told is wrong at once, and nobody is waiting for a word
                return Finding.GONE
            return None
        return self._settle(seen, now - self._since, whole)

    def _is_as_known(self) -> Finding | None:
        self._next, self._is_told_unfinished = None, False
        if not self._is_told_gone or not (self._known and self._known.is_there):
            return None
        self._is_told_gone = False
        return Finding.BACK

    def _settle(self, seen: FileState, quiet: float, whole: Callable[[], bool]) -> Finding | None:
        if not seen.is_there:
            if self._is_told_gone or quiet < GONE_FOR_GOOD:
                return None
            self._is_told_gone = True
            return Finding.GONE
        if quiet < QUIET:
            return None
        if not whole():
            is_news = quiet >= QUIET_UNFINISHED and not self._is_told_unfinished
            self._is_told_unfinished |= is_news
            return Finding.UNFINISHED if is_news else None
        self._known, self._next, self._is_told_gone, self._is_told_unfinished = seen, None, False, False
        return Finding.RENEWED


class FileWatch(QObject):
    """Follows one file at a time."""

    found = Signal(str)  # a Finding
    _seen = Signal(int, str, object)  # of which following; the file's size

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._path = ""
        self.size = 0  # bytes, when it was found changed last
        self._stop = threading.Event()
        self._seen.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def follow(self, path: str, asked_for: int) -> None:
        """Follow a file, asked for at a time (ns since 1970); one that is followed already goes on."""
        path = str(Path(path).absolute())
        if path == self._path:
            return
        self.let_go()
        self._path, self._stop = path, threading.Event()
        watch = threading.Thread(
            target=self._look,
            args=(path, FollowedFile(asked_for), self._number, self._stop),
            name="timeleaf-file-watch",
            daemon=True,  # a drive that does not answer must not keep the program from ending
        )
        watch.start()

    def let_go(self) -> None:
        """Follow nothing."""
        self._stop.set()
        self._number += 1
        self._path = ""

    def _look(self, path: str, file: FollowedFile, number: int, stop: threading.Event) -> None:
        """The thread."""
        while True:
            finding = file.take(state_of(path), time.monotonic(), lambda: is_whole(path))
            if finding is not None and not stop.is_set():
                try:
                    self._seen.emit(number, finding.value, file.size)
                except RuntimeError:  # the window has gone meanwhile, and this object with it
                    return
            if stop.wait(file.patience):
                return

    def _tell(self, number: int, finding: str, size: int) -> None:
        if number == self._number:
            self.size = size
            self.found.emit(finding)
