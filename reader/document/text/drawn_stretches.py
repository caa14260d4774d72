"""Strokes that justification puts between the letters of a word, to make its line longer.

LibreOffice draws as many as it needs, one over the other, and names them, if at all, by a sign of something
else: a "K", an "&", a blank. What they are is told by where they stand: nowhere but between two letters of a
word, touching both. A tatweel that somebody typed stands beside the next one, not over it.

In: the glyphs of a page in the order of drawing. Out: those among them that are not such strokes.
"""

from __future__ import annotations

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

Run = list[DrawnGlyph]


def without_stretches(glyphs: list[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs but for the strokes between letters, whose room goes to the letter before."""
    runs = [run for run in _runs([glyph for glyph in glyphs if not glyph.is_mark]) if not _is_letter(run[1])]
    inside = [run for run in runs if _is_between(run)]
    if not inside:
        return glyphs
    strokes = _strokes(runs, inside)
    dropped: set[int] = set()
    for run in runs:
        if run[1].shape in strokes and (run in inside or run[1].letters != [_TATWEEL]):
            one, *between, two = run
            dropped.update(map(id, between))
            letter = one if one.low > two.low else two
            letter.low = min(letter.low, *(glyph.low for glyph in between))
    return [glyph for glyph in glyphs if id(glyph) not in dropped]


def _strokes(runs: Sequence[Run], inside: Sequence[Run]) -> set[str]:
    """The shapes that are strokes, of those that stand between letters."""
    over = {run[1].shape for run in inside if _is_drawn_over(run[1:-1])}
    anywhere = Counter(run[1].shape for run in runs)
    between = Counter(run[1].shape for run in inside)
    blanks = {run[1].shape for run in runs if run[1].letters in _BLANKS}
    return over | {
        run[1].shape
        for run in inside
        if between[run[1].shape] == anywhere[run[1].shape] and not _may_be_meant(run[1], blanks)
    }


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
    """Whether what stands between the ends of a run touches both, and the letter before joins it."""
    one, two = run[0], run[-1]
    if not (_is_letter(one) and _is_letter(two)):
        return False
    reach = _TOUCHING * run[1].size
    low, high = min(glyph.low for glyph in run[1:-1]), max(glyph.high for glyph in run[1:-1])
    left, right = (one, two) if one.low < two.low else (two, one)
    touching = abs(left.high - low) < reach and abs(right.low - high) < reach
    return touching and abs(one.y - two.y) < reach and base_of(right.letters[-1]) not in _ENDS_SHAPE


def _is_letter(glyph: DrawnGlyph) -> bool:
    return is_rtl_letter(glyph) and glyph.letters != [_TATWEEL]
