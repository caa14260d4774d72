"""Glyphs as a page draws them, and the text they are read as."""

from __future__ import annotations

from collections.abc import Sequence

from reader.document.text.bidi import logical_order
from reader.document.text.drawn_glyphs import DrawnGlyph, shown
from reader.document.text.drawn_lines import from_left, with_spaces
from reader.document.text.drawn_marks import marked
from reader.document.text.drawn_stretches import without_stretches

SIZE = 10.0


def drawn(*signs: tuple[str, float, float] | tuple[str, float, float, str]) -> list[DrawnGlyph]:
    """Glyphs on one baseline: text, lower edge, higher edge and, where it matters, the name of the shape."""
    return [
        shown(text, low, high, (100.0, SIZE, f"Font {shape[0] if shape else text}"))
        for text, low, high, *shape in signs
    ]


def read(glyphs: Sequence[DrawnGlyph]) -> str:
    """The text of one line of a page that runs from right to left."""
    line = from_left(marked(without_stretches(list(glyphs))))
    return logical_order(with_spaces(line, SIZE), right_to_left=True).written_out().text
