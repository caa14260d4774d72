"""The menus: what is on can be seen, what was remembered can be forgotten."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from reader.store.paths import folders_under
from reader.ui.actions import COMMANDS
from reader.ui.main_window import MainWindow
from reader.ui.memory import Memory
from reader.ui.theme import Theme
from tests.ui.conftest import Desk, settle


def test_a_switch_in_a_menu_shows_whether_it_is_on(window: MainWindow) -> None:
    switches = [window.commands[each.id] for each in COMMANDS if each.checkable]
    assert switches
    assert not any(switch.isIconVisibleInMenu() for switch in switches)


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
