"""Packed events come back as they were, and are found, sorted and counted without being read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reader.timeline.codec import CodecError
from reader.timeline.event_table import EventTable, table_of, table_of_pages
from reader.timeline.model import EventKind
from reader.timeline.page_events import PackedEvents, PageEvents, by_page, pack
from tests.store.timelines import full_timeline
from tests.timeline.chronicle import briefing, event

FULL = full_timeline().events[0]
UNDATED, UNTIL, SINCE = event("sometime", None, None), event("until", None, 700), event("since", 600, None)


def ids(table: EventTable) -> list[str]:
    return [each.id for each in table]


def test_what_is_packed_comes_back_equal() -> None:
    packed = pack(3, [FULL, UNDATED])
    assert packed.events() == (FULL, UNDATED)
    assert len(packed) == 2
    assert packed.last_page == 4, "its paragraph goes on overleaf"
    assert packed.has_arabic
    assert not pack(0, briefing()).has_arabic


def test_events_are_filed_under_the_page_their_paragraph_begins_on() -> None:
    other = replace(FULL, id="e2", mentions=())
    pages = by_page([FULL, other])
    assert [(page.page_index, page.events()) for page in pages] == [(0, (other,)), (3, (FULL,))]
    assert PackedEvents(pages) == (other, FULL)
    assert PackedEvents(pages)[1] == FULL
    assert PackedEvents(pages)[-2:] == (other, FULL)
    assert by_page(PackedEvents(pages)) == pages
    assert PackedEvents([PageEvents(0)]) == ()


def test_a_bound_stands_where_its_open_side_begins() -> None:
    year = event("1789", 600, 964, "year")
    bounds = ("before", "until", "since", "after")
    table = table_of(replace(year, date=replace(year.date, bound=bound)) for bound in bounds)
    first, last = table.days()
    assert (first.tolist(), last.tolist()) == ([600, 964, 600, 964], [600, 964, 600, 964])


def test_in_time_an_open_end_stands_on_the_known_one() -> None:
    middle = event("middle", 650, 660)
    assert ids(table_of([UNTIL, middle, SINCE]).in_time()) == ["since", "middle", "until"]


def test_events_of_one_day_stand_in_reading_order() -> None:
    late, early = (
        replace(FULL, id=name, order=order) for name, order in (("b", (9, 1, 0)), ("a", (2, 5, 3)))
    )
    table = table_of([late, early])
    assert ids(table.in_time()) == ids(table.in_place()) == ["a", "b"]


def test_a_paragraph_that_runs_over_a_page_stays_together_as_it_is_read() -> None:
    begun = event("begun", 1, 1)
    overleaf = replace(begun, id="overleaf", order=(1, 9, 40))
    after = replace(event("after", 2, 2, page=1), order=(1, 0, 0))
    packed = PackedEvents(by_page([begun, overleaf, after]))
    table = table_of_pages(packed.pages)
    assert ids(table.in_time().as_read()) == [each.id for each in packed] == ["begun", "overleaf", "after"]


def test_kinds_are_told_apart_and_counted() -> None:
    table = table_of([FULL, *briefing()])
    assert ids(table.of_kinds([EventKind.SOURCE])) == [FULL.id]
    assert table.count_of(EventKind.SOURCE) == 1
    assert len(table.of_kinds([])) == 0


def test_what_has_no_day_is_left_out_of_the_dated() -> None:
    assert ids(table_of([UNDATED, UNTIL, SINCE]).dated()) == ["until", "since"]


def test_an_event_is_found_by_its_id_in_every_order() -> None:
    table = table_of_pages(by_page([FULL, *briefing()])).in_time()
    for index, each in enumerate(table):
        assert table.index_of(each.id) == index
        assert table.find(each.id) == each
    assert table.find("nobody") is None
    assert table.of_kinds([EventKind.SOURCE]).index_of("1991") is None


def test_a_table_is_a_sequence_like_others() -> None:
    table = table_of(briefing())
    assert table == briefing()
    assert table[1:3] == briefing()[1:3]
    assert table != briefing()[1:]
    assert table_of(()) == ()


@pytest.mark.parametrize("body", [b"", b"no zlib", pack(0, [FULL]).body[:-9]])
def test_bytes_that_are_no_events_are_refused(body: bytes) -> None:
    with pytest.raises(CodecError):
        replace(pack(0, [FULL]), body=body).events()
