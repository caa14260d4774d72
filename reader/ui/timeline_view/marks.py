"""How a date is drawn: only what is known of it. In: a painter, pixels, a date. Out: ink.

A day is a dot, a longer stretch a bar over its true span, an open end an arrow, a rough date a bar with faded
ends, "between A and B" a bracket, the document's own date a diamond. Planned marks are hollow.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from reader.timeline.lanes import Extent
from reader.timeline.model import Event, EventKind
from reader.ui.timeline_view.event_layout import DOT, FADE

BAR = 9.0  # height of a bar beside its label
STROKE = 1.8  # width of outlines and lines
ARROW = 6.0  # length of an arrow's head
FAINT = 0.55  # opacity of what was partly assumed or is doubtful
DOUBTFUL = 0.5  # confidence below which a mark is drawn faintly
BLOCK_OPACITY = 0.17  # of a bar that carries its label


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a mark: itself, the ground under it, and the ring around one that is on the page."""

    color: QColor
    ground: QColor
    ring: QColor | None = None


def draw_mark(
    painter: QPainter, event: Event, mark: Extent, box: QRectF, ink: Ink, *, is_block: bool
) -> None:
    """Draw the mark of `event` over the pixels of `mark`, centred in the height of `box`."""
    date = event.date
    color = QColor(ink.color)
    if event.assumed or event.confidence < DOUBTFUL:
        color.setAlphaF(color.alphaF() * FAINT)
    middle = box.center().y()
    if ink.ring is not None and not is_block:
        _draw_ring(painter, QRectF(mark.start, middle - DOT, mark.end - mark.start, 2 * DOT), ink.ring)
    if date.open_side:
        known, tip = (mark.end, mark.start) if date.open_side < 0 else (mark.start, mark.end)
        _draw_arrow(painter, QPointF(known, middle), QPointF(tip, middle), color, is_dashed=event.planned)
    elif is_block:
        _draw_block(painter, QRectF(mark.start, box.top(), mark.end - mark.start, box.height()), color, event)
    elif event.kind is EventKind.ISSUE:
        _draw_diamond(painter, QPointF((mark.start + mark.end) / 2, middle), color, ink.ground)
    elif date.approximate:
        _draw_faded(painter, mark, middle, color)
    elif date.first_day == date.last_day:
        _set(painter, color, ink.ground if event.planned else color)
        painter.drawEllipse(QPointF((mark.start + mark.end) / 2, middle), DOT - 1, DOT - 1)
    elif date.edtf.startswith("["):
        _draw_bracket(painter, mark, middle, color)
    else:
        _set(painter, color, ink.ground if event.planned else color)
        painter.drawRoundedRect(QRectF(mark.start, middle - BAR / 2, mark.end - mark.start, BAR), 2.5, 2.5)


def _set(painter: QPainter, line: QColor, fill: QColor) -> None:
    painter.setPen(QPen(line, STROKE))
    painter.setBrush(QBrush(fill))


def _draw_ring(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    around = box.adjusted(-4, -4, 4, 4)
    painter.drawRoundedRect(around, around.height() / 2, around.height() / 2)


def _draw_arrow(painter: QPainter, known: QPointF, tip: QPointF, color: QColor, *, is_dashed: bool) -> None:
    """A line from the known end towards the open side."""
    step = ARROW if tip.x() < known.x() else -ARROW
    pen = QPen(color, STROKE)
    if is_dashed:
        pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.drawLine(known, tip + QPointF(step / 2, 0))
    painter.setPen(QPen(color, STROKE, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([tip + QPointF(step, -4), tip, tip + QPointF(step, 4)]))
    # The known end is a bound, not an event: a stroke across, not a dot.
    painter.drawLine(known - QPointF(0, DOT), known + QPointF(0, DOT))


def _draw_block(painter: QPainter, box: QRectF, color: QColor, event: Event) -> None:
    """A wide bar as a tinted ground for its own label."""
    soft = QColor(color)
    soft.setAlphaF(color.alphaF() * BLOCK_OPACITY)
    clear = QColor(color)
    clear.setAlphaF(0.0)
    fill, edge = QBrush(soft), QBrush(color)
    if event.date.approximate:
        part = min(0.5, 3 * FADE / box.width())
        fill, edge = _fading(box, soft, clear, part), _fading(box, color, clear, part)
    painter.setPen(Qt.PenStyle.NoPen)
    if not event.planned:
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 3, 3)
    painter.setBrush(edge)
    if event.planned:
        painter.setPen(QPen(edge, 1.4, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.7, 0.7, -0.7, -0.7), 3, 3)
    else:
        painter.drawRoundedRect(QRectF(box.left(), box.bottom() - 3, box.width(), 3), 1.5, 1.5)


def _draw_diamond(painter: QPainter, middle: QPointF, color: QColor, ground: QColor) -> None:
    size = DOT + 1.5
    shape = QPolygonF([middle + QPointF(*step) for step in ((0, -size), (size, 0), (0, size), (-size, 0))])
    painter.setPen(QPen(ground, 1.2))
    painter.setBrush(color)
    painter.drawPolygon(shape)


def _draw_faded(painter: QPainter, mark: Extent, middle: float, color: QColor) -> None:
    """Both ends run out: nobody knows where it began or ended."""
    box = QRectF(mark.start - FADE / 2, middle - BAR / 2, mark.end - mark.start + FADE, BAR)
    clear = QColor(color)
    clear.setAlphaF(0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_fading(box, color, clear, min(0.5, FADE / box.width())))
    painter.drawRect(box)


def _fading(box: QRectF, color: QColor, clear: QColor, part: float) -> QBrush:
    gradient = QLinearGradient(box.topLeft(), box.topRight())
    for place, tint in ((0.0, clear), (part, color), (1 - part, color), (1.0, clear)):
        gradient.setColorAt(place, tint)
    return QBrush(gradient)


def _draw_bracket(painter: QPainter, mark: Extent, middle: float, color: QColor) -> None:
    """One day between two bounds: ├──┤."""
    painter.setPen(QPen(color, STROKE))
    painter.drawLine(QPointF(mark.start, middle), QPointF(mark.end, middle))
    for end in (mark.start, mark.end):
        painter.drawLine(QPointF(end, middle - DOT), QPointF(end, middle + DOT))
