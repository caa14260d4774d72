"""The pyqtgraph plot on day numbers, moved and zoomed by hand, wheel, pinch and flights. Knows no events.

In: gestures, wishes (`fly_to`). Out: `view_changed` whenever other days are in view, `box_resized`, and what
the mouse did at which pixel of the plot. pyqtgraph's own menu, buttons and mouse modes are left out.
"""

from __future__ import annotations

from math import exp

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QGestureEvent, QPinchGesture, QStyle, QWidget

from reader.timeline.scale import TimeScale, between
from reader.ui.painting_guard import outlives_faults
from reader.ui.theme import Theme
from reader.ui.timeline_view.plot_parts import GraphicsView, ViewBox
from reader.ui.timeline_view.time_axis import TimeAxis

NOTCH = 120.0  # eighths of a degree: one notch of a wheel
ZOOM_A_NOTCH = 0.78  # of the days in view, per notch
WHEEL_TIME = 110  # ms; longer feels like lag, none like a jerk
FLIGHT_TIME = 420  # ms from one view to quite another


@outlives_faults
class TimePlot(GraphicsView):
    """A plot whose horizontal axis is time and whose vertical one is pixels."""

    view_changed = Signal()
    box_resized = Signal()
    moved_by_hand = Signal()
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)
    pointed = Signal(object)  # QPointF, or None when the mouse has left

    def __init__(self, axis: TimeAxis, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.axis = axis
        self.flies = True  # False: every flight is over at once, for a reader who wants no motion
        self._bounds = (0.0, 1.0)
        self._target: TimeScale | None = None
        self._start = TimeScale(0, 1)
        self._pressed: QPointF | None = None
        self._dragged_from: TimeScale | None = None
        self._flight = QVariantAnimation(self, startValue=0.0, endValue=1.0)
        self._flight.valueChanged.connect(self._fly)
        self._flight.finished.connect(self._land)
        self._build(axis)
        self.box.sigResized.connect(self._announce_size)
        self.box.sigXRangeChanged.connect(self._announce)

    def _build(self, axis: TimeAxis) -> None:
        """An axis over a view box; a whole plot item would bring menus, buttons and axes to be hidden."""
        grid = self.centralLayout
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        self.box = ViewBox(enableMenu=False)
        grid.addItem(axis, 0, 0)
        grid.addItem(self.box, 1, 0)
        grid.activate()
        axis.linkToView(self.box)
        self.box.setMouseEnabled(x=False, y=False)
        self.box.disableAutoRange()
        self.box.setYRange(0, 1, padding=0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        # Time runs from left to right under a right-to-left interface too.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    # ── what is in view

    @property
    def scale(self) -> TimeScale:
        """The days in view over the plot's width."""
        first, last = self.box.viewRange()[0]
        return TimeScale(first, last, max(1.0, self.box.width()))

    @property
    def height_of_box(self) -> float:
        """The height of the plot under its axis, in pixels."""
        return float(self.box.height())

    def set_bounds(self, first: float, last: float) -> None:
        """Where the events lie: from there one cannot stray."""
        self._bounds = (first, last)

    def show_scale(self, scale: TimeScale) -> None:
        """Show these days at once."""
        self._flight.stop()
        self._target = None
        self._show(scale.held(*self._bounds))

    def fly_to(self, scale: TimeScale, duration: int = FLIGHT_TIME) -> None:
        """Go there in a moment's time, so that the eye can follow."""
        self._start, self._target = self.scale, scale.held(*self._bounds)
        self._flight.stop()
        wanted = self.flies and self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        if not self.isVisible() or not wanted:
            self._land()
            return
        self._flight.setDuration(duration)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.start()

    def goal(self) -> TimeScale:
        """The days in view once a flight has ended."""
        return self._target or self.scale

    def zoom(self, factor: float, place: float | None = None) -> None:
        """Show `factor` times as many days around a pixel, by default around the middle."""
        at = self.scale.width / 2 if place is None else place
        self.fly_to(self.goal().zoomed(factor, at), WHEEL_TIME)

    def move_by(self, pixels: float) -> None:
        """Show later days."""
        self.fly_to(self.goal().moved(pixels), WHEEL_TIME)

    def _fly(self, part: float) -> None:
        if self._target is not None:
            self._show(between(self._start, self._target, part))

    def _land(self) -> None:
        target, self._target = self._target, None
        if target is not None:
            self._show(target)

    def _show(self, scale: TimeScale) -> None:
        self.box.setXRange(scale.first, scale.last, padding=0)

    def _announce(self) -> None:
        self.view_changed.emit()

    def _announce_size(self) -> None:
        self.box_resized.emit()

    # ── gestures

    def plot_place(self, point: QPoint | QPointF) -> QPointF:
        """A place of the widget as a place of the plot."""
        return QPointF(self.box.mapFromScene(self.mapToScene(QPointF(point).toPoint())))

    def global_place(self, place: QPointF) -> QPoint:
        """A place of the plot as a place of the screen."""
        return self.viewport().mapToGlobal(self.mapFromScene(self.box.mapToScene(place)))

    def show_axis(self, *, shown: bool) -> None:
        """An empty timeline has no axis: there is nothing it could count."""
        # Not setVisible: an axis item gives up its height when hidden and asks for it again when shown.
        if shown:
            self.axis.show()
        else:
            self.axis.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Take hold of time, or begin a click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._dragged_from = None
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Drag time, or point at something."""
        if self._pressed is None:
            self.pointed.emit(self.plot_place(event.position()))
            return
        way = event.position().x() - self._pressed.x()
        if self._dragged_from is None and abs(way) >= QApplication.startDragDistance():
            self._flight.stop()
            self._target = None
            self._dragged_from = self.scale
            self.moved_by_hand.emit()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pointed.emit(None)
        if self._dragged_from is not None:
            self._show(self._dragged_from.moved(-way).held(*self._bounds))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go; without a drag it was a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        was_click = self._pressed is not None and self._dragged_from is None
        self._pressed = self._dragged_from = None
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        if was_click:
            self.clicked.emit(self.plot_place(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Twice in a row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.double_clicked.emit(self.plot_place(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse points at nothing here."""
        self.pointed.emit(None)
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down zooms at the mouse; sideways, or with Shift, moves."""
        turned = event.angleDelta()
        self.moved_by_hand.emit()
        sideways = turned.x() or (turned.y() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0)
        if sideways:
            self.move_by(-float(event.pixelDelta().x() or sideways))
        elif turned.y():
            self.zoom(ZOOM_A_NOTCH ** (turned.y() / NOTCH), self.plot_place(event.position()).x())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Pinch on a touchpad or a touch screen."""
        if (
            isinstance(event, QNativeGestureEvent)
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.moved_by_hand.emit()
            self.show_scale(self.scale.zoomed(exp(-event.value()), self.plot_place(event.position()).x()))
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture) and pinch.scaleFactor() > 0:
                place = self.plot_place(self.mapFromGlobal(pinch.centerPoint()))
                self.moved_by_hand.emit()
                self.show_scale(self.scale.zoomed(1 / pinch.scaleFactor(), place.x()))
                return True
        return bool(super().viewportEvent(event))
