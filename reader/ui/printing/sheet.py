"""Where a page stands on a sheet of paper, and the bands it is painted in. No Qt.

In: sizes of page and sheet, the printer's resolution. Out: a place in the printer's pixels, and bands that
follow each other from top to bottom, each small enough to be painted and handed over while the window lives.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from reader.document.model import Box, PageSize

# Above, paper shows no more of a page, and an A4 page takes 26 MB already.
MOST_DOTS_AN_INCH = 300
# 2.8 MB in Qt's form; drawing one held a busy machine's window up for 100 ms, three times as much for 222 ms.
BAND_PIXELS = 700_000


@dataclass(frozen=True, slots=True)
class Standing:
    """A page on its sheet, as large as fits, in the middle.

    Attributes:
        x, y, width, height: of the page, in the printer's pixels from the corner of what it can print on.
        scale: pixels a point the page is to be painted at.
    """

    x: int
    y: int
    width: int
    height: int
    scale: float


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a page: `clip` in points, and `top` of the printer's pixels down to `bottom`."""

    clip: Box
    top: int
    bottom: int


def is_landscape(size: PageSize) -> bool:
    """Whether the sheet is to be turned for this page."""
    return size.width > size.height


def stand(page: PageSize, sheet_width: int, sheet_height: int, dots_an_inch: int) -> Standing:
    """Fit a page (points) to a sheet (the printer's pixels)."""
    fit = min(sheet_width / page.width, sheet_height / page.height)
    width, height = max(1, round(page.width * fit)), max(1, round(page.height * fit))
    scale = fit * min(1.0, MOST_DOTS_AN_INCH / dots_an_inch)
    return Standing((sheet_width - width) // 2, (sheet_height - height) // 2, width, height, scale)


def bands(page: PageSize, place: Standing) -> Iterator[Band]:
    """The bands of a page; their edges lie between rows of painted pixels, so that no seam shows."""
    rows = max(1, ceil(page.height * place.scale))
    step = max(1, BAND_PIXELS // max(1, ceil(page.width * place.scale)))
    for first in range(0, rows, step):
        last = min(first + step, rows)
        bottom = page.height if last == rows else last / place.scale
        top_edge = place.y + round(first * place.height / rows)
        yield Band(
            Box(0, first / place.scale, page.width, bottom),
            top_edge,
            place.y + round(last * place.height / rows),
        )
