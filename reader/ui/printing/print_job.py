"""One document on its way to a printer, or into a PDF file: page after page, band after band.

In: the printer as the dialog has left it, the pages wanted. Out: signals: how far it is, how it ended. The
pictures come from the confined child like those of the screen, one band at a time: no more than one is ever
held, and the window stays alive. A file is written under another name and takes its own when it is whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from reader.document.model import PageSize
from reader.ui.printing.printed_file import is_whole
from reader.ui.printing.sheet import MOST_DOTS_AN_INCH, Band, Standing, bands, is_landscape, stand
from reader.ui.session import Session
from reader.ui.worker_bridge import PaintedPage


class Ending(StrEnum):
    """How a job ended; the sentence is `print.<ending>`."""

    DONE = "done"
    SOME_FAILED = "some_failed"
    ALL_FAILED = "all_failed"
    CANCELLED = "cancelled"
    REFUSED = "refused"
    OWN_FILE = "own_file"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Printed:
    """The end of a job: which pages (indices) could not be painted, where it went."""

    ending: Ending
    failed: tuple[int, ...]
    target: str


class PrintJob(QObject):
    """Prints pages of the open document once."""

    progressed = Signal(int, int)  # pages done, pages wanted
    ended = Signal(object)  # Printed

    def __init__(
        self, session: Session, printer: QPrinter, pages: Sequence[int], parent: QObject | None = None
    ) -> None:
        """Make a job; `start` begins it.

        Args:
            session: with a document.
            printer: set up; its resolution is lowered where it is finer than paper can show.
            pages: indices, in the order they are to come out.
            parent: its owner.
        """
        super().__init__(parent)
        self._session, self._printer, self._pages = session, printer, list(pages)
        self._job_id = session.job_id
        self._painter = QPainter()
        self._done = 0
        self._failed: list[int] = []
        self._wish = -1
        self._size = PageSize(1, 1)
        self._place: Standing | None = None
        self._bands: Iterator[Band] = iter(())
        self._band: Band | None = None
        self._sheet_is_begun = self._is_over = False
        self._file: Path | None = None  # as it is to be called
        self._part: Path | None = None  # as it is called while it is written
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            self._file = Path(printer.outputFileName())
            self._part = self._file.with_name(f".{self._file.stem}.part.pdf")
            printer.setOutputFileName(str(self._part))
        printer.setResolution(min(printer.resolution(), MOST_DOTS_AN_INCH))

    def start(self) -> None:
        """Begin with the first page."""
        bridge = self._session.bridge
        bridge.paper_painted.connect(self._take)
        bridge.page_failed.connect(self._note_failure)
        bridge.refused.connect(self._stop)
        self._session.document_closed.connect(self.cancel)
        if self._would_overwrite_document():
            self._end(Ending.OWN_FILE)
        else:
            self._begin_page()

    def cancel(self) -> None:
        """Print no more; a file begun is taken away."""
        self._end(Ending.CANCELLED)

    # ── page after page

    def _begin_page(self) -> None:
        self.progressed.emit(self._done, len(self._pages))
        if self._done == len(self._pages):
            self._end_well()
            return
        self._size = self._session.pages.sizes[self._pages[self._done]]
        landscape = is_landscape(self._size)
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        )
        dots = self._printer.resolution()
        sheet = self._printer.pageLayout().paintRectPixels(dots)
        self._place = stand(self._size, max(1, sheet.width()), max(1, sheet.height()), dots)
        self._bands = bands(self._size, self._place)
        self._sheet_is_begun = False
        self._ask()

    def _ask(self) -> None:
        """Ask for the next band, or go on to the next page."""
        self._band = next(self._bands, None)
        if self._band is None or self._place is None:
            self._done += 1
            self._begin_page()
            return
        page_index = self._pages[self._done]
        self._wish = self._session.bridge.paint(
            self._job_id, page_index, self._place.scale, self._band.clip, lasting=True
        )

    def _take(self, painted: PaintedPage) -> None:
        if painted.request_id != self._wish or self._band is None or self._place is None:
            return
        if painted.picture.isNull():
            self._skip()
        elif not self._sheet_is_begun and not self._begin_sheet():
            self._end(Ending.REFUSED)
        else:
            band, place = self._band, self._place
            target = QRect(place.x, band.top, place.width, band.bottom - band.top)
            self._painter.drawPixmap(target, painted.picture)
            self._ask()

    def _begin_sheet(self) -> bool:
        """A new sheet, once there is something to print on it; False where the printer refuses."""
        self._sheet_is_begun = True
        if self._painter.isActive():
            return self._printer.newPage()
        return self._painter.begin(self._printer)

    # ── what may go wrong, and the end

    def _note_failure(self, job_id: int, page_index: int, _sentence: object, painting: bool) -> None:  # noqa: FBT001 - a signal's argument
        is_ours = self._done < len(self._pages) and page_index == self._pages[self._done]
        if painting and job_id == self._job_id and is_ours and not self._is_over:
            self._skip()

    def _skip(self) -> None:
        """Leave the page out: no sheet has been begun for it, unless it failed half-way down."""
        self._wish = -1
        self._failed.append(self._pages[self._done])
        self._done += 1
        self._begin_page()

    def _stop(self, job_id: int, *_why: object) -> None:
        """Nothing more is painted of the document."""
        if job_id == self._job_id:
            self._end(Ending.STOPPED)

    def _would_overwrite_document(self) -> bool:
        document = self._session.document
        if self._file is None or document is None:
            return False
        with suppress(OSError):  # one of them is not there: then they are not the same
            return self._file.samefile(document.path)
        return False

    def _end_well(self) -> None:
        if not self._painter.isActive():
            self._end(Ending.ALL_FAILED)
            return
        is_done = self._painter.end() and self._printer.printerState() != QPrinter.PrinterState.Error
        if not is_done or not self._take_its_name():
            self._end(Ending.REFUSED)
        else:
            self._end(Ending.SOME_FAILED if self._failed else Ending.DONE)

    def _take_its_name(self) -> bool:
        """Give the printed file the name it is to have; False where it is not whole, or may not be there."""
        if self._file is None or self._part is None:
            return True
        try:
            if is_whole(self._part):
                self._part.replace(self._file)
                return True
        except OSError:
            pass
        return False

    def _end(self, ending: Ending) -> None:
        if self._is_over:
            return
        self._is_over, self._wish = True, -1
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        if self._part is not None:
            with suppress(OSError):
                self._part.unlink(missing_ok=True)
        target = str(self._file) if self._file is not None else self._printer.printerName()
        self.ended.emit(Printed(ending, tuple(self._failed), target))
