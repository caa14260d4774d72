"""The small pictures of pages, as a person and a test look at them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane
from reader.worker.messages import PaintPage
from tests.ui.conftest import LEFT, Desk, settle


def opened(desk: Desk, window: MainWindow, qtbot: QtBot, *, pages: int = 6) -> ThumbnailsPane:
    """The small pictures of a document just opened, asked for with the key."""
    desk.open(pages=pages)
    press(window, Qt.Key.Key_F7, qtbot)
    qtbot.waitUntil(lambda: window.thumbnails.pane is not None and bool(wishes(desk)))
    assert window.thumbnails.pane is not None
    let_come(window.thumbnails.pane, qtbot)
    return window.thumbnails.pane


@pytest.fixture
def shown(desk: Desk, window: MainWindow, qtbot: QtBot) -> ThumbnailsPane:
    return opened(desk, window, qtbot)


def press(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    """A key of the window's own."""
    window.activateWindow()
    settle()
    qtbot.keyClick(window, key)


def let_come(pane: ThumbnailsPane, qtbot: QtBot) -> None:
    """Until no picture is still to come."""
    qtbot.waitUntil(lambda: not pane.pictures.is_waiting)


def wishes(desk: Desk) -> list[PaintPage]:
    """What was asked for beside the pages themselves."""
    return [wish for wish in desk.client.painted if wish.can_wait]


def click(qtbot: QtBot, pane: ThumbnailsPane, page_index: int) -> None:
    place = pane.rows.visualRect(pane.model.index(page_index)).center()
    qtbot.mouseClick(pane.rows.viewport(), LEFT, pos=place)
    settle()


def is_in_sight(pane: ThumbnailsPane, page_index: int) -> bool:
    return pane.rows.viewport().rect().contains(pane.rows.visualRect(pane.model.index(page_index)))


def color_of(pane: ThumbnailsPane, page_index: int) -> QColor:
    """What is seen in the middle of a page."""
    tile = pane.rows.visualRect(pane.model.index(page_index))
    delegate = pane.rows.itemDelegate()
    paper = delegate.paper(tile, page_index)  # type: ignore[attr-defined] # Qt tells the delegate's base only
    return pane.rows.viewport().grab().toImage().pixelColor(paper.center())


def spoken(pane: ThumbnailsPane, page_index: int) -> str:
    words = pane.model.index(page_index).data(Qt.ItemDataRole.AccessibleTextRole)
    return str(words).replace("\u2068", "").replace("\u2069", "")
