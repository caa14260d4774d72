"""The plot under the hand: pinching, sideways wheels, and what pyqtgraph would have offered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.timeline.scale import TimeScale
from tests.timeline.chronicle import day_number


@pytest.fixture
def plot(view):
    view.plot.show_scale(TimeScale(day_number(1980), day_number(2020), view.plot.scale.width))
    return view.plot


def pinch(plot, place: QPointF, value: float) -> None:
    at = QPointF(plot.viewport().mapFromGlobal(plot.global_place(place)))
    kind = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, device, 2, at, at, QPointF(plot.global_place(place)), value, QPointF())
    QApplication.sendEvent(plot.viewport(), event)


def test_spreading_two_fingers_zooms_in_between_them(plot):
    place, span = QPointF(120, 300), plot.scale.span
    day = plot.scale.day_at(120)
    pinch(plot, place, 0.5)
    assert plot.scale.span < span * 0.7
    assert plot.scale.place(day) == pytest.approx(120, abs=0.5)
    pinch(plot, place, -0.5)
    assert plot.scale.span == pytest.approx(span)


def test_a_wheel_turned_sideways_moves_without_zooming(plot):
    before = plot.scale
    at = QPoint(200, 300)
    event = QWheelEvent(
        QPointF(at),
        QPointF(plot.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(-120, 0),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own form
    )
    QApplication.sendEvent(plot.viewport(), event)
    assert before.place(plot.scale.first) == pytest.approx(120)
    assert plot.scale.span == pytest.approx(before.span)


def test_the_right_button_opens_no_menu_and_moves_nothing(plot):
    before = plot.scale
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.RightButton, pos=QPoint(200, 300))
    assert plot.scale == before
    assert not any(
        isinstance(widget, QMenu) and widget.isVisible() for widget in QApplication.topLevelWidgets()
    )


def test_time_runs_from_left_to_right_under_a_right_to_left_interface(view, plot):
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert plot.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert plot.scale.place(day_number(1990)) < plot.scale.place(day_number(2000))
    assert view.bar.zoom_in.x() < view.bar.text.x()
