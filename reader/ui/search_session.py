"""The one search of the open document: its words, its counts, the hit one is at, and where hits stand.

In: words from the find bar, steps, choices; what `worker_bridge` tells. Out: signals in the past tense for
find bar, list of results and pages. A search counts all hits at once; what a hit says and where it stands is
asked for only when a row or a page with it comes into sight.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reader.document.model import Box, Line
from reader.search.model import Hit, HitPart, PageCount, SearchWords
from reader.ui.history import Place
from reader.ui.hit_counts import HitCounts
from reader.ui.page_lines import PageLines
from reader.ui.session import Session

# Pages whose hits are kept at hand: more than a window and a list can show.
KEPT_PAGES = 64
NO_WORDS = SearchWords("")
UNMEASURED_HEIGHT = 12  # points; where the engine cannot measure a page, its line is known all the same
_Kept = TypeVar("_Kept")


@dataclass(frozen=True, slots=True)
class HitMark:
    """A stretch of a page to be marked, and the hit (page of its text, number there) it belongs to."""

    box: Box
    hit: tuple[int, int]


class SearchSession(QObject):
    """The search. Hits are named by the page their text belongs to and their number there."""

    changed = Signal()  # words, counts, progress or the present hit
    hits_known = Signal(int)  # page: what its hits say is known now
    marks_changed = Signal()
    hit_reached = Signal(int, object)  # page index, Box: to be brought into sight
    wrapped = Signal(int)  # 1: the end was passed, -1: the beginning

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._bridge = session, session.bridge
        self.lines = PageLines(session, self)  # for what is selected on the pages, too
        self._requests = itertools.count(1)
        self._stays = False  # the first hit is marked, but not gone to
        self._forget_document()
        session.document_opened.connect(self._forget_document)
        session.document_closed.connect(self._forget_document)
        session.place_changed.connect(self._note_place)
        session.recognition.progressed.connect(self.changed)
        self._bridge.hits_counted.connect(self._take_counts)
        self._bridge.hits_found.connect(self._take_hits)
        self.lines.known.connect(self._note_lines)

    def _forget_document(self) -> None:
        self.words = NO_WORDS
        self._forget_search()
        self.changed.emit()

    def _forget_search(self) -> None:
        self._request = -1
        self.counts = HitCounts()
        self.current: tuple[int, int] | None = None
        self.pages_searched = 0
        self.pages_without_text = 0
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self._hits_asked: set[int] = set()
        self._marks: dict[int, tuple[HitMark, ...]] = {}
        self._is_landing = False  # the present hit is still to be brought into sight
        self._start: Place | None = None  # where the first hit is looked for
        self._stepping = 0  # the way it is looked for by F3; 0 while one types
        self._left: tuple[int, int] | None = None  # the hit one was at before
        self._landed_on = -1  # the page one stood on when the present hit had come into sight

    # ── what a person does

    def prepare(self) -> None:
        """Somebody is about to search: have the text ready."""
        if self._session.document is not None:
            self._bridge.want_text(self._session.job_id)

    def search(self, words: SearchWords, *, stays: bool = False) -> None:
        """Search for other words; the first hit from the place one is at is gone to, unless one `stays`."""
        if words == self.words or self._session.document is None:
            return
        start = self._start or self._session.place
        self._forget_search()
        self._stays = stays
        self.words, self._start = words, start
        if words.text.strip():
            self._request = next(self._requests)
            self._bridge.search(self._session.job_id, self._request, words)
        self.changed.emit()
        self.marks_changed.emit()

    def stop(self) -> None:
        """Search no more; the marks go."""
        self.words = NO_WORDS
        self._forget_search()
        self.changed.emit()
        self.marks_changed.emit()

    def step(self, direction: int) -> None:
        """To the next (1) or previous (-1) hit, round the ends."""
        if not self.counts.total:
            return
        if self.current is not None and self._landed_on not in (-1, self._session.page_index):
            self._go_on_from_here(direction)
            return
        row = self.current_row
        wanted = (0 if direction > 0 else -1) if row is None else row + direction
        self.choose(wanted % self.counts.total)
        if wanted != wanted % self.counts.total:
            self.wrapped.emit(direction)

    def _go_on_from_here(self, direction: int) -> None:
        """One has turned to another page since: the next hit is looked for from there."""
        self._left, self.current = self.current, None
        self._start, self._stepping = self._session.place, direction
        self._seek()

    def choose(self, row: int) -> None:
        """To a hit by its number in the document."""
        self._start, self._stepping = None, 0
        self._go_to(*self.counts.place_of(row))

    # ── what is known

    @property
    def pages_pending(self) -> int:
        """How many pages have no text yet because their pictures are still to be read."""
        pictures = self._session.recognition
        if self._session.is_reading and pictures.is_wanted:
            return self.pages_without_text
        return min(pictures.pages_left, self.pages_without_text)

    @property
    def is_over(self) -> bool:
        """Whether all pages have been searched."""
        return self.pages_searched - self.pages_pending >= self._session.pages.count

    @property
    def is_on(self) -> bool:
        """Whether words are being searched for."""
        return self._request >= 0

    @property
    def current_row(self) -> int | None:
        """The number of the present hit in the document, None for none."""
        return None if self.current is None else self.counts.row_of(*self.current)

    def hit_at(self, row: int) -> Hit | None:
        """What a hit says; None until it is known, which `hits_known` tells."""
        page, number = self.counts.place_of(row)
        hits = self._hits_of(page)
        return hits[number] if hits is not None and number < len(hits) else None

    def marks(self, page_index: int) -> tuple[HitMark, ...]:
        """What is to be marked on a page; asked for when first wanted, `marks_changed` tells of it."""
        known = self._marks.get(page_index)
        if known is not None:
            return known
        texts = list(self.counts.reaching(page_index))
        if not texts:
            return ()
        hits = {text: self._hits_of(text) for text in texts}
        lines = self.lines.wanted(page_index)
        if lines is None or None in hits.values():
            return ()
        made = tuple(
            HitMark(box, (text, number))
            for text, found in hits.items()
            for number, hit in enumerate(found or ())
            for part in hit.parts
            if part.page_index == page_index and (box := measured(part, lines)) is not None
        )
        _keep(self._marks, page_index, made)
        return made

    def _hits_of(self, page: int) -> tuple[Hit, ...] | None:
        hits = self._hits.get(page)
        if hits is None and page not in self._hits_asked:
            self._hits_asked.add(page)
            self._bridge.ask_hits(self._session.job_id, self._request, page)
        return hits

    # ── what the bridge tells

    def _take_counts(
        self, job_id: int, request_id: int, found: tuple[PageCount, ...], searched: int, without_text: int
    ) -> None:
        if job_id != self._session.job_id or request_id != self._request:
            return
        self.pages_searched, self.pages_without_text = searched, without_text
        self.counts.add(found)
        self._forget_counted(found)
        if self.current is None:
            self._seek()
        if self.is_over and not self.counts.total:
            self._return()
        self.changed.emit()
        if found:
            self.marks_changed.emit()

    def _forget_counted(self, found: tuple[PageCount, ...]) -> None:
        """Marks made before a page's text was known, or its picture read, are made anew."""
        for count in found:
            self._hits.pop(count.index, None)
            self._hits_asked.discard(count.index)
            for page in range(count.index, count.last_page + 1):
                self._marks.pop(page, None)

    def _take_hits(self, job_id: int, request_id: int, page: int, hits: tuple[Hit, ...]) -> None:
        if job_id != self._session.job_id or request_id != self._request:
            return
        self._hits_asked.discard(page)
        _keep(self._hits, page, hits)
        if self.current is None:
            self._seek()
        elif self.current[0] == page:
            self._land()
        self.hits_known.emit(page)
        self.marks_changed.emit()

    def _note_lines(self, _page_index: int) -> None:
        self._land()
        self.marks_changed.emit()

    # ── the present hit

    def _seek(self) -> None:
        """Find the hit to begin with, as far as the pages are known."""
        start = self._start or self._session.place
        hits = self._hits_of(start.page_index) if self.counts.on(start.page_index) else ()
        if hits is None:
            return
        here = (start.page_index, start.reading_top)
        before = sum((hit.page_index, hit.parts[0].top) < here for hit in hits)
        row, total = self.counts.row_of(start.page_index, before), self.counts.total
        if self._stepping < 0:
            row -= 1
        if self._stepping and 0 <= row < total and self.counts.place_of(row) == self._left:
            row += self._stepping  # it is still in sight: one wants another
        if 0 <= row < total:
            self._go_to(*self.counts.place_of(row))
        elif total and (self.is_over or self._stepping):
            self._go_to(*self.counts.place_of(row % total))
            if self._stepping:
                self.wrapped.emit(self._stepping)

    def _go_to(self, page: int, number: int) -> None:
        self.current = (page, number)
        self._is_landing, self._stays = not self._stays, False
        self._land()
        self.changed.emit()
        self.marks_changed.emit()

    def _land(self) -> None:
        """Bring the present hit into sight once its place is known."""
        if not self._is_landing or self.current is None:
            return
        page, number = self.current
        hits = self._hits_of(page)
        if hits is None or number >= len(hits):
            return
        part = hits[number].parts[0]
        lines = self.lines.wanted(part.page_index)
        if lines is None:
            return
        unmeasured = Box(0, part.top, 0, part.top + UNMEASURED_HEIGHT)
        box = measured(part, lines) or unmeasured
        session = self._session
        session.history.step(
            replace(session.place, event_id=session.selected_id), Place(part.page_index, box.y0)
        )
        self.hit_reached.emit(part.page_index, box)  # still landing: this move of the view is not a person's
        self._is_landing = False
        self._landed_on = session.page_index
        session.history_changed.emit()

    def _return(self) -> None:
        """No such words: what was found of their beginning leads nowhere, one is back where one began."""
        start = self._start
        if start is not None and start.page_index != self._session.place.page_index:
            self._is_landing = True
            self._session.place_requested.emit(start)
            self._is_landing = False

    def _note_place(self, _place: object) -> None:
        """Who has gone elsewhere means the next words from there on."""
        if not self._is_landing:
            self._start = None


def measured(part: HitPart, lines: tuple[Line, ...]) -> Box | None:
    """Where a part of a line stands; None where the page's lines are not those that were searched."""
    if not 0 <= part.line < len(lines):
        return None
    line = lines[part.line]
    if line.edges is None or 2 * part.end > len(line.edges):
        return line.box
    edges = line.edges[2 * part.start : 2 * part.end]
    low, high = min(edges), max(edges)
    if line.vertical:
        return Box(line.box.x0, low, line.box.x1, high)
    return Box(low, line.box.y0, high, line.box.y1)


def _keep(kept: dict[int, _Kept], page: int, what: _Kept) -> None:
    """Keep what is known of a page, and of not too many others."""
    kept.pop(page, None)
    kept[page] = what
    while len(kept) > KEPT_PAGES:
        del kept[next(iter(kept))]
