"""The window without a screen: wait until all is there, print a page, save a picture, tell what it shows.

In: the window. Out: a PNG, a PDF, a line of JSON on standard output, the exit code: 0; 1 where the reading
came to a standstill; 2 where the document could not be opened (the picture then shows the sentence that says
why) or a file could not be written. What went wrong is said on standard error, too.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from reader.standard_streams import complain, run_command, tell
from reader.text_direction import isolated
from reader.timeline.model import Event, EventKind
from reader.timeline.page_events import by_page
from reader.ui.main_window import MainWindow
from reader.ui.notice import Level, Notice
from reader.written_file import write_whole

if TYPE_CHECKING:
    from reader.ui.printing.print_job import Printed

SIZE = QSize(1440, 900)
STANDSTILL = (
    90_000  # ms without any news after which nothing more is expected; starting a child may take 60 s
)
SETTLING = 400  # ms after the last change; the timeline's own movements last 250
ARABIC = ("\u0600", "\u06ff")


class Photographer(QObject):
    """Waits and takes the picture."""

    def __init__(
        self, window: MainWindow, picture: Path | None, *, tells: bool, print_to: Path | None = None
    ) -> None:
        super().__init__(window)
        self._reading_code = self._writing_code = 0
        self._window, self._picture, self._tells = window, picture, tells
        self._print_to = print_to
        self._settled = QTimer(self, interval=SETTLING, singleShot=True)
        self._settled.timeout.connect(self._finish)
        self._standstill = QTimer(self, interval=STANDSTILL, singleShot=True)
        self._standstill.timeout.connect(self._give_up)
        if picture is not None:
            window.resize(SIZE)
        session = window.session
        for signal in (session.reading_finished, session.events_changed, window.timeline_loaded):
            signal.connect(self._look)
        window.pages.pictures.arrived.connect(self._look)
        session.message_raised.connect(self._tell_wrong)
        session.message_raised.connect(self._look)
        session.progress_changed.connect(self._look)
        session.password_wanted.connect(self._refused)
        self._look()

    @property
    def exit_code(self) -> int:
        """How it went: the worse of reading and writing."""
        return max(self._reading_code, self._writing_code)

    def _look(self, *_told: object) -> None:
        """Start waiting for stillness once everything is there; begin anew when something changes."""
        self._standstill.start()
        window = self._window
        session = window.session
        is_empty = session.document is None and not session.is_opening
        failed = is_empty and window.message.notice is not None
        complete = (
            session.timeline is not None
            and not session.recognition.is_running
            and not window.pages.pictures.is_waiting
            and window.room.timeline is not None
        )
        if is_empty or complete:
            self._reading_code = 2 if failed else 0
            self._settled.start()
        else:
            self._settled.stop()

    def _give_up(self) -> None:
        self._reading_code, self._print_to = 1, None
        self._raise(self._window.session.sentences("window.standstill"))
        self._finish()

    def _refused(self, path: str, _was_wrong: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Nobody is there to enter a password."""
        session = self._window.session
        session.give_up_opening()
        self._raise(session.sentences("window.protected_offscreen", path=isolated(path)))

    def _raise(self, text: str) -> None:
        self._window.session.message_raised.emit(Notice(Level.ERROR, text))

    def _tell_wrong(self, notice: Notice) -> None:
        if notice.level is not Level.INFO:
            complain(notice.text)

    def _print_first_page(self, file: Path) -> None:
        """The same way as a person prints; the sentence at its end is one more change to settle after."""
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - only when asked for

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        self._window.printing.ended.connect(self._note_printing)
        self._window.printing.print_pages(printer, [0])

    def _note_printing(self, printed: Printed) -> None:
        if printed.ending != "done":
            self._writing_code = 2

    def _save_picture(self, file: Path) -> None:
        png = QBuffer()
        self._window.grab().save(png, "PNG")
        try:
            write_whole(file, [bytes(png.data().data())])
        except OSError:
            self._writing_code = 2
            self._raise(self._window.session.sentences("export.failed", path=isolated(str(file))))

    def _finish(self) -> None:
        if self._print_to is not None and self._window.session.document is not None:
            file, self._print_to = self._print_to, None
            self._print_first_page(file)
            return
        if self._picture is not None:
            file, self._picture = self._picture, None
            self._save_picture(file)
        if self._tells:
            said = run_command(self._tell_report, self._window.session.sentences)
            self._writing_code = max(self._writing_code, said)
        self._window.close()
        QApplication.quit()

    def _tell_report(self) -> int:
        tell(json.dumps(self.report(), ensure_ascii=False))
        return 0

    def report(self) -> dict[str, object]:
        """What the window shows."""
        window, session = self._window, self._window.session
        document = session.document
        timeline = session.timeline
        arabic = [page for page in by_page(timeline.events) if page.has_arabic] if timeline else []
        return {
            "document": document.path if document else None,
            "pages": session.pages.count,
            "page": session.page_index + 1 if document else None,
            "events": session.count(EventKind.EVENT),
            "sources": session.count(EventKind.SOURCE),
            "issue_dates": session.count(EventKind.ISSUE),
            "events_shown": len(session.events),
            "arabic_events": sum(_has_arabic(event) for page in arabic for event in page.events()),
            "page_painted": document is not None and session.page_index not in session.failed_pages,
            "timeline_loaded": window.room.timeline is not None,
            "message": window.message.notice.text if window.message.notice else "",
        }


def _has_arabic(event: Event) -> bool:
    low, high = ARABIC
    return any(low <= character <= high for mention in event.mentions for character in mention.paragraph.text)
