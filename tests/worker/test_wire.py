"""Messages cross as bytes; nothing but a message comes out of bytes."""

from __future__ import annotations

import os
import pickle
from dataclasses import is_dataclass
from pathlib import Path

import pytest

from reader.document.model import Box, DocumentInfo, Line, OutlineEntry, PageBox, PageSize
from reader.search.model import Hit, HitPart, PageCount, SearchablePage, SearchWords
from reader.sentences import Sentence
from reader.timeline.model import (
    AlternativeDate,
    Event,
    EventDate,
    EventKind,
    EventMention,
    ParagraphPlace,
    Timeline,
    Unresolved,
)
from reader.timeline.page_events import PageEvents, pack
from reader.worker import messages, recognition_messages, search_messages
from reader.worker.messages import Answer, Request
from reader.worker.wire import ForeignBytesError, decode, encode

BOX = Box(1.5, 2.0, 3.0, 4.0)
INFO = DocumentInfo("/a.pdf", "ab", "A title", 3, PageSize(595, 842), created="2020-01-01")
DAY = EventDate("1447-02-25", 739_482, None, "day", "islamic-umalqura", "25 صفر", approximate=True)
PLACE = ParagraphPlace("p0.1", "a text", 0, (PageBox(0, BOX),))
EVENT = Event(
    id="e1",
    label="a label",
    kind=EventKind.SOURCE,
    planned=True,
    date=DAY,
    mentions=(EventMention("a", 0, 1, 0, "iv", (PageBox(0, BOX),), PLACE),),
    language="ar",
    resolution="because",
    alternatives=(AlternativeDate(DAY, "or so"),),
)
TIMELINE = Timeline(INFO, (EVENT,), ("ar",), unresolved=(Unresolved("soon", 0, "iv", "p0.1", "why"),))

MESSAGES: tuple[Request | Answer, ...] = (
    messages.OpenFile(1, "/a.pdf", "word", 7, messages.ReadOptions("fr", "ar", "2025-08-21"), (3, 4)),
    messages.CloseFile(1),
    messages.PaintPage(1, 2, 3, 1.5, BOX),
    messages.PaintInto(messages.PaintPage(1, 2, 3, 1.5), 0),
    messages.KeepPaints(1, frozenset({1, 2})),
    messages.LookAt(1, 2),
    messages.PlacePages(1, (pack(0, [EVENT]),)),
    messages.PauseReading(1, paused=True),
    messages.AskPageText(1, 2),
    messages.AskOutline(1),
    search_messages.SearchText(1, 2, SearchWords("a word", exact=True)),
    search_messages.AskHits(1, 2, 3),
    messages.Ready("painting", ("a note",)),
    messages.StartTwin(),
    messages.TwinStarted(4711),
    messages.Opened(1, INFO),
    messages.PageSizes(1, 0, (PageSize(1, 2),), ("i",)),
    messages.Refused(1, Sentence("error.damaged", {"path": "/a.pdf"}), needs_password=True),
    messages.PagePainted(1, 2, 3, 1.5, None, 10, 20, 30, "slot-0"),
    messages.PageFailed(1, 2, Sentence("worker.page_hung", {"page": 3}), painting=True),
    messages.EventsFound(1, (pack(0, [EVENT]), PageEvents(3))),
    messages.ReadingProgress(1, 2, 3),
    messages.PlacesMeasured(1, 2, 3),
    messages.ReadingFinished(1, TIMELINE),
    messages.TimelineSettled(1, TIMELINE, (0,)),
    messages.PagesPlaced(1, (pack(0, [EVENT]),)),
    messages.Fault("reading", "where it was"),
    messages.PageText(1, 0, (Line("a", BOX, 12.0, edges=(0.0, 1.0)),)),
    messages.OutlineRead(1, (OutlineEntry("a", 0, 1, 12.0, is_open=True), OutlineEntry("b", 1, None))),
    search_messages.PageTexts(1, (SearchablePage(3, 4, b"a text", b"packed"),), (7,)),
    search_messages.HitsCounted(1, 2, (PageCount(3, 5, 4),), 6, 9),
    search_messages.HitsOfPage(1, 2, 3, (Hit((HitPart(3, 0, 0, 1, 72),), "", "a", " text"),)),
    messages.ParagraphsOfPage(1, 2, ("one", "two"), is_last=True),
    recognition_messages.ReadPicture(1, 2, 0, 10, 20, 30, 4.5, ("ar",), ("fr",)),
    recognition_messages.PageRecognised(
        1, 2, recognition_messages.Recognition.READ, (Line("a", BOX, 12.0, edges=(0.0, 1.0)),), ("fra",)
    ),
    recognition_messages.SettleRecognised(1),
    recognition_messages.TimelineAmended(1, TIMELINE),
    recognition_messages.RecognitionProgress(1, 2, 3, 2),
    recognition_messages.RecognitionHindered(1, Sentence("ocr.no_program_linux"), goes_on=True),
    messages.WorkerDied(1, "reading", Sentence("worker.reading_restarted")),
)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_arrives_as_it_was_sent(message: Request | Answer) -> None:
    assert decode(encode(message)) == message


def test_every_kind_of_message_is_tried_above() -> None:
    rooms = (messages, recognition_messages)
    kinds = {
        value
        for room in rooms
        for value in vars(room).values()
        if isinstance(value, type) and is_dataclass(value)
    }
    local = {kind for kind in kinds if kind.__module__ in {room.__name__ for room in rooms}}
    assert local - {type(message) for message in MESSAGES} == {messages.ReadOptions}


class Malicious:
    """What a child that was taken over might send: a program to run on arrival."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.path),)


def test_bytes_that_would_run_something_are_refused_and_run_nothing(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    with pytest.raises(ForeignBytesError):
        decode(pickle.dumps(Malicious(trap)))
    assert not trap.exists()


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(7), encode(MESSAGES[0])[:-3]])
def test_bytes_that_are_no_message_are_refused(data: bytes) -> None:
    with pytest.raises(ForeignBytesError):
        decode(data)


def test_a_part_of_a_message_is_no_message() -> None:
    with pytest.raises(ForeignBytesError):
        decode(pickle.dumps(BOX))


def test_a_kind_of_event_is_written_without_a_call_by_every_python(monkeypatch: pytest.MonkeyPatch) -> None:
    def as_python_3_11_2_does(kind: EventKind, _protocol: int) -> tuple[object, ...]:
        return getattr, (EventKind, kind.name)

    monkeypatch.setattr(EventKind, "__reduce_ex__", as_python_3_11_2_does)
    message = messages.ReadingFinished(1, TIMELINE)
    assert decode(encode(message)) == message
