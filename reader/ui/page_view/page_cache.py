"""Painted pages kept for reuse, the least recently shown thrown away first, within a limit of bytes.

What is wanted just now is kept whatever it takes: on a large screen a page and its neighbours alone are more
than the limit, and a picture that was dropped would be asked for again at once, without end. The key says
what a picture shows: page, device pixels a point, and the part of the page (None: all of it).
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace

from PySide6.QtGui import QPixmap

from reader.document.model import Box

BYTES_A_PIXEL = 4
# An A4 page across a 1080p window takes about 4 MB, on a 4K screen 16 MB. Twelve pages are at hand, which is
# as far as one leafs back; a page beyond them is painted anew in 20 ms. The whole program is to take no more
# than 320 MB with 1,000 pages open, read through or not.
LIMIT = 48 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class PictureKey:
    """What a picture shows. Scales are device pixels a point, rounded to compare.

    A clip is a part of the page as it is shown, turned clockwise by `turn` quarters; a page may be `dark`.
    """

    page_index: int
    scale: float
    clip: Box | None = None
    turn: int = 0
    dark: bool = False


class PageCache:
    """Pictures by key. The newest is always kept, and what is wanted, however large they are."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._bytes = 0
        self._pictures: OrderedDict[PictureKey, QPixmap] = OrderedDict()
        self._whole: dict[int, list[PictureKey]] = {}
        self._wanted: frozenset[PictureKey] = frozenset()

    @property
    def bytes(self) -> int:
        """What the pictures take."""
        return self._bytes

    def put(self, key: PictureKey, picture: QPixmap) -> None:
        """Keep a picture; older ones go where room is needed."""
        self._drop(key)
        self._pictures[key] = picture
        self._bytes += _size(picture)
        if key.clip is None:
            self._whole.setdefault(key.page_index, []).append(key)
        for old in [old for old in self._pictures if old != key and old not in self._wanted]:
            if self._bytes <= self._limit:
                break
            self._drop(old)

    def want(self, keys: frozenset[PictureKey]) -> None:
        """These are to be kept from now on, and no others before."""
        self._wanted = keys

    def get(self, key: PictureKey) -> QPixmap | None:
        """The very picture, or None."""
        picture = self._pictures.get(key)
        if picture is not None:
            self._pictures.move_to_end(key)
        return picture

    def nearest(self, wanted: PictureKey) -> tuple[PictureKey, QPixmap] | None:
        """A picture of a whole page, the nearest to the wanted one, to be turned and stretched meanwhile."""
        keys = self._whole.get(wanted.page_index)
        if not keys:
            return None
        # A page of the other look would flash: it stands in only where there is no other.
        key = min(
            keys,
            key=lambda key: (key.dark != wanted.dark, key.turn != wanted.turn, abs(key.scale - wanted.scale)),
        )
        self._pictures.move_to_end(key)
        return key, self._pictures[key]

    def clips(self, whole: PictureKey) -> list[tuple[Box, QPixmap]]:
        """The pictures of parts of a page at that very scale and turn, oldest first."""
        return [
            (key.clip, picture)
            for key, picture in self._pictures.items()
            if key.clip is not None and replace(key, clip=None) == whole
        ]

    def clear(self) -> None:
        """Forget all."""
        self._pictures.clear()
        self._whole.clear()
        self._bytes = 0

    def _drop(self, key: PictureKey) -> None:
        picture = self._pictures.pop(key, None)
        if picture is None:
            return
        self._bytes -= _size(picture)
        if key.clip is None:
            self._whole[key.page_index].remove(key)
            if not self._whole[key.page_index]:
                del self._whole[key.page_index]


def _size(picture: QPixmap) -> int:
    return picture.width() * picture.height() * BYTES_A_PIXEL
