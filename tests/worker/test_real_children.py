"""The real engine in real, confined children: whole jobs, and what is left of them when a child is killed."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from reader.worker.child import REAL_MAINS
from reader.worker.limits import Limits
from reader.worker.messages import (
    EventsFound,
    Opened,
    PageFailed,
    PagePainted,
    PageSizes,
    PageText,
    PaintPage,
    ReadingFinished,
    Ready,
    Refused,
    WorkerDied,
)
from tests.worker import fakes
from tests.worker.answers import running
from tests.worker.small_pdf import FIRST_YEAR, write_pdf

LIMITS = Limits()


def years_of(finished: ReadingFinished) -> set[str]:
    return {event.date.edtf for event in finished.timeline.events}


def expected_years(pages: int) -> set[str]:
    return {f"{FIRST_YEAR + index}-03-12" for index in range(pages)}


def test_a_document_is_opened_painted_measured_and_read(tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", 5)
    with running(LIMITS, REAL_MAINS) as (client, answers):
        job = client.open(path)
        assert answers.wait_for(Opened).info.page_count == 5
        client.paint(PaintPage(job, 1, 0, 0.5))
        client.ask_page_text(job, 2)
        painted = answers.wait_for(PagePainted)
        assert (painted.width, painted.height, painted.stride) == (298, 421, 894)
        assert "1102" in answers.wait_for(PageText).lines[0].text
        assert answers.wait_for(PageSizes).labels == ("1", "2", "3", "4", "5")
        finished = answers.wait_for(ReadingFinished)
    assert years_of(finished) == expected_years(5)
    assert not answers.of(WorkerDied)


def test_killing_both_children_in_the_middle_of_both_jobs_loses_nothing(tmp_path: Path) -> None:
    pages = 150
    path = write_pdf(tmp_path / "a.pdf", pages)
    with running(LIMITS, REAL_MAINS) as (client, answers):
        job = client.open(path)
        answers.wait_for(EventsFound)
        for index in range(pages):
            client.paint(PaintPage(job, index, index, 1.0))
        answers.wait_for(PagePainted)
        for process_id in client.process_ids.values():
            os.kill(process_id, signal.SIGKILL)
        answers.wait_until(
            lambda: {died.worker for died in answers.of(WorkerDied)} >= {"painting", "reading"}
        )
        answers.wait_until(lambda: len({painted.page_index for painted in answers.of(PagePainted)}) == pages)
        finished = answers.wait_for(ReadingFinished)
    assert years_of(finished) == expected_years(pages)
    assert not answers.of(PageFailed)
    assert len(answers.of(Opened)) == 1


def test_a_page_the_engine_hangs_on_is_left_out_by_both_children(tmp_path: Path) -> None:
    # A million curves to be drawn one by one keep the engine busy for half a minute and more.
    endless = b"0 0 m 9 700 500 9 595 842 c S " * 1_000_000
    path = write_pdf(tmp_path / "a.pdf", 1, content=endless)
    limits = replace(LIMITS, page_seconds=1.0)
    with running(limits, replace(REAL_MAINS, reading=fakes.idle_main)) as (client, answers):
        job = client.open(path)
        client.paint(PaintPage(job, 1, 0, 4.0))
        failed = answers.wait_for(PageFailed)
    assert failed.sentence.key == "worker.page_hung"


@pytest.mark.parametrize(
    ("name", "content", "key"),
    [
        ("empty.pdf", b"", "error.empty_file"),
        ("page.pdf", b"<html><body>404</body></html>", "error.not_a_pdf"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<", "error.damaged"),
    ],
)
def test_a_file_that_is_no_pdf_is_refused_once(tmp_path: Path, name: str, content: bytes, key: str) -> None:
    (tmp_path / name).write_bytes(content)
    with running(LIMITS, REAL_MAINS) as (client, answers):
        client.open(str(tmp_path / name))
        refused = answers.wait_for(Refused)
    assert refused.sentence.slots["path"] == str(tmp_path / name)
    assert (refused.sentence.key, len(answers.of(Refused))) == (key, 1)


def test_the_real_children_give_up_what_the_system_lets_them_give_up(tmp_path: Path) -> None:
    with running(LIMITS, REAL_MAINS) as (client, answers):
        client.open(write_pdf(tmp_path / "a.pdf", 1))
        answers.wait_for(ReadingFinished)
    notes = {ready.worker: ready.confinement for ready in answers.of(Ready)}
    assert set(notes) == {"painting", "reading"}
    assert notes["painting"] == notes["reading"] != ()
