"""The years that the parts of a document speak of."""

from __future__ import annotations

import pytest

from reader.calendars.gregorian import to_day_number
from reader.document.model import OutlineEntry
from reader.sentences import Sentences
from reader.timeline.date_words import DateWords
from reader.timeline.event_table import EventTable, table_of_pages
from reader.timeline.model import Event, EventKind
from reader.timeline.page_events import by_page
from reader.ui.contents.outline_spans import OutlineSpans
from reader.ui.contents.outline_tree import OutlineTree
from tests.ui.conftest import make_event

BOOK = OutlineTree(
    [
        OutlineEntry("Part I", 0, 1),
        OutlineEntry("Chapter 1", 1, 1, 90.0),
        OutlineEntry("Chapter 2", 1, 3),
        OutlineEntry("Part II", 0, 5),
        OutlineEntry("Elsewhere", 0, None),
        OutlineEntry("Part III", 0, 8),
    ],
    10,
)
PART_I, CHAPTER_1, CHAPTER_2, PART_II, ELSEWHERE, PART_III = range(6)


@pytest.fixture
def spans(sentences: Sentences) -> OutlineSpans:
    return OutlineSpans(DateWords(sentences))


def event(number: int, page: int, year: int, kind: EventKind = EventKind.EVENT) -> Event:
    return make_event(number, page=page, day=to_day_number(year, 6, 1), kind=kind)


def table(*events: Event) -> EventTable:
    return table_of_pages(by_page(events))


def test_a_part_speaks_of_the_years_of_its_pages_and_of_all_under_it(spans: OutlineSpans) -> None:
    events = (event(1, 0, 1500), event(2, 2, 1830), event(3, 4, 1848), event(4, 5, 1900), event(5, 9, 44))
    spans.take(BOOK, table(*events))
    assert spans.words(PART_I) == "1830–1848"
    assert spans.words(CHAPTER_1) == "1830"
    assert spans.words(CHAPTER_2) == "1848"
    assert spans.words(PART_II) == "1900"
    assert spans.words(ELSEWHERE) == ""
    assert spans.words(PART_III) == "44"


def test_what_is_only_cited_does_not_count(spans: OutlineSpans) -> None:
    spans.take(BOOK, table(event(1, 2, 1830), event(2, 2, 2011, EventKind.SOURCE)))
    assert spans.words(CHAPTER_1) == "1830"


def test_one_look_back_among_many_dates_is_left_out(spans: OutlineSpans) -> None:
    events = [event(number, 1, 1830 + number) for number in range(19)]
    spans.take(BOOK, table(*events, event(30, 1, 1066)))
    assert spans.words(CHAPTER_1) == "1830–1848"


def test_other_events_and_none(spans: OutlineSpans) -> None:
    spans.take(BOOK, table(event(1, 2, 1830)))
    assert spans.words(CHAPTER_1) == "1830"
    spans.take(BOOK, table(event(1, 2, 1831)))
    assert spans.words(CHAPTER_1) == "1831"
    spans.take(BOOK, ())
    assert spans.words(CHAPTER_1) == ""
