"""Children that stand for the one that reads pictures of text, a scan for them, and what was told of it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

import pymupdf

from reader.document.model import Box, Line
from reader.timeline.model import Event
from reader.worker.child import Mains
from reader.worker.limits import Limits
from reader.worker.messages import EventsFound, ReadOptions, Ready
from reader.worker.pictures import PictureMemory
from reader.worker.pulse import Pulse
from reader.worker.recognition_messages import PageRecognised, ReadPicture, Recognition
from reader.worker.wire import decode, encode
from tests.worker.answers import Answers

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


def slow_but_for_page_one_main(
    connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits
) -> None:
    """Gives a page up when it is told to, as the real one does."""

    def answer(request: ReadPicture) -> PageRecognised:
        if request.page_index == 1:
            return read(request)
        connection.poll(None)
        return PageRecognised(request.job_id, request.page_index, Recognition.FAILED)

    serve(connection, pulse, pictures, answer)


def stuck_at_page_two_main(
    connection: Connection, pulse: Pulse, pictures: PictureMemory, _limits: Limits
) -> None:
    def answer(request: ReadPicture) -> PageRecognised:
        if request.page_index == 2:
            time.sleep(3600)
        return read(request)

    serve(connection, pulse, pictures, answer)


READS = Mains(recognising=reading_main)


def events_told(answers: Answers) -> dict[str, Event]:
    """The latest word on every page, as the window keeps it."""
    pages = {page.page_index: page for answer in answers.of(EventsFound) for page in answer.pages}
    return {event.date.edtf: event for page in pages.values() for event in page.events()}
