"""A person opens the contents of a document, looks through them, filters them and goes where they lead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.document.model import OutlineEntry
from reader.sentences import Sentence
from reader.ui.contents.contents_pane import ContentsPane
from reader.ui.history import Place
from reader.ui.main_window import MainWindow
from reader.worker.messages import Opened, OutlineRead, PageFailed
from tests.ui.conftest import LEFT, PAGES, PATIENCE, Desk, info, settle, sized

ENTRIES = (
    OutlineEntry("Preface", 0, 0),
    OutlineEntry("Part I", 0, 1, is_open=True),
    OutlineEntry("The bridge", 1, 1, 90.0),
    OutlineEntry("Its builders", 2, 2, 300.0),
    OutlineEntry("The <b>harbour</b>", 1, 3),
    OutlineEntry("Part II", 0, 4),
    OutlineEntry("An old bridge", 1, 4, 200.0),
    OutlineEntry("الجسر القديم", 1, 5),
    OutlineEntry("Elsewhere", 0, None),
)


def open_with_outline(desk: Desk, path: str = "chronicle.pdf", *, has_outline: bool = True) -> None:
    desk.session.open(path)
    desk.answer(Opened(desk.job_id, replace(info(path), has_outline=has_outline)))


@pytest.fixture
def shown(desk: Desk, window: MainWindow, qtbot: QtBot) -> ContentsPane:
    """The contents of an open document, asked for with the key."""
    open_with_outline(desk)
    press(window, Qt.Key.Key_F9, qtbot)
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1])
    desk.answer(OutlineRead(1, ENTRIES))
    assert window.contents.pane is not None
    return window.contents.pane


def test_from_the_heading_gone_to_the_next_date_is_a_key_away(
    shown: ContentsPane, desk: Desk, qtbot: QtBot
) -> None:
    desk.find()
    desk.session.select_event("e1", "list")
    harbour = shown.rows.model().index(1, 0, shown.rows.model().index(1, 0))
    qtbot.mouseClick(shown.rows.viewport(), LEFT, pos=shown.rows.visualRect(harbour).center())
    assert desk.session.page_index == 3
    shown.rows.setFocus()
    qtbot.keyClicks(shown.rows, "]")
    assert desk.session.selected_id == "e3"


def press(
    window: MainWindow,
    key: Qt.Key,
    qtbot: QtBot,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """A key of the window's own."""
    window.activateWindow()
    settle()
    qtbot.keyClick(window, key, modifier)


def titles(pane: ContentsPane) -> list[str]:
    """What is seen of the outline, from the top."""
    found, index = [], pane.model.index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = pane.rows.indexBelow(index)
    return found


def row(pane: ContentsPane, title: str) -> QModelIndex:
    node = next(i for i, entry in enumerate(pane.model.tree.entries) if entry.title == title)
    return pane.model.index_of(node)


def marked(pane: ContentsPane) -> str:
    node = pane.rows.current_node
    return pane.model.tree.entries[node].title if node >= 0 else ""


def click(qtbot: QtBot, pane: ContentsPane, title: str) -> None:
    qtbot.mouseClick(pane.rows.viewport(), LEFT, pos=pane.rows.visualRect(row(pane, title)).center())
    settle()


def test_a_document_without_contents_says_so_in_the_pane_when_one_asks_for_them(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    open_with_outline(desk, has_outline=False)
    settle()
    assert not window.room.contents_host.isVisible(), "nobody asked"
    press(window, Qt.Key.Key_F9, qtbot)
    qtbot.waitUntil(lambda: window.contents.pane is not None)
    pane = window.contents.pane
    assert isinstance(pane, ContentsPane)
    assert pane.empty.isVisible()
    assert "no table of contents" in pane.empty.text()
    assert not pane.filter.isVisible()
    assert desk.client.outlines_wanted == []
    assert not window.memory.settings.show_contents
    press(window, Qt.Key.Key_F9, qtbot)
    assert not window.room.contents_host.isVisible()


def test_nothing_is_asked_or_made_until_a_page_is_on_the_screen(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    desk.client.paints = False
    open_with_outline(desk)
    window.commands["show_contents"].trigger()
    settle()
    assert window.room.contents_host.isVisible(), "its room is kept, so that nothing moves when it comes"
    assert window.contents.pane is None
    assert desk.client.outlines_wanted == []
    desk.answer(PageFailed(1, 0, Sentence("worker.page_damaged", {"path": "a", "page": 1}), painting=True))
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1])


def test_nobody_asks_for_contents_that_nobody_wants(desk: Desk, window: MainWindow) -> None:
    open_with_outline(desk)
    settle()
    assert window.commands["show_contents"].isEnabled()
    assert desk.client.outlines_wanted == []


def test_the_contents_stand_at_the_left_opened_as_in_the_file(
    window: MainWindow, shown: ContentsPane
) -> None:
    assert titles(shown) == ["Preface", "Part I", "The bridge", "The <b>harbour</b>", "Part II", "Elsewhere"]
    assert shown.mapTo(window, QPoint()).x() < window.pages.mapTo(window, QPoint()).x()
    spoken = row(shown, "The bridge").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.replace("\u2068", "").replace("\u2069", "") == "The bridge, page 2"
    assert shown.rows.accessibleName()
    assert shown.filter.accessibleName()


def test_a_row_says_which_years_its_pages_speak_of(desk: Desk, shown: ContentsPane) -> None:
    desk.find()
    assert shown.model.years(row(shown, "Preface")) == "1917–2024"
    spoken = row(shown, "Preface").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("Most of its dates: \u20681917–2024\u2069")
    assert shown.model.years(row(shown, "Part II")) == ""  # only a source and the document's own date


def test_a_click_goes_to_the_place_and_one_comes_back(qtbot: QtBot, desk: Desk, shown: ContentsPane) -> None:
    click(qtbot, shown, "The bridge")
    assert (desk.session.place.page_index, round(desk.session.place.top)) == (1, 90)
    assert marked(shown) == "The bridge"
    desk.session.go_back()
    settle()
    assert desk.session.place.page_index == 0
    assert marked(shown) == "Preface"


def test_all_of_it_can_be_done_with_the_keys(qtbot: QtBot, desk: Desk, shown: ContentsPane) -> None:
    shown.rows.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(shown.rows, key)
    assert shown.rows.currentIndex().data() == "Its builders"
    assert desk.session.place.page_index == 0, "arrows only look"
    qtbot.keyClick(shown.rows, Qt.Key.Key_Return)
    assert desk.session.place.page_index == 2
    qtbot.keyClick(shown.rows, Qt.Key.Key_Left)
    qtbot.keyClick(shown.rows, Qt.Key.Key_Left)
    assert "Its builders" not in titles(shown)


def test_what_one_reads_is_marked_and_neither_the_keys_nor_what_is_closed_move(
    desk: Desk, window: MainWindow, shown: ContentsPane
) -> None:
    window.activateWindow()
    window.pages.setFocus()
    settle()
    for place, title in [
        (Place(1), "Part I"),
        (Place(1, 80), "The bridge"),
        (Place(2), "The bridge"),
        (Place(2, 320), "The bridge"),
        (Place(3), "The <b>harbour</b>"),
        (Place(5), "Part II"),
    ]:
        desk.session.set_view(place, ())
        assert marked(shown) == title
    assert "An old bridge" not in titles(shown)
    shown.rows.expand(row(shown, "Part II"))
    desk.session.set_view(Place(5, 1.0), ())
    assert marked(shown) == "الجسر القديم"
    assert QApplication.focusWidget() is window.pages


def test_what_is_chosen_stays_marked_though_the_page_cannot_be_scrolled_so_far(
    qtbot: QtBot, desk: Desk, shown: ContentsPane
) -> None:
    desk.answer(OutlineRead(1, (*ENTRIES, OutlineEntry("The end", 0, PAGES - 1, 830.0))))
    click(qtbot, shown, "The end")
    assert desk.session.place.top < 700
    assert marked(shown) == "The end"
    desk.session.go_to(Place(0))
    settle()
    assert marked(shown) == "Preface"


def test_a_filter_shows_what_has_its_words_with_what_stands_over_it(
    qtbot: QtBot, desk: Desk, shown: ContentsPane
) -> None:
    before = titles(shown)
    qtbot.keyClicks(shown.filter, "BRIDGE")
    assert titles(shown) == ["Part I", "The bridge", "Part II", "An old bridge"]
    assert not shown.model.is_match(row(shown, "Part I"))
    assert shown.rows.currentIndex().data() == "The bridge", "where the down key leads"
    qtbot.keyClicks(shown.filter, " old")
    qtbot.keyClick(shown.filter, Qt.Key.Key_Return)
    assert desk.session.place.page_index == 4
    qtbot.keyClick(shown.filter, Qt.Key.Key_Escape)
    assert titles(shown) == before
    qtbot.keyClicks(shown.filter, "zeppelin")
    assert shown.empty.isVisible()
    qtbot.keyClick(shown.filter, Qt.Key.Key_Return)
    assert desk.session.place.page_index == 4


def test_the_down_key_leads_from_the_filter_into_the_rows(
    qtbot: QtBot, window: MainWindow, shown: ContentsPane
) -> None:
    window.activateWindow()
    shown.filter.setFocus()
    settle()
    qtbot.keyClick(shown.filter, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is shown.rows


def test_everything_is_opened_and_closed_at_once(qtbot: QtBot, shown: ContentsPane) -> None:
    qtbot.mouseClick(shown.fold_button, LEFT)
    assert titles(shown) == ["Preface", "Part I", "Part II", "Elsewhere"]
    qtbot.mouseClick(shown.fold_button, LEFT)
    assert titles(shown) == [entry.title for entry in ENTRIES]


def test_a_heading_that_leads_nowhere_goes_nowhere(qtbot: QtBot, desk: Desk, shown: ContentsPane) -> None:
    click(qtbot, shown, "Elsewhere")
    assert not desk.session.history.can_go_back
    assert shown.model.label(row(shown, "Elsewhere")) == ""


def test_a_title_is_never_markup(shown: ContentsPane, window: MainWindow) -> None:
    index = row(shown, "The <b>harbour</b>")
    shown.rows.setFixedWidth(90)  # no room: a tooltip says the whole of it
    settle()
    place = shown.rows.visualRect(index).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, shown.rows.viewport().mapToGlobal(place))
    QApplication.sendEvent(shown.rows.viewport(), event)
    assert QToolTip.text() == "<span>The &lt;b&gt;harbour&lt;/b&gt;</span>"
    QToolTip.hideText()
    assert window.isVisible()


def test_contents_that_cannot_be_read_say_so_in_the_pane(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    open_with_outline(desk)
    window.commands["show_contents"].trigger()
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1])
    desk.answer(OutlineRead(1, ()))
    pane = window.contents.pane
    assert isinstance(pane, ContentsPane)
    assert "damaged" in pane.empty.text()
    assert pane.empty.isVisible()


def test_the_pane_is_there_again_for_the_next_document_that_has_contents(
    desk: Desk, window: MainWindow, shown: ContentsPane, qtbot: QtBot
) -> None:
    assert window.memory.settings.show_contents
    shown.filter.setText("bridge")
    open_with_outline(desk, "leaflet.pdf", has_outline=False)
    assert not window.room.contents_host.isVisible()
    open_with_outline(desk, "annals.pdf")
    assert window.room.contents_host.isVisible()
    assert titles(shown) == []
    assert shown.filter.text() == ""
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1, 3])
    desk.answer(OutlineRead(1, ENTRIES))  # of a document that is no longer open
    assert titles(shown) == []
    desk.answer(OutlineRead(3, ENTRIES[:1]))
    assert titles(shown) == ["Preface"]
    press(window, Qt.Key.Key_F9, qtbot)
    assert not window.room.contents_host.isVisible()
    assert not window.memory.settings.show_contents


def test_what_one_has_opened_stays_open_when_the_file_is_written_anew(
    desk: Desk, shown: ContentsPane, qtbot: QtBot
) -> None:
    shown.rows.collapse(row(shown, "Part I"))
    shown.rows.expand(row(shown, "Part II"))
    desk.session.renew()
    desk.answer(Opened(2, replace(info(), sha256="other", has_outline=True)))
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1, 2])
    desk.answer(OutlineRead(2, (OutlineEntry("Foreword", 0, 0), *ENTRIES)))
    assert titles(shown) == [
        *("Foreword", "Preface", "Part I", "Part II", "An old bridge", "الجسر القديم", "Elsewhere")
    ]
    open_with_outline(desk, "annals.pdf")
    qtbot.waitUntil(lambda: desk.client.outlines_wanted == [1, 2, 3])
    desk.answer(OutlineRead(3, ENTRIES))
    assert "The bridge" in titles(shown), "another file is opened as it says"


def test_f6_reaches_the_contents(window: MainWindow, shown: ContentsPane, qtbot: QtBot) -> None:
    window.pages.setFocus()
    press(window, Qt.Key.Key_F6, qtbot, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is shown.rows
    press(window, Qt.Key.Key_F9, qtbot)
    assert QApplication.focusWidget() is window.pages


def test_in_a_narrow_window_the_contents_stand_in_the_place_of_the_pages_until_one_chooses(
    desk: Desk, window: MainWindow, shown: ContentsPane, qtbot: QtBot
) -> None:
    resize = sized(window)
    command = window.commands["show_contents"]
    resize(600)
    assert window.pages.isVisible()
    assert not command.isChecked()
    command.trigger()
    settle()
    assert not window.pages.isVisible()
    assert shown.rows.isVisible()
    click(qtbot, shown, "The <b>harbour</b>")
    assert window.pages.isVisible()
    assert not shown.rows.isVisible()
    assert desk.session.place.page_index == 3
    resize(480)
    for name in ("show_list", "show_contents", "show_list"):
        window.commands[name].trigger()
        settle()
        assert (window.commands["show_list"].isChecked(), command.isChecked()) == (
            name == "show_list",
            name == "show_contents",
        )
    resize(1280)
    assert window.pages.isVisible()
    assert shown.rows.isVisible()


def test_contents_drawn_wide_keep_their_width(window: MainWindow, shown: ContentsPane) -> None:
    resize = sized(window)
    upper = window.room.upper
    contents, pages, side = upper.sizes()
    upper.setSizes([contents + 60, pages - 60, side])
    upper.splitterMoved.emit(contents + 60, 1)
    resize(760)
    assert upper.sizes()[0] < contents
    assert upper.sizes()[1] > 300
    resize(1280)
    assert upper.sizes()[0] == contents + 60
    assert shown.isVisible()
    shape = window.room.shape()
    upper.setSizes([contents, pages, side])
    window.room.restore(shape)
    assert upper.sizes()[0] == contents + 60


def test_the_outline_of_a_real_file_is_read_by_the_child(
    real_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "book.pdf"
    with pymupdf.open() as document:
        for number in range(4):
            document.new_page().insert_text((72, 72), f"Page {number} was written in 190{number}.")
        document.set_toc([[1, "One", 1], [2, "Two", 2], [2, "Three", 4]], collapse=0)
        document.save(path)
    real_window.door.open_file(str(path))
    qtbot.waitUntil(lambda: real_window.session.document is not None, timeout=PATIENCE)
    real_window.commands["show_contents"].trigger()
    qtbot.waitUntil(
        lambda: real_window.contents.pane is not None and len(real_window.contents.pane.model.tree) == 3,
        timeout=PATIENCE,
    )
    pane = real_window.contents.pane
    assert pane is not None
    assert titles(pane) == ["One", "Two", "Three"]
    click(qtbot, pane, "Three")
    assert real_window.session.place.page_index == 3
