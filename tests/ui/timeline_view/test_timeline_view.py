"""What a person does with the timeline: looks, clicks, hovers, uses the keyboard, reads on in the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reader.timeline.model import Event, EventKind, Timeline
from reader.timeline.scale import TimeScale
from reader.ui.event_places import PageStretch
from reader.ui.history import Place
from reader.ui.timeline_view.timeline_view import TimelineView
from tests.timeline.chronicle import briefing, day_event, day_number, year_event

ANYWHERE = QPointF(200, 560)  # under the rows of the briefing: empty


def spot(view: TimelineView, place: QPointF) -> QPoint:
    point: QPoint = view.plot.viewport().mapFromGlobal(view.plot.global_place(place))
    return point


def mark(view: TimelineView, event_id: str) -> QPointF:
    place = view.plot.place_of(event_id)
    assert place is not None, f"{event_id} has no row"
    return place


def click(view: TimelineView, place: QPointF) -> None:
    QTest.mouseClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, place))


def press(view: TimelineView, *keys: Qt.Key, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    for key in keys:
        QTest.keyClick(view, key, held)


def turn_wheel(view: TimelineView, place: QPointF, notches: float, *, shift: bool = False) -> None:
    at = spot(view, place)
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.plot.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own form
    )
    QApplication.sendEvent(view.plot.viewport(), event)


def sources(count: int) -> tuple[Event, ...]:
    return tuple(
        day_event(f"source{number}", 2025, 8, 12 + number, kind=EventKind.SOURCE) for number in range(count)
    )


# ── looking


def test_at_first_everything_is_in_view_and_has_its_label(view):
    assert view.plot.scale.holds(day_number(1945), day_number(2031))
    assert all(view.plot.place_of(event.id) for event in briefing())


def test_marks_stand_in_the_order_of_time_from_left_to_right_and_downwards(view):
    places = [mark(view, event.id) for event in briefing()[:-1]]
    assert [place.x() for place in places] == sorted(place.x() for place in places)
    assert [place.y() for place in places] == sorted(place.y() for place in places)


@pytest.mark.parametrize(("width", "height"), [(420, 700), (1200, 200), (300, 420), (180, 150)])
def test_no_label_covers_another_at_any_size(make_view, width, height):
    layout = make_view(width, height).plot.item.layout
    for one in layout.placed:
        assert layout.top_of(one) + layout.room.row_height <= layout.room.height
        for other in layout.placed:
            if one is not other and one.row == other.row:
                assert one.extent.end < other.extent.start or other.extent.end < one.extent.start


def test_a_low_strip_puts_its_buttons_beside_the_plot(make_view):
    view = make_view(1200, 200)
    assert view.bar.x() > view.plot.x() + view.plot.width() - 2
    assert not view.overview.isVisible()
    view.resize(420, 700)
    assert view.bar.geometry().bottom() <= view.plot.geometry().top()
    assert view.overview.isVisible()


def test_without_a_document_it_says_so_and_while_reading_it_says_that(make_view, desk):
    view = make_view(events=())
    assert view.empty.isVisible()
    assert "No dates yet" in view.empty.text()
    desk.open()
    assert "Reading" in view.empty.text()
    desk.find(briefing())
    assert not view.empty.isVisible()
    assert view.plot.axis.size().height() >= 3 * view.plot.axis.row_height
    assert view.plot.height_of_box + view.plot.axis.size().height() <= view.plot.height()


def test_where_all_dates_are_hidden_it_says_so(make_view, desk):
    view = make_view(events=sources(2))
    desk.bridge.reading_finished.emit(1, Timeline(desk.session.document, sources(2)))
    assert "2 source dates hidden" in view.empty.text()


def test_events_that_stream_in_widen_the_view_until_the_reader_takes_hold_of_it(make_view, desk):
    view = make_view(events=briefing()[4:7])
    assert view.plot.scale.first > day_number(2024)
    desk.find(briefing())
    assert view.plot.scale.first < day_number(1945)
    press(view, Qt.Key.Key_Plus)
    before = view.plot.scale
    desk.find((year_event("1066", 1066),))
    assert view.plot.scale == before


def test_the_hijri_strip_is_there_when_the_document_dates_so(view, desk):
    assert any(label.endswith("AH") for label in view.plot.axis.labels())
    desk.find((year_event("later", 2040),))
    view.plot.set_events((year_event("alone", 2019),))
    assert not any(label.endswith("AH") for label in view.plot.axis.labels())


def test_the_bar_says_what_is_in_view_and_how_much(view):
    assert view.bar.text.toolTip() == "1945 – 2030  ·  10 dates"


# ── choosing


def test_clicking_a_mark_selects_its_event(view, desk, qtbot):
    with qtbot.waitSignal(desk.session.selection_changed) as chosen:
        click(view, mark(view, "summit"))
    assert chosen.args == ["summit", "timeline"]


def test_clicking_the_words_selects_too(view, desk):
    layout = view.plot.item.layout
    placed = next(item for item in layout.placed if view.plot.spans.events[item.index].id == "1991")
    click(view, QPointF(placed.text_start + placed.text_width / 2, layout.top_of(placed) + 30))
    assert desk.session.selected_id == "1991"


def test_clicking_where_nothing_is_keeps_the_selection(view, desk):
    desk.session.select_event("summit", "list")
    click(view, ANYWHERE)
    assert desk.session.selected_id == "summit"


def test_a_selection_in_view_moves_nothing_and_one_out_of_view_is_brought_in(view, desk):
    view.plot.show_scale(TimeScale(day_number(2024), day_number(2026), view.plot.scale.width))
    before = view.plot.scale
    desk.session.select_event("summit", "list")
    assert view.plot.scale == before
    desk.session.select_event("1945", "list")
    assert view.plot.scale.holds(day_number(1945), day_number(1946))
    assert view.plot.scale.span == pytest.approx(before.span)


def test_hovering_tells_the_session_and_leaving_tells_it_too(view, desk, qtbot):
    with qtbot.waitSignal(desk.session.hover_changed) as hovered:
        QTest.mouseMove(view.plot.viewport(), spot(view, mark(view, "talks")))
    assert hovered.args == ["talks"]
    with qtbot.waitSignal(desk.session.hover_changed) as hovered:
        QTest.mouseMove(view.plot.viewport(), spot(view, ANYWHERE))
    assert hovered.args == [""]


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups on the offscreen platform
def test_a_crowd_under_the_axis_offers_its_events_for_choice(make_view, desk):
    same_day = tuple(day_event(f"e{number}", 2025, 8, 16) for number in range(9))
    view = make_view(600, 180, events=(*same_day, year_event("1945", 1945)))
    layout = view.plot.item.layout
    assert layout.crowd > 1
    click(view, QPointF(layout.scale.place(day_number(2025, 8, 16) + 0.5), 3))
    offered = view.chooser.actions()
    assert offered[0].text().count("\u2068") == 2, "date and words keep their own direction"
    assert len(offered) == layout.crowd
    offered[0].trigger()
    assert desk.session.selected_id.startswith("e")
    view.chooser.close()


def test_a_large_crowd_is_zoomed_into(make_view):
    crowd = tuple(day_event(f"e{n}", 2020 + n % 5, 1 + n % 12, 1 + n % 28) for n in range(400))
    view = make_view(600, 180, events=(*crowd, day_event("ides", -43, 3, 15)))
    before = view.plot.scale
    click(view, QPointF(before.place(day_number(2022)), 3))
    assert view.plot.scale.span < before.span / 10
    assert view.plot.scale.holds(day_number(2021), day_number(2023))


def test_the_selected_event_has_a_label_in_the_thickest_crowd(make_view, desk):
    crowd = tuple(day_event(f"e{number}", 2025, 8, 16) for number in range(200))
    view = make_view(600, 180, events=crowd)
    desk.session.select_event("e137", "list")
    assert view.plot.place_of("e137") is not None


# ── sources apart


def test_sources_are_hidden_at_first_and_stand_in_their_own_lane_when_asked_for(make_view, desk):
    view = make_view(events=(*briefing(), *sources(3)))
    assert view.bar.sources.toolTip() == "3 source dates hidden"
    assert not view.plot.sources.events
    QTest.mouseClick(view.bar.sources, Qt.MouseButton.LeftButton)
    assert desk.session.shows(EventKind.SOURCE)
    room = view.plot.item.layout.room
    assert room.source_height > 0
    view.plot.show_scale(TimeScale(day_number(2025, 8, 10), day_number(2025, 8, 22), view.plot.scale.width))
    first = view.plot.scale.place(day_number(2025, 8, 12) + 0.5)
    click(view, QPointF(first, room.height - room.source_height / 2))
    assert desk.session.selected_id == "source0"


# ── moving


def test_the_wheel_zooms_at_the_mouse(view):
    place = mark(view, "1991")
    day = view.plot.scale.day_at(place.x())
    span = view.plot.scale.span
    turn_wheel(view, place, 3)
    assert view.plot.scale.span < span / 2
    assert view.plot.scale.place(day) == pytest.approx(place.x(), abs=0.5)


def test_the_wheel_with_shift_moves_and_zooming_out_ends_where_all_is_small(view):
    turn_wheel(view, ANYWHERE, 4)
    before = view.plot.scale
    turn_wheel(view, ANYWHERE, -1, shift=True)
    assert view.plot.scale.first > before.first
    assert view.plot.scale.span == pytest.approx(before.span)
    turn_wheel(view, ANYWHERE, -60)
    assert view.plot.scale.span < 86 * 366 * 2


def test_dragging_carries_time_along_and_is_no_click(view, desk):
    turn_wheel(view, ANYWHERE, 4)
    before = view.plot.scale
    viewport, start = view.plot.viewport(), spot(view, mark(view, "1991"))
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(30, 0))
    QTest.mouseMove(viewport, start + QPoint(60, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert before.place(view.plot.scale.first) == pytest.approx(-60, abs=1)
    assert desk.session.selected_id == ""


def test_rows_do_not_jump_while_time_is_dragged(view):
    view.plot.show_scale(TimeScale(day_number(1980), day_number(2032), view.plot.scale.width))
    before = mark(view, "2019").y()
    view.plot.show_scale(view.plot.scale.moved(15))
    assert mark(view, "2019").y() == before


def test_a_double_click_on_nothing_shows_everything_again(view):
    view.fit_cluster()
    assert view.plot.scale.first > day_number(2020)
    QTest.mouseDClick(view.plot.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, ANYWHERE))
    assert view.plot.scale.holds(day_number(1945), day_number(2031))


def test_the_buttons_zoom_to_all_to_the_cluster_and_to_the_selection(view, desk):
    everything = view.plot.scale
    assert not view.bar.fit_selection.isEnabled()
    assert "2" in view.bar.fit_selection.toolTip(), "the key that does the same"
    QTest.mouseClick(view.bar.fit_cluster, Qt.MouseButton.LeftButton)
    assert view.plot.scale.first > day_number(2020)
    desk.session.select_event("1991", "list")
    QTest.mouseClick(view.bar.fit_selection, Qt.MouseButton.LeftButton)
    assert view.plot.scale.holds(day_number(1991), day_number(1992))
    assert view.plot.scale.span < 2 * 366
    QTest.mouseClick(view.bar.fit_all, Qt.MouseButton.LeftButton)
    assert view.plot.scale.first == pytest.approx(everything.first)
    QTest.mouseClick(view.bar.zoom_in, Qt.MouseButton.LeftButton)
    assert view.plot.scale.span < everything.span


def test_dragging_in_the_overview_moves_the_view(view):
    view.fit_cluster()
    where = view.overview.scale().place(day_number(1991))
    QTest.mouseClick(view.overview, Qt.MouseButton.LeftButton, pos=QPoint(round(where), 10))
    scale = view.plot.scale
    assert scale.first < day_number(1992)
    assert scale.last > day_number(1990)


# ── the keyboard


def test_the_whole_view_is_one_tab_stop(view):
    children = view.findChildren(QWidget)
    stops = [child for child in children if child.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == []
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_arrows_go_through_time_and_stop_at_its_ends(view, desk):
    press(view, Qt.Key.Key_Home)
    assert desk.session.selected_id == "1945"
    press(view, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert desk.session.selected_id == "2019"
    press(view, Qt.Key.Key_Left)
    assert desk.session.selected_id == "1991"
    press(view, Qt.Key.Key_End, Qt.Key.Key_Right)
    assert desk.session.selected_id == "2030"


def test_enter_goes_to_the_paragraph_of_the_selected_event_again(view, desk, qtbot):
    desk.session.select_event("summit", "list")
    with qtbot.waitSignal(desk.session.selection_changed) as chosen:
        press(view, Qt.Key.Key_Return)
    assert chosen.args == ["summit", "timeline"]


def test_the_keys_one_and_two_show_where_most_dates_lie_and_the_selected_one(view, desk):
    press(view, Qt.Key.Key_1)
    assert view.plot.scale.first > day_number(2020)
    desk.session.select_event("1991", "list")
    press(view, Qt.Key.Key_2)
    assert day_number(1990) < view.plot.scale.first < day_number(1991) < view.plot.scale.last


def test_plus_minus_nought_and_ctrl_arrows_move_the_view(view):
    everything = view.plot.scale
    press(view, Qt.Key.Key_Plus, Qt.Key.Key_Plus)
    nearer = view.plot.scale
    assert nearer.span < everything.span / 2
    press(view, Qt.Key.Key_Right, ctrl=True)
    assert view.plot.scale.first > nearer.first
    press(view, Qt.Key.Key_Minus)
    assert view.plot.scale.span > nearer.span
    press(view, Qt.Key.Key_0)
    assert view.plot.scale.first == pytest.approx(everything.first)


def test_its_keys_win_over_shortcuts_of_the_window_and_others_do_not(view):
    def claims(key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    assert claims(Qt.Key.Key_Left)
    assert not claims(Qt.Key.Key_F)


def test_a_screen_reader_hears_the_selected_event(view, desk):
    assert view.accessibleName() == "Timeline"
    assert "Arrow keys" in view.accessibleDescription()
    desk.session.select_event("summit", "list")
    assert view.accessibleDescription() == "Aug 16, 2025: what happened: summit"


# ── reading on in the page


def test_the_bracket_stands_over_the_days_the_text_on_screen_speaks_of(view, desk):
    desk.session.set_view(Place(1), [PageStretch(1, 0, 842)])
    scale, bracket = view.plot.scale, view.plot.span_item.bracket()
    assert bracket.left() <= scale.place(day_number(2025, 8, 15))
    assert bracket.right() >= scale.place(day_number(2025, 8, 17))
    assert view.plot.item.emphasis.on_page == {"meeting", "summit"}
    desk.session.set_view(Place(3), [PageStretch(3, 0, 842)])
    assert view.plot.span_item.bracket().isEmpty()


def test_the_view_follows_the_text_only_when_it_speaks_of_days_out_of_view(view, desk, qtbot):
    view.plot.show_scale(TimeScale(day_number(2018), day_number(2020), view.plot.scale.width))
    with qtbot.waitSignal(view.plot.view_changed):
        desk.session.set_view(Place(1), [PageStretch(1, 0, 842)])
    assert view.plot.scale.holds(day_number(2025, 8, 15), day_number(2025, 8, 17))


def test_dark_and_light_take_effect_at_once(view, theme):
    light = view.grab().toImage().pixelColor(200, 600)
    theme.set_mode("dark")
    dark = view.grab().toImage().pixelColor(200, 600)
    assert light.lightness() > 200
    assert dark.lightness() < 80


def test_a_flight_takes_a_moment_and_ends_where_it_was_to(view, qtbot, monkeypatch):
    monkeypatch.setattr(view.plot, "flies", True)
    goal = view.plot.cluster()
    view.fit_cluster()
    assert view.plot.goal().first == pytest.approx(goal.first)
    qtbot.waitUntil(lambda: view.plot.scale.first == pytest.approx(goal.first))
    assert view.plot.scale.last == pytest.approx(goal.last)
