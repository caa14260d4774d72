"""The timeline as a list: read, sorted, chosen from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.document.model import DocumentInfo, PageSize
from reader.timeline.model import Event, EventKind, Timeline
from reader.timeline.page_events import by_page
from reader.ui.event_list.event_list import EventList
from reader.ui.event_places import PageStretch
from reader.ui.history import Place
from reader.ui.theme import Theme
from reader.worker.messages import EventsFound, ReadingFinished
from tests.ui.conftest import EVENTS, LEFT, Desk, make_event, settle


@pytest.fixture
def event_list(desk: Desk, theme: Theme, qtbot: QtBot) -> EventList:
    made = EventList(desk.session, theme)
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def ids(event_list: EventList) -> list[str]:
    model = event_list.model
    return [model.event_at(row).id for row in range(model.rowCount())]


def click_row(event_list: EventList, row: int, qtbot: QtBot) -> None:
    rect = event_list.rows.visualRect(event_list.model.index(row))
    qtbot.mouseClick(event_list.rows.viewport(), LEFT, pos=rect.center())


def test_clicking_a_row_selects_its_event(event_list: EventList, desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    with qtbot.waitSignal(desk.session.selection_changed) as told:
        click_row(event_list, 1, qtbot)
    assert told.args == ["e3", "list"]


def test_arrow_keys_walk_through_the_events_and_enter_goes_there_again(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    desk.find()
    click_row(event_list, 0, qtbot)
    qtbot.keyClick(event_list.rows, Qt.Key.Key_Down)
    assert desk.session.selected_id == "e3"
    with qtbot.waitSignal(desk.session.selection_changed) as told:
        qtbot.keyClick(event_list.rows, Qt.Key.Key_Return)
    assert told.args == ["e3", "list"]
    qtbot.keyClick(event_list.rows, Qt.Key.Key_Down)
    qtbot.keyClick(event_list.rows, Qt.Key.Key_Down)
    steps_back = desk.session.history.position
    qtbot.keyClick(event_list.rows, Qt.Key.Key_Up)
    assert desk.session.history.position == steps_back


def test_a_selection_made_elsewhere_is_shown_and_not_echoed(event_list: EventList, desk: Desk) -> None:
    desk.open()
    desk.find()
    heard: list[str] = []
    desk.session.selection_changed.connect(lambda _id, origin: heard.append(origin))
    desk.session.select_event("e1", "timeline")
    assert event_list.rows.currentIndex().row() == ids(event_list).index("e1")
    desk.session.select_event(None, "keyboard")
    assert not event_list.rows.currentIndex().isValid()
    assert heard == ["timeline", "keyboard"]


def test_by_time_or_by_place(event_list: EventList, desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    assert ids(event_list) == ["e2", "e3", "e1", "e5"]
    qtbot.mouseClick(event_list.order_buttons.button(1), LEFT)
    assert ids(event_list) == ["e1", "e2", "e3", "e5"]


def test_source_dates_are_counted_while_hidden_and_come_with_a_click(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    assert not event_list.source_switch.isVisible()
    desk.find()
    assert event_list.source_switch.text() == "1 source date hidden"
    qtbot.mouseClick(event_list.source_switch, LEFT)
    assert event_list.source_switch.text() == "1 source date"
    assert "e4" in ids(event_list)
    qtbot.mouseClick(event_list.issue_switch, LEFT)
    assert "e5" not in ids(event_list)
    assert event_list.issue_switch.text() == "Document’s date hidden"


def test_a_row_says_all_to_a_screen_reader(event_list: EventList, desk: Desk) -> None:
    desk.open()
    desk.find((make_event(1, day=739_022, planned=True),))
    index = event_list.model.index(0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "May 16, 2024, planned: On 16 May 2024 the bridge was opened., page 1"


def test_why_there_is_nothing_to_see(event_list: EventList, desk: Desk) -> None:
    assert "Open a document" in event_list.empty.text()
    desk.open()
    assert event_list.empty.text() == "Looking for dates…"
    desk.find((make_event(4, kind=EventKind.SOURCE),))
    assert "Other dates are hidden" in event_list.empty.text()
    desk.open("plain.pdf")
    desk.find(())
    assert event_list.empty.text() == "No dates were found in this document."
    desk.open("scan.pdf", pages=2)
    document = DocumentInfo("scan.pdf", "", "", 2, PageSize(595, 842))
    desk.answer(ReadingFinished(desk.job_id, Timeline(document, pages_without_text=(0, 1))))
    assert "2 pages have no text" in event_list.empty.text()
    desk.session.recognition.want(wanted=True)
    assert "No text was found" in event_list.empty.text()
    assert event_list.empty.isVisible()


def test_the_row_under_the_mouse_is_hovered_everywhere(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    desk.find()
    rect = event_list.rows.visualRect(event_list.model.index(2))
    with qtbot.waitSignal(desk.session.hover_changed) as told:
        qtbot.mouseMove(event_list.rows.viewport(), rect.center())
    assert told.args == ["e1"]


def test_rows_that_arrive_do_not_move_the_list_one_is_reading(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    many = tuple(make_event(number, day=700_000 + number) for number in range(60))
    desk.open()
    desk.find(many)
    click_row(event_list, 0, qtbot)
    event_list.rows.verticalScrollBar().setValue(900)
    desk.answer(EventsFound(1, by_page((*many, make_event(61, day=800_000)))))
    qtbot.waitUntil(lambda: event_list.model.rowCount() == 61)
    assert event_list.rows.verticalScrollBar().value() == 900
    assert event_list.rows.currentIndex().row() == 0


def test_the_chosen_date_keeps_its_place_in_the_list_while_earlier_ones_are_found(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    some = tuple(make_event(number, day=700_000 + number) for number in range(30))
    desk.open()
    desk.find(some)
    click_row(event_list, 3, qtbot)
    place = event_list.rows.visualRect(event_list.rows.currentIndex())
    earlier = tuple(make_event(100 + number, day=600_000 + number) for number in range(40))
    desk.answer(EventsFound(1, by_page((*some, *earlier))))
    qtbot.waitUntil(lambda: event_list.model.rowCount() == 70)
    assert desk.session.selected_id == "e3"
    assert event_list.model.event_at(event_list.rows.currentIndex().row()).id == "e3"
    assert event_list.rows.visualRect(event_list.rows.currentIndex()) == place


def test_who_reads_further_down_the_list_goes_on_reading_while_earlier_dates_are_found(
    event_list: EventList, desk: Desk, qtbot: QtBot
) -> None:
    some = tuple(make_event(number, day=700_000 + number) for number in range(60))
    desk.open()
    desk.find(some)
    event_list.rows.verticalScrollBar().setValue(900)
    first = event_list.rows.indexAt(event_list.rows.viewport().rect().topLeft())
    read, top = event_list.model.event_at(first.row()).id, event_list.rows.visualRect(first).top()
    desk.answer(EventsFound(1, by_page((*some, make_event(100, day=600_000)))))
    qtbot.waitUntil(lambda: event_list.model.rowCount() == 61)
    row = event_list.model.row_of(read)
    assert row == first.row() + 1
    assert event_list.rows.visualRect(event_list.model.index(row)).top() == top


def in_the_middle(desk: Desk) -> tuple[Event, ...]:
    """A document opened on its fourth page, of which 20 dates are known, all late ones."""
    desk.open()
    desk.session.set_view(Place(3), (PageStretch(3, 0, 842),))
    settle()
    return tuple(make_event(number, page=3, day=700_000 + number) for number in range(20))


def earlier_ones(count: int = 60) -> tuple[Event, ...]:
    return tuple(make_event(100 + number, page=1, day=600_000 + number) for number in range(count))


def is_any_seen(event_list: EventList, events: tuple[Event, ...]) -> bool:
    rows = (event_list.model.row_of(event.id) for event in events)
    rects = (event_list.rows.visualRect(event_list.model.index(row)) for row in rows if row is not None)
    return any(event_list.rows.viewport().rect().intersects(rect) for rect in rects)


@pytest.mark.parametrize("is_found_last", [False, True])
def test_opened_in_the_middle_the_list_shows_the_dates_of_that_page(
    event_list: EventList, desk: Desk, *, is_found_last: bool
) -> None:
    here, before = in_the_middle(desk), earlier_ones()
    desk.answer(EventsFound(1, by_page(before if is_found_last else here)))
    desk.find((*before, *here))
    assert is_any_seen(event_list, here)


def test_a_list_made_after_all_dates_were_found_shows_those_of_the_page(
    desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    here = in_the_middle(desk)
    desk.find((*earlier_ones(), *here))
    made = EventList(desk.session, theme)
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show()
    qtbot.waitExposed(made)
    settle()
    assert is_any_seen(made, here)


def test_who_has_moved_the_list_from_the_page_is_left_alone_while_dates_are_found(
    event_list: EventList, desk: Desk
) -> None:
    here, before = in_the_middle(desk), earlier_ones()
    desk.answer(EventsFound(1, by_page((*before, *here))))
    settle()
    QTest.qWait(300)
    assert is_any_seen(event_list, here)
    event_list.rows.verticalScrollBar().setValue(0)
    desk.find((*before, *here, make_event(99, page=5, day=750_000)))
    assert not is_any_seen(event_list, here)


def test_opened_at_its_beginning_a_document_is_listed_from_its_earliest_date_on(
    event_list: EventList, desk: Desk
) -> None:
    desk.open()
    desk.session.set_view(Place(0), (PageStretch(0, 0, 842),))
    here = tuple(make_event(number, page=0, day=700_000 + number) for number in range(20))
    desk.find((*earlier_ones(), *here))
    assert not is_any_seen(event_list, here)


def test_rows_are_drawn_in_every_kind_and_script(event_list: EventList, desk: Desk, qtbot: QtBot) -> None:
    arabic = make_event(9, text="افتُتح الجسر في 16 May 2024 وسط المدينة", day=739_500)
    desk.open()
    desk.find((*EVENTS, arabic, make_event(6, planned=True)))
    qtbot.mouseClick(event_list.source_switch, LEFT)
    image = event_list.rows.viewport().grab().toImage()
    assert (
        len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 20
    )


def test_the_model_keeps_qts_rules(desk: Desk, event_list: EventList, qtmodeltester: ModelTester) -> None:
    desk.open()
    desk.find()
    qtmodeltester.check(event_list.model)


def test_the_list_follows_the_page_as_far_as_needed(event_list: EventList, desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitExposed(event_list)
    desk.open()
    desk.find(tuple(make_event(number, page=number % 6, day=number * 400) for number in range(60)))

    def is_seen(row: int) -> bool:
        index = event_list.model.index(row)
        return event_list.rows.viewport().rect().intersects(event_list.rows.visualRect(index))

    def read_on(event_id: str) -> None:
        desk.session.visible_ids = frozenset({event_id})
        desk.session.place_changed.emit(Place(0))
        settle()

    assert not is_seen(50)
    read_on("e50")
    assert is_seen(50)
    top = event_list.rows.verticalScrollBar().value()
    read_on("e49")
    assert event_list.rows.verticalScrollBar().value() == top, "what can be seen is not moved"
    event_list.rows.entered.emit(event_list.model.index(49))
    read_on("e2")
    assert not is_seen(2), "nothing moves under the mouse"
