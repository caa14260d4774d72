"""Exact places for spans of a paragraph, on demand.

In: a paragraph whose fragments name the lines they came from, and a way to get those lines with the edges
of their characters. Out: the same paragraph, exact where it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.document.model import Fragment, Line, Paragraph

ExactLine = Callable[[int, int], Line | None]


def with_edges(paragraph: Paragraph, spans: Sequence[tuple[int, int]], exact_line: ExactLine) -> Paragraph:
    """The paragraph with measured edges on each fragment that one of `spans` covers in part.

    Args:
        paragraph: as made by `paragraphs`.
        spans: half-open ranges of its text.
        exact_line: page index and number of a line to that line with edges.
    """
    fragments = tuple(
        _measured(part, exact_line) if part.edges is None and _cuts(part, spans) else part
        for part in paragraph.fragments
    )
    return paragraph if fragments == paragraph.fragments else replace(paragraph, fragments=fragments)


def _cuts(part: Fragment, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        start < part.end and part.start < end and not (start <= part.start and part.end <= end)
        for start, end in spans
    )


def _measured(part: Fragment, exact_line: ExactLine) -> Fragment:
    line = exact_line(part.page_index, part.line)
    stop = part.offset + part.end - part.start
    if line is None or line.edges is None or 2 * stop > len(line.edges):
        return part
    return replace(part, edges=line.edges[2 * part.offset : 2 * stop])
