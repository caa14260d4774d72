"""How far the pictures of text in the open document are read. In: the bridge. Out: a signal, and notices.

A document's timeline is known before its pictures are read; their events are added as they come.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.ui.worker_bridge import WorkerBridge


class Recognition(QObject):
    """The pages without text of one document at a time."""

    progressed = Signal()
    hindered = Signal(object)  # Sentence: why pages stay without text, and what to install
    amended = Signal()  # `timeline` knows now what the pictures tell

    def __init__(
        self, bridge: WorkerBridge, job_id: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """Listen to the bridge; `job_id` tells which document is open."""
        super().__init__(parent)
        self._job_id = job_id
        self.pages_read = self.page_count = 0
        self.timeline: Timeline | None = None
        bridge.recognition_progressed.connect(self._progress)
        bridge.recognition_hindered.connect(self._hinder)
        bridge.timeline_amended.connect(self._amend)

    @property
    def is_running(self) -> bool:
        """Whether pictures are still to be read."""
        return self.pages_read < self.page_count

    def still_without_text(self, pages: int) -> int:
        """How many of so many pages without text have not become text yet, as far as is known."""
        return pages - self.pages_read if self.is_running else pages

    def forget(self) -> None:
        """Another document, or none, is open now."""
        self.pages_read = self.page_count = 0

    def _progress(self, job_id: int, pages_read: int, page_count: int) -> None:
        if job_id == self._job_id():
            self.pages_read, self.page_count = pages_read, page_count
            self.progressed.emit()

    def _hinder(self, job_id: int, sentence: Sentence) -> None:
        if job_id == self._job_id():
            self.hindered.emit(sentence)

    def _amend(self, job_id: int, timeline: Timeline) -> None:
        if job_id == self._job_id():
            self.timeline = timeline
            self.pages_read = self.page_count
            self.amended.emit()
            self.progressed.emit()
