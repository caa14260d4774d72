"""Which way a text runs, and texts that keep their way among others (UAX 9, the bidirectional algorithm)."""

from __future__ import annotations

import unicodedata


def is_right_to_left(text: str, *, otherwise: bool = False) -> bool:
    """Whether the first letter with a direction runs from right to left (rule P2), or `otherwise`."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return otherwise


def isolated(text: str) -> str:
    """A text that keeps its own direction inside a sentence of another (U+2068 … U+2069)."""
    return f"\u2068{text}\u2069"
