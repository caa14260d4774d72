"""Pages without text: real engine, real children, and in Tesseract's place one that answers as told."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pymupdf
import pytest

from reader.document.model import Box
from reader.search.model import SearchWords
from reader.store.paths import UserFolders
from reader.worker.archive import Archive
from reader.worker.child import Mains
from reader.worker.client import EngineClient
from reader.worker.messages import (
    EventsFound,
    PageFailed,
    PageText,
    ReadingFinished,
    ReadOptions,
    WorkerDied,
)
from reader.worker.recognition_messages import (
    RecognitionHindered,
    RecognitionProgress,
    TimelineAmended,
)
from reader.worker.search_messages import HitsCounted, SearchText
from tests.worker.answers import PATIENCE, Answers, running
from tests.worker.noting_archive import NotingArchive
from tests.worker.recognisers import (
    BLANK_PAGE,
    LEFT,
    LIMITS,
    READS,
    TOP,
    WANTED,
    dying_at_page_one_main,
    events_told,
    line_of,
    no_program_main,
    reading_main,
    scan,
    slow_but_for_page_one_main,
    stuck_at_page_two_main,
)
from tests.worker.small_pdf import write_pdf


def test_pictures_are_read_when_all_else_is(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        amended = answers.wait_for(TimelineAmended)
        first = answers.wait_for(ReadingFinished)
        told = events_told(answers)
    assert first.timeline.pages_without_text == (1, 2, BLANK_PAGE)
    assert amended.timeline.pages_without_text == (BLANK_PAGE,)
    assert amended.timeline.pages_by_ocr == (1, 2, BLANK_PAGE)
    assert {name: event.from_ocr for name, event in told.items()} == {
        "1789-07-14": False,
        "1501-03-12": True,
        "1502-03-12": True,
    }
    progress = [(told.pages_read, told.page_count) for told in answers.of(RecognitionProgress)]
    assert progress == [(0, 3), (1, 3), (2, 3)]
    assert [told.without_text for told in answers.of(RecognitionProgress)] == [3, 2, 1]


def test_their_dates_stand_where_the_letters_were_seen(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        answers.wait_for(TimelineAmended)
        event = events_told(answers)["1501-03-12"]
    (place,) = event.mentions[0].boxes
    assert (place.page_index, place.box) == (
        1,
        Box(LEFT + 15, TOP, LEFT + 15 + 5 * len("12 March 1501"), TOP + 12),
    )


def test_their_text_can_be_asked_for_like_any_other(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        job = client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        answers.wait_for(TimelineAmended)
        client.ask_page_text(job, 2)
        assert answers.wait_for(PageText).lines == (line_of(2),)


def test_nothing_is_recognised_unless_it_is_wanted(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=ReadOptions("en"))
        answers.wait_for(ReadingFinished)
        assert "ocr" not in client.process_ids
    assert not answers.of(RecognitionProgress)


def test_where_there_is_no_program_the_pages_are_named_and_what_to_install(tmp_path: Path) -> None:
    with running(LIMITS, Mains(recognising=no_program_main)) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        sentence = answers.wait_for(RecognitionHindered).sentence
    assert sentence.key.startswith("ocr.no_program_")
    assert sentence.slots["pages"] in ("2-4", "2-3")
    assert "eng" in str(sentence.slots["packages"])


def test_a_scan_that_names_its_language_needs_the_data_of_that_one(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pymupdf.open() as document:
        document.new_page().draw_rect(pymupdf.Rect(50, 50, 300, 400), fill=(0, 0, 0))
        document.set_language("fr")
        document.save(path)
    with running(LIMITS, Mains(recognising=no_program_main)) as (client, answers):
        client.open(str(path), options=WANTED)
        sentence = answers.wait_for(RecognitionHindered).sentence
    assert "fra" in str(sentence.slots["packages"])


def test_a_document_of_blank_pages_hinders_nobody(tmp_path: Path) -> None:
    with running(LIMITS, Mains(recognising=no_program_main)) as (client, answers):
        client.open(scan(tmp_path / "a.pdf", pictures=0), options=WANTED)
        assert answers.wait_for(TimelineAmended).timeline.pages_by_ocr == (1,)
    assert not answers.of(RecognitionHindered)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_picture_that_brings_the_program_down_costs_that_page_only(tmp_path: Path) -> None:
    with running(LIMITS, Mains(recognising=dying_at_page_one_main)) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        amended = answers.wait_for(TimelineAmended)
        told = events_told(answers)
    assert amended.timeline.pages_without_text == (1, BLANK_PAGE)
    assert set(told) == {"1789-07-14", "1502-03-12"}
    assert [died.sentence.key for died in answers.of(WorkerDied)] == ["worker.ocr_restarted_at_page"] * 2
    [failed] = answers.of(PageFailed)
    assert (failed.page_index, failed.sentence.key) == (1, "worker.page_not_recognised")


def test_a_paused_document_waits_and_another_is_read_meanwhile(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        held = client.open(scan(tmp_path / "a.pdf"), options=WANTED)
        client.pause(held, paused=True)
        other = client.open(scan(tmp_path / "b.pdf"), options=WANTED)
        answers.wait_for(TimelineAmended, lambda told: told.job_id == other)
        assert not [told for told in answers.of(TimelineAmended) if told.job_id == held]
        client.pause(held, paused=False)
        answers.wait_for(TimelineAmended, lambda told: told.job_id == held)


def wait_for_progress(answers: Answers, job: int) -> None:
    answers.wait_for(RecognitionProgress, lambda told: told.job_id == job)


def test_closing_a_document_leaves_its_pictures_and_the_next_one_is_read(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        for round_ in range(3):  # more than there are slots to lose
            job = client.open(scan(tmp_path / f"{round_}.pdf", pictures=5), options=WANTED)
            wait_for_progress(answers, job)
            client.close_job(job)
        job = client.open(scan(tmp_path / "last.pdf"), options=WANTED)
        answers.wait_for(TimelineAmended, lambda told: told.job_id == job)


def test_switched_on_it_begins_with_the_documents_that_are_open(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        client.open(scan(tmp_path / "a.pdf"), options=ReadOptions("en"))
        answers.wait_for(ReadingFinished)
        client.recognise_text(wanted=True)
        assert answers.wait_for(TimelineAmended).timeline.pages_without_text == (BLANK_PAGE,)
        assert "1501-03-12" in events_told(answers)


def test_switched_off_the_page_under_way_is_left_and_what_was_read_stays(tmp_path: Path) -> None:
    with running(LIMITS, Mains(recognising=slow_but_for_page_one_main)) as (client, answers):
        client.open(scan(tmp_path / "a.pdf", pictures=4), options=WANTED)
        answers.wait_for(RecognitionProgress, lambda told: told.pages_read == 1)
        client.recognise_text(wanted=False)
        over = answers.wait_for(RecognitionProgress, lambda told: told.is_over)
        amended = answers.wait_for(TimelineAmended)
        answers.wait_until(lambda: "ocr" not in client.process_ids)
        told = events_told(answers)
    assert (over.pages_read, over.page_count, over.without_text) == (1, 5, 4)
    assert amended.timeline.pages_by_ocr == (1,)
    assert set(told) == {"1789-07-14", "1501-03-12"}
    assert not answers.of(PageFailed)


def test_switched_off_and_on_it_goes_on_where_it_was(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        client.open(scan(tmp_path / "a.pdf", pictures=6), options=WANTED)
        answers.wait_for(RecognitionProgress, lambda told: told.pages_read == 1)
        for _ in range(3):  # as fast as nobody can
            client.recognise_text(wanted=False)
            client.recognise_text(wanted=True)
        amended = answers.wait_for(TimelineAmended, lambda told: len(told.timeline.pages_by_ocr) == 7)
        answers.wait_until(lambda: len(events_told(answers)) == 7)
    assert amended.timeline.pages_without_text == (7,)
    assert not answers.of(PageFailed)
    assert not answers.of(WorkerDied)


def test_what_was_recognised_is_kept_with_the_timeline(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf")
    folders = UserFolders(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    assert folders.create()
    for run in range(2):
        answers, archive = Answers(), NotingArchive(folders, 50, lambda: 0.0)
        client = EngineClient(answers.take, limits=LIMITS, mains=READS)
        client.remember_with(archive)
        client.start()
        try:
            client.open(path, options=WANTED)
            finished = answers.wait_for(ReadingFinished)
            for _ in range(2 if run == 0 else 0):  # before the pictures were read, and after
                assert archive.given.acquire(timeout=PATIENCE)
        finally:
            client.stop()
    assert finished.timeline.pages_by_ocr == (1, 2, BLANK_PAGE)
    assert "1501-03-12" in {event.date.edtf for event in finished.timeline.events}
    assert not answers.of(RecognitionProgress)


def test_a_document_closed_in_the_middle_is_gone_on_with_where_it_was_left(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf")
    folders = UserFolders(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    assert folders.create()
    told = {}
    for run, main in enumerate((stuck_at_page_two_main, reading_main)):
        answers = Answers()
        client = EngineClient(answers.take, limits=LIMITS, mains=Mains(recognising=main))
        client.remember_with(Archive(folders, 50, lambda: 0.0))
        client.start()
        try:
            client.open(path, options=WANTED)
            if run == 0:
                answers.wait_for(RecognitionProgress, lambda told: told.pages_read == 1)
            else:
                amended = answers.wait_for(TimelineAmended)
                told = events_told(answers)
        finally:
            client.stop()
    progress = [(told.pages_read, told.page_count) for told in answers.of(RecognitionProgress)]
    assert progress == [(1, 3), (2, 3)]
    assert set(told) == {"1789-07-14", "1501-03-12", "1502-03-12"}
    assert amended.timeline.pages_without_text == (BLANK_PAGE,)


def test_the_text_of_pictures_read_in_another_run_can_be_searched(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf")
    folders = UserFolders(*(tmp_path / name for name in ("config", "data", "state", "cache")))
    assert folders.create()
    for run in range(2):
        answers, archive = Answers(), NotingArchive(folders, 50, lambda: 0.0)
        client = EngineClient(answers.take, limits=LIMITS, mains=READS)
        client.remember_with(archive)
        client.start()
        try:
            job = client.open(path, options=WANTED)
            answers.wait_for(ReadingFinished)
            for _ in range(2 if run == 0 else 0):
                assert archive.given.acquire(timeout=PATIENCE)
            if run == 1:
                client.want_text(job)
                client.search(SearchText(job, 1, SearchWords("bridge")))
                answers.wait_for(HitsCounted, lambda told: told.pages_searched == 4)
        finally:
            client.stop()
    assert {count.index for told in answers.of(HitsCounted) for count in told.found} == {1, 2}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_page_looked_at_after_the_reader_died_has_its_dates_in_their_place(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        job = client.open(scan(tmp_path / "a.pdf", pictures=8), options=WANTED)
        answers.wait_for(TimelineAmended)
        before = events_told(answers)
        os.kill(client.process_ids["reading"], signal.SIGKILL)
        answers.wait_for(WorkerDied)
        answers.all.clear()
        client.look_at(job, 7)
        answers.wait_for(TimelineAmended)
        client.look_at(job, 0)
        answers.wait_until(lambda: events_told(answers) == before)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_so_has_one_of_a_document_without_pictures(tmp_path: Path) -> None:
    with running(LIMITS, READS) as (client, answers):
        job = client.open(write_pdf(tmp_path / "a.pdf", 30))
        answers.wait_for(ReadingFinished)
        client.look_at(job, 20)
        answers.wait_until(lambda: places_of(answers, 20) == [EXACT])
        os.kill(client.process_ids["reading"], signal.SIGKILL)
        answers.wait_for(WorkerDied)
        answers.all.clear()
        client.look_at(job, 10)
        answers.wait_until(lambda: places_of(answers, 10) == [EXACT])
        client.look_at(job, 20)
        answers.wait_until(lambda: places_of(answers, 20) == [EXACT])


# Where the date of a page of `small_pdf` begins: after "On " in Helvetica 14.
EXACT = pytest.approx(72 + pymupdf.get_text_length("On ", fontsize=14), abs=0.3)


def places_of(answers: Answers, page_index: int) -> list[float]:
    """Where the dates of a page begin, by the latest word on it."""
    pages = {page.page_index: page for answer in answers.of(EventsFound) for page in answer.pages}
    events = pages[page_index].events() if page_index in pages else ()
    return [event.mentions[0].boxes[0].box.x0 for event in events]
