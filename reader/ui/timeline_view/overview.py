"""The strip under the plot: where all dates lie, and which part of it is in view. Dragging moves the view.

In: sorted spans, the days in view. Out: `moved_to`, a day for the middle of the view.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.timeline.density import BIN_WIDTH, EventSpans, columns
from reader.timeline.scale import TimeScale, fitted
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.theme import Theme

HEIGHT = 26
NARROWEST_WINDOW = 8.0  # pixels: a view of days within millennia must still be seen and taken hold of
WHOLE = 0.97  # of the strip's width: the view shows all there is
COLUMN_OPACITY = 0.6


@outlives_faults
class Overview(QWidget):
    """A density strip with a window."""

    moved_to = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: EventSpans | None = None
        self._view = TimeScale(0, 1)
        self._grip: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, low."""
        return QSize(200, HEIGHT)

    def show_events(self, spans: EventSpans) -> None:
        """The dates to be shown."""
        self._spans = spans
        self.update()

    def show_view(self, view: TimeScale) -> None:
        """The days in view of the plot."""
        self._view = view
        self.update()

    def scale(self) -> TimeScale | None:
        """All days over the strip; None without dates."""
        if self._spans is None or not self._spans.events:
            return None
        return fitted(*self._spans.bounds, max(1, self.width()))

    def window_box(self) -> QRectF:
        """The pixels of the part in view."""
        scale = self.scale()
        if scale is None:
            return QRectF()
        start, end = scale.place(self._view.first), scale.place(self._view.last)
        short = max(0.0, NARROWEST_WINDOW - (end - start)) / 2
        start, end = max(0.5, start - short), min(self.width() - 0.5, end + short)
        return QRectF(start, 2.5, max(NARROWEST_WINDOW, end - start), self.height() - 5)

    @guarded
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Columns that stand on the lower edge, and the window over them."""
        theme = self._theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface_sunken"))
        scale, spans = self.scale(), self._spans
        if scale is None or spans is None:
            return
        window = self.window_box()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A frame around everything would say nothing.
        is_part = window.width() < WHOLE * self.width()
        painter.setPen(QPen(theme.color("accent"), 1) if is_part else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(window, 4, 4)
        counts = spans.counts(scale)
        color = theme.color("event")
        color.setAlphaF(COLUMN_OPACITY)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        foot = self.height() - 6.0
        tallest = float(counts.max()) if len(counts) else 1.0
        painter.drawRects(
            [
                QRectF(place * BIN_WIDTH, foot - tall, BIN_WIDTH - 1, tall)
                for place, tall in columns(counts, foot - 6, tallest)
            ]
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take the window where it is, or bring it under the mouse."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        window, x = self.window_box(), event.position().x()
        self._grip = x - window.center().x() if window.left() <= x <= window.right() else 0.0
        self._move_to(x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The window follows."""
        if self._grip is not None:
            self._move_to(event.position().x())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go."""
        self._grip = None

    def _move_to(self, x: float) -> None:
        scale = self.scale()
        if scale is not None:
            self.moved_to.emit(scale.day_at(x - (self._grip or 0.0)))
