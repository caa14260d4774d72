"""The reading cursor: a soft bracket over the days the paragraphs on screen speak of.

In: first and last day, or nothing; a `TimeScale`. Out: ink under the events.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem as StyleOption
from PySide6.QtWidgets import QWidget

from reader.timeline.scale import TimeScale
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.theme import Theme
from reader.ui.timeline_view.plot_parts import GraphicsObject

NARROWEST = 8.0  # pixels: a single day still shows at the zoom of centuries
FOOT = 6.0  # how far the bracket's ends reach down
LINE = 2.0


@outlives_faults
class SpanItem(GraphicsObject):
    """Draws in pixels of the view box, whose child it is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.span: tuple[int, int] | None = None
        self._scale: TimeScale | None = None
        self._height = 0.0
        self.setZValue(5)

    def show_span(self, span: tuple[int, int] | None) -> None:
        """The days now spoken of."""
        self.span = span
        self.update()

    def show_scale(self, scale: TimeScale, height: float) -> None:
        """The view has moved or grown."""
        self.prepareGeometryChange()
        self._scale, self._height = scale, height
        self.update()

    def bracket(self) -> QRectF:
        """The pixels the bracket covers; empty when there is none."""
        if self.span is None or self._scale is None:
            return QRectF()
        start, end = self._scale.place(self.span[0]), self._scale.place(self.span[1] + 1)
        short = max(0.0, NARROWEST - (end - start)) / 2
        start, end = max(start - short, -LINE), min(end + short, self._scale.width + LINE)
        return QRectF(start, 0, end - start, self._height) if end > start else QRectF()

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """The whole plot: the bracket moves within it."""
        return QRectF(0, 0, self._scale.width, self._height) if self._scale else QRectF()

    @guarded
    def paint(self, painter: QPainter, _option: StyleOption, _widget: QWidget | None = None) -> None:
        """A tinted band and a bracket along its upper edge."""
        box = self.bracket()
        if box.isEmpty():
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("bracket_fill"))
        painter.drawRect(box)
        painter.setPen(QPen(self._theme.color("bracket"), LINE))
        top = box.top() + LINE / 2
        painter.drawPolyline(
            [
                box.topLeft() + QPointF(0, FOOT),
                box.topLeft() + QPointF(0, top),
                box.topRight() + QPointF(0, top),
                box.topRight() + QPointF(0, FOOT),
            ]
        )
