"""The arrangement of the views."""

from __future__ import annotations

from reader.ui.main_window import MainWindow
from reader.ui.reading_room import HIGHEST_CARD
from tests.ui.conftest import Desk, settle


def test_the_card_has_room_for_its_words_and_gives_way_in_a_low_window(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    desk.find()
    window.resize(1600, 1200)
    settle()
    desk.session.select_event("e1", "keyboard")
    settle()
    area = window.room.card_area
    assert area.height() == window.card.heightForWidth(area.width())
    window.resize(1100, 600)
    settle()
    assert area.height() <= window.room.list_and_card.height() * HIGHEST_CARD + 1
    window.resize(1600, 1200)
    settle()
    assert area.height() == window.card.heightForWidth(area.width())


def test_pages_and_timeline_share_the_height_until_a_person_divides_it(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    settle()
    whole = window.room.whole
    for height in (600, 900, 1300):
        window.resize(1280, height)
        settle()
        upper, lower = whole.sizes()
        assert 0.3 * (upper + lower) <= lower < upper
    whole.setSizes([400, whole.height() - 400])
    whole.splitterMoved.emit(400, 1)
    before = whole.sizes()[1]
    window.resize(1280, 1350)
    settle()
    assert whole.sizes()[1] == before
