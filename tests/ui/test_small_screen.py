"""A window on a screen that is too small for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.app import TITLE, fit_into_screen


def screen_of(width: int, height: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, width, height))
    assert QGuiApplication.primaryScreen().availableGeometry().width() == width


@pytest.fixture
def wished(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setMinimumSize(420, 360)
    made.resize(1280, 860)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("size", [(1280, 720), (1366, 741), (853, 480), (1280, 860 + TITLE - 1)])
def test_on_a_small_screen_it_is_maximised_and_is_smaller_than_the_screen_afterwards(
    size: tuple[int, int], wished: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen_of(*size, monkeypatch)
    fit_into_screen(wished)
    assert wished.isMaximized()
    assert wished.width() < size[0]
    assert wished.height() < size[1]


@pytest.mark.parametrize("size", [(1280, 860 + TITLE), (1920, 1080)])
def test_where_there_is_room_it_is_as_it_was_wished(
    size: tuple[int, int], wished: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen_of(*size, monkeypatch)
    fit_into_screen(wished)
    assert not wished.isMaximized()
    assert (wished.width(), wished.height()) == (1280, 860)


def test_it_never_becomes_smaller_than_it_is_of_use(wished: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    screen_of(400, 300, monkeypatch)
    fit_into_screen(wished)
    assert (wished.width(), wished.height()) == (420, 360)
