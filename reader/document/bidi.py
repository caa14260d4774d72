"""Lines with right-to-left letters, put into logical order from the places of their glyphs.

MuPDF hands such lines over in a mixture of visual and logical order: words moved, Arabic-Indic digits
reversed, marks before their letters. What cannot be wrong is where each glyph stands. So the glyphs are
sorted into visual order by their place, and the Unicode bidirectional algorithm is run backwards over
them: the same rules that would lay out the logical text, undone.

In: the glyphs of one line. Out: text in logical order and the place of each character.
Source: UAX #9 (Unicode 15.1), rules W1-W7 and N1-N2. The library python-bidi runs the algorithm forward
in the tests, which lay out what was repaired here and compare it with what stands on the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]")

_MIRRORED = str.maketrans("()[]{}<>«»‹›≤≥", ")(][}{><»«›‹≥≤")
_STRONG_RTL = ("R", "AL")


class Glyph(NamedTuple):
    """One character as the engine places it: left and right edge, and whether the engine invented it."""

    text: str
    left: float
    right: float
    synthetic: bool = False


def logical_order(glyphs: Sequence[Glyph], *, right_to_left: bool | None = None) -> list[Glyph]:
    """The glyphs of a line in the order in which the text is read and typed.

    Args:
        glyphs: in the engine's order.
        right_to_left: the direction of the paragraph; None: what most letters of the line have.
    """
    visual = _visual_order(glyphs)
    kinds = [_kind(glyph.text) for glyph in visual]
    if right_to_left is None:
        right_to_left = _runs_right_to_left(kinds)
    order = _from_right(kinds) if right_to_left else _from_left(kinds)
    levels = _mirror_flags(kinds, order, right_to_left=right_to_left)
    turned = [
        visual[index]._replace(text=visual[index].text.translate(_MIRRORED))
        if levels[index]
        else visual[index]
        for index in order
    ]
    return _marks_after_letters(turned)


def _runs_right_to_left(kinds: Sequence[str]) -> bool:
    rtl = sum(kind in _STRONG_RTL for kind in kinds)
    return rtl >= sum(kind == "L" for kind in kinds)


def _kind(text: str) -> str:
    return unicodedata.bidirectional(text[0]) or "L"


def _visual_order(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Left to right. Glyphs on one spot (an /ActualText given to the first) keep the order of the page."""
    kept = [glyph for index, glyph in enumerate(glyphs) if not (glyph.synthetic and _covered(glyphs, index))]
    # The engine turned each run of right-to-left characters round; on one spot that is undone here.
    indexed = sorted(enumerate(kept), key=lambda item: (item[1].left, item[1].right, -item[0]))
    return [glyph for _, glyph in indexed]


def _covered(glyphs: Sequence[Glyph], index: int) -> bool:
    """Whether a space the engine invented stands where letters without a width of their own are drawn."""
    space = glyphs[index]
    near = glyphs[max(0, index - 3) : index + 4]
    return any(
        not other.synthetic
        and other.right - other.left <= 0
        and space.left <= other.left <= space.right
        and other.text.strip()
        for other in near
    )


def _from_right(kinds: Sequence[str]) -> list[int]:
    """Visual indices in logical order for a paragraph that runs from right to left."""
    order: list[int] = []
    strong = "R"  # the start of a line counts as the paragraph's direction (sor)
    index = len(kinds) - 1
    while index >= 0:
        kind = kinds[index]
        if kind in ("L", "EN", "AN"):
            start = _island_start(kinds, index, strong)
            order += range(start, index + 1)
            if any(kinds[i] == "L" for i in range(start, index + 1)):
                strong = "L"
            index = start - 1
            continue
        if kind in _STRONG_RTL:
            strong = kind
        order.append(index)
        index -= 1
    return order


def _island_start(kinds: Sequence[str], end: int, strong: str) -> int:
    """Where the left-to-right run that ends (visually, at its right) with `end` begins."""
    start = end
    latin = kinds[end] == "L" or _reaches_latin(kinds, end)
    index = end - 1
    while index >= 0 and kinds[index] not in _STRONG_RTL:
        kind = kinds[index]
        if kind in ("L", "EN", "AN", "NSM"):
            if latin or _numbers_joined(kinds, index, start, strong):
                start = index
            else:
                break
        index -= 1
    if not latin and strong != "AL":
        # W5: signs beside a European number belong to it ("%", "€"), unless Arabic letters stand before.
        while start > 0 and kinds[start - 1] == "ET":
            start -= 1
    return start


def _reaches_latin(kinds: Sequence[str], end: int) -> bool:
    """Whether Latin letters stand in the same run between right-to-left letters, so that all reads one way."""
    index = end
    while index >= 0 and kinds[index] not in _STRONG_RTL:
        if kinds[index] == "L":
            return True
        index -= 1
    return False


def _numbers_joined(kinds: Sequence[str], left: int, right: int, strong: str) -> bool:
    """W4: whether a separator (or nothing) between two numbers leaves them one run."""
    between = kinds[left + 1 : right]
    if not between:
        return True
    if len(between) > 1:
        return False
    arabic = strong == "AL" or "AN" in (kinds[left], kinds[right])
    return between[0] == "CS" or (between[0] == "ES" and not arabic)


def _from_left(kinds: Sequence[str]) -> list[int]:
    """Visual indices in logical order for a paragraph that runs from left to right."""
    order: list[int] = []
    index = 0
    while index < len(kinds):
        if kinds[index] not in _STRONG_RTL:
            order.append(index)
            index += 1
            continue
        end = index
        probe = index
        while probe < len(kinds) and kinds[probe] != "L":
            if kinds[probe] in _STRONG_RTL:
                end = probe
            probe += 1
        while end + 1 < len(kinds) and kinds[end + 1] == "NSM":
            end += 1
        inner = _from_right(kinds[index : end + 1])
        order += [index + place for place in inner]
        index = end + 1
    return order


def _mirror_flags(kinds: Sequence[str], order: Sequence[int], *, right_to_left: bool) -> list[bool]:
    """Which visual characters stand in a right-to-left run, where brackets are drawn mirrored (L4)."""
    flags = [False] * len(kinds)
    for place, index in enumerate(order):
        before = order[place - 1] if place else None
        after = order[place + 1] if place + 1 < len(order) else None
        flags[index] = (before is None or before > index) and (after is None or after < index)
        if len(order) == 1:
            flags[index] = right_to_left
        elif before is None or after is None:
            flags[index] = flags[index] and right_to_left
    return flags


def _marks_after_letters(glyphs: list[Glyph]) -> list[Glyph]:
    """Each combining mark behind the letter over which it stands."""
    if not any(unicodedata.combining(glyph.text[0]) for glyph in glyphs):
        return glyphs
    letters = [glyph for glyph in glyphs if not unicodedata.combining(glyph.text[0])]
    if not letters:
        return glyphs
    carried: list[list[Glyph]] = [[] for _ in letters]
    place = -1  # of the letter last passed in `glyphs`
    for glyph in glyphs:
        if unicodedata.combining(glyph.text[0]):
            carried[_carrier(letters, place, glyph)].append(glyph)
        else:
            place += 1
    ordered: list[Glyph] = []
    for letter, marks in zip(letters, carried, strict=True):
        ordered += [letter, *marks]
    return ordered


def _carrier(letters: Sequence[Glyph], place: int, mark: Glyph) -> int:
    """The letter a mark belongs to: the one it stands over, else the one before it in the text."""
    middle = (mark.left + mark.right) / 2
    near = range(max(0, place - 1), min(len(letters), place + 3))
    fitting = [i for i in near if letters[i].text.isalpha()] or list(near)
    return min(fitting, key=lambda i: (_distance(letters[i], middle), abs(i - place)))


def _distance(letter: Glyph, x: float) -> float:
    if letter.left <= x <= letter.right:
        return 0.0
    return min(abs(letter.left - x), abs(letter.right - x))
