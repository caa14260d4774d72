"""The timeline view: events of the session over time, kept in step with every other view.

In: `session.events`, its selection, hover and visible span. Out: `select_event` and `hover_event` with the
origin "timeline". The view stays where its reader put it; it moves by itself only when a selection or the
text on screen would otherwise be out of sight.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolTip, QWidget

from reader.sentences import Sentences
from reader.timeline.date_words import DateWords
from reader.timeline.density import days_of
from reader.timeline.model import Event, EventKind
from reader.timeline.scale import fitted
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.timeline_view.crowd_choice import MOST_CHOICES, offer
from reader.ui.timeline_view.event_card import card_html
from reader.ui.timeline_view.event_plot import EventPlot
from reader.ui.timeline_view.overview import Overview
from reader.ui.timeline_view.timeline_bar import TimelineBar
from reader.ui.timeline_view.timeline_keys import Command, command_of, neighbour

ORIGIN = "timeline"
HIDEABLE = (EventKind.SOURCE, EventKind.ISSUE)
TALL = 330  # pixels from which the overview and a bar over the plot cost no rows that are missed
CARD_DELAY = 350  # ms of rest before the card shows: a mouse passing by is no question
FOLLOW_DELAY = 150  # ms of rest in scrolling before the view follows
# Events that the plot takes in within 20 ms; 180,000 took it 50 ms right after the session's own 35.
MANY = 50_000
KEY_STEP = 90.0  # pixels that Ctrl+arrow moves the view
ZOOM_A_KEY = 0.6
YEARS_SUFFICE = 800  # days in view from which the bar names years, not months


KEY_REASONS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


@outlives_faults
class TimelineView(QWidget):
    """A bar, the plot and an overview strip."""

    def __init__(
        self, session: Session, sentences: Sentences, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._sentences, self._theme = session, sentences, theme
        self._words = DateWords(sentences)
        self._is_held = False  # the reader has chosen what to see; nothing is fitted any more
        self._pointed_at: QPointF | None = None
        self.bar = TimelineBar(sentences, theme)
        self.plot = EventPlot(theme, self._words, self.font())
        self.overview = Overview(theme)
        self.empty = QLabel(self.plot)
        self.chooser = QMenu(self)
        self._card_timer = QTimer(self, singleShot=True, interval=CARD_DELAY)
        self._follow_timer = QTimer(self, singleShot=True, interval=FOLLOW_DELAY)
        self._taking_timer = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._take_theme()
        self._take_events()
        self._show_on_page()  # of a document read before all is known by now, and nothing more is told

    def _build(self) -> None:
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.bar, 0, 0)
        grid.addWidget(self.plot, 1, 0)
        grid.addWidget(self.overview, 2, 0)
        grid.setRowStretch(1, 1)
        grid.setColumnStretch(0, 1)
        self.setMinimumSize(160, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self._sentences("timeline_view.name"))
        self.setAccessibleDescription(self._sentences("timeline_view.description"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(24)
        self.empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _connect(self) -> None:
        session, plot, bar = self._session, self.plot, self.bar
        session.events_changed.connect(self._take_events_in_turn)
        self._taking_timer.timeout.connect(self._take_events)
        session.document_opened.connect(self._start_anew)
        session.document_closed.connect(self._start_anew)
        session.reading_finished.connect(self._show_emptiness)
        session.selection_changed.connect(self._show_selection)
        session.hover_changed.connect(plot.hover)
        session.visible_span_changed.connect(self._show_span)
        # Queued: the session says where the page is before it knows which events are in sight.
        for told in (session.place_changed, session.events_changed):
            told.connect(self._show_on_page, Qt.ConnectionType.QueuedConnection)
        plot.laid_out.connect(self._show_view)
        plot.moved_by_hand.connect(self._hold)
        plot.clicked.connect(self._click)
        plot.double_clicked.connect(self._double_click)
        plot.pointed.connect(self._point)
        bar.zoomed_in.connect(lambda: self.zoom(ZOOM_A_KEY))
        bar.zoomed_out.connect(lambda: self.zoom(1 / ZOOM_A_KEY))
        bar.fit_all_wanted.connect(self.fit_all)
        bar.fit_cluster_wanted.connect(self.fit_cluster)
        bar.fit_selection_wanted.connect(self.fit_selection)
        bar.sources_switched.connect(lambda shown: session.show_kind(EventKind.SOURCE, shown=shown))
        self.overview.moved_to.connect(self._centre_on)
        self._card_timer.timeout.connect(self._show_card)
        self._follow_timer.timeout.connect(self._follow_span)
        self._theme.changed.connect(self._take_theme)

    # ── what the session says

    def _start_anew(self) -> None:
        self._is_held = False
        self._take_events()

    def _take_events_in_turn(self) -> None:
        """Many events are taken in the next turn of the loop: the session alone holds it long enough."""
        if len(self._session.events) > MANY:
            self._taking_timer.start()
        else:
            self._take_events()

    def _take_events(self) -> None:
        """New events, or others after a filter."""
        self._taking_timer.stop()
        session = self._session
        was_in_view = self.plot.place_of(session.selected_id) is not None
        self.plot.item.emphasis.selected = session.selected_id
        self.plot.set_events(session.events, whole=not self._is_held)
        days = self._selected_days()
        if was_in_view and days is not None and not self._is_in_view(days):
            self._bring(days)  # it is dated otherwise now
        self.overview.show_events(self.plot.spans)
        self.bar.show_sources(session.count(EventKind.SOURCE), shown=session.shows(EventKind.SOURCE))
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        is_empty = self.plot.bounds() is None
        self.empty.setVisible(is_empty)
        self.plot.show_axis(shown=not is_empty)
        self.overview.setVisible(not is_empty and self.height() >= TALL)
        say, session = self._sentences, self._session
        if session.document is not None and not session.is_reading:
            hidden = [kind for kind in HIDEABLE if session.count(kind) and not session.shows(kind)]
            hints = [say(f"event_list.{kind.value}_hidden", count=session.count(kind)) for kind in hidden]
            if session.was_given_up:
                hints.append(say("event_list.empty_given_up"))
            title, hint = say("timeline_view.none"), " · ".join(hints)
        else:
            state = "reading" if session.is_reading else "nothing"
            title, hint = say(f"timeline_view.{state}"), say(f"timeline_view.{state}_hint")
        self.empty.setText(f"<p style='font-weight:600'>{title}</p><p>{hint}</p>")
        self._show_view()

    def _show_selection(self, event_id: str, _origin: str) -> None:
        self._card_timer.stop()
        QToolTip.hideText()
        event = self._session.event_of(event_id)
        days = days_of(event) if event is not None else None
        description = self._sentences("timeline_view.description")
        if event is not None and days is not None:
            date = self._words.date(event.date)
            description = self._sentences("timeline_view.selected", date=date, label=event.label)
            if not self._is_in_view(days):
                self._is_held = True
                self._bring(days)
        self.plot.select(event_id)
        self.setAccessibleDescription(description)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self._show_view()

    def _show_span(self, _span: object) -> None:
        self._show_on_page()
        self._follow_timer.start()

    def _show_on_page(self) -> None:
        self.plot.show_span(self._session.visible_span, self._session.visible_ids)

    def _follow_span(self) -> None:
        """The text on screen speaks of days out of view: go there, as far as needed."""
        span = self._session.visible_span
        if span is not None and self.plot.spans.events and not self._is_in_view(span):
            self._bring(span)

    def _is_in_view(self, days: tuple[int, int]) -> bool:
        goal = self.plot.goal()
        return goal.first < days[1] + 1 and days[0] < goal.last

    def _bring(self, days: tuple[int, int]) -> None:
        self.plot.fly_to(self.plot.goal().showing(days[0], days[1] + 1))

    # ── what the reader sees

    def _take_theme(self) -> None:
        self.plot.setBackground(self._theme.color("surface"))
        self.empty.setStyleSheet(f"color: {self._theme.css('text_muted')}")
        self.plot.axis.update()
        self.plot.item.update()
        self.overview.update()

    def _show_view(self) -> None:
        """Say in the bar what is in view, and show it in the overview."""
        layout = self.plot.item.layout
        if self.plot.bounds() is None or layout is None:
            self.bar.show_text("")
            self.bar.set_possible(any_event=False, selection=False, cluster=False)
            return
        scale = self.plot.scale
        self.overview.show_view(scale)
        in_view = layout.count + self.plot.sources.count(scale)
        bounds = self.plot.bounds() or (scale.first, scale.last)
        ends = max(scale.first, bounds[0]), min(scale.last, bounds[1] - 1)
        first, last = (self._words.rough(day, in_years=scale.span > YEARS_SUFFICE) for day in ends)
        period = first if first == last else self._sentences("timeline_view.range", first=first, last=last)
        count = self._sentences("timeline_view.dates", count=in_view)
        self.bar.show_text(f"{period}  ·  {count}")
        self.bar.set_possible(any_event=True, selection=self._selected_days() is not None, cluster=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A low strip goes without overview and has its bar beside it."""
        super().resizeEvent(event)
        is_low = self.height() < TALL
        self._grid.removeWidget(self.bar)
        self._grid.addWidget(self.bar, *((1, 1) if is_low else (0, 0)))
        self.bar.stand(upright=is_low)
        self.overview.setVisible(self.plot.bounds() is not None and self.height() >= TALL)
        self._grid.activate()
        self.empty.setGeometry(self.plot.rect())
        everything = self.plot.everything()
        if everything is not None and not self._is_held:
            self.plot.show_scale(everything)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing goes on unseen."""
        self._card_timer.stop()
        self._follow_timer.stop()
        QToolTip.hideText()
        super().hideEvent(event)

    # ── what the reader does

    def fit_all(self) -> None:
        """Show all dates."""
        self._is_held = False
        if (everything := self.plot.everything()) is not None:
            self.plot.fly_to(everything)

    def fit_cluster(self) -> None:
        """Show where most dates lie."""
        if (scale := self.plot.cluster()) is not None:
            self._hold()
            self.plot.fly_to(scale)

    def fit_selection(self) -> None:
        """Show the selected date and its surroundings."""
        if (days := self._selected_days()) is not None:
            self._hold()
            self.plot.fly_to(fitted(days[0], days[1] + 1, self.plot.scale.width))

    def zoom(self, factor: float) -> None:
        """Show `factor` times as many days, around the selected event where that is in view."""
        self._hold()
        place = self.plot.place_of(self._session.selected_id)
        self.plot.zoom(factor, None if place is None else place.x())

    def _hold(self) -> None:
        self._is_held = True

    def _centre_on(self, day: float) -> None:
        self._hold()
        scale = self.plot.scale
        self.plot.show_scale(scale.moved((day - (scale.first + scale.last) / 2) / scale.days_per_pixel))

    def _selected_days(self) -> tuple[int, int] | None:
        event = self._session.event_of(self._session.selected_id)
        return None if event is None else days_of(event)

    def _click(self, place: QPointF) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        events = self.plot.events_at(place)
        if len(events) == 1:
            self._select(events[0])
        elif events:
            self._open_crowd(events, place)

    def _select(self, event: Event) -> None:
        self._session.select_event(event.id, ORIGIN)

    def _open_crowd(self, events: tuple[Event, ...], place: QPointF) -> None:
        """Many at one place: few are offered for choice, into many one zooms where that tells them apart."""
        days = [day for event in events for day in days_of(event) or ()]
        nearer = fitted(min(days), max(days) + 1, self.plot.scale.width)
        if len(events) > MOST_CHOICES and nearer.span < self.plot.scale.span / 2:
            self._hold()
            self.plot.fly_to(nearer)
            return
        offer(self.chooser, events, self._words, self._sentences, self._select)
        self.chooser.popup(self.plot.global_place(place))

    def _double_click(self, place: QPointF) -> None:
        events = self.plot.events_at(place)
        if not events:
            self.fit_all()
        elif len(events) == 1:
            self.fit_selection()

    def _point(self, place: QPointF | None) -> None:
        events = () if place is None else self.plot.events_at(place)
        self.plot.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if events else Qt.CursorShape.ArrowCursor
        )
        hovered = events[0].id if len(events) == 1 else None
        if (hovered or "") != self._session.hovered_id:
            QToolTip.hideText()
            self._session.hover_event(hovered)
        self._pointed_at = place
        if events:
            self._card_timer.start()
        else:
            self._card_timer.stop()

    def _show_card(self) -> None:
        place = self._pointed_at
        events = () if place is None else self.plot.events_at(place)
        if not events or place is None:
            return
        if len(events) == 1:
            text = card_html(events[0], self._words, self._sentences, self._theme)
        else:
            count = self._sentences("timeline_view.crowd", count=len(events))
            text = f"<b>{count}</b><br>{self._sentences('timeline_view.more_hint')}"
        QToolTip.showText(self.plot.global_place(place) + QPoint(8, 12), text, self.plot)

    # ── the keyboard: one tab stop

    def _carry_out(self, command: Command) -> None:
        selected = self._session.selected_id
        match command:
            case Command.PREVIOUS | Command.NEXT:
                step = 1 if command is Command.NEXT else -1
                self._step_to(neighbour(self._session.events, selected, step))
            case Command.FIRST | Command.LAST:
                self._step_to(neighbour(self._session.events, "", 1 if command is Command.FIRST else -1))
            case Command.GO_TO_PARAGRAPH:
                self._session.select_event(selected, ORIGIN)
            case Command.ZOOM_IN | Command.ZOOM_OUT:
                self.zoom(ZOOM_A_KEY if command is Command.ZOOM_IN else 1 / ZOOM_A_KEY)
            case Command.EARLIER | Command.LATER:
                self._hold()
                self.plot.move_by(KEY_STEP if command is Command.LATER else -KEY_STEP)
            case Command.FIT_ALL:
                self.fit_all()
            case Command.FIT_CLUSTER:
                self.fit_cluster()
            case Command.FIT_SELECTION:
                self.fit_selection()

    def _step_to(self, event: Event | None) -> None:
        if event is not None:
            self._session.select_event(event.id, ORIGIN, is_step=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """See `timeline_keys`."""
        command = command_of(event.key(), event.modifiers())
        if command is None:
            super().keyPressEvent(event)
        else:
            self._carry_out(command)

    def event(self, event: QEvent) -> bool:
        """The keys of the timeline win over the window's shortcuts while it has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:  # noqa: SIM102 - types
            if command_of(event.key(), event.modifiers()) is not None:
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """A ring shows the focus when a key brought it; with the mouse one knows where one is."""
        self.plot.item.show_focus(shown=event.reason() in KEY_REASONS)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The ring goes."""
        self.plot.item.show_focus(shown=False)
        super().focusOutEvent(event)
