"""A page divided by its structure tree, where the tree can be believed.

In: the placed lines of a page and the marked pieces of `structure`. Out: `Unit`s in reading order, each a
paragraph, a row of a table, or lines the tree says nothing exact about, which layout analysis then divides;
None where the tree is not to be believed (see `tag_checks`), so that layout analysis has the whole page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from reader.document.layout.frames import Placed
from reader.document.layout.line_shares import shares_of
from reader.document.text.structure import Element, PageStructure

# What stands in the outer parts of a page may be left out of the tree: running heads, page numbers.
_MARGIN = 0.12
# Share of the letters of a page that must be in the tree.
_COVERED = 0.95
# A cell with several paragraphs and more letters than this is a column of a page, not of a table.
_LARGEST_CELL = 500

_HEADINGS = frozenset(("H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"))
_PARAGRAPHS = frozenset(("P", "BibEntry", "Code"))
_POINTS = frozenset(("LI", "TOCI"))
_CELLS = frozenset(("TD", "TH"))
_WHOLE = {"Caption": "Caption", "Note": "Note", "FENote": "Note", "Artifact": "Artifact"}


@dataclass(slots=True)
class Cell:
    """A cell of a row: its lines, and the paragraphs they come from."""

    lines: list[Placed] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Unit:
    """Lines that belong together, in reading order.

    `kind` is "P", "H", "LI", "TOCI", "TR", "Caption", "Note", "Artifact", or "" where layout must tell.
    `element` and `table` are the numbers of the elements, the same on every page on which they go on.
    `header` says that all cells of a row are headers.
    """

    kind: str
    element: int
    lines: list[Placed] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)
    header: bool = True
    table: int = 0
    first: int = 0  # of a point's paragraphs; the others are paragraphs of their own


@dataclass(frozen=True, slots=True)
class _Holder:
    """What an element's words belong to: a unit's kind and number; in it the paragraph and the cell."""

    kind: str
    number: int
    paragraph: int = 0
    cell: int = 0
    header: bool = False
    table: int = 0


def divide(
    lines: Sequence[Placed], height: float, structure: PageStructure, furniture: Collection[int] = ()
) -> list[Unit] | None:
    """The units of a page, or None where its tree leaves out too much of it, or says nothing of paragraphs.

    Args:
        lines: of the page.
        height: of the page in points.
        structure: its marked pieces.
        furniture: numbers of the lines that look like running heads; only what the tree holds to be cells of
            a table is not.
    """
    layout_tables: set[int] = set()
    units, loose = _units(lines, structure, layout_tables)
    if layout_tables or _find_layout_tables(units, layout_tables):
        units, loose = _units(lines, structure, layout_tables)
    for unit in units:
        if unit.kind != "TR" and any(line.number in furniture for line in unit.lines):
            loose += [line for line in unit.lines if line.number in furniture]
            unit.lines = [line for line in unit.lines if line.number not in furniture]
    units = [unit for unit in units if unit.lines]
    for unit in units:
        unit.lines = _downward(unit.lines)
        for cell in unit.cells.values():
            cell.lines.sort(key=lambda line: line.baseline)
    body = [
        line
        for line in loose
        if line.number not in furniture
        and _MARGIN * height < line.line.box.y0
        and line.line.box.y1 < (1 - _MARGIN) * height
    ]
    held, lost = (sum(len(line.text) for line in some) for some in (_lines_of(units), body))
    if held < _COVERED * (held + lost) or not any(unit.kind for unit in units):
        return None
    outside = [line for line in loose if line not in body]
    return [
        *(unit for unit in units if unit.kind != "Note"),
        *([Unit("", 0, body)] if body else ()),
        *(unit for unit in units if unit.kind == "Note"),
        *([Unit("Artifact", 0, outside)] if outside else ()),
    ]


def _downward(lines: Sequence[Placed]) -> list[Placed]:
    """Lines of one paragraph, from top to bottom in each column; the engine writes some in another order."""
    columns: list[list[Placed]] = []
    for line in lines:
        before = columns[-1][-1] if columns else None
        if before is not None and min(before.x1, line.x1) > max(before.x0, line.x0):
            columns[-1].append(line)
        else:
            columns.append([line])
    return [line for column in columns for line in sorted(column, key=lambda one: one.baseline)]


def _lines_of(units: Iterable[Unit]) -> list[Placed]:
    return [line for unit in units for line in unit.lines]


def _units(
    lines: Sequence[Placed], structure: PageStructure, layout_tables: set[int]
) -> tuple[list[Unit], list[Placed]]:
    holders: dict[int, _Holder] = {}
    for mark in structure.marks:
        if mark.element.number not in holders:
            holders[mark.element.number] = _holder(mark.element, layout_tables)
    numbering: dict[tuple[int, int, int], int] = {}
    owners = [
        numbering.setdefault((one.number, one.paragraph, one.cell), len(numbering))
        for one in (holders[mark.element.number] for mark in structure.marks)
    ]
    shares, loose = shares_of(lines, structure.marks, owners)
    shares.sort(key=lambda one: (one.order, one.line.number, one.line.offset))
    units: list[Unit] = []
    known: dict[int, Unit] = {}
    for share in shares:
        _add(share.line, holders[share.element.number], units, known)
    return units, loose


def _add(line: Placed, holder: _Holder, units: list[Unit], known: dict[int, Unit]) -> None:
    kind, number = holder.kind, holder.number
    unit = known.get(number)
    if not kind:
        unit = units[-1] if units and units[-1].element == number and not units[-1].kind else None
    elif (
        kind in _POINTS and unit is not None and holder.paragraph and unit.first not in (0, holder.paragraph)
    ):
        kind, number = "P", holder.paragraph
        unit = known.get(number)
    if unit is None:
        unit = known[number] = Unit(kind, number, table=holder.table)
        units.append(unit)
    unit.first = unit.first or holder.paragraph
    unit.lines.append(line)
    if kind == "TR":
        cell = unit.cells.setdefault(holder.cell, Cell())
        cell.lines.append(line)
        cell.paragraphs.add(holder.paragraph)
        unit.header = unit.header and holder.header


def _holder(element: Element, layout_tables: set[int]) -> _Holder:
    """Climb from the words to what they are a paragraph or a row of."""
    way = [element]
    while way[-1].parent is not None:
        way.append(way[-1].parent)
    inner = list(takewhile(lambda one: one.kind not in _CELLS or _table(one) in layout_tables, way))
    alone = next((one for one in way if one.kind == "Artifact"), None) or next(
        (one for one in inner if one.kind in _WHOLE), None
    )
    if alone is not None:
        return _Holder(_WHOLE[alone.kind], alone.number)
    strong = [one for one in inner if one.kind in _PARAGRAPHS or one.kind in _POINTS or _is_heading(one)]
    paragraph = strong[0] if strong and strong[0].kind not in _POINTS else None
    row = _row(way[len(inner) :], paragraph, layout_tables) if len(inner) < len(way) else None
    if row is not None:
        return row
    point = next((one for one in strong if one.kind in _POINTS), None)
    if point is not None and (paragraph is None or not _is_heading(paragraph)):
        return _Holder(point.kind, point.number, paragraph.number if paragraph else 0)
    if paragraph is not None:
        return _Holder("H" if _is_heading(paragraph) else "P", paragraph.number)
    group = next((one for one in way if one.kind != "NonStruct"), way[-1])
    return _Holder("", group.number)


def _is_heading(element: Element) -> bool:
    return element.kind in _HEADINGS or (element.kind[:1] == "H" and element.kind[1:].isdigit())


def _row(way: Sequence[Element], paragraph: Element | None, layout_tables: set[int]) -> _Holder | None:
    """The row of the cell that `way` begins with; a table around this one is there for the layout."""
    cell = way[0]
    table = _table(cell)
    outer = next((one for one in way[1:] if one.kind in _CELLS and _table(one) != table), None)
    if outer is not None:
        layout_tables.add(_table(outer))
    row = next((one for one in way if one.kind == "TR"), None)
    if row is None:
        return None
    return _Holder(
        "TR", row.number, paragraph.number if paragraph else 0, cell.number, cell.kind == "TH", table
    )


def _table(element: Element) -> int:
    """The number of the table an element is in; 0 for none."""
    here: Element | None = element
    while here is not None and here.kind != "Table":
        here = here.parent
    return 0 if here is None else here.number


def _find_layout_tables(units: Iterable[Unit], found: set[int]) -> bool:
    """Tables that arrange the page instead of holding rows: their cells are filled with paragraphs."""
    before = len(found)
    for unit in units:
        for cell in unit.cells.values():
            letters = sum(len(line.text) for line in cell.lines)
            if letters > _LARGEST_CELL and (len(cell.paragraphs) > 1 or len(unit.cells) == 1):
                found.add(unit.table)
    return len(found) > before
