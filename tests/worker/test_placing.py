"""What a document's events still lack: which pages the child places next, and who gets them."""

from __future__ import annotations

from dataclasses import replace

from reader.timeline.page_events import PageEvents
from reader.worker.placing import SECTION, UNDER_WAY, Placing


def page(index: int, body: bytes = b"estimated") -> PageEvents:
    return PageEvents(index, index, b"one record", body)


def exact(section: tuple[PageEvents, ...]) -> tuple[PageEvents, ...]:
    return tuple(replace(each, body=b"exact") for each in section)


def told(count: int) -> Placing:
    placing = Placing()
    placing.note(map(page, range(count)))
    return placing


def indices(pages: tuple[PageEvents, ...]) -> list[int]:
    return [each.page_index for each in pages]


def test_pages_in_view_go_first_then_those_that_are_waited_for_then_those_to_be_kept() -> None:
    placing = told(20)
    placing.keep_all()
    placing.want([11, 12])
    placing.look_at(range(13, 16))
    assert indices(placing.next_section()) == [13, 14, 15, 11, 12, 0, 1, 2]


def test_the_child_has_never_more_in_hand_than_it_needs_not_to_wait() -> None:
    placing = told(100)
    placing.want_all()
    sections = [placing.next_section() for _ in range(UNDER_WAY)]
    assert [indices(section) for section in sections] == [list(range(8)), list(range(8, 16))]
    assert not placing.next_section()
    placing.take(exact(sections[0]))
    assert indices(placing.next_section()) == list(range(16, 16 + SECTION))


def test_a_page_without_events_and_one_that_stands_exactly_are_not_placed() -> None:
    placing = told(3)
    placing.note([PageEvents(1)])
    placing.look_at([0])
    placing.take(exact(placing.next_section()))
    placing.want_all()
    assert list(placing.wanted) == [2]
    assert indices(placing.keep_all()) == [0]
    assert indices(placing.next_section()) == [2]


def test_the_window_is_told_what_it_waits_for_and_the_cache_gets_the_rest_too() -> None:
    placing = told(3)
    placing.keep_all()
    placing.want([1])
    placed = placing.take(exact(placing.next_section()))
    assert indices(placed.to_tell) == [1]
    assert indices(placed.to_keep) == [1, 0, 2]
    assert {each.body for each in placed.to_tell + placed.to_keep} == {b"exact"}
    assert not placing.next_section()


def test_what_was_told_anew_while_the_child_placed_it_is_placed_once_more() -> None:
    placing = told(2)
    placing.look_at(range(2))
    section = placing.next_section()
    placing.note([page(1, b"dated again")])
    assert indices(placing.take(exact(section)).to_tell) == [0]
    assert placing.next_section() == (page(1, b"dated again"),)


def test_nobody_waits_for_what_the_child_cannot_place_and_a_timeline_is_not_kept_without_it() -> None:
    placing = told(20)
    placing.keep_all()
    placing.want([3])
    placed = placing.take(exact(placing.next_section())[1:])
    assert not placed.to_tell
    assert not placing.wanted
    assert not placing.unkept


def test_what_the_child_told_before_it_heard_that_all_is_wanted_is_placed_too() -> None:
    placing = told(1)
    placing.want_all()
    section = placing.next_section()
    placing.note([page(1)])
    placing.take(exact(section))
    assert indices(placing.next_section()) == [1]
    assert placing.measured == 1


def test_of_a_new_child_nothing_is_expected_that_the_last_had_in_hand() -> None:
    placing = told(3)
    placing.want_all()
    placing.next_section()
    placing.drop_child()
    assert not placing.next_section()
    assert not placing.take(exact((page(0),))).to_tell
    placing.want_all()
    assert len(placing.wanted) == 3
