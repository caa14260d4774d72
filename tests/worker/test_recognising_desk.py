"""Pages without text: real engine, real children, and in Tesseract's place one that answers as told."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Semaphore

import pymupdf
import pytest

from reader.document.model import Box, DocumentInfo, Line
from reader.search.model import SearchWords
from reader.store.paths import UserFolders
from reader.timeline.model import Event
from reader.worker.archive import Archive
from reader.worker.client import EngineClient, Mains
from reader.worker.limits import Limits
from reader.worker.messages import (
    EventsFound,
    PageFailed,
    PageText,
    ReadingFinished,
    ReadOptions,
    Ready,
    WorkerDied,
)
from reader.worker.pictures import PictureMemory
from reader.worker.pulse import Pulse
from reader.worker.recognition_messages import (
    PageRecognised,
    ReadPicture,
    Recognition,
    RecognitionHindered,
    RecognitionProgress,
    TimelineAmended,
)
from reader.worker.search_messages import HitsCounted, SearchText
from reader.worker.wire import decode, encode
from tests.worker.answers import PATIENCE, Answers, running
from tests.worker.small_pdf import write_pdf

LIMITS = Limits()
WANTED = ReadOptions("en", recognises_text=True)
BLANK_PAGE = 3
WORDS = "On 12 March {year} the bridge was opened."
LEFT, TOP = 80.0, 300.0


def scan(path: Path, pictures: int = 2) -> str:
    """A page with text, pages that are pictures (page i's tells of the year 1500 + i), a blank one."""
    with pymupdf.open() as document:
        document.new_page().insert_text((72, 100), "The treaty was signed on 14 July 1789 in Paris.")
        for _ in range(pictures):
            document.new_page().draw_rect(pymupdf.Rect(50, 50, 300, 400), fill=(0, 0, 0))
        document.new_page()
        document.save(path)
    return str(path)


def line_of(page_index: int) -> Line:
    text = WORDS.format(year=1500 + page_index)
    edges = tuple(edge for i in range(len(text)) for edge in (LEFT + 5 * i, LEFT + 5 * i + 5))
    box = Box(LEFT, TOP, LEFT + 5 * len(text), TOP + 12)
    return Line(text, box, 10.0, edges=edges, baseline=TOP + 10)


def serve(
    connection: Connection,
    pulse: Pulse,
    pictures: PictureMemory,
    answer: Callable[[ReadPicture], PageRecognised],
) -> None:
    connection.send_bytes(encode(Ready("ocr")))
    with suppress(EOFError, OSError):
        while True:
            pulse.rest()
            request = decode(connection.recv_bytes())
            if isinstance(request, ReadPicture):
                pulse.begin(request.job_id, request.page_index)
                pixels = bytes(pictures.bytes_of(request.slot)[: request.stride * request.height])
                blank = pixels.count(pixels[:1]) == len(pixels)
                done = answer(request)
                if blank:
                    done = PageRecognised(request.job_id, request.page_index, Recognition.BLANK)
                connection.send_bytes(encode(done))


def read(request: ReadPicture) -> PageRecognised:
    lines = (line_of(request.page_index),)
    return PageRecognised(request.job_id, request.page_index, Recognition.READ, lines)


def reading_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits) -> None:
    serve(connection, pulse, pictures, read)


def no_program_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits) -> None:
    serve(
        connection,
        pulse,
        pictures,
        lambda request: PageRecognised(request.job_id, request.page_index, Recognition.NO_PROGRAM),
    )


def dying_at_page_one_main(
    connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits
) -> None:
    def die(request: ReadPicture) -> PageRecognised:
        if request.page_index == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(request)

    serve(connection, pulse, pictures, die)


READS = Mains(recognising=reading_main)


def events_told(answers: Answers) -> dict[str, Event]:
    """The latest word on every page, as the window keeps it."""
    pages = {page.page_index: page for answer in answers.of(EventsFound) for page in answer.pages}
    return {event.date.edtf: event for page in pages.values() for event in page.events()}


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


class NotingArchive(Archive):
    """Notes when something is kept."""

    def __init__(self, folders: UserFolders, limit_megabytes: int, clock: Callable[[], float]) -> None:
        super().__init__(folders, limit_megabytes, clock)
        self.kept = Semaphore(0)

    def keep(self, info: DocumentInfo, options: ReadOptions, body: bytes) -> None:
        super().keep(info, options, body)
        self.kept.release()


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
                assert archive.kept.acquire(timeout=PATIENCE)
        finally:
            client.stop()
    assert finished.timeline.pages_by_ocr == (1, 2, BLANK_PAGE)
    assert "1501-03-12" in {event.date.edtf for event in finished.timeline.events}
    assert not answers.of(RecognitionProgress)


def stuck_at_page_two_main(
    connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits
) -> None:
    def answer(request: ReadPicture) -> PageRecognised:
        if request.page_index == 2:
            time.sleep(3600)
        return read(request)

    serve(connection, pulse, pictures, answer)


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
                assert archive.kept.acquire(timeout=PATIENCE)
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
