"""Where events stand on the pages."""

from __future__ import annotations

from dataclasses import replace

from reader.document.model import Box, PageBox
from reader.timeline.model import EventKind
from reader.timeline.page_events import by_page
from reader.ui.event_places import EventPlaces, PageStretch, blocks, span_of
from tests.ui.conftest import EVENTS, make_event

PLACES = EventPlaces(by_page(EVENTS))


def test_an_expression_is_found_under_a_point_and_beside_it_is_not() -> None:
    found = PLACES.expression_at(0, 100, 105)
    assert found is not None
    assert found.event.id == "e1"
    assert PLACES.expression_at(0, 300, 105) is None
    assert PLACES.expression_at(1, 100, 105) is None


def test_the_smaller_of_two_overlapping_expressions_is_meant() -> None:
    wide, narrow = make_event(1), make_event(2)
    mention = narrow.mentions[0]
    inner = replace(mention, boxes=(PageBox(0, Box(80, 100, 110, 112)),))
    places = EventPlaces(by_page([wide, replace(narrow, mentions=(inner,))]))
    at_both, at_one = places.expression_at(0, 90, 105), places.expression_at(0, 150, 105)
    assert at_both is not None
    assert at_one is not None
    assert (at_both.event.id, at_one.event.id) == ("e2", "e1")


def test_what_is_in_sight_is_what_its_paragraph_shows() -> None:
    def ids(*stretches: PageStretch) -> set[str]:
        return {event.id for event in PLACES.in_view(stretches)}

    assert ids(PageStretch(0, 0, 842)) == {"e1", "e2"}
    assert ids(PageStretch(0, 120, 200)) == {"e1"}
    assert ids(PageStretch(0, 131, 299)) == set()
    assert ids(PageStretch(3, 0, 842), PageStretch(5, 0, 200)) == {"e3", "e4"}


def test_the_next_and_previous_dated_paragraph() -> None:
    def following(page: int, y: float, step: int) -> str | None:
        found = PLACES.next_event(page, y, step, {EventKind.EVENT, EventKind.ISSUE})
        return found.id if found else None

    assert following(0, 0, 1) == "e1"
    assert following(0, 100, 1) == "e2"
    assert following(0, 300, 1) == "e3"
    assert following(3, 500, 1) == "e5", "the source before it is not asked for"
    assert following(5, 700, 1) is None
    assert following(3, 500, -1) == "e2"
    assert following(0, 100, -1) is None


def test_the_span_of_events_is_from_their_first_to_their_last_day() -> None:
    assert span_of(EVENTS[:2]) == (700_000, 739_000)
    assert span_of(()) is None


def test_lines_under_each_other_are_one_block_and_a_new_column_begins_another() -> None:
    lines = [Box(50, 100, 280, 112), Box(50, 114, 280, 126), Box(310, 60, 540, 72), Box(310, 74, 400, 86)]
    assert blocks(lines) == (Box(50, 100, 280, 126), Box(310, 60, 540, 86))
