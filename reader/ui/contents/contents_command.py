"""The command that shows the contents of the document.

In: the command, the session, the room for the pane. Out: a pane that is filled when it is first shown; only
then the document is asked for its outline. Of one without an outline the pane says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.document.model import OutlineEntry
from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.reading_room import ReadingRoom
from reader.ui.session import Session
from reader.ui.side_pane import SidePane
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.contents.contents_pane import ContentsPane


class Contents(SidePane):
    """The command `show_contents` and its pane."""

    pane: ContentsPane | None

    def __init__(
        self, session: Session, theme: Theme, commands: Actions, room: ReadingRoom, memory: Memory
    ) -> None:
        super().__init__("show_contents", session, commands, room, memory)
        self._theme = theme
        session.bridge.outline_read.connect(self._take)

    def _has_something(self) -> bool:
        document = self._session.document
        return document is not None and document.has_outline

    def _make(self) -> QWidget:
        from reader.ui.contents.contents_pane import ContentsPane  # noqa: PLC0415 - the first page waits

        pane = ContentsPane(self._session, self._theme, self._commands)
        pane.chosen.connect(self._bring_pages)
        return pane

    def _fill(self) -> None:
        if self._has_something():
            self._session.bridge.ask_outline(self._session.job_id)
        elif self.pane is not None:
            self.pane.take(())

    def _empty(self) -> None:
        if self.pane is not None:
            self.pane.forget()

    def _take(self, job_id: int, entries: tuple[OutlineEntry, ...]) -> None:
        if job_id == self._session.job_id and self.pane is not None:
            self.pane.take(entries)
