"""Windows for tests: on a client that the test answers for, on real children; and what a person does."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.document.model import Box, DocumentInfo, PageBox, PageSize
from reader.resources import resource
from reader.sentences import Sentences, load_sentences
from reader.timeline.model import Event, EventDate, EventKind, EventMention, ParagraphPlace, Timeline
from reader.timeline.page_events import by_page
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.page_view.page_view import PageView
from reader.ui.session import Session
from reader.ui.theme import Theme, system_hints
from reader.ui.worker_bridge import WorkerBridge
from reader.worker.archive import Archive
from reader.worker.client import EngineClient
from reader.worker.messages import (
    Answer,
    AskPageText,
    EventsFound,
    Opened,
    PagePainted,
    PaintPage,
    PlacesMeasured,
    ReadingFinished,
    ReadOptions,
)
from reader.worker.search_messages import AskHits, SearchText

A4 = PageSize(595, 842)
PAGES = 6
SAMPLE = str(next(iter(sorted(resource("sample").glob("*.pdf")))))
PATIENCE = 60_000  # ms; a child starts in 0.3 s, on a busy machine in some seconds


class AnsweringClient:
    """Stands for both children: notes every wish, paints pages grey or dark, answers what the test says."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str | None, int]] = []
        self.options: list[ReadOptions] = []
        self.closed: list[int] = []
        self.painted: list[PaintPage] = []
        self.looked_at: list[int] = []
        self.paused: list[bool] = []
        self.released: list[str] = []
        self.texts_wanted: list[int] = []
        self.outlines_wanted: list[int] = []
        self.recognises: list[bool] = []
        self.wishes: list[SearchText | AskHits | AskPageText] = []  # what a test answers for the search
        self.places_wanted: list[int] = []
        self.paints = True
        self.measures = True
        self._rows: dict[str, bytearray] = {}
        self._on_answer: Callable[[Answer], None] = lambda _answer: None

    def remember_with(self, archive: Archive) -> None:
        raise AssertionError(f"a test's window keeps nothing, and {archive} would")

    def deliver_to(self, on_answer: Callable[[Answer], None]) -> None:
        self._on_answer = on_answer

    def answer(self, *answers: Answer) -> None:
        for each in answers:
            self._on_answer(each)

    def open(self, path: str, password: str | None, page_index: int, options: ReadOptions) -> int:
        assert options.interface_language in {"en", "fr", "ar"}
        self.opened.append((path, password, page_index))
        self.options.append(options)
        return len(self.opened)

    def close_job(self, job_id: int) -> None:
        self.closed.append(job_id)

    def paint(self, wish: PaintPage) -> None:
        self.painted.append(wish)
        if not self.paints:
            return
        upright = Box(0, 0, A4.width, A4.height)
        area = wish.clip or (upright if wish.turn % 2 == 0 else Box(0, 0, A4.height, A4.width))
        width = max(1, round((area.x1 - area.x0) * wish.scale))
        height = max(1, round((area.y1 - area.y0) * wish.scale))
        name = f"slot-{wish.request_id}"
        pixel = b"\x1e" if wish.dark else b"\xf0\xf0\xf0"  # dark without colours: one byte
        self._rows[name] = bytearray(pixel * (width * height))
        self.answer(
            PagePainted(
                wish.job_id,
                wish.request_id,
                wish.page_index,
                wish.scale,
                wish.clip,
                width,
                height,
                width * len(pixel),
                name,
                wish.turn,
                dark=wish.dark,
                is_grey=wish.dark,
            )
        )

    def keep_paints(self, job_id: int, request_ids: frozenset[int]) -> None:
        pass

    def look_at(self, job_id: int, page_index: int) -> None:  # noqa: ARG002 - the client's own form
        self.looked_at.append(page_index)

    def pause(self, job_id: int, paused: bool) -> None:  # noqa: ARG002, FBT001 - the client's own form
        self.paused.append(paused)

    def recognise_text(self, wanted: bool) -> None:  # noqa: FBT001 - the client's own form
        self.recognises.append(wanted)

    def measure_places(self, job_id: int) -> None:
        self.places_wanted.append(job_id)
        if self.measures:
            self.answer(PlacesMeasured(job_id, 0, 0, is_over=True))

    def want_text(self, job_id: int) -> None:
        self.texts_wanted.append(job_id)

    def search(self, wish: SearchText) -> None:
        self.wishes.append(wish)

    def ask_hits(self, wish: AskHits) -> None:
        self.wishes.append(wish)

    def ask_page_text(self, job_id: int, page_index: int) -> None:
        self.wishes.append(AskPageText(job_id, page_index))

    def ask_outline(self, job_id: int) -> None:
        self.outlines_wanted.append(job_id)

    def lend(self, memory_name: str, size: int) -> None:
        """Memory for a picture that the test itself speaks of."""
        self._rows[memory_name] = bytearray(size)

    def attach(self, memory_name: str) -> memoryview:
        return memoryview(self._rows[memory_name])

    def release_picture(self, memory_name: str) -> None:
        self.released.append(memory_name)

    def stop(self) -> None:
        pass


def make_event(
    number: int,
    *,
    page: int = 0,
    top: float = 100.0,
    day: int = 739_000,
    kind: EventKind = EventKind.EVENT,
    text: str = "On 16 May 2024 the bridge was opened.",
    written: str = "16 May 2024",
    planned: bool = False,
) -> Event:
    """An event whose paragraph is 400 × 30 points at 80, `top`, its expression the first 90 points of it."""
    start = text.index(written)
    paragraph = ParagraphPlace(f"p{page}.{number}", text, page, (PageBox(page, Box(80, top, 480, top + 30)),))
    mention = EventMention(
        written,
        start,
        start + len(written),
        page,
        str(page + 1),
        (PageBox(page, Box(80, top, 170, top + 12)),),
        paragraph,
    )
    return Event(
        id=f"e{number}",
        label=text,
        kind=kind,
        planned=planned,
        date=EventDate("2024-05-16", day, day, "day", "gregorian", written),
        mentions=(mention,),
        language="en",
        resolution=f"“{written}” → that day",
        order=(page, number, 0),
    )


EVENTS = (
    make_event(1, page=0, top=100, day=739_000),
    make_event(2, page=0, top=300, day=700_000),
    make_event(3, page=3, top=500, day=720_000),
    make_event(4, page=5, top=120, day=730_000, kind=EventKind.SOURCE),
    make_event(5, page=5, top=700, day=739_100, kind=EventKind.ISSUE),
)


class Desk:
    """A session on an answering client."""

    def __init__(self, sentences: Sentences) -> None:
        self.client = AnsweringClient()
        self.bridge = WorkerBridge(self.client)
        self.session = Session(self.bridge, sentences)

    @property
    def job_id(self) -> int:
        return len(self.client.opened)

    def open(self, path: str = "chronicle.pdf", *, pages: int = PAGES, title: str = "") -> None:
        """As if a person had opened the file and the child had read its head."""
        self.session.open(path)
        self.answer(Opened(self.job_id, info(path, pages, title)))

    def find(self, events: tuple[Event, ...] = EVENTS) -> None:
        """As if the child had read everything."""
        document = self.session.document
        assert document is not None
        self.answer(
            EventsFound(self.job_id, by_page(events)),
            ReadingFinished(self.job_id, Timeline(document, events)),
        )

    def answer(self, *answers: Answer) -> None:
        self.client.answer(*answers)
        settle()


def info(path: str = "chronicle.pdf", pages: int = PAGES, title: str = "") -> DocumentInfo:
    return DocumentInfo(path, "digest of " + path, title, pages, A4)


def sized(window: MainWindow) -> Callable[[int], None]:
    """Gives the window a width that it really takes."""

    def resize(width: int) -> None:
        window.resize(width, 600)
        settle()
        assert window.width() == width

    return resize


def settle() -> None:
    """Deliver every signal that is on its way, and delete what is to be deleted."""
    for _round in range(4):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True, scope="module")
def what_was_there_before_is_not_looked_through() -> None:
    """Keeps the collector to what these tests make.

    It runs after each test that shows a window (`leak_guard.py`); with the languages that other tests have
    loaded that took two seconds, half of the suite's time.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture
def sentences() -> Sentences:
    return load_sentences("en")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:  # noqa: ARG001 - colours need an application
    return Theme(system_hints(), "light")


@pytest.fixture
def desk(sentences: Sentences, qapp: QApplication) -> Desk:  # noqa: ARG001 - signals need an application
    return Desk(sentences)


@pytest.fixture
def pages(desk: Desk, theme: Theme, qtbot: QtBot) -> PageView:
    """A page view of 800 × 600 on six pages with five dates."""
    view = PageView(desk.session, theme)
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    qtbot.waitExposed(view)
    desk.open()
    desk.find()
    view.setFocus()
    return view


@pytest.fixture
def window(desk: Desk, theme: Theme, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on its start page."""
    made = MainWindow(desk.session, theme, Memory(None, lambda: 0.0))
    qtbot.addWidget(made)
    made.resize(1280, 860)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    settle()


@pytest.fixture
def client() -> Iterator[EngineClient]:
    """The client of real children."""
    made = EngineClient()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def real_window(
    client: EngineClient, sentences: Sentences, theme: Theme, qtbot: QtBot
) -> Iterator[MainWindow]:
    """The window on real children, on its start page."""
    made = MainWindow(Session(WorkerBridge(client), sentences), theme, Memory(None, lambda: 0.0))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    yield made
    made.close()
    settle()


def place_of(view: PageView, event: Event) -> QPoint:
    """The middle of an event's expression in the view."""
    return view.expression_rect(event).center()


LEFT = Qt.MouseButton.LeftButton
