"""Pages turned by quarters: from the page as it is printed to the page as it is shown, and back. No Qt.

In: sizes, boxes and places of pages in points, and how many quarters clockwise the view is turned (0 to 3).
Out: the same on the turned page, whose origin is its own upper left corner. The way back is to turn by as
many quarters the other way.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.document.model import Box, PageSize
from reader.ui.history import Place

QUARTERS = 4
DEGREES_A_QUARTER = 90


def is_sideways(turn: int) -> bool:
    """Whether what runs across the page as it is printed runs down, or up, the page as it is shown."""
    return turn % 2 == 1


def turned_sizes(sizes: Sequence[PageSize], turn: int) -> tuple[PageSize, ...]:
    """The sizes of turned pages; pages alike share one value, for a book has thousands."""
    if not is_sideways(turn):
        return tuple(sizes)
    swapped = {size: PageSize(size.height, size.width) for size in set(sizes)}
    return tuple(swapped[size] for size in sizes)


def turned_box(box: Box, size: PageSize, turn: int) -> Box:
    """A box of a page of that size, on the page turned clockwise by `turn` quarters."""
    match turn % QUARTERS:
        case 1:
            return Box(size.height - box.y1, box.x0, size.height - box.y0, box.x1)
        case 2:
            return Box(size.width - box.x1, size.height - box.y1, size.width - box.x0, size.height - box.y0)
        case 3:
            return Box(box.y0, size.width - box.x1, box.y1, size.width - box.x0)
    return box


def turned_top(place: Place, height: float, turn: int) -> float:
    """How far down its page, `height` points high as it is shown, a place lies in a view turned by `turn`.

    A place says how far down it lies, and of which turn of the page; of one turned by a quarter more or less
    that tells nothing, and its page begins.
    """
    apart = (turn - place.turn) % QUARTERS
    if apart == 0 or place.top <= 0:
        return place.top
    return height - place.top if apart == QUARTERS / 2 else 0.0
