"""Which element of the structure tree holds which line, or which part of it.

In: placed lines and marked pieces of one page. Out: `Share`s, lines or parts of lines with the element that
holds them, and the lines that no element holds. The engine joins words of two cells that stand close into one
line; such a line is cut where the element changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.document.layout.frames import Placed
from reader.document.layout.parting import part_of
from reader.document.model import Line
from reader.document.text.structure import Element, Mark

_BAND = 16.0  # points; lines are looked up by the bands of this height they touch
_SLACK = 1.0  # points that a piece's middle may lie above or below its line
_SHARED = 0.5  # of the narrower of a piece and its line
# An element that holds less of a line than this stands inside a sentence: a note's figure, a raised sign.
_LEAST_SHARE = 0.08


@dataclass(slots=True)
class Share:
    """A line, or a part of one, and what holds it; `order` is its place among the marked contents."""

    line: Placed
    element: Element
    order: int


def shares_of(
    lines: Sequence[Placed], marks: Sequence[Mark], owners: Sequence[int]
) -> tuple[list[Share], list[Placed]]:
    """The lines with the elements that hold them, and those that none holds.

    Args:
        lines: of the page.
        marks: its marked pieces.
        owners: for each of the marks a number, the same for those that need not be told apart.
    """
    held = _pieces_by_line(lines, marks)
    shares: list[Share] = []
    loose: list[Placed] = []
    for place, line in enumerate(lines):
        pieces = held.get(place)
        if not pieces:
            loose.append(line)
            continue
        letters: dict[int, int] = {}
        for number in pieces:
            owner = owners[number]
            letters[owner] = letters.get(owner, 0) + marks[number].letters
        parts = _cut(line, pieces, marks, owners) if _is_shared(letters) else None
        if parts is None:
            best = max(letters, key=lambda owner: letters[owner])
            first = min((number for number in pieces if owners[number] == best), key=lambda n: marks[n].order)
            shares.append(Share(line, marks[first].element, marks[first].order))
        else:
            shares += parts
    return shares, loose


def _pieces_by_line(lines: Sequence[Placed], marks: Sequence[Mark]) -> dict[int, list[int]]:
    bands: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        box = line.line.box
        for band in range(int(box.y0 // _BAND), int(box.y1 // _BAND) + 1):
            bands.setdefault(band, []).append(place)
    held: dict[int, list[int]] = {}
    for number, mark in enumerate(marks):
        best, least = -1, 0.0
        for place in bands.get(int(mark.y // _BAND), ()):
            box = lines[place].line.box
            # Text that replaces what is drawn (ActualText) is boxed narrower or wider than that.
            shared = min(box.x1, mark.x + mark.width / 2) - max(box.x0, mark.x - mark.width / 2)
            beside = shared < _SHARED * min(box.x1 - box.x0, mark.width)
            if not beside and box.y0 - _SLACK <= mark.y <= box.y1 + _SLACK:
                off = abs(box.y0 + box.y1 - 2 * mark.y)
                if best < 0 or off < least:
                    best, least = place, off
        if best >= 0:
            held.setdefault(best, []).append(number)
    return held


def _is_shared(letters: dict[int, int]) -> bool:
    if len(letters) == 1:
        return False
    total = sum(letters.values())
    return sum(count >= max(1, _LEAST_SHARE * total) for count in letters.values()) > 1


def _cut(
    line: Placed, pieces: Sequence[int], marks: Sequence[Mark], owners: Sequence[int]
) -> list[Share] | None:
    """The line in parts, one for each run of pieces of one owner; None where it cannot be cut safely."""
    if line.rest or line.line.vertical or line.line.rotation:
        return None
    numbers = (
        _numbers_by_edges(line.line, pieces, marks)
        if line.line.edges is not None
        else _numbers_by_letters(line.line, pieces, marks)
    )
    if numbers is None:
        return None
    parts: list[Share] = []
    start = 0
    text = line.line.text
    for end in range(1, len(text) + 1):
        if end < len(text) and (text[end].isspace() or owners[numbers[end]] == owners[numbers[start]]):
            continue
        own = [marks[number] for number in set(numbers[start:end])]
        first = min(own, key=lambda mark: mark.order)
        reach = (
            max(line.line.box.x0, min(mark.x - mark.width / 2 for mark in own)),
            min(line.line.box.x1, max(mark.x + mark.width / 2 for mark in own)),
        )
        parts.append(Share(part_of(line, start, end, reach), first.element, first.order))
        start = end
    return parts if len(parts) > 1 else None


def _numbers_by_letters(line: Line, pieces: Sequence[int], marks: Sequence[Mark]) -> list[int] | None:
    """For each character its piece, counted from the left; None where the counts differ (folded signs)."""
    ordered = sorted(pieces, key=lambda number: marks[number].x)
    if sum(marks[number].letters for number in ordered) != len("".join(line.text.split())):
        return None
    found: list[int] = []
    left = 0
    at = -1
    for character in line.text:
        if not character.isspace():
            while left == 0:
                at += 1
                left = marks[ordered[at]].letters
            left -= 1
        found.append(ordered[max(at, 0)])
    return found


def _numbers_by_edges(line: Line, pieces: Sequence[int], marks: Sequence[Mark]) -> list[int]:
    """For each character the piece it lies in."""
    edges = line.edges or ()
    found = []
    for place in range(len(line.text)):
        x = (edges[2 * place] + edges[2 * place + 1]) / 2
        found.append(
            min(pieces, key=lambda number: max(0.0, abs(marks[number].x - x) - marks[number].width / 2))
        )
    return found
