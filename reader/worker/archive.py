"""Timelines kept between runs, looked up and kept beside the client's own thread.

In: what a document is and how it is to be read. Out: its timeline, if it was made before by the same rules.
The children may not write files, so the parent keeps what they have made; a thread of its own does it,
because 20,000 events take half a second to unpack.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader.document.model import DocumentInfo, Line
from reader.store.paths import UserFolders
from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents
from reader.worker.messages import ReadOptions

if TYPE_CHECKING:
    from reader.store.cache import Reading, TimelineCache

# What is told of a document: its timeline, if it is known, and the lines of pictures by page.
OnFound = Callable[[Timeline | None, dict[int, tuple[Line, ...]]], None]
# The events of some pages; None where the document is not known any more.
OnPages = Callable[[tuple[PageEvents, ...] | None], None]

NOT_KEPT = "a timeline could not be kept"  # it is on the screen: that costs a second reading only

log = logging.getLogger(__name__)


class Archive:
    """The cache of timelines as the client uses it. `close` waits for what is still to be kept."""

    def __init__(
        self,
        folders: UserFolders,
        limit_megabytes: int,
        clock: Callable[[], float],
        own_languages: Path | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            folders: the user's.
            limit_megabytes: how much disk the timelines may take.
            clock: seconds since 1970.
            own_languages: the user's folder of language files; a change there makes timelines outdated.
        """
        self._folders = folders
        self._limit = limit_megabytes
        self._clock = clock
        self._own_languages = own_languages
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="timeleaf-archive")

    def find(self, info: DocumentInfo, options: ReadOptions, then: OnFound) -> None:
        """Look a document up; `then` is called with what is known of it, in the archive's thread."""

        def errand() -> None:
            timeline, recognised = None, dict[int, tuple[Line, ...]]()
            with self._cache("the timelines of earlier runs cannot be used") as cache:
                timeline = cache.find(self._reading(info, options), info.path, self._now)
                recognised = cache.recognised(info.sha256, self._now)
            then(timeline, recognised)

        self._thread.submit(errand)

    def begin(self, info: DocumentInfo, options: ReadOptions) -> None:
        """A timeline is to be kept, page by page as they come."""

        def errand() -> None:
            with self._cache(NOT_KEPT) as cache:
                cache.begin(self._reading(info, options), self._now)

        self._thread.submit(errand)

    def add(self, info: DocumentInfo, options: ReadOptions, pages: tuple[PageEvents, ...]) -> None:
        """Keep some pages of it."""

        def errand() -> None:
            with self._cache(NOT_KEPT) as cache:
                cache.add(self._reading(info, options), pages)

        self._thread.submit(errand)

    def complete(
        self,
        info: DocumentInfo,
        options: ReadOptions,
        timeline: Timeline,
        page_count: int,
        then: Callable[[], None],
    ) -> None:
        """Keep what it says of itself, when all pages were added; `then` is called if all of it is kept."""

        def errand() -> None:
            is_kept = False
            with self._cache(NOT_KEPT) as cache:
                is_kept = cache.complete(self._reading(info, options), timeline, page_count, self._now)
            if is_kept:
                then()

        self._thread.submit(errand)

    def find_pages(
        self,
        info: DocumentInfo,
        options: ReadOptions,
        wanted: Collection[int],
        then: OnPages,
    ) -> None:
        """Look up the events of some pages; `then` is told them in the archive's thread, None if unknown."""

        def errand() -> None:
            pages = None
            with self._cache("a timeline that was kept cannot be used") as cache:
                pages = cache.pages(self._reading(info, options), wanted)
            then(pages)

        self._thread.submit(errand)

    def keep_page(self, info: DocumentInfo, page_index: int, lines: tuple[Line, ...]) -> None:
        """Keep what was read of the picture of a page."""

        def errand() -> None:
            with self._cache("a page that was read from its picture could not be kept") as cache:
                cache.keep_recognised(info.sha256, page_index, lines, self._now)

        self._thread.submit(errand)

    def close(self) -> None:
        """End the thread; what was to be kept is kept, what was to be found is not waited for."""
        self._thread.shutdown(wait=True)

    @cached_property
    def _rules(self) -> str:
        from reader.store.cache import rules_version  # noqa: PLC0415 - 10 ms; the first page does not wait

        return rules_version(self._own_languages)

    def _reading(self, info: DocumentInfo, options: ReadOptions) -> Reading:
        from reader.store.cache import Reading  # noqa: PLC0415 - see above

        chosen = (options.interface_language, options.language, options.document_date)
        return Reading(info.sha256, self._rules, chosen)

    @property
    def _now(self) -> int:
        return int(self._clock())

    @contextmanager
    def _cache(self, failed: str) -> Iterator[TimelineCache]:
        """The cache, open. Whatever ails it, `failed` goes to the log and the document itself is read."""
        from reader.store.cache import TimelineCache  # noqa: PLC0415 - see above

        try:
            with TimelineCache(self._folders, self._limit) as cache:
                yield cache
        except Exception:  # to remember is a comfort: whatever fails here, the document is read
            log.exception("%s", failed)
