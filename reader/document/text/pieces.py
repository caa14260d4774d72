"""Pieces of one printed line, put together before their order is thought about.

The engine begins a new line wherever the pen jumps back, which it does at every change of direction in lines
with right-to-left letters; in vertical writing set letter by letter it makes each character a line. In: the
engine's lines. Out: which of them are one printed line, and their characters as one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from operator import gt, le, sub
from typing import Any

from reader.document.text.bidi import RTL_LETTER, SET_FROM_RIGHT, Characters, visual_order
from reader.document.text.normalisation import GRAPHEME_JOINER

# Shares of the type size. Word spaces are 0.2-0.3, spread by justification to 0.6; columns are apart by more
# than 1. Kerning moves letters by less than 0.1.
_WIDEST_SPACE = 0.9
_NARROWEST_SPACE = 0.14
_SAME_BASELINE = 0.3
_ROUNDING = 0.3  # points
_LETTER_APART = 1e-3  # points; keeps letters of one spot in their order
_LAST_OF_SHAPE = frozenset("اأإآٱدذرزژڑڈوؤةىءے")
_ALEFS = frozenset("اأإآٱ")
_WITH_ALEF = 1.6  # times the narrowest lam of the line
_SIZES_APART = 1.6
# A column of single characters counts as vertical writing from this many on, and where most of a page's
# lines are such characters.
_LEAST_STACK = 3
_MOSTLY = 0.6

RawLine = dict[str, Any]


def printed_lines(raw: Sequence[RawLine], *, right_to_left: bool) -> list[list[int]]:
    """Numbers of the engine's lines that stand on one printed line with right-to-left letters in it.

    Where the page runs from `right_to_left`, lines without any letters count too: ".1934" is "1934." there,
    and Latin ones with their number on the right or their full stop on the left.
    """
    order = sorted(
        (i for i in range(len(raw)) if raw[i]["wmode"] == 0), key=lambda i: (raw[i]["y"], raw[i]["bbox"]["x"])
    )
    rows: list[list[int]] = []
    for number in order:
        if (
            rows
            and abs(raw[rows[-1][0]]["y"] - raw[number]["y"]) <= _SAME_BASELINE * raw[number]["font"]["size"]
        ):
            rows[-1].append(number)
        else:
            rows.append([number])
    groups: list[list[int]] = []
    for row in rows:
        if len(row) == 1:
            groups.append(row)
        else:
            groups += _neighbours(sorted(row, key=lambda i: raw[i]["bbox"]["x"]), raw)
    found = []
    for group in groups:
        text = "".join(raw[i]["text"] for i in group)
        other = right_to_left and (not any(map(str.isalpha, text)) or SET_FROM_RIGHT.search(text))
        if other or RTL_LETTER.search(text):
            found.append(group)
    return found


def _neighbours(row: Sequence[int], raw: Sequence[RawLine]) -> list[list[int]]:
    """The pieces of a row, cut where a gap is wider than a space."""
    groups: list[list[int]] = []
    reach = 0.0
    for number in row:
        box, size = raw[number]["bbox"], raw[number]["font"]["size"]
        near = groups and box["x"] - reach <= _WIDEST_SPACE * size
        if near and _SIZES_APART > size / max(1, raw[groups[-1][-1]]["font"]["size"]) > 1 / _SIZES_APART:
            groups[-1].append(number)
        else:
            groups.append([number])
        reach = max(reach, box["x"] + box["w"]) if near else box["x"] + box["w"]
    return groups


def vertical_stacks(raw: Sequence[RawLine]) -> list[list[int]]:
    """Numbers of one-character lines that stand under each other: vertical writing, set letter by letter."""
    if sum(len(line["text"]) for line in raw) > len(raw) / (1 - _MOSTLY):
        return []
    single = [i for i, line in enumerate(raw) if len(line["text"].strip()) == 1]
    if len(single) < _LEAST_STACK or len(single) < _MOSTLY * len(raw):
        return []
    stacks: list[list[int]] = []
    for number in single:
        if stacks and _stands_under(raw[stacks[-1][-1]], raw[number]):
            stacks[-1].append(number)
        else:
            stacks.append([number])
    return [stack for stack in stacks if len(stack) > 1]


def _stands_under(above: RawLine, line: RawLine) -> bool:
    size = line["font"]["size"]
    one, two = above["bbox"], line["bbox"]
    centred = abs(2 * one["x"] + one["w"] - 2 * two["x"] - two["w"]) < size
    return bool(centred) and 0 < two["y"] - one["y"] < 2 * size


def joined_box(lines: Sequence[RawLine]) -> RawLine:
    """One engine line for several: the box around all, the type of the longest."""
    longest = max(lines, key=lambda line: len(line["text"]))
    x0, y0 = min(line["bbox"]["x"] for line in lines), min(line["bbox"]["y"] for line in lines)
    x1 = max(line["bbox"]["x"] + line["bbox"]["w"] for line in lines)
    y1 = max(line["bbox"]["y"] + line["bbox"]["h"] for line in lines)
    return {
        **longest,
        "bbox": {"x": x0, "y": y0, "w": x1 - x0, "h": y1 - y0},
        "text": "".join(line["text"] for line in lines),
    }


def cleaned(line: Characters, synthetic: Sequence[bool], size: float) -> Characters:
    """Characters of a right-to-left line, in visual order, without what engine or producer made up.

    The engine's guessed spaces stand in wrong places once order changes: they go, and spaces are put where
    there is a gap. A letter without width on top of the same letter is a cluster said twice.
    """
    # Most lines have none of what is looked for, and one pass in C says so.
    if any(map(le, line.high, line.low)):
        line = _with_ligatures(line)
        order = [
            i
            for i in visual_order(line)
            if not (synthetic[i] or line.text[i] == GRAPHEME_JOINER or _said_twice(line, i))
        ]
    elif any(synthetic):
        order = [i for i in visual_order(line) if not synthetic[i]]
    elif all(map(gt, line.low, line.low[1:])):
        return _with_spaces(line.turned(), _NARROWEST_SPACE * size)
    else:
        order = visual_order(line)
    return _with_spaces(line.reordered(order), _NARROWEST_SPACE * size)


def _with_spaces(line: Characters, least: float) -> Characters:
    """Characters in visual order with a space in each gap of at least this width."""
    text, low, high = line.text, line.low, line.high
    if max(map(sub, low[1:], high), default=0.0) <= least:
        return line
    gaps = [i for i, gap in enumerate(map(sub, low[1:], high), 1) if gap > least]
    gaps = [
        i for i in gaps if text[i] != " " != text[i - 1] and max(high[max(0, i - 4) : i]) < low[i] - least
    ]
    if not gaps:
        return line
    pieces: list[str] = []
    lows: list[float] = []
    highs: list[float] = []
    start = 0
    for gap in gaps:
        pieces += (text[start:gap], " ")
        lows += (*low[start:gap], high[gap - 1])
        highs += (*high[start:gap], low[gap])
        start = gap
    return Characters("".join(pieces) + text[start:], lows + low[start:], highs + high[start:])


def _with_ligatures(line: Characters) -> Characters:
    """Letters of a ligature after its first on the left edge of its glyph, where reading comes to them last.

    The engine gives them no width and puts them on either edge; it turns the letters of some round, their
    first the last: "ا", "ه", "ل" and the wide "ل" of "الله".
    """
    low, high = list(line.low), list(line.high)
    host = -1
    turned = 0  # up to where letters lead up to the first of their ligature
    for index, character in enumerate(line.text):
        if index < turned:
            continue
        if high[index] > low[index]:
            host = index
        elif (first := _first_of_turned(line, index, host)) > index:
            for place in range(index, first):
                low[place] = high[place] = low[first] - _LETTER_APART * (first - place)
            turned = first
        elif host >= 0 and character.isalpha() and all(map(RTL_LETTER.match, (character, line.text[host]))):
            spot = low[index]
            if min(abs(spot - low[host]), abs(spot - high[host])) < _ROUNDING:
                low[index] = high[index] = low[host]
        else:
            host = -1
    return Characters(line.text, low, high)


def _first_of_turned(line: Characters, index: int, host: int) -> int:
    """The wide first letter that letters without width lead up to, on its right edge; `index` where none is.

    The letter before them ends its own shape: no ligature goes on from it.
    """
    text, low, high = line.text, line.low, line.high
    if host >= 0 and _is_rtl_letter(text[host]) and text[host] not in _LAST_OF_SHAPE:
        return index + 1 if _is_turned_lam_alef(line, index, host) else index
    first = index
    while first < len(text) and low[first] == high[first] == low[index] and _is_rtl_letter(text[first]):
        first += 1
    ends = first < len(text) and low[first] < high[first] and abs(high[first] - low[index]) < _ROUNDING
    return first if ends and _is_rtl_letter(text[first]) else index


def _is_turned_lam_alef(line: Characters, index: int, host: int) -> bool:
    """Whether an alef without width is one sign with the lam after it, not with the letter before it.

    It stands on the edge of its own letter; where both edges are the same, a lam is twice as wide with alef.
    """
    text, low, high = line.text, line.low, line.high
    lam = index + 1
    if text[index] not in _ALEFS or text[lam : lam + 1] != "ل" or abs(low[index] - high[lam]) > _LETTER_APART:
        return False
    if abs(low[index] - low[host]) > _LETTER_APART:
        return True
    if text[host] == "ل":  # "خلال": the alef is that of the lam before it unless the one after is the wider
        return high[lam] - low[lam] > _WITH_ALEF * (high[host] - low[host])
    widths = {
        sign: [high[i] - low[i] for i, letter in enumerate(text) if letter == sign and high[i] > low[i]]
        for sign in "لا"
    }
    # A lam alone tells nothing of its width; an alef is about as narrow.
    plain = widths["ل"] if len(widths["ل"]) > 1 else widths["ا"]
    return high[lam] - low[lam] > _WITH_ALEF * min(plain, default=0.0)


def _is_rtl_letter(character: str) -> bool:
    return character.isalpha() and RTL_LETTER.match(character) is not None


def _said_twice(line: Characters, index: int) -> bool:
    """Whether a letter without width stands, with a mark, on a letter that has one.

    Some producers map the glyph of a mark to the whole cluster it was first used in. The letters of a
    ligature have no width either, but no mark shares their spot.
    """
    if line.high[index] > line.low[index] or not line.text[index].isalpha():
        return False
    spot = line.low[index]
    near = [i for i in range(max(0, index - 4), min(len(line.text), index + 5)) if i != index]
    marked = any(line.low[i] == spot and unicodedata.combining(line.text[i]) for i in near)
    return marked and any(
        line.low[i] - _ROUNDING <= spot < line.high[i] for i in near if line.text[i].isalpha()
    )
