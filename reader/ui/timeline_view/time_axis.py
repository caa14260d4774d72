"""The axis over the plot: a row of context, a row of ticks, and a Hijri strip where the document dates so.

pyqtgraph's own date axis ends at the years 1 and 9999; this one knows days only (`timeline/ticks.py`).
In: a `TimeScale`, words, colours. Out: ink and the ticks, from which the plot draws its grid.
"""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem as StyleOption
from PySide6.QtWidgets import QWidget

from reader.timeline.date_words import DateWords
from reader.timeline.scale import TimeScale
from reader.timeline.ticks import AxisTicks, Tick, gregorian_ticks, hijri_ticks
from reader.ui.painting_guard import guarded
from reader.ui.theme import Theme
from reader.ui.timeline_view.plot_parts import AxisItem

SMALLER = 0.9  # of the interface's font
PADDING = 2.0  # over and under the text of a row
TICK_TEXT = 5.0  # between a tick and its label
SMALL_TICK = 4.0  # length of an unlabelled tick
LABELLED_TICK = 9.0


class TimeAxis(AxisItem):
    """An axis item that draws ticks of its own."""

    def __init__(self, theme: Theme, words: DateWords, font: QFont) -> None:
        self._ready = False  # the base class lays itself out before there is anything to show
        super().__init__("top")
        self._theme = theme
        self._words = words
        self._scale = TimeScale(0, 1)
        self._second_calendar = ""
        self.ticks = AxisTicks((), (), ())
        self.second_ticks = AxisTicks((), (), ())
        self.font = QFont(font)
        self.font.setPointSizeF(font.pointSizeF() * SMALLER)
        self.bold_font = QFont(self.font)
        self.bold_font.setWeight(QFont.Weight.DemiBold)
        self._ready = True
        self._fit_height()

    @cached_property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.bold_font)

    @property
    def row_height(self) -> float:
        """The height of one row of text."""
        return round(self._metrics.height() + 2 * PADDING)

    @property
    def _foot(self) -> float:
        """Where the Gregorian rows end and the line of the axis lies."""
        return 2 * self.row_height + SMALL_TICK

    def show_calendar(self, key: str) -> None:
        """Draw a strip of this calendar under the Gregorian rows; "" for none."""
        if key != self._second_calendar:
            self._second_calendar = key
            self._fit_height()

    def show_scale(self, scale: TimeScale) -> AxisTicks:
        """Tick these days from now on; the ticks."""
        self._scale = scale
        self.ticks = gregorian_ticks(scale, self._words, self._width)
        self.second_ticks = (
            hijri_ticks(scale, self._words, self._width, self._second_calendar)
            if self._second_calendar
            else AxisTicks((), (), ())
        )
        self.picture = None
        self.update()
        return self.ticks

    def labels(self) -> list[str]:
        """What can be read on the axis, row by row."""
        rows = (self.ticks.context, self.ticks.labelled, self.second_ticks.labelled)
        return [tick.label for row in rows for tick in row if tick.label]

    def linkedViewChanged(self, *_moved: object) -> None:  # noqa: N802 - pyqtgraph's name
        """The base class would word its own label and prefix at each frame; `show_scale` tells all here."""

    @guarded
    def paint(self, painter: QPainter, _option: StyleOption, _widget: QWidget | None = None) -> None:
        """Rows from the top: context, ticks, Hijri; the line of the axis below."""
        if not self._ready:
            return
        theme, row = self._theme, self.row_height
        box = QRectF(self.rect())
        painter.setClipRect(box)
        painter.fillRect(box, theme.color("surface"))
        painter.setPen(QPen(theme.color("border"), 1))
        painter.drawLines(
            [
                _upright(self._place(tick), 0, box.height())
                for tick in self.ticks.context
                if tick.day > self._scale.first
            ]
        )
        self._draw_row(painter, self.ticks.context, 0.0, self.bold_font, "text")
        self._draw_row(painter, self.ticks.labelled, row, self.font, "axis_text")
        painter.setPen(QPen(theme.color("axis"), 1))
        foot = self._foot
        painter.drawLines(
            [_upright(self._place(tick), foot - LABELLED_TICK, foot) for tick in self.ticks.labelled]
        )
        painter.drawLines(
            [_upright(self._scale.place(day), foot - SMALL_TICK, foot) for day in self.ticks.small]
        )
        painter.drawLine(QLineF(0, foot - 0.5, box.width(), foot - 0.5))
        if self._second_calendar:
            self._draw_row(painter, self.second_ticks.labelled, foot + SMALL_TICK, self.font, "issue")
            painter.setPen(QPen(theme.color("issue"), 1))
            painter.drawLines(
                [
                    _upright(self._place(tick), foot, foot + LABELLED_TICK)
                    for tick in self.second_ticks.labelled
                    if tick.day > self._scale.first
                ]
            )
            painter.drawLines(
                [_upright(self._scale.place(day), foot, foot + SMALL_TICK) for day in self.second_ticks.small]
            )
            painter.setPen(QPen(theme.color("border"), 1))
            painter.drawLine(QLineF(0, box.height() - 0.5, box.width(), box.height() - 0.5))

    def _draw_row(
        self, painter: QPainter, ticks: tuple[Tick, ...], top: float, font: QFont, color: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        baseline = top + PADDING + self._metrics.ascent()
        for tick in ticks:
            if tick.label:
                painter.drawText(QPointF(self._place(tick) + TICK_TEXT, baseline), tick.label)

    def _place(self, tick: Tick) -> float:
        return self._scale.place(tick.day)

    def _width(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text) + TICK_TEXT

    def _fit_height(self) -> None:
        self.setHeight(self._foot + (self.row_height + SMALL_TICK if self._second_calendar else 0))


def _upright(place: float, top: float, bottom: float) -> QLineF:
    return QLineF(round(place), top, round(place), bottom)
