"""A document that was read before shows its timeline at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from reader.store.cache import FILE_NAME, TimelineCache
from reader.store.paths import UserFolders, user_folders
from reader.worker.archive import Archive
from reader.worker.client import EngineClient
from reader.worker.messages import EventsFound, PlacesMeasured, ReadingFinished, ReadOptions, WorkerDied
from tests.worker.answers import PATIENCE, Answers, running
from tests.worker.noting_archive import NotingArchive
from tests.worker.test_reading_desk import FAKES, SHORT, pages_of

MEGABYTES = 50


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    folders = user_folders(tmp_path / "own")
    folders.create()
    return folders


def read(folders: UserFolders, options: ReadOptions | None = None, password: str | None = None) -> Answers:
    archive = NotingArchive(folders, MEGABYTES, lambda: 1_000_000.0)
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(archive)
        client.open("/fake?pages=5", password, 0, options or ReadOptions())
        answers.wait_for(ReadingFinished)
        if answers.of(EventsFound) and password is None:
            assert archive.given.acquire(timeout=PATIENCE)
    return answers


def test_the_second_opening_brings_the_whole_timeline_without_reading(folders: UserFolders) -> None:
    first = read(folders)
    second = read(folders)
    assert first.of(EventsFound)
    assert not second.of(EventsFound)
    assert pages_of(second.of(ReadingFinished)[0]) == list(range(5))


def test_another_language_of_the_window_is_read_anew(folders: UserFolders) -> None:
    read(folders)
    assert read(folders, ReadOptions(interface_language="ar")).of(EventsFound)


def test_a_document_under_a_password_leaves_no_timeline_on_the_disk(folders: UserFolders) -> None:
    read(folders, password="secret")  # noqa: S106 - a test's password
    assert read(folders).of(EventsFound)


def test_a_ruined_cache_costs_a_second_reading_and_nothing_else(
    folders: UserFolders, expected_log: Callable[[str], None]
) -> None:
    read(folders)
    expected_log("ruined|damaged|aside")
    (folders.cache / FILE_NAME).write_bytes(b"no database at all" * 1000)
    assert pages_of(read(folders).of(ReadingFinished)[0]) == list(range(5))


def until(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it never came about"
        time.sleep(0.01)


def measured_pages(answers: Answers) -> set[int]:
    """The pages whose events have been told where they stand exactly."""
    pages = chain.from_iterable(found.pages for found in answers.of(EventsFound))
    return {page.page_index for page in pages if page.events()[0].label == "measured"}


def test_a_kept_document_needs_no_child_any_more_to_be_looked_at(folders: UserFolders) -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(Archive(folders, MEGABYTES, lambda: 1_000_000.0))
        job = client.open("/fake?pages=12")
        answers.wait_for(ReadingFinished)
        until(lambda: "reading" not in client.process_ids)
        client.look_at(job, 9)
        answers.wait_until(lambda: measured_pages(answers) == {7, 8, 9, 10, 11})
        client.look_at(job, 6)
        answers.wait_until(lambda: measured_pages(answers) == set(range(4, 12)))
        assert "reading" not in client.process_ids
        client.open("/fake?pages=3")
        answers.wait_until(lambda: len(answers.of(ReadingFinished)) == 2)
    assert not answers.of(WorkerDied)


def test_a_document_that_had_to_make_room_in_the_archive_is_read_again_and_then_held(
    folders: UserFolders,
) -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(Archive(folders, MEGABYTES, lambda: 1_000_000.0))
        job = client.open("/fake?pages=12")
        finished = answers.wait_for(ReadingFinished)
        until(lambda: "reading" not in client.process_ids)
        with TimelineCache(folders, MEGABYTES) as cache:
            cache.forget(finished.timeline.document.sha256)
        told = len(answers.of(EventsFound))
        client.look_at(job, 9)
        answers.wait_until(lambda: len(answers.of(EventsFound)) > told)
        client.look_at(job, 3)
        answers.wait_until(lambda: measured_pages(answers) == {1, 2, 3, 4, 5})
        assert "reading" in client.process_ids
    assert len(answers.of(ReadingFinished)) == 1


def test_what_is_not_kept_stays_with_its_child(folders: UserFolders) -> None:
    no_room = 0
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(Archive(folders, no_room, lambda: 1_000_000.0))
        job = client.open("/fake?pages=12")
        answers.wait_for(ReadingFinished)
        client.look_at(job, 9)
        answers.wait_until(lambda: measured_pages(answers) == {7, 8, 9, 10, 11})
        assert "reading" in client.process_ids


def test_a_child_that_holds_another_document_stays(folders: UserFolders) -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(Archive(folders, MEGABYTES, lambda: 1_000_000.0))
        locked = client.open("/fake?pages=4&password=secret", "secret")
        job = client.open("/fake?pages=12")
        answers.wait_until(lambda: len(answers.of(ReadingFinished)) == 2)
        until(lambda: job in let_go(client))
        client.look_at(locked, 2)
        answers.wait_until(lambda: measured_pages(answers) == {0, 1, 2, 3})
        client.look_at(job, 9)
        answers.wait_until(lambda: measured_pages(answers) == {0, 1, 2, 3, 7, 8, 9, 10, 11})


def let_go(client: EngineClient) -> set[int]:
    """The documents that no child holds any more."""
    return {number for number, job in client._jobs.items() if job.is_let_go}  # noqa: SLF001 - nothing else tells


def test_where_all_dates_of_a_kept_document_stand_is_told_without_a_child(folders: UserFolders) -> None:
    archive, both_asked = Archive(folders, MEGABYTES, lambda: 1_000_000.0), threading.Event()
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(archive)
        job = client.open("/fake?pages=12")
        answers.wait_for(ReadingFinished)
        until(lambda: "reading" not in client.process_ids)
        archive._thread.submit(both_asked.wait)  # noqa: SLF001 - it answers the first only then
        client.look_at(job, 9)
        client.measure_places(job)
        until(lambda: len(client._jobs[job].looked_up) == 12)  # noqa: SLF001 - nothing else tells
        both_asked.set()
        answers.wait_until(lambda: measured_pages(answers) == set(range(12)))
        answers.wait_for(PlacesMeasured, lambda told: told.is_over)
        told = [type(answer) for answer in answers.all if isinstance(answer, EventsFound | PlacesMeasured)]
        assert told[-1] is PlacesMeasured
        assert "reading" not in client.process_ids


def test_the_dates_of_a_document_from_the_archive_stand_exactly_at_once(folders: UserFolders) -> None:
    read(folders)
    with running(SHORT, FAKES) as (client, answers):
        client.remember_with(Archive(folders, MEGABYTES, lambda: 1_000_000.0))
        job = client.open("/fake?pages=5")
        finished = answers.wait_for(ReadingFinished)
        assert {event.label for event in finished.timeline.events} == {"measured"}
        client.measure_places(job)
        answers.wait_for(PlacesMeasured, lambda told: told.is_over)
