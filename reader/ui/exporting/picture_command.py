"""File → Save picture of the timeline: where to and of which kind, and a sentence at the end.

In: the window, its session and commands, the timeline as it stands. Out: a file; the document is never
written over.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QMainWindow

from reader.text_direction import isolated
from reader.ui.exporting.targets import ask_where, proposed, refusal
from reader.ui.exporting.timeline_picture import FORMS, PictureForm
from reader.ui.menus import Actions
from reader.ui.notice import Level, Notice
from reader.ui.session import Session
from reader.written_file import write_whole


class PictureCommand(QObject):
    """What the command "export_picture" does."""

    def __init__(self, window: QMainWindow, session: Session, commands: Actions, plot: QGraphicsView) -> None:
        super().__init__(window)
        self._window, self._session, self._say, self.plot = window, session, session.sentences, plot
        self._form = FORMS[0]
        self.shown: QFileDialog | None = None
        commands.bind("export_picture", self.ask)

    def ask(self) -> None:
        """Ask for a file and its kind."""
        document = self._session.document
        if document is None:
            return
        if not self._session.events:
            self._session.message_raised.emit(Notice(Level.INFO, self._say("picture.nothing")))
            return
        folder, name = proposed(document)
        self.shown = ask_where(
            self._window,
            self._say("picture.title"),
            {self._say(f"picture.form_{form.name}"): form for form in FORMS},
            self._form,
            proposal=(folder, self._say("picture.file_name", name=name)),
            then=self._take,
        )

    def _take(self, path: str, form: PictureForm) -> None:
        """A file was chosen."""
        document = self._session.document
        if document is None:
            return
        self._form = form
        if why := refusal(path, form, document):
            self._tell(Level.ERROR, why, path)
            return
        try:
            write_whole(Path(path), [self._form.content(self.plot)])
        except OSError:
            self._tell(Level.ERROR, "export.failed", path)
        else:
            self._tell(Level.INFO, "picture.done", path)

    def _tell(self, level: Level, key: str, path: str) -> None:
        self._session.message_raised.emit(Notice(level, self._say(key, path=isolated(path))))
