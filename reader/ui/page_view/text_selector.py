"""The text a person has selected on the pages: begun, extended, let go, painted and copied.

In: points of pages, as mouse and commands say them. Out: boxes to be painted, text for the clipboard;
`changed`. What is extended by words or lines keeps whole words or lines.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from reader.document.model import Box, Line
from reader.ui.page_lines import PageLines
from reader.ui.page_view.text_selection import (
    TextPlace,
    boxes_of,
    character_at,
    line_at,
    paragraph_around,
    place_near,
    spans_on,
    text_in,
    text_of,
    whole_page,
    word_at,
)
from reader.ui.session import Session

Stretch = tuple[TextPlace, TextPlace]


class Grain(Enum):
    """By what a selection grows."""

    CHARACTER = 1
    WORD = 2
    PARAGRAPH = 3


class TextSelector(QObject):
    """One selection, over one page or several."""

    changed = Signal()

    def __init__(self, session: Session, lines: PageLines, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self._held: dict[int, tuple[Line, ...]] = {}  # lines of the pages the selection reaches
        self._origin: Stretch | None = None  # what the first press took
        self._span: Stretch | None = None
        self._grain = Grain.CHARACTER
        self._page_wanted = -1  # to be selected once its lines are known, whole or in part
        self._part_wanted: Box | None = None
        self._is_copying = False  # asked to copy what is not all known yet
        self.lines.known.connect(self._lines_known)
        session.document_opened.connect(self.clear)
        session.document_closed.connect(self.clear)

    # ── what a person does

    def text_lies_at(self, page_index: int, x: float, y: float, *, asks: bool = True) -> bool:
        """Whether a point of a page is on text; False while that is not known. `asks`: it is to be known."""
        lines = self.lines.wanted(page_index) if asks else self.lines.at_hand(page_index)
        return lines is not None and line_at(lines, x, y) is not None

    def begin(self, page_index: int, x: float, y: float, grain: Grain = Grain.CHARACTER) -> None:
        """Begin a selection at a point: with nothing, with the word there, or with its paragraph."""
        found = self._stretch_at(page_index, x, y, grain)
        if found is not None:
            self._grain, self._origin = grain, found
            self._set(found)

    def extend(self, page_index: int, x: float, y: float) -> None:
        """Let the selection reach from where it began to a point."""
        found = self._stretch_at(page_index, x, y, self._grain)
        if found is not None and self._origin is not None:
            self._set((min(self._origin[0], found[0]), max(self._origin[1], found[1])))

    def select_page(self, page_index: int, part: Box | None = None) -> None:
        """Select all text of a page, or what stands in a part of one line of it."""
        lines = self.lines.wanted(page_index)
        self._page_wanted, self._part_wanted = (page_index, part) if lines is None else (-1, None)
        if lines is not None:
            found = whole_page(page_index, lines) if part is None else text_in(page_index, lines, part)
            self._grain, self._origin = Grain.CHARACTER, found
            self._set(found)

    def clear(self) -> None:
        """Let go."""
        self._page_wanted, self._is_copying = -1, False
        self._origin = None
        if self._span is not None:
            self._set(None)

    def copy(self) -> None:
        """Put the selected text on the clipboard, once all of it is known."""
        self._is_copying = self.is_there and not self._is_known()
        if self.is_there and not self._is_copying:
            QGuiApplication.clipboard().setText(self.text())

    # ── what is selected

    @property
    def is_there(self) -> bool:
        """Whether any character is selected."""
        return self._span is not None and self._span[0] < self._span[1]

    @property
    def is_begun(self) -> bool:
        """Whether there is something to extend."""
        return self._origin is not None

    def text(self) -> str:
        """The selected text in logical order, as far as its pages are known."""
        if self._span is None:
            return ""
        start, end = self._span
        parts = [
            text_of(lines, spans_on(index, lines, start, end)) for index, lines in sorted(self._held.items())
        ]
        return "\n".join(part for part in parts if part)

    def boxes(self, page_index: int) -> tuple[Box, ...]:
        """Where the selected text stands on a page."""
        if self._span is None or not self._span[0].page_index <= page_index <= self._span[1].page_index:
            return ()
        lines = self._held.get(page_index, ())
        spans = spans_on(page_index, lines, *self._span)
        return tuple(box for span in spans for box in boxes_of(lines[span.line], span.start, span.end))

    def _stretch_at(self, page_index: int, x: float, y: float, grain: Grain) -> Stretch | None:
        lines = self.lines.wanted(page_index)
        place = place_near(page_index, lines, x, y) if lines is not None else None
        if lines is None or place is None or grain is Grain.CHARACTER:
            return (place, place) if place is not None else None
        line = lines[place.line]
        if grain is Grain.WORD:
            low, high = word_at(line.text, character_at(line, y if line.vertical else x))
            return TextPlace(page_index, place.line, low), TextPlace(page_index, place.line, high)
        first, last = paragraph_around(lines, place.line)
        return TextPlace(page_index, first, 0), TextPlace(page_index, last, len(lines[last].text))

    def _set(self, span: Stretch | None) -> None:
        self._span, self._is_copying = span, False
        pages = range(span[0].page_index, span[1].page_index + 1) if span is not None else range(0)
        held = {index: self._held.get(index) or self.lines.wanted(index) for index in pages}
        self._held = {index: lines for index, lines in held.items() if lines is not None}
        self.changed.emit()

    def _is_known(self) -> bool:
        span = self._span
        return span is None or len(self._held) == span[1].page_index - span[0].page_index + 1

    def _lines_known(self, page_index: int) -> None:
        if page_index == self._page_wanted:
            self.select_page(page_index, self._part_wanted)
        elif self._span is not None and self._span[0].page_index <= page_index <= self._span[1].page_index:
            lines = self.lines.at_hand(page_index)
            if page_index not in self._held and lines is not None:
                self._held[page_index] = lines
                self.changed.emit()
            if self._is_copying:
                self.copy()
