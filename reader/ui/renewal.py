"""The open file becomes another one on the disk: it is opened anew, at the same place, the same date chosen.

In: what `file_watch` finds. Out: a renewed document; a notice where the file is gone or cannot be read as it
is now, and what was open stays open. Who writes a text wants to see each new version at once and without a
word in the way; who reads one wants to know that it is not the one it was: the status line says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.document.file.file_state import HELD_BYTES
from reader.text_direction import isolated
from reader.timeline.model import Event
from reader.ui.file_watch import FileWatch, Finding
from reader.ui.notice import Level, Notice
from reader.ui.open_wish import Anew
from reader.ui.session import Session

ANOTHER_TRY = 500  # ms, while the document may not be taken away (it is being printed)
NEAR = 12  # pages an event may have moved by and still be looked for


class Renewal(QObject):
    """Keeps the open document as it is on the disk."""

    raised = Signal(object)  # Notice
    withdrawn = Signal(object)  # Notice: it holds no more
    announced = Signal(str)  # a line for the status bar

    def __init__(self, session: Session, may_not: Callable[[], bool], parent: QObject) -> None:
        """Follow the session's document; `may_not` tells whether it is in use and must stay for now."""
        super().__init__(parent)
        self._session, self._may_not, self._say = session, may_not, session.sentences
        self._asked_for = time.time_ns()
        self._notice: Notice | None = None
        self._is_renewed = False
        self._digest = ""  # of what was open before it came anew
        self._is_same_text = False
        self._chosen: Event | None = None  # before; to be chosen again
        self.watch = FileWatch(self)
        self.watch.found.connect(self._take)
        self._later = QTimer(self, interval=ANOTHER_TRY, singleShot=True)
        self._later.timeout.connect(self._renew)
        session.opening_started.connect(self._note_time)
        session.opening_ended.connect(self._withdraw)
        session.renewal_begun.connect(self._begin)
        session.renewal_failed.connect(self._tell_failure)
        session.document_opened.connect(self._follow)
        session.document_closed.connect(self._let_go)
        session.events_changed.connect(self._choose_again)
        session.reading_finished.connect(self._choose_nearby)
        session.selection_changed.connect(self._forget_chosen)

    # ── the file

    def stop(self) -> None:
        """Follow the file no more."""
        self._later.stop()
        self.watch.let_go()

    def _note_time(self, _path: str) -> None:
        self._asked_for = time.time_ns()

    def _follow(self) -> None:
        document = self._session.document
        if document is None:
            return
        self.watch.follow(document.path, self._asked_for)
        self._notice = None
        self._is_same_text = document.sha256 == self._digest
        if self._is_renewed:
            self._is_renewed = False
            if self._is_same_text:
                return  # read again from another day, or because one wanted it: the file is the one it was
            self.announced.emit(self._say("renewal.done", path=isolated(Path(document.path).name)))

    def _let_go(self) -> None:
        if not self._session.is_opening:  # else it is followed by another document, or by itself
            self.stop()
        if not self._is_renewed:
            self._chosen = None

    def _take(self, finding: str) -> None:
        match Finding(finding):
            case Finding.RENEWED:
                self._renew()
            case Finding.UNFINISHED:
                self._tell_failure()
            case Finding.GONE:
                self._raise("renewal.gone")
            case Finding.BACK:
                self._withdraw()

    def _renew(self) -> None:
        if self._may_not() or self._session.is_opening:
            self._later.start()
        else:
            # Of a large file the pages seen while it was written are blank, even if it is the same again.
            was_held = self.watch.size <= HELD_BYTES
            self._session.renew(Anew.IF_CHANGED if was_held else Anew.BY_ITSELF)

    # ── what is said of it

    def _raise(self, key: str, command: str = "") -> None:
        document = self._session.document
        if document is not None:
            self._withdraw()
            text = self._say(key, path=isolated(document.path))
            self._notice = Notice(Level.WARNING, text, command)
            self.raised.emit(self._notice)

    def _withdraw(self) -> None:
        if self._notice is not None:
            self.withdrawn.emit(self._notice)
            self._notice = None

    def _tell_failure(self) -> None:
        self._raise("renewal.unreadable", "open_anew")

    # ── what was chosen

    def _begin(self) -> None:
        self._is_renewed = True
        document = self._session.document
        self._digest = document.sha256 if document is not None else ""
        self._chosen = self._session.event_of(self._session.selected_id)

    def _choose_again(self) -> None:
        """Often it has the same name still."""
        if self._chosen is not None:
            self._choose(self._session.event_of(self._chosen.id))

    def _choose_nearby(self) -> None:
        """All dates are known: it stands elsewhere, or is no more."""
        if self._chosen is not None:
            page, places = self._chosen.mentions[0].page_index, self._session.places
            near = (index for step in range(NEAR + 1) for index in dict.fromkeys((page - step, page + step)))
            for index in near:
                for expression in places.expressions(index):
                    if self._choose(expression.event):
                        return
            self._chosen = None

    def _choose(self, event: Event | None) -> bool:
        """Choose an event if it says what the chosen one said; the pages stay where they are."""
        chosen = self._chosen
        if chosen is None or event is None:
            return False
        # The same text counted from another day: the words at that place are the same, whatever their date.
        if not (event.id == chosen.id and self._is_same_text) and _words(event) != _words(chosen):
            return False
        self._session.select_event(event.id, "page")
        return True

    def _forget_chosen(self, event_id: str, _origin: str) -> None:
        if event_id:
            self._chosen = None


def _words(event: Event) -> tuple[str, str, str]:
    return event.date.edtf, event.mentions[0].text, event.label
