"""How far the pictures of text in the open document are read. In: the bridge. Out: signals.

A document's timeline is known before its pictures are read; their events are added as they come. Whether
they are read can be switched at any time.
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
        self._bridge, self._job_id = bridge, job_id
        self._without_text: int | None = None
        self.forget()
        bridge.recognition_progressed.connect(self._progress)
        bridge.recognition_hindered.connect(self._hinder)
        bridge.timeline_amended.connect(self._amend)

    def forget(self) -> None:
        """Another document, or none, is open now."""
        self.pages_read = self.page_count = 0
        self.is_running = False
        self.hindrance: Sentence | None = None  # why the pictures cannot be read
        self.timeline: Timeline | None = None
        self._without_text = None

    @property
    def is_wanted(self) -> bool:
        """Whether pictures of text are to be read."""
        return self._bridge.recognises_text

    @property
    def pages_left(self) -> int:
        """How many pictures are still to be read."""
        return self.page_count - self.pages_read if self.is_running else 0

    def still_without_text(self, pages: int) -> int:
        """How many of so many pages without text have not become text yet, as far as is known."""
        return pages if self._without_text is None else self._without_text

    def want(self, *, wanted: bool) -> None:
        """Have the pictures of text read from now on, or no more of them; what was read stays."""
        self.hindrance = None
        self._bridge.recognise_text(wanted=wanted)
        self.progressed.emit()

    def _progress(
        self,
        job_id: int,
        pages_read: int,
        page_count: int,
        without_text: int,
        is_over: bool,  # noqa: FBT001 - a signal's argument
    ) -> None:
        if job_id == self._job_id():
            self.pages_read, self.page_count = pages_read, page_count
            self.is_running, self._without_text = not is_over, without_text
            self.progressed.emit()

    def _hinder(self, job_id: int, sentence: Sentence, goes_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        if job_id == self._job_id():
            self.hindrance = None if goes_on else sentence
            self.hindered.emit(sentence)
            self.progressed.emit()

    def _amend(self, job_id: int, timeline: Timeline) -> None:
        if job_id == self._job_id():
            self.timeline = timeline
            self.is_running, self._without_text = False, None
            self.amended.emit()
            self.progressed.emit()
