"""Points on pages <-> pixels of the view: where each page lies in one long column of rows. No Qt.

The one place that knows by how much the pages are turned (`turning.py`): boxes and points, as others speak of
them, are of the page as it is printed. Pixels are the logical pixels of the widget; the screen's own pixel
ratio is no concern here. Vertical places follow from sums of page heights made once, so zooming a book of
10,000 pages costs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import inf

from reader.document.model import Box, PageSize
from reader.ui.event_places import PageStretch
from reader.ui.history import Place
from reader.ui.page_view.page_rows import ONE_A_ROW, PageRows
from reader.ui.turning import is_sideways, turned_box, turned_sizes, turned_top

PIXELS_PER_POINT = 96 / 72  # what 100 % means
SMALLEST, LARGEST = 0.08 * PIXELS_PER_POINT, 32 * PIXELS_PER_POINT
GAP = 14  # pixels between rows of pages
FOLD = 6  # … between two pages of a row: they belong together
MARGIN = 18  # pixels around the column
ROUNDING = 1e-6  # a page of the usual size is shown at the very scale, whatever the division left over
ZOOM_STEPS = (
    0.1,
    0.25,
    0.33,
    0.5,
    0.67,
    0.75,
    0.9,
    1,
    1.1,
    1.25,
    1.5,
    1.75,
    2,
    2.5,
    3,
    4,
    6,
    8,
    12,
    16,
    24,
    32,
)


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in pixels: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A column of rows of pages at one scale (pixels a point) in a view of a certain size (pixels).

    `sizes` are those of the pages as they are shown, turned clockwise by `turn` quarters.
    """

    sizes: tuple[PageSize, ...]
    tops: tuple[float, ...]  # heights of the rows before each, in points; one more than rows
    widest: float
    usual: PageSize
    scale: float = PIXELS_PER_POINT
    view_width: float = 800.0
    view_height: float = 600.0
    # What each page is shown at, as a part of `scale`; empty where all are shown at the very scale.
    shares: tuple[float, ...] = ()
    turn: int = 0
    rows: PageRows = ONE_A_ROW

    @classmethod
    def of(cls, sizes: Sequence[PageSize], turn: int = 0, rows: PageRows = ONE_A_ROW) -> PageLayout:
        """A layout of pages of `sizes`, turned by `turn` quarters, at 100 %; one page at least.

        Raises:
            ValueError: no pages.
        """
        beside = rows if len(sizes) > 1 else ONE_A_ROW  # nothing is to stand beside a single sheet
        return replace(cls._in_column(turned_sizes(sizes, turn), beside), turn=turn)

    @classmethod
    def _in_column(cls, sizes: Sequence[PageSize], rows: PageRows) -> PageLayout:
        if not sizes:
            raise ValueError("a layout needs a page")
        tops = tuple(accumulate(rows.heights([size.height for size in sizes]), initial=0.0))
        usual = Counter(sizes).most_common(1)[0][0]
        return cls(tuple(sizes), tops, max(size.width for size in sizes), usual, rows=rows)

    # ── scales

    def scaled(self, scale: float) -> PageLayout:
        """The same at another scale, held within the limits, which is that of every page."""
        column = PageLayout._in_column(self.sizes, self.rows) if self.shares else self
        return replace(
            column,
            turn=self.turn,
            scale=min(max(scale, SMALLEST), LARGEST),
            view_width=self.view_width,
            view_height=self.view_height,
        )

    def fitted(self, *, whole: bool) -> PageLayout:
        """The pages fitted to the view's width, or to be seen whole.

        One larger than usual is shown smaller: a landscape page among upright ones neither shrinks the others
        nor reaches out of sight.
        """
        column = self.scaled(self.fit_page_scale if whole else self.fit_width_scale)
        parts = {size: column.share_of(size, whole=whole) for size in set(self.sizes)}
        if min(parts.values()) >= 1:
            return column
        shares = tuple(parts[size] for size in self.sizes)
        heights = [size.height * share for size, share in zip(self.sizes, shares, strict=True)]
        widest = max(size.width * part for size, part in parts.items())
        tops = tuple(accumulate(self.rows.heights(heights), initial=0.0))
        return replace(column, shares=shares, tops=tops, widest=widest)

    def share_of(self, size: PageSize, *, whole: bool) -> float:
        """The part of `scale` at which a page of that size fits the view; 1 where it does at `scale`."""
        across = self.room_across / (size.width * self.scale)
        down = max(self.view_height - 2 * MARGIN, 1) / (size.height * self.scale) if whole else across
        share = min(1.0, across, down)
        return share if share < 1 - ROUNDING else 1.0

    def scale_of(self, index: int) -> float:
        """The scale a page is shown at, in pixels a point."""
        return self.scale * self.shares[index] if self.shares else self.scale

    def viewed(self, width: float, height: float) -> PageLayout:
        """The same in a view of another size."""
        return replace(self, view_width=width, view_height=height)

    @property
    def room_across(self) -> float:
        """The pixels that the view's width has for each page of a row."""
        return max((self.view_width - 2 * MARGIN - self._folds) / self.rows.across, 1)

    @property
    def _folds(self) -> float:
        return FOLD * (self.rows.across - 1)

    @property
    def fit_width_scale(self) -> float:
        """The scale at which pages of the usual size fill the view's width: a fold-out shrinks no book."""
        return self.room_across / self.usual.width

    @property
    def fit_page_scale(self) -> float:
        """The scale at which a page of the usual size is seen whole."""
        return min(self.fit_width_scale, max(self.view_height - 2 * MARGIN, 1) / self.usual.height)

    @property
    def percent(self) -> int:
        """The zoom as it is shown."""
        return self.percent_of(self.scale)

    @staticmethod
    def percent_of(scale: float) -> int:
        """A scale as it is shown."""
        return round(100 * scale / PIXELS_PER_POINT)

    def next_scale(self, direction: int, scale: float | None = None) -> float:
        """The next of the usual zoom steps from `scale` (the layout's own), up (1) or down (-1)."""
        zoom = (scale or self.scale) / PIXELS_PER_POINT
        near = 0.01  # a fitted scale just beside a step must not take a step one cannot see
        if direction > 0:
            return PIXELS_PER_POINT * next((z for z in ZOOM_STEPS if z > zoom * (1 + near)), ZOOM_STEPS[-1])
        return PIXELS_PER_POINT * next(
            (z for z in reversed(ZOOM_STEPS) if z < zoom * (1 - near)), ZOOM_STEPS[0]
        )

    # ── pixels of the column

    @property
    def content_width(self) -> float:
        """Width of the column with its margins, at least the view's."""
        return max(self.view_width, self.rows.across * self.widest * self.scale + self._folds + 2 * MARGIN)

    @property
    def content_height(self) -> float:
        """Height of the column with its margins."""
        return self.tops[-1] * self.scale + GAP * (len(self.tops) - 2) + 2 * MARGIN

    def page_rect(self, index: int) -> Rect:
        """Where a page lies in the column, on whole pixels so that its edges are sharp."""
        size = self.sizes[index]
        scale = self.scale_of(index)
        width, height = size.width * scale, size.height * scale
        middle = self.content_width / 2
        if not self.rows.in_pairs:
            x = middle - width / 2
        elif self.rows.is_left(index):
            x = middle - FOLD / 2 - width
        else:
            x = middle + FOLD / 2
        return Rect(round(x), round(self._top(self.rows.row_of(index))), round(width), round(height))

    def pages_in(self, sight: Rect) -> list[int]:
        """The pages any part of which lies in a rectangle of the column, in the order of reading."""
        pages = self.pages_between(sight.y, sight.y + sight.height)
        return [index for index in pages if self._is_across(index, sight)]

    def _is_across(self, index: int, sight: Rect) -> bool:
        page = self.page_rect(index)
        return page.x < sight.x + sight.width and page.x + page.width > sight.x

    def page_at(self, y: float, x: float | None = None) -> int:
        """The page at a height of the column, the first of its row or the one at `x`; gaps belong to it."""
        pages = self.rows.pages_of(self.row_at(y), len(self.sizes))
        if x is None or len(pages) == 1:
            return pages.start
        return next(index for index in pages if self.rows.is_left(index) == (x < self.content_width / 2))

    def row_at(self, y: float) -> int:
        """The row at a height of the column; a gap belongs to the row above it."""
        low, high = 0, len(self.tops) - 1
        while low < high:
            middle = (low + high) // 2
            if self._top(middle) <= y:
                low = middle + 1
            else:
                high = middle
        return max(low - 1, 0)

    def pages_between(self, top: float, bottom: float) -> range:
        """The pages any part of which lies between two heights of the column."""
        first, count = self.row_at(top), len(self.sizes)
        rects = [self.page_rect(index) for index in self.rows.pages_of(first, count)]
        if all(rect.y + rect.height <= top for rect in rects) and first < len(self.tops) - 2:
            first += 1
        return range(self.rows.first_of(first), self.rows.pages_of(self.row_at(bottom), count).stop)

    def _top(self, row: int) -> float:
        return MARGIN + self.tops[row] * self.scale + row * GAP

    # ── points <-> pixels

    def to_pixels(self, index: int, box: Box) -> Rect:
        """A box of a page as a rectangle of the column."""
        page, scale = self.page_rect(index), self.scale_of(index)
        box = turned_box(box, self.printed_size(index), self.turn)
        return Rect(
            page.x + box.x0 * scale,
            page.y + box.y0 * scale,
            (box.x1 - box.x0) * scale,
            (box.y1 - box.y0) * scale,
        )

    def to_points(self, x: float, y: float) -> tuple[int, float, float]:
        """The page at a place of the column and the point on it; beside the page the point lies outside."""
        index = self.page_at(y, x)
        page, scale = self.page_rect(index), self.scale_of(index)
        shown_x, shown_y = (x - page.x) / scale, (y - page.y) / scale
        point = self._printed(index, Box(shown_x, shown_y, shown_x, shown_y))
        return index, point.x0, point.y0

    def stretch(self, index: int, top: float, bottom: float) -> PageStretch:
        """The part of a page between two heights of the column."""
        page, scale = self.page_rect(index), self.scale_of(index)
        band = self._printed(index, Box(-inf, (top - page.y) / scale, inf, (bottom - page.y) / scale))
        return PageStretch(index, band.y0, band.y1, band.x0, band.x1)

    def printed_size(self, index: int) -> PageSize:
        """The size of a page as it is printed."""
        size = self.sizes[index]
        return PageSize(size.height, size.width) if is_sideways(self.turn) else size

    def _printed(self, index: int, box: Box) -> Box:
        """A box of the page as it is shown on the page as it is printed."""
        return turned_box(box, self.sizes[index], -self.turn)

    def place_of(self, sight: Rect) -> Place:
        """The page at the upper edge of what is seen, and how far down it; negative in the gap above it."""
        index = self.page_seen(sight.y + GAP, sight)
        top = (sight.y - self.page_rect(index).y) / self.scale_of(index)
        return Place(index, top, turn=self.turn)

    def page_named(self, sight: Rect) -> int:
        """The page one would name as the present one of what is seen."""
        return self.page_seen(sight.y + self.view_height / 3, sight)

    def page_seen(self, y: float, sight: Rect) -> int:
        """The page at a height of the column: of two beside each other the first that is in sight."""
        row = self.row_at(y)
        return next(iter(self.seen_of(row, sight)), self.rows.first_of(row))

    def seen_of(self, row: int, sight: Rect) -> list[int]:
        """The pages of a row that lie between the sides of what is seen, in the order of reading."""
        return [index for index in self.rows.pages_of(row, len(self.sizes)) if self._is_across(index, sight)]

    def side_to_show(self, index: int, sight: Rect) -> float:
        """Where the left edge of what is seen is to lie, to show a page from where its lines begin."""
        page = self.page_rect(index)
        if self.rows.from_right:
            return page.x + page.width + FOLD / 2 - sight.width
        return page.x - FOLD / 2

    def height_of(self, place: Place) -> float:
        """The height of the column at which a place lies: the way back from `place_of`.

        The gap above a page is as wide at every scale: what lay in it, in points, still does at a larger one,
        or it would lie on the page before.
        """
        index = place.page_index
        top = turned_top(place, self.sizes[index].height, self.turn)
        gap = GAP - 1 if self.rows.row_of(index) else MARGIN
        return self.page_rect(index).y + max(top * self.scale_of(index), -gap)
