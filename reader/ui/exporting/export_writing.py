"""A timeline is made into a file beside the window's work. In: timeline, format, path. Out: how it went."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from reader.sentences import Sentences
from reader.timeline.exports.formats import ExportFormat
from reader.timeline.model import Timeline
from reader.written_file import write_whole


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
