"""The plot with events on it: where each stands in the present view, and what lies under a point.

In: events, what is to be set off, the days the visible text speaks of. Out: `laid_out` after each new
picture, and answers to "what is here?". Knows no session.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSignalBlocker, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from reader.timeline.date_words import DateWords
from reader.timeline.density import event_spans
from reader.timeline.event_table import EventTable, table_of
from reader.timeline.model import Event, EventId, EventKind
from reader.timeline.page_events import HIJRI, HIJRI_CALENDARS
from reader.timeline.scale import TimeScale, cluster, fitted
from reader.ui.theme import Theme
from reader.ui.timeline_view.event_items import EventItem
from reader.ui.timeline_view.event_layout import MOST_LABELS, EventLayout, LastRows, Room, lay_out
from reader.ui.timeline_view.label_texts import LabelTexts
from reader.ui.timeline_view.span_item import SpanItem
from reader.ui.timeline_view.time_axis import TimeAxis
from reader.ui.timeline_view.time_plot import TimePlot

ROOMY = 300  # pixels of plot from which labels have two lines
CROWD = 30.0  # height of the crowd band in a roomy view
LOW_CROWD = 17.0
SOURCE_LANE = 18.0
SOURCE_REACH = 5.0  # pixels from a source's tick that still count as it


class EventPlot(TimePlot):
    """Events in rows over time, sources in a lane of their own."""

    laid_out = Signal()

    def __init__(self, theme: Theme, words: DateWords, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(TimeAxis(theme, words, font), theme, parent)
        self.spans = self.sources = event_spans(())
        self._keeps_crowd_band = False
        self._last_rows = LastRows()
        self.item = EventItem(theme, LabelTexts(words, font))
        self.span_item = SpanItem(theme)
        self.span_item.setParentItem(self.box)
        self.item.setParentItem(self.box)
        self.view_changed.connect(self.lay_out)
        self.box_resized.connect(self.settle)

    # ── what is to be shown

    def set_events(self, events: Sequence[Event], *, whole: bool = False) -> None:
        """Show these from now on, `whole` all their days; headers and what has no day are left out."""
        table = table_of(events)
        self.sources = event_spans(table.of_kinds([EventKind.SOURCE]))
        self.spans = event_spans(table.of_kinds([EventKind.EVENT, EventKind.ISSUE]))
        self.item.labels.set_events(self.spans.events)
        self._last_rows = LastRows()
        self.item.hovered_in_crowd = None
        self.axis.show_calendar(second_calendar(table))
        if (bounds := self.bounds()) is not None:
            self.set_bounds(*bounds)
            if whole:
                with QSignalBlocker(self):  # they are arranged once, below
                    self.show_scale(fitted(*bounds, self.scale.width))
        self.settle()

    def settle(self) -> None:
        """Find out whether all events find a row at this size, or whether a crowd band is wanted."""
        self._keeps_crowd_band = False
        if self.spans.events:
            everything = fitted(*self.spans.bounds, self.scale.width)
            # Of more than are ever labelled some find no row: to arrange them for that was half of the work
            # that the window has while a document is read.
            is_crowded = self.spans.count(everything) > MOST_LABELS
            self._keeps_crowd_band = is_crowded or self._arranged(everything).crowd > 0
        self.lay_out()

    def bounds(self) -> tuple[float, float] | None:
        """First and last day of all that is shown, sources too; None when there is nothing."""
        known = [spans.bounds for spans in (self.spans, self.sources) if spans.events]
        return (min(first for first, _ in known), max(last for _, last in known)) if known else None

    def everything(self) -> TimeScale | None:
        """The scale that shows all."""
        bounds = self.bounds()
        return None if bounds is None else fitted(*bounds, self.scale.width)

    def cluster(self) -> TimeScale | None:
        """The scale that shows where most dates lie."""
        if not self.spans.events:
            return None
        first, last = cluster(self.spans.first.tolist())
        return fitted(first, last + 1, self.scale.width)

    def select(self, event_id: EventId) -> None:
        """Set the selected event off, and give it a row whatever the crowd."""
        self.item.emphasis.selected = event_id
        self.lay_out()

    def hover(self, event_id: EventId) -> None:
        """Set off the event under the mouse."""
        self.item.emphasis.hovered = event_id
        index, layout = self._index_of(event_id), self.item.layout
        has_row = index is None or layout is None or layout.find(index) is not None
        self.item.hovered_in_crowd = None if has_row else index
        self.item.update()

    def show_span(self, span: tuple[int, int] | None, on_page: frozenset[EventId]) -> None:
        """The days the text on screen speaks of, and its events."""
        if span != self.span_item.span:
            self.span_item.show_span(span)
        if on_page != self.item.emphasis.on_page:
            self.item.emphasis.on_page = on_page
            self.item.update()

    # ── the picture

    def room(self) -> Room:
        """The space the plot has."""
        height = self.height_of_box
        two_lines = height >= ROOMY
        crowd = (CROWD if two_lines else LOW_CROWD) if self._keeps_crowd_band else 0.0
        row_height = self.item.labels.row_height(two_lines=two_lines)
        return Room(
            self.scale.width,
            height,
            row_height,
            two_lines,
            crowd,
            SOURCE_LANE if self.sources.events else 0.0,
        )

    def lay_out(self) -> None:
        """Place everything anew for the days in view."""
        if self.bounds() is None:
            self.item.show_nothing()
            return
        scale = self.scale
        layout = self._arranged(scale)
        if layout.crowd and not self._keeps_crowd_band:
            self._keeps_crowd_band = True  # until `settle`: a band that came and went would move the rows
            layout = self._arranged(scale)
        self._last_rows.remember(layout)
        ticks = self.axis.show_scale(scale)
        self.item.show_layout(layout, self.spans, self.sources, ticks)
        self.span_item.show_scale(scale, layout.room.height)
        self.laid_out.emit()

    def _arranged(self, scale: TimeScale) -> EventLayout:
        room = self.room()
        return lay_out(
            self.spans,
            scale,
            room,
            lambda index: self.item.labels.width(index, two_lines=room.two_lines),
            selected=self._index_of(self.item.emphasis.selected),
            kept=self._last_rows.kept_for(scale, room),
        )

    # ── what is here?

    def events_at(self, place: QPointF) -> tuple[Event, ...]:
        """The events under a pixel of the plot: one with a row, a source, or all of a crowd's column."""
        layout = self.item.layout
        if layout is None or self.bounds() is None or not 0 <= place.y() <= layout.room.height:
            return ()
        if place.y() >= layout.room.height - layout.room.source_height:
            return self._sources_at(place.x())
        placed = layout.placed_at(place.x(), place.y())
        if placed is not None:
            return (self.spans.events[placed.index],)
        if place.y() < layout.room.rows_top:
            return tuple(self.spans.events[index] for index in self.item.crowd_at(place.x()))
        return ()

    def place_of(self, event_id: EventId) -> QPointF | None:
        """The pixel of an event's mark, None when it has no row in the present view."""
        layout, index = self.item.layout, self._index_of(event_id)
        placed = layout.find(index) if layout is not None and index is not None else None
        if layout is None or placed is None:
            return None
        return QPointF((placed.start + placed.end) / 2, layout.top_of(placed) + layout.room.row_height / 2)

    def _index_of(self, event_id: EventId) -> int | None:
        return self.spans.events.index_of(event_id) if event_id else None

    def _sources_at(self, x: float) -> tuple[Event, ...]:
        scale = self.scale
        near = scale.day_at(x - SOURCE_REACH), scale.day_at(x + SOURCE_REACH)
        touching = self.sources.between(*near).tolist()
        return tuple(self.sources.events[index] for index in touching)


def second_calendar(events: EventTable) -> str:
    """The Hijri calendar the document dates by, "" when it does not."""
    having = events.having(events.column("flags") & HIJRI != 0)[:1]
    dates = (date for event in having for date in (event.date, *event.other_dates))
    return next((date.calendar for date in dates if date.calendar.startswith(HIJRI_CALENDARS)), "")
