"""The child that opens files and paints pages. One request at a time, each answered once.

In: `OpenFile`, `PaintInto`, `AskPageText`, `AskOutline`, `CloseFile`. Out: `Opened` or `Refused`,
`PagePainted` or `PageFailed`, `PageText`, `OutlineRead`; besides, unasked and only while nothing is asked,
`PageSizes`.
Which wish comes first and which is dropped is decided in the window's process (`errands.py`).
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from reader.document.errors import DocumentError, PasswordNeededError
from reader.sentences import Sentence
from reader.worker import confinement
from reader.worker.child_side import confine_and_say_so, telling_faults
from reader.worker.confinement import is_short_of_memory
from reader.worker.engine_start import import_engine
from reader.worker.limits import Limits
from reader.worker.messages import (
    Answer,
    AskOutline,
    AskPageText,
    CloseFile,
    Opened,
    OpenFile,
    OutlineRead,
    PageFailed,
    PagePainted,
    PageSizes,
    PageText,
    PaintInto,
    Refused,
    Request,
    StartTwin,
    TwinStarted,
)
from reader.worker.pictures import PictureMemory, name_of_slot
from reader.worker.pulse import OPENING, OUTLINING, Pulse
from reader.worker.twin import TwinEnds, make_twin
from reader.worker.wire import decode, encode

if TYPE_CHECKING:
    from reader.document.file.pdf import HeldBytes, OpenDocument
    from reader.document.model import Line, Link, OutlineEntry, PageSize

# Sizes are measured when nothing is asked. The window asks for its first page some 100 ms after it knows of
# the document; to measure in between would only delay that page.
PATIENCE_BEFORE_FIRST_PICTURE = 0.4
PATIENCE = 0.004
PAGES_MEASURED_AT_A_TIME = 250  # 3 ms for plain pages: what a wish to paint may have to wait
# The window lays all pages out anew with every message: told of 250 at a time, a million took it minutes.
MOST_MESSAGES = 40


def main(
    connection: Connection,
    pulse: Pulse,
    pictures: PictureMemory,
    limits: Limits,
    twin: TwinEnds | None = None,
) -> None:
    """The life of the child, from spawn until the parent hangs up."""
    confinement.take_place(limits.memory_bytes)
    with telling_faults("painting", connection):
        import_engine()
        from reader.document.file import pdf, rendering  # noqa: F401, PLC0415 - the window imports this file too

        confine_and_say_so("painting", connection)
        Painter(connection, pulse, pictures, partial(_read_too, twin, limits) if twin else None).serve()


def _read_too(twin: TwinEnds, limits: Limits, painter: Painter) -> None:
    """Make the copy of this child that reads."""

    def read() -> None:
        from reader.worker import reading  # noqa: PLC0415 - the copy only has use of it

        held = painter.give_up()
        twin.connection.send_bytes(encode(TwinStarted(os.getpid())))
        reading.main(twin.connection, twin.pulse, PictureMemory(slot_count=0), limits, held)

    make_twin(twin, read)


@dataclass(slots=True)
class Measuring:
    """Pages that were measured and not told of yet, from the page `first` on."""

    first: int = 0
    sizes: list[PageSize] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)


class Painter:
    """The documents open in this child, and what is still to be measured of them.

    `split` makes the copy of this child that reads.
    """

    def __init__(
        self,
        connection: Connection,
        pulse: Pulse,
        pictures: PictureMemory,
        split: Callable[[Painter], None] | None = None,
    ) -> None:
        self._connection = connection
        self._pulse = pulse
        self._pictures = pictures
        self._documents: dict[int, OpenDocument] = {}
        self._bad_pages: dict[int, frozenset[int]] = {}
        self._measured: dict[int, Measuring] = {}  # by job, until all its pages are measured
        self._painted = False
        self._split = split

    def serve(self) -> None:
        """Answer requests for ever."""
        while True:
            self._pulse.rest()
            patience = PATIENCE if self._painted else PATIENCE_BEFORE_FIRST_PICTURE
            if self._measured and not self._connection.poll(patience):
                self._measure_some()
            else:
                request = decode(self._connection.recv_bytes())
                self._do(request)

    def give_up(self) -> dict[int, HeldBytes]:
        """Let go of what is shared with the window; the bytes of open documents, where they are held."""
        held = {
            job_id: document.held for job_id, document in self._documents.items() if document.held is not None
        }
        self._documents.clear()
        self._pictures.close()
        self._pulse.close()
        return held

    def _send(self, answer: Answer) -> None:
        self._connection.send_bytes(encode(answer))

    def _do(self, request: Request | Answer) -> None:
        match request:
            case OpenFile():
                self._open(request)
            case PaintInto():
                self._paint(request)
            case AskPageText():
                self._read_text(request)
            case AskOutline():
                self._read_outline(request)
            case StartTwin() if self._split:
                self._split(self)
            case CloseFile() if request.job_id in self._documents:
                self._measured.pop(request.job_id, None)
                self._documents.pop(request.job_id).close()

    def _open(self, request: OpenFile) -> None:
        from reader.document.file.pdf import open_document  # noqa: PLC0415 - see main

        self._pulse.begin(request.job_id, OPENING)
        try:
            document = open_document(request.path, request.password)
            answer: Answer = Opened(request.job_id, document.info)
        except DocumentError as error:
            answer = Refused(
                request.job_id, error.sentence, needs_password=isinstance(error, PasswordNeededError)
            )
        except MemoryError:
            answer = Refused(request.job_id, Sentence("worker.file_memory", {"path": request.path}))
        else:
            self._documents[request.job_id] = document
            self._bad_pages[request.job_id] = frozenset(request.bad_pages)
            self._measured[request.job_id] = Measuring()
        self._send(answer)

    def _paint(self, request: PaintInto) -> None:
        from reader.document.file.rendering import draw_page  # noqa: PLC0415 - see main

        wish = request.wish
        document = self._documents[wish.job_id]
        self._pulse.begin(wish.job_id, wish.page_index)
        try:
            memory = self._pictures.bytes_of(request.slot)
            picture = draw_page(
                document, wish.page_index, wish.scale, wish.clip, memory, turn=wish.turn, dark=wish.dark
            )
        except Exception as error:  # noqa: BLE001 - the engine raises many kinds; each spoils one page only
            self._fail(wish.job_id, wish.page_index, error, wish.request_id)
            return
        self._painted = True
        self._send(
            PagePainted(
                wish.job_id,
                wish.request_id,
                wish.page_index,
                picture.scale,
                wish.clip,
                picture.width,
                picture.height,
                picture.stride,
                name_of_slot(request.slot),
                wish.turn,
                wish.dark,
                picture.is_grey,
            )
        )

    def _read_text(self, request: AskPageText) -> None:
        document = self._documents[request.job_id]
        self._pulse.begin(request.job_id, request.page_index)
        lines: tuple[Line, ...] = ()
        links: tuple[Link, ...] = ()
        with suppress(Exception):  # as in _paint; its picture may be had all the same
            lines = document.exact_lines(request.page_index)
        with suppress(Exception):
            links = document.links(request.page_index)
        self._send(PageText(request.job_id, request.page_index, lines, links))

    def _read_outline(self, request: AskOutline) -> None:
        self._pulse.begin(request.job_id, OUTLINING)
        entries: tuple[OutlineEntry, ...] = ()
        with suppress(Exception):  # as in _paint; the pages can be seen without it
            entries = self._documents[request.job_id].outline()
        self._send(OutlineRead(request.job_id, entries))

    def _measure_some(self) -> None:
        """Sizes and labels of the next pages of one document."""
        job_id, found = next(iter(self._measured.items()))
        document, bad = self._documents[job_id], self._bad_pages[job_id]
        begin = found.first + len(found.sizes)
        end = min(begin + PAGES_MEASURED_AT_A_TIME, document.page_count)
        for index in range(begin, end):
            self._pulse.begin(job_id, index)
            size, label = document.info.first_size, str(index + 1)
            if index not in bad:
                with suppress(Exception):  # a broken page is shown as large as the first, with its number
                    size = document.page_size(index)
                    label = document.page_label(index)
            found.sizes.append(size)
            found.labels.append(label)
        self._pulse.rest()  # before it is told: who kills it then must blame no page
        is_last = end == document.page_count
        if is_last or len(found.sizes) * MOST_MESSAGES >= document.page_count:
            self._send(PageSizes(job_id, found.first, tuple(found.sizes), tuple(found.labels)))
            self._measured[job_id] = Measuring(end)
        if is_last:
            del self._measured[job_id]

    def _fail(self, job_id: int, page_index: int, error: Exception, request_id: int) -> None:
        """Answer that a page failed; what the engine said is in no user's language, so it is not repeated."""
        what = "page_memory" if is_short_of_memory(error) else "page_damaged"
        sentence = Sentence(f"worker.{what}", {"path": self._documents[job_id].path, "page": page_index + 1})
        self._send(PageFailed(job_id, page_index, sentence, painting=True, request_id=request_id))
