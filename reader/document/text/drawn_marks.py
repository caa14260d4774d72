"""Marks and joiners, given to the letters they belong to.

A program draws a run either from its first letter on, each mark after its letter, or from its left end, each
mark before. Which of the two tells the way the pen goes; so a mark finds its letter whatever its own place,
which fonts choose freely.

Fonts draw one cluster with several glyphs, and producers name it on some of them only, or on each: on the
glyph of the mark "أُ" and nothing on that of the alef, on both "يُ". A glyph without width that bears letters
is of the letter beside it.

In: the glyphs of a page in the order of drawing. Out: the letters among them, with their marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from reader.document.text.bidi import NON_JOINER
from reader.document.text.drawn_glyphs import ALEFS, LAMS, DrawnGlyph, base_of, is_rtl_letter, with_marks
from reader.document.text.glyphs import UNKNOWN

# Shares of the type size.
_NEAR = 0.5  # a mark may stand so far beside its letter
_AWAY = 1.5  # no mark stands so far from its letter
_ONE_SPOT = 0.02
_REQUIRED_LIGATURE = ".rlig"  # the OpenType feature a shape of lam is for
_BLANKS = ([" "], ["\u00a0"])
_ABOVE, _BELOW = "اﺎﺍوﻭﻮيﻱﻲﻳﻴىیہهەۂۀﻩﻪ", "اﺎﺍ"
_CARRIERS = {"\u0653": _BELOW, "\u0654": _ABOVE, "\u0655": _BELOW}
_BEARS_NO_VOWEL = "اﺎﺍ"  # as the end of a lam-alef; the vowel over it is the lam's


def marked(glyphs: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs that are letters, each with the marks drawn beside it."""
    _tell_joiners(glyphs)
    glyphs = _lam_alefs_joined(glyphs)
    letters = [glyph for glyph in glyphs if not glyph.is_mark]
    if len(letters) == len(glyphs):
        return letters
    passed = 0
    given: list[tuple[DrawnGlyph, DrawnGlyph, bool]] = []
    for mark in glyphs:
        if not mark.is_mark:
            passed += 1
            continue
        before = letters[passed - 1] if passed else None
        after = letters[passed] if passed < len(letters) else None
        letter = _letter_of(mark, before, after)
        if letter is not None:
            given.append((mark, letter, letter is after))
    told = _given(given)
    for glyph in letters if told else ():
        if glyph.letters[0][:1] == UNKNOWN and glyph.shape in told:
            glyph.letters[0] = told[glyph.shape] + glyph.letters[0][1:]
    return letters


def _given(given: Sequence[tuple[DrawnGlyph, DrawnGlyph, bool]]) -> dict[str, str]:
    """Put marks on their letters; what their clusters tell of shapes that had no meaning."""
    told: dict[str, str] = {}
    for mark, letter, is_before in given:
        named = mark.named
        if letter.letters == [UNKNOWN] and named:
            letter.letters = with_marks(named)
            told[letter.shape] = unicodedata.normalize("NFD", named)[0]
        else:
            _give(mark, letter, first=is_before)
    return told


def _tell_joiners(glyphs: Sequence[DrawnGlyph]) -> None:
    """Make each blank between two letters that touch the non-joiner it stands for, in fonts without one.

    One that is drawn over by the next glyph, as at the end of a line, has no width.
    """
    for place, (blank, after) in enumerate(pairwise(glyphs)):
        if blank.letters not in _BLANKS:
            continue
        before = glyphs[place - 1] if place else blank
        if abs(after.low - blank.low) < _ONE_SPOT * blank.size:
            blank.high = blank.low  # at the end of a line it has no room
        left, right = (before, after) if before.low < after.low else (after, before)
        apart = abs(left.high - right.low)
        if apart < _ONE_SPOT * blank.size and is_rtl_letter(before) and is_rtl_letter(after):
            blank.letters, blank.is_mark = [NON_JOINER], True
            blank.low = blank.high = left.high


def _lam_alefs_joined(glyphs: Sequence[DrawnGlyph]) -> list[DrawnGlyph]:
    """The glyphs, each alef without a width put to the lam on whose spot it stands: they are one sign."""
    wide = [place for place, glyph in enumerate(glyphs) if glyph.high > glyph.low]
    alefs: set[int] = set()
    for before, after in pairwise([-1, *wide, -1]):
        first, last = before + 1, after if after >= 0 else len(glyphs)
        for place in range(first, last):
            lam = next(
                (one for one in (before, after) if one >= 0 and _is_lam_of(glyphs[one], glyphs[place])), -1
            )
            if lam >= 0:
                alef = glyphs[place]
                glyphs[lam].letters += with_marks(alef.named or alef.letters[0] or ALEFS[0])
                alefs.add(place)
    return [glyph for place, glyph in enumerate(glyphs) if place not in alefs]


def _is_lam_of(lam: DrawnGlyph, alef: DrawnGlyph) -> bool:
    """Whether a glyph is a lam, and one without width on its spot its alef: its letter tells, if any."""
    if lam.letters[0][:1] not in LAMS or len(lam.letters) > 1:
        return False
    if max(abs(lam.low - alef.low), abs(lam.y - alef.y)) > _ONE_SPOT * alef.size:
        return False
    letter = alef.named or alef.letters[0]
    return letter[0] in ALEFS if letter else lam.shape.endswith(_REQUIRED_LIGATURE)


def _letter_of(mark: DrawnGlyph, before: DrawnGlyph | None, after: DrawnGlyph | None) -> DrawnGlyph | None:
    near = [
        (off, letter)
        for letter in (before, after)
        if letter is not None
        and (base_of(letter.letters[-1]).isalpha() or letter.letters == [UNKNOWN])
        and (off := _distance(mark, letter)) <= _AWAY * mark.size
    ]
    hamza = _CARRIERS.get(mark.letters[0][:1], "")
    if hamza:
        near = [(off, one) for off, one in near if base_of(one.letters[-1]) in hamza]
    if len(near) == 2 and all(off <= _NEAR * mark.size for off, _ in near):  # noqa: PLR2004 - both
        (_, one), (_, two) = near
        is_latin = two.letters != [UNKNOWN] and not is_rtl_letter(two)
        return two if one.low < two.low and not is_latin else one
    return min(near, key=lambda one: one[0])[1] if near else None


def _distance(mark: DrawnGlyph, letter: DrawnGlyph) -> float:
    across = abs(mark.y - letter.y)
    if across > _AWAY * mark.size:
        return across
    return max(letter.low - mark.high, mark.low - letter.high, 0.0)


def _give(mark: DrawnGlyph, glyph: DrawnGlyph, *, first: bool) -> None:
    """Put the signs of a mark on the letter of a glyph, before those it has where they were typed first."""
    place = _place_under(mark, glyph)
    letter = glyph.letters[place]
    own = unicodedata.normalize("NFD", letter)
    signs = "".join(sign for sign in "".join(mark.letters) if sign not in own)
    glyph.letters[place] = letter[0] + signs + letter[1:] if first else letter + signs
    if mark.high > mark.low:  # a mark on a stretch of its own
        glyph.low, glyph.high = min(glyph.low, mark.low), max(glyph.high, mark.high)


def _place_under(mark: DrawnGlyph, glyph: DrawnGlyph) -> int:
    """Which letter of a glyph a mark stands over: one that bears vowels."""
    places = [place for place, letter in enumerate(glyph.letters) if letter[0] not in _BEARS_NO_VOWEL]
    if len(glyph.letters) == 1 or not places:
        return 0
    share = (glyph.high - mark.low) / (glyph.high - glyph.low) if glyph.high > glyph.low else 0.0
    return min(places, key=lambda place: abs((place + 0.5) / len(glyph.letters) - share))
