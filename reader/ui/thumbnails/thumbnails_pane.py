"""The pages of the document as small pictures, at the left of the pages themselves.

In: the session. Out: `session.go_to` for the page a person chooses. The page one is reading is marked and
kept in sight as the pages move.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.ui.history import Place
from reader.ui.menus import Actions
from reader.ui.session import Session
from reader.ui.side_head import SideHead
from reader.ui.theme import Theme
from reader.ui.thumbnails.page_model import PageModel
from reader.ui.thumbnails.page_tiles import PageTiles
from reader.ui.thumbnails.small_pictures import SmallPictures
from reader.ui.thumbnails.tile_painting import TilePainter


class ThumbnailsPane(QWidget):
    """Head and tiles."""

    chosen = Signal()  # the pages have gone somewhere

    def __init__(
        self, session: Session, theme: Theme, commands: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.model = PageModel(session, self)
        self.pictures = SmallPictures(session, self)
        self.rows = PageTiles(session, self.model, self.pictures)
        self.head = SideHead("show_thumbnails", commands, theme, session.sentences)
        self._is_renewed = False
        self._chosen: tuple[int, Place] | None = None  # the page gone to, and where that led
        self.rows.setItemDelegate(TilePainter(self.rows, session, self.model, self.pictures, theme))
        self.rows.setAccessibleName(session.sentences("thumbnails.name"))
        self.setObjectName("thumbnails_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.rows, 1)
        self.setFocusProxy(self.rows)
        self.rows.chosen.connect(self._choose)
        session.renewal_begun.connect(self._keep_pictures)
        session.pages_changed.connect(self._measure)
        session.place_changed.connect(self._follow)
        session.events_changed.connect(self._take_events)
        session.dark_pages_changed.connect(self.rows.viewport().update)
        theme.changed.connect(self.rows.viewport().update)

    def take(self) -> None:
        """Show the pages of the open document."""
        self.pictures.begin(is_renewed=self._is_renewed)
        self._is_renewed = False
        self._chosen = None
        self.rows.mark(-1)
        self.model.take()
        self._follow()

    def forget(self) -> None:
        """The document goes; of one that is opened anew the pictures stay until they are painted again."""
        if not self._is_renewed:
            self.pictures.begin(is_renewed=False)
            self.model.take()

    def _keep_pictures(self) -> None:
        self._is_renewed = True
        self.pictures.keep_for_now()

    def _measure(self) -> None:
        """Pages turn out to have another shape, or another label."""
        self.rows.fit()
        self.rows.viewport().update()

    def _take_events(self) -> None:
        self.model.take_events()
        self.rows.viewport().update()

    def _follow(self, _place: object = None) -> None:
        """Mark the page one is reading; bring it into sight, unless one looks for another with the mouse."""
        page_index = self._page_read()
        self.rows.turn_to(self._session.place.turn)
        if page_index != self.rows.current_page:
            self.rows.mark(page_index)
            if not self.rows.is_pointed_at and not self.rows.hasFocus():
                self.rows.keep_in_sight(page_index)
        if not self.rows.hasFocus():
            self.rows.let_keys_begin_at(page_index)

    def _page_read(self) -> int:
        """The page one is at; one just chosen holds until the pages move, which may not go so far."""
        if self._chosen is not None:
            page_index, reached = self._chosen
            if reached == self._session.place:
                return page_index
            self._chosen = None
        return self._session.page_index

    def _choose(self, index: QModelIndex) -> None:
        self._session.go_to(Place(index.row()))
        self._chosen = index.row(), self._session.place
        self._follow()
        self.chosen.emit()
