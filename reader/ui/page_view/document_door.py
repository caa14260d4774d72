"""Where documents come in: a file is opened where it was left, on a page of one's choice, or anew.

In: what a person chose. Out: wishes to the session, and the view brought to its place; the place is kept
while one reads, so that it is found again next time.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.resources import resource
from reader.store.library import PlaceRead
from reader.ui.memory import Memory
from reader.ui.page_view.page_column import PageColumn
from reader.ui.page_view.place_kept import place_kept, take_up
from reader.ui.session import Session

SAVING_DELAY = 1500  # ms after the last movement: a place is kept even if the power fails, not at every notch


class DocumentDoor(QObject):
    """Opens documents for a window, and keeps the place in the one that is open."""

    def __init__(
        self,
        session: Session,
        memory: Memory,
        pages: PageColumn,
        before_leaving: Callable[[Callable[[], None], str], None],
        parent: QObject,
    ) -> None:
        """`before_leaving` opens what is at a path once the present document may go."""
        super().__init__(parent)
        self._before_leaving = before_leaving
        self._session, self._memory, self._pages = session, memory, pages
        self._restores_place = True
        self._place_wanted: PlaceRead | None = None
        self._focus: QWidget | None = None  # where it was before the same file came anew
        self._saving = QTimer(self, interval=SAVING_DELAY, singleShot=True)
        self._saving.timeout.connect(self.save_place)
        session.place_changed.connect(self._place_changed)
        session.renewal_begun.connect(self._keep_view)

    def open_file(self, path: str) -> None:
        """Open a document where it was left."""
        self._restores_place, self._place_wanted = True, None
        self._open(path, self._memory.page_left(path))

    def open_again(self, path: str, place: PlaceRead) -> None:
        """Open a document where it stood in another window."""
        self._restores_place, self._place_wanted = True, place
        self._open(path, place.page_index)

    def open_at(self, path: str, page_index: int, page_label: str = "") -> None:
        """Open a document on a page of one's choice."""
        self._restores_place = False
        self._open(path, page_index, page_label)

    def open_sample(self) -> None:
        """Open the document that comes with the program."""
        self.open_file(str(next(iter(sorted(resource("sample").glob("*.pdf"))))))

    def _open(self, path: str, page_index: int, page_label: str = "") -> None:
        date = self._memory.date_set(path)
        self._before_leaving(lambda: self._session.open(path, page_index, page_label, date), path)

    def open_anew(self) -> None:
        """Open the open document as it is on the disk now."""
        self._session.renew()

    def enter(self) -> None:
        """A document is open: remember it, and go where it was left."""
        document = self._session.document
        if document is None:
            return
        place = self._memory.opened(document)
        if self._restores_place:
            take_up(self._pages, self._place_wanted or place, self._memory.settings.first_zoom)
        elif place is not None:
            self._pages.turn_to(place.turn)
        self._place_wanted = None
        day = self._memory.date_set_for(document)
        if day is not None and day != self._session.date_by_hand:
            self._session.count_from(day)  # it lay elsewhere when the date was set
        if self._focus is None or self._focus is not QApplication.focusWidget():
            self._pages.setFocus()
        self._focus = None

    def count_from(self, day: str | None) -> None:
        """Have the open document's dates counted from another day (ISO), and remember it."""
        document = self._session.document
        if document is not None and day != self._session.date_by_hand:
            self._memory.set_date(document, day)
            self._session.count_from(day)

    def leave(self) -> None:
        """The window is being closed: what is open is left where one is."""
        self._saving.stop()
        self.save_place()

    def save_place(self) -> None:
        """Remember where the open document is being read."""
        document, place = self._session.document, place_kept(self._pages)
        if document is not None and place is not None:
            self._memory.left(document, place)

    def _place_changed(self, _place: object) -> None:
        self._saving.start()

    def _keep_view(self) -> None:
        """The same file comes anew: it is shown as it stands, at the zoom it has."""
        self._restores_place, self._place_wanted = True, place_kept(self._pages)
        self._focus = QApplication.focusWidget()
