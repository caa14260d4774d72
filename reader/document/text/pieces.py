"""Pieces of one printed line, put together before their order is thought about.

The engine begins a new line wherever the pen jumps back, which it does at every change of direction in lines
with right-to-left letters; in vertical writing set letter by letter it makes each character a line. In: the
engine's lines. Out: which of them are one printed line.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.document.text.bidi import RTL_LETTER, SET_FROM_RIGHT

# Shares of the type size. Word spaces are 0.2-0.3, spread by justification to 0.6; columns are apart by more
# than 1. Kerning moves letters by less than 0.1.
_WIDEST_SPACE = 0.9
_SAME_BASELINE = 0.3
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
