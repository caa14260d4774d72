"""The command that shows the pages of the document as small pictures. Every document has some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.reading_room import ReadingRoom
from reader.ui.session import Session
from reader.ui.side_pane import SidePane
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane


class Thumbnails(SidePane):
    """The command `show_thumbnails` and its pane."""

    pane: ThumbnailsPane | None

    def __init__(
        self, session: Session, theme: Theme, commands: Actions, room: ReadingRoom, memory: Memory
    ) -> None:
        super().__init__("show_thumbnails", session, commands, room, memory)
        self._theme = theme

    def _has_something(self) -> bool:
        return self._session.document is not None

    def _make(self) -> QWidget:
        from reader.ui.thumbnails.thumbnails_pane import ThumbnailsPane  # noqa: PLC0415 - see contents

        pane = ThumbnailsPane(self._session, self._theme, self._commands)
        pane.chosen.connect(self._bring_pages)
        return pane

    def _fill(self) -> None:
        if self.pane is not None:
            self.pane.take()

    def _empty(self) -> None:
        if self.pane is not None:
            self.pane.forget()
