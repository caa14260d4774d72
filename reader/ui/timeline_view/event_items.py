"""All events of the view in one item and one paint: rows of marks with labels, the crowd, the source lane.

In: an `EventLayout` for the events, sorted spans for the sources, the ticks of the axis. Out: ink. One item
for each event stops being fluent at 100 events (pyqtgraph, measured), so there is one for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem as StyleOption
from PySide6.QtWidgets import QWidget

from reader.timeline.density import BIN_WIDTH, EventSpans, Ints, columns
from reader.timeline.model import Event, EventId, EventKind
from reader.timeline.ticks import AxisTicks
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.theme import Theme
from reader.ui.timeline_view.crowd import Chip, chips
from reader.ui.timeline_view.event_layout import EventLayout, PlacedEvent, mark_of
from reader.ui.timeline_view.label_texts import LabelColors, LabelTexts
from reader.ui.timeline_view.marks import Ink, draw_mark
from reader.ui.timeline_view.plot_parts import GraphicsObject

SOURCE_TICK = 7.0  # height of a source's tick
MOST_SOURCE_TICKS = 400  # more are drawn as columns
COLUMN = BIN_WIDTH - 1.0  # width of a column of the crowd
COLUMN_OPACITY = 0.6
ISSUE_LINE_OPACITY = 0.45  # it runs through labels
UNDER_BRACKET = 3.0  # where the lines of the grid begin: they would cut the reading cursor
STEM_PAIR = 24.0  # pixels from which both ends of a bar get their own stem
FOCUS_RING = 2.0
CHIP_HEIGHT, CHIP_TEXT = 15.0, 11  # pixels
PILL = 5.0  # around a selected or hovered label


@dataclass(slots=True)
class Emphasis:
    """What is set off: the selection, what lies under the mouse, what stands on the visible pages."""

    selected: EventId = ""
    hovered: EventId = ""
    on_page: frozenset[EventId] = field(default_factory=frozenset)


@outlives_faults
class EventItem(GraphicsObject):
    """Draws in pixels of the view box, whose child it is."""

    def __init__(self, theme: Theme, labels: LabelTexts) -> None:
        super().__init__()
        self._theme = theme
        self.labels = labels
        self.layout: EventLayout | None = None
        self.spans: EventSpans | None = None
        self.sources: EventSpans | None = None
        self.ticks = AxisTicks((), (), ())
        self.chips: tuple[Chip, ...] = ()
        self.emphasis = Emphasis()
        self.has_focus_ring = False
        self.hovered_in_crowd: int | None = None
        self.setZValue(10)

    def show_layout(
        self, layout: EventLayout, spans: EventSpans, sources: EventSpans | None, ticks: AxisTicks
    ) -> None:
        """Draw this from now on."""
        self.prepareGeometryChange()
        self.layout, self.spans, self.sources, self.ticks = layout, spans, sources, ticks
        self.chips = chips(layout, spans)
        self.update()

    def show_nothing(self) -> None:
        """Draw nothing: the labels of a layout are those of its own events and of no others."""
        self.prepareGeometryChange()
        self.layout, self.spans, self.sources, self.chips = None, None, None, ()
        self.update()

    def show_focus(self, *, shown: bool) -> None:
        """Draw a ring around the plot, or none."""
        self.has_focus_ring = shown
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The whole plot."""
        room = self.layout.room if self.layout else None
        return QRectF(0, 0, room.width, room.height) if room else QRectF()

    @guarded
    def paint(self, painter: QPainter, _option: StyleOption, _widget: QWidget | None = None) -> None:
        """Everything, from the ground up."""
        layout, spans = self.layout, self.spans
        if layout is None or spans is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._draw_grid(painter, layout)
        self._draw_crowd(painter, layout, spans)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_issue_lines(painter, layout, spans)
        if self.sources is not None and layout.room.source_height:
            self._draw_sources(painter, layout, self.sources)
        if self.hovered_in_crowd is not None:
            self._draw_needle(painter, layout, spans, self.hovered_in_crowd)
        for placed in layout.placed:
            self._draw_event(painter, layout, placed, spans.events[placed.index])
        if self.has_focus_ring:
            painter.setPen(QPen(self._theme.color("focus"), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.boundingRect().adjusted(2, 2, -2, -2), 4, 4)

    def _draw_grid(self, painter: QPainter, layout: EventLayout) -> None:
        height = layout.room.height
        painter.setPen(QPen(self._theme.color("grid"), 1))
        painter.drawLines(
            [_upright(layout.scale.place(tick.day), UNDER_BRACKET, height) for tick in self.ticks.labelled]
        )
        painter.setPen(QPen(self._theme.color("border"), 1))
        painter.drawLines(
            [
                _upright(layout.scale.place(tick.day), UNDER_BRACKET, height)
                for tick in self.ticks.context
                if tick.day > layout.scale.first
            ]
        )

    def _draw_crowd(self, painter: QPainter, layout: EventLayout, spans: EventSpans) -> None:
        """Chips that say how many; for very many, columns that hang from the axis."""
        if not layout.crowd:
            return
        if self.chips:
            self._draw_chips(painter, layout.room.crowd_height)
            return
        height = max(layout.room.crowd_height, PILL)
        counts = spans.counts(layout.scale, [placed.index for placed in layout.placed])
        color = self._theme.color("event")
        color.setAlphaF(COLUMN_OPACITY)
        _draw_columns(painter, counts, height, 0.0, color)

    def _draw_chips(self, painter: QPainter, height: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.labels.date_font)
        font.setPixelSize(CHIP_TEXT)
        painter.setFont(font)
        top = max(0.0, (height - CHIP_HEIGHT) / 2) + 1
        for chip in self.chips:
            box = QRectF(chip.extent.start, top, chip.extent.end - chip.extent.start, CHIP_HEIGHT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("event"))
            painter.drawRoundedRect(box, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
            painter.setPen(self._theme.color("surface"))
            # The mark keeps "+" before the number in a window that runs from right to left (UAX 9).
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"\u200e{chip.text}")

    def _draw_needle(self, painter: QPainter, layout: EventLayout, spans: EventSpans, index: int) -> None:
        """Where in the crowd the event lies that is pointed at in another view."""
        mark = mark_of(spans, index, layout.scale)
        painter.setPen(QPen(self._theme.color("accent"), FOCUS_RING))
        place = (mark.start + mark.end) / 2
        painter.drawLine(QLineF(place, 0, place, layout.room.rows_top))

    def _draw_issue_lines(self, painter: QPainter, layout: EventLayout, spans: EventSpans) -> None:
        color = self._theme.color("issue")
        color.setAlphaF(ISSUE_LINE_OPACITY)
        painter.setPen(QPen(color, 1, Qt.PenStyle.DashLine))
        for placed in layout.placed:
            if spans.events[placed.index].kind is EventKind.ISSUE and not placed.is_inside:
                middle = (placed.start + placed.end) / 2
                painter.drawLine(
                    QLineF(middle, 0, middle, layout.top_of(placed) + layout.room.row_height / 2)
                )

    def _draw_sources(self, painter: QPainter, layout: EventLayout, sources: EventSpans) -> None:
        """Small ticks in their own lane at the foot of the plot."""
        room = layout.room
        top = room.height - room.source_height
        painter.setPen(QPen(self._theme.color("grid"), 1))
        painter.drawLine(QLineF(0, top, room.width, top))
        color = self._theme.color("source")
        painter.setFont(self.labels.date_font)
        painter.setPen(self._theme.color("text_muted"))
        name = self.labels.words.sentences("timeline_view.source_lane")
        painter.drawText(
            QRectF(PILL, top, room.width - 2 * PILL, room.source_height), Qt.AlignmentFlag.AlignVCenter, name
        )
        shown = sources.between(layout.scale.first, layout.scale.last)
        if len(shown) > MOST_SOURCE_TICKS:
            _draw_columns(
                painter,
                sources.counts(layout.scale),
                -SOURCE_TICK,
                top + room.source_height - 4,
                color,
            )
            return
        middle = top + room.source_height / 2
        for index in shown.tolist():
            event = sources.events[index]
            mark = mark_of(sources, index, layout.scale)
            chosen = event.id in {self.emphasis.selected, self.emphasis.hovered}
            half = SOURCE_TICK / 2 + 2 * chosen
            if event.date.first_day == event.date.last_day:
                painter.setPen(QPen(color, 2 + chosen))
                place = (mark.start + mark.end) / 2
                painter.drawLine(QLineF(place, middle - half, place, middle + half))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color)
                painter.drawRoundedRect(
                    QRectF(mark.start, middle - 2 - chosen, mark.end - mark.start, 4 + 2 * chosen), 2, 2
                )

    def _draw_event(self, painter: QPainter, layout: EventLayout, placed: PlacedEvent, event: Event) -> None:
        theme, emphasis = self._theme, self.emphasis
        height = layout.room.row_height
        top = layout.top_of(placed)
        ground = theme.color("surface")
        is_selected, is_hovered = event.id == emphasis.selected, event.id == emphasis.hovered
        if is_selected or is_hovered:
            self._draw_stem(painter, layout, placed)
            ground = theme.color("accent_soft" if is_selected else "hover")
            self._draw_pill(painter, layout, placed, ground)
        is_here = event.id in emphasis.on_page
        ink = Ink(
            color_of(event, theme),
            ground,
            theme.color("accent_soft") if is_here and not is_selected else None,
        )
        box = QRectF(placed.start, top + 2, placed.end - placed.start, height - 4)
        mark = mark_of(self.spans, placed.index, layout.scale) if self.spans else placed.extent
        clipped = type(mark)(max(mark.start, placed.start), min(mark.end, placed.end))
        draw_mark(painter, event, clipped, box, ink, is_block=placed.is_inside)
        quiet = bool(emphasis.on_page) and not (is_here or is_selected or is_hovered)
        colors = LabelColors(theme.color("text_muted"), theme.color("text_muted" if quiet else "text"))
        self.labels.draw(painter, placed, top, layout.room, colors)

    def _draw_stem(self, painter: QPainter, layout: EventLayout, placed: PlacedEvent) -> None:
        """From the axis to the mark: where exactly it lies."""
        painter.setPen(QPen(self._theme.color("accent"), 1))
        middle = layout.top_of(placed) + layout.room.row_height / 2
        event = self.spans.events[placed.index] if self.spans else None
        is_bar = (
            event is not None
            and event.date.first_day != event.date.last_day
            and placed.end - placed.start > STEM_PAIR
        )
        for place in {placed.start, placed.end} if is_bar else {(placed.start + placed.end) / 2}:
            painter.drawLine(QLineF(place, 0, place, middle))

    @staticmethod
    def _draw_pill(painter: QPainter, layout: EventLayout, placed: PlacedEvent, color: QColor) -> None:
        extent = placed.extent
        box = QRectF(
            extent.start - PILL,
            layout.top_of(placed),
            extent.end - extent.start + 2 * PILL,
            layout.room.row_height,
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(box, PILL, PILL)

    def crowd_at(self, x: float) -> Ints:
        """Indices of the events without a row at a pixel: of its chip, or of its column and those beside."""
        layout, spans = self.layout, self.spans
        if layout is None or spans is None:
            return np.empty(0, dtype=np.int64)
        if self.chips:
            hit = (chip.indices for chip in self.chips if chip.extent.start <= x <= chip.extent.end)
            return np.array(next(hit, ()), dtype=np.int64)
        near = spans.between(layout.scale.day_at(x - BIN_WIDTH), layout.scale.day_at(x + BIN_WIDTH))
        return np.setdiff1d(near, [placed.index for placed in layout.placed])


def color_of(event: Event, theme: Theme) -> QColor:
    """The colour of an event's mark."""
    return theme.color("planned" if event.planned and event.kind is EventKind.EVENT else event.kind.value)


def _draw_columns(painter: QPainter, counts: Ints, height: float, base: float, color: QColor) -> None:
    tallest = float(counts.max()) if len(counts) else 1.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawRects(
        [QRectF(place * BIN_WIDTH, base, COLUMN, tall) for place, tall in columns(counts, height, tallest)]
    )


def _upright(place: float, top: float, bottom: float) -> QLineF:
    # On whole pixels, so that a hairline is one pixel wide and not two grey ones.
    return QLineF(QPointF(round(place), top), QPointF(round(place), bottom))
