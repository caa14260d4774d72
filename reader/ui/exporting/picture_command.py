"""File → Save picture of the timeline: where to and of which kind, and a sentence at the end.

In: the window, its session and commands, the timeline as it stands. Out: a file; the document is never
written over.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QGraphicsView, QMainWindow

from reader.ui.exporting.targets import is_document, proposed
from reader.ui.exporting.timeline_picture import FORMS, PictureForm
from reader.ui.menus import Actions
from reader.ui.notice import Level, Notice
from reader.ui.quotes import isolated
from reader.ui.session import Session
from reader.written_file import PDF_SIGN, begins_with, write_whole


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
        filters = {self._say(f"picture.form_{form.name}"): form for form in FORMS}
        dialog = QFileDialog(self._window, self._say("picture.title"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(filters))
        dialog.selectNameFilter(next(text for text, form in filters.items() if form is self._form))
        dialog.setDefaultSuffix(self._form.suffix)
        dialog.filterSelected.connect(lambda text: dialog.setDefaultSuffix(filters[text].suffix))
        folder, name = proposed(document)
        dialog.setDirectory(folder)
        dialog.selectFile(self._say("picture.file_name", name=name) + self._form.suffix)
        dialog.fileSelected.connect(lambda path: self._take(path, filters[dialog.selectedNameFilter()]))
        self.shown = dialog
        dialog.open()

    def _take(self, path: str, chosen: PictureForm) -> None:
        """A file was chosen; a suffix that was typed says more than the kind beside it."""
        document = self._session.document
        if document is None:
            return
        suffix = Path(path).suffix.casefold()
        self._form = next((form for form in FORMS if form.suffix == suffix), chosen)
        if is_document(path, document):
            self._tell(Level.ERROR, "export.own_file", path)
            return
        if self._form.suffix != ".pdf" and begins_with(Path(path), PDF_SIGN):
            self._tell(Level.ERROR, "export.a_pdf", path)
            return
        try:
            write_whole(Path(path), [self._form.content(self.plot)])
        except OSError:
            self._tell(Level.ERROR, "export.failed", path)
        else:
            self._tell(Level.INFO, "picture.done", path)

    def _tell(self, level: Level, key: str, path: str) -> None:
        self._session.message_raised.emit(Notice(level, self._say(key, path=isolated(path))))
