"""Where events stand on the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reader.document.model import Box, PageBox
from reader.timeline.model import Event, EventKind
from reader.timeline.page_events import by_page
from reader.ui.event_places import EventPlaces, PageStretch, blocks, span_of
from reader.ui.history import Place
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


SHOWN = {EventKind.EVENT, EventKind.ISSUE}


def test_the_next_and_previous_dated_paragraph_from_a_place() -> None:
    def following(page: int, y: float, step: int) -> str | None:
        found = PLACES.next_event(None, Place(page, y), step, SHOWN)
        return found.id if found else None

    assert following(0, 0, 1) == "e1"
    assert following(0, 100, 1) == "e2"
    assert following(0, 300, 1) == "e3"
    assert following(3, 500, 1) == "e5", "the source before it is not asked for"
    assert following(5, 700, 1) is None
    assert following(3, 500, -1) == "e2"
    assert following(0, 100, -1) is None


def walk(events: tuple[Event, ...], step: int) -> list[str]:
    """From event to event, from the first or the last, as far as it goes."""
    places, passed = EventPlaces(by_page(events)), [events[0] if step > 0 else events[-1]]
    while (found := places.next_event(passed[-1], Place(0), step, SHOWN)) and len(passed) <= len(events):
        passed.append(found)
    return [event.id for event in passed]


def over_the_break(event: Event) -> Event:
    """An event at the foot of a page whose paragraph goes on at the head of the next."""
    mention = event.mentions[0]
    (part,) = mention.paragraph.boxes
    rest = PageBox(part.page_index + 1, Box(80, 40, 480, 70))
    return replace(
        event, mentions=(replace(mention, paragraph=replace(mention.paragraph, boxes=(part, rest))),)
    )


def beyond_the_break(event: Event) -> Event:
    """As `over_the_break`, with the date in what stands on the next page."""
    mention = over_the_break(event).mentions[0]
    box, page = mention.paragraph.boxes[-1], event.order[0] + 1
    return replace(
        event,
        mentions=(replace(mention, page_index=page, boxes=(box,)),),
        order=(page, *event.order[1:]),
    )


@pytest.mark.parametrize("crossing", [over_the_break, beyond_the_break])
def test_a_paragraph_over_a_page_break_is_passed_like_any_other(crossing: Callable[[Event], Event]) -> None:
    events = (
        make_event(1, page=0, top=100),
        crossing(make_event(9, page=0, top=780)),
        make_event(2, page=1, top=300),
        make_event(3, page=2, top=100),
    )
    assert walk(events, 1) == ["e1", "e9", "e2", "e3"]
    assert walk(events, -1) == ["e3", "e2", "e9", "e1"]


def test_in_two_columns_one_goes_down_the_first_before_the_second() -> None:
    columns = (make_event(1, top=100), make_event(2, top=500), make_event(3, top=90), make_event(4, top=480))
    assert walk(columns, 1) == ["e1", "e2", "e3", "e4"]
    assert walk(columns, -1) == ["e4", "e3", "e2", "e1"]


def test_from_the_head_of_a_page_nobody_is_sent_back_to_the_page_before() -> None:
    places = EventPlaces(by_page([over_the_break(make_event(1, top=780)), make_event(2, page=1, top=300)]))
    found = places.next_event(None, Place(1), 1, SHOWN)
    assert found is not None
    assert found.id == "e2"


def test_the_span_of_events_is_from_their_first_to_their_last_day() -> None:
    assert span_of(EVENTS[:2]) == (700_000, 739_000)
    assert span_of(()) is None


def test_lines_under_each_other_are_one_block_and_a_new_column_begins_another() -> None:
    lines = [Box(50, 100, 280, 112), Box(50, 114, 280, 126), Box(310, 60, 540, 72), Box(310, 74, 400, 86)]
    assert blocks(lines) == (Box(50, 100, 280, 126), Box(310, 60, 540, 86))
