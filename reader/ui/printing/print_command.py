"""File → Print: the system's dialog, then a job, its progress in the status bar, and a sentence at its end.

In: the window's session and commands. Out: paper, or a PDF file. Qt's printing is imported only when it is
asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QMainWindow

from reader.text_direction import isolated
from reader.ui.menus import Actions
from reader.ui.notice import Level, Notice
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from reader.ui.printing.print_job import Printed, PrintJob

MOST_NAMED = 12  # pages that failed; more make no sentence
LEVELS = {"done": Level.INFO, "cancelled": Level.INFO, "some_failed": Level.WARNING}  # else an error


@outlives_faults
class Printing(QObject):
    """What the command "print" does; one job at a time."""

    ended = Signal(object)  # Printed

    def __init__(self, window: QMainWindow, session: Session, commands: Actions, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._theme = window, session, theme
        self._say = session.sentences
        self._action = commands["print"]
        self.job: PrintJob | None = None
        commands.bind("print", self.ask)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """A window that is closed prints no more."""
        if event.type() == QEvent.Type.Close and self.job is not None:
            self.job.cancel()
        return super().eventFilter(watched, event)

    def ask(self) -> None:
        """Show the system's dialog, and print what is chosen there."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when asked for

        document, count = self._session.document, self._session.pages.count
        if document is None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(document.title or Path(document.path).name)
        dialog = QPrintDialog(printer, self._window)
        for option in ("PrintPageRange", "PrintCurrentPage", "PrintToFile", "PrintCollateCopies"):
            dialog.setOption(QPrintDialog.PrintDialogOption[option], on=True)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintSelection, on=False)
        dialog.setMinMax(1, count)
        dialog.setFromTo(1, count)
        current = self._session.page_index
        accepted = dialog.exec()
        dialog.deleteLater()
        if accepted and self._session.document is document:  # it may have been closed meanwhile
            self.print_pages(printer, pages_chosen(printer, count, current))

    def print_pages(self, printer: QPrinter, pages: Sequence[int]) -> PrintJob:
        """Print pages (indices) of the open document on a printer that is set up."""
        from reader.ui.printing.print_job import PrintJob  # noqa: PLC0415 - only when asked for
        from reader.ui.printing.print_progress import PrintProgress  # noqa: PLC0415 - see above

        job = self.job = PrintJob(self._session, printer, pages, self)
        progress = PrintProgress(self._say, self._theme)
        self._window.statusBar().addPermanentWidget(progress)
        job.progressed.connect(progress.show_progress)
        progress.cancelled.connect(job.cancel)
        job.ended.connect(progress.deleteLater)
        job.ended.connect(self._tell)
        self._action.setEnabled(False)
        job.start()
        return job

    def _tell(self, printed: Printed) -> None:
        if self.job is not None:
            self.job.deleteLater()
        self.job = None
        self._action.setEnabled(self._session.document is not None)
        named = ", ".join(str(index + 1) for index in printed.failed[:MOST_NAMED])
        text = self._say(
            f"print.{printed.ending}",
            target=isolated(printed.target),
            pages=named + (" …" if len(printed.failed) > MOST_NAMED else ""),
        )
        self.ended.emit(printed)
        self._session.message_raised.emit(Notice(LEVELS.get(printed.ending, Level.ERROR), text))


def pages_chosen(printer: QPrinter, count: int, current: int) -> list[int]:
    """The pages (indices) asked for, as they are to come out; with copies, if the printer makes none."""
    kind = type(printer)
    match printer.printRange():
        case kind.PrintRange.CurrentPage:
            pages = [current]
        case kind.PrintRange.PageRange:
            ranges = printer.pageRanges()
            first, last = printer.fromPage() or 1, printer.toPage() or count
            pages = [
                index
                for index in range(count)
                if (first <= index + 1 <= last if ranges.isEmpty() else ranges.contains(index + 1))
            ]
        case _:
            pages = list(range(count))
    if printer.pageOrder() == kind.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _copy in range(copies)]
