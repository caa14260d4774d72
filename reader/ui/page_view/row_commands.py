"""The commands on how many pages stand beside each other, and from which side they are read; remembered.

In: the session, the pages, the commands, the memory. Out: rows for the pages; the menu shows which hold.
Until a person says it otherwise, an open book runs as its text does: from the right in Arabic and Hebrew. Its
language is known when it is read; before, the file may name one, and where nothing does the window decides.
"""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QGuiApplication

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.page_view.page_rows import ONE_A_ROW, PageRows
from reader.ui.page_view.page_view import PageView
from reader.ui.session import Session

# Command -> what the settings call it.
LAYOUTS = {"single_pages": "single", "two_pages": "two", "two_pages_cover": "two_with_cover"}


class RowCommands(QObject):
    """Lets View → Page layout work on the pages of a window."""

    def __init__(self, session: Session, pages: PageView, commands: Actions, memory: Memory) -> None:
        super().__init__(pages)
        self._session, self._pages, self._commands, self._memory = session, pages, commands, memory
        self._path = self._language = ""  # of the document, its language as far as it is known
        for name, layout in LAYOUTS.items():
            commands[name].triggered.connect(lambda _on, layout=layout: self._choose(layout))
        commands["from_right"].triggered.connect(self._turn_round)
        session.document_opened.connect(self._begin)
        session.reading_finished.connect(self._learn)
        self._apply()

    def _choose(self, layout: str) -> None:
        self._memory.change(page_layout=layout)
        self._apply()
        shown = self._pages.layout_of_pages
        if shown is not None and shown.rows.in_pairs and shown.content_width > shown.view_width:
            self._pages.set_zoom_mode("fit_width")  # who asks for two pages wants to see both

    def _turn_round(self, from_right: bool) -> None:  # noqa: FBT001 - a slot of QAction.triggered
        by_hand = "from_right" if from_right else "from_left"
        # Who turns it back leaves it to each document again.
        as_it_runs = from_right == self._runs_from_right()
        self._memory.change(page_order="as_document" if as_it_runs else by_hand)
        self._apply()

    def _begin(self) -> None:
        document = self._session.document
        if document is not None and document.path != self._path:  # the same one anew runs on as it did
            self._path, self._language = document.path, document.language
            self._apply()

    def _learn(self) -> None:
        timeline = self._session.timeline
        if timeline is not None and timeline.languages:
            self._language = timeline.languages[0]
            self._apply()

    def _apply(self) -> None:
        settings = self._memory.settings
        in_pairs, from_right = settings.page_layout != "single", self._is_from_right()
        has_cover = settings.page_layout == "two_with_cover"
        self._pages.set_rows(PageRows(in_pairs, has_cover, from_right) if in_pairs else ONE_A_ROW)
        for name, layout in LAYOUTS.items():
            self._commands[name].setChecked(layout == settings.page_layout)
        self._commands["from_right"].setChecked(from_right)
        self._commands["from_right"].setEnabled(in_pairs)

    def _is_from_right(self) -> bool:
        order = self._memory.settings.page_order
        return self._runs_from_right() if order == "as_document" else order == "from_right"

    def _runs_from_right(self) -> bool:
        """Whether the open document is read from the right."""
        window = QGuiApplication.layoutDirection()
        direction = QLocale(self._language).textDirection() if self._language else window
        return direction == Qt.LayoutDirection.RightToLeft
