"""Small pictures of pages: asked for one at a time, as nothing may wait for them, and few of them kept.

In: which pages are in sight, the most urgent first, and how large. Out: pictures, and `arrived` when one more
is there. The next one is chosen only when the last has come, so what has been scrolled past is never painted;
and a page that was turned to, which brings others into sight, is asked for before them.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from reader.ui.session import Session
from reader.ui.worker_bridge import PaintedPage

# A page of 128 × 181 pixels takes 0.09 MB: some 65 of them are at hand beside those in sight.
MOST_BYTES = 6 * 1024 * 1024
BYTES_A_PIXEL = 4
# ms until the first picture is asked for: the page view has asked for its own by then, and the child, which
# does one thing at a time, has begun with them.
COURTESY = 40


@dataclass(frozen=True, slots=True)
class SmallPicture:
    """A page at `scale` device pixels a point."""

    scale: float
    picture: QPixmap

    @property
    def bytes(self) -> int:
        """What it takes."""
        return self.picture.width() * self.picture.height() * BYTES_A_PIXEL


class SmallPictures(QObject):
    """The small pictures of the open document."""

    arrived = Signal(int)  # page index

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._kept: OrderedDict[int, SmallPicture] = OrderedDict()
        self._before: Mapping[int, SmallPicture] = {}  # of the file as it was
        self._wanted: Mapping[int, float] = {}
        self._asked: tuple[int, int, float] | None = None  # number of the wish, page, scale
        self._courtesy = QTimer(self, interval=COURTESY, singleShot=True)
        self._courtesy.timeout.connect(self._ask)
        session.bridge.thumbnail_painted.connect(self._take)
        session.page_failed.connect(self._give_up)
        session.dark_pages_changed.connect(self._paint_anew)

    def keep_for_now(self) -> None:
        """The same file is opened anew: its pages do not go blank in between."""
        self._before = dict(self._kept)

    def begin(self, *, is_renewed: bool) -> None:
        """Another document, or the same one written anew."""
        if not is_renewed:
            self._before = {}
        self._kept.clear()
        self._wanted, self._asked = {}, None

    def _paint_anew(self) -> None:
        """They are to look otherwise: those there are stand in until the others come."""
        wanted = self._wanted
        self.keep_for_now()
        self.begin(is_renewed=True)
        if wanted:
            self.want(wanted)

    def want(self, scales: Mapping[int, float]) -> None:
        """These pages are wanted from now on, and no others.

        Args: scales: device pixels a point, by page index; the most urgent first.
        """
        self._wanted = scales
        if self._asked is None and not self._courtesy.isActive():
            self._courtesy.start()

    @property
    def is_waiting(self) -> bool:
        """Whether there is a picture that is still to come."""
        return self._asked is not None or self._courtesy.isActive()

    def let_go(self) -> None:
        """Nobody looks at them."""
        self._wanted = {}
        self._kept.clear()

    def picture(self, page_index: int) -> QPixmap | None:
        """The picture of a page, of whatever size there is."""
        found = self._kept.get(page_index) or self._before.get(page_index)
        return found.picture if found else None

    @property
    def bytes(self) -> int:
        """What the pictures take."""
        return sum(each.bytes for each in self._kept.values())

    def _ask(self) -> None:
        if self._asked is not None:
            return
        for page_index, scale in self._wanted.items():
            kept = self._kept.get(page_index)
            if (kept and kept.scale == scale) or page_index in self._session.failed_pages:
                continue
            session = self._session
            number = session.bridge.paint_thumbnail(
                session.job_id, page_index, scale, dark=session.dark_pages
            )
            self._asked = number, page_index, scale
            return
        if self._wanted:
            self._before = {}

    def _take(self, painted: PaintedPage) -> None:
        if self._asked is None or self._asked[0] != painted.request_id:
            return
        (_number, page_index, scale), self._asked = self._asked, None
        if page_index in self._wanted:
            self._keep(page_index, SmallPicture(scale, painted.picture))
            self.arrived.emit(page_index)
        self._ask()

    def _keep(self, page_index: int, picture: SmallPicture) -> None:
        self._kept[page_index] = picture
        self._kept.move_to_end(page_index)
        size = self.bytes
        for old in [old for old in self._kept if old not in self._wanted]:
            if size <= MOST_BYTES:
                return
            size -= self._kept.pop(old).bytes

    def _give_up(self, page_index: int, _why: str) -> None:
        if self._asked is not None and self._asked[1] == page_index:
            self._asked = None
        self.arrived.emit(page_index)
        self._ask()
