"""A person looks at the pages of a document as small pictures, and goes to one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.document.model import OutlineEntry, PageSize
from reader.sentences import Sentence
from reader.timeline.model import EventKind
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane
from reader.worker.messages import Opened, OutlineRead, PageFailed, PageSizes, PaintPage
from tests.ui.conftest import A4, LEFT, PATIENCE, Desk, info, settle

MANY = 10_000
TEN_PICTURES = 10 * 128 * 181 * 4  # bytes


def opened(desk: Desk, window: MainWindow, qtbot: QtBot, *, pages: int = 6) -> ThumbnailsPane:
    """The small pictures of a document just opened, asked for with the key."""
    desk.open(pages=pages)
    press(window, Qt.Key.Key_F7, qtbot)
    qtbot.waitUntil(lambda: window.thumbnails.pane is not None and bool(wishes(desk)))
    assert window.thumbnails.pane is not None
    let_come(window.thumbnails.pane, qtbot)
    return window.thumbnails.pane


@pytest.fixture
def shown(desk: Desk, window: MainWindow, qtbot: QtBot) -> ThumbnailsPane:
    return opened(desk, window, qtbot)


def press(window: MainWindow, key: Qt.Key, qtbot: QtBot) -> None:
    """A key of the window's own."""
    window.activateWindow()
    settle()
    qtbot.keyClick(window, key)


def let_come(pane: ThumbnailsPane, qtbot: QtBot) -> None:
    """Until no picture is still to come."""
    qtbot.waitUntil(lambda: not pane.pictures.is_waiting)


def wishes(desk: Desk) -> list[PaintPage]:
    """What was asked for beside the pages themselves."""
    return [wish for wish in desk.client.painted if wish.can_wait]


def click(qtbot: QtBot, pane: ThumbnailsPane, page_index: int) -> None:
    place = pane.rows.visualRect(pane.model.index(page_index)).center()
    qtbot.mouseClick(pane.rows.viewport(), LEFT, pos=place)
    settle()


def is_in_sight(pane: ThumbnailsPane, page_index: int) -> bool:
    return pane.rows.viewport().rect().contains(pane.rows.visualRect(pane.model.index(page_index)))


def color_of(pane: ThumbnailsPane, page_index: int) -> QColor:
    """What is seen in the middle of a page."""
    tile = pane.rows.visualRect(pane.model.index(page_index))
    delegate = pane.rows.itemDelegate()
    paper = delegate.paper(tile, page_index)  # type: ignore[attr-defined] # Qt tells the delegate's base only
    return pane.rows.viewport().grab().toImage().pixelColor(paper.center())


def spoken(pane: ThumbnailsPane, page_index: int) -> str:
    words = pane.model.index(page_index).data(Qt.ItemDataRole.AccessibleTextRole)
    return str(words).replace("\u2068", "").replace("\u2069", "")


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
    wide = delegate.paper(tile, 1)  # type: ignore[attr-defined] # see above
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


def test_a_click_goes_to_the_page_and_one_comes_back(qtbot: QtBot, desk: Desk, shown: ThumbnailsPane) -> None:
    click(qtbot, shown, 1)
    assert desk.session.place.page_index == 1
    assert shown.rows.current_page == 1
    desk.session.go_back()
    settle()
    assert shown.rows.current_page == 0


def test_all_of_it_can_be_done_with_the_keys(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    pane = opened(desk, window, qtbot, pages=MANY)
    rows = pane.rows
    rows.setFocus()

    def pages(*keys: Qt.Key) -> list[int]:
        found = []
        for key in keys:
            qtbot.keyClick(rows, key)
            found.append(rows.currentIndex().row())
            assert rows.visualRect(rows.currentIndex()).intersects(rows.viewport().rect())
        return found

    assert pages(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left) == [1, 2, 1, 0]
    assert pages(Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Down) == [0, MANY - 1, MANY - 1]
    assert pages(Qt.Key.Key_Home)[0] == 0
    down = pages(Qt.Key.Key_PageDown)[0]
    assert 0 < down < 5
    assert pages(Qt.Key.Key_PageUp)[0] == 0
    assert desk.session.place.page_index == 0, "these only look"
    pages(Qt.Key.Key_PageDown)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert desk.session.page_index == down


def test_the_page_one_reads_is_marked_and_comes_into_sight(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    pane = opened(desk, window, qtbot, pages=400)
    window.pages.setFocus()
    for page in (3, 4, 250, 399, 0):
        desk.session.go_to(Place(page))
        settle()
        assert pane.rows.current_page == desk.session.page_index == page
        assert is_in_sight(pane, page)
        assert pane.rows.currentIndex().row() == page, "where the keys begin"
    assert QApplication.focusWidget() is window.pages


def test_tiles_do_not_move_while_one_looks_for_a_page_with_the_mouse(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    pane = opened(desk, window, qtbot, pages=400)
    qtbot.mouseMove(pane.rows.viewport(), QPoint(60, 60))
    settle()
    assert pane.rows.is_pointed_at
    desk.session.go_to(Place(300))
    settle()
    assert pane.rows.current_page == 300
    assert is_in_sight(pane, 0)


def test_a_page_that_was_chosen_stays_marked_though_the_view_cannot_go_so_far(
    window: MainWindow, qtbot: QtBot, shown: ThumbnailsPane
) -> None:
    window.commands["fit_page"].trigger()
    window.pages.zoom_to(0.2)  # all pages are in sight at once
    settle()
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_End)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Return)
    assert shown.rows.current_page == 5


def test_a_page_that_cannot_be_painted_says_so(desk: Desk, shown: ThumbnailsPane) -> None:
    before = color_of(shown, 1)
    sentence = Sentence("worker.page_damaged", {"path": "chronicle.pdf", "page": 2})
    desk.answer(PageFailed(1, 1, sentence, painting=True))
    assert "damaged" in spoken(shown, 1)
    tile = shown.rows.visualRect(shown.model.index(1))
    paper = shown.rows.itemDelegate().paper(tile, 1)  # type: ignore[attr-defined] # see above
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


def test_each_page_says_how_many_dates_it_has_of_those_that_are_shown(
    desk: Desk, shown: ThumbnailsPane
) -> None:
    assert spoken(shown, 0) == "Page 1"
    desk.find()
    assert spoken(shown, 0) == "Page 1 · 2 dates"
    assert spoken(shown, 1) == "Page 2"
    assert spoken(shown, 5) == "Page 6 · 1 date"
    desk.session.show_kind(EventKind.SOURCE, shown=True)
    assert spoken(shown, 5) == "Page 6 · 2 dates"
    desk.answer(PageSizes(1, 0, (A4,), ("iv",)))
    assert spoken(shown, 0) == "Page iv · 2 dates"
    assert shown.model.index(0).data() == "iv"


def test_contents_and_pages_take_turns_and_what_was_shown_last_is_shown_again(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.session.open("chronicle.pdf")
    desk.answer(Opened(1, replace(info(), has_outline=True)))
    press(window, Qt.Key.Key_F9, qtbot)
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1])
    desk.answer(OutlineRead(1, (OutlineEntry("Preface", 0, 0),)))
    contents = window.contents.pane
    assert contents is not None
    assert contents.isVisible()
    window.activateWindow()
    contents.rows.setFocus()
    settle()
    qtbot.mouseClick(contents.head.tabs["show_thumbnails"], LEFT)
    settle()
    pane = window.thumbnails.pane
    assert pane is not None
    assert (contents.isVisible(), pane.isVisible()) == (False, True)
    assert not window.commands["show_contents"].isChecked()
    assert (window.memory.settings.show_contents, window.memory.settings.show_thumbnails) == (False, True)
    pane.rows.setFocus()
    qtbot.mouseClick(pane.head.tabs["show_contents"], LEFT)
    assert (contents.isVisible(), pane.isVisible()) == (True, False)
    assert QApplication.focusWidget() is contents.rows
    qtbot.mouseClick(contents.head.tabs["show_thumbnails"], LEFT)
    desk.open("leaflet.pdf")
    assert pane.isVisible()
    assert not pane.head.tabs["show_contents"].isEnabled(), "this one has no contents"
    qtbot.mouseClick(pane.head.close_button, LEFT)
    assert not window.room.contents_host.isVisible()
    assert not window.memory.settings.show_thumbnails


def test_f6_reaches_the_pictures(window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot) -> None:
    window.activateWindow()
    window.pages.setFocus()
    settle()
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is shown.rows
    press(window, Qt.Key.Key_F7, qtbot)
    assert QApplication.focusWidget() is window.pages


def sized(window: MainWindow) -> Callable[[int], None]:
    def resize(width: int) -> None:
        window.resize(width, 600)
        settle()
        assert window.width() == width

    return resize


def test_in_a_narrow_window_the_pictures_stand_in_the_place_of_the_pages_until_one_chooses(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot
) -> None:
    resize = sized(window)
    resize(600)
    assert window.pages.isVisible()
    assert not shown.isVisible()
    window.commands["show_thumbnails"].trigger()
    settle()
    assert not window.pages.isVisible()
    click(qtbot, shown, 1)
    assert window.pages.isVisible()
    assert desk.session.place.page_index == 1
    resize(1280)
    assert window.pages.isVisible()
    assert shown.isVisible()


def test_in_a_wide_pane_more_stand_beside_each_other_mirrored_in_arabic(
    desk: Desk, window: MainWindow, shown: ThumbnailsPane, qtbot: QtBot
) -> None:
    def left(page_index: int) -> int:
        return shown.rows.visualRect(shown.model.index(page_index)).left()

    assert left(0) == left(1)
    contents, pages, side = window.room.upper.sizes()
    window.room.upper.setSizes([contents + 250, pages - 250, side])
    settle()
    assert left(0) < left(1) < left(2)
    assert left(0) == left(3)
    shown.rows.setFocus()
    qtbot.keyClick(shown.rows, Qt.Key.Key_Right)
    assert shown.rows.currentIndex().row() == 1
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert left(0) > left(1) > left(2)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Left)
    assert shown.rows.currentIndex().row() == 2
    qtbot.keyClick(shown.rows, Qt.Key.Key_Down)
    assert shown.rows.currentIndex().row() == 5
    assert desk.session.page_index == 0


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


def test_a_page_in_view_is_not_dropped_nor_are_small_pictures_for_it(desk: Desk) -> None:
    kept: list[frozenset[int]] = []
    desk.client.keep_paints = lambda _job, numbers: kept.append(numbers)  # type: ignore[method-assign, assignment]
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
