"""The characters of one engine line with their places, fast.

In: a line of MuPDF's structured text. Out: its characters and their edges along the line.

PyMuPDF's own way to characters (rawdict) makes five Python objects for each: 3.2 times the cost of the whole
page's plain text, where a page of Arabic needs all of them. Here the engine's list of characters is read as
it stands in memory. That is done only while the engine's own accessors confirm the layout for the line at
hand, and believed only when the characters are those that the engine itself writes for the line; otherwise
(another build of the engine) the caller takes rawdict. Layout: `fz_stext_char` of MuPDF 1.26-1.28,
include/mupdf/fitz/structured-text.h.
"""

from __future__ import annotations

import ctypes
import math
import struct
from dataclasses import dataclass
from typing import Any

from pymupdf import mupdf

# int c; uint16 bidi, flags; uint32 argb; point origin; quad ul ur ll lr; float size; font*; next*.
_CHARACTER = struct.Struct("=i2xH4x8x8f4x8xQ")
_SYNTHETIC = mupdf.FZ_STEXT_SYNTHETIC


@dataclass(slots=True)
class Glyphs:
    """Characters in the engine's order: text, lower and higher edge of each along the line, invented ones.

    `rotation` is the clockwise turn of the text in whole quarters.
    """

    text: str
    low: list[float]
    high: list[float]
    synthetic: list[bool]
    rotation: int


def read_glyphs(line: mupdf.FzStextLine, text: str, *, vertical: bool) -> Glyphs | None:
    """The characters of `line`, or None where they cannot be read this way.

    Args:
        line: of the structured text.
        text: what the engine writes for this line.
        vertical: whether it is set in vertical writing.
    """
    inner = line.m_internal
    block = _characters(inner, len(text))
    if block is None:
        return None
    codes, flags, ulx, uly, urx, ury, llx, lly, lrx, lry, _ = zip(*block, strict=True)
    if [ord(character) for character in text] != list(codes):
        return None
    turn = rotation(inner.dir.x, inner.dir.y)
    if vertical or turn in (90, 270):
        ends = zip(uly, ury, lly, lry, strict=True)
    elif turn == 0:
        return Glyphs(text, list(llx), list(lrx), [bool(flag & _SYNTHETIC) for flag in flags], turn)
    else:
        ends = zip(ulx, urx, llx, lrx, strict=True)
    low, high = zip(*((min(four), max(four)) for four in ends), strict=True)
    return Glyphs(text, list(low), list(high), [bool(flag & _SYNTHETIC) for flag in flags], turn)


def _characters(inner: mupdf.fz_stext_line, count: int) -> list[tuple[Any, ...]] | None:
    """The engine's `count` characters of a line, unpacked; None where the layout is not the one known."""
    first = inner.first_char
    address = int(first.this)
    read, unpack = ctypes.string_at, _CHARACTER.unpack
    block: list[tuple[Any, ...]] = []
    while address and len(block) < count:
        block.append(unpack(read(address, _CHARACTER.size)))
        address = block[-1][-1]
        if len(block) == 1 and not _confirmed(first, block[0]):
            return None
    return block if not address and len(block) == count else None


def _confirmed(first: mupdf.fz_stext_char, character: tuple[Any, ...]) -> bool:
    """Whether the engine's accessors say what was unpacked; above all, where the next character is."""
    following = first.next
    if (int(following.this) if following is not None else 0) != character[-1]:
        return False
    quad = first.quad
    return bool(first.c == character[0] and quad.ul.x == character[2] and quad.lr.y == character[9])


def rotation(x: float, y: float) -> int:
    """Clockwise turn of a direction of writing in quarters; (1, 0) is upright, (0, 1) reads downward."""
    return round(math.degrees(math.atan2(y, x)) / 90) % 4 * 90
