"""Where the events of the open document stand exactly, when somebody needs all of them. In: the bridge.

Pages are measured as they are looked at; of the others the places are estimated until all are asked for.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.ui.worker_bridge import WorkerBridge


class PlaceMeasuring(QObject):
    """The measuring of one document at a time."""

    progressed = Signal()
    ended = Signal()  # the session's events stand where they were measured

    def __init__(
        self, bridge: WorkerBridge, job_id: Callable[[], int], parent: QObject | None = None
    ) -> None:
        """Listen to the bridge; `job_id` tells which document is open."""
        super().__init__(parent)
        self._bridge, self._job_id = bridge, job_id
        self.forget()
        bridge.places_measured.connect(self._progress)

    def forget(self) -> None:
        """Another document, or none, is open now."""
        self.pages_measured = self.page_count = 0

    @property
    def is_running(self) -> bool:
        """Whether pages are being measured that were still to be."""
        return self.page_count > 0

    def begin(self) -> None:
        """Have what is missing measured; `ended` tells when that is done."""
        self._bridge.measure_places(self._job_id())

    def _progress(self, job_id: int, measured: int, count: int, is_over: bool) -> None:  # noqa: FBT001 - a signal's argument
        if job_id != self._job_id():
            return
        self.pages_measured, self.page_count = (0, 0) if is_over else (measured, count)
        self.progressed.emit()
        if is_over:
            self.ended.emit()
