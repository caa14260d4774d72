"""How well paragraphs read from a page agree with what was set on it.

Two figures: text, the share of characters that agree in order, white space left out; and boundaries, the F1
of the places where paragraphs begin. Both compare one stream of characters with another, so a paragraph in
the wrong place costs both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_SPACE = re.compile("[\\s|\u200c]+")  # a zero-width non-joiner shows only in the shapes beside it


@dataclass(frozen=True, slots=True)
class Score:
    """Both figures, 0 … 1."""

    boundaries: float
    text: float


def folded(text: str) -> str:
    """Text without white space and cell rules, canonically composed."""
    return unicodedata.normalize("NFC", _SPACE.sub("", text))


def score(truth: Sequence[str], read: Sequence[str]) -> Score:
    """Compare the paragraphs of a page (without its furniture) with those that were read."""
    true_texts, read_texts = [folded(text) for text in truth], [folded(text) for text in read]
    one, two = "".join(true_texts), "".join(read_texts)
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    agreeing = sum(block.size for block in blocks)
    place = {block.b + i: block.a + i for block in blocks for i in range(block.size)}
    true_starts = _starts(true_texts)
    read_starts = {place.get(start, -1 - start) for start in _starts(read_texts)}
    hits = len(true_starts & read_starts)
    return Score(
        2 * hits / max(1, len(true_starts) + len(read_starts)), agreeing / max(1, len(one), len(two))
    )


def _starts(texts: Sequence[str]) -> set[int]:
    starts, place = set(), 0
    for text in texts:
        if text:
            starts.add(place)
        place += len(text)
    return starts
