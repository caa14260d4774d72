"""The child that has pictures of pages read by Tesseract (`document/ocr.py`), one at a time.

In: `ReadPicture`, which names a slot of picture memory, and `CloseFile`. Out: `PageRecognised` for each. It
sees pixels, never the file, and gives up everything but to read files and to start that one program; what it
starts is confined alike. A page that is blank needs no program; one that is not tells what is missing.
"""

from __future__ import annotations

import sys
from functools import cached_property
from multiprocessing.connection import Connection

from reader.document.ocr.ocr import (
    BYTES_A_PIXEL,
    OcrEndedError,
    OcrError,
    OcrProgram,
    Raster,
    find_ocr,
    program_path,
    recognise,
)
from reader.worker import confinement
from reader.worker.child_side import confine_and_say_so, telling_faults
from reader.worker.limits import Limits
from reader.worker.messages import CloseFile, Request
from reader.worker.pictures import PictureMemory
from reader.worker.program_files import files_to_start
from reader.worker.pulse import Pulse
from reader.worker.recognition_messages import PageRecognised, ReadPicture, Recognition
from reader.worker.wire import decode, encode

TRIES = 2  # a Tesseract that ended early may have been short of memory, or killed by hand
NICENESS = 19  # everything else goes first


def main(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """The life of the child, from spawn until the parent hangs up."""
    confinement.take_place(limits.memory_bytes, NICENESS, programs=1)
    with telling_faults("ocr", connection):
        path = program_path()
        confine_and_say_so("ocr", connection, files_to_start(path) if path else ())
        Recogniser(connection, pulse, pictures).serve()


class Recogniser:
    """Reads the picture it was asked for last; one that is no longer wanted is left at once."""

    def __init__(self, connection: Connection, pulse: Pulse, pictures: PictureMemory) -> None:
        self._connection = connection
        self._pulse = pulse
        self._pictures = pictures
        self._waiting: list[Request] = []

    @cached_property
    def _program(self) -> OcrProgram | None:
        return find_ocr()

    def serve(self) -> None:
        """Answer requests for ever."""
        while True:
            self._pulse.rest()
            request = self._waiting.pop(0) if self._waiting else self._receive()
            if isinstance(request, ReadPicture):
                self._pulse.begin(request.job_id, request.page_index)
                self._connection.send_bytes(encode(self._read(request)))

    def _receive(self) -> Request:
        request = decode(self._connection.recv_bytes())
        assert isinstance(request, Request)  # noqa: S101 - the parent's own bytes
        return request

    def _read(self, request: ReadPicture) -> PageRecognised:
        job_id, index = request.job_id, request.page_index
        size = request.stride * (request.height - 1) + BYTES_A_PIXEL * request.width
        raster = Raster(
            self._pictures.bytes_of(request.slot)[:size],
            request.width,
            request.height,
            request.stride,
            request.scale,
        )
        if raster.is_blank:
            return PageRecognised(job_id, index, Recognition.BLANK)
        if self._program is None:
            return PageRecognised(job_id, index, Recognition.NO_PROGRAM)
        names = self._program.choose(request.known, request.likely)
        missing = self._program.missing(request.known or request.likely[:1])
        if not names:
            return PageRecognised(job_id, index, Recognition.NO_LANGUAGE, missing=missing)
        for _ in range(TRIES):
            try:
                lines = recognise(
                    self._program,
                    names,
                    raster,
                    wanted=lambda: self._is_wanted(job_id),
                    before_start=confinement.end_with_parent if sys.platform == "linux" else None,
                )
            except OcrEndedError:
                continue
            except OcrError:
                break
            return PageRecognised(job_id, index, Recognition.READ, lines, missing)
        return PageRecognised(job_id, index, Recognition.FAILED, missing=missing)

    def _is_wanted(self, job_id: int) -> bool:
        """Whether nobody has closed the document meanwhile, nor hung up."""
        while self._connection.poll():
            self._waiting.append(self._receive())
        return CloseFile(job_id) not in self._waiting
