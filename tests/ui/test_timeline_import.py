"""The timeline's modules come in pieces, and what a person does in between is not kept waiting."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from reader.ui import timeline_import
from reader.ui.timeline_import import PIECES, import_timeline


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was imported; each import lasts until somebody has clicked."""
    told: list[str] = []

    def note(name: str) -> None:
        told.append(name)
        QTimer.singleShot(0, lambda: told.append("click"))

    monkeypatch.setattr(timeline_import, "import_module", note)
    return told


def test_a_click_is_answered_between_two_pieces(order: list[str], qtbot: QtBot) -> None:
    owner = QObject()
    import_timeline(owner, lambda: order.append("then"))
    qtbot.waitUntil(lambda: "then" in order)
    assert order == [*(told for piece in PIECES for told in (piece, "click")), "then"]


def test_for_a_window_that_is_gone_nothing_is_imported(order: list[str], qtbot: QtBot) -> None:
    owner = QObject()
    import_timeline(owner, lambda: order.append("then"))
    shiboken6.delete(owner)
    qtbot.wait(50)
    assert order == []
