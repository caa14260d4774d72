"""The card of an event: when, in every calendar the text gives; the words of the text; where; and why.

In: an event. Out: a widget, shown beside the mouse (`FloatingCard`) or under the list for the selection.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextLayout
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.timeline.model import Event
from reader.ui.quotes import escaped, led, quote_html, told
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.timeline.date_words import DateWords

CARD_WIDTH = 380  # pixels
DISTANCE = 10  # pixels between a floating card and what it speaks of
DELAY = 300  # ms of rest before it shows: a mouse passing by is no question
SURE = 0.95  # confidence from which nothing needs to be said about it


class EventCard(QFrame):
    """What is known of one event."""

    def __init__(self, sentences: Sentences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._theme = sentences, theme
        self.event_shown: Event | None = None
        self.date = _label("card_date")
        self.kind = _label("card_kind")
        self.kind.setWordWrap(False)
        self.kind.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.calendars = _label("card_calendars")
        self.quote = _label("card_quote")
        self.quote.setTextFormat(Qt.TextFormat.RichText)
        self.doubts = _label("card_doubts")
        self.facts = QFormLayout()
        self.facts.setContentsMargins(0, 2, 0, 0)
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(3)
        self.facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.date, 1)
        head.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.calendars)
        column.addWidget(self.quote)
        column.addLayout(self.facts)
        column.addWidget(self.doubts)
        self.setObjectName("event_card")
        self.setAccessibleName(sentences("event_card.name"))
        theme.changed.connect(self._dress_again)

    @cached_property
    def _words(self) -> DateWords:
        from reader.timeline.date_words import DateWords  # noqa: PLC0415 - the calendars: the first page waits

        return DateWords(self._say)

    def show_event(self, event: Event) -> None:
        """Fill the card."""
        self.event_shown = event
        kind = "planned" if event.planned and event.kind.value == "event" else event.kind.value
        ink = self._theme.css(kind)
        self.date.setText(self._words.date(event.date))
        self.date.setStyleSheet(f"color: {ink}")
        self.kind.setText(self._say(f"event_card.kind_{kind}"))
        others = [
            self._words.original(date)
            for date in (event.date, *event.other_dates)
            if date.calendar != "gregorian"
        ]
        shown = " · ".join(dict.fromkeys(filter(None, [*others, event.agreement])))
        self.calendars.setText(led(shown, self._say))
        self.calendars.setVisible(bool(shown))
        mention = event.mentions[0] if event.mentions else None
        self.quote.setText(quote_html(mention, ink) if mention else "")
        self.quote.setVisible(mention is not None)
        self._fill_facts(event)
        self.doubts.setText("<br>".join(f"⚠ {escaped(told(doubt, self._say))}" for doubt in event.doubts))
        self.doubts.setVisible(bool(event.doubts))

    def _fill_facts(self, event: Event) -> None:
        while self.facts.rowCount():
            self.facts.removeRow(0)
        pages = dict.fromkeys(mention.page_label for mention in event.mentions)
        self._add_fact("page", ", ".join(pages))
        written = dict.fromkeys(
            date.as_written for date in (event.date, *event.other_dates) if date.as_written
        )
        self._add_fact(
            "written", " · ".join(self._say("event_card.quoted", text=isolated(words)) for words in written)
        )
        self._add_fact("why", told(event.resolution, self._say))
        if event.from_ocr:
            self._add_fact("ocr", self._say("ocr.card_text"))
        self._add_fact(
            "other_readings",
            "\n".join(
                f"{self._words.date(other.date)}: {told(other.reason, self._say)}"
                for other in event.alternatives
            ),
        )
        if event.confidence < SURE:
            self._add_fact(
                "confidence", self._say("event_card.percent", number=round(100 * event.confidence))
            )

    def _add_fact(self, name: str, text: str) -> None:
        if not text:
            return
        value = _label("card_fact")
        value.setText(led(text, self._say))
        value.setTextFormat(Qt.TextFormat.PlainText)
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        value.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        title = QLabel(self._say("ocr.card_name" if name == "ocr" else f"event_card.{name}"))
        title.setObjectName("card_fact_name")
        title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.facts.addRow(title, value)
        _set_level(title, value)

    def _dress_again(self) -> None:
        if self.event_shown is not None:
            self.show_event(self.event_shown)


class FloatingCard(EventCard):
    """The card beside the mouse: comes after a moment of rest, never lies under it, never takes the focus."""

    def __init__(self, sentences: Sentences, theme: Theme, parent: QWidget) -> None:
        super().__init__(sentences, theme, parent)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("floating_card")
        self._waiting: tuple[Event, QRect] | None = None
        self._rest = QTimer(self, interval=DELAY, singleShot=True)
        self._rest.timeout.connect(self._appear)

    def point_at(self, event: Event | None, area: QRect) -> None:
        """Show the card of an event beside a part of the screen, or none at all."""
        self._waiting = (event, area) if event is not None else None
        if event is None:
            self._rest.stop()
            self.hide()
        elif self.isVisible():
            self._appear()
        else:
            self._rest.start()

    def _appear(self) -> None:
        if self._waiting is None:
            return
        event, area = self._waiting
        self.show_event(event)
        self.setFixedWidth(CARD_WIDTH)
        self.setFixedHeight(self.heightForWidth(CARD_WIDTH))
        screen = (QGuiApplication.screenAt(area.center()) or self.screen()).availableGeometry()
        self.move(place_beside(area, self.size(), screen))
        self.show()


def place_beside(area: QRect, size: QSize, screen: QRect) -> QPoint:
    """Where a card of that size stands clear of an area of the screen.

    Under what is narrow, a date on a page, or over it where there is no room; to the left of what is wide, a
    row of a list, or to its right: a card over a list would hide the rows one is about to read.
    """
    if area.width() >= size.width() // 2:
        left = area.left() - DISTANCE - size.width()
        x = left if left >= screen.left() else area.right() + DISTANCE
        y = area.top()
    else:
        below = area.bottom() + DISTANCE
        y = below if below + size.height() <= screen.bottom() else area.top() - DISTANCE - size.height()
        x = area.left()
    return QPoint(
        max(min(x, screen.right() - DISTANCE - size.width()), screen.left() + DISTANCE),
        max(min(y, screen.bottom() - DISTANCE - size.height()), screen.top() + DISTANCE),
    )


def _set_level(*labels: QLabel) -> None:
    """Put first lines on one base line: letters that the font lacks come from another, taller one."""
    ascents = []
    for label in labels:
        label.ensurePolished()
        layout = QTextLayout(label.text(), label.font())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(CARD_WIDTH)
        layout.endLayout()
        ascents.append(line.ascent())
    for label, ascent in zip(labels, ascents, strict=True):
        label.setContentsMargins(0, round(max(ascents) - ascent), 0, 0)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
