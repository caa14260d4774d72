"""Which key does what on the pages. In: a key press. Out: a command; the view carries it out."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent


class PageCommand(Enum):
    """What keys do while the pages have the focus."""

    LINE_UP = auto()
    LINE_DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    SCREEN_UP = auto()
    SCREEN_DOWN = auto()
    PREVIOUS_PAGE = auto()
    NEXT_PAGE = auto()
    FIRST_PAGE = auto()
    LAST_PAGE = auto()
    ZOOM_IN = auto()
    ZOOM_OUT = auto()
    PREVIOUS_DATED = auto()
    NEXT_DATED = auto()


Key, Modifier = Qt.Key, Qt.KeyboardModifier
KEYS = {
    QKeyCombination(Key.Key_Up): PageCommand.LINE_UP,
    QKeyCombination(Key.Key_Down): PageCommand.LINE_DOWN,
    QKeyCombination(Key.Key_Left): PageCommand.LEFT,
    QKeyCombination(Key.Key_Right): PageCommand.RIGHT,
    QKeyCombination(Key.Key_PageUp): PageCommand.SCREEN_UP,
    QKeyCombination(Key.Key_PageDown): PageCommand.SCREEN_DOWN,
    QKeyCombination(Key.Key_Space): PageCommand.SCREEN_DOWN,
    QKeyCombination(Modifier.ShiftModifier, Key.Key_Space): PageCommand.SCREEN_UP,
    QKeyCombination(Modifier.ControlModifier, Key.Key_PageUp): PageCommand.PREVIOUS_PAGE,
    QKeyCombination(Modifier.ControlModifier, Key.Key_PageDown): PageCommand.NEXT_PAGE,
    QKeyCombination(Key.Key_Home): PageCommand.FIRST_PAGE,
    QKeyCombination(Key.Key_End): PageCommand.LAST_PAGE,
    QKeyCombination(Modifier.ControlModifier, Key.Key_Home): PageCommand.FIRST_PAGE,
    QKeyCombination(Modifier.ControlModifier, Key.Key_End): PageCommand.LAST_PAGE,
}
# By what they write, not by where they lie: "[" is AltGr+5 on a French keyboard.
LETTERS = {
    "n": PageCommand.NEXT_PAGE,
    "p": PageCommand.PREVIOUS_PAGE,
    "+": PageCommand.ZOOM_IN,
    "=": PageCommand.ZOOM_IN,
    "-": PageCommand.ZOOM_OUT,
    "[": PageCommand.PREVIOUS_DATED,
    "]": PageCommand.NEXT_DATED,
}


def page_command_of(event: QKeyEvent) -> PageCommand | None:
    """The command of a key press, None where the pages have no use for it."""
    modifiers = event.modifiers() & ~Modifier.KeypadModifier
    command = KEYS.get(QKeyCombination(modifiers, Key(event.key())))
    is_shortcut = modifiers == Modifier.ControlModifier | Modifier.ShiftModifier
    if command is None and not is_shortcut and not modifiers & (Modifier.AltModifier | Modifier.MetaModifier):
        command = LETTERS.get(event.text())
    return command
