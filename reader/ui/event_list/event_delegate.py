"""How a row of the list is drawn: the date in the colour of its kind, the words of the text, the page.

In: an event of the model. Out: pixels. Words keep the direction of their script whatever that of the window.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.sentences import Sentences
from reader.text_direction import is_right_to_left
from reader.timeline.date_words import DateWords
from reader.timeline.model import Event
from reader.ui.event_list.event_model import EVENT_ROLE, kind_name, page_label
from reader.ui.fitting import cut_to_fit, longest_that_fits
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.theme import Theme

SIDE = 16  # pixels left and right of the text
PADDING = 9
STRIP = 3  # the coloured edge of a row
LABEL_LINES = 2
CHIP_PADDING = 7
SMALL = 0.86  # of the list's font
CHIP_KINDS = frozenset({"source", "issue", "planned"})  # "event" is what one expects and needs no chip


@outlives_faults
class EventDelegate(QStyledItemDelegate):
    """Draws the rows; all are equally high."""

    def __init__(
        self, words: DateWords, sentences: Sentences, theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._say, self._theme = words, sentences, theme
        self.hovered_id = ""

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as a date and two lines of words."""
        metrics = QFontMetricsF(_font(option))
        return QSize(160, round(metrics.height() * (1 + LABEL_LINES) + 2 * PADDING + 4))

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        event: Event = index.data(EVENT_ROLE)
        rect, font = QRect(option.rect), _font(option)
        state = option.state
        kind = kind_name(event)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, rect, state, kind, is_hovered=event.id == self.hovered_id)
        inner = QRectF(rect).adjusted(SIDE, PADDING, -SIDE, -PADDING)
        line = QFontMetricsF(font).height()
        head = QRectF(inner.left(), inner.top(), inner.width(), line)
        self._draw_head(painter, head, font, event, kind)
        body = QRectF(inner.left(), inner.top() + line + 4, inner.width(), line * LABEL_LINES)
        draw_lines(painter, event.label, body, font, self._theme.color("text"))
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, kind: str, *, is_hovered: bool
    ) -> None:
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        elif is_hovered or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if is_selected:
            left = rect.right() - STRIP + 1 if is_mirrored else rect.left()
            painter.fillRect(QRect(left, rect.top(), STRIP, rect.height()), self._theme.color(kind))
        painter.setPen(self._theme.color("border"))
        painter.drawLine(rect.left() + SIDE, rect.bottom(), rect.right() - SIDE, rect.bottom())
        if is_selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def _draw_head(self, painter: QPainter, area: QRectF, font: QFont, event: Event, kind: str) -> None:
        """The date, its chip and the page, mirrored with the window."""
        direction = painter.layoutDirection()
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        page = self._say("event_list.page", page=page_label(event))
        page_width = QFontMetricsF(small).horizontalAdvance(page) + 2
        painter.setFont(small)
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(
            _visual(direction, area, area.right() - page_width, page_width), _far(direction), page
        )

        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(bold)
        chip = self._chip(event, kind)
        chip_width = QFontMetricsF(small).horizontalAdvance(chip) + 2 * CHIP_PADDING if chip else 0
        room = area.width() - page_width - chip_width - (2 if chip else 1) * CHIP_PADDING
        forms = self._words.forms(event)
        date = longest_that_fits(forms, metrics, room) or cut_to_fit(forms[-1], metrics, room)
        date_width = metrics.horizontalAdvance(date)
        painter.setFont(bold)
        painter.setPen(self._theme.color(kind))
        painter.drawText(_visual(direction, area, area.left(), date_width + 2), _near(direction), date)
        if chip:
            box = _visual(direction, area, area.left() + date_width + CHIP_PADDING + 2, chip_width)
            self._draw_chip(painter, box.adjusted(0, 1, 0, -1), small, chip, kind)

    def _chip(self, event: Event, kind: str) -> str:
        """What needs saying of it in a word: its kind, and that it was read from a picture."""
        words = [self._say(f"event_list.kind_{kind}")] if kind in CHIP_KINDS else []
        return " · ".join([*words, self._say("ocr.mark")] if event.from_ocr else words)

    def _draw_chip(self, painter: QPainter, box: QRectF, font: QFont, text: str, kind: str) -> None:
        ground = self._theme.color(kind)
        ground.setAlpha(34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color(kind))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def draw_lines(painter: QPainter, text: str, area: QRectF, font: QFont, color: QColor) -> None:
    """A text in as many lines as the area holds, the last one cut with an ellipsis, in its own direction."""
    is_mirrored = is_right_to_left(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
    option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
    metrics = QFontMetricsF(font)
    lines = max(int(area.height() // metrics.height()), 1)
    painter.setPen(color)
    top, rest = 0.0, text
    for number in range(lines):
        is_last = number == lines - 1
        shown = cut_to_fit(rest, metrics, area.width()) if is_last else rest
        layout = QTextLayout(shown, font)
        layout.setTextOption(option)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        layout.draw(painter, QPointF(area.left(), area.top() + top))
        top += metrics.height()
        rest = rest[line.textLength() :]
        if not rest:
            return


def _font(option: QStyleOptionViewItem) -> QFont:
    return QFont(option.font)


def _visual(direction: Qt.LayoutDirection, area: QRectF, left: float, width: float) -> QRectF:
    """A part of the area, mirrored inside it in a window that runs from right to left."""
    if direction == Qt.LayoutDirection.RightToLeft:
        left = area.left() + area.right() - left - width
    return QRectF(left, area.top(), width, area.height())


def _near(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    side = (
        Qt.AlignmentFlag.AlignRight
        if direction == Qt.LayoutDirection.RightToLeft
        else Qt.AlignmentFlag.AlignLeft
    )
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute


def _far(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
