"""A fault in what Qt calls costs that call, not the program; and no class of the window is left without."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from reader import ui
from reader.ui.painting_guard import outlives_faults, overrides
from tests.ui.conftest import LEFT


@outlives_faults
class Faulty(QLabel):
    """A widget that does nothing right."""

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        raise ZeroDivisionError(event.size().width())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        raise IndexError(event.position().x())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        raise ZeroDivisionError


@outlives_faults
class FaultyRows(QAbstractListModel):
    """A model whose rows cannot be had."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        return 0 if parent.isValid() else 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> str:
        raise IndexError(index.row(), role)


def test_a_widget_that_fails_is_a_plain_widget(qtbot: QtBot, expected_log: Callable[[str], None]) -> None:
    expected_log("could not be done: Faulty.resizeEvent")
    expected_log("could not be done: Faulty.mousePressEvent")
    expected_log("could not be done: Faulty.sizeHint")
    widget = Faulty("text")
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    widget.show()
    QTest.mouseClick(widget, LEFT)
    assert widget.sizeHint() == QLabel.sizeHint(widget)
    assert widget.isVisible()


def test_a_model_that_fails_has_empty_rows(qtbot: QtBot, expected_log: Callable[[str], None]) -> None:
    expected_log("could not be done: FaultyRows.data")
    view, model = QListView(), FaultyRows()
    qtbot.addWidget(view)
    view.setModel(model)
    view.show()
    view.grab()
    assert view.isVisible()


def classes_of_the_window() -> list[type]:
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(ui.__path__, "reader.ui.")
    ]
    return [
        kind
        for module in modules
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if kind.__module__ == module.__name__ and overrides(kind)
    ]


@pytest.mark.parametrize("kind", classes_of_the_window(), ids=lambda kind: kind.__name__)
def test_every_class_of_the_window_outlives_its_faults(kind: type) -> None:
    bare = [name for name in overrides(kind) if not hasattr(vars(kind)[name], "__wrapped__")]
    assert not bare, f"{kind.__qualname__} needs @outlives_faults"


def test_the_classes_were_found() -> None:
    assert any(issubclass(kind, QWidget) for kind in classes_of_the_window())
