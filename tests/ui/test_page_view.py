"""Reading pages with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.document.model import PageSize
from reader.sentences import Sentence
from reader.ui.history import Place
from reader.ui.page_view.page_layout import PIXELS_PER_POINT
from reader.ui.page_view.page_view import PageView
from reader.worker.messages import PageFailed, PageSizes, PageText
from tests.ui.conftest import EVENTS, LEFT, Desk, make_event, place_of, settle

Key = Qt.Key


def turn_wheel(view: PageView, notches: float, at: QPoint, *, ctrl: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(
        view.viewport(),
        QWheelEvent(
            QPointF(at),
            QPointF(view.viewport().mapToGlobal(at)),
            QPoint(),
            QPoint(0, round(notches * 120)),
            Qt.MouseButton.NoButton,
            modifiers,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes it by place only
        ),
    )


def test_clicking_a_dated_expression_selects_its_event(pages: PageView, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.session.selection_changed) as told:
        qtbot.mouseClick(pages.viewport(), LEFT, pos=place_of(pages, EVENTS[0]))
    assert told.args == ["e1", "page"]


def test_clicking_plain_paper_lets_go(pages: PageView, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(pages.viewport(), LEFT, pos=place_of(pages, EVENTS[0]))
    qtbot.mouseClick(pages.viewport(), LEFT, pos=QPoint(400, 30))
    assert desk.session.selected_id == ""


def test_clicking_the_tick_beside_a_paragraph_selects_its_event(
    pages: PageView, desk: Desk, qtbot: QtBot
) -> None:
    expression = pages.expression_rect(EVENTS[0])
    qtbot.mouseClick(pages.viewport(), LEFT, pos=QPoint(expression.left() - 11, expression.center().y()))
    assert desk.session.selected_id == "e1"


def test_the_tick_of_an_arabic_paragraph_stands_on_its_right(
    pages: PageView, desk: Desk, qtbot: QtBot
) -> None:
    arabic = make_event(7, page=0, top=200, text="افتُتح الجسر في 16 May 2024 وسط المدينة")
    desk.find((arabic,))
    layout = pages.layout_of_pages
    assert layout is not None
    place = arabic.mentions[0].paragraph.boxes[0]
    box = layout.to_pixels(0, place.box)
    qtbot.mouseClick(
        pages.viewport(), LEFT, pos=QPoint(round(box.x + box.width + 11), round(box.y + box.height / 2))
    )
    assert desk.session.selected_id == "e7"


def test_pointing_at_a_dated_expression_shows_a_hand_and_tells_of_it(
    pages: PageView, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pages.expression_pointed) as told:
        qtbot.mouseMove(pages.viewport(), place_of(pages, EVENTS[0]))
    assert told.args[0] == "e1"
    assert desk.session.hovered_id == "e1"
    assert pages.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(pages.expression_pointed) as told:
        qtbot.mouseMove(pages.viewport(), QPoint(400, 40))
    assert told.args[0] == ""
    assert pages.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_an_event_chosen_elsewhere_scrolls_into_sight_and_is_marked(pages: PageView, desk: Desk) -> None:
    desk.session.select_event("e3", "list")
    settle()
    assert desk.session.page_index == 3
    expression = pages.expression_rect(EVENTS[2])
    assert pages.viewport().rect().contains(expression)
    picture = pages.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    corner = expression.bottomRight() - QPoint(3, 3)
    color = picture.pixelColor(round(corner.x() * ratio), round(corner.y() * ratio))
    assert color.red() > color.blue() + 80, "the strong band is amber"
    paragraph = expression.center() + QPoint(300, 0)
    soft = picture.pixelColor(round(paragraph.x() * ratio), round(paragraph.y() * ratio))
    assert soft.red() > soft.blue() + 20, "the soft band lies on the whole paragraph"


def test_an_event_already_in_sight_does_not_move_the_page(pages: PageView, desk: Desk) -> None:
    before = pages.place()
    desk.session.select_event("e1", "timeline")
    assert pages.place() == before


@pytest.mark.parametrize(
    ("key", "page"), [(Key.Key_End, 5), (Key.Key_N, 1), (Key.Key_Right, 1)], ids=["End", "N", "→"]
)
def test_keys_turn_pages_and_back(pages: PageView, desk: Desk, qtbot: QtBot, key: Qt.Key, page: int) -> None:
    qtbot.keyClick(pages, key)
    assert desk.session.page_index == page
    qtbot.keyClick(pages, Key.Key_Home)
    assert desk.session.page_index == 0


@pytest.mark.parametrize("key", [Key.Key_Home, Key.Key_End], ids=["Home", "End"])
def test_from_either_end_one_goes_back_to_where_one_was(
    pages: PageView, desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    desk.session.go_to(Place(3, 200.0))
    left = pages.place()
    qtbot.keyClick(pages, key)
    reached = pages.verticalScrollBar().value()
    qtbot.keyClick(pages, key)  # one is there already: no step
    desk.session.go_back()
    assert pages.place() == left
    desk.session.go_forward()
    assert pages.verticalScrollBar().value() == reached in {0, pages.verticalScrollBar().maximum()}


def test_space_turns_the_screen_and_keeps_some_lines(pages: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(pages, Key.Key_Space)
    assert 0 < pages.verticalScrollBar().value() < pages.viewport().height()
    qtbot.keyClick(pages, Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert pages.verticalScrollBar().value() == 0
    qtbot.keyClick(pages, Key.Key_Down)
    assert pages.verticalScrollBar().value() == 60


def test_brackets_go_through_the_dated_paragraphs(pages: PageView, desk: Desk, qtbot: QtBot) -> None:
    for _step in range(3):
        qtbot.keyClicks(pages, "]")
    assert desk.session.selected_id == "e3"
    qtbot.keyClicks(pages, "[")
    assert desk.session.selected_id == "e2"


def test_the_wheel_scrolls(pages: PageView, desk: Desk) -> None:
    turn_wheel(pages, -3, QPoint(300, 300))
    assert pages.verticalScrollBar().value() == 300
    assert desk.session.place.top > 0


def test_the_wheel_with_ctrl_zooms_and_the_point_under_the_mouse_stays(pages: PageView) -> None:
    pages.zoom_to(PIXELS_PER_POINT)
    at = QPoint(420, 350)
    turn_wheel(pages, -4, at)
    layout = pages.layout_of_pages
    assert layout is not None

    def under_mouse() -> tuple[int, float, float]:
        now = pages.layout_of_pages
        assert now is not None
        return now.to_points(
            at.x() + pages.horizontalScrollBar().value(), at.y() + pages.verticalScrollBar().value()
        )

    before = under_mouse()
    turn_wheel(pages, 3, at, ctrl=True)
    assert pages.percent == 173
    assert pages.zoom_mode == "scale"
    after = under_mouse()
    assert after[0] == before[0]
    assert after[1:] == pytest.approx(before[1:], abs=1.0)


def test_the_page_is_fitted_to_the_view_and_stays_so_when_the_window_grows(
    pages: PageView, qtbot: QtBot
) -> None:
    pages.set_zoom_mode("fit_page")
    layout = pages.layout_of_pages
    assert layout is not None
    assert layout.page_rect(0).height <= pages.viewport().height()
    narrow = pages.percent
    pages.resize(1000, 900)
    qtbot.waitUntil(lambda: pages.percent > narrow)


def test_dragging_moves_the_page_and_selects_nothing(pages: PageView, desk: Desk, qtbot: QtBot) -> None:
    start = place_of(pages, EVENTS[1])
    desk.answer(PageText(1, 0, ()))  # a picture, with nothing to select
    qtbot.mousePress(pages.viewport(), LEFT, pos=start)
    qtbot.mouseMove(pages.viewport(), start - QPoint(0, 80))
    qtbot.mouseRelease(pages.viewport(), LEFT, pos=start - QPoint(0, 80))
    assert pages.verticalScrollBar().value() == 80
    assert desk.session.selected_id == ""


def test_the_pages_in_sight_are_asked_for_first_then_their_neighbours(pages: PageView, desk: Desk) -> None:
    asked = [wish.page_index for wish in desk.client.painted]
    assert asked[0] == 0
    assert {1, 2} <= set(asked)
    assert 4 not in asked
    assert not pages.pictures.is_waiting


def test_a_page_is_drawn_pixel_on_pixel(pages: PageView, desk: Desk) -> None:
    layout = pages.layout_of_pages
    assert layout is not None
    assert desk.client.painted[-1].scale == pytest.approx(layout.scale * pages.devicePixelRatioF(), abs=0.001)
    middle = layout.page_rect(0)
    color = pages.viewport().grab().toImage().pixelColor(round(middle.x + 20), 40)
    assert color.name() == "#f0f0f0"


def test_a_page_shown_very_large_is_painted_in_parts(pages: PageView, desk: Desk) -> None:
    desk.client.painted.clear()
    pages.zoom_to(12 * PIXELS_PER_POINT)
    settle()
    parts = [wish for wish in desk.client.painted if wish.clip is not None]
    assert parts
    assert all(wish.clip and (wish.clip.x1 - wish.clip.x0) * wish.scale <= 1025 for wish in parts)
    whole = [wish for wish in desk.client.painted if wish.clip is None]
    assert all(595 * wish.scale * 842 * wish.scale <= 8_000_000 for wish in whole)


def test_a_page_that_cannot_be_painted_says_so_on_its_paper(pages: PageView, desk: Desk) -> None:
    desk.client.painted.clear()
    sentence = Sentence("worker.page_damaged", {"page": 1, "path": "chronicle.pdf"})
    desk.answer(PageFailed(1, 0, sentence, painting=True))
    pages.zoom_to(PIXELS_PER_POINT)
    settle()
    assert 0 not in {wish.page_index for wish in desk.client.painted}, "it is not asked for again and again"
    image = pages.viewport().grab().toImage()
    reds = sum(
        image.pixelColor(x, y).red() > 2 * image.pixelColor(x, y).blue()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )
    assert reds > 50, "the sentence stands there in red"


def test_sizes_that_become_known_leave_the_place_where_it_is(pages: PageView, desk: Desk) -> None:
    pages.show_place(Place(3, 200))
    desk.answer(PageSizes(1, 0, (PageSize(595, 400),) * 3 + (PageSize(595, 842),) * 3))
    place = pages.place()
    assert place.page_index == 3
    assert place.top == pytest.approx(200, abs=2)


def test_a_view_too_small_to_scroll_does_not_forget_where_one_means_to_be(
    pages: PageView, qtbot: QtBot
) -> None:
    pages.show_place(Place(2, 300))
    pages.resize(60, 500)
    pages.resize(800, 600)
    qtbot.waitUntil(lambda: pages.viewport().width() > 700)
    assert pages.place().page_index == 2
    assert pages.place().top == pytest.approx(300, abs=2)


def test_a_landscape_page_pushes_no_other_page_out_of_sight(pages: PageView, desk: Desk) -> None:
    sizes = (*(PageSize(595, 842),) * 3, PageSize(842, 595), *(PageSize(595, 842),) * 2)
    desk.answer(PageSizes(1, 0, sizes))
    for index in (0, 3):
        pages.show_place(Place(index))
        assert pages.horizontalScrollBar().maximum() == 0
        layout = pages.layout_of_pages
        assert layout is not None
        rect = layout.page_rect(index)
        assert rect.x >= 0
        assert rect.x + rect.width <= pages.viewport().width()


def test_at_a_scale_of_ones_own_a_landscape_page_leaves_the_others_in_the_middle(
    pages: PageView, desk: Desk
) -> None:
    pages.zoom_to(PIXELS_PER_POINT)
    desk.answer(PageSizes(1, 0, (*(PageSize(595, 842),) * 5, PageSize(842, 595))))
    layout = pages.layout_of_pages
    assert layout is not None
    rect = layout.page_rect(0)
    left = rect.x - pages.horizontalScrollBar().value()
    assert left == pytest.approx((pages.viewport().width() - rect.width) / 2, abs=2)


def test_side_buttons_ask_for_the_history(pages: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.navigated) as told:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.BackButton)
    assert told.args == [-1]
    with qtbot.waitSignal(pages.navigated) as told:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.ForwardButton)
    assert told.args == [1]
