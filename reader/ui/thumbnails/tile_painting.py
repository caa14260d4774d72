"""How a tile is drawn: the page, its label, and a mark with the number of dates on it.

In: the tiles, their pictures, the colours. Out: a page on the paper that the pages beside it have; until its
picture comes, paper of its shape.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from reader.text_direction import is_right_to_left
from reader.ui.page_look import PageLook
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.plain_text import plain_tip
from reader.ui.session import Session
from reader.ui.theme import Theme, paint_icon
from reader.ui.thumbnails.page_model import PageModel
from reader.ui.thumbnails.page_tiles import PageTiles
from reader.ui.thumbnails.small_pictures import SmallPictures
from reader.ui.thumbnails.tiles import HEAD, LABEL_GAP
from reader.ui.turning import DEGREES_A_QUARTER

SMALL = 0.9  # of the font: labels
FRAME = 2.5  # pixels of the frame of the page one reads
FRAME_GAP = 2.5
ROUNDING = 4.0
DOT = 5.0  # pixels of the mark before the number of dates
GAP = 4.0
LABEL_SIDE = 7.0  # pixels at the left and right of the label of the page one reads
ERROR_ICON = 22

Index = QModelIndex | QPersistentModelIndex


@outlives_faults
class TilePainter(QStyledItemDelegate):
    """Draws the tiles."""

    def __init__(
        self, tiles: PageTiles, session: Session, model: PageModel, pictures: SmallPictures, theme: Theme
    ) -> None:
        super().__init__(tiles)
        self._tiles, self._session, self._model = tiles, session, model
        self._pictures, self._theme, self._look = pictures, theme, PageLook(session, theme)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """All are alike."""
        return QSize(self._tiles.tiles.width, self._tiles.tiles.height)

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a tile."""
        page_index = index.row()
        if page_index >= self._session.pages.count:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tile, paper = option.rect, self.paper(option.rect, page_index)
        if page_index == self._tiles.hovered_page:
            self._fill(painter, QRectF(tile).adjusted(3, 2, -3, -2), "hover", 6)
        self._draw_page(painter, paper, page_index)
        self._draw_foot(painter, option, page_index)
        if self._tiles.hasFocus() and index == self._tiles.currentIndex():
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(tile).adjusted(3, 2, -3, -2), 6, 6)
        painter.restore()

    def paper(self, tile: QRect, page_index: int) -> QRect:
        """Where the page lies in its tile: in the middle, on the line of the labels."""
        tiles, size = self._tiles.tiles, self._tiles.shape_of(page_index)
        scale = tiles.scale_of(size)
        width, height = max(round(size.width * scale), 1), max(round(size.height * scale), 1)
        left = tile.left() + (tile.width() - width) // 2
        return QRect(left, tile.top() + HEAD + tiles.picture_height - height, width, height)

    def _fill(self, painter: QPainter, area: QRectF, color: str, rounding: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(color))
        painter.drawRoundedRect(area, rounding, rounding)

    def _draw_page(self, painter: QPainter, paper: QRect, page_index: int) -> None:
        edge = QRectF(paper)
        if page_index == self._tiles.current_page:
            out = FRAME_GAP + FRAME / 2
            painter.setPen(QPen(self._theme.color("accent"), FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge.adjusted(-out, -out, out, out), ROUNDING, ROUNDING)
        painter.fillRect(edge.adjusted(-1, -1, 1, 1), self._look.color("page_edge"))
        painter.fillRect(paper, self._look.color("paper"))
        picture = self._pictures.picture(page_index)
        if page_index in self._session.failed_pages:
            self._draw_failure(painter, paper)
        elif picture is not None and not picture.isNull():
            turned = picture.transformed(QTransform().rotate(DEGREES_A_QUARTER * self._tiles.turn))
            self._draw_picture(painter, paper, turned)

    def _draw_picture(self, painter: QPainter, paper: QRect, picture: QPixmap) -> None:
        """Pixel on pixel, or stretched until one of the right size comes."""
        ratio = self._tiles.devicePixelRatioF()
        if abs(picture.width() - paper.width() * ratio) <= ratio:
            picture.setDevicePixelRatio(ratio)
            painter.setClipRect(paper)
            painter.drawPixmap(paper.topLeft(), picture)
            painter.setClipping(False)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(paper, picture, picture.rect())

    def _draw_failure(self, painter: QPainter, paper: QRect) -> None:
        """A sign, and words under it where there is room."""
        words, font, middle = self._session.sentences("thumbnails.failed"), self._small_font(), paper.center()
        wraps = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        room = QRectF(paper.left() + 4, middle.y() + 4, paper.width() - 8, paper.height() / 2 - 6)
        has_room = room.contains(QFontMetricsF(font).boundingRect(room, wraps, words))
        top = middle.y() - (ERROR_ICON if has_room else ERROR_ICON // 2)
        ink = self._look.failure_ink
        icon = paint_icon("error", ink, ERROR_ICON * 2)
        painter.drawPixmap(QRect(middle.x() - ERROR_ICON // 2, top, ERROR_ICON, ERROR_ICON), icon)
        if has_room:
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(room, wraps, words)

    def _small_font(self) -> QFont:
        font = QFont(self._tiles.font())
        font.setPointSizeF(font.pointSizeF() * SMALL)
        return font

    def _draw_foot(self, painter: QPainter, option: QStyleOptionViewItem, page_index: int) -> None:
        """The label in the middle, or at the begin where it is long; at the end of the line the dates."""
        tiles, font = self._tiles.tiles, self._small_font()
        metrics = QFontMetricsF(font)
        middle = option.rect.left() + option.rect.width() / 2
        top = option.rect.top() + HEAD + tiles.picture_height + LABEL_GAP
        line = QRectF(middle - tiles.picture_width / 2, top, tiles.picture_width, metrics.height() + 2)
        count = str(self._model.dates_on(page_index) or "")
        taken = metrics.horizontalAdvance(count) + DOT + GAP if count else 0.0
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = line.width() - (taken + GAP if count else 0) - 2 * LABEL_SIDE
        label = metrics.elidedText(self._session.pages.label(page_index), Qt.TextElideMode.ElideMiddle, room)
        half = metrics.horizontalAdvance(label) / 2 + LABEL_SIDE
        if count and half > line.width() / 2 - taken - GAP:
            middle = line.right() - half if is_mirrored else line.left() + half
        name = QRectF(middle - half, line.top(), 2 * half, line.height())
        is_current = page_index == self._tiles.current_page
        if is_current:
            self._fill(painter, name, "accent", line.height() / 2)
        painter.setFont(font)
        painter.setPen(self._theme.color("accent_text" if is_current else "text_muted"))
        runs_left = is_right_to_left(label)  # else an ellipsis would stand at the wrong end in Arabic
        painter.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if runs_left else Qt.LayoutDirection.LeftToRight
        )
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, label)
        if count:
            self._draw_dates(painter, line, count, taken, is_mirrored=is_mirrored)

    def _draw_dates(
        self, painter: QPainter, line: QRectF, count: str, width: float, *, is_mirrored: bool
    ) -> None:
        """A dot in the colour of dates and their number."""
        area = QRectF(line.left() if is_mirrored else line.right() - width, line.top(), width, line.height())
        dot = area.right() - DOT / 2 if is_mirrored else area.left() + DOT / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("event"))
        painter.drawEllipse(QPointF(dot, area.center().y()), DOT / 2, DOT / 2)
        painter.setPen(self._theme.color("text_muted"))
        side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(area, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, count)

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The page, its dates, and why it cannot be shown."""
        if not index.isValid() or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), plain_tip(self._model.in_words(index.row())), view)
        return True
