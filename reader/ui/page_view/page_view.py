"""The page view: mouse and keys on the column of pages.

In: what a person does. Out: `select_event` and `hover_event` to the session, with the origin "page";
`expression_pointed` for a card beside the mouse, `navigated` for the side buttons.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from reader.document.model import Link
from reader.timeline.model import Event, EventKind
from reader.ui.history import Place
from reader.ui.page_view.page_column import LINE_STEP, ORIGIN, PageColumn
from reader.ui.page_view.page_keys import PageCommand, page_command_of
from reader.ui.page_view.page_links import PageLinks
from reader.ui.page_view.page_menu import page_menu
from reader.ui.page_view.page_painting import Spot, tick_holds
from reader.ui.page_view.text_selector import Grain
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.plain_text import plain_tip
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme

WHEEL_STEP = 100  # pixels a notch of the wheel scrolls: three lines of text at 100 %
NOTCH = 120  # Qt's eighths of a degree in one notch
ZOOM_A_NOTCH = 1.2
KEPT_LINES = 48  # pixels of the old screen that stay in sight when one turns it
DRAG_START = 6  # pixels the mouse must move before a press is a drag
FOCUS_RING = 2  # pixels
# Every so many ms a selection drawn out of the view pulls the pages on, by this part of the way it is out.
PULL_TIME, PULL = 40, 0.4
KEY_REASONS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
PagePoint = tuple[int, float, float]  # page index, and the point on that page
POINTED_AREA = QSize(8, 22)  # pixels around the mouse that a card keeps clear of


@outlives_faults
class PageView(PageColumn):
    """The page view as a person uses it."""

    expression_pointed = Signal(str, QRect)  # event id ("" for none), the part of the screen to keep clear
    navigated = Signal(int)  # a mouse side button: -1 back, 1 forward
    search_wanted = Signal(str)  # words selected on the page
    timeline_wanted = Signal()  # the selected event is to be seen there
    address_followed = Signal(str)  # a link that leads outside the document

    def __init__(
        self,
        session: Session,
        theme: Theme,
        search: SearchSession | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, theme, search, parent)
        self._links = PageLinks(session, self)
        self._press: QPointF | None = None
        self._dragged_from: QPoint | None = None
        self._selects = False  # what the pressed mouse draws is a selection of text
        # Points of pages between which the mouse was drawn before it was known whether there is text.
        self._awaited: tuple[PagePoint, PagePoint | None] | None = None
        self._mouse = QPointF()
        self._double_click = (0, QPointF())  # when (ms) and where the last one was
        self._pulling = QTimer(self, interval=PULL_TIME)
        self._pulling.timeout.connect(self._pull)
        self._shows_focus = False
        self.selector.lines.known.connect(self._text_has_come)
        session.document_closed.connect(self._await_nothing)
        say = session.sentences
        self.setAccessibleName(say("page_view.name"))
        self.setAccessibleDescription(say("page_view.description"))

    # ── the mouse

    def event_at(self, position: QPointF) -> Event | None:
        """The event whose expression, or whose paragraph's tick, lies at a place of the view."""
        layout = self.layout_of_pages
        if layout is None:
            return None
        x, y = position.x() + self._origin().x(), position.y() + self._origin().y()
        index, page_x, page_y = layout.to_points(x, y)
        expression = self._session.places.expression_at(index, page_x, page_y)
        if expression is not None:
            return expression.event if expression.event.kind is not EventKind.HEADER else None
        for paragraph in self._session.places.paragraphs(index):
            shown = [event for event in paragraph.events if self._session.shows(event.kind)]
            if shown and tick_holds(layout, index, paragraph, x, y):
                return shown[0]
        return None

    def expression_rect(self, event: Event) -> QRect:
        """Where an event's first expression lies in the view."""
        place = next(iter(event.mentions[0].boxes), None) if event.mentions else None
        if place is None or self.layout_of_pages is None:
            return QRect()
        return Spot(self.layout_of_pages, place.page_index, self._origin()).rect(place.box).toAlignedRect()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Select text, drag the pages, or point at a dated expression."""
        self._mouse = event.position()
        if self._press is not None:
            way = event.position() - self._press
            is_drag = self._dragged_from is not None or self._selects or self._awaited is not None
            if not is_drag and way.manhattanLength() >= DRAG_START:
                self._begin_drag(self._press, event.buttons())
            if self._selects:
                self.selector.extend(*self._points(event.position()))
                self._pulling.start()
            elif self._dragged_from is not None:
                self.horizontalScrollBar().setValue(self._dragged_from.x() - round(way.x()))
                self.verticalScrollBar().setValue(self._dragged_from.y() - round(way.y()))
            return
        self._point(event.position())

    def _begin_drag(self, press: QPointF, buttons: Qt.MouseButton) -> None:
        """From text on one selects, from blank paper or with the middle button one moves the pages."""
        begin = self._points(press)
        if not (buttons & Qt.MouseButton.LeftButton and self.layout_of_pages):
            self._drag_pages()
        elif self.selector.lines.wanted(begin[0]) is None:
            self._awaited = begin, None
        elif self.selector.text_lies_at(*begin):
            self._select_from(press, Grain.CHARACTER)
            self._session.hover_event(None)
            self.expression_pointed.emit("", QRect())
        else:
            self._drag_pages()

    def _drag_pages(self) -> None:
        self._dragged_from = self._origin().toPoint()
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _text_has_come(self, page_index: int) -> None:
        """What was drawn over a page before its text was known selects it now, or moves the pages."""
        if self._awaited is None or self._awaited[0][0] != page_index:
            return
        (begin, end), self._awaited = self._awaited, None
        if self.selector.text_lies_at(*begin):
            self._selects = self._press is not None
            self.selector.begin(*begin, Grain.CHARACTER)
            self.selector.extend(*(end or self._points(self._mouse)))
        elif self._press is not None:
            self._press = self._mouse
            self._drag_pages()

    def _await_nothing(self) -> None:
        self._awaited = None

    def _select_from(self, position: QPointF, grain: Grain) -> None:
        self._selects = True
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.selector.begin(*self._points(position), grain)

    def _pull(self) -> None:
        """The mouse draws a selection out of the view: the pages follow."""
        y, bar = self._mouse.y(), self.verticalScrollBar()
        out = min(y, 0.0) + max(y - self.viewport().height(), 0.0)
        if not out or not self._selects:
            self._pulling.stop()
            return
        bar.setValue(bar.value() + round(out * PULL))
        self.selector.extend(*self._points(self._mouse))

    def _points(self, position: QPointF) -> PagePoint:
        """The page at a place of the view and the point on it."""
        layout, origin = self.layout_of_pages, self._origin()
        if layout is None:
            return 0, 0.0, 0.0
        return layout.to_points(position.x() + origin.x(), position.y() + origin.y())

    def _point(self, position: QPointF, *, asks: bool = True) -> None:
        """See what lies under the mouse; `asks`: the page's text is to be known for it."""
        found = self.event_at(position)
        link = self._link_at(position) if found is None else None
        shape = Qt.CursorShape.PointingHandCursor if found or link else Qt.CursorShape.ArrowCursor
        self.viewport().setToolTip(plain_tip(self._links.target(link)) if link else "")
        if found is None and link is None and self.layout_of_pages is not None:
            on_text = self.selector.text_lies_at(*self._points(position), asks=asks)
            shape = Qt.CursorShape.IBeamCursor if on_text else shape
        self.viewport().setCursor(shape)
        if (found.id if found else "") != self._session.hovered_id:
            self._session.hover_event(found.id if found else None)
            corner = self.viewport().mapToGlobal(position.toPoint()) - QPoint(4, 11)
            self.expression_pointed.emit(found.id if found else "", QRect(corner, POINTED_AREA))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a click or a drag; the side buttons go through the history."""
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            self.navigated.emit(-1 if event.button() == Qt.MouseButton.BackButton else 1)
        elif event.button() in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            self._press = self._mouse = event.position()
            self._awaited = None
            if event.button() == Qt.MouseButton.LeftButton:
                self._press_left(event)

    def _press_left(self, event: QMouseEvent) -> None:
        """With Shift the selection reaches to here; a third click takes the paragraph."""
        when, where = self._double_click
        soon = event.timestamp() - when <= QGuiApplication.styleHints().mouseDoubleClickInterval()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.selector.is_begun:
            self._selects = True
            self.selector.extend(*self._points(event.position()))
        elif soon and self.selector.is_there and (event.position() - where).manhattanLength() < DRAG_START:
            self._select_from(event.position(), Grain.PARAGRAPH)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A double click takes the word under it."""
        is_left = event.button() == Qt.MouseButton.LeftButton
        if not is_left or not self.layout_of_pages:
            self.mousePressEvent(event)
        elif self.selector.text_lies_at(*self._points(event.position())):
            self._press = self._mouse = event.position()
            self._double_click = (event.timestamp(), event.position())
            self._select_from(event.position(), Grain.WORD)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """The small menu on the page."""
        if self.layout_of_pages is None:
            return
        place = QPointF(event.pos())
        found, link = self.event_at(place), self._link_at(place)
        menu = page_menu(
            self,
            self._session.sentences,
            self.selector,
            self._points(place)[0],
            search=self.search_wanted.emit,
            show_in_timeline=(lambda: self._show_in_timeline(found)) if found is not None else None,
            address=link.address if link is not None else "",
        )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _link_at(self, position: QPointF) -> Link | None:
        return self._links.at(*self._points(position)) if self.layout_of_pages is not None else None

    def _follow(self, link: Link) -> None:
        """Go where a link leads in the document; what lies outside is another's to ask about."""
        if link.page_index is None:
            self.address_followed.emit(link.address)
        else:
            self._session.go_to(Place(link.page_index, link.top))

    def _show_in_timeline(self, event: Event) -> None:
        self.timeline_wanted.emit()
        self._session.select_event(event.id, ORIGIN)

    def select_all_on_page(self) -> None:
        """Select the text of the page one is at."""
        if self.layout_of_pages is not None:
            self.selector.select_page(self._session.page_index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press that did not drag is a click: on a dated expression it selects, elsewhere it lets go."""
        is_drag = self._dragged_from is not None or self._selects or self._awaited is not None
        was_click = self._press is not None and not is_drag
        if self._awaited is not None:
            self._awaited = self._awaited[0], self._points(event.position())
        self._press = self._dragged_from = None
        self._selects = False
        self._pulling.stop()
        if was_click and event.button() == Qt.MouseButton.LeftButton:
            self.selector.clear()
            found = self.event_at(event.position())
            link = self._link_at(event.position())
            if found is None and link is not None:
                self._follow(link)
            elif found is not None or self._session.selected_id:
                self._session.select_event(found.id if found else None, ORIGIN)
        self._point(event.position())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        self._session.hover_event(None)
        self.expression_pointed.emit("", QRect())
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Scroll; with Ctrl zoom at the mouse, with Shift scroll sideways."""
        modifiers = event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if self.layout_of_pages and event.angleDelta().y():
                factor = ZOOM_A_NOTCH ** (event.angleDelta().y() / NOTCH)
                self.zoom_to(self.scale * factor, event.position())
            event.accept()
            return
        way = QPointF(event.pixelDelta())  # a trackpad says pixels, a wheel angles
        if way.isNull():
            way = QPointF(event.angleDelta()) * (WHEEL_STEP / NOTCH)
        if modifiers & Qt.KeyboardModifier.ShiftModifier and not way.x():
            way = QPointF(way.y(), 0)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(way.x()))
        down.setValue(down.value() - round(way.y()))
        if self._selects:
            self.selector.extend(*self._points(event.position()))
        else:
            self._point(event.position(), asks=False)  # pages that only pass by are not read for it
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A ring shows the focus when a key brought it; with the mouse one knows where one is."""
        # Without a document it came by itself: what had it was put away in a narrow window.
        self._shows_focus = event.reason() in KEY_REASONS and self._session.document is not None
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        self._shows_focus = False
        self.viewport().update()
        super().focusOutEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The pages, and the ring of the focus."""
        super().paintEvent(event)
        if self._shows_focus:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self._theme.color("focus"), FOCUS_RING))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Two fingers on a trackpad zoom at their place."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
            and self.layout_of_pages
        ):
            self.zoom_to(self.scale * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    # ── the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See `page_keys`."""
        command = page_command_of(event)
        if event.key() == Qt.Key.Key_Escape and self.selector.is_there:
            self.selector.clear()
        elif command is None or self.layout_of_pages is None:
            super().keyPressEvent(event)
        else:
            self.carry_out(command)

    def carry_out(self, command: PageCommand) -> None:
        """Do what a key asks."""
        bar, screen = self.verticalScrollBar(), self.viewport().height() - KEPT_LINES
        match command:
            case PageCommand.LINE_UP | PageCommand.LINE_DOWN:
                bar.setValue(bar.value() + (LINE_STEP if command is PageCommand.LINE_DOWN else -LINE_STEP))
            case PageCommand.SCREEN_UP | PageCommand.SCREEN_DOWN:
                bar.setValue(bar.value() + (screen if command is PageCommand.SCREEN_DOWN else -screen))
            case PageCommand.LEFT | PageCommand.RIGHT:
                self._go_sideways(1 if command is PageCommand.RIGHT else -1)
            case PageCommand.PREVIOUS_PAGE | PageCommand.NEXT_PAGE:
                self.turn_page(1 if command is PageCommand.NEXT_PAGE else -1)
            case PageCommand.FIRST_PAGE | PageCommand.LAST_PAGE:
                self.jump_to(bar.minimum() if command is PageCommand.FIRST_PAGE else bar.maximum())
            case PageCommand.ZOOM_IN | PageCommand.ZOOM_OUT:
                self.zoom_step(1 if command is PageCommand.ZOOM_IN else -1)
            case PageCommand.PREVIOUS_DATED | PageCommand.NEXT_DATED:
                self._session.go_to_dated_paragraph(1 if command is PageCommand.NEXT_DATED else -1)

    def turn_page(self, step: int) -> None:
        """To the head of the next or previous page, or row; one begun is first gone back to its head."""
        place = self.place()
        into_page = step < 0 and place.top > 1  # as the page is shown, however it is turned
        row = self.rows.row_of(place.page_index) + (0 if into_page else step)
        self.show_page(self.rows.first_of(row))

    def _go_sideways(self, step: int) -> None:
        bar = self.horizontalScrollBar()
        if bar.maximum():
            bar.setValue(bar.value() + step * LINE_STEP)
        else:
            self.turn_page(-step if self.rows.in_pairs and self.rows.from_right else step)
