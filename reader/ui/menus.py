"""QActions made from the table of commands, and the menus they stand in.

In: `actions.COMMANDS`, the theme. Out: a `QAction` for every id; menus; choices (theme, language, place of
the timeline) as groups of which one holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.sentences import Sentences
from reader.ui.actions import COMMANDS, MENUS, Command, keys_of
from reader.ui.theme import Theme

MIRRORED_ICONS = frozenset({"back", "forward", "quit"})


class Actions(QObject):
    """The commands of the window as Qt wants them."""

    def __init__(self, owner: QWidget, sentences: Sentences, theme: Theme, *, mirrored: bool) -> None:
        super().__init__(owner)
        self._say, self._theme, self._mirrored = sentences, theme, mirrored
        self._actions = {each.id: self._make(owner, each) for each in COMMANDS}

    def __getitem__(self, command_id: str) -> QAction:
        """The action of a command."""
        return self._actions[command_id]

    def bind(self, command_id: str, slot: Callable[..., object]) -> None:
        """Say what a command does; a switch hands its new state over."""
        action = self._actions[command_id]
        (action.triggered if not action.isCheckable() else action.toggled).connect(slot)

    def dress(self, only: Sequence[QAction] | None = None) -> None:
        """Icons in the colours of the theme, for all actions or for those that are seen first."""
        for each in COMMANDS:
            if each.icon and (only is None or self._actions[each.id] in only):
                mirrored = self._mirrored and each.icon in MIRRORED_ICONS
                self._actions[each.id].setIcon(self._theme.icon(each.icon, mirrored=mirrored))

    def enable_for_document(self, is_open: bool) -> None:  # noqa: FBT001 - a state
        """Grey what needs a document where there is none."""
        for each in COMMANDS:
            if each.needs_document:
                self._actions[each.id].setEnabled(is_open)

    def head(self, bar: QMenuBar) -> dict[str, QMenu]:
        """The menus, in order, by id; still without their lines."""
        return {name: bar.addMenu(self._say(f"menu.{name}")) for name in MENUS}

    def fill(self, menus: Mapping[str, QMenu]) -> None:
        """Give the menus their commands."""
        for each in COMMANDS:
            if each.begins_group:
                menus[each.menu].addSeparator()
            menus[each.menu].addAction(self._actions[each.id])

    def _make(self, owner: QWidget, each: Command) -> QAction:
        text = self._say(f"action.{each.id}")
        action = QAction(text, owner)
        owner.addAction(action)  # keys of a hidden menu bar are dead: in full screen the window hears them
        action.setObjectName(each.id)
        action.setCheckable(each.checkable)
        action.setIconVisibleInMenu(not each.checkable)  # it would stand where the check mark belongs
        keys = keys_of(each, mirrored=self._mirrored)
        shown = QKeySequence(keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        if not each.in_page:  # those are only shown: the page view hears the letter
            action.setShortcuts([QKeySequence(key) for key in keys])
        if shown and (each.in_page or self._mirrored):
            # Isolated (UAX 9), or "Ctrl++" reads "++Ctrl" in a menu that runs from right to left.
            action.setText(f"{text}\t\u2066{shown}\u2069" if self._mirrored else f"{text}\t{shown}")
        hint = text.replace("&", "").removesuffix("…")
        action.setToolTip(f"{hint} (\u2066{shown}\u2069)" if shown else hint)
        return action


def choice_menu(
    title: str,
    choices: Iterable[tuple[str, str]],
    chosen: str,
    choose: Callable[[str], object],
    parent: QMenu,
) -> QMenu:
    """A submenu of which one line holds.

    Args:
        title: of the submenu.
        choices: (value, text) of each line.
        chosen: the value that holds now.
        choose: told the value of the line a person picks.
        parent: the menu it is added to.
    """
    menu = parent.addMenu(title)
    group = QActionGroup(menu)
    for value, text in choices:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        action.setData(value)
        group.addAction(action)
    group.triggered.connect(lambda action: choose(action.data()))
    return menu
