"""Answers become signals, pictures are copied out of shared memory and given back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.sentences import Sentence
from reader.ui.worker_bridge import PaintedPage, WorkerBridge
from reader.worker.messages import PagePainted, ReadingProgress, Ready, WorkerDied
from tests.ui.conftest import AnsweringClient, settle


def test_a_picture_arrives_whole_and_its_memory_is_given_back(qtbot: QtBot) -> None:
    client = AnsweringClient()
    bridge = WorkerBridge(client)
    with qtbot.waitSignal(bridge.page_painted) as told:
        number = bridge.paint(1, 4, 0.5)
    painted = told.args[0]
    assert isinstance(painted, PaintedPage)
    assert (painted.request_id, painted.page_index, painted.scale) == (number, 4, 0.5)
    assert (painted.picture.width(), painted.picture.height()) == (298, 421)
    assert painted.picture.toImage().pixelColor(150, 200).name() == "#f0f0f0"
    assert client.released == [f"slot-{number}"]


def test_a_picture_larger_than_its_memory_is_not_believed(qtbot: QtBot) -> None:
    """The child paints hostile files; what it says of its picture is checked before it is looked at."""
    client = AnsweringClient()
    client.paints = False
    bridge = WorkerBridge(client)
    client.lend("slot-0", 100)
    with qtbot.waitSignal(bridge.page_painted) as told:
        client.answer(PagePainted(1, 1, 0, 1.0, None, 5000, 5000, 15000, "slot-0"))
    assert told.args[0].picture.isNull()
    assert client.released == ["slot-0"]


def test_every_wish_has_a_number_of_its_own(qtbot: QtBot) -> None:  # noqa: ARG001 - signals need an application
    bridge = WorkerBridge(AnsweringClient())
    assert len({bridge.paint(1, 0, 1.0) for _wish in range(5)}) == 5
    settle()


def test_the_documents_date_set_by_hand_reaches_the_reading_child(qtbot: QtBot) -> None:  # noqa: ARG001 - as above
    seen = []

    class NotingClient(AnsweringClient):
        def open(self, path, password, page_index, options):
            seen.append(options)
            return super().open(path, password, page_index, options)

    WorkerBridge(NotingClient(), "2025-08-19").open("a.pdf", None, 0, "fr")
    assert (seen[0].document_date, seen[0].interface_language) == ("2025-08-19", "fr")


def test_progress_and_death_are_told_and_readiness_needs_no_word(qtbot: QtBot) -> None:
    client = AnsweringClient()
    bridge = WorkerBridge(client)
    with qtbot.waitSignals([bridge.reading_progressed, bridge.worker_died], order="strict"):
        client.answer(Ready("painting"), ReadingProgress(1, 3, 9), WorkerDied(1, "reading", Sentence("x")))
