"""The menus: what is on can be seen, what was remembered can be forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.actions import COMMANDS
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from reader.worker.messages import PageSizes
from tests.ui.conftest import A4, PAGES, Desk, make_event, settle


def test_a_switch_in_a_menu_shows_whether_it_is_on(window: MainWindow) -> None:
    switches = [window.commands[each.id] for each in COMMANDS if each.checkable]
    assert switches
    assert not any(switch.isIconVisibleInMenu() for switch in switches)


HOSTILE = "<img src='secret.png'><h1>TITLE</h1>"


def test_a_title_or_a_name_is_shown_as_it_is_written_never_as_markup(
    tmp_path: Path, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    window = MainWindow(desk.session, theme, Memory(folders_under(tmp_path), lambda: 5.0))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    desk.open(f"{HOSTILE}.pdf", title=HOSTILE)
    desk.answer(PageSizes(1, 0, (A4,) * PAGES, (HOSTILE,) * PAGES))
    desk.find((make_event(1, text=f"{HOSTILE} On 16 May 2024 the bridge was opened."),))
    desk.session.select_event("e1", "list")
    settle()
    desk.session.close()
    settle()
    labels = [label for label in window.findChildren(QLabel) if "TITLE" in label.text()]
    assert len(labels) >= 3, "title, path, page label"
    for label in labels:
        if label.textFormat() != Qt.TextFormat.PlainText:
            assert "<h1>" not in label.text()
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    tips += [action.toolTip() for action in window.findChildren(QAction)]
    hostile = [tip for tip in tips if "TITLE" in tip]
    assert hostile
    assert not [tip for tip in hostile if "<h1>" in tip]
    window.close()
    settle()


def test_a_document_is_forgotten_and_so_are_all(
    tmp_path: Path, desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    memory = Memory(folders_under(tmp_path), lambda: 5.0)
    window = MainWindow(desk.session, theme, memory)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    for name in ("chronicle.pdf", "annals.pdf", "diary.pdf"):
        desk.open(name)
    window.commands["forget"].trigger()
    settle()
    assert desk.session.document is None
    assert window.message.notice is not None
    assert "diary.pdf" in window.message.notice.text
    assert {Path(each.path).name for each in memory.recent()} == {"chronicle.pdf", "annals.pdf"}
    window.menus.recent.actions()[-1].trigger()
    assert memory.recent() == ()
    assert not window.menus.recent.isEnabled()
    window.close()
    settle()
    memory.close()


def test_how_documents_are_first_shown_is_chosen_in_the_menu(window: MainWindow) -> None:
    view = window.menus.menus["view"]
    say = window.session.sentences
    zooms = next(each.menu() for each in view.actions() if each.text() == say("settings.first_zoom"))
    assert isinstance(zooms, QMenu)
    zooms.actions()[1].trigger()
    assert window.memory.settings.first_zoom == "fit_page"
    next(each for each in view.actions() if each.text() == say("settings.restore_place")).trigger()
    assert not window.memory.settings.restore_place
