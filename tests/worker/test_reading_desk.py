"""What a user sees of the analysis when it is slow, paused, or the engine goes down under it."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from functools import partial
from pathlib import Path

from reader.timeline.model import Event
from reader.worker.child import Mains
from reader.worker.limits import Limits
from reader.worker.messages import (
    EventsFound,
    Opened,
    PageFailed,
    PagePainted,
    PaintPage,
    PlacesMeasured,
    ReadingFinished,
    ReadingProgress,
    Refused,
    WorkerDied,
)
from tests.worker import fakes
from tests.worker.answers import Answers, running

# Long enough for a busy machine to get to its turn, short enough to wait for in a test.
SHORT = Limits(page_seconds=1.0)
FAKES = Mains(painting=fakes.painting_main, reading=fakes.reading_main)


def pages_of(finished: ReadingFinished) -> list[int]:
    return sorted(int(event.id.removeprefix("e")) for event in finished.timeline.events)


def events_of(found: EventsFound) -> list[Event]:
    return [event for page in found.pages for event in page.events()]


def read_to_the_end(path: str) -> tuple[Answers, ReadingFinished]:
    with running(SHORT, FAKES) as (client, answers):
        client.open(path)
        finished = answers.wait_for(ReadingFinished)
    return answers, finished


def test_events_stream_in_and_the_end_brings_the_whole_timeline() -> None:
    answers, finished = read_to_the_end("/fake?pages=7")
    assert pages_of(finished) == list(range(7))
    streamed = [event for found in answers.of(EventsFound) for event in events_of(found)]
    assert set(finished.timeline.events) == set(streamed)
    assert [progress.pages_read for progress in answers.of(ReadingProgress)] == list(range(1, 8))


def test_reading_begins_with_the_page_in_view() -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.open("/fake?pages=9", page_index=5)
        answers.wait_for(ReadingFinished)
    assert [events_of(found)[0].id for found in answers.of(EventsFound)][:4] == ["e5", "e6", "e7", "e8"]


def test_looking_elsewhere_turns_the_reading_there() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=40&slow=0.02")
        answers.wait_for(EventsFound)
        client.look_at(job, 30)
        answers.wait_for(EventsFound, lambda found: events_of(found)[0].id == "e30")
        order = [events_of(found)[0].id for found in answers.of(EventsFound)]
    assert len(order) < 30


def test_a_page_looked_at_after_the_end_gets_its_events_measured() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=3")
        answers.wait_for(ReadingFinished)
        client.look_at(job, 2)
        answers.wait_until(lambda: measured(answers) == {"e0", "e1", "e2"})


def test_a_pause_holds_the_reading_until_it_goes_on() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=30&slow=0.01")
        answers.wait_for(EventsFound)
        client.pause(job, paused=True)
        client.paint(PaintPage(job, 1, 0, 1.0))
        answers.wait_for(PagePainted)
        client.pause(job, paused=False)
        assert pages_of(answers.wait_for(ReadingFinished)) == list(range(30))


def test_a_pause_outlives_the_child() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=30&slow=0.01")
        answers.wait_for(EventsFound)
        client.pause(job, paused=True)
        os.kill(client.process_ids["reading"], signal.SIGKILL)
        answers.wait_for(WorkerDied)
        client.paint(PaintPage(job, 1, 0, 1.0))
        answers.wait_for(PagePainted)
        assert not answers.of(ReadingFinished)
        client.pause(job, paused=False)
        assert pages_of(answers.wait_for(ReadingFinished)) == list(range(30))


def test_a_child_killed_while_it_reads_is_replaced_and_the_timeline_complete(tmp_path: Path) -> None:
    answers, finished = read_to_the_end(f"/fake?pages=9&crash_once=4&marks={tmp_path}")
    assert pages_of(finished) == list(range(9))
    assert [died.sentence.key for died in answers.of(WorkerDied)] == ["worker.reading_restarted_at_page"]
    assert not answers.of(PageFailed)
    told = [progress.pages_read for progress in answers.of(ReadingProgress)]
    assert told == sorted(set(told))  # progress never runs back


def test_killing_both_children_in_the_middle_of_both_jobs_loses_nothing() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=30&slow=0.02")
        for index in range(30):
            client.paint(PaintPage(job, index, index, 1.0))
        answers.wait_for(EventsFound)
        answers.wait_for(PagePainted)
        for process_id in client.process_ids.values():
            os.kill(process_id, signal.SIGKILL)
        answers.wait_until(
            lambda: {died.worker for died in answers.of(WorkerDied)} == {"painting", "reading"}
        )
        answers.wait_until(lambda: len({painted.page_index for painted in answers.of(PagePainted)}) == 30)
        assert pages_of(answers.wait_for(ReadingFinished)) == list(range(30))
    assert len(answers.of(Opened)) == 1


def _tells(event_id: str, found: EventsFound) -> bool:
    return events_of(found)[0].id == event_id


def test_a_child_killed_again_and_again_between_pages_is_replaced_as_long_as_it_comes_further() -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.open("/fake?pages=12&ponder=0.1")
        for page in ("e1", "e3", "e5"):
            answers.wait_for(EventsFound, partial(_tells, page))
            os.kill(client.process_ids["reading"], signal.SIGKILL)
        assert pages_of(answers.wait_for(ReadingFinished)) == list(range(12))
    assert "worker.reading_gave_up" not in {died.sentence.key for died in answers.of(WorkerDied)}


def test_a_page_on_which_reading_hangs_is_named_and_the_others_are_read() -> None:
    answers, finished = read_to_the_end("/fake?pages=9&hang=3")
    [failed] = answers.of(PageFailed)  # told once, though the next child meets the page again
    assert (failed.page_index, failed.painting, failed.sentence.key) == (3, False, "worker.page_reading_hung")
    assert pages_of(finished) == [0, 1, 2, 4, 5, 6, 7, 8]
    assert finished.timeline.damaged_pages == (3,)


def test_a_page_whose_words_are_never_understood_is_named_and_the_others_are_read() -> None:
    with running(replace(SHORT, patience_with_words=2), FAKES) as (client, answers):
        client.open("/fake?pages=9&muse=3")
        finished = answers.wait_for(ReadingFinished)
    [failed] = answers.of(PageFailed)
    assert (failed.page_index, failed.sentence.key) == (3, "worker.page_reading_hung")
    assert failed.sentence.slots["seconds"] == 2  # what it was given, twice the second of a page drawn
    assert pages_of(finished) == [0, 1, 2, 4, 5, 6, 7, 8]
    assert finished.timeline.damaged_pages == (3,)


def test_a_page_on_which_the_engine_crashes_is_named_and_the_others_are_read() -> None:
    answers, finished = read_to_the_end("/fake?pages=5&crash=3")
    assert answers.wait_for(PageFailed).sentence.key == "worker.page_reading_crashed"
    assert pages_of(finished) == [0, 1, 2, 4]


def test_a_page_that_is_broken_or_asks_for_all_memory_costs_no_child() -> None:
    answers, finished = read_to_the_end("/fake?pages=5&broken=1&greedy=3")
    assert {failed.page_index for failed in answers.of(PageFailed)} == {1, 3}
    assert finished.timeline.damaged_pages == (1, 3)
    assert not answers.of(WorkerDied)


def test_reading_that_hangs_beyond_all_pages_is_given_up_with_a_sentence_and_painting_goes_on() -> None:
    limits = replace(SHORT, patience_without_page=1)
    with running(limits, FAKES) as (client, answers):
        job = client.open("/fake?pages=3&think=1")
        answers.wait_for(WorkerDied, lambda died: died.sentence.key == "worker.reading_gave_up")
        assert pages_of(answers.wait_for(ReadingFinished)) == [0, 1, 2]  # what was found stays
        client.paint(PaintPage(job, 1, 0, 1.0))
        answers.wait_for(PagePainted)
    assert len(answers.of(EventsFound)) == 3
    assert answers.of(WorkerDied)[-1].sentence.key == "worker.reading_gave_up"
    assert not answers.of(Refused)


def test_two_documents_are_both_read() -> None:
    with running(SHORT, FAKES) as (client, answers):
        jobs = {client.open("/fake?pages=20&slow=0.01"): 20, client.open("/fake?pages=5"): 5}
        answers.wait_until(lambda: len(answers.of(ReadingFinished)) == 2)
    assert {done.job_id: len(done.timeline.events) for done in answers.of(ReadingFinished)} == jobs


def test_a_closed_document_is_not_read_on() -> None:
    with running(SHORT, FAKES) as (client, answers):
        closed = client.open("/fake?pages=500&slow=0.01")
        answers.wait_for(EventsFound)
        client.close_job(closed)
        other = client.open("/fake?pages=5")
        answers.wait_for(ReadingFinished)
    assert [done.job_id for done in answers.of(ReadingFinished)] == [other]


def measured(answers: Answers) -> set[str]:
    """The events that have been told where they stand exactly."""
    told = (event for found in answers.of(EventsFound) for event in events_of(found))
    return {event.id for event in told if event.label == "measured"}


def is_measured(answer: PlacesMeasured) -> bool:
    return answer.is_over


def test_all_places_are_measured_when_they_are_asked_for_and_it_is_told_how_far_that_is() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=20")
        answers.wait_for(ReadingFinished)
        client.measure_places(job)
        answers.wait_for(PlacesMeasured, is_measured)
    assert measured(answers) == {f"e{page}" for page in range(20)}
    told = [(told.pages_measured, told.page_count) for told in answers.of(PlacesMeasured)]
    assert told == [(8, 20), (16, 20), (20, 20), (0, 0)]


def test_what_is_known_is_measured_before_the_reading_goes_on_paused_or_not() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=30&slow=0.02")
        answers.wait_for(EventsFound)
        client.pause(job, paused=True)
        client.measure_places(job)
        answers.wait_for(PlacesMeasured, is_measured)
        known = {event.id for found in answers.of(EventsFound) for event in events_of(found)}
        assert measured(answers) == known
        assert not answers.of(ReadingFinished)


def test_a_child_killed_while_it_measures_is_replaced_and_all_is_measured() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=4&measure=0.2")
        answers.wait_for(ReadingFinished)
        client.measure_places(job)
        answers.wait_for(PlacesMeasured)
        os.kill(client.process_ids["reading"], signal.SIGKILL)
        answers.wait_for(PlacesMeasured, is_measured)
    assert measured(answers) == {f"e{page}" for page in range(4)}
    assert len(answers.of(ReadingFinished)) == 1


def test_who_waits_for_places_does_not_wait_for_ever() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=2&crash=-1")
        client.measure_places(job)
        answers.wait_for(PlacesMeasured, is_measured)
