"""The texts beside the marks: measured once, elided when needed, kept as QStaticText.

In: events, words, a font. A label is the event's date and its few words; roomy views set them in two lines.
Right-to-left words lose their end, which lies on their left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QStaticText,
    QTextLayout,
    QTextOption,
)

from reader.text_direction import is_right_to_left
from reader.timeline.date_words import DateWords
from reader.timeline.model import Event
from reader.ui.fitting import cut_to_fit, longest_that_fits
from reader.ui.timeline_view.event_layout import PlacedEvent, Room

DATE_SIZE = 0.86  # of the label's font: the words are what one reads, the date stands on the axis too
BETWEEN = 7.0  # pixels from the date to the words in one line
LINE_GAP = 1.0
NARROWEST_WORDS = 30.0  # pixels: three letters and an ellipsis; less than that tells nothing
WHOLE_LINE = 1e5  # pixels: wider than any label, so that it is measured in one line
# Texts kept: those of the last few pictures, of 40 events with two each. While a document is read each one
# shows others; 4,000 took 8 MB and were not looked at any more.
MOST_KEPT = 500

Key = TypeVar("Key")
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class LabelColors:
    """The colours of the two parts of a label."""

    date: QColor
    words: QColor


@dataclass(frozen=True, slots=True)
class Line:
    """How a line of text is set."""

    color: QColor
    font: QFont


def direction_of(text: str, *, otherwise: bool = False) -> Qt.LayoutDirection:
    """Qt's name for the way a text runs; `otherwise`: whether figures alone run from right to left."""
    return (
        Qt.LayoutDirection.RightToLeft
        if is_right_to_left(text, otherwise=otherwise)
        else Qt.LayoutDirection.LeftToRight
    )


class LabelTexts:
    """Labels of a set of events."""

    def __init__(self, words: DateWords, font: QFont) -> None:
        self.words = words
        self.font = font
        self.date_font = QFont(font)
        self.date_font.setPointSizeF(font.pointSizeF() * DATE_SIZE)
        self.metrics = QFontMetricsF(self.font)
        self.date_metrics = QFontMetricsF(self.date_font)
        self._widths: dict[tuple[int, bool], float] = {}
        self._texts: dict[tuple[tuple[str, ...], int, bool], QStaticText] = {}
        self._ascents: dict[tuple[str, bool], float] = {}
        self._dates: dict[tuple[int, bool], tuple[str, ...]] = {}
        self._events: Sequence[Event] = ()

    def set_events(self, events: Sequence[Event]) -> None:
        """The events that `index` counts from now on."""
        self._events = events
        self._widths.clear()
        self._dates.clear()
        if not events:  # a document was closed
            self._texts.clear()
            self._ascents.clear()

    def row_height(self, *, two_lines: bool) -> float:
        """The height of a row with some air."""
        if two_lines:
            return round(self.metrics.height() + self.date_metrics.height() + LINE_GAP + 10)
        return round(self.metrics.height() + 7)

    def width(self, index: int, *, two_lines: bool) -> float:
        """The width a whole label takes."""
        key = (index, two_lines)
        if key not in self._widths:
            date = self.date_metrics.horizontalAdvance(self._dates_of(index, two_lines=two_lines)[0])
            words = self.metrics.horizontalAdvance(self._words(index))
            self._widths[key] = (max(date, words) if two_lines else date + BETWEEN + words) + 2
        return self._widths[key]

    def draw(
        self, painter: QPainter, placed: PlacedEvent, top: float, room: Room, colors: LabelColors
    ) -> None:
        """Draw the label of a placed event into its row."""
        height = room.row_height
        dates = self._dates_of(placed.index, two_lines=room.two_lines)
        date = self._static(dates, placed.text_width, is_date=True)
        label = self._words(placed.index)
        if room.two_lines:
            words = self._static((label,), placed.text_width, is_date=False)
            begin = top + (height - self.metrics.height() - self.date_metrics.height() - LINE_GAP) / 2
            self._put(
                painter, date, QPointF(self._aligned(placed, date), begin), Line(colors.date, self.date_font)
            )
            below = begin + self.date_metrics.height() + LINE_GAP
            self._put(
                painter, words, QPointF(self._aligned(placed, words), below), Line(colors.words, self.font)
            )
            return
        begin = top + (height - self.metrics.height()) / 2
        baseline = begin + self.metrics.ascent()
        used = date.size().width() + BETWEEN if date.text() else 0.0
        if date.text():
            place = QPointF(self._aligned(placed, date), baseline - self._ascent(date.text(), self.date_font))
            self._put(painter, date, place, Line(colors.date, self.date_font))
        if placed.text_width - used >= min(NARROWEST_WORDS, self.metrics.horizontalAdvance(label)):
            words = self._static((label,), placed.text_width - used, is_date=False)
            # The date stands next to the mark it dates: between two marks a label could be either's.
            start = self._aligned(placed, words) + (-used if placed.is_before else used)
            place = QPointF(start, baseline - self._ascent(label, self.font))
            self._put(painter, words, place, Line(colors.words, self.font))

    def _ascent(self, text: str, font: QFont) -> float:
        """From the top of a text to its baseline: a script the font lacks comes from another, taller one."""
        key = (text, font is self.date_font)
        if key not in self._ascents:
            _make_room(self._ascents)
            layout = QTextLayout(text, font)
            layout.beginLayout()
            line = layout.createLine()
            line.setLineWidth(WHOLE_LINE)  # without a width a line is not set, and has no height
            layout.endLayout()
            self._ascents[key] = line.ascent()
        return self._ascents[key]

    def _aligned(self, placed: PlacedEvent, text: QStaticText) -> float:
        """Where a line begins: at the mark, on whichever side that lies."""
        return placed.text_start + (placed.text_width - text.size().width() if placed.is_before else 0.0)

    def _words(self, index: int) -> str:
        """The event's words without the sign that the sentence began before: here every pixel counts."""
        return self._events[index].label.removeprefix("… ")

    def _dates_of(self, index: int, *, two_lines: bool) -> tuple[str, ...]:
        """The date and its shorter forms; in its own line with that of other calendars first."""
        key = (index, two_lines)
        if key not in self._dates:
            event, words = self._events[index], self.words
            self._dates[key] = words.forms(event) if two_lines else words.short_forms(event.date)
        return self._dates[key]

    def _static(self, forms: tuple[str, ...], width: float, *, is_date: bool) -> QStaticText:
        """A date in the longest form that has room, or words as far as there is room."""
        key = (forms, int(width), is_date)
        if key not in self._texts:
            _make_room(self._texts)
            metrics = self.date_metrics if is_date else self.metrics
            room = width + 1
            shown = (
                longest_that_fits(forms, metrics, room) if is_date else cut_to_fit(forms[0], metrics, room)
            )
            static = QStaticText(shown)
            static.setTextFormat(Qt.TextFormat.PlainText)
            option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
            # Left to itself Qt takes the interface's direction, and "…" stands where the words begin.
            # "1978–1980" is read as the window is.
            mirrored = is_date and QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
            option.setTextDirection(direction_of(shown, otherwise=mirrored))
            static.setTextOption(option)
            static.prepare(font=self.date_font if is_date else self.font)
            self._texts[key] = static
        return self._texts[key]

    @staticmethod
    def _put(painter: QPainter, text: QStaticText, place: QPointF, line: Line) -> None:
        painter.setFont(line.font)
        painter.setPen(line.color)
        painter.drawStaticText(place, text)


def _make_room(kept: dict[Key, Kept]) -> None:
    """Let the oldest go where there are too many."""
    if len(kept) >= MOST_KEPT:
        del kept[next(iter(kept))]
