"""The characters of one engine line with their places, fast.

In: a line of MuPDF's structured text. Out: its characters and their edges along the line.

PyMuPDF's own way to characters (rawdict) makes five Python objects for each: 3.2 times the cost of the whole
page's plain text, where a page of Arabic needs all of them. Here the engine's list of characters is read as
it stands in memory. That is done only after the engine's own accessors have confirmed the layout, once for
each page, and believed only when the characters are those that the engine itself writes for the line;
otherwise (another build of the engine) the caller takes rawdict. Layout: `fz_stext_char` of MuPDF 1.26-1.28,
include/mupdf/fitz/structured-text.h.
"""

from __future__ import annotations

import ctypes
import math
import re
import struct
import sys
from dataclasses import dataclass
from typing import Any

from pymupdf import mupdf

# What the engine writes for a glyph that the file gives no meaning.
UNKNOWN = "\ufffd"
IDEOGRAPH = re.compile("[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# A character, its lower and its higher edge, and whether the engine made it up.
Row = tuple[str, float, float, bool]

# int c; uint16 bidi, flags; uint32 argb; point origin; quad ul ur ll lr; float size; font*; next*.
_CHARACTER = struct.Struct("=i2xH4x8x8f4x8xQ")
_UPRIGHT = struct.Struct("=i2xH28xf4xf16xQ")  # of the corners only the x of ll and lr
_UPRIGHT_VALUES = 5
_TYPE = struct.Struct("=i8x2f32xfQQ")  # with the origin, the size and the font
_TYPE_VALUES = 6
_NOTE_SIGNS = frozenset("0123456789*†‡∗")
_RAISED = 0.1  # of the type size that a note's sign stands above the line, at least
_SYNTHETIC = mupdf.FZ_STEXT_SYNTHETIC
_UNICODE = range(sys.maxunicode + 1)
# Systems map memory in pages of at least this many bytes: where one byte can be read, its whole page can.
_MAPPED = 4096


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

    def rows(self) -> list[Row]:
        """The characters one by one."""
        return list(zip(self.text, self.low, self.high, self.synthetic, strict=True))


class GlyphReader:
    """Reads the lines of one structured text, which must stay alive meanwhile."""

    def __init__(self) -> None:
        self._memory: dict[int, bytes] = {}  # by the address it begins at
        self._confirmed = False

    def characters(
        self, line: mupdf.fz_stext_line, count: int, layout: struct.Struct
    ) -> list[tuple[Any, ...]] | None:
        """The engine's `count` characters of a line, unpacked; None where the layout is not the one known."""
        address = int(line.first_char.this)
        size, unpack = layout.size, layout.unpack_from
        block: list[tuple[Any, ...]] = []
        base = end = 0
        for _ in range(count):
            if not base <= address <= end:
                if not address:
                    return None
                base = address & -_MAPPED
                memory = self._mapped(address, base, size)
                end = base + len(memory) - size
                if not self._confirmed:
                    self._confirmed = _confirmed(line.first_char, unpack(memory, address - base))
                    if not self._confirmed:
                        return None
            character = unpack(memory, address - base)
            block.append(character)
            address = character[-1]
        return None if address else block

    def _mapped(self, address: int, base: int, size: int) -> bytes:
        """The engine's memory from `base` on, with at least the `size` bytes at `address` in it."""
        memory = self._memory.get(base, b"")
        if base + len(memory) < address + size:
            length = -(-(address + size - base) // _MAPPED) * _MAPPED
            memory = self._memory[base] = ctypes.string_at(base, length)
        return memory


def read_glyphs(
    reader: GlyphReader, line: mupdf.fz_stext_line, text: str, *, vertical: bool
) -> Glyphs | None:
    """The characters of `line`, or None where they cannot be read this way.

    Args:
        reader: of the structured text.
        line: of the structured text.
        text: what the engine writes for this line.
        vertical: whether it is set in vertical writing.
    """
    direction = line.dir
    turn = rotation(direction.x, direction.y)
    upright = turn == 0 and not vertical
    block = reader.characters(line, len(text), _UPRIGHT if upright else _CHARACTER)
    if not block:
        return None
    codes, flags, *corners, _ = zip(*block, strict=True)
    if codes != (told := tuple(map(ord, text))):
        # The engine writes its sign of the unknown for what a font maps beyond Unicode.
        codes = tuple(code if code in _UNICODE else ord(UNKNOWN) for code in codes)
        if codes != told:
            return None
    invented = {flag for flag in set(flags) if flag & _SYNTHETIC}
    synthetic = [flag in invented for flag in flags] if invented else [False] * len(flags)
    if upright:
        left, right = corners
        return Glyphs(text, list(left), list(right), synthetic, turn)
    ends = zip(*(corners[1::2] if vertical or turn in (90, 270) else corners[::2]), strict=True)
    low, high = zip(*((min(four), max(four)) for four in ends), strict=True)
    return Glyphs(text, list(low), list(high), synthetic, turn)


@dataclass(frozen=True, slots=True)
class Type:
    """How most letters of a line are set.

    Font, weight and style are as the engine writes them; then come size and baseline.
    """

    name: str
    weight: str
    style: str
    size: float
    y: float


def main_type(reader: GlyphReader, line: mupdf.fz_stext_line, text: str) -> Type | None:
    """The type of most letters of `line`; None where that is the first sign's or cannot be read.

    Where there are any of Chinese or Japanese, these: Latin words among them are set in another size.
    A raised figure or star keeps its own: by its size the lines are known that begin a note.
    """
    block = reader.characters(line, len(text), _TYPE)
    if not block:
        return None
    letters: dict[tuple[int, float], list[int]] = {}
    of_text = IDEOGRAPH.match if IDEOGRAPH.search(text) else str.isalpha
    for place, (letter, (_, _, _, size, font, _)) in enumerate(zip(text, block, strict=True)):
        if of_text(letter):
            letters.setdefault((font, size), []).append(place)
    most = max(letters.values(), key=len, default=[])
    if not most or block[0][3:5] == block[most[0]][3:5]:
        return None
    _, _, y, size, _, _ = block[most[0]]
    if text[0] in _NOTE_SIGNS and block[0][2] < y - _RAISED * size:
        return None
    character = line.first_char
    for _ in range(most[0]):
        character = character.next
    bold, italic = mupdf.ll_fz_font_is_bold(character.font), mupdf.ll_fz_font_is_italic(character.font)
    return Type(
        mupdf.ll_fz_font_name(character.font),
        "bold" if bold else "normal",
        "italic" if italic else "normal",
        size,
        y,
    )


def _confirmed(first: mupdf.fz_stext_char, character: tuple[Any, ...]) -> bool:
    """Whether the engine's accessors say what was unpacked; above all, where the next character is."""
    following = first.next
    if (int(following.this) if following is not None else 0) != character[-1]:
        return False
    if len(character) == _TYPE_VALUES:
        return bool(first.c == character[0] and first.size == character[3])
    quad = first.quad
    left, right = character[2:4] if len(character) == _UPRIGHT_VALUES else character[6:9:2]
    return bool(first.c == character[0] and quad.ll.x == left and quad.lr.x == right)


def rotation(x: float, y: float) -> int:
    """Clockwise turn of a direction of writing in quarters; (1, 0) is upright, (0, 1) reads downward."""
    if x == 1:
        return 0
    return round(math.degrees(math.atan2(y, x)) / 90) % 4 * 90
