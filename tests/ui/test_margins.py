"""Heads stand over their rows on both sides of the world."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.sentences import load_sentences
from reader.ui.event_list.event_list import EventList
from reader.ui.theme import Theme
from tests.ui.conftest import Desk, settle

LEADING = 16  # pixels from the edge of the list to its rows' words


@pytest.fixture(params=["en", "ar"])
def event_list(
    request: pytest.FixtureRequest, qapp: QApplication, theme: Theme, qtbot: QtBot
) -> Iterator[EventList]:
    sentences, directions = load_sentences(request.param), Qt.LayoutDirection
    qapp.setLayoutDirection(directions.RightToLeft if sentences.is_right_to_left else directions.LeftToRight)
    made = EventList(Desk(sentences).session, theme)
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show()
    settle()
    yield made
    qapp.setLayoutDirection(directions.LeftToRight)


def test_the_title_of_the_list_begins_where_its_rows_begin(event_list: EventList) -> None:
    title = event_list.title.geometry()
    is_mirrored = event_list.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert (event_list.width() - 1 - title.right() if is_mirrored else title.left()) == LEADING
