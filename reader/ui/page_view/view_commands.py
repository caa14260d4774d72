"""The commands on how pages are shown, bound to the page view: zoom and turn.

In: the window and its parts. Out: nothing; the menu and the tool bar show what holds.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reader.ui.menus import Actions
from reader.ui.page_view.page_layout import PIXELS_PER_POINT
from reader.ui.page_view.page_view import PageView
from reader.ui.tool_bar import ToolBar

FITTING = ("fit_page", "fit_width")
TURNS = {"rotate_left": -1, "rotate_right": 1}  # quarters clockwise
PLUS = frozenset({Qt.Key.Key_Plus, Qt.Key.Key_Equal})
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ViewCommands(QObject):
    """Lets View and the tool bar work on the pages of a window."""

    def __init__(self, window: QWidget, pages: PageView, commands: Actions, tools: ToolBar) -> None:
        super().__init__(window)
        self._pages, self._commands, self._tools = pages, commands, tools
        commands.bind("zoom_in", lambda: pages.zoom_step(1))
        commands.bind("zoom_out", lambda: pages.zoom_step(-1))
        commands.bind("actual_size", pages.zoom_actual)
        for mode in FITTING:
            commands[mode].triggered.connect(lambda _on, mode=mode: pages.set_zoom_mode(mode))
        for name, quarters in TURNS.items():
            commands.bind(name, lambda _on, quarters=quarters: pages.turn_to(pages.turn + quarters))
        pages.zoom_changed.connect(self._show_zoom)
        tools.zoom_wanted.connect(lambda percent: pages.zoom_to(PIXELS_PER_POINT * percent / 100))
        window.installEventFilter(self)

    def _show_zoom(self) -> None:
        self._tools.show_zoom(self._pages.percent)
        for mode in FITTING:
            self._commands[mode].setChecked(self._pages.zoom_mode == mode)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Ctrl+Shift++ for the turn.

        Where "+" itself needs Shift (American, French keyboards), Qt takes it for Ctrl++ as well, and as it
        could mean two commands it would do neither.
        """
        kinds = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and event.type() in kinds and _turns_right(event):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._commands["rotate_right"].trigger()
            return True
        return super().eventFilter(watched, event)


def _turns_right(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in PLUS and modifiers == CTRL_SHIFT
