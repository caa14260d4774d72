"""Events come in hundreds of batches; the views are told of them now and then. In: that some have come."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# The views are told at most this often (ms) …
GATHERING_TIME = 120
# … and more seldom the more there are, but every two seconds: to tell all views of 18,000 events takes 30 ms
# of a processor, of 100,000 some 90, which those who read the document are waiting for.
EVENTS_A_MILLISECOND, LONGEST_GATHERING = 40, 2000


class Gathering(QTimer):
    """The time between some events and their being told together."""

    def __init__(self, tell: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent, singleShot=True)
        self._tell = tell
        self.timeout.connect(tell)

    def begin(self, told: int) -> None:
        """Some have come, and so many had been told: if none were waiting yet, the time begins."""
        if not self.isActive():
            self.start(min(GATHERING_TIME + told // EVENTS_A_MILLISECOND, LONGEST_GATHERING))

    def finish(self) -> None:
        """If some are waiting, tell them now."""
        if self.isActive():
            self.stop()
            self._tell()
