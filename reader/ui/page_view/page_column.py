"""The pages in one column: where one is, how large it is shown, what is drawn.

In: the session's pages, places and selection. Out: what is in sight, told to the session. Pixels are the
widget's logical ones; `page_layout` turns them into points. Mouse and keys are in `page_view.py`.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from reader.document.model import Box
from reader.timeline.model import Event
from reader.ui.history import Place
from reader.ui.page_lines import PageLines
from reader.ui.page_look import PageLook
from reader.ui.page_view.page_layout import GAP, PIXELS_PER_POINT, PageLayout, Rect
from reader.ui.page_view.page_painting import PagePainter, Spot
from reader.ui.page_view.page_pictures import PagePictures
from reader.ui.page_view.page_rows import ONE_A_ROW, PageRows
from reader.ui.page_view.text_selector import TextSelector
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.turning import QUARTERS, turned_sizes

ORIGIN = "page"
LINE_STEP = 60  # pixels an arrow key scrolls
LANDING = 0.28  # how far down the view an event's expression lands when one jumps to it
ABOVE_WORDS = 90.0  # points of the page that are seen above words one jumps to


@outlives_faults
class PageColumn(QAbstractScrollArea):
    """Pages under each other, one or two a row. `zoom_mode`: "fit_width", "fit_page" or "scale"."""

    zoom_changed = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        search: SearchSession | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.pictures = PagePictures(session, self)
        lines = search.lines if search is not None else PageLines(session, self)
        self.selector = TextSelector(session, lines, self)
        self._painter = PagePainter(
            session, theme, self.pictures, PageLook(session, theme), search, self.selector
        )
        self.layout_of_pages: PageLayout | None = None
        self.zoom_mode = "fit_width"
        self.turn = 0  # quarters clockwise
        self.rows = ONE_A_ROW
        # Where one was when one began to turn the pages: turned on and on, they come back to it.
        self._pivot: tuple[Place, tuple[int, float, float]] | None = None
        # Where one means to be. A view too small to scroll there (one not shown yet) must not forget it.
        self._anchor = Place(0)
        self._is_fitting = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # pages are never mirrored
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Made here. To know of what kind one of Qt's own is, PySide6 makes all kinds of widgets ready: 14 ms.
        self.setViewport(QWidget())
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().setSingleStep(LINE_STEP)
        self.horizontalScrollBar().setSingleStep(LINE_STEP)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._scrolled)
        session.document_opened.connect(self._begin)
        session.document_closed.connect(self._end)
        session.pages_changed.connect(self._measure)
        session.place_requested.connect(self.show_place)
        session.selection_changed.connect(self._show_selection)
        session.hover_changed.connect(self._repaint)
        session.events_changed.connect(self.viewport().update)
        session.dark_pages_changed.connect(self._changed)
        self.pictures.arrived.connect(self._picture_arrived)
        self.selector.changed.connect(self.viewport().update)
        if search is not None:
            search.marks_changed.connect(self.viewport().update)
            search.hit_reached.connect(self.bring_into_sight)
        theme.changed.connect(self.viewport().update)

    # ── the document

    def _begin(self) -> None:
        self._anchor = self._session.start
        self.turn, self._pivot = self._anchor.turn, None
        self.layout_of_pages = PageLayout.of(self._session.pages.sizes, self.turn, self.rows)
        self._fit()

    def _end(self) -> None:
        self.layout_of_pages = None
        self.viewport().update()

    def _measure(self) -> None:
        """Sizes have become known: what was in sight stays in sight."""
        layout, sizes = self.layout_of_pages, turned_sizes(self._session.pages.sizes, self.turn)
        if layout is None or layout.sizes == sizes:
            return
        middle = self._middle()
        self._lay_out(layout.scale)
        self._fit(middle)

    def _lay_out(self, scale: float) -> None:
        layout = PageLayout.of(self._session.pages.sizes, self.turn, self.rows)
        self.layout_of_pages = layout.scaled(scale)

    # ── places

    def place(self) -> Place:
        """Where the view's upper edge lies."""
        if self.layout_of_pages is None:
            return Place(0)
        return self.layout_of_pages.place_of(self._sight())

    def show_place(self, place: Place) -> None:
        """Put a place at the view's upper edge, and its page to the side where another would be named."""
        layout = self.layout_of_pages
        if layout is None:
            return
        index = min(max(place.page_index, 0), len(layout.sizes) - 1)
        top, head = layout.height_of(replace(place, page_index=index)), layout.page_rect(index).y
        if top <= head:
            top = min(top, head - GAP / 2) if layout.rows.row_of(index) else 0
        self.verticalScrollBar().setValue(round(top))
        sight = self._sight()
        if layout.seen_of(layout.rows.row_of(index), sight)[:1] != [index]:
            self.horizontalScrollBar().setValue(round(layout.side_to_show(index, sight)))
        self._anchor = place
        self._report()

    def show_page(self, index: int) -> None:
        """Scroll to the head of a page."""
        self.show_place(Place(index))

    def jump_to(self, height: int) -> None:
        """Jump to the first page at a height of the column (pixels); one can go back from there."""
        layout = self.layout_of_pages
        if layout is None:
            return
        place = layout.place_of(Rect(0, height, layout.content_width, layout.view_height))
        if place != self.place():
            self._session.go_to(place)
            self.verticalScrollBar().setValue(height)  # between two pages: shown as the head of the second

    def _show_selection(self, event_id: str, origin: str) -> None:
        event = self._session.event_of(event_id)
        if event is not None and origin not in {ORIGIN, "history"}:
            self.show_event(event)
        self.viewport().update()

    def show_event(self, event: Event) -> None:
        """Bring an event's first expression into sight."""
        place = next(iter(event.mentions[0].boxes), None) if event.mentions else None
        if place is not None:
            self.bring_into_sight(place.page_index, place.box)

    def bring_into_sight(self, page_index: int, box: Box) -> None:
        """Show a part of a page with what stands before it; stay where it is seen already."""
        layout = self.layout_of_pages
        if layout is None:
            return
        rect = layout.to_pixels(page_index, box)
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height * 0.08 <= rect.y <= bar.value() + height * 0.8 - rect.height:
            bar.setValue(round(rect.y - height * LANDING))
        across, width = self.horizontalScrollBar(), self.viewport().width()
        if rect.width and not across.value() <= rect.x <= across.value() + width - rect.width:
            across.setValue(round(rect.x - width * LANDING))

    def show_words(self, page_index: int, box: Box | None) -> None:
        """Jump to words that stand in a box of a page, and select them; without one to the page."""
        self._session.go_to(Place(page_index, max(box.y0 - ABOVE_WORDS, 0.0) if box else 0.0))
        if box is not None:
            self.bring_into_sight(page_index, box)
            self.selector.select_page(page_index, box)

    # ── zoom

    @property
    def percent(self) -> int:
        """The zoom as it is shown."""
        return PageLayout.percent_of(self.scale)

    @property
    def scale(self) -> float:
        """The scale of the page one is at (pixels a point)."""
        layout = self.layout_of_pages
        return layout.scale_of(self._named_page()) if layout else PIXELS_PER_POINT

    def set_zoom_mode(self, mode: str) -> None:
        """Fit the pages to the view ("fit_width", "fit_page") or hold the present scale ("scale").

        Who asks for a whole page sees the one that is read, not the parts of two.
        """
        index = max(self._named_page(), self._anchor.page_index)  # a view not shown yet names the first page
        self.zoom_mode = mode
        self._fit()
        if mode == "fit_page":
            self.show_page(index)

    def zoom_to(self, scale: float, anchor: QPointF | None = None) -> None:
        """Show at `scale` (pixels a point); what lies under `anchor` (of the view) stays under it."""
        layout = self.layout_of_pages
        if layout is None:
            return
        at = anchor if anchor is not None else QPointF(self.viewport().rect().center())
        point = layout.to_points(at.x() + self._origin().x(), at.y() + self._origin().y())
        self.zoom_mode = "scale"
        self.layout_of_pages = layout.scaled(scale)
        self._adjust_bars()
        self._put(point, at)
        self._changed()

    def turn_to(self, turn: int) -> None:
        """Show the pages turned clockwise by so many quarters; what lies in the view's middle stays there."""
        layout, turn = self.layout_of_pages, turn % QUARTERS
        if turn == self.turn:
            return
        self.turn = turn
        if layout is None:
            return
        middle = QPointF(self.viewport().rect().center())
        point = layout.to_points(middle.x() + self._origin().x(), middle.y() + self._origin().y())
        if self._pivot is not None and self._pivot[0] == self._anchor:
            point = self._pivot[1]
        self._lay_out(layout.scale)
        self._fit_to_view()
        self._put(point, middle)
        self._pivot = self._anchor, point
        self._changed()

    def set_rows(self, rows: PageRows) -> None:
        """Show one page a row, or two; the place at the view's upper edge stays."""
        if rows == self.rows:
            return
        self.rows, self._pivot = rows, None
        if self.layout_of_pages is not None:
            self._lay_out(self.layout_of_pages.scale)
            self._fit()

    def _put(self, point: tuple[int, float, float], at: QPointF) -> None:
        """Bring a point of a page under a place of the view, as far as the bars allow."""
        if self.layout_of_pages is not None:
            index, x, y = point
            pixel = self.layout_of_pages.to_pixels(index, Box(x, y, x, y))
            self.horizontalScrollBar().setValue(round(pixel.x - at.x()))
            self.verticalScrollBar().setValue(round(pixel.y - at.y()))
            self._anchor = self.place()

    def zoom_step(self, direction: int) -> None:
        """One step in (1) or out (-1)."""
        if self.layout_of_pages:
            self.zoom_to(self.layout_of_pages.next_scale(direction, self.scale))

    def zoom_actual(self) -> None:
        """100 %."""
        self.zoom_to(PIXELS_PER_POINT)

    def _fit(self, middle: float = 0.0) -> None:
        """Fit the pages; `middle` (points beside the middle of the column) stands in the view's middle."""
        anchor = self._anchor  # the bars move it on their way
        if self.layout_of_pages is None:
            return
        self._fit_to_view()
        across = self.horizontalScrollBar()
        across.setValue(round(across.maximum() / 2 + middle * self.layout_of_pages.scale))
        self.show_place(anchor)
        self._changed()

    def _fit_to_view(self) -> None:
        if self.layout_of_pages is not None:
            layout = self.layout_of_pages.viewed(self.viewport().width(), self.viewport().height())
            if self.zoom_mode != "scale":
                layout = layout.fitted(whole=self.zoom_mode == "fit_page")
            self.layout_of_pages = layout
            self._adjust_bars()

    def _adjust_bars(self) -> None:
        layout = self.layout_of_pages
        if layout is None:
            return
        self._is_fitting = True
        width, height = self.viewport().width(), self.viewport().height()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(width)
        across.setRange(0, max(0, round(layout.content_width - width)))
        down.setPageStep(height)
        down.setRange(0, max(0, round(layout.content_height - height)))
        self._is_fitting = False

    def _middle(self) -> float:
        """How far beside the middle of the column the view's middle lies, in points; 0 where all is seen."""
        across = self.horizontalScrollBar()
        scale = self.layout_of_pages.scale if self.layout_of_pages else PIXELS_PER_POINT
        return (across.value() - across.maximum() / 2) / scale

    # ── what is in sight

    def _origin(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _sight(self) -> Rect:
        origin, view = self._origin(), self.viewport().rect()
        return Rect(origin.x(), origin.y(), view.width(), view.height())

    def _repaint(self, _event_id: str) -> None:
        self.viewport().update()

    def _scrolled(self) -> None:
        if not self._is_fitting:
            self._anchor = self.place()
            self._changed()

    def _changed(self) -> None:
        self._report()
        self._ask_for_pictures()
        self.viewport().update()
        self.zoom_changed.emit()

    def _report(self) -> None:
        layout = self.layout_of_pages
        if layout is None:
            return
        sight = self._sight()
        bottom = sight.y + sight.height
        stretches = [layout.stretch(index, sight.y, bottom) for index in layout.pages_in(sight)]
        self._session.set_view(self.place(), stretches, self._named_page())

    def _named_page(self) -> int:
        layout, bar, sight = self.layout_of_pages, self.verticalScrollBar(), self._sight()
        if layout is None:
            return 0
        if bar.maximum() and bar.value() == bar.maximum():
            return layout.page_seen(layout.content_height, sight)  # at the very end, however short it is
        return layout.page_named(sight)

    def _ask_for_pictures(self) -> None:
        if self.layout_of_pages and self.isVisible() and self._session.document:
            self.pictures.want(self.layout_of_pages, self._sight(), self.devicePixelRatioF())

    def _picture_arrived(self, _page_index: int) -> None:
        self._ask_for_pictures()
        self.viewport().update()

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw what is in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("backdrop"))
        layout = self.layout_of_pages
        if layout is None:
            return
        sight = self._sight()
        for index in layout.pages_between(sight.y, sight.y + sight.height):
            self._painter.draw(painter, Spot(layout, index, self._origin()), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit again; the place at the upper edge stays."""
        middle = self._middle()
        super().resizeEvent(event)
        if (
            not event.size().isEmpty()
        ):  # the list stands in the place of the pages: they come back as they were
            self._fit(middle)

    def event(self, event: QEvent) -> bool:
        """Ask for sharper pictures when the window has moved to a screen of another density."""
        if event.type() in {QEvent.Type.DevicePixelRatioChange, QEvent.Type.Show}:
            self._ask_for_pictures()
        return super().event(event)
