"""Strokes that justification puts between the letters of a word, to make its line longer.

LibreOffice draws as many as it needs, one over the other, and names them, if at all, by a sign of something
else: a "K", an "&", a blank. What they are is told by where they stand: nowhere but between two letters of a
word, touching both. A tatweel that somebody typed stands beside the next one, not over it.

In: the glyphs of a page in the order of drawing. Out: those among them that are not such strokes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from reader.document.text.drawn_glyphs import DrawnGlyph, base_of, is_rtl_letter
from reader.document.text.glyphs import UNKNOWN

_TATWEEL = "ـ"
_BLANKS = ([" "], ["\u00a0"])
_TOUCHING = 0.15  # of the type size
_NARROWEST_LETTER = 0.12
_OVER = 0.25  # of its own width
_ENDS_SHAPE = frozenset("اأإآٱدذرزژڑڈوؤةىءے")

_BETWEEN_LETTERS = re.compile("L(-+)(?=L)")

Run = list[DrawnGlyph]


def without_stretches(glyphs: list[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs but for the strokes between letters, whose room goes to the letter before."""
    drawn = [glyph for glyph in glyphs if not glyph.is_mark]
    kinds = "".join(["L" if _is_letter(glyph) else "-" for glyph in drawn])
    runs = [drawn[found.start() : found.end(1) + 1] for found in _BETWEEN_LETTERS.finditer(kinds)]
    inside = [run for run in runs if _is_between(run)]
    strokes = _strokes(drawn, inside) if inside else frozenset()
    if not strokes:
        return glyphs
    dropped: set[int] = set()
    for run in _runs(drawn):
        is_stroke = run[1].shape in strokes and not _is_letter(run[1])
        if is_stroke and (run[1].letters != [_TATWEEL] or run in inside):
            one, *between, two = run
            dropped.update(map(id, between))
            letter = one if one.low > two.low else two
            letter.low = min(letter.low, *(glyph.low for glyph in between))
    return [glyph for glyph in glyphs if id(glyph) not in dropped]


def _strokes(drawn: Sequence[DrawnGlyph], inside: Sequence[Run]) -> frozenset[str]:
    """The shapes that are strokes, of those that stand between letters."""
    over = {run[1].shape for run in inside if _is_drawn_over(run[1:-1])}
    heads = [glyph for before, glyph in pairwise(drawn) if glyph.shape != before.shape]
    anywhere = Counter(glyph.shape for glyph in heads[:-1] if not _is_letter(glyph))
    between = Counter(run[1].shape for run in inside)
    only = [run[1] for run in inside if between[run[1].shape] == anywhere[run[1].shape]]
    blanks = {glyph.shape for glyph in drawn if glyph.letters in _BLANKS} if only else set()
    return frozenset(over | {glyph.shape for glyph in only if not _may_be_meant(glyph, blanks)})


def _is_drawn_over(strokes: Run) -> bool:
    return any(abs(one.low - two.low) < (1 - _OVER) * (one.high - one.low) for one, two in pairwise(strokes))


def _may_be_meant(glyph: DrawnGlyph, blanks: set[str]) -> bool:
    """Whether a sign may stand between two letters: a tatweel, a stroke, a letter not known, the only blank.

    A Latin letter may not.
    """
    if glyph.letters in _BLANKS:
        font = glyph.shape.rpartition(" ")[0]
        return not any(blank.rpartition(" ")[0] == font for blank in blanks - {glyph.shape})
    if glyph.letters == [UNKNOWN]:
        return glyph.high - glyph.low > _NARROWEST_LETTER * glyph.size
    return not glyph.letters[0].isalpha() or glyph.letters == [_TATWEEL]


def _runs(letters: Sequence[DrawnGlyph]) -> Iterator[Run]:
    """Each glyph that is drawn, or all of one shape drawn one after the other, between its neighbours."""
    groups = [list(group) for _, group in groupby(letters, key=lambda glyph: glyph.shape)]
    for place in range(1, len(groups) - 1):
        yield [groups[place - 1][-1], *groups[place], groups[place + 1][0]]


def _is_between(run: Run) -> bool:
    """Whether what stands between two letters is of one shape, touches both, and the one before joins it."""
    one, two, stroke = run[0], run[-1], run[1]
    if any(glyph.shape != stroke.shape for glyph in run[2:-1]):
        return False
    reach = _TOUCHING * stroke.size
    low, high = min(glyph.low for glyph in run[1:-1]), max(glyph.high for glyph in run[1:-1])
    left, right = (one, two) if one.low < two.low else (two, one)
    touching = abs(left.high - low) < reach and abs(right.low - high) < reach
    return touching and abs(one.y - two.y) < reach and base_of(right.letters[-1]) not in _ENDS_SHAPE


def _is_letter(glyph: DrawnGlyph) -> bool:
    return is_rtl_letter(glyph) and glyph.letters != [_TATWEEL]
