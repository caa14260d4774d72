"""The panes of the window: from one to the next with a key, and which of them a person wants.

In: the panes in their order; the switches of timeline and list. Out: the focus; what is shown and kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.reading_room import ReadingRoom


def focus_next(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next (1) or previous (-1) of the panes that are seen, round the ends."""
    seen = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    now = next(
        (i for i, pane in enumerate(seen) if focused and (pane is focused or pane.isAncestorOf(focused))),
        -1 if step > 0 else 0,
    )
    seen[(now + step) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)


def bind_panes(commands: Actions, room: ReadingRoom, memory: Memory) -> None:
    """Show timeline and list as a person left them; a list in the pages' place nobody wants for long."""

    def keep(name: str, *, shown: bool) -> None:
        if name not in room.over_pages:
            memory.change(**{name: shown})

    for name, show in (("show_timeline", room.show_timeline), ("show_list", room.show_list)):
        commands[name].setChecked(True)  # as the room is made
        commands.bind(name, show)
        commands[name].triggered.connect(lambda shown, name=name: keep(name, shown=shown))
        commands[name].setChecked(getattr(memory.settings, name))
