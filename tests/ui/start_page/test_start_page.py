"""The recent documents on the start page: on the side where one begins to read, in the room there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.sentences import load_sentences
from reader.store.library import RecentDocument
from reader.ui.start_page.elided_label import ElidedLabel
from reader.ui.start_page.start_page import StartPage
from reader.ui.theme import Theme
from tests.ui.conftest import settle

LATIN = RecentDocument("1", "/home/sam/briefing.pdf", "A short briefing", 12, 0, 0)
ARABIC = RecentDocument("2", "/home/sam/tarikh.pdf", "تاريخ مصر", 12, 0, 0)
LONG = RecentDocument(
    "3", "/home/sam/" + "a-folder/" * 20 + "long.pdf", "A title of many words " * 9, 12, 0, 0
)


@pytest.fixture(params=["en", "ar"])
def page(
    request: pytest.FixtureRequest, qapp: QApplication, theme: Theme, qtbot: QtBot
) -> Iterator[StartPage]:
    """The start page in a language, with documents of both scripts."""
    sentences = load_sentences(request.param)
    directions = Qt.LayoutDirection
    qapp.setLayoutDirection(directions.RightToLeft if sentences.is_right_to_left else directions.LeftToRight)
    made = StartPage(sentences, theme)
    qtbot.addWidget(made)
    made.show_recent((LATIN, ARABIC, LONG))
    made.resize(900, 700)
    made.show()
    settle()
    yield made
    made.close()
    qapp.setLayoutDirection(directions.LeftToRight)


def lines(button: QPushButton) -> list[ElidedLabel]:
    return button.findChildren(ElidedLabel)


def ink(page: StartPage, label: ElidedLabel) -> tuple[int, int]:
    """The first and the last column of the page that the words of a label reach."""
    image: QImage = label.grab().toImage()
    ground = image.pixel(0, 0)
    columns = [
        x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(image.height()))
    ]
    left = label.mapTo(page, QPoint(0, 0)).x()
    return left + columns[0], left + columns[-1]


def test_every_title_begins_where_the_titles_over_and_under_it_begin(page: StartPage) -> None:
    starts = []
    for button in page.recent_buttons:
        for label in lines(button):
            first, last = ink(page, label)
            starts.append(-last if page.layoutDirection() == Qt.LayoutDirection.RightToLeft else first)
    assert max(starts) - min(starts) <= 4


def test_a_long_title_and_a_long_path_are_cut_where_the_room_ends(page: StartPage) -> None:
    for width in (900, 420):
        page.resize(width, 700)
        settle()
        title, path = lines(page.recent_buttons[2])
        assert title.shown.endswith("…")
        assert path.shown.endswith("long.pdf")
        assert "…" in path.shown
        assert page.horizontalScrollBar().maximum() == 0
