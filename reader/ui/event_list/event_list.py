"""The timeline as a list: the accessible face of the same events, with the switches of what is shown.

In: the session. Out: `select_event` and `hover_event` with the origin "list"; `event_pointed` for a card
beside the mouse.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.timeline.date_words import DateWords
from reader.timeline.model import EventKind
from reader.ui.chosen_rows import ChosenRows
from reader.ui.event_list.event_delegate import EventDelegate
from reader.ui.event_list.event_model import EventModel, Order
from reader.ui.margins import set_margins
from reader.ui.notice import worded
from reader.ui.painting_guard import outlives_faults
from reader.ui.plain_text import plain_label
from reader.ui.session import Session
from reader.ui.theme import Theme

ORIGIN = "list"
LOWEST_WITH_SWITCHES = 190  # pixels; in a lower list two dates are worth more than the switches


@outlives_faults
class EventRows(ChosenRows):
    """The rows; `left` when the mouse goes elsewhere."""

    left = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The chosen row stays in sight when its card takes room from the list."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse is elsewhere."""
        self.left.emit()
        super().leaveEvent(event)


@outlives_faults
class EventList(QWidget):
    """Head, switches and rows."""

    event_pointed = Signal(str, QRect)  # event id ("" for none), its row on the screen

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._say = session, theme, session.sentences
        words = DateWords(session.sentences)
        self.model = EventModel(session, words, self)
        self._delegate = EventDelegate(words, session.sentences, theme, self)
        self.rows = EventRows(self)
        self.title = QLabel(self._say("event_list.title"))
        self.count = QLabel()
        self.empty = plain_label()
        self.order_buttons = QButtonGroup(self)
        self.source_switch = self._switch(EventKind.SOURCE)
        self.issue_switch = self._switch(EventKind.ISSUE)
        self._is_pointed_at = False
        self._anchor = "", 0  # an event's id, and where on the screen its row begins
        self._is_behind = True  # the rows of the page in view are to come into sight when they are there
        self._build()
        self.rows.chosen.connect(self._choose)
        self.rows.stepped.connect(self._step)
        self.rows.clicked.connect(self._choose)
        self.rows.entered.connect(self._point)
        self.rows.left.connect(self._leave)
        self.model.renewing.connect(self._note_anchor)
        session.events_changed.connect(self._refresh)
        session.progress_changed.connect(self._refresh_empty)
        session.document_opened.connect(self._refresh)
        session.selection_changed.connect(self._show_selection)
        session.hover_changed.connect(self._show_hover)
        # Queued: the session says where the page is before it knows which events are in sight.
        session.place_changed.connect(self._follow, Qt.ConnectionType.QueuedConnection)
        session.events_changed.connect(self._catch_up, Qt.ConnectionType.QueuedConnection)
        theme.changed.connect(self._dress)
        self._dress()
        self._refresh()

    def _build(self) -> None:
        self.setObjectName("event_list")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title.setObjectName("pane_title")
        self.count.setObjectName("pane_count")
        head = QHBoxLayout()
        set_margins(head, 16, 10, 10, 2)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.count)
        head.addStretch(1)
        for number, order in enumerate(Order):
            button = QToolButton()
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setObjectName(f"sort_{order}")
            button.setToolTip(self._say(f"event_list.sort_{order}"))
            button.setAccessibleName(self._say(f"event_list.sort_{order}"))
            button.setChecked(order is Order.TIME)
            self.order_buttons.addButton(button, number)
            head.addWidget(button)
        self.order_buttons.idClicked.connect(self._sort)
        switches = self._switches = QHBoxLayout()
        set_margins(switches, 16, 2, 10, 8)
        switches.setSpacing(6)
        switches.addWidget(self.source_switch)
        switches.addWidget(self.issue_switch)
        switches.addStretch(1)

        self.rows.setModel(self.model)
        self.rows.setItemDelegate(self._delegate)
        self.rows.setUniformItemSizes(True)
        self.rows.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.rows.setMouseTracking(True)
        self.rows.setFrameShape(QListView.Shape.NoFrame)
        self.rows.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(self._say("event_list.name"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(28)
        self.empty.setObjectName("empty_state")
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(switches)
        column.addLayout(self._stack, 1)
        self.setFocusProxy(self.rows)
        self.setMinimumWidth(220)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The switches stand beside each other where both have room for their words."""
        super().resizeEvent(event)
        self._arrange_switches()
        QTimer.singleShot(0, self, self._catch_up)  # made after the dates were found, it has its size now

    def _arrange_switches(self) -> None:
        is_high = self.height() >= LOWEST_WITH_SWITCHES
        for kind, button in ((EventKind.SOURCE, self.source_switch), (EventKind.ISSUE, self.issue_switch)):
            button.setVisible(is_high and self._session.count(kind) > 0)
        room, margins = self.width(), self._switches.contentsMargins()
        shown = [each for each in (self.source_switch, self.issue_switch) if not each.isHidden()]
        needed = sum(each.sizeHint().width() + self._switches.spacing() for each in shown)
        fits = needed + margins.left() + margins.right() <= room
        directions = QBoxLayout.Direction
        self._switches.setDirection(directions.LeftToRight if fits else directions.TopToBottom)

    def _switch(self, kind: EventKind) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setObjectName("chip")
        button.setChecked(self._session.shows(kind))
        button.clicked.connect(lambda shown: self._session.show_kind(kind, shown=shown))
        return button

    def _dress(self) -> None:
        for number, order in enumerate(Order):
            self.order_buttons.button(number).setIcon(self._theme.icon(f"sort_{order}"))
        self.rows.viewport().update()

    # ── what the session says

    def _refresh(self) -> None:
        session = self._session
        for kind, button in ((EventKind.SOURCE, self.source_switch), (EventKind.ISSUE, self.issue_switch)):
            count, shown = session.count(kind), session.shows(kind)
            state = "shown" if shown else "hidden"
            button.setText(self._say(f"event_list.{kind.value}_{state}", count=count))
            button.setToolTip(self._say(f"event_list.{kind.value}_switch"))
            button.setChecked(shown)
        self._arrange_switches()
        self.count.setText(str(self.model.rowCount()) if self.model.rowCount() else "")
        self._refresh_empty()
        seen = self.rows.verticalScrollBar().value()
        self._show_selection(session.selected_id, ORIGIN)
        self.rows.verticalScrollBar().setValue(seen)
        self._stay()

    def _note_anchor(self) -> None:
        """Rows arrive while one reads the list: the chosen one in sight, or the first, is to stay there.

        A list that shows the page in view, or could not yet, goes on showing it.
        """
        rows = self._rows_in_view()
        self._is_behind |= not rows or self._is_any_in_sight(rows)
        chosen = self.rows.currentIndex()
        if not self.rows.viewport().rect().intersects(self.rows.visualRect(chosen)):
            is_at_top = self.rows.verticalScrollBar().value() == 0
            chosen = QModelIndex() if is_at_top else self.rows.indexAt(QPoint(0, 0))
        if chosen.isValid():
            self._anchor = self.model.event_at(chosen.row()).id, self.rows.visualRect(chosen).top()
        else:
            self._anchor = "", 0

    def _stay(self) -> None:
        """See `_note_anchor`."""
        event_id, top = self._anchor
        if (row := self.model.row_of(event_id)) is not None:
            self.rows.doItemsLayout()
            moved = self.rows.visualRect(self.model.index(row)).top() - top
            self.rows.verticalScrollBar().setValue(self.rows.verticalScrollBar().value() + moved)

    def _refresh_empty(self) -> None:
        """Rows, or why there are none."""
        is_empty = not self.model.rowCount()
        if is_empty:
            self.empty.setText(self._why_empty())
        self._stack.setCurrentWidget(self.empty if is_empty else self.rows)

    def _why_empty(self) -> str:
        """Why there is nothing to see, and what can be done about it."""
        pictures, timeline = self._session.recognition, self._session.timeline
        emptiness = self._emptiness()
        if timeline and timeline.pages_without_text and emptiness in ("no_text", "no_dates"):
            if pictures.hindrance is not None:
                return worded(self._say, pictures.hindrance)
            if not pictures.is_wanted:
                setting = self._say("ocr.setting").replace("&", "")
                count = len(timeline.pages_without_text)
                return self._say("event_list.empty_not_recognised", count=count, setting=setting)
        return self._say(f"event_list.empty_{emptiness}")

    def _emptiness(self) -> str:
        """As the end of a sentence's key."""
        session = self._session
        if session.document is None:
            return "no_document"
        if session.is_reading:
            return "reading"
        if session.count(EventKind.SOURCE) or session.count(EventKind.ISSUE):
            return "hidden"
        if session.recognition.is_running:
            return "recognising"
        timeline = session.timeline
        is_blank = timeline and len(timeline.pages_without_text) >= session.pages.count
        return "given_up" if session.was_given_up else "no_text" if is_blank else "no_dates"

    def _show_selection(self, event_id: str, _origin: str) -> None:
        row = self.model.row_of(event_id)
        if row is None:
            self.rows.setCurrentIndex(QModelIndex())
            self.rows.clearSelection()
            return
        index = self.model.index(row)
        if self.rows.currentIndex() != index:
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)

    def _follow(self) -> None:
        """The rows of the paragraphs on the screen come into sight, unless the mouse is on the list."""
        rows = self._rows_in_view()
        if rows and not self._is_pointed_at and not self._is_any_in_sight(rows):
            self.rows.scrollTo(self.model.index(rows[0]))

    def _catch_up(self) -> None:
        """Rows have come. A document opened at its beginning is listed from its earliest date on."""
        rows = self._rows_in_view()
        if self._is_behind and rows:
            self._is_behind = False
            if self._session.page_index > 0 and not self.rows.currentIndex().isValid():
                self._follow()

    def _rows_in_view(self) -> list[int]:
        """The rows of the paragraphs on the screen."""
        found = (self.model.row_of(event_id) for event_id in self._session.visible_ids)
        return sorted(row for row in found if row is not None)

    def _is_any_in_sight(self, rows: Iterable[int]) -> bool:
        seen = self.rows.viewport().rect()
        return any(seen.intersects(self.rows.visualRect(self.model.index(row))) for row in rows)

    def _show_hover(self, event_id: str) -> None:
        self._delegate.hovered_id = event_id
        self.rows.viewport().update()

    # ── what a person does

    def _choose(self, index: QModelIndex) -> None:
        self._session.select_event(self.model.event_at(index.row()).id, ORIGIN)

    def _step(self, index: QModelIndex) -> None:
        self._session.select_event(self.model.event_at(index.row()).id, ORIGIN, is_step=True)

    def _sort(self, number: int) -> None:
        self.model.sort_by(tuple(Order)[number])
        self._show_selection(self._session.selected_id, ORIGIN)

    def _point(self, index: QModelIndex) -> None:
        self._is_pointed_at = True
        event_id = self.model.event_at(index.row()).id
        self._session.hover_event(event_id)
        row = self.rows.visualRect(index)
        self.event_pointed.emit(event_id, QRect(self.rows.viewport().mapToGlobal(row.topLeft()), row.size()))

    def _leave(self) -> None:
        self._is_pointed_at = False
        self._session.hover_event(None)
        self.event_pointed.emit("", QRect())
