"""The commands on how pages are shown, bound to the page view: zoom, turn, dark or white, one or two a row.

In: the parts of the window, the memory. Out: nothing; the menu and the tool bar show what holds.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.page_view.page_layout import PIXELS_PER_POINT
from reader.ui.page_view.page_view import PageView
from reader.ui.page_view.row_commands import RowCommands
from reader.ui.session import Session
from reader.ui.tool_bar import ToolBar

FITTING = ("fit_page", "fit_width")
TURNS = {"rotate_left": -1, "rotate_right": 1}  # quarters clockwise


class ViewCommands(QObject):
    """Lets View and the tool bar work on the pages of a window."""

    def __init__(
        self, session: Session, pages: PageView, commands: Actions, tools: ToolBar, memory: Memory
    ) -> None:
        super().__init__(pages)
        self._session, self._memory = session, memory
        self._pages, self._commands, self._tools = pages, commands, tools
        commands.bind("zoom_in", lambda: pages.zoom_step(1))
        commands.bind("zoom_out", lambda: pages.zoom_step(-1))
        commands.bind("actual_size", pages.zoom_actual)
        for mode in FITTING:
            commands[mode].triggered.connect(lambda _on, mode=mode: pages.set_zoom_mode(mode))
        for name, quarters in TURNS.items():
            commands.bind(name, lambda _on, quarters=quarters: pages.turn_to(pages.turn + quarters))
        RowCommands(session, pages, commands, memory)
        commands["dark_pages"].setChecked(session.dark_pages)
        commands.bind("dark_pages", self._darken)
        pages.zoom_changed.connect(self._show_zoom)
        tools.zoom_wanted.connect(lambda percent: pages.zoom_to(PIXELS_PER_POINT * percent / 100))

    def _darken(self, on: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        self._session.dark_pages = on
        self._session.dark_pages_changed.emit()
        self._memory.change(dark_pages=on)

    def _show_zoom(self) -> None:
        self._tools.show_zoom(self._pages.percent)
        for mode in FITTING:
            self._commands[mode].setChecked(self._pages.zoom_mode == mode)
