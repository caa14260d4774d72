"""Searching, in the window's process but in a thread of its own, so that neither window nor children wait.

In: texts of pages as the reading child sends them, searches, questions for the hits of a page. Out:
`HitsCounted`, at once for what is known and then with every few pages that come, and `HitsOfPage`. The texts
live in memory only, whatever the document; they go when it is closed.

All that is done is done in the one thread, one thing after the other: no locks. A search that another has
taken the place of stops between two pages.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from reader.search.model import PageCount
from reader.search.text_index import TextIndex
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, PageTexts, SearchText

log = logging.getLogger(__name__)

# A search that takes longer tells in between what it has found: one for whole words or for the exact letters
# of a word that stands on every one of 10,000 pages.
TELLING_TIME = 0.1  # seconds


class SearchDesk:
    """The texts of all open documents."""

    def __init__(self, post: Callable[[HitsCounted | HitsOfPage], None]) -> None:
        """Start nothing yet; `post` takes the answers, in the desk's thread."""
        self._post = post
        self._texts: dict[int, TextIndex] = {}
        self._wanted: dict[int, SearchText] = {}
        self._in_hand: dict[int, SearchText] = {}  # what the thread has come to of what is wanted
        self._is_stopped = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="timeleaf-search")

    def open(self, job_id: int, page_count: int) -> None:
        """A document whose texts will come."""
        self._do(self._open, job_id, page_count)

    def take(self, texts: PageTexts) -> None:
        """Texts of some pages have come."""
        self._do(self._take, texts)

    def search(self, wish: SearchText) -> None:
        """Search, in place of the job's search before."""
        self._wanted[wish.job_id] = wish
        self._do(self._search, wish)

    def ask_hits(self, wish: AskHits) -> None:
        """Tell the hits of a page."""
        self._do(self._tell_hits, wish)

    def close(self, job_id: int) -> None:
        """Forget the texts of a document."""
        self._wanted.pop(job_id, None)
        self._do(self._close, job_id)

    def stop(self) -> None:
        """End the thread; nothing more is told."""
        self._is_stopped = True
        self._wanted.clear()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _do(self, work: Callable[..., None], *arguments: object) -> None:
        if not self._is_stopped:
            self._thread.submit(work, *arguments).add_done_callback(_log_fault)

    def _open(self, job_id: int, page_count: int) -> None:
        self._texts.setdefault(job_id, TextIndex(page_count))

    def _close(self, job_id: int) -> None:
        self._texts.pop(job_id, None)
        self._in_hand.pop(job_id, None)

    def _take(self, texts: PageTexts) -> None:
        index = self._texts.get(texts.job_id)
        if index is None:
            return
        found = index.add(texts.pages, texts.unreadable)
        wish = self._in_hand.get(texts.job_id)
        if wish is not None and self._is_wanted(wish):
            self._tell(wish, index, found, index.pages_known)

    def _search(self, wish: SearchText) -> None:
        index = self._texts.get(wish.job_id)
        if index is None or not self._is_wanted(wish):
            return
        self._in_hand[wish.job_id] = wish
        found: list[PageCount] = []
        begun = time.monotonic()
        for count in index.search(wish.words):
            if not self._is_wanted(wish):
                return
            found.append(count)
            if time.monotonic() - begun > TELLING_TIME:
                self._tell(wish, index, found, min(count.index, index.pages_known - 1))
                found, begun = [], time.monotonic()
        self._tell(wish, index, found, index.pages_known)

    def _is_wanted(self, wish: SearchText) -> bool:
        return self._wanted.get(wish.job_id) is wish

    def _tell(self, wish: SearchText, index: TextIndex, found: Iterable[PageCount], searched: int) -> None:
        self._post(
            HitsCounted(
                wish.job_id,
                wish.request_id,
                tuple(found),
                searched,
                index.page_count,
                index.pages_without_text,
            )
        )

    def _tell_hits(self, wish: AskHits) -> None:
        index, search = self._texts.get(wish.job_id), self._in_hand.get(wish.job_id)
        if index is not None and search is not None and search.request_id == wish.request_id:
            hits = index.hits(wish.page_index)
            self._post(HitsOfPage(wish.job_id, wish.request_id, wish.page_index, hits))


def _log_fault(done: Future[None]) -> None:
    """A fault here must not go unseen, as it would in a thread whose results nobody asks for."""
    if not done.cancelled() and (error := done.exception()) is not None:
        log.error("a fault in searching", exc_info=error)
