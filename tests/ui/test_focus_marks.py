"""Who goes through the window with the Tab key sees where the keys are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.style import style_sheet
from reader.ui.theme import Theme
from tests.ui.conftest import settle


@pytest.mark.parametrize("is_checked", [False, True])
@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (QToolButton, "chip"),
        (QToolButton, ""),
        (QPushButton, "recent"),
        (QPushButton, "primary"),
        (QPushButton, ""),
    ],
)
def test_the_button_with_the_focus_looks_otherwise(
    theme: Theme, qtbot: QtBot, kind: type[QAbstractButton], name: str, *, is_checked: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme, 10))
    button, other = kind(window), QPushButton(window)
    for each in (button, other):
        each.setText("Dates")
        each.setObjectName(name)
    button.setCheckable(True)
    button.setChecked(is_checked)
    column = QVBoxLayout(window)
    column.addWidget(button)
    column.addWidget(other)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    settle()
    without = button.grab().toImage()
    button.setFocus()
    settle()
    assert button.hasFocus()
    assert button.grab().toImage() != without
