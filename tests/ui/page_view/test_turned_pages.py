"""A person turns the pages and reads on: clicks, selects, searches, jumps and comes back at every angle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from reader.document.model import Box, Link, PageBox, PageSize
from reader.timeline.model import Event
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.page_view.page_layout import PIXELS_PER_POINT
from reader.ui.page_view.page_painting import Spot, underline
from reader.ui.page_view.page_view import PageView
from reader.worker.messages import PageSizes, PageText
from tests.ui.conftest import EVENTS, LEFT, Desk, make_event, place_of, settle
from tests.ui.search_answers import FIRST_LINE, LETTER, LINE_STEP, SearchedBook

TURNS = pytest.mark.parametrize("turn", [0, 1, 2, 3])
TURNED = pytest.mark.parametrize("turn", [1, 2, 3])
CTRL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


def turn_window(window: MainWindow, turn: int) -> None:
    for _quarter in range(turn):
        window.commands["rotate_right"].trigger()
    settle()


def spot(view: PageView, page: int, x: float, y: float) -> QPoint:
    """A point of a page, as it is printed, in the view."""
    assert view.layout_of_pages is not None
    rect = view.layout_of_pages.to_pixels(page, Box(x, y, x, y))
    scrolled = QPoint(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
    return QPoint(round(rect.x), round(rect.y)) - scrolled


def color_at(view: PageView, point: QPoint) -> QColor:
    image = view.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    return image.pixelColor(round(point.x() * ratio), round(point.y() * ratio))


@TURNS
def test_a_date_is_clicked_where_it_is_seen(pages: PageView, desk: Desk, qtbot: QtBot, turn: int) -> None:
    pages.turn_to(turn)
    for event in (EVENTS[0], EVENTS[2]):
        desk.session.select_event(event.id, "list")
        seen = pages.expression_rect(event)
        assert pages.viewport().rect().contains(seen), "a jump brings it into sight"
        assert (seen.width() > seen.height()) == (turn % 2 == 0)
        desk.session.select_event(None, "list")
        qtbot.mouseClick(pages.viewport(), LEFT, pos=place_of(pages, event))
        assert desk.session.selected_id == event.id


@TURNS
def test_the_marks_of_the_chosen_date_lie_on_its_words(pages: PageView, desk: Desk, turn: int) -> None:
    pages.turn_to(turn)
    desk.session.select_event("e1", "list")
    settle()
    strong = color_at(pages, spot(pages, 0, 165, 110))
    assert strong.red() > strong.blue() + 80, "the strong band is amber"
    soft = color_at(pages, spot(pages, 0, 460, 125))
    assert soft.red() > soft.blue() + 20, "the soft band lies on the whole paragraph"
    assert color_at(pages, spot(pages, 0, 560, 110)).name() == "#f0f0f0"


@TURNED
def test_the_whole_document_is_painted_turned_and_sharp(pages: PageView, desk: Desk, turn: int) -> None:
    desk.client.painted.clear()
    pages.turn_to(turn)
    settle()
    layout = pages.layout_of_pages
    assert layout is not None
    assert {wish.turn for wish in desk.client.painted} == {turn}
    assert {0, 1, 2} <= {wish.page_index for wish in desk.client.painted}
    found = pages.pictures.whole(0, layout.scale * pages.devicePixelRatioF(), turn)
    assert found is not None
    assert (found.is_exact, found.turn) == (True, turn)
    is_wide = found.picture.width() > found.picture.height()
    assert is_wide == (turn % 2 == 1)


def test_turned_back_at_once_no_page_is_shown_the_wrong_way(pages: PageView, desk: Desk) -> None:
    desk.client.paints = False
    pages.turn_to(1)
    settle()
    late = next(wish for wish in desk.client.painted[::-1] if wish.turn == 1 and wish.page_index == 0)
    pages.turn_to(0)
    settle()
    desk.client.paints = True
    desk.client.paint(late)
    settle()
    layout = pages.layout_of_pages
    assert layout is not None
    found = pages.pictures.whole(0, layout.scale * pages.devicePixelRatioF())
    assert found is not None
    assert found.turn == 0
    assert found.picture.height() > found.picture.width()


def test_until_it_is_painted_the_page_is_shown_as_it_was_turned(pages: PageView, desk: Desk) -> None:
    desk.client.paints = False
    pages.turn_to(1)
    settle()
    color = color_at(pages, spot(pages, 0, 300, 30))
    assert color.name() == "#f0f0f0", "the picture that is there, not blank paper"


def test_a_page_shown_very_large_is_painted_in_turned_parts(pages: PageView, desk: Desk) -> None:
    pages.turn_to(3)
    desk.client.painted.clear()
    pages.zoom_to(12 * PIXELS_PER_POINT)
    settle()
    parts = [wish.clip for wish in desk.client.painted if wish.clip is not None and wish.turn == 3]
    assert parts
    assert max(part.x1 for part in parts) <= 842
    assert max(part.y1 for part in parts) <= 595


@TURNED
def test_the_page_is_fitted_as_it_lies(pages: PageView, turn: int) -> None:
    pages.turn_to(turn)
    for mode in ("fit_width", "fit_page"):
        pages.set_zoom_mode(mode)
        layout = pages.layout_of_pages
        assert layout is not None
        rect = layout.page_rect(0)
        assert pages.horizontalScrollBar().maximum() == 0
        assert mode == "fit_width" or rect.height <= pages.viewport().height()
        assert (rect.width > rect.height) == (turn % 2 == 1)


def test_four_quarters_lead_back_to_the_place_one_was_at(pages: PageView, desk: Desk) -> None:
    pages.show_place(Place(3, 150))
    for turn in (1, 2, 3):
        pages.turn_to(turn)
        assert desk.session.page_index == 3
    pages.turn_to(4)
    assert pages.turn == 0
    assert pages.place().page_index == 3
    assert pages.place().top == pytest.approx(150, abs=2)


def test_who_has_scrolled_on_a_turned_page_is_there_when_it_is_upright_again(pages: PageView) -> None:
    pages.turn_to(1)
    pages.show_page(4)
    pages.turn_to(0)
    layout = pages.layout_of_pages
    assert layout is not None
    assert 4 in layout.pages_between(
        pages.verticalScrollBar().value(), pages.verticalScrollBar().value() + 600
    )


@TURNED
def test_keys_turn_the_leaves_of_turned_pages(pages: PageView, desk: Desk, qtbot: QtBot, turn: int) -> None:
    pages.turn_to(turn)
    pages.show_page(0)
    qtbot.keyClick(pages, Key.Key_N)
    assert desk.session.place == Place(1, desk.session.place.top, turn=turn)
    qtbot.keyClick(pages, Key.Key_N)
    qtbot.keyClick(pages, Key.Key_P)
    assert desk.session.place.page_index == 1
    assert desk.session.place.top <= 0, "at its head"
    qtbot.keyClick(pages, Key.Key_End)
    assert desk.session.page_index == 5


@TURNED
def test_brackets_go_through_the_dates_of_turned_pages(
    pages: PageView, desk: Desk, qtbot: QtBot, turn: int
) -> None:
    pages.turn_to(turn)
    pages.show_page(0)
    for event in ("e1", "e2", "e3"):
        qtbot.keyClicks(pages, "]")
        assert desk.session.selected_id == event


@TURNED
def test_the_timeline_is_told_of_what_is_in_sight(pages: PageView, desk: Desk, turn: int) -> None:
    pages.turn_to(turn)
    pages.set_zoom_mode("fit_page")
    pages.show_page(0)
    assert {"e1", "e2"} <= desk.session.visible_ids
    assert "e4" not in desk.session.visible_ids
    pages.zoom_to(4.0)
    pages.bring_into_sight(0, Box(80, 700, 170, 712))
    assert desk.session.visible_ids == ({"e1", "e2"} if turn % 2 else set()), "across, the paragraphs reach"


@TURNED
def test_back_and_forward_find_the_places_of_turned_pages(pages: PageView, desk: Desk, turn: int) -> None:
    pages.turn_to(turn)
    pages.zoom_to(2.0)
    pages.show_place(Place(1, 90, turn=turn))
    desk.session.go_to(Place(4))
    assert desk.session.place.page_index == 4
    desk.session.go_back()
    assert desk.session.place.page_index == 1
    assert desk.session.place.top == pytest.approx(90, abs=1)


@TURNED
def test_sizes_that_become_known_leave_the_place_of_turned_pages(
    pages: PageView, desk: Desk, turn: int
) -> None:
    pages.turn_to(turn)
    pages.show_place(Place(3, 100, turn=turn))
    desk.answer(PageSizes(1, 0, (PageSize(595, 400),) * 3 + (PageSize(595, 842),) * 3))
    assert pages.place().page_index == 3
    assert pages.place().top == pytest.approx(100, abs=2)
    assert pages.layout_of_pages is not None
    assert pages.layout_of_pages.sizes[0] == (PageSize(400, 595) if turn % 2 else PageSize(595, 400))


@pytest.mark.parametrize(
    ("turn", "side"), [(0, "below"), (1, "to the left"), (2, "below"), (3, "to the right")]
)
def test_a_date_is_underlined_at_the_foot_of_its_words(pages: PageView, turn: int, side: str) -> None:
    pages.turn_to(turn)
    layout = pages.layout_of_pages
    assert layout is not None
    spot_on_page = Spot(layout, 0, QPointF(0, 0))
    box = EVENTS[0].mentions[0].boxes[0].box
    line, words = underline(spot_on_page, box), spot_on_page.rect(box)
    match side:
        case "below":  # also upside down: pages are turned so to be read, and what one reads is underlined
            assert line.y1() == line.y2() == pytest.approx(words.bottom() + 1)
            assert abs(line.dx()) == pytest.approx(words.width())
        case "to the left":
            assert line.x1() == line.x2() == pytest.approx(words.left() - 1)
            assert abs(line.dy()) == pytest.approx(words.height())
        case _:
            assert line.x1() == line.x2() == pytest.approx(words.right() + 1)
            assert abs(line.dy()) == pytest.approx(words.height())


def sideways(number: int, text: str = "On 16 May 2024 the bridge was opened.") -> Event:
    """A date on a page that was scanned lying, its head to the left: it is to be turned to the right."""
    event = make_event(number, text=text)
    (mention,) = event.mentions
    lines = tuple(PageBox(0, Box(200 + 15 * row, 300, 212 + 15 * row, 700)) for row in range(2))
    paragraph = replace(mention.paragraph, boxes=lines)
    date = (PageBox(0, Box(200, 610, 212, 700)),)
    return replace(event, mentions=(replace(mention, boxes=date, paragraph=paragraph),))


def test_on_a_lying_scan_that_is_turned_to_be_read_the_tick_stands_beside_its_lines(
    pages: PageView, desk: Desk, qtbot: QtBot
) -> None:
    event = sideways(8)
    desk.find((event,))
    pages.turn_to(1)
    seen = pages.expression_rect(event)
    assert seen.width() > seen.height(), "it is read across the view"
    qtbot.mouseClick(pages.viewport(), LEFT, pos=QPoint(seen.left() - 11, seen.center().y()))
    assert desk.session.selected_id == "e8"


@TURNED
def test_the_tick_of_a_turned_paragraph_can_be_clicked(
    pages: PageView, desk: Desk, qtbot: QtBot, turn: int
) -> None:
    pages.turn_to(turn)
    desk.session.select_event("e1", "list")
    desk.session.select_event(None, "list")
    away = 11 / pages.scale
    # Upside down the lines run across the view all the same, and begin, as one sees them, at its left.
    beside = spot(pages, 0, 480 + away, 115) if turn == 2 else spot(pages, 0, 80 - away, 115)
    qtbot.mouseClick(pages.viewport(), LEFT, pos=beside)
    assert desk.session.selected_id == "e1"


@TURNS
def test_words_are_selected_and_copied(window: MainWindow, desk: Desk, qtbot: QtBot, turn: int) -> None:
    desk.open()
    book = SearchedBook(desk, {0: ("16 May 2024 was a day", "The bridge was opened.")})
    window.activateWindow()
    turn_window(window, turn)
    view = window.pages
    view.selector.lines.wanted(0)
    book.attend()
    y = FIRST_LINE + LINE_STEP + 6
    view.bring_into_sight(0, Box(72, y, 200, y + 1))
    start, end = (spot(view, 0, 72 + LETTER * letter + 1, y) for letter in (4, 10))
    qtbot.mousePress(view.viewport(), LEFT, pos=start)
    qtbot.mouseMove(view.viewport(), (start + end) / 2)
    qtbot.mouseMove(view.viewport(), end)
    qtbot.mouseRelease(view.viewport(), LEFT, pos=end)
    qtbot.keyClick(view, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "bridge"
    painted = color_at(view, spot(view, 0, 72 + LETTER * 6, y))
    assert painted.blue() > painted.red() + 10, "the selection lies on the words"


@TURNED
def test_links_are_followed(window: MainWindow, desk: Desk, qtbot: QtBot, turn: int) -> None:
    desk.open()
    turn_window(window, turn)
    desk.answer(PageText(desk.job_id, 0, (), (Link(Box(72, 80, 200, 92), 4, 300.0),)))
    view = window.pages
    view.bring_into_sight(0, Box(72, 80, 200, 92))
    place = spot(view, 0, 100, 86)
    qtbot.mouseMove(view.viewport(), place)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert desk.session.place.page_index == 4


@TURNED
def test_the_hits_of_a_search_are_brought_into_sight(
    window: MainWindow, desk: Desk, qtbot: QtBot, turn: int
) -> None:
    desk.open()
    book = SearchedBook(desk, {0: ("A day",), 3: ("Nothing", "The bridge was opened.")})
    turn_window(window, turn)
    window.activateWindow()
    window.commands["find"].trigger()
    book.read(0, 3)
    qtbot.keyClicks(window.finding.bar.field, "bridge")
    book.attend()
    settle()
    view = window.pages
    assert window.finding.bar.count.text().startswith("1 of 1")
    box = window.finding.search.marks(3)[0].box
    seen = [spot(view, 3, x, y) for x, y in ((box.x0, box.y0), (box.x1, box.y1))]
    assert all(view.viewport().rect().contains(point) for point in seen)
    paper, hit = (color_at(view, spot(view, 3, x, (box.y0 + box.y1) / 2)) for x in (box.x0 - 8, box.x0 + 3))
    assert hit != paper
