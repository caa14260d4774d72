"""The rows of the outline: what they look like, and choosing one with the mouse or the keys.

In: an `OutlineModel`. Out: `chosen` for a click, Enter and the space bar; arrows only move. The entry one is
reading (`current_node`) is marked; it is not where the keys are.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QPainter, QPen, QPolygonF, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from reader.text_direction import is_right_to_left
from reader.ui.actions import DATED_STEPS
from reader.ui.chosen_rows import CHOOSING_KEYS
from reader.ui.contents.outline_model import OutlineModel
from reader.ui.contents.outline_tree import ROOT
from reader.ui.painting_guard import guarded, outlives_faults
from reader.ui.plain_text import plain_tip
from reader.ui.theme import Theme

INDENT = 16  # pixels a level
PADDING = 5  # over and under a title
GAP = 10  # between the title, its page and the edge
STRIP = 3  # the coloured edge of the current row
ARROW = 3.5  # half the height of the arrow before what has more under it
SMALL = 0.9  # of the font: the pages
WIDEST_PAGE = 0.3  # of the row: a label may be anything

Index = QModelIndex | QPersistentModelIndex


@outlives_faults
class OutlineRows(QTreeView):
    """The rows."""

    chosen = Signal(QModelIndex)
    folded = Signal()  # rows were opened or closed

    def __init__(self, model: OutlineModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._theme = model, theme
        self.current_node = ROOT
        self.open_nodes: set[int] = set()  # the entries whose parts are shown
        self._hovered = ROOT
        self.setModel(model)
        self.setItemDelegate(_Titles(self, model, theme))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self.chosen)
        self.entered.connect(self._hover)
        self.expanded.connect(self._note_open)
        self.collapsed.connect(self._note_closed)

    @property
    def is_pointed_at(self) -> bool:
        """Whether the mouse is on the rows."""
        return self._hovered != ROOT

    def open_only(self, nodes: Iterable[int]) -> None:
        """Show the parts of these entries, and of no other."""
        branching = self._model.branching_nodes()
        self.open_nodes = branching.intersection(nodes)
        with QSignalBlocker(self):  # else it tells of each of some thousands
            if self.open_nodes == branching:
                self.expandAll()
            else:
                self.collapseAll()
                for node in self.open_nodes:
                    self.expand(self._model.index_of(node))
        self.folded.emit()

    def visible_node(self, node: int) -> int:
        """An entry, or the nearest above it that is shown and not hidden in a closed one; else `ROOT`."""
        found = ROOT
        for each in (*reversed(self._model.tree.above(node)), node):
            index = self._model.index_of(each)
            if not index.isValid():
                break
            found = each
            if not self.isExpanded(index):
                break
        return found

    def mark(self, node: int) -> None:
        """Mark the entry one is reading; `ROOT` for none."""
        if node != self.current_node:
            self.current_node = node
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses; arrows move, open and close."""
        if event.key() in CHOOSING_KEYS and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        elif event.text() in DATED_STEPS:
            event.ignore()  # or a heading that begins so would be looked for
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The mouse is elsewhere."""
        self._hovered = ROOT
        self.viewport().update()
        super().leaveEvent(event)

    def _note_open(self, index: QModelIndex) -> None:
        self.open_nodes.add(index.internalId())
        self.folded.emit()

    def _note_closed(self, index: QModelIndex) -> None:
        self.open_nodes.discard(index.internalId())
        self.folded.emit()

    def _hover(self, index: QModelIndex) -> None:
        self._hovered = index.internalId()
        self.viewport().update()

    @guarded
    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """The ground of a whole row, then the row."""
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        if index.internalId() == self.current_node:
            painter.fillRect(row, self._theme.color("accent_soft"))
            left = row.right() - STRIP + 1 if self.isRightToLeft() else row.left()
            painter.fillRect(QRect(left, row.top(), STRIP, row.height()), self._theme.color("accent"))
        elif index.internalId() == self._hovered:
            painter.fillRect(row, self._theme.color("hover"))
        super().drawRow(painter, option, index)
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRect(QRectF(row).adjusted(1, 1, -1, -1))

    @guarded
    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802 - Qt's name
        """An arrow before what has more under it."""
        if not self._model.hasChildren(index):
            return
        is_mirrored = self.isRightToLeft()
        middle = QPointF(
            rect.left() + INDENT / 2 if is_mirrored else rect.right() - INDENT / 2 + 1,
            rect.center().y() + 0.5,
        )
        along, across = ARROW / 2, ARROW
        points: tuple[tuple[float, float], ...]
        if self.isExpanded(index):
            points = ((-across, -along), (0, along), (across, -along))
        else:
            way = -1 if is_mirrored else 1
            points = ((-along * way, -across), (along * way, 0), (-along * way, across))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text_muted"), 1.5))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in points]))
        painter.restore()


@outlives_faults
class _Titles(QStyledItemDelegate):
    """Draws a title, in the direction of its own words, and its page at the far edge."""

    def __init__(self, rows: OutlineRows, model: OutlineModel, theme: Theme) -> None:
        super().__init__(rows)
        self._rows, self._model, self._theme = rows, model, theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As high as a line."""
        return QSize(120, round(QFontMetricsF(option.font).height() + 2 * PADDING))

    @guarded
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row; its ground is there."""
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        title_area, page_area, page, small = self._areas(option, index)
        years = self._model.years(index)
        entry = self._model.entry(index)
        title = self._model.data(index) or ""
        is_current = index.internalId() == self._rows.current_node
        is_plain = entry.page_index is not None and self._model.is_match(index)
        font = QFont(option.font)
        if is_current:
            font.setWeight(QFont.Weight.DemiBold)
        painter.save()
        painter.setPen(self._theme.color("text" if is_plain else "text_muted"))
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(title, Qt.TextElideMode.ElideRight, title_area.width())
        painter.drawText(title_area, shown, _line(is_mirrored, is_right_to_left(title)))
        painter.setPen(self._theme.color("text_muted"))
        painter.setFont(small)
        painter.drawText(page_area, page, _line(not is_mirrored, is_right_to_left(page)))
        needed = (
            QFontMetricsF(font).horizontalAdvance(title) + GAP + QFontMetricsF(small).horizontalAdvance(years)
        )
        if years and needed <= title_area.width():
            painter.drawText(title_area, years, _line(not is_mirrored, is_mirrored))
        painter.restore()

    def helpEvent(  # noqa: N802 - Qt's name
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """The whole title of a row that has no room for it, and the years its pages speak of."""
        if not index.isValid() or event.type() != QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        self.initStyleOption(option, index)
        title, years = self._model.data(index) or "", self._model.years(index)
        is_cut = QFontMetricsF(option.font).horizontalAdvance(title) > self._areas(option, index)[0].width()
        lines = [title] if is_cut else []
        lines += [self._model.years_in_words(index)] if years else []
        QToolTip.showText(event.globalPos(), plain_tip("\n".join(lines)), view)
        return True

    def _areas(self, option: QStyleOptionViewItem, index: Index) -> tuple[QRectF, QRectF, str, QFont]:
        """Where the title stands and where its page, what that says, and in which font."""
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * SMALL)
        metrics = QFontMetricsF(small)
        row = QRectF(option.rect).adjusted(2, 0, -2, 0)
        page = metrics.elidedText(
            self._model.label(index), Qt.TextElideMode.ElideRight, self._rows.viewport().width() * WIDEST_PAGE
        )
        width = metrics.horizontalAdvance(page) + 2 if page else 0.0
        if option.direction == Qt.LayoutDirection.RightToLeft:
            page_area = QRectF(row.left() + GAP, row.top(), width, row.height())
            title_area = row.adjusted(GAP + width + (GAP if page else 0), 0, 0, 0)
        else:
            page_area = QRectF(row.right() - GAP - width, row.top(), width, row.height())
            title_area = row.adjusted(0, 0, -GAP - width - (GAP if page else 0), 0)
        return title_area, page_area, page, small


def _line(at_right: bool, right_to_left: bool) -> QTextOption:  # noqa: FBT001 - two sides of a row
    """How one line is set: at which edge, and in which direction its words run."""
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    option = QTextOption(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
    directions = Qt.LayoutDirection
    option.setTextDirection(directions.RightToLeft if right_to_left else directions.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
