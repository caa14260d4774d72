"""One document, one selection, one history: what the views share."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from reader.document.model import PageSize
from reader.sentences import Sentence
from reader.timeline.model import EventKind
from reader.timeline.page_events import by_page
from reader.ui.event_places import PageStretch
from reader.ui.history import Place
from reader.worker.messages import (
    EventsFound,
    Opened,
    PageFailed,
    PageSizes,
    ReadingProgress,
    Refused,
    WorkerDied,
)
from tests.ui.conftest import EVENTS, Desk, info, make_event

NOT_A_PDF = Sentence("error.not_a_pdf", {"path": "x.doc"})


def test_a_file_that_cannot_be_read_leaves_the_open_one_alone(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    desk.session.select_event("e1", "list")
    with qtbot.waitSignal(desk.session.message_raised) as told:
        desk.session.open("x.doc")
        desk.answer(Refused(desk.job_id, NOT_A_PDF))
    assert "x.doc" in told.args[0].text
    assert desk.session.document == info()
    assert desk.session.selected_id == "e1"
    assert desk.client.closed == []


def test_a_file_that_can_be_read_takes_the_place_of_the_open_one(desk: Desk) -> None:
    desk.open("one.pdf")
    desk.find()
    desk.open("two.pdf")
    assert desk.session.document == info("two.pdf")
    assert desk.session.events == ()
    assert desk.client.closed == [1]


def test_answers_for_a_document_no_longer_wanted_are_dropped(desk: Desk) -> None:
    desk.open("one.pdf")
    desk.open("two.pdf")
    desk.answer(EventsFound(1, by_page(EVENTS)), ReadingProgress(1, 5, 6), PageSizes(1, 0, (PageSize(1, 1),)))
    assert desk.session.count(EventKind.EVENT) == 0
    assert desk.session.progress == (0, 6)


def test_choosing_another_file_while_one_is_being_opened_gives_the_first_up(desk: Desk) -> None:
    desk.session.open("slow.pdf")
    desk.session.open("quick.pdf")
    assert desk.client.closed == [1]
    desk.answer(Opened(1, info("slow.pdf")))
    assert desk.session.document is None
    desk.answer(Opened(2, info("quick.pdf")))
    assert desk.session.document == info("quick.pdf")


def test_a_protected_file_is_tried_again_with_the_password(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    with qtbot.waitSignal(session.password_wanted) as asked:
        session.open("secret.pdf", page_index=4)
        desk.answer(
            Refused(1, Sentence("error.password_needed", {"path": "secret.pdf"}), needs_password=True)
        )
    assert asked.args == ["secret.pdf", False]
    with qtbot.waitSignal(session.password_wanted) as asked_again:
        session.retry_with_password("wrong")
        desk.answer(Refused(2, Sentence("error.wrong_password", {"path": "secret.pdf"}), needs_password=True))
    assert asked_again.args == ["secret.pdf", True]
    session.retry_with_password("right")
    assert desk.client.opened[-1] == ("secret.pdf", "right", 4)


def test_sources_are_hidden_at_first_and_come_when_switched_on(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    assert [event.id for event in desk.session.events] == ["e2", "e3", "e1", "e5"]
    with qtbot.waitSignal(desk.session.events_changed):
        desk.session.show_kind(EventKind.SOURCE, shown=True)
    assert [event.id for event in desk.session.events] == ["e2", "e3", "e4", "e1", "e5"]


def test_selecting_a_hidden_source_shows_its_kind_and_hiding_it_lets_go(desk: Desk) -> None:
    desk.open()
    desk.find()
    desk.session.select_event("e4", "page")
    assert desk.session.shows(EventKind.SOURCE)
    assert desk.session.selected_id == "e4"
    desk.session.show_kind(EventKind.SOURCE, shown=False)
    assert desk.session.selected_id == ""


def test_events_stream_in_are_changed_and_go(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    with qtbot.waitSignal(desk.session.events_changed):
        desk.client.answer(EventsFound(1, by_page(EVENTS[:2])))
    assert len(desk.session.events) == 2
    with qtbot.waitSignal(desk.session.events_changed):
        desk.client.answer(EventsFound(1, by_page([make_event(1, day=600_000)])))
    assert [(event.id, event.date.first_day) for event in desk.session.events] == [("e1", 600_000)]


def test_the_timeline_is_told_which_span_the_paragraphs_in_sight_speak_of(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    with qtbot.waitSignal(desk.session.visible_span_changed) as told:
        desk.session.set_view(Place(0), [PageStretch(0, 0, 842)], 0)
    assert told.args == [(700_000, 739_000)]
    assert desk.session.visible_ids == {"e1", "e2"}
    with qtbot.assertNotEmitted(desk.session.visible_span_changed):
        desk.session.set_view(Place(0, 10), [PageStretch(0, 10, 842)], 0)
    with qtbot.waitSignal(desk.session.visible_span_changed) as told:
        desk.session.set_view(Place(1), [PageStretch(1, 0, 842)], 1)
    assert told.args == [None]


def test_reading_follows_the_eye(desk: Desk) -> None:
    desk.open()
    desk.session.set_view(Place(4), [], 4)
    desk.session.set_view(Place(4, 30), [], 4)
    assert desk.client.looked_at == [4]


def test_a_jump_can_be_taken_back_with_its_selection(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    desk.open()
    desk.find()
    session.set_view(Place(0, 40), [], 0)
    session.select_event("e3", "timeline")
    session.set_view(Place(3, 400), [], 3)
    with qtbot.waitSignal(session.place_requested) as told:
        session.go_back()
    assert told.args == [Place(0, 40)]
    assert session.selected_id == ""
    session.set_view(Place(0, 40), [], 0)
    session.go_forward()
    assert session.selected_id == "e3"


def test_going_from_date_to_date_by_key_is_one_way_back(desk: Desk, qtbot: QtBot) -> None:
    session = desk.session
    desk.open()
    desk.find()
    session.set_view(Place(0, 40), [], 0)
    for event_id in ("e2", "e3", "e5"):
        session.select_event(event_id, "timeline", is_step=True)
    with qtbot.waitSignal(session.place_requested) as told:
        session.go_back()
    assert told.args == [Place(0, 40)]
    assert not session.history.can_go_back


def test_clicking_on_the_page_is_no_jump(desk: Desk) -> None:
    desk.open()
    desk.find()
    desk.session.select_event("e1", "page")
    assert not desk.session.history.can_go_back


def follow(desk: Desk) -> None:
    """What the page view does: it brings what is chosen into sight, and goes where it is sent."""

    def show(place: Place) -> None:
        desk.session.set_view(place, [PageStretch(place.page_index, place.top, place.top + 400)])

    def bring(event_id: str, _origin: str) -> None:
        if event := desk.session.event_of(event_id):
            mention = event.mentions[0]
            show(Place(mention.page_index, mention.boxes[0].box.y0 - 90))

    desk.session.selection_changed.connect(bring)
    desk.session.place_requested.connect(show)


def test_the_next_dated_paragraph_is_counted_from_the_selected_one(desk: Desk) -> None:
    desk.open()
    desk.find()
    follow(desk)
    steps = []
    for _step in range(5):
        desk.session.go_to_dated_paragraph(1)
        steps.append(desk.session.selected_id)
    assert steps == ["e1", "e2", "e3", "e5", "e5"]
    desk.session.go_to_dated_paragraph(-1)
    assert desk.session.selected_id == "e3"
    assert not desk.session.shows(EventKind.SOURCE), "hidden dates are passed over, not brought out"


def test_from_the_page_one_has_gone_to_one_does_not_return_to_the_date_chosen_before(desk: Desk) -> None:
    desk.open()
    desk.find()
    follow(desk)
    desk.session.go_to_dated_paragraph(1)
    desk.session.go_to(Place(2))
    desk.session.go_to_dated_paragraph(1)
    assert desk.session.selected_id == "e3"
    desk.session.go_to(Place(2))
    desk.session.go_to_dated_paragraph(-1)
    assert desk.session.selected_id == "e2"


def test_a_file_may_be_opened_by_what_is_printed_on_its_page(desk: Desk, qtbot: QtBot) -> None:
    desk.session.open("book.pdf", page_label="iii")
    desk.answer(Opened(1, info("book.pdf")))
    with qtbot.waitSignal(desk.session.place_requested) as told:
        desk.answer(PageSizes(1, 0, (PageSize(1, 1),) * 3, ("i", "ii", "iii")))
    assert told.args == [Place(2)]


def test_a_page_that_cannot_be_shown_says_so_and_one_that_cannot_be_read_raises_a_notice(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.open()
    sentence = Sentence("worker.page_damaged", {"page": 3, "path": "chronicle.pdf"})
    with qtbot.waitSignal(desk.session.page_failed):
        desk.answer(PageFailed(1, 2, sentence, painting=True))
    assert "Page 3" in desk.session.failed_pages[2]
    with qtbot.waitSignal(desk.session.message_raised):
        desk.answer(PageFailed(1, 2, sentence, painting=False))


def test_a_child_that_died_is_a_sentence_and_the_document_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    with qtbot.waitSignal(desk.session.message_raised):
        desk.answer(WorkerDied(1, "reading", Sentence("worker.reading_restarted", {"path": "chronicle.pdf"})))
    assert desk.session.document == info()


def test_closing_forgets_everything(desk: Desk, qtbot: QtBot) -> None:
    desk.open()
    desk.find()
    with qtbot.waitSignal(desk.session.document_closed):
        desk.session.close()
    assert desk.session.document is None
    assert desk.session.events == ()
    assert desk.client.closed == [1]
    desk.session.close()
    assert desk.client.closed == [1]


def test_a_chosen_date_that_is_joined_with_another_is_chosen_there(desk: Desk) -> None:
    desk.open()
    first, second = make_event(1, page=2), make_event(2, page=2, day=739_001)
    desk.find((first, second))
    desk.session.select_event("e2", "list")
    joined = replace(first, mentions=(*first.mentions, *second.mentions))
    desk.answer(EventsFound(1, by_page((joined,))))
    desk.session._publish_events()  # noqa: SLF001 - a test waits for no timer
    assert desk.session.selected_id == "e1"
