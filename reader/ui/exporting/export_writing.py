"""A timeline is made into a file beside the window's work. In: timeline, format, path. Out: how it went.

What is there is replaced whole or not at all, by a file written beside it; it keeps its rights.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from reader.sentences import Sentences
from reader.timeline.exports.formats import ExportFormat
from reader.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written where; `count` dates, `pages_read` pages being all that is known (None: all)."""

    timeline: Timeline
    form: ExportFormat
    path: str
    count: int
    pages_read: int | None = None


class ExportWriting(QObject):
    """Writes in a thread: 10,000 pages of dates take some seconds."""

    ended = Signal(object, bool)  # ExportOrder, whether it was written
    _written = Signal(object, bool)

    def __init__(self, sentences: Sentences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = sentences
        self._written.connect(self.ended, Qt.ConnectionType.QueuedConnection)

    def start(self, order: ExportOrder) -> None:
        """Write a file; `ended` tells. The program waits for it at its end."""
        threading.Thread(target=self._run, args=(order,), name="timeleaf-export").start()

    def _run(self, order: ExportOrder) -> None:
        """The thread."""
        try:
            write_whole(Path(order.path), order.form.content(order.timeline, self._say))
            is_written = True
        except OSError:
            is_written = False
        with suppress(RuntimeError):  # the window has gone meanwhile, and this object with it
            self._written.emit(order, is_written)


def write_whole(path: Path, content: Iterable[bytes]) -> None:
    """Put `content`, in pieces, at `path`: a reader finds the old file or the new one, never half of one.

    Raises:
        OSError: the folder or the disk refuses.
    """
    target = Path(os.path.realpath(path))  # what a link leads to is replaced, not the link
    unfinished = target.with_name(f".{target.name[:200]}-{os.getpid()}.part")
    try:
        with unfinished.open("xb") as file:  # with the rights every new file of its owner has
            for piece in content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            shutil.copymode(target, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)  # where it was not finished
