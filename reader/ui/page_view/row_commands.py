"""The commands on how many pages stand beside each other, and from which side they are read; remembered.

In: the pages, the commands, the memory. Out: rows for the pages; the menu shows which hold. Until a person
says it otherwise, an open book runs as the window does: from the right in Arabic.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.page_view.page_rows import PageRows
from reader.ui.page_view.page_view import PageView

# Command -> what the settings call it.
LAYOUTS = {"single_pages": "single", "two_pages": "two", "two_pages_cover": "two_with_cover"}


class RowCommands(QObject):
    """Lets View → Page layout work on the pages of a window."""

    def __init__(self, pages: PageView, commands: Actions, memory: Memory) -> None:
        super().__init__(pages)
        self._pages, self._commands, self._memory = pages, commands, memory
        for name, layout in LAYOUTS.items():
            commands[name].triggered.connect(lambda _on, layout=layout: self._choose(layout))
        commands["from_right"].triggered.connect(self._turn_round)
        self._apply()

    def _choose(self, layout: str) -> None:
        self._memory.change(page_layout=layout)
        self._apply()
        shown = self._pages.layout_of_pages
        if shown is not None and shown.rows.in_pairs and shown.content_width > shown.view_width:
            self._pages.set_zoom_mode("fit_width")  # who asks for two pages wants to see both

    def _turn_round(self, from_right: bool) -> None:  # noqa: FBT001 - a slot of QAction.triggered
        self._memory.change(page_order="from_right" if from_right else "from_left")
        self._apply()

    def _apply(self) -> None:
        rows = self._rows()
        self._pages.set_rows(rows)
        for name, layout in LAYOUTS.items():
            self._commands[name].setChecked(layout == self._memory.settings.page_layout)
        self._commands["from_right"].setChecked(rows.from_right)
        self._commands["from_right"].setEnabled(rows.in_pairs)

    def _rows(self) -> PageRows:
        settings = self._memory.settings
        from_right = settings.page_order == "from_right"
        if settings.page_order == "as_window":
            from_right = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        has_cover = settings.page_layout == "two_with_cover"
        return PageRows(settings.page_layout != "single", has_cover, from_right)
