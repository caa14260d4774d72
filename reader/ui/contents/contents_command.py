"""The command that shows the contents of the document: when it can be had, when its pane is made and filled.

In: the command, the session, the room for the pane. Out: a pane, made when it is first shown and a page of
the document is on the screen; only then the document is asked for its outline. One without an outline greys
the command. Whether a person wants the pane is a setting.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reader.document.model import OutlineEntry
from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.notice import Level, Notice
from reader.ui.quotes import isolated
from reader.ui.reading_room import ReadingRoom
from reader.ui.session import Session
from reader.ui.theme import Theme
from reader.ui.worker_bridge import PaintedPage

if TYPE_CHECKING:
    from reader.ui.contents.contents_pane import ContentsPane

# ms from the first picture to what comes beside it: its paint event has passed by then (see main_window.py).
AFTER_THE_PAINT = 80


class Contents(QObject):
    """The command `show_contents` and its pane."""

    def __init__(
        self, session: Session, theme: Theme, commands: Actions, room: ReadingRoom, memory: Memory
    ) -> None:
        super().__init__(room)
        self._session, self._theme, self._room, self._memory = session, theme, room, memory
        self._command, self._list = commands["show_contents"], commands["show_list"]
        self.pane: ContentsPane | None = None
        self._page_is_there = False  # of this document
        self._is_asked = False
        self._command.setEnabled(False)
        self._command.toggled.connect(self._show)
        self._command.triggered.connect(self._keep_wish)
        self._list.toggled.connect(self._give_way)
        room.squeezed.connect(self._squeeze)
        session.document_opened.connect(self._begin)
        session.document_closed.connect(self._end)
        session.page_failed.connect(self._note_page)
        session.bridge.page_painted.connect(self._note_picture)
        session.bridge.outline_read.connect(self._take)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What may have the focus, as far as it was made."""
        return (self.pane.rows,) if self.pane else ()

    # ── documents

    def _begin(self) -> None:
        document = self._session.document
        self._command.setEnabled(document is not None and document.has_outline)
        self._show_if_wanted()

    def _end(self) -> None:
        self._page_is_there = self._is_asked = False
        self._command.setEnabled(False)
        self._command.setChecked(False)
        if self.pane is not None:
            self.pane.forget()

    def _note_picture(self, painted: PaintedPage) -> None:
        if not self._page_is_there and painted.job_id == self._session.job_id:
            self._page_is_there = True
            QTimer.singleShot(AFTER_THE_PAINT, self, self._ask_if_due)

    def _note_page(self, _page_index: int, _why: str) -> None:
        self._page_is_there = True
        self._ask_if_due()

    def _ask_if_due(self) -> None:
        if not self._page_is_there or self._is_asked or not self._command.isChecked():
            return
        self._is_asked = True
        if self.pane is None:
            from reader.ui.contents.contents_pane import ContentsPane  # noqa: PLC0415 - the first page waits

            self.pane = ContentsPane(self._session, self._theme)
            self.pane.dismissed.connect(self._command.trigger)
            self.pane.chosen.connect(self._bring_pages)
            self._room.take_contents(self.pane)
        self._session.bridge.ask_outline(self._session.job_id)

    def _take(self, job_id: int, entries: tuple[OutlineEntry, ...]) -> None:
        document = self._session.document
        if job_id != self._session.job_id or document is None or self.pane is None:
            return
        self.pane.take(entries)
        if not entries:  # the file names an outline, and it is broken
            self._command.setChecked(False)
            self._command.setEnabled(False)
            text = self._session.sentences("contents.unreadable", name=isolated(Path(document.path).name))
            self._session.message_raised.emit(Notice(Level.INFO, text))

    # ── the pane

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        if shown and self._room.is_folded:
            self._list.setChecked(False)
        self._room.show_contents(shown)
        self._ask_if_due()

    def _keep_wish(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.triggered
        """A person wants it, or no more; in the place of the pages nobody wants it for long."""
        if not self._room.is_squeezed:
            self._memory.change(show_contents=shown)

    def _show_if_wanted(self) -> None:
        wanted = self._memory.settings.show_contents and not self._room.is_squeezed
        self._command.setChecked(wanted and self._command.isEnabled())

    def _squeeze(self, _squeezed: bool) -> None:  # noqa: FBT001 - a state
        """A window without room beside the pages: the pane goes, and comes with the room."""
        self._show_if_wanted()

    def _give_way(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        """Where there is room for one pane only, the list comes in the place of the contents."""
        if shown and self._room.is_folded:
            self._command.setChecked(False)

    def _bring_pages(self) -> None:
        """What was chosen is on the pages: contents in their place go."""
        if self._room.is_squeezed:
            self._command.setChecked(False)
