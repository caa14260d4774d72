"""The small pictures as a list: what is in sight is asked for, the page one reads is marked.

In: a `PageModel`, small pictures. Out: `chosen` for a click, Enter and the space bar; other keys only move.
The page one reads (`current_page`) is marked; it is not where the keys are.
"""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from reader.document.model import PageSize
from reader.ui.chosen_rows import ChosenRows
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session
from reader.ui.thumbnails.page_model import PageModel
from reader.ui.thumbnails.small_pictures import SmallPictures
from reader.ui.thumbnails.tiles import LOOKED_AT, Tiles, tiles_for
from reader.ui.turning import turned_sizes

SCROLL_STEP = 36  # pixels; a notch of the wheel is three of them, half a page
LABEL_PADDING = 2  # pixels over and under a label
NONE = -1

Action = QAbstractItemView.CursorAction


@outlives_faults
class PageTiles(ChosenRows):
    """The tiles."""

    def __init__(
        self, session: Session, model: PageModel, pictures: SmallPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._pages, self._pictures = session, model, pictures
        self.current_page = self.hovered_page = NONE
        self.turn = 0  # by how many quarters clockwise the pages are turned
        self.tiles = Tiles(1, 1, 1, 1, 1)
        self.setModel(model)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the columns flicker
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(SCROLL_STEP)
        self.setMouseTracking(True)
        self.entered.connect(self._hover)
        self.clicked.connect(self.chosen)
        pictures.arrived.connect(self._redraw)
        model.modelReset.connect(self.fit)

    @property
    def is_pointed_at(self) -> bool:
        """Whether the mouse is on the tiles."""
        return self.hovered_page != NONE

    def fit(self) -> None:
        """Lay the tiles out in the room there is, and ask for what is in sight."""
        label_height = QFontMetrics(self.font()).height() + 2 * LABEL_PADDING
        shapes = turned_sizes(self._session.pages.sizes[:LOOKED_AT], self.turn)
        tiles = tiles_for(self.viewport().width() - 1, label_height, shapes)
        if tiles != self.tiles:
            self.tiles = tiles
            self.setGridSize(QSize(tiles.width, tiles.height))
            self.keep_in_sight(self.current_page)
        self.look()

    def look(self) -> None:
        """Ask for the pictures of the pages in sight, then for those of the rows beside them."""
        if not self.isVisible():
            return
        tiles = self.tiles
        top, ratio = self.verticalScrollBar().value(), self.devicePixelRatioF()
        bottom = top + self.viewport().height() - 1
        count = min(
            self._pages.rowCount(), len(self._session.pages.sizes)
        )  # a file written anew may have fewer pages
        seen = tiles.between(top, bottom, count)
        near = tiles.between(top - tiles.height, bottom + tiles.height, count)
        pages = [*seen, *range(seen.stop, near.stop), *range(near.start, seen.start)]
        self._pictures.want({page: _rounded(tiles.scale_of(self.shape_of(page)) * ratio) for page in pages})

    def turn_to(self, turn: int) -> None:
        """Show the pages turned clockwise by so many quarters, as they are turned beside."""
        if turn != self.turn:
            self.turn = turn
            self.fit()
            self.viewport().update()

    def shape_of(self, page_index: int) -> PageSize:
        """The size of a page as it is turned."""
        (size,) = turned_sizes(self._session.pages.sizes[page_index : page_index + 1], self.turn)
        return size

    def mark(self, page_index: int) -> None:
        """This page is the one that is read."""
        if page_index != self.current_page:
            self._redraw(self.current_page)
            self.current_page = page_index
            self._redraw(page_index)

    def keep_in_sight(self, page_index: int) -> None:
        """Leave the tiles where they are if a page is seen; else show it amid what stands around it."""
        index = self._pages.index(page_index)
        if index.isValid() and not self.viewport().rect().contains(self.visualRect(index)):
            # In the middle of a pane lower than a tile neither its head nor its label would be seen.
            is_low, hints = self.viewport().height() < self.tiles.height, QAbstractItemView.ScrollHint
            self.scrollTo(index, hints.PositionAtTop if is_low else hints.PositionAtCenter)

    def let_keys_begin_at(self, page_index: int) -> None:
        """Where the keys are when they come here; nothing is scrolled for it."""
        self.setAutoScroll(False)
        self.setCurrentIndex(self._pages.index(page_index))
        self.setAutoScroll(True)

    def _redraw(self, page_index: int) -> None:
        index = self._pages.index(page_index)
        if index.isValid():
            self.update(index)

    def _hover(self, index: QModelIndex) -> None:
        before, self.hovered_page = self.hovered_page, index.row()
        self._redraw(before)
        self._redraw(self.hovered_page)

    # ── what Qt asks and tells

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:  # noqa: N802 - Qt's name
        """Where a key leads: by pages sideways, by rows up and down, by screens, to the ends."""
        count, now = self._pages.rowCount(), self.currentIndex().row()
        if not count:
            return QModelIndex()
        columns = self.tiles.columns
        screen = max(self.viewport().height() // self.tiles.height, 1) * columns
        on = -1 if self.isRightToLeft() else 1
        steps = {
            Action.MoveLeft: -on,
            Action.MoveRight: on,
            Action.MovePrevious: -1,
            Action.MoveNext: 1,
            Action.MoveUp: -columns,
            Action.MoveDown: columns,
            Action.MovePageUp: -screen,
            Action.MovePageDown: screen,
            Action.MoveHome: -count,
            Action.MoveEnd: count,
        }
        return self._pages.index(min(max(now + steps[action], 0), count - 1))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Other pages come into sight."""
        super().scrollContentsBy(dx, dy)
        self.look()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More or fewer tiles stand beside each other."""
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """What was let go of is asked for again."""
        super().showEvent(event)
        self.fit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Pictures that nobody sees take no room."""
        super().hideEvent(event)
        self._pictures.let_go()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse is elsewhere."""
        self._hover(QModelIndex())
        super().leaveEvent(event)


def _rounded(scale: float) -> float:
    """To compare; down, or the picture would begin one pixel more, and that would be blank."""
    return floor(scale * 10_000) / 10_000
