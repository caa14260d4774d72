"""Lines with right-to-left letters, put together from what the page draws.

Within a run, where the pen goes on as it began, the order of drawing is the order of the letters, or its
reverse, however they overlap. Where the runs stand tells theirs.

In: the glyphs of a page in the order of drawing, marks on their letters; the engine's lines. Out: the
characters of a line from left to right, as `bidi` reads them.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter, sub

from reader.document.text.bidi import Characters
from reader.document.text.drawn_glyphs import DrawnGlyph, in_visual_order, is_attached
from reader.document.text.pieces import RawLine

# Shares of the type size.
_BESIDE = 1.0  # a letter may stand so far beside its line as the engine has it
_OFF_LINE = 0.8  # a letter may stand so far above or below the baseline of its line
_JOINED = 0.1  # the pen goes on where it stopped, but for kerning
_KERNED = 0.4
_NARROWEST_SPACE = 0.14  # kerning moves letters by less than 0.1
_SAME_PLACE = 0.1  # a letter drawn a second time to make it bold

_LOW, _HIGH = attrgetter("low"), attrgetter("high")

Row = list[DrawnGlyph]


def rows_of(glyphs: Sequence[DrawnGlyph], raw: Sequence[RawLine], scale: float) -> dict[int, Row]:
    """The glyphs of each of the engine's upright lines, in the order of drawing."""
    order = sorted((line["y"] / scale, number) for number, line in enumerate(raw) if line["wmode"] == 0)
    heights = [y for y, _ in order]
    boxes = [(line["bbox"]["x"] / scale, (line["bbox"]["x"] + line["bbox"]["w"]) / scale) for line in raw]
    rows: dict[int, Row] = {}
    own, left, right, height = -1, 0.0, 0.0, 0.0
    for glyph in glyphs:
        if own >= 0 and glyph.y == height and left <= glyph.low and glyph.high <= right:
            rows[own].append(glyph)  # nearly always the line of the glyph before
            continue
        reach = _OFF_LINE * glyph.size
        first, last = bisect_left(heights, glyph.y - reach), bisect_right(heights, glyph.y + reach)
        middle = (glyph.low + glyph.high) / 2
        best, own = _BESIDE * glyph.size + reach, -1
        for y, number in order[first:last]:
            left, right = boxes[number]
            beside = max(left - middle, middle - right, 0.0)
            off = beside + abs(y - glyph.y)
            if off < best and beside <= _BESIDE * glyph.size:
                best, own = off, number
        if own >= 0:
            rows.setdefault(own, []).append(glyph)
            (left, right), height = boxes[own], glyph.y
    return rows


def from_left(row: Sequence[DrawnGlyph]) -> Characters:
    """The characters of a row from left to right; what belongs to a letter with it, in `tails`."""
    text: list[str] = []
    low: list[float] = []
    high: list[float] = []
    tails: list[str] = []
    before: DrawnGlyph | None = None
    of_next = ""
    runs = sorted(_parted(_runs(row)), key=_middle)
    for glyph in chain.from_iterable(runs):
        if before is not None and _is_shadow(before, glyph):
            continue
        before = glyph
        count = len(glyph.letters)
        if count == len(glyph.letters[0]) == 1 and not of_next:  # nearly all of them
            text += glyph.letters
            tails.append("")
            low.append(glyph.low)
            high.append(glyph.high)
            continue
        step = (glyph.high - glyph.low) / count
        for place, index in enumerate(in_visual_order(glyph.letters) if count > 1 else (0,)):
            letter = glyph.letters[index]
            start = 0
            if len(letter) > 1:
                while is_attached(letter[start]):
                    start += 1
                letter = letter[:start] + _composed(letter[start:])
            text.append(letter[start])
            tails.append(letter[start + 1 :] + of_next)
            of_next = letter[:start]
            low.append(glyph.low + place * step)
            high.append(glyph.low + (place + 1) * step)
    return Characters("".join(text), low, high, tails if any(tails) else [])


def _composed(letter: str) -> str:
    """A letter with its marks, those that make another letter of it taken in; the others in their order."""
    base, marks = letter[0], ""
    for sign in letter[1:]:
        one = unicodedata.normalize("NFC", base + sign)
        if len(one) == 1:
            base = one
        else:
            marks += sign
    return base + marks


def _middle(run: Sequence[DrawnGlyph]) -> float:
    if len(run) == 1:
        return run[0].low + run[0].high
    return float(min(map(_LOW, run)) + max(map(_HIGH, run)))


def _runs(row: Sequence[DrawnGlyph]) -> list[Row]:
    """The glyphs cut where the pen jumps or turns back, each run from left to right."""
    runs: list[Row] = []
    way = 0  # 1 where the pen goes right, -1 where it goes left, 0 of a single glyph
    for glyph in row:
        goes = _way(runs[-1][-1], glyph) if runs else 0
        if goes and way in (0, goes):
            runs[-1].append(glyph)
            way = goes
        else:
            if way < 0:
                runs[-1].reverse()
            runs.append([glyph])
            way = 0
    if way < 0:
        runs[-1].reverse()
    return runs


def _parted(runs: Sequence[Row]) -> list[Row]:
    """The runs, cut where a blank is drawn by itself over the letters of one: it parts their words."""
    found = list(runs)
    for blank in [run[0] for run in runs if len(run) == 1 and run[0].letters == [" "]]:
        middle = _middle([blank]) / 2
        for place, run in enumerate(found):
            if len(run) > 1 and run[0].low < middle < run[-1].high:
                cut = next((i for i, one in enumerate(run) if _middle([one]) / 2 > middle), len(run))
                found[place : place + 1] = [part for part in (run[:cut], run[cut:]) if part]
                break
    return found


def _way(before: DrawnGlyph, glyph: DrawnGlyph) -> int:
    """Whether the pen goes on right (1) or left (-1) from one glyph to the next, or jumps (0)."""
    least, most = -_KERNED * glyph.size, _JOINED * glyph.size
    right, left = glyph.low - before.high, before.low - glyph.high
    if least < right < most and (abs(right) <= abs(left) or not least < left < most):
        return 1
    return -1 if least < left < most else 0


def _is_shadow(one: DrawnGlyph, two: DrawnGlyph) -> bool:
    """Whether a glyph is drawn on the one before a second time."""
    apart = _SAME_PLACE * one.size
    return abs(two.low - one.low) < apart < one.high - one.low and one.letters == two.letters


def with_spaces(line: Characters, size: float) -> Characters:
    """Characters from left to right with a space in each gap that is wide enough for one of this type."""
    text, low, high = line.text, line.low, line.high
    least = _NARROWEST_SPACE * size
    if max(map(sub, low[1:], high), default=0.0) <= least:
        return line
    gaps = [
        i
        for i, gap in enumerate(map(sub, low[1:], high), 1)
        if gap > least and text[i] != " " != text[i - 1] and max(high[max(0, i - 4) : i]) < low[i] - least
    ]
    spaced = Characters("", [], [])
    for start, stop in pairwise([0, *gaps, len(text)]):
        if start:
            spaced.text += " "
            spaced.low.append(high[start - 1])
            spaced.high.append(low[start])
        spaced.text += text[start:stop]
        spaced.low += low[start:stop]
        spaced.high += high[start:stop]
        if line.tails:
            spaced.tails += ["", *line.tails[start:stop]] if start else line.tails[:stop]
    return spaced
