"""Side panes, pages, timeline, list and card beside each other, with splitters between them.

In: the views. Out: their arrangement; the timeline stands below everything or over the list. Timeline, list
and search come later than the pages, into rooms kept for them: the first page does not wait for them (the
timeline's library alone takes half a second to load), and nothing moves when they come.

The pages come first: a narrower window takes from the list and the side panes (contents, small pictures of
the pages: one at a time) before it takes from them, and in one with room for one of them only, these stand in
their place when they are asked for, until a date, a heading or a page in them is chosen.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from reader.ui.painting_guard import outlives_faults

HIGHEST_CARD = 0.5  # of the side's height
NARROWEST_CARD = 200  # pixels, before it has been shown
NARROWEST_LIST = 220
# Pixels of the first window (1280 × 860); a list of 400 holds the longest switches of all three languages.
PAGE_WIDTH, SIDE_WIDTH = 880, 400
# The list's part of the width at most, unless a person draws it wider: in the rest of 640 pixels an A4 page
# can still be read. Below the width at which a list of 220 is more, there is no room beside the pages.
SIDE_PART, ONE_PANE = 0.42, 520
# The contents hold headings of 30 letters at first; in a window of less than THREE_PANES a page between them
# and the list would be less than 300 wide.
CONTENTS_WIDTH, NARROWEST_CONTENTS, CONTENTS_PART, THREE_PANES = 260, 170, 0.24, 720
PER_CENT = 100
# The timeline's part of the height: of 750 pixels 300, nine rows: a week told day by day at the end of a
# century finds its rows there; a higher one would take from the page what the timeline has no use for.
TIMELINE_PART, HIGHEST_TIMELINE = 0.4, 420
TIMELINE_OVER_LIST, LIST_UNDER_TIMELINE = 360, 410
SIDE_PANES = ("show_contents", "show_thumbnails")  # by their commands
SHAPE = 4  # raised when the parts change: the shape remembered for other parts is not taken over


@outlives_faults
class ReadingRoom(QWidget):
    """The arrangement of the views."""

    folded = Signal(bool)  # whether there is room for the pages only; the list is to be switched off, or on
    squeezed = Signal(bool)  # the same for the side panes

    def __init__(self, pages: QWidget, card: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = "below"
        self._card, self._pages = card, pages
        self.timeline_host = _host()
        self.timeline_host.setMinimumHeight(120)
        self.timeline: QWidget | None = None
        self.card_area = QScrollArea()
        self.card_area.setWidgetResizable(True)
        self.card_area.setFrameShape(QFrame.Shape.NoFrame)
        self.card_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card_area.setWidget(card)
        self.card_area.hide()
        self.list_and_card = QWidget()
        for watched in (card, self.list_and_card):
            watched.installEventFilter(self)
        stack = QVBoxLayout(self.list_and_card)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        self._list_host = _host()
        self._list_host.setMinimumWidth(NARROWEST_LIST)
        stack.addWidget(self._list_host, 1)
        stack.addWidget(self.card_area)
        self.results_host = _host()
        self.results_host.hide()
        self.side = _splitter(Qt.Orientation.Vertical, self.results_host, self.list_and_card)
        self._left = QWidget()
        self._over_pages = QVBoxLayout(self._left)
        self._over_pages.setContentsMargins(0, 0, 0, 0)
        self._over_pages.setSpacing(0)
        self._over_pages.addWidget(pages, 1)
        self.contents_host = _host()
        self.contents_host.setMinimumWidth(NARROWEST_CONTENTS)
        self.contents_host.hide()
        self._side_panes: dict[str, QWidget] = {}
        self._side_pane = ""  # which is shown, or is to be as soon as it is made
        self.upper = _splitter(Qt.Orientation.Horizontal, self.contents_host, self._left, self.side)
        self.upper.setStretchFactor(1, 1)
        self.whole = _splitter(Qt.Orientation.Vertical, self.upper, self.timeline_host)
        self.whole.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.whole)
        self.upper.setSizes([0, PAGE_WIDTH, SIDE_WIDTH])
        self._is_divided_by_hand = False
        self._side_width, self._side_part = SIDE_WIDTH, SIDE_PART
        self._contents_width, self._contents_part = CONTENTS_WIDTH, CONTENTS_PART
        self.is_folded = self.is_squeezed = False
        self.whole.splitterMoved.connect(self._keep_division)
        self.upper.splitterMoved.connect(self._keep_widths)

    def take_timeline(self, timeline: QWidget) -> None:
        """Put the timeline view into the room kept for it."""
        self.timeline = timeline
        _house(timeline, self.timeline_host)

    def take_list(self, event_list: QWidget) -> None:
        """Put the list of events into the room kept for it."""
        _house(event_list, self._list_host)

    def take_side_pane(self, name: str, pane: QWidget) -> None:
        """Put the pane of a command into the room kept for it."""
        self._side_panes[name] = pane
        _house(pane, self.contents_host)
        pane.setVisible(name == self._side_pane)

    def take_search(self, bar: QWidget, results: QWidget) -> None:
        """Put the find bar over the pages and its results over the list."""
        self._over_pages.insertWidget(0, bar)
        _house(results, self.results_host)

    def put_timeline(self, place: str) -> None:
        """Move the timeline "below" everything, or to the "right", over the list."""
        if place == self.place:
            return
        self.place = place
        if place == "right":
            self.side.insertWidget(0, self.timeline_host)
            self.side.setSizes([TIMELINE_OVER_LIST, LIST_UNDER_TIMELINE])
        else:
            self.whole.addWidget(self.timeline_host)
            self._divide()

    def _keep_division(self) -> None:
        self._is_divided_by_hand = True

    def _divide(self) -> None:
        low = min(round(self.height() * TIMELINE_PART), HIGHEST_TIMELINE)
        self.whole.setSizes([self.height() - low, low])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Pages and timeline share the height, until a person has divided it; pages and list the width."""
        super().resizeEvent(event)
        if self.is_folded != (self.width() < ONE_PANE):
            self.is_folded = not self.is_folded
            self.folded.emit(self.is_folded)
            self._show_side()
        if self.is_squeezed != (self.width() < THREE_PANES):
            self.is_squeezed = not self.is_squeezed
            self.squeezed.emit(self.is_squeezed)
            self._show_side()
        self._share_width()
        if self.place == "below" and not self._is_divided_by_hand:
            self._divide()

    def _keep_widths(self) -> None:
        """A person has drawn list or contents to a width, which they have again as soon as there is room."""
        contents, pages, side = self.upper.sizes()
        if contents and pages:
            self._contents_width = contents
            self._contents_part = max(CONTENTS_PART, contents / self.width())
        if pages and side:
            self._side_width = side
            self._side_part = max(SIDE_PART, side / (self.width() - contents))

    def _share_width(self) -> None:
        contents = min(
            self._contents_width, max(round(self.width() * self._contents_part), NARROWEST_CONTENTS)
        )
        rest = self.width() - (0 if self.contents_host.isHidden() else contents)
        side = 0 if self.side.isHidden() else min(self._side_width, round(rest * self._side_part))
        if not self._left.isHidden():
            self.upper.setSizes([contents, rest - self.upper.handleWidth() - side, side])
        elif not self.contents_host.isHidden():
            self.upper.setSizes([self.width() - self.upper.handleWidth() - side, 0, side])

    def show_timeline(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        """Show or hide the timeline."""
        self.timeline_host.setVisible(shown)
        self._show_side()

    def show_list(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        """Show or hide the list and its card."""
        self.list_and_card.setVisible(shown)
        self._show_side()

    def show_side_pane(self, name: str, shown: bool) -> None:  # noqa: FBT001 - a state
        """Show a side pane in the place of another, or hide it; the keys go where something is seen."""
        if not shown and name != self._side_pane:
            return
        had_keys = self.contents_host.isAncestorOf(self.window().focusWidget())
        self._side_pane = name if shown else ""
        for each, pane in self._side_panes.items():
            pane.setVisible(each == self._side_pane)
        self.contents_host.setVisible(shown)
        self._show_side()
        if had_keys:
            self._side_panes.get(self._side_pane, self._pages).setFocus()

    @property
    def over_pages(self) -> tuple[str, ...]:
        """Commands of what stands in the place of the pages where it is shown."""
        return (*("show_list",) * self.is_folded, *SIDE_PANES * self.is_squeezed)

    def show_results(self, shown: bool) -> None:  # noqa: FBT001 - a state
        """Show or hide the results of a search."""
        self.results_host.setVisible(shown)
        self._show_side()

    def show_card(self, shown: bool) -> None:  # noqa: FBT001 - a state
        """Show or hide the card under the list, as high as it needs up to half the side."""
        self.card_area.setVisible(shown)
        self._fit_card()

    def _fit_card(self) -> None:
        wanted = self._card.heightForWidth(max(self.card_area.width(), NARROWEST_CARD))
        highest = round(self.list_and_card.height() * HIGHEST_CARD)
        self.card_area.setFixedHeight(max(0, min(wanted, highest)))  # a card without words wants -1

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The card's height follows its words, which the layout counts a moment later, and the window's."""
        is_room = watched is self.list_and_card and event.type() == QEvent.Type.Resize
        is_card = watched is self._card and event.type() == QEvent.Type.LayoutRequest
        if (is_room or is_card) and self.card_area.isVisibleTo(self):
            self._fit_card()
        return super().eventFilter(watched, event)

    def shape(self) -> str:
        """The positions of the splitters as text."""
        parts = [bytes(each.saveState().toBase64().data()).decode() for each in self._splitters()]
        widths = self._contents_width, self._side_width
        shares = [round(part * PER_CENT) for part in (self._contents_part, self._side_part)]
        return ".".join([str(SHAPE), self.place, *map(str, (*widths, *shares)), *parts])

    def restore(self, shape: str) -> None:
        """Take a shape over that `shape` gave before; one of another arrangement is left alone."""
        version, place, *parts = [*shape.split("."), ""]
        if version != str(SHAPE) or place != self.place:
            return
        self._is_divided_by_hand = True
        numbers, states = [int(part) for part in parts[:4]], parts[4:]
        self._contents_width, self._side_width = numbers[:2]
        self._contents_part, self._side_part = (number / PER_CENT for number in numbers[2:])
        for splitter, state in zip(self._splitters(), states, strict=False):
            splitter.restoreState(QByteArray.fromBase64(state.encode()))

    def _show_side(self) -> None:
        timeline_is_here = self.place == "right" and not self.timeline_host.isHidden()
        results_are_here = not self.results_host.isHidden()
        list_is_here = not self.list_and_card.isHidden()
        self.side.setVisible(list_is_here or (not self.is_folded and (timeline_is_here or results_are_here)))
        contents_are_here = not self.contents_host.isHidden()
        is_covered = (self.is_folded and list_is_here) or (self.is_squeezed and contents_are_here)
        self._left.setHidden(is_covered)
        self._share_width()

    def _splitters(self) -> tuple[QSplitter, ...]:
        return self.whole, self.upper, self.side


def _host() -> QWidget:
    """A room kept for a view that comes later."""
    host = QWidget()
    host.setObjectName("view_host")
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    return host


def _house(view: QWidget, host: QWidget) -> None:
    layout = host.layout()
    if layout is not None:
        layout.addWidget(view)
    view.show()


def _splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for part in parts:
        splitter.addWidget(part)
    return splitter
