"""How the small pictures of pages are laid out: how many stand beside each other, and how large. No Qt.

In: the room there is, the sizes of the pages. Out: one size for all tiles, so that a row of ten thousand is
found by division; a page of another shape is fitted into its tile.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median

from reader.document.model import PageSize

SIDE = 16  # pixels at the left and right of a picture, of which the frame of the page in view takes some
HEAD, FOOT = 12, 8  # pixels over a picture and under its label
LABEL_GAP = 6
# Pictures grow with the room in steps: a pane that is drawn wider does not have them painted at each pixel.
STEP = 16
NARROWEST, WIDEST = 96, 128  # pixels of a picture: its headings can be told apart, two stand over each other
LOOKED_AT = 100  # pages that tell the shape of a tile
FLATTEST, TALLEST = 0.5, 1.5  # height by width


@dataclass(frozen=True, slots=True)
class Tiles:
    """The sizes in logical pixels."""

    columns: int
    width: int
    height: int
    picture_width: int
    picture_height: int

    def scale_of(self, size: PageSize) -> float:
        """Logical pixels a point at which a page fits."""
        return min(self.picture_width / size.width, self.picture_height / size.height)

    def between(self, top: int, bottom: int, count: int) -> range:
        """The pages, of `count`, that are at least partly between two heights of the column of rows."""
        first = max(top // self.height, 0) * self.columns
        return range(min(first, count), min((bottom // self.height + 1) * self.columns, count))


def tiles_for(room: int, label_height: int, sizes: Sequence[PageSize]) -> Tiles:
    """The layout in `room` pixels of width, with labels `label_height` high under the pages."""
    columns = max(room // (WIDEST + 2 * SIDE - STEP), 1)
    width = room // columns
    picture_width = min(max((width - 2 * SIDE) // STEP * STEP, NARROWEST), WIDEST)
    shapes = [size.height / size.width for size in islice(sizes, LOOKED_AT)]
    shape = min(max(median(shapes), FLATTEST), TALLEST) if shapes else TALLEST
    picture_height = round(picture_width * shape)
    height = HEAD + picture_height + LABEL_GAP + label_height + FOOT
    return Tiles(columns, width, height, picture_width, picture_height)
