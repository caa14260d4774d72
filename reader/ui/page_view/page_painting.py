"""How a page is drawn: shadow, paper, picture, and the dated expressions marked on it.

In: a painter over the view, the layout, what is selected and hovered. How marks go into the paper is told by
`page_look`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from reader.document.model import Box
from reader.timeline.model import Event, EventKind
from reader.ui.event_places import DatedParagraph, Expression, blocks
from reader.ui.page_look import PageLook
from reader.ui.page_view.page_layout import PageLayout, Rect
from reader.ui.page_view.page_pictures import PagePictures
from reader.ui.page_view.text_selector import TextSelector
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme, paint_icon
from reader.ui.turning import DEGREES_A_QUARTER, is_sideways, turned_box, turned_sizes

SHADOW_STEPS = 4  # pixels the shadow reaches
BAND_PADDING = 5.0  # pixels around a paragraph
STRONG_PADDING = 1.5
TICK_WIDTH = 3.0
TICK_DISTANCE = 12.0  # pixels beside the paragraph
TICK_REACH = 7.0  # pixels around a tick that count as it
UNDERLINE_ALPHA = 150
HIT_EDGE = 1.6
HIT_ROUNDING = 2.5
ERROR_ICON = 40


@dataclass(frozen=True, slots=True)
class Spot:
    """Which page is drawn, and the place of the column (`origin`) in the upper left corner of the view."""

    layout: PageLayout
    index: int
    origin: QPointF

    def rect(self, box: Box) -> QRectF:
        """A box of the page as a rectangle of the view."""
        return self.seen(self.layout.to_pixels(self.index, box))

    def seen(self, rect: Rect) -> QRectF:
        """A rectangle of the column as one of the view."""
        return QRectF(rect.x - self.origin.x(), rect.y - self.origin.y(), rect.width, rect.height)


@dataclass(frozen=True, slots=True)
class PagePainter:
    """Draws the pages of a session in the colours of a theme."""

    session: Session
    theme: Theme
    pictures: PagePictures
    look: PageLook
    search: SearchSession | None = None
    selector: TextSelector | None = None

    def draw(self, painter: QPainter, spot: Spot, ratio: float) -> None:
        """Draw a page on the view; `ratio`: device pixels a logical pixel."""
        index, target = spot.index, spot.seen(spot.layout.page_rect(spot.index))
        self._draw_paper(painter, target)
        painter.save()
        painter.setClipRect(target)
        if index in self.session.failed_pages:
            self._draw_failure(painter, target, self.session.failed_pages[index])
        else:
            self._draw_picture(painter, spot, target, ratio)
            self._draw_marks(painter, spot)
        painter.restore()

    def _draw_paper(self, painter: QPainter, target: QRectF) -> None:
        shadow = self.theme.color("shadow")
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW_STEPS, 0, -1):
            shade = QColor(shadow)
            shade.setAlpha(shadow.alpha() // (step + 1))
            painter.setBrush(shade)
            painter.drawRoundedRect(target.adjusted(-step, -step + 1, step, step + 1), step, step)
        painter.fillRect(target.adjusted(-1, -1, 1, 1), self.look.color("page_edge"))
        painter.fillRect(target, self.look.color("paper"))

    def _draw_picture(self, painter: QPainter, spot: Spot, target: QRectF, ratio: float) -> None:
        index, scale, turn = spot.index, spot.layout.scale_of(spot.index), spot.layout.turn
        found = self.pictures.whole(index, scale * ratio, turn)
        if found is None:
            self._draw_placeholder(painter, target, scale, index)
        elif found.is_exact:
            found.picture.setDevicePixelRatio(ratio)
            # Pixel on pixel: stretching would blur the text.
            painter.drawPixmap(target.topLeft(), found.picture)
        else:
            _draw_stretched(painter, target, found.picture, turn - found.turn)
        for clip, tile in self.pictures.tiles(index, scale * ratio, turn):
            tile.setDevicePixelRatio(ratio)
            corner = QPointF(clip.x0 * scale, clip.y0 * scale)
            painter.drawPixmap(target.topLeft() + corner, tile)

    def _draw_placeholder(self, painter: QPainter, target: QRectF, scale: float, index: int) -> None:
        font = QFont(painter.font())
        font.setPixelSize(max(int(28 * scale), 8))
        painter.setFont(font)
        painter.setPen(self.look.color("page_edge"))
        painter.drawText(target, Qt.AlignmentFlag.AlignCenter, self.session.pages.label(index))

    def _draw_failure(self, painter: QPainter, target: QRectF, sentence: str) -> None:
        icon = paint_icon("error", self.look.failure_ink, ERROR_ICON * 2)
        icon.setDevicePixelRatio(2)
        middle = target.center()
        painter.drawPixmap(QPointF(middle.x() - ERROR_ICON / 2, middle.y() - ERROR_ICON - 12), icon)
        painter.setPen(self.look.failure_ink)
        room = QRectF(target.left() + 30, middle.y(), target.width() - 60, target.height() / 2)
        painter.drawText(
            room,
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap,
            sentence,
        )

    # ── marks

    def _draw_marks(self, painter: QPainter, spot: Spot) -> None:
        index = spot.index
        session = self.session
        selected = session.event_of(session.selected_id)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(self.look.blending)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected:
            self._fill(painter, spot, paragraph_blocks(selected, index), "band_soft", BAND_PADDING)
        for part in session.places.expressions(index):
            if part.event.id == session.selected_id or part.event.kind is EventKind.HEADER:
                continue
            hovered = part.event.id == session.hovered_id
            if hovered or session.shows(part.event.kind):
                self._mark_expression(painter, spot, part, hovered)
        if selected:
            boxes = [place.box for m in selected.mentions for place in m.boxes if place.page_index == index]
            self._fill(painter, spot, boxes, "band_strong", STRONG_PADDING)
        if self.search is not None:
            self._draw_hits(painter, spot, self.search)
        if self.selector is not None:
            self._fill(painter, spot, self.selector.boxes(index), "selected_text", 0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for paragraph in session.places.paragraphs(index):
            self._draw_tick(painter, spot, paragraph)

    def _fill(self, painter: QPainter, spot: Spot, boxes: Iterable[Box], color: str, padding: float) -> None:
        painter.setBrush(self.look.color(color))
        for box in boxes:
            area = spot.rect(box).adjusted(-padding, -padding, padding, padding)
            painter.drawRoundedRect(area, padding, padding)

    def _draw_hits(self, painter: QPainter, spot: Spot, search: SearchSession) -> None:
        """Every hit of the search; the one a person is at is stronger, and has an edge."""
        for mark in search.marks(spot.index):
            is_current = mark.hit == search.current
            area = spot.rect(mark.box).adjusted(-1, 0, 1, 0)
            painter.setPen(QPen(self.look.color("hit_edge"), HIT_EDGE) if is_current else Qt.PenStyle.NoPen)
            painter.setBrush(self.look.color("hit_current" if is_current else "hit"))
            painter.drawRoundedRect(area, HIT_ROUNDING, HIT_ROUNDING)
        painter.setPen(Qt.PenStyle.NoPen)

    def _mark_expression(self, painter: QPainter, spot: Spot, part: Expression, hovered: bool) -> None:  # noqa: FBT001 - a state
        area = spot.rect(part.box)
        if hovered:
            painter.setBrush(self.look.color("band_hover"))
            painter.drawRoundedRect(area.adjusted(-2, -1, 2, 2), 2, 2)
        ink = self.look.ink(part.event.kind)
        ink.setAlpha(255 if hovered else UNDERLINE_ALPHA)
        painter.setPen(QPen(ink, 1.4))
        painter.drawLine(underline(spot, part.box))
        painter.setPen(Qt.PenStyle.NoPen)

    def _draw_tick(self, painter: QPainter, spot: Spot, paragraph: DatedParagraph) -> None:
        shown = [event for event in paragraph.events if self.session.shows(event.kind)]
        if not shown:
            return
        ink = self.look.ink(shown[0].kind)
        is_chosen = any(event.id in {self.session.selected_id, self.session.hovered_id} for event in shown)
        ink.setAlpha(255 if is_chosen else UNDERLINE_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(spot.seen(tick_rect(spot.layout, spot.index, paragraph)), 1.5, 1.5)


def paragraph_blocks(event: Event, index: int) -> tuple[Box, ...]:
    """The blocks of the paragraphs of an event that lie on a page, each once."""
    lines = {
        mention.paragraph.id: [place.box for place in mention.paragraph.boxes if place.page_index == index]
        for mention in event.mentions
    }
    return tuple(block for boxes in lines.values() for block in blocks(boxes))


def _draw_stretched(painter: QPainter, target: QRectF, picture: QPixmap, quarters: int) -> None:
    """Fill `target` with a picture turned clockwise by `quarters`, until a sharp one is there."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(target.center())
    painter.rotate(DEGREES_A_QUARTER * quarters)
    size = target.size().transposed() if is_sideways(quarters) else target.size()
    area = QRectF(QPointF(-size.width() / 2, -size.height() / 2), size)
    painter.drawPixmap(area, picture, QRectF(picture.rect()))
    painter.restore()


def underline(spot: Spot, box: Box) -> QLineF:
    """The line under an expression: under words that run across the view, else at their foot on the page.

    A page that was put the wrong way into the scanner is turned to be read, and its lines run across then.
    """
    area = spot.rect(box)
    if area.width() >= area.height():
        return QLineF(area.bottomLeft(), area.bottomRight()).translated(0, 1)
    foot = box.y1 + 1 / spot.layout.scale_of(spot.index)
    line = spot.rect(Box(box.x0, foot, box.x1, foot))
    return QLineF(line.topLeft(), line.bottomRight())


def tick_rect(layout: PageLayout, index: int, paragraph: DatedParagraph) -> Rect:
    """Where the tick of a paragraph stands, in the column: beside the begin of its lines, inside the page.

    Lines that run across the view begin there at its left, or right; others, on the page as it is printed.
    """
    turn = layout.turn if paragraph.is_sideways == is_sideways(layout.turn) else 0
    size, scale = layout.printed_size(index), layout.scale_of(index)
    text, (shown,) = turned_box(paragraph.box, size, turn), turned_sizes((size,), turn)
    width, distance = TICK_WIDTH / scale, TICK_DISTANCE / scale
    x = max(text.x0 - distance, width)
    if paragraph.is_right_to_left:
        x = min(text.x1 + distance, shown.width - width) - width
    return layout.to_pixels(index, turned_box(Box(x, text.y0, x + width, text.y1), shown, -turn))


def tick_holds(layout: PageLayout, index: int, paragraph: DatedParagraph, x: float, y: float) -> bool:
    """Whether a place of the column is on the tick of a paragraph, or so near that it is meant."""
    tick = tick_rect(layout, index, paragraph)
    across, down = max(tick.width / 2, TICK_REACH), max(tick.height / 2, TICK_REACH)
    is_beside = abs(x - tick.x - tick.width / 2) <= across
    return is_beside and abs(y - tick.y - tick.height / 2) <= down
