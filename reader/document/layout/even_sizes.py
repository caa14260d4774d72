"""Sizes of type that were measured on a picture, made even.

A program that recognises text in a scan gives each line the size it measured there: one line of a paragraph
has 9 points, the next 11. Layout tells paragraphs, titles and notes by size; where lines of one sentence
differ in it again and again, sizes that lie near each other are one. In: the placed lines of a page. Out: the
same, their sizes set in place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.document.layout.frames import Placed, is_finished

# Print has a few sizes, each of whole or half points.
_LEAST_SIZES = 6
_LEAST_PAIRS = 6  # of lines amid a sentence, so that they tell something
_UNEVEN = 0.25  # of these pairs; in print those with a line that begins in small capitals or a formula
_OTHER = 0.04
_NEAR = 0.3  # that measures of one size are apart, of it; titles are larger by more
_CLOSE = 2.0  # of the type size from line to line
_MOST_CLASSES = 4


def even_sizes(lines: Sequence[Placed]) -> None:
    """Give lines whose sizes were measured those that they were set in, as near as that can be known."""
    sizes = {line.size for line in lines}
    if len(sizes) < _LEAST_SIZES or _have_one_size(lines) or not _are_measured(lines):
        return
    left = list(lines)
    for _ in range(_MOST_CLASSES):
        if not left:
            return
        usual = _usual(left)
        near = [line for line in left if abs(line.size - usual) <= _NEAR * usual]
        left = [line for line in left if abs(line.size - usual) > _NEAR * usual]
        for line in near:
            line.size = usual


def _have_one_size(lines: Sequence[Placed]) -> bool:
    """Whether half of the letters are exactly of one size, as they are in print, however many others have."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return 2 * max(letters.values()) >= letters.total()


def _are_measured(lines: Sequence[Placed]) -> bool:
    """Whether lines of one sentence, below each other, are often said to be of other sizes."""
    pairs = [(one, two) for one, two in pairwise(lines) if _goes_on(one, two)]
    uneven = sum(abs(one.size - two.size) > _OTHER * one.size for one, two in pairs)
    return len(pairs) >= _LEAST_PAIRS and uneven > _UNEVEN * len(pairs)


def _goes_on(one: Placed, two: Placed) -> bool:
    below = 0 < two.baseline - one.baseline < _CLOSE * max(one.size, two.size)
    return (
        below
        and two.text[:1].islower()
        and min(one.x1, two.x1) > max(one.x0, two.x0)
        and not is_finished(one.text)
    )


def _usual(lines: Iterable[Placed]) -> float:
    """The size that half of the letters do not exceed."""
    ordered = sorted((line.size, len(line.text)) for line in lines)
    half = sum(letters for _, letters in ordered) / 2
    for size, letters in ordered:
        half -= letters
        if half <= 0:
            return size
    return ordered[-1][0]
