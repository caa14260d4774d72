"""The whole way of the data as its callers use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.document.file.pdf import OpenDocument, open_document
from reader.pipeline import EventsFound, Finished, PagesRead, Reading
from reader.resources import resource
from reader.sentences import load_sentences
from reader.timeline.model import Event
from reader.timeline.page_events import PageEvents, by_page, pack
from tests.whole_reading import read_timeline
from tests.worker.small_pdf import write_pdf

SAMPLE = str(resource("sample", "briefing-alaska.pdf"))


@pytest.fixture
def document() -> Iterator[OpenDocument]:
    with open_document(SAMPLE) as opened:
        yield opened


def _told(reading: Reading) -> dict[str, Event]:
    """What a window knows at the end: of each page what was told last."""
    known: dict[int, tuple[Event, ...]] = {}
    for step in reading.steps():
        if isinstance(step, EventsFound):
            known.update(zip(step.pages, step.events, strict=True))
    return {event.id: event for events in known.values() for event in events}


def _timeline(reading: Reading) -> tuple[Event, ...]:
    known: dict[int, tuple[Event, ...]] = {}
    for step in reading.steps():
        if isinstance(step, EventsFound):
            known.update(zip(step.pages, step.events, strict=True))
        elif isinstance(step, Finished):
            return tuple(event for index in step.pages for event in known[index])
    raise AssertionError("a reading ends with Finished")


def test_what_is_told_step_by_step_is_the_timeline_at_the_end(document: OpenDocument) -> None:
    say = load_sentences("en")
    told = _told(Reading(document, sentences=say))
    assert set(told.values()) == set(read_timeline(SAMPLE, sentences=say).events)


@pytest.mark.parametrize("first_page", [0, 1])
def test_the_order_of_reading_changes_nothing(document: OpenDocument, first_page: int) -> None:
    say = load_sentences("en")
    assert _timeline(Reading(document, sentences=say, first_page=first_page)) == _timeline(
        Reading(document, sentences=say)
    )


@pytest.mark.parametrize("first_page", [0, 1])
def test_events_in_view_stand_exactly_wherever_their_paragraph_began(
    document: OpenDocument, first_page: int
) -> None:
    # A paragraph of page 1 runs on over page 2; opened there, its dates stood a letter beside their place.
    say = load_sentences("en")
    exact = {event.id: event.mentions for event in _timeline(Reading(document, sentences=say))}
    reading = Reading(document, sentences=say, first_page=first_page, exact_places=False)
    assert {name: event.mentions for name, event in _told(reading).items()} == exact


def test_progress_ends_with_the_last_page(document: OpenDocument) -> None:
    steps = list(Reading(document, sentences=load_sentences("en")).steps())
    read = [step.pages_read for step in steps if isinstance(step, PagesRead)]
    assert read == sorted(read)
    assert read[-1] == document.page_count


def test_sentences_are_in_the_users_language(document: OpenDocument) -> None:
    events = _timeline(Reading(document, sentences=load_sentences("ar")))
    assert any("أغسطس" in event.resolution for event in events)


def _packed(events: Iterable[Event]) -> tuple[PageEvents, ...]:
    """Events as a window keeps them."""
    return by_page(sorted(events, key=lambda event: event.order))


def test_what_was_told_with_estimated_places_is_placed_exactly(tmp_path: Path) -> None:
    say = load_sentences("en")
    with open_document(write_pdf(tmp_path / "long.pdf", 12)) as document:
        exact = _timeline(Reading(document, sentences=say))
        reading = Reading(document, sentences=say, exact_places=False)
        told = _packed(_told(reading).values())
        assert told != by_page(exact), "nothing was estimated"
        placed = tuple(map(reading.place, told))
        assert placed == by_page(exact)
        assert tuple(reading.place(page) for page in placed if page) == placed


def test_what_is_known_so_far_is_placed_in_the_middle_of_the_reading(tmp_path: Path) -> None:
    say = load_sentences("en")
    with open_document(write_pdf(tmp_path / "long.pdf", 60)) as document:
        exact = {page.page_index: page for page in by_page(_timeline(Reading(document, sentences=say)))}
        reading = Reading(document, sentences=say, exact_places=False)
        steps = reading.steps()
        first = next(step for step in steps if isinstance(step, EventsFound) and len(step.pages) > 2)
        told = [pack(index, events) for index, events in zip(first.pages, first.events, strict=True)]
        assert [reading.place(page) for page in told] == [exact[page.page_index] for page in told]
        assert reading.place(exact[59]) is None, "it has not been read"
        last = _packed(
            event for step in steps if isinstance(step, EventsFound) for page in step.events for event in page
        )
        assert reading.place(last[-1]) == exact[59]


def test_what_was_told_of_other_paragraphs_is_not_placed(document: OpenDocument) -> None:
    reading = Reading(document, sentences=load_sentences("en"), exact_places=False)
    (first, *_) = _packed(_told(reading).values())
    event = first.events()[0]
    strange = replace(event.mentions[0].paragraph, id="p0.99")
    other = replace(event, mentions=(replace(event.mentions[0], paragraph=strange),))
    assert reading.place(pack(0, [other])) is None
