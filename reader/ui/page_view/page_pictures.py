"""Which pictures of pages are wanted now, asked for and kept: what is in sight first, then its neighbours.

In: the layout and what is in sight. Out: pictures to draw, and `arrived` when one more is there. A page too
large for one picture is painted in tiles over a smaller picture of the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor, sqrt

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from reader.document.model import Box
from reader.ui.page_view.page_cache import PageCache, PictureKey
from reader.ui.page_view.page_layout import PageLayout, Rect
from reader.ui.session import Session
from reader.ui.worker_bridge import PaintedPage

# Above, tiles: 8 million pixels are an A4 page at 280 %, 32 MB and some 30 ms of painting.
LARGEST_PICTURE = 8_000_000
LARGEST_BACKING = 2_000_000  # the smaller picture under the tiles
TILE = 1024  # device pixels
NEIGHBOURS = 2  # pages painted ahead on either side


@dataclass(frozen=True, slots=True)
class WholePage:
    """A picture of a whole page turned clockwise by `turn` quarters; `is_exact`: the very one wanted."""

    picture: QPixmap
    turn: int
    is_exact: bool = False


class PagePictures(QObject):
    """The pictures of the open document."""

    arrived = Signal(int)  # page index

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._cache = PageCache()
        self._before = PageCache()  # of the file as it was, shown until it is painted anew
        self._is_renewed = False
        self._pending: dict[PictureKey, int] = {}
        session.bridge.page_painted.connect(self._take)
        session.renewal_begun.connect(self._keep_for_now)
        session.document_opened.connect(self._begin)
        session.document_closed.connect(self.forget)
        session.page_failed.connect(self._give_up)

    @property
    def is_waiting(self) -> bool:
        """Whether a picture that was asked for is not there yet."""
        return bool(self._pending)

    def forget(self) -> None:
        """The document has changed: nothing painted so far is of use."""
        self._pending.clear()
        if self._is_renewed:
            self._before, self._cache = self._cache, self._before
        else:
            self._before.clear()
        self._cache.clear()

    def _keep_for_now(self) -> None:
        """The same file is opened anew: its pages do not go blank in between."""
        self._is_renewed = True

    def _begin(self) -> None:
        if not self._is_renewed:
            self.forget()
        self._is_renewed = False

    def want(self, layout: PageLayout, sight: Rect, ratio: float) -> None:
        """Ask for what is in sight (a rectangle of the column) and not there yet; then for the neighbours.

        Args: ratio: device pixels a logical pixel.
        """
        visible = layout.pages_between(sight.y, sight.y + sight.height)
        wanted = [key for page in visible for key in self._keys(layout, page, sight, ratio)]
        if all(self._cache.get(key) is not None for key in wanted):
            self._before.clear()
            last = len(layout.sizes) - 1
            for step in range(1, NEIGHBOURS + 1):
                for page in (visible.stop - 1 + step, visible.start - step):
                    if 0 <= page <= last:
                        wanted += self._keys(layout, page, None, ratio)
        self._drop_others(set(wanted))
        self._cache.want(frozenset(wanted))
        for key in wanted:
            if key in self._pending or self._cache.get(key) is not None:
                continue
            if key.page_index not in self._session.failed_pages:
                self._pending[key] = self._session.bridge.paint(
                    self._session.job_id, key.page_index, key.scale, key.clip, turn=key.turn, dark=key.dark
                )

    def whole(self, page_index: int, scale: float, turn: int = 0) -> WholePage | None:
        """The picture of a whole page that comes nearest to a scale (device pixels a point) and a turn."""
        wanted = PictureKey(page_index, _rounded(scale), turn=turn, dark=self._session.dark_pages)
        exact = self._cache.get(wanted)
        if exact is not None:
            return WholePage(exact, turn, is_exact=True)
        found = self._cache.nearest(wanted) or self._before.nearest(wanted)
        return WholePage(found[1], found[0].turn) if found else None

    def tiles(self, page_index: int, scale: float, turn: int = 0) -> list[tuple[Box, QPixmap]]:
        """The tiles of a page that are there at the very scale and turn."""
        whole = PictureKey(page_index, _rounded(scale), turn=turn, dark=self._session.dark_pages)
        return self._cache.clips(whole)

    def _keys(self, layout: PageLayout, page: int, sight: Rect | None, ratio: float) -> Iterator[PictureKey]:
        """What a page needs: one picture, or one backing and the tiles in sight."""
        size, shown_at = layout.sizes[page], layout.scale_of(page)
        turn, dark = layout.turn, self._session.dark_pages
        scale = _rounded(shown_at * ratio)
        pixels = size.width * size.height * scale * scale
        if pixels <= LARGEST_PICTURE:
            yield PictureKey(page, scale, turn=turn, dark=dark)
            return
        yield PictureKey(page, _rounded(scale * sqrt(LARGEST_BACKING / pixels)), turn=turn, dark=dark)
        if sight is None:
            return
        rect, side = layout.page_rect(page), TILE / scale
        left, top = (sight.x - rect.x) / shown_at, (sight.y - rect.y) / shown_at
        right, bottom = left + sight.width / shown_at, top + sight.height / shown_at
        for row in range(max(floor(top / side), 0), ceil(min(bottom, size.height) / side)):
            for column in range(max(floor(left / side), 0), ceil(min(right, size.width) / side)):
                x, y = column * side, row * side
                part = Box(x, y, min(x + side, size.width), min(y + side, size.height))
                yield PictureKey(page, scale, part, turn, dark)

    def _drop_others(self, wanted: set[PictureKey]) -> None:
        if self._pending.keys() - wanted:
            self._pending = {key: number for key, number in self._pending.items() if key in wanted}
            self._session.bridge.keep_paints(self._session.job_id, self._pending.values())

    def _take(self, painted: PaintedPage) -> None:
        if painted.job_id != self._session.job_id:
            return
        # The wish says what was wanted: the engine lowers the scale where a picture would be too large.
        wished = (key for key, number in self._pending.items() if number == painted.request_id)
        scale = _rounded(painted.scale)
        shown = PictureKey(painted.page_index, scale, painted.clip, painted.turn, painted.dark)
        key = next(wished, shown)
        self._pending.pop(key, None)
        self._cache.put(key, painted.picture)
        self.arrived.emit(painted.page_index)

    def _give_up(self, page_index: int) -> None:
        self._pending = {key: n for key, n in self._pending.items() if key.page_index != page_index}
        self.arrived.emit(page_index)


def _rounded(scale: float) -> float:
    return round(scale, 4)
