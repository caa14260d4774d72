"""Parts of a line: what of it stands in one cell, or in one element of the file's tags.

In: a placed line, and where it is to be parted. Out: its parts, each a line of its own that knows which
characters of the whole it holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from reader.document.layout.frames import Placed, box_between, in_frame
from reader.document.model import Line

ExactLine = Callable[[int], Line | None]


def parted(
    line: Placed, owner_at: Callable[[float], int], exact_line: ExactLine
) -> list[tuple[int, Placed]] | None:
    """The line in parts, each with its owner, in the order of its text; None where it cannot be parted.

    Args:
        line: the whole.
        owner_at: what owns a place along the line, as an x in its frame.
        exact_line: the line of a number with the edges of its characters.
    """
    whole = line.line if line.line.edges is not None else exact_line(line.number)
    if whole is None or whole.edges is None or len(whole.edges) != 2 * len(whole.text) or line.rest:
        return None
    edges = whole.edges
    places = [in_frame(line, at) for at in edges]
    owners = [owner_at((places[2 * i] + places[2 * i + 1]) / 2) for i in range(len(whole.text))]
    parts: list[tuple[int, Placed]] = []
    start = 0
    for end in range(1, len(owners) + 1):
        if end < len(owners) and (owners[end] == owners[start] or whole.text[end].isspace()):
            continue
        inside = places[2 * start : 2 * (start + len(whole.text[start:end].rstrip()))]
        parts.append((owners[start], part_of(line, start, end, (min(inside), max(inside)), edges)))
        start = end
    return parts


def part_of(
    line: Placed, start: int, end: int, reach: tuple[float, float], edges: tuple[float, ...] | None = None
) -> Placed:
    """The part of a line that holds the characters start … end of its text and lies in `reach`.

    Args:
        line: the whole.
        start: of the part.
        end: of the part.
        reach: from x to x, in its frame.
        edges: of the characters of the whole line, where the line has none itself.
    """
    whole = line.line
    edges = edges or whole.edges
    text = whole.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    left, right = reach
    part = replace(
        whole,
        text=text,
        box=box_between(line, left, right),
        edges=edges[2 * start : 2 * (start + len(text))] if edges is not None else None,
    )
    return replace(line, line=part, x0=left, x1=right, text=text, offset=line.offset + start)
