"""The client as the window meets it: early, late, and for the last time."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.worker.child import Mains
from reader.worker.client import EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import Opened, PageFailed, PagePainted, PaintPage, Ready
from tests.worker import fakes
from tests.worker.answers import PATIENCE, Answers, running

# Long enough for a busy machine to get to its turn, short enough to wait for in a test.
SHORT = Limits(page_seconds=1.0)
FAKES = Mains(painting=fakes.painting_main, reading=fakes.idle_main)


def shared_memory_files() -> set[str]:
    return set(os.listdir("/dev/shm")) if Path("/dev/shm").is_dir() else set()  # noqa: PTH208, S108 - names only


def test_what_was_answered_before_anybody_listened_is_delivered_first() -> None:
    answers = Answers()
    client = EngineClient(limits=SHORT, mains=FAKES)
    client.start()
    try:
        first = client.open("/fake?pages=2")
        client.paint(PaintPage(first, 1, 1, 1.0))
        client.deliver_to(answers.take)
        answers.wait_for(PagePainted)
        assert [type(answer) for answer in answers.all[:2]] == [Ready, Opened]
    finally:
        client.stop()


def test_a_file_sent_ahead_is_the_one_the_window_asks_for() -> None:
    answers = Answers()
    client = EngineClient(answers.take, limits=SHORT, mains=FAKES)
    client.start()
    try:
        client.open_ahead("/fake?pages=2")
        other = client.open("/fake?pages=3")
        answers.wait_for(Opened, lambda opened: opened.job_id == other)
        assert len(answers.of(Opened)) == 1  # nothing is told of what nobody asked for
        asked = client.open("/fake?pages=2")
        assert answers.wait_for(Opened, lambda opened: opened.job_id == asked).info.page_count == 2
        assert client.open("/fake?pages=2") not in (asked, other)  # a second time it is a second document
    finally:
        client.stop()


def test_two_documents_are_painted_side_by_side() -> None:
    with running(SHORT, FAKES) as (client, answers):
        jobs = [client.open("/fake?pages=3&hang=0"), client.open("/fake?pages=3")]
        for job in jobs:
            for index in range(3):
                client.paint(PaintPage(job, index, index, 1.0))
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 5)
        answers.wait_for(PageFailed)
    assert [(failed.job_id, failed.page_index) for failed in answers.of(PageFailed)] == [(jobs[0], 0)]


def test_more_pictures_than_there_is_memory_for_wait_until_one_is_released() -> None:
    answers = Answers()
    client = EngineClient(answers.take, limits=SHORT, mains=FAKES)
    client.start()
    try:
        job = client.open("/fake?pages=9")
        for index in range(9):
            client.paint(PaintPage(job, index, index, 1.0))
        for number in range(9):
            answers.wait_until(lambda least=number: len(answers.of(PagePainted)) > least)  # type: ignore[misc] # mypy infers no default of a lambda
            client.release_picture(answers.of(PagePainted)[number].memory_name)
        names = [painted.memory_name for painted in answers.of(PagePainted)]
        assert len(names) == 9
        assert len(set(names)) <= 4
    finally:
        client.stop()


def test_stopping_in_the_middle_of_work_leaves_no_child_no_thread_and_no_shared_memory() -> None:
    files, threads = shared_memory_files(), set(threading.enumerate())
    with running(Limits(), FAKES) as (client, answers):
        job = client.open("/fake?pages=9&hang=2")
        answers.wait_for(Opened)
        answers.wait_for(Ready, lambda ready: ready.worker == "reading")
        client.paint(PaintPage(job, 1, 2, 1.0))
        children = client.process_ids
    assert set(children) == {"painting", "reading"}
    for process_id in children.values():
        with pytest.raises(ProcessLookupError):
            os.kill(process_id, 0)
    assert set(threading.enumerate()) == threads
    assert shared_memory_files() == files


def test_a_client_can_be_stopped_twice_and_before_it_is_started() -> None:
    client = EngineClient(mains=FAKES)
    client.stop()
    client.stop()


def test_a_listener_that_fails_does_not_end_the_watch(expected_log: Callable[[str], None]) -> None:
    expected_log("an answer was not taken")
    painted = threading.Event()

    def fail_at_first(answer: object) -> None:
        if isinstance(answer, Opened):
            raise RuntimeError("the window's own fault")  # noqa: TRY004 - no matter of types
        if isinstance(answer, PagePainted):
            painted.set()

    client = EngineClient(fail_at_first, limits=SHORT, mains=FAKES)
    client.start()
    try:
        client.paint(PaintPage(client.open("/fake?pages=2"), 1, 1, 1.0))
        assert painted.wait(PATIENCE)
    finally:
        client.stop()
