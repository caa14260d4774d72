"""Children whose engine is a fake: the real loops, limits and pipes around documents that behave as told.

The path of a fake file is its script: `/fake?pages=9&hang=3&crash=4&slow=0.01`. See `Script`.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType, SimpleNamespace
from urllib.parse import parse_qs, urlsplit

from reader.document.errors import DamagedDocumentError, DamagedPageError, PasswordNeededError
from reader.document.model import Box, DocumentInfo, Line, OutlineEntry, Page, PageSize
from reader.timeline.model import Event, EventDate, EventKind, Timeline
from reader.timeline.page_events import PageEvents, pack
from reader.worker import confinement, painting, reading
from reader.worker.limits import Limits
from reader.worker.messages import Ready
from reader.worker.pictures import PictureMemory
from reader.worker.pulse import Pulse
from reader.worker.wire import encode

ALWAYS = -1  # as a page: the opening of the file


@dataclass(frozen=True)
class Script:
    """What a fake document does at which pages; -1 stands for its opening."""

    pages: int = 3
    hang: frozenset[int] = frozenset()
    crash: frozenset[int] = frozenset()
    crash_once: frozenset[int] = frozenset()  # needs `marks`, a folder that remembers
    greedy: frozenset[int] = frozenset()  # asks for all memory there is
    broken: frozenset[int] = frozenset()  # the engine raises
    slow: float = 0.0
    password: str = ""
    marks: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, path: str) -> Script:
        query = {key: values[0] for key, values in parse_qs(urlsplit(path).query).items()}
        pages = {
            key: frozenset(int(number) for number in query.pop(key, "").split(",") if number)
            for key in ("hang", "crash", "crash_once", "greedy", "broken")
        }
        return cls(
            pages=int(query.pop("pages", "3")),
            slow=float(query.pop("slow", "0")),
            password=query.pop("password", ""),
            marks=query.pop("marks", ""),
            extra=query,
            **pages,
        )

    def act(self, page: int) -> None:
        """Do at this page what the script says."""
        time.sleep(self.slow)
        if page in self.hang:
            time.sleep(3600)
        if page in self.crash:
            os.kill(os.getpid(), signal.SIGSEGV)
        if page in self.crash_once:
            mark = Path(self.marks) / f"crashed-{os.path.basename(sys.argv[0])}-{page}"  # noqa: PTH119 - a name, no path
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        if page in self.greedy:
            bytearray(1 << 40)
        if page in self.broken:
            raise RuntimeError("the fake engine cannot make sense of this page")


class FakeDocument:
    """A document that does what its path says."""

    def __init__(self, path: str, password: str | None, held: object = None) -> None:
        del held
        self.path = path
        self.script = Script.of(path)
        if self.script.password and password != self.script.password:
            raise PasswordNeededError(path)
        if "damaged" in self.script.extra:
            raise DamagedDocumentError(path)
        self.script.act(ALWAYS)
        self.page_count = self.script.pages
        self.info = DocumentInfo(path, "0" * 64, "A fake", self.page_count, PageSize(100, 200))

    def page_size(self, index: int) -> PageSize:
        return PageSize(100 + index, 200)

    def page_label(self, index: int) -> str:
        return str(index + 1)

    def read_page(self, index: int) -> Page:
        self.script.act(index)
        return Page(index, str(index + 1), PageSize(100, 200), ())

    def exact_lines(self, index: int) -> tuple[Line, ...]:
        self.script.act(index)
        if fault := self.script.extra.get("words"):  # the page can be painted, but its words not be read
            Script.of(f"/fake?{fault}={index}").act(index)
        return (Line(f"text of page {index}", Box(0, 0, 1, 1), 12.0),)

    def outline(self) -> tuple[OutlineEntry, ...]:
        if fault := self.script.extra.get("outline"):
            Script.of(f"/fake?{fault}=0").act(0)
        return tuple(OutlineEntry(f"chapter {index}", 0, index) for index in range(self.page_count))

    def close(self) -> None:
        pass


class WatchedFake(FakeDocument):
    """A fake as the reading child watches it."""

    def words_of(self, index: int) -> AbstractContextManager[None]:
        raise AssertionError(f"the words of page {index} are watched by the document around this one")


def draw_page(
    document: FakeDocument,
    index: int,
    scale: float,
    clip: Box | None,
    into: memoryview,
    *,
    turn: int,
    dark: bool,
) -> SimpleNamespace:
    del clip
    document.script.act(index)
    width, height = (round(side * scale) for side in ((200, 100) if turn % 2 else (100, 200)))
    stride = width if dark else width * 3
    into[: stride * height] = bytes([index % 256]) * (stride * height)
    return SimpleNamespace(width=width, height=height, stride=stride, scale=scale, is_grey=dark)


def painting_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """The painting child with a fake engine and without confinement (the fake remembers in files)."""
    _put_in_place("reader.document.file.pdf", open_document=FakeDocument, OpenDocument=FakeDocument)
    _put_in_place("reader.document.file.rendering", draw_page=draw_page)
    vars(confinement)["confine"] = lambda _programs=(): ("not confined",)
    painting.main(connection, pulse, pictures, limits)


@dataclass(frozen=True)
class PagesRead:
    pages_read: int
    page_count: int


@dataclass(frozen=True)
class EventsFound:
    pages: tuple[int, ...]
    events: tuple[tuple[Event, ...], ...]


@dataclass(frozen=True)
class PageDamaged:
    page_index: int


@dataclass(frozen=True)
class Finished:
    timeline: Timeline
    pages: tuple[int, ...]


class Reading:
    """A pipeline that finds one event a page, from the page in view on."""

    def __init__(self, document: WatchedFake, *, first_page: int = 0, **_options: object) -> None:
        self._document = document
        self._unread = list(range(document.page_count))
        self._focus = first_page

    def look_at(self, page_index: int) -> None:
        self._focus = page_index

    def place(self, told: PageEvents) -> PageEvents | None:
        if told.page_index in self._unread:
            return None
        time.sleep(float(self._document.script.extra.get("measure", "0")))
        return pack(told.page_index, [measured_event_of_page(told.page_index)])

    def close(self) -> None:
        """It is read no further."""

    def _understand(self, index: int) -> None:
        """The words of a page: those of the page `muse` are never understood."""
        with self._document.words_of(index):
            if str(index) == self._document.script.extra.get("muse"):
                time.sleep(3600)

    def steps(self) -> Iterator[PagesRead | EventsFound | PageDamaged | Finished]:
        found: list[int] = []
        damaged: list[int] = []
        count = self._document.page_count
        while self._unread:
            index = min(self._unread, key=lambda page: (page < self._focus, page))
            self._unread.remove(index)
            time.sleep(float(self._document.script.extra.get("ponder", "0")))
            try:
                self._document.read_page(index)
            except DamagedPageError:
                damaged.append(index)
                yield PageDamaged(index)
            else:
                self._understand(index)
                found.append(index)
                yield EventsFound((index,), ((event_of_page(index),),))
            yield PagesRead(count - len(self._unread), count)
        if "think" in self._document.script.extra:
            time.sleep(3600)
        timeline = Timeline(self._document.info, damaged_pages=tuple(damaged))
        yield Finished(timeline, tuple(sorted(found)))


def event_of_page(index: int) -> Event:
    """The event that the fake pipeline finds on a page."""
    day = EventDate(str(1000 + index), index, index, "year", "gregorian", str(1000 + index))
    return Event(f"e{index}", f"page {index}", EventKind.EVENT, False, day, (), "en", "because")  # noqa: FBT003 - as in the model


def measured_event_of_page(index: int) -> Event:
    """The same, its place measured."""
    return replace(event_of_page(index), label="measured")


def reading_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """The reading child with a fake engine and a fake pipeline, without confinement."""
    _put_in_place("reader.document.file.pdf", open_document=FakeDocument, OpenDocument=FakeDocument)
    names = (Reading, PagesRead, EventsFound, PageDamaged, Finished)
    _put_in_place("reader.pipeline", **{kind.__name__: kind for kind in names})
    vars(confinement)["confine"] = lambda _programs=(): ("not confined",)
    reading.main(connection, pulse, pictures, limits)


def idle_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """A child that listens and does nothing until its parent hangs up."""
    del pictures, limits
    pulse.rest()
    connection.send_bytes(encode(Ready("reading")))
    with suppress(EOFError, OSError):
        while True:
            connection.recv_bytes()


def dying_main(connection: Connection, pulse: Pulse, pictures: PictureMemory, limits: Limits) -> None:
    """A child that never gets as far as its first answer."""
    del connection, pulse, pictures, limits
    os.kill(os.getpid(), signal.SIGKILL)


def _put_in_place(name: str, **content: object) -> None:
    module = ModuleType(name)
    vars(module).update(content)
    sys.modules[name] = module
    package, _, short = name.rpartition(".")
    setattr(import_module(package), short, module)
