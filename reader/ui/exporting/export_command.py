"""File → Export timeline: where to and in which format, what is still missing, and a sentence at the end.

In: the window's session and commands. Out: a file. All dates are exported, or those the switches of the
window show. While the document is still being read one may have what is known, or the file when all is: a
promise that outlives a second one, and that nobody breaks without being asked. Where a format tells places,
what nobody has looked at is measured first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QMainWindow, QMessageBox

from reader.text_direction import isolated
from reader.timeline.model import Timeline
from reader.ui.exporting.leaving import ask_before_leaving
from reader.ui.exporting.targets import ask_where, proposed, refusal
from reader.ui.menus import Actions
from reader.ui.notice import Level, Notice
from reader.ui.session import Session

if TYPE_CHECKING:
    from reader.timeline.exports.formats import ExportFormat
    from reader.ui.exporting.export_writing import ExportOrder, ExportWriting


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What a person asked for: of which document, which file and format, all dates or those shown."""

    document_path: str
    path: str
    form: ExportFormat
    only_shown: bool


class Exporting(QObject):
    """What the commands "export" and "export_shown" do."""

    def __init__(self, window: QMainWindow, session: Session, commands: Actions) -> None:
        super().__init__(window)
        self._window, self._session, self._say = window, session, session.sentences
        self._waiting: list[ExportWish] = []  # until the document has been read
        self._measured_for: list[ExportWish] = []  # they wait until all places are exact
        self._told_of: ExportWish | None = None
        self._writing: ExportWriting | None = None
        self._under_way = 0  # files that are being written
        self._outcome: list[Notice] = []  # of those that have been, until the last one is
        self._then: Callable[[], object] | None = None  # when all are written
        self._format_name = "csv"
        self.shown: QFileDialog | QMessageBox | None = None  # the last dialog
        commands.bind("export", lambda: self.ask(only_shown=False))
        commands.bind("export_shown", lambda: self.ask(only_shown=True))
        session.reading_finished.connect(self._go_on)
        session.recognition.progressed.connect(self._go_on)
        session.measuring.progressed.connect(self._tell_of_measuring)
        session.measuring.ended.connect(self._write_measured)
        # Queued: a document that comes anew is there again by then, and the window has cleared its bar.
        session.document_closed.connect(self._give_up, Qt.ConnectionType.QueuedConnection)

    @property
    def _is_known(self) -> bool:
        """Whether all dates of the document are known."""
        return not self._session.is_reading and not self._session.recognition.is_running

    @property
    def _progress(self) -> tuple[int, int]:
        """Pages read, or pictures of pages, and their number."""
        pictures = self._session.recognition
        return (
            self._session.progress if self._session.is_reading else (pictures.pages_read, pictures.page_count)
        )

    # ── what is asked

    def ask(self, *, only_shown: bool) -> None:
        """Ask for a file and its format."""
        from reader.timeline.exports.formats import FORMATS  # noqa: PLC0415 - the first page waits

        document = self._session.document
        if document is None:
            return
        say = self._say
        self.shown = ask_where(
            self._window,
            say("export.title_shown" if only_shown else "export.title"),
            {say(f"export.format_{form.name}"): form for form in FORMATS},
            next(form for form in FORMATS if form.name == self._format_name),
            proposal=proposed(document),
            then=lambda path, form: self._take(path, form, only_shown=only_shown),
        )

    def _take(self, path: str, form: ExportFormat, *, only_shown: bool) -> None:
        """A file was chosen."""
        document = self._session.document
        if document is None:
            return
        self._format_name = form.name
        wish = ExportWish(document.path, path, form, only_shown)
        if why := refusal(path, form, document):
            self._tell(Level.ERROR, why, path)
        elif self._is_known:
            self._export(wish)
        else:
            self._ask_to_wait(wish)

    def _ask_to_wait(self, wish: ExportWish) -> None:
        """Say what would be missing."""
        say, session = self._say, self._session
        is_reading = session.is_reading
        read, count = self._progress
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(say("export.title"))
        box.setText(say("export.still_reading" if is_reading else "export.still_recognising"))
        box.setInformativeText(say("export.missing", read=read, count=count))
        wait = box.addButton(say("export.wait"), QMessageBox.ButtonRole.AcceptRole)
        now = box.addButton(say("export.now"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(wait)
        wait.clicked.connect(lambda: self._wait(wish))
        now.clicked.connect(lambda: self._export(wish))
        self.shown = box
        box.open()

    # ── waiting and writing

    def _wait(self, wish: ExportWish) -> None:
        self._waiting = [each for each in self._waiting if each.path != wish.path] + [wish]
        self._tell(Level.INFO, "export.waiting", wish.path)
        self._go_on()

    def _go_on(self) -> None:
        if self._is_known:
            wishes, self._waiting = self._waiting, []
            for wish in wishes:
                self._export(wish)

    def _give_up(self) -> None:
        """The document was closed; if it has come anew, it is still waited for."""
        document = self._session.document
        path = document.path if document is not None else ""
        wishes = self._let_go()
        self._waiting = [wish for wish in wishes if wish.document_path == path]
        self._raise(
            [
                self._notice(Level.WARNING, "export.given_up", wish.path)
                for wish in wishes
                if wish.document_path != path
            ]
        )
        self._go_on()

    def _let_go(self) -> list[ExportWish]:
        """All that was promised; nothing is any longer."""
        wishes = [*self._waiting, *self._measured_for]
        self._waiting, self._measured_for = [], []
        return wishes

    # ── before the document goes

    def before_leaving(self, then: Callable[[], object], path: str = "") -> None:
        """Do what takes the document away (another one at `path` comes), if what was promised may be left."""
        if not self.holds(then, path):
            then()

    def holds(self, then: Callable[[], object], path: str = "") -> bool:
        """Whether files are promised of the document; if so a person is asked, and `then` may follow."""
        promised = [wish for wish in (*self._waiting, *self._measured_for) if wish.document_path != path]
        if promised:
            self.shown = ask_before_leaving(
                self._window,
                self._say,
                (wish.path for wish in promised),
                progress=None if self._is_known else self._progress,
                write=lambda: self._write_and_leave(then),
                discard=lambda: self._discard_and_leave(then),
            )
        return bool(promised)

    def _write_and_leave(self, then: Callable[[], object]) -> None:
        """Write what is known; if it cannot be written, the document stays."""
        self._then = then
        for wish in self._let_go():
            self._write(wish)
        self._leave_when_written()

    def _discard_and_leave(self, then: Callable[[], object]) -> None:
        self._let_go()
        then()

    # ── writing

    def _export(self, wish: ExportWish) -> None:
        if wish.form.has_places:
            self._measured_for.append(wish)
            self._session.measuring.begin()
        else:
            self._write(wish)

    def _tell_of_measuring(self) -> None:
        """Once a file; how far it is says the status bar."""
        wish = self._measured_for[-1] if self._measured_for else None
        if wish is not None and wish is not self._told_of and self._session.measuring.is_running:
            self._told_of = wish
            self._tell(Level.INFO, "export.measuring", wish.path)

    def _write_measured(self) -> None:
        wishes, self._measured_for = self._measured_for, []
        for wish in wishes:
            self._write(wish)

    def _write(self, wish: ExportWish) -> None:
        from reader.ui.exporting.export_writing import ExportOrder, ExportWriting  # noqa: PLC0415 - as above

        timeline = self._timeline_so_far(only_shown=wish.only_shown)
        if timeline is None:
            return
        if self._writing is None:
            self._writing = ExportWriting(self._say, self)
            self._writing.ended.connect(self._end)
        read = None if self._is_known else self._session.progress[0]
        self._under_way += 1
        self._writing.start(ExportOrder(timeline, wish.form, wish.path, len(timeline.events), read))

    def _timeline_so_far(self, *, only_shown: bool) -> Timeline | None:
        """What is known of the document's timeline, in reading order; with all kinds, or those shown."""
        session = self._session
        if session.document is None:
            return None
        table = session.events if only_shown else session.all_events
        known = session.timeline or Timeline(session.document)
        return replace(known, events=table.as_read() if table else ())

    def _end(self, order: ExportOrder, is_written: bool) -> None:  # noqa: FBT001 - a signal's argument
        if not is_written:
            self._then = None
            notice = self._notice(Level.ERROR, "export.failed", order.path)
        else:
            key = "export.done" if order.pages_read is None else "export.done_so_far"
            notice = self._notice(Level.INFO, key, order.path, count=order.count)
        self._outcome.append(notice)
        self._under_way -= 1
        if not self._under_way:
            outcome, self._outcome = self._outcome, []
            self._raise(outcome)
            self._leave_when_written()

    def _leave_when_written(self) -> None:
        if self._then is not None and not self._under_way:
            then, self._then = self._then, None
            then()

    def _notice(self, level: Level, key: str, path: str, **slots: int) -> Notice:
        return Notice(level, self._say(key, path=isolated(path), **slots))

    def _tell(self, level: Level, key: str, path: str, **slots: int) -> None:
        self._raise([self._notice(level, key, path, **slots)])

    def _raise(self, notices: Sequence[Notice]) -> None:
        """The bar holds one notice: what is said of several files is said in one, in the gravest colour."""
        if notices:
            gravest = max(notices, key=lambda notice: tuple(Level).index(notice.level))
            text = "\n".join(notice.text for notice in notices)
            self._session.message_raised.emit(replace(gravest, text=text))
