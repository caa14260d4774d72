"""The type of a line's letters, read from the engine's own characters."""

from __future__ import annotations

import struct
from typing import Any, cast

from reader.document.text.glyphs import main_type


class OneType:
    """Characters of one font and size, whatever codes they have."""

    def characters(self, _line: object, count: int, _layout: struct.Struct) -> list[tuple[Any, ...]]:
        return [(0x7FFFFFFF, 0.0, 0.0, 10.0, 1, 0)] * count


def test_a_glyph_beyond_unicode_is_no_letter_and_no_fault() -> None:
    assert main_type(cast("Any", OneType()), cast("Any", None), "\ufffd word") is None
