"""A command that shows a pane at the left of the pages: when it can be had, when the pane is made and filled.

In: the command, the session, the room for the pane. Out: a pane, made when it is first shown and a page of
the document is on the screen. One such pane is shown at a time; which of them a person wants is a setting.
"""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.reading_room import SIDE_PANES, ReadingRoom
from reader.ui.session import Session
from reader.ui.worker_bridge import PaintedPage

# ms from the first picture's arrival to what comes beside it, the import of the timeline above all, which
# would else hide it: the paint event has passed by then. With 0 it has not: the first page came at 2.4
# instead of 1.6 times okular's start.
AFTER_THE_PAINT = 80


class SidePane(QObject):
    """One of `SIDE_PANES`: the command of that name and its pane."""

    def __init__(
        self, name: str, session: Session, commands: Actions, room: ReadingRoom, memory: Memory
    ) -> None:
        super().__init__(room)
        self._name, self._session, self._commands = name, session, commands
        self._room, self._memory = room, memory
        self._command, self._list = commands[name], commands["show_list"]
        self.pane: QWidget | None = None
        self._page_is_there = False  # of this document
        self._is_filled = False
        self._command.setEnabled(False)
        self._command.toggled.connect(self._show)
        self._command.triggered.connect(self._keep_wish)
        self._list.toggled.connect(self._give_way)
        room.squeezed.connect(self._squeeze)
        session.document_opened.connect(self._begin)
        session.document_closed.connect(self._end)
        session.page_failed.connect(self._note_page)
        session.bridge.page_painted.connect(self._note_picture)

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What may have the focus, as far as it was made."""
        rows = self.pane.focusProxy() if self.pane else None
        return (rows,) if rows else ()

    @abstractmethod
    def _has_something(self) -> bool:
        """Whether the open document has what the pane shows; else it comes only when it is asked for."""

    @abstractmethod
    def _make(self) -> QWidget:
        """The pane; who has the focus in it is its proxy."""

    @abstractmethod
    def _fill(self) -> None:
        """Get what the pane shows of the open document."""

    @abstractmethod
    def _empty(self) -> None:
        """The document goes; the pane was made."""

    # ── documents

    def _begin(self) -> None:
        self._command.setEnabled(True)
        self._show_if_wanted()

    def _end(self) -> None:
        self._page_is_there = self._is_filled = False
        self._command.setEnabled(False)
        self._command.setChecked(False)
        if self.pane is not None:
            self._empty()

    def _note_picture(self, painted: PaintedPage) -> None:
        if not self._page_is_there and painted.job_id == self._session.job_id:
            self._page_is_there = True
            QTimer.singleShot(AFTER_THE_PAINT, self, self._fill_if_due)

    def _note_page(self, _page_index: int, _why: str) -> None:
        self._page_is_there = True
        self._fill_if_due()

    def _fill_if_due(self) -> None:
        if not self._page_is_there or self._is_filled or not self._command.isChecked():
            return
        self._is_filled = True
        if self.pane is None:
            self.pane = self._make()
            self._room.take_side_pane(self._name, self.pane)
        self._fill()

    # ── the pane

    def _show(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        if shown and self._room.is_folded:
            self._list.setChecked(False)
        self._room.show_side_pane(self._name, shown)
        if shown:
            for other in SIDE_PANES:
                if other != self._name:
                    self._commands[other].setChecked(False)
        self._fill_if_due()

    def _keep_wish(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.triggered
        """A person wants it, or no more; in the place of the pages nobody wants it for long."""
        if not self._room.is_squeezed and self._has_something():
            self._memory.change(**{each: shown and each == self._name for each in SIDE_PANES})

    def _show_if_wanted(self) -> None:
        wanted = getattr(self._memory.settings, self._name) and not self._room.is_squeezed
        self._command.setChecked(wanted and self._has_something())

    def _squeeze(self, _squeezed: bool) -> None:  # noqa: FBT001 - a state
        """A window without room beside the pages: the pane goes, and comes with the room."""
        self._show_if_wanted()

    def _give_way(self, shown: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        """Where there is room for one pane only, the list comes in its place."""
        if shown and self._room.is_folded:
            self._command.setChecked(False)

    def _bring_pages(self) -> None:
        """What was chosen is on the pages: a pane in their place goes."""
        if self._room.is_squeezed:
            self._command.setChecked(False)
