"""The type of a line's letters, read from the engine's own characters."""

from __future__ import annotations

import struct
from types import SimpleNamespace
from typing import Any, cast

from reader.document.text.glyphs import main_type, read_glyphs


class OneType:
    """Characters of one font and size, whatever codes they have."""

    def characters(self, _line: object, count: int, _layout: struct.Struct) -> list[tuple[Any, ...]]:
        return [(0x7FFFFFFF, 0.0, 0.0, 10.0, 1, 0)] * count


def test_a_glyph_beyond_unicode_is_no_letter_and_no_fault() -> None:
    assert main_type(cast("Any", OneType()), cast("Any", None), "\ufffd word") is None


class TwoGlyphs:
    """A letter, and a glyph that its font maps beyond Unicode."""

    def characters(self, _line: object, _count: int, _layout: struct.Struct) -> list[tuple[Any, ...]]:
        return [(ord("a"), 0, 0.0, 5.0, 1), (0x411F66CF, 0, 5.0, 9.0, 0)]


def test_a_line_with_a_glyph_beyond_unicode_is_measured_all_the_same() -> None:
    level = cast("Any", SimpleNamespace(dir=SimpleNamespace(x=1.0, y=0.0)))
    glyphs = read_glyphs(cast("Any", TwoGlyphs()), level, "a\ufffd", vertical=False)
    assert glyphs is not None
    assert glyphs.low == [0.0, 5.0]
