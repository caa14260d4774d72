"""A person reads at night: pages are dark and stay so, their marks can be seen, paper stays white."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from reader.document.model import Box
from reader.sentences import Sentences
from reader.store.paths import folders_under
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.page_look import FAILURE_INK, INK, PageLook
from reader.ui.page_view.page_view import PageView
from reader.ui.session import Session
from reader.ui.theme import Theme
from tests.ui.conftest import Desk, settle
from tests.ui.test_theme import contrast

DARK, WHITE = "#1e1e1e", "#f0f0f0"  # as the test's client paints them
LETTERS = QColor("#e4e4e4")


def seen(view: PageView, x: float, y: float) -> QColor:
    """The colour of a point of the first page."""
    assert view.layout_of_pages is not None
    rect = view.layout_of_pages.to_pixels(0, Box(x, y, x, y))
    image = view.viewport().grab().toImage()
    place = QPoint(round(rect.x), round(rect.y)) - QPoint(0, view.verticalScrollBar().value())
    return image.pixelColor(place * image.devicePixelRatio())


def toggle(window: MainWindow) -> None:
    window.commands["dark_pages"].trigger()
    settle()


def test_the_pages_are_painted_dark_and_white_again(window: MainWindow, desk: Desk) -> None:
    desk.open()
    settle()
    assert seen(window.pages, 300, 30).name() == WHITE
    desk.client.painted.clear()
    toggle(window)
    assert window.commands["dark_pages"].isChecked()
    assert {wish.dark for wish in desk.client.painted} == {True}
    assert {0, 1} <= {wish.page_index for wish in desk.client.painted}, "and those one is about to turn to"
    assert seen(window.pages, 300, 30).name() == DARK
    desk.client.painted.clear()
    toggle(window)
    assert seen(window.pages, 300, 30).name() == WHITE
    assert desk.client.painted == [], "the white ones are still there"


def test_until_it_is_painted_dark_the_page_is_seen_as_it_was(window: MainWindow, desk: Desk) -> None:
    desk.open()
    settle()
    desk.client.paints = False
    toggle(window)
    assert seen(window.pages, 300, 30).name() == WHITE


def test_a_picture_that_comes_late_does_not_stand_for_the_other_look(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.client.paints = False
    toggle(window)
    late = next(wish for wish in desk.client.painted[::-1] if wish.dark and wish.page_index == 0)
    toggle(window)
    desk.client.paints = True
    desk.client.paint(late)
    settle()
    assert seen(window.pages, 300, 30).name() == WHITE


def test_paper_and_marks_go_with_the_look(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    toggle(window)
    desk.session.select_event("e1", "list")
    settle()
    strong, soft = seen(window.pages, 165, 110), seen(window.pages, 460, 125)
    assert strong.red() > strong.blue() + 50, "amber, as light on dark paper"
    assert soft.lightness() > QColor(DARK).lightness() + 10
    assert soft.lightness() < strong.lightness() < 128
    assert seen(window.pages, 560, 110).name() == DARK


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.usefixtures("qapp")
def test_letters_can_be_read_on_every_mark_of_a_dark_page(name: str, theme: Theme) -> None:
    theme.set_mode(name)
    look = PageLook(cast(Session, SimpleNamespace(dark_pages=True)), theme)
    paper = look.color("paper")
    assert paper.name() == DARK
    for band in ("band_soft", "band_strong", "band_hover", "hit", "hit_current", "selected_text"):
        letters, ground = lit(LETTERS, look.color(band)), lit(paper, look.color(band))
        assert contrast(letters, ground) >= 4.5, band
    for ink in (*INK[True].values(), FAILURE_INK[True]):
        assert contrast(QColor(ink), paper) >= 4.5, ink


def lit(color: QColor, light: QColor) -> QColor:
    """A colour with light added, as the marks are (CompositionMode_Screen)."""
    parts = zip(color.getRgb()[:3], light.getRgb()[:3], strict=True)  # type: ignore[index] # four numbers
    return QColor(*(round(a + b - a * b / 255) for a, b in parts))


def test_it_is_remembered(
    desk: Desk, theme: Theme, qtbot: QtBot, tmp_path: Path, sentences: Sentences
) -> None:
    memory = Memory(folders_under(tmp_path), lambda: 0.0)
    window = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(window)
    toggle(window)
    memory.close()
    kept = Memory(folders_under(tmp_path), lambda: 0.0)
    assert kept.settings.dark_pages
    kept.close()
    window.close()
    assert sentences("action.dark_pages")


def test_small_pictures_go_with_the_pages(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    settle()
    window.commands["show_thumbnails"].trigger()
    small = lambda: [wish for wish in desk.client.painted if wish.can_wait]  # noqa: E731 - said twice
    qtbot.waitUntil(lambda: bool(small()))
    desk.client.painted.clear()
    toggle(window)
    qtbot.waitUntil(lambda: bool(small()))
    assert {wish.dark for wish in small()} == {True}


def test_what_is_printed_is_black_on_white(window: MainWindow, desk: Desk) -> None:
    desk.open()
    toggle(window)
    desk.client.painted.clear()
    desk.bridge.paint(desk.job_id, 0, 2.0, lasting=True)
    assert [wish.dark for wish in desk.client.painted] == [False]
