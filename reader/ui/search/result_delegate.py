"""How a row of the results is drawn: a line of the text with the hit strong in it, the page at the far side.

In: a hit of the model. Out: pixels. The line runs in the direction of its script, the row in the window's.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.search.model import Hit
from reader.text_direction import is_right_to_left
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.search.result_model import HIT_ROLE, PAGE_ROLE
from reader.ui.search_session import SearchSession
from reader.ui.theme import Theme

SIDE = 16  # pixels left and right
PADDING = 6
STRIP = 3  # the coloured edge of the present row
BETWEEN = 12  # pixels between line and page
SMALL = 0.86  # of the list's font
BOLD_ROOM = 10  # pixels that strong letters take more than the plain ones which are measured


@outlives_faults
class ResultDelegate(QStyledItemDelegate):
    """Draws the rows; all are equally high."""

    def __init__(self, search: SearchSession, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search, self._theme = search, theme

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as a line."""
        return QSize(160, round(QFontMetricsF(QFont(option.font)).height() + 2 * PADDING + 2))

    @guarded
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row."""
        rect, font, mirrored = QRect(option.rect), QFont(option.font), _is_mirrored(painter)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = index.row() == self._search.current_row
        self._draw_ground(painter, rect, option.state, is_current=is_current)
        inner = QRectF(rect).adjusted(SIDE, PADDING, -SIDE, -PADDING)
        small = QFont(font)
        small.setPointSizeF(font.pointSizeF() * SMALL)
        page = str(index.data(PAGE_ROLE))
        width = QFontMetricsF(small).horizontalAdvance(page) + 2
        left = inner.left() if mirrored else inner.right() - width
        painter.setFont(small)
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(QRectF(left, inner.top(), width, inner.height()), Qt.AlignmentFlag.AlignCenter, page)
        room = width + BETWEEN
        area = inner.adjusted(room, 0, 0, 0) if mirrored else inner.adjusted(0, 0, -room, 0)
        hit = index.data(HIT_ROLE)
        if isinstance(hit, Hit):
            self._draw_line(painter, area, font, hit)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, is_current: bool
    ) -> None:
        if is_current:
            painter.fillRect(rect, self._theme.color("accent_soft"))
            left = rect.right() - STRIP + 1 if _is_mirrored(painter) else rect.left()
            painter.fillRect(QRect(left, rect.top(), STRIP, rect.height()), self._theme.color("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        if is_current and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))

    def _draw_line(self, painter: QPainter, area: QRectF, font: QFont, hit: Hit) -> None:
        before = hit.before.lstrip()
        text = before + hit.text + hit.after
        mirrored = is_right_to_left(text)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        )
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        room = area.width() - BOLD_ROOM
        layout = QTextLayout(QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room), font)
        layout.setTextOption(option)
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.Bold)
        strong.setForeground(self._theme.color("accent"))
        part = QTextLayout.FormatRange()
        # Qt counts in UTF-16, as its strings do.
        part.start, part.length, part.format = _units(before), _units(hit.text), strong
        layout.setFormats([part])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        painter.setPen(self._theme.color("text"))
        # Letters of another script may come from a taller font than the list's own.
        layout.draw(painter, QPointF(area.left(), area.center().y() - line.height() / 2))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _is_mirrored(painter: QPainter) -> bool:
    return painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
