"""The type of a line's letters, read from the engine's own characters."""

from __future__ import annotations

import struct
from types import SimpleNamespace
from typing import Any, cast

import pytest

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


class LatinBeforeKanji:
    """Two Latin letters of one type, a kanji of a smaller one."""

    def characters(self, _line: object, _count: int, _layout: struct.Struct) -> list[tuple[Any, ...]]:
        return [(0, 0.0, 0.0, 11.0, 1, 0), (0, 0.0, 0.0, 11.0, 1, 0), (0, 0.0, 0.0, 10.0, 2, 0)]


def test_a_line_of_japanese_has_the_type_of_its_kanji(monkeypatch: pytest.MonkeyPatch) -> None:
    named = {"ll_fz_font_name": "Mincho", "ll_fz_font_is_bold": 0, "ll_fz_font_is_italic": 0}
    for name, told in named.items():
        monkeypatch.setattr(f"pymupdf.mupdf.{name}", lambda _font, told=told: told)
    first = SimpleNamespace(font=1)
    first.next = SimpleNamespace(font=1, next=SimpleNamespace(font=2))
    kind = main_type(cast("Any", LatinBeforeKanji()), cast("Any", SimpleNamespace(first_char=first)), "ab使")
    assert kind is not None
    assert kind.size == 10.0
