"""What a user sees of painting when pages are slow, broken, or bring the engine down."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from reader.worker import painting
from reader.worker.child import Mains
from reader.worker.client import EngineClient
from reader.worker.limits import Limits
from reader.worker.messages import (
    Opened,
    OutlineRead,
    PageFailed,
    PagePainted,
    PageSizes,
    PageText,
    PaintPage,
    Ready,
    Refused,
    WorkerDied,
)
from tests.worker import fakes
from tests.worker.answers import Answers, running

# Long enough for a busy machine to get to its turn, short enough to wait for in a test.
SHORT = Limits(page_seconds=1.0)
FAKES = Mains(painting=fakes.painting_main, reading=fakes.idle_main)


def paint_all(client: EngineClient, job_id: int, pages: int) -> None:
    for index in range(pages):
        client.paint(PaintPage(job_id, index, index, 1.0))


def test_every_page_asked_for_is_painted() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=9")
        assert answers.wait_for(Opened).info.page_count == 9
        paint_all(client, job, 9)
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 9)
        sizes = answers.wait_for(PageSizes)
    assert {answer.page_index for answer in answers.of(PagePainted)} == set(range(9))
    assert (sizes.first_index, len(sizes.sizes), sizes.labels[8]) == (0, 9, "9")


def test_a_hundred_thousand_pages_are_told_of_in_few_messages() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=100000")
        client.paint(PaintPage(job, 1, 0, 1.0))
        answers.wait_until(lambda: sum(len(told.sizes) for told in answers.of(PageSizes)) == 100_000)
    told = answers.of(PageSizes)
    assert len(told) <= painting.MOST_MESSAGES
    assert [size.width for one in told for size in one.sizes] == [100 + index for index in range(100_000)]


def test_the_bytes_of_a_picture_stand_in_the_memory_that_its_answer_names() -> None:
    answers = Answers()
    client = EngineClient(answers.take, limits=SHORT, mains=FAKES)
    client.start()
    try:
        job = client.open("/fake?pages=9")
        client.paint(PaintPage(job, 1, 7, 0.5))
        painted = answers.wait_for(PagePainted)
        size = painted.stride * painted.height
        assert (painted.width, painted.height) == (50, 100)
        assert bytes(client.attach(painted.memory_name)[:size]) == bytes([7]) * size
    finally:
        client.stop()


def test_a_picture_says_how_its_page_was_turned() -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.paint(PaintPage(client.open("/fake?pages=2"), 1, 0, 1.0, turn=3))
        painted = answers.wait_for(PagePainted)
    assert (painted.turn, painted.width, painted.height) == (3, 200, 100)


def test_a_picture_says_whether_it_is_dark_and_has_one_byte_a_pixel() -> None:
    with running(SHORT, FAKES) as (client, answers):
        client.paint(PaintPage(client.open("/fake?pages=2"), 1, 0, 1.0, dark=True))
        painted = answers.wait_for(PagePainted)
    assert (painted.dark, painted.is_grey, painted.stride) == (True, True, painted.width)


def test_the_newest_wish_is_painted_first() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=9&slow=0.02")
        paint_all(client, job, 9)  # all before the file is open
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 9)
    assert [answer.page_index for answer in answers.of(PagePainted)] == list(range(8, -1, -1))


def test_wishes_no_longer_wanted_are_dropped() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=9")
        paint_all(client, job, 9)
        client.keep_paints(job, frozenset({3}))
        answers.wait_for(PagePainted, lambda painted: painted.page_index == 3)
        client.ask_page_text(job, 0)
        answers.wait_for(PageText)
    # The child may have begun one of the others before the wishes were dropped, not more.
    assert len(answers.of(PagePainted)) <= 2


def test_a_page_that_hangs_is_left_out_and_the_others_are_painted() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=5&hang=2")
        paint_all(client, job, 5)
        failed = answers.wait_for(PageFailed)
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 4)
        client.paint(PaintPage(job, 77, 2, 1.0))
        again = answers.wait_for(PageFailed, lambda answer: answer.request_id == 77)
    assert (failed.page_index, failed.painting, failed.sentence.key) == (2, True, "worker.page_hung")
    assert failed.sentence.slots["page"] == 3
    assert again.sentence == failed.sentence
    assert [died.sentence.key for died in answers.of(WorkerDied)] == ["worker.painting_restarted_at_page"]
    children = [ready for ready in answers.of(Ready) if ready.worker == "painting"]
    assert len(children) == 2  # asked for again, the bad page cost no second child
    assert len(answers.of(Opened)) == 1


def test_a_page_that_crashes_the_engine_is_tried_twice_and_then_left_out() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=5&crash=2")
        paint_all(client, job, 5)
        failed = answers.wait_for(PageFailed)
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 4)
    assert failed.sentence.key == "worker.page_crashed"
    assert len(answers.of(WorkerDied)) == 2


@pytest.mark.parametrize("fault", ["broken", "crash", "hang"])
def test_a_page_whose_words_cannot_be_had_has_none_and_is_painted(fault: str) -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open(f"/fake?pages=3&words={fault}")
        client.ask_page_text(job, 1)
        assert answers.wait_for(PageText) == PageText(job, 1, ())
        died = len(answers.of(WorkerDied))
        client.ask_page_text(job, 1)
        answers.wait_until(lambda: len(answers.of(PageText)) == 2)
        client.paint(PaintPage(job, 1, 1, 1.0))
        answers.wait_for(PagePainted)
    assert not answers.of(PageFailed)
    assert len(answers.of(WorkerDied)) == died  # asked again, it costs no second child


def test_an_outline_is_read_when_it_is_asked_for() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=3")
        client.ask_outline(job)
        read = answers.wait_for(OutlineRead)
    assert read.job_id == job
    assert [(entry.title, entry.page_index) for entry in read.entries] == [
        ("chapter 0", 0),
        ("chapter 1", 1),
        ("chapter 2", 2),
    ]


@pytest.mark.parametrize("fault", ["broken", "crash", "hang"])
def test_an_outline_that_cannot_be_read_is_none_and_costs_no_page(fault: str) -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open(f"/fake?pages=3&outline={fault}")
        client.ask_outline(job)
        paint_all(client, job, 3)
        assert answers.wait_for(OutlineRead) == OutlineRead(job, ())
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 3)
        died = len(answers.of(WorkerDied))
        client.ask_outline(job)
        answers.wait_until(lambda: len(answers.of(OutlineRead)) == 2)
    assert died == (0 if fault == "broken" else 1)
    assert len(answers.of(WorkerDied)) == died  # asked again, it costs no second child
    assert not answers.of(PageFailed)


def test_a_page_that_cannot_be_painted_has_no_words_either() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=3&hang=1")
        client.paint(PaintPage(job, 1, 1, 1.0))
        answers.wait_for(PageFailed)
        client.ask_page_text(job, 1)
        assert answers.wait_for(PageText) == PageText(job, 1, ())


def test_a_child_killed_while_it_paints_is_replaced_and_the_page_painted_after_all(tmp_path: Path) -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open(f"/fake?pages=5&crash_once=2&marks={tmp_path}")
        paint_all(client, job, 5)
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 5)
    assert not answers.of(PageFailed)
    assert len(answers.of(WorkerDied)) == 1


def test_a_child_killed_at_rest_is_replaced_and_knows_the_open_documents() -> None:
    with running(SHORT, FAKES) as (client, answers):
        jobs = [client.open("/fake?pages=2"), client.open("/fake?pages=3")]
        answers.wait_until(lambda: len(answers.of(PageSizes)) == 2)
        os.kill(client.process_ids["painting"], signal.SIGKILL)
        answers.wait_until(lambda: len(answers.of(WorkerDied)) == 2)  # one for each document
        for job in jobs:
            client.paint(PaintPage(job, 1, 1, 1.0))
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 2)
    assert len(answers.of(Opened)) == 2


def test_a_page_that_asks_for_all_memory_fails_alone() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=3&greedy=1&broken=0")
        paint_all(client, job, 3)
        answers.wait_until(lambda: len(answers.of(PageFailed)) == 2 and len(answers.of(PagePainted)) == 1)
    keys = {failed.page_index: failed.sentence.key for failed in answers.of(PageFailed)}
    assert keys == {0: "worker.page_damaged", 1: "worker.page_memory"}
    assert not answers.of(WorkerDied)


def test_files_that_cannot_be_opened_are_refused_with_a_sentence_and_others_stay_open() -> None:
    with running(SHORT, FAKES) as (client, answers):
        good = client.open("/fake?pages=2")
        expected = {
            client.open("/fake?damaged=1"): "error.damaged",
            client.open("/fake?hang=-1"): "worker.file_hung",
            client.open("/fake?crash=-1"): "worker.file_crashed",
            client.open("/fake?greedy=-1"): "worker.file_memory",
            client.open("/fake?password=x"): "error.password_needed",
        }
        answers.wait_until(lambda: len(answers.of(Refused)) == len(expected))
        client.paint(PaintPage(good, 1, 1, 1.0))
        answers.wait_for(PagePainted)
    assert {refused.job_id: refused.sentence.key for refused in answers.of(Refused)} == expected
    assert [refused.needs_password for refused in answers.of(Refused)].count(True) == 1


def test_a_document_opens_with_its_password_and_again_in_a_new_child() -> None:
    with running(SHORT, FAKES) as (client, answers):
        job = client.open("/fake?pages=3&password=x&hang=0", password="x")  # noqa: S106 - a made-up one
        client.paint(PaintPage(job, 1, 0, 1.0))
        answers.wait_for(PageFailed)
        client.paint(PaintPage(job, 2, 1, 1.0))
        answers.wait_for(PagePainted)
    assert not answers.of(Refused)


def test_nothing_more_is_answered_for_a_document_that_was_closed() -> None:
    with running(SHORT, FAKES) as (client, answers):
        closed = client.open("/fake?pages=3&slow=0.01")
        paint_all(client, closed, 3)
        client.close_job(closed)
        other = client.open("/fake?pages=3")
        paint_all(client, other, 3)
        answers.wait_until(lambda: len(answers.of(PagePainted)) == 3)
    assert {answer.job_id for answer in answers.of(PagePainted)} == {other}


def test_children_that_die_at_once_are_not_hired_for_ever() -> None:
    with running(SHORT, Mains(painting=fakes.dying_main, reading=fakes.idle_main)) as (client, answers):
        job = client.open("/fake?pages=3")
        refused = answers.wait_for(Refused)
        assert (refused.job_id, refused.sentence.key) == (job, "worker.painting_gave_up")
        second = client.open("/fake?pages=3")  # a new file is a new try
        answers.wait_for(Refused, lambda answer: answer.job_id == second)
