"""The window without a screen: wait until all is there, save a picture of it, tell what it shows, end.

In: the window. Out: a PNG, a line of JSON on standard output, the exit code: 0; 1 where the reading came to a
standstill; 2 where the document could not be opened (the picture then shows the sentence that says why).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication

from reader.timeline.model import Event, EventKind
from reader.timeline.page_events import by_page
from reader.ui.main_window import MainWindow

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
        self.exit_code = 0
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
        session.message_raised.connect(self._look)
        session.progress_changed.connect(self._look)
        session.password_wanted.connect(self._refused)
        self._look()

    def _look(self, *_told: object) -> None:
        """Start waiting for stillness once everything is there; begin anew when something changes."""
        self._standstill.start()
        window = self._window
        session = window.session
        failed = session.document is None and window.message.notice is not None
        nothing_to_open = session.document is None and not session.is_opening
        complete = (
            session.timeline is not None
            and not session.recognition.is_running
            and not window.pages.pictures.is_waiting
            and window.room.timeline is not None
        )
        if failed or nothing_to_open or complete:
            self.exit_code = 2 if failed else 0
            self._settled.start()
        else:
            self._settled.stop()

    def _give_up(self) -> None:
        self.exit_code = 1
        self._finish()

    def _refused(self, *_told: object) -> None:
        self.exit_code = 2
        self._settled.start()

    def _print_first_page(self, file: Path) -> None:
        """The same way as a person prints; the sentence at its end is one more change to settle after."""
        from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - only when asked for

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        self._window.printing.print_pages(printer, [0])

    def _finish(self) -> None:
        if self._print_to is not None and self._window.session.document is not None:
            file, self._print_to = self._print_to, None
            self._print_first_page(file)
            return
        if self._picture is not None and not self._window.grab().save(str(self._picture)):
            self.exit_code = 2
        if self._tells:
            sys.stdout.write(json.dumps(self.report(), ensure_ascii=False) + "\n")
            sys.stdout.flush()
        self._window.close()
        QApplication.quit()

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
