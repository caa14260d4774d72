"""Parts: what one page holds of a paragraph, and parts put together again.

In: parts as `paragraphs` and `tagged_layout` write them. Out: two of them as one, its text joined as words
are joined over a line's end, each character still traceable to its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import islice

from reader.document.layout.hyphenation import join_lines
from reader.document.layout.joining import Ending, Start
from reader.document.model import RULE, Fragment, ParagraphRole
from reader.frozen import frozen, replace

# Characters. The longest paragraphs of novels have a fifth of it; more is a file without paragraphs.
# A page with 100,000 days in one passage kept the tagger busy for minutes, in 45 passages for seconds.
LONGEST = 20_000


@frozen
class Part:
    """A paragraph as far as it stands on one page, and how it meets what comes before and after."""

    text: str
    fragments: tuple[Fragment, ...]
    role: ParagraphRole
    start: Start
    ending: Ending
    size: float
    header: str = ""  # of a table's columns
    # Numbers of the tagged paragraph and table it belongs to, the same on every page; 0 where nothing tells.
    element: int = 0
    table: int = 0
    cells: tuple[tuple[int, int], ...] = ()  # of a tagged row: the cells' numbers and where their text ends


def merged(first: Part, second: Part, words: Callable[[], AbstractSet[str]]) -> Part:
    """The first part with the second as its continuation; `words` of the text tell of doubtful hyphens."""
    if first.cells and second.cells:
        return _merged_row(first, second, words)
    kept, between = join_lines(first.text, second.text, words)
    start = kept + len(between)
    fragments = list(first.fragments)
    if kept < len(first.text):
        fragments[-1] = shortened(fragments[-1], kept)
    fragments += shifted(second.fragments, start)
    text = first.text[:kept] + between + second.text
    return replace(first, text=text, fragments=tuple(fragments), ending=second.ending)


def _merged_row(first: Part, second: Part, words: Callable[[], AbstractSet[str]]) -> Part:
    """A row that a page's end cuts: each of its cells goes on in the same cell."""
    whole: Part | None = None
    cells: list[tuple[int, int]] = []
    for number in dict.fromkeys(number for part in (first, second) for number, _ in part.cells):
        halves = [half for part in (first, second) if (half := _cell_of(part, number)) is not None]
        if halves:
            cell = halves[0] if len(halves) == 1 else merged(halves[0], halves[1], words)
            if whole is None:
                whole = cell
            else:
                start = len(whole.text) + len(RULE)
                fragments = (*whole.fragments, *shifted(cell.fragments, start))
                whole = replace(whole, text=whole.text + RULE + cell.text, fragments=fragments)
        cells.append((number, len(whole.text) if whole is not None else 0))
    return first if whole is None else replace(whole, cells=tuple(cells))


def _cell_of(row: Part, number: int) -> Part | None:
    """A cell of a row, as a part of its own; None where it has no words."""
    start = 0
    for cell, end in row.cells:
        if cell == number and end > start:
            begin = start + len(RULE) if start else 0
            inside = [part for part in row.fragments if begin <= part.start < end]
            return replace(row, text=row.text[begin:end], fragments=tuple(shifted(inside, -begin)), cells=())
        start = end
    return None


def in_pieces(part: Part) -> Iterator[tuple[str, tuple[Fragment, ...]]]:
    """The text of a part with its fragments; of one too long to be a paragraph, piece by piece."""
    start, size = 0, len(part.text)
    while size - start > LONGEST:
        end = start + LONGEST
        # Where a sentence ends, else a word; where nothing does, anywhere.
        cuts = (part.text.rfind(mark, start + LONGEST // 2, end) + len(mark) for mark in (". ", " "))
        end = next((cut for cut in cuts if cut > start + LONGEST // 2), end)
        yield _piece(part, start, end)
        start = end
    yield (part.text, part.fragments) if start == 0 else _piece(part, start, size)


def _piece(part: Part, start: int, end: int) -> tuple[str, tuple[Fragment, ...]]:
    text = part.text[start:end].rstrip()
    inside = bisect_right(part.fragments, start, key=lambda one: one.end)
    found: list[Fragment] = []
    for one in islice(part.fragments, inside, None):
        if one.start >= start + len(text):
            break
        begin, stop = max(one.start, start), min(one.end, start + len(text))
        edges = one.edges and one.edges[2 * (begin - one.start) : 2 * (stop - one.start)]
        offset = one.offset + begin - one.start
        found.append(replace(one, start=begin - start, end=stop - start, edges=edges, offset=offset))
    return text, tuple(found)


def shortened(fragment: Fragment, end: int) -> Fragment:
    """The fragment without what comes after `end`."""
    edges = fragment.edges[: 2 * (end - fragment.start)] if fragment.edges is not None else None
    return replace(fragment, end=end, edges=edges)


def shifted(fragments: Iterable[Fragment], by: int) -> Iterator[Fragment]:
    """The fragments, further on in a longer text."""
    for part in fragments:
        yield replace(part, start=part.start + by, end=part.end + by)
