"""Exact places for spans of a paragraph, on demand.

In: a paragraph whose fragments name the lines they came from, and a way to get those lines with the edges
of their characters. Out: the same paragraph, exact where it was asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reader.document.model import Fragment, Line, Paragraph

ExactLines = Callable[[int], tuple[Line, ...]]


def with_edges(paragraph: Paragraph, spans: Sequence[tuple[int, int]], exact_lines: ExactLines) -> Paragraph:
    """The paragraph with measured edges on each fragment that one of `spans` covers in part.

    Args:
        paragraph: as made by `paragraphs`.
        spans: half-open ranges of its text.
        exact_lines: page index to the lines of that page, with edges.
    """
    fragments = tuple(
        _measured(part, exact_lines) if part.edges is None and _cuts(part, spans) else part
        for part in paragraph.fragments
    )
    return paragraph if fragments == paragraph.fragments else replace(paragraph, fragments=fragments)


def _cuts(part: Fragment, spans: Sequence[tuple[int, int]]) -> bool:
    return any(
        start < part.end and part.start < end and not (start <= part.start and part.end <= end)
        for start, end in spans
    )


def _measured(part: Fragment, exact_lines: ExactLines) -> Fragment:
    lines = exact_lines(part.page_index)
    if not 0 <= part.line < len(lines):
        return part
    edges = lines[part.line].edges
    stop = part.offset + part.end - part.start
    if edges is None or 2 * stop > len(edges):
        return part
    return replace(part, edges=edges[2 * part.offset : 2 * stop])
