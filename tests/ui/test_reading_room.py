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


def shares(window: MainWindow, width: int, height: int = 520) -> tuple[int, int]:
    """Width of the pages and of what stands beside them."""
    window.resize(width, height)
    settle()
    assert window.width() == width
    return window.pages.width(), window.room.side.width() if window.room.side.isVisible() else 0


def test_a_narrow_window_takes_from_the_list_and_gives_it_back(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    settle()
    assert shares(window, 1280)[1] == 400
    for width in (900, 640):
        pages, side = shares(window, width)
        assert pages > width / 2
        assert side >= 220
    assert shares(window, 1280)[1] == 400


def test_the_pages_keep_their_width_when_one_searches(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    for width in (900, 640, 480):
        before = shares(window, width)[0]
        window.commands["find"].trigger()
        settle()
        assert window.finding.bar.isVisible()
        assert window.finding.bar.close_button.geometry().right() <= window.finding.bar.width()
        assert window.pages.width() == before
        window.finding.bar.close_bar()
        settle()


def test_where_there_is_room_for_one_the_list_stands_in_the_place_of_the_pages(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    desk.find()
    window.furnish()
    assert shares(window, 480, 400) == (480, 0)
    switch = window.commands["show_list"]
    assert not switch.isChecked()
    before = window.pages.percent, window.pages.place()
    switch.trigger()
    settle()
    assert window.events.rows.isVisible()
    assert not window.pages.isVisible()
    assert (window.pages.percent, window.pages.place()) == before
    desk.session.select_event("e3", "list")
    settle()
    assert window.pages.isVisible()
    assert not window.events.rows.isVisible()
    assert desk.session.page_index == 3
    pages, side = shares(window, 1000)
    assert switch.isChecked()
    assert pages > side > 300


def test_a_list_that_was_switched_off_stays_so(window: MainWindow, desk: Desk) -> None:
    desk.open()
    desk.find()
    window.commands["show_list"].trigger()
    assert shares(window, 480) == (480, 0)
    assert shares(window, 1000) == (1000, 0)


def test_a_list_drawn_wide_keeps_its_part(window: MainWindow, desk: Desk) -> None:
    desk.open()
    shares(window, 1200)
    window.room.upper.setSizes([0, 500, 700])
    window.room.upper.splitterMoved.emit(500, 1)
    assert shares(window, 1200)[1] == 700
    pages, side = shares(window, 800)
    assert side > pages
    assert shares(window, 1200)[1] == 700


def test_the_tool_bar_keeps_what_stands_at_its_end_and_offers_the_rest(
    window: MainWindow, desk: Desk
) -> None:
    desk.open()
    tools = window.tools
    everything = [action for action in tools.actions() if action.text()]
    assert not tools.more.isVisible()
    for width in (640, 480, 420):
        shares(window, width)
        assert tools.more.isVisible() or width > 600
        for name in ("find", "show_timeline", "show_list"):
            button = tools.widgetForAction(window.commands[name])
            assert button.isVisible()
            assert button.geometry().right() < width
        assert tools.page_field.isVisible()
        offered = set(tools.more.menu().actions())
        assert offered.isdisjoint(tools.actions())
        assert {action for action in everything if action not in tools.actions()} == offered
    shares(window, 1280)
    assert [action for action in tools.actions() if action.text()] == everything
    assert not tools.more.isVisible()


def test_in_a_narrow_window_the_reading_can_still_be_paused(window: MainWindow, desk: Desk) -> None:
    desk.open()
    window.resize(420, 400)
    settle()
    status = window.statusBar()
    assert status.reading.isVisible()  # type: ignore[attr-defined] # our own bar
    pause = status.pause_button  # type: ignore[attr-defined] # as above
    assert pause.isVisible()
    assert pause.geometry().right() <= 420
    window.resize(1000, 400)
    settle()
    assert status.bar.isVisible()  # type: ignore[attr-defined] # as above


def test_the_start_page_has_room_in_a_narrow_window(window: MainWindow) -> None:
    window.resize(480, 400)
    settle()
    assert window.start.horizontalScrollBar().maximum() == 0
