"""The whole way of the data as its callers use it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.document.file.pdf import OpenDocument, open_document
from reader.pipeline import EventsFound, Finished, Measured, PagesRead, Reading
from reader.resources import resource
from reader.sentences import load_sentences
from reader.timeline.model import Event
from reader.timeline.page_events import PackedEvents
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


def test_estimated_places_are_exact_in_what_is_kept(document: OpenDocument) -> None:
    say = load_sentences("en")
    reading = Reading(document, sentences=say, exact_places=False)
    (kept,) = (step.packed for step in reading.steps() if isinstance(step, Measured))
    assert PackedEvents(kept) == _timeline(Reading(document, sentences=say))


def test_sentences_are_in_the_users_language(document: OpenDocument) -> None:
    events = _timeline(Reading(document, sentences=load_sentences("ar")))
    assert any("أغسطس" in event.resolution for event in events)


def test_a_page_looked_at_when_all_is_measured_tells_where_its_dates_stand(tmp_path: Path) -> None:
    with open_document(write_pdf(tmp_path / "long.pdf", 12)) as document:
        exact = _timeline(Reading(document, sentences=load_sentences("en")))
        reading = Reading(document, sentences=load_sentences("en"), exact_places=False)
        _told(reading)
        found = reading.look_at(9)
        assert found.pages == (7, 8, 9, 10, 11)
        assert [event for events in found.events for event in events] == list(exact[7:])
        assert not reading.look_at(9).pages, "told once"


def test_all_places_are_told_exactly_when_they_are_asked_for(tmp_path: Path) -> None:
    say = load_sentences("en")
    with open_document(write_pdf(tmp_path / "long.pdf", 12)) as document:
        exact = {event.id: event.mentions for event in _timeline(Reading(document, sentences=say))}
        reading = Reading(document, sentences=say, exact_places=False)
        told = _told(reading)
        assert {name: event.mentions for name, event in told.items()} != exact, "nothing was estimated"
        steps = list(reading.measure())
        told |= {event.id: event for step in steps for page in step.packed for event in page.events()}
        assert {name: event.mentions for name, event in told.items()} == exact
        assert steps[-1].pages_measured == steps[-1].page_count
        assert not list(reading.measure()), "told once"


def test_all_places_known_so_far_are_measured_in_the_middle_of_the_reading(tmp_path: Path) -> None:
    say = load_sentences("en")
    with open_document(write_pdf(tmp_path / "long.pdf", 60)) as document:
        exact = {event.id: event.mentions for event in _timeline(Reading(document, sentences=say))}
        reading = Reading(document, sentences=say, exact_places=False)
        steps = reading.steps()
        told: dict[str, Event] = {}
        while not told or len(told) == 1:
            step = next(steps)
            if isinstance(step, EventsFound):
                told |= {event.id: event for events in step.events for event in events}
        told |= {event.id: event for step in reading.measure() for p in step.packed for event in p.events()}
        assert {name: event.mentions for name, event in told.items()} == {name: exact[name] for name in told}
        list(steps)
