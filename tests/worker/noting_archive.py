"""An archive that tells when it was given all of a timeline to keep."""

from __future__ import annotations

from collections.abc import Callable
from threading import Semaphore

from reader.document.model import DocumentInfo
from reader.store.paths import UserFolders
from reader.timeline.model import Timeline
from reader.worker.archive import Archive
from reader.worker.messages import ReadOptions


class NotingArchive(Archive):
    """`given` is released once for each timeline."""

    def __init__(self, folders: UserFolders, limit_megabytes: int, clock: Callable[[], float]) -> None:
        super().__init__(folders, limit_megabytes, clock)
        self.given = Semaphore(0)

    def complete(
        self,
        info: DocumentInfo,
        options: ReadOptions,
        timeline: Timeline,
        page_count: int,
        then: Callable[[], None],
    ) -> None:
        super().complete(info, options, timeline, page_count, then)
        self.given.release()
