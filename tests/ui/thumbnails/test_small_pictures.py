"""When small pictures are painted, kept and told to have failed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.document.model import PageSize
from reader.sentences import Sentence
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane
from reader.worker.messages import Opened, PageFailed, PageSizes
from tests.ui.conftest import PATIENCE, Desk, info, settle
from tests.ui.thumbnails.conftest import color_of, is_in_sight, let_come, opened, press, spoken, wishes

MANY = 10_000
TEN_PICTURES = 10 * 128 * 181 * 4  # bytes


def test_nothing_is_made_until_a_page_is_on_the_screen(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    assert not window.commands["show_thumbnails"].isEnabled()
    desk.client.paints = False
    desk.open()
    window.commands["show_thumbnails"].trigger()
    settle()
    assert window.room.contents_host.isVisible(), "its room is kept, so that nothing moves when it comes"
    assert window.thumbnails.pane is None
    assert wishes(desk) == []
    desk.answer(PageFailed(1, 0, Sentence("worker.page_damaged", {"path": "a", "page": 1}), painting=True))
    qtbot.waitUntil(lambda: [wish.page_index for wish in wishes(desk)] == [1])


def test_nobody_paints_pictures_that_nobody_wants(desk: Desk, window: MainWindow) -> None:
    desk.open()
    settle()
    assert window.commands["show_thumbnails"].isEnabled()
    assert wishes(desk) == []


def test_pages_are_white_paper_of_their_shape_until_their_pictures_come(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.open()
    settle()
    desk.client.paints = False
    window.commands["show_thumbnails"].trigger()
    qtbot.waitUntil(lambda: bool(wishes(desk)))
    pane = window.thumbnails.pane
    assert pane is not None
    assert color_of(pane, 0) == QColor("white")
    desk.client.paints = True
    desk.client.paint(wishes(desk)[0])
    settle()
    assert color_of(pane, 0) == QColor("#f0f0f0"), "what the child has painted"
    delegate, tile = pane.rows.itemDelegate(), pane.rows.visualRect(pane.model.index(1))
    desk.answer(PageSizes(1, 1, (PageSize(842, 595),), ("",)))
    wide = delegate.paper(tile, 1)  # type: ignore[attr-defined] # Qt tells the delegate's base only
    assert wide.width() > wide.height()
    assert tile.contains(wide)


def test_only_what_is_in_sight_is_painted_and_one_after_the_other(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    pane = opened(desk, window, qtbot, pages=MANY)
    assert pane.model.rowCount() == MANY
    assert len(wishes(desk)) < 12
    desk.client.paints = False
    bar, before = pane.rows.verticalScrollBar(), len(wishes(desk))
    for part in (0.2, 0.4, 0.6):
        bar.setValue(round(bar.maximum() * part))
        qtbot.waitUntil(lambda: len(wishes(desk)) > before)
    assert len(wishes(desk)) == before + 1, "the next is chosen when the last has come"
    desk.client.paints = True
    desk.client.paint(wishes(desk)[-1])
    settle()
    seen = [wish.page_index for wish in wishes(desk)[before + 2 :]]
    assert seen
    assert all(abs(page - MANY * 0.6) < 10 for page in seen), "what was scrolled past is not painted"
    assert is_in_sight(pane, seen[0]) or is_in_sight(pane, seen[1])


def test_few_pictures_are_kept_and_none_of_a_pane_that_is_hidden(
    desk: Desk, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.thumbnails.small_pictures.MOST_BYTES", TEN_PICTURES)
    pane = opened(desk, window, qtbot, pages=MANY)
    bar = pane.rows.verticalScrollBar()
    for _screen in range(12):
        bar.setValue(bar.value() + pane.rows.viewport().height())
        let_come(pane, qtbot)
    assert len(wishes(desk)) > 12
    assert 0 < pane.pictures.bytes <= TEN_PICTURES
    press(window, Qt.Key.Key_F7, qtbot)
    assert pane.pictures.bytes == 0
    before = len(wishes(desk))
    desk.session.go_to(Place(5000))
    qtbot.wait(100)
    assert len(wishes(desk)) == before
    press(window, Qt.Key.Key_F4, qtbot)
    let_come(pane, qtbot)
    assert is_in_sight(pane, 5000)
    assert pane.pictures.picture(5000) is not None


def test_a_page_that_cannot_be_painted_says_so(desk: Desk, shown: ThumbnailsPane) -> None:
    before = color_of(shown, 1)
    sentence = Sentence("worker.page_damaged", {"path": "chronicle.pdf", "page": 2})
    desk.answer(PageFailed(1, 1, sentence, painting=True))
    assert "damaged" in spoken(shown, 1)
    tile = shown.rows.visualRect(shown.model.index(1))
    paper = shown.rows.itemDelegate().paper(tile, 1)  # type: ignore[attr-defined] # as above
    picture = shown.rows.viewport().grab(paper).toImage()
    reds = sum(
        picture.pixelColor(x, y).red() > picture.pixelColor(x, y).blue() + 60
        for x in range(picture.width())
        for y in range(picture.height())
    )
    assert before == QColor("#f0f0f0")
    assert reds > 50
    event = QHelpEvent(
        QHelpEvent.Type.ToolTip, tile.center(), shown.rows.viewport().mapToGlobal(tile.center())
    )
    QApplication.sendEvent(shown.rows.viewport(), event)
    assert "damaged" in QToolTip.text()
    QToolTip.hideText()


def test_a_picture_that_failed_does_not_keep_the_others_waiting(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.open()
    settle()
    desk.client.paints = False
    window.commands["show_thumbnails"].trigger()
    qtbot.waitUntil(lambda: [wish.page_index for wish in wishes(desk)] == [0])
    sentence, number = Sentence("worker.page_damaged", {"path": "a", "page": 1}), wishes(desk)[0].request_id
    desk.answer(PageFailed(1, 0, sentence, painting=True, request_id=number))
    assert [wish.page_index for wish in wishes(desk)] == [0, 1]


def test_the_pictures_stay_until_a_file_written_anew_is_painted(
    desk: Desk, shown: ThumbnailsPane, qtbot: QtBot
) -> None:
    desk.session.renew()
    before = len(wishes(desk))
    desk.client.paints = False
    desk.answer(Opened(2, replace(info(), sha256="other")))
    desk.answer(PageFailed(2, 5, Sentence("worker.page_damaged", {"path": "a", "page": 6}), painting=True))
    qtbot.waitUntil(lambda: len(wishes(desk)) > before)
    assert color_of(shown, 0) == QColor("#f0f0f0")
    desk.open("annals.pdf")
    assert shown.pictures.picture(0) is None


def test_a_page_in_view_is_not_dropped_nor_are_small_pictures_for_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[frozenset[int]] = []
    monkeypatch.setattr(desk.client, "keep_paints", lambda _job, numbers: kept.append(numbers))
    small = desk.bridge.paint_thumbnail(1, 3, 0.2)
    desk.bridge.keep_paints(1, [70])
    assert kept == [frozenset({70, small})]


def test_the_pages_of_a_real_file_are_painted_by_the_child(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "colours.pdf"
    with pymupdf.open() as document:
        for shade in (0.0, 1.0):
            page = document.new_page()
            page.draw_rect(page.rect, fill=(1, shade, 0))
        document.save(path)
    real_window.door.open_file(str(path))
    qtbot.waitUntil(lambda: real_window.session.document is not None, timeout=PATIENCE)
    real_window.commands["show_thumbnails"].trigger()
    qtbot.waitUntil(
        lambda: (
            real_window.thumbnails.pane is not None
            and real_window.thumbnails.pane.pictures.picture(1) is not None
        ),
        timeout=PATIENCE,
    )
    pane = real_window.thumbnails.pane
    assert pane is not None
    assert color_of(pane, 0) == QColor("red")
    bar = pane.rows.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not pane.pictures.is_waiting, timeout=PATIENCE)
    assert color_of(pane, 1) == QColor("yellow")
