"""A page laid out by its structure tree.

In: a page, the margins of its neighbours and its structure. Out: its `PageLayout`, as `paragraphs` makes it
from the look of the page alone, or None where the tree is not to be believed.

The tree tells where paragraphs begin and end, in which order they are read, what is a heading, a point, a
row, a cell, a note; what it does not tell (a paragraph that is a caption or a point by its words, the lines
of an element that holds no paragraphs) is told by the look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.document.layout.blocks import Block, cut_blocks, same_labels
from reader.document.layout.frames import Placed, Row, place_lines, reads_right_to_left, row_of
from reader.document.layout.furniture import find_furniture
from reader.document.layout.headings import BodyType
from reader.document.layout.joining import Ending, Start
from reader.document.layout.margins import Margins, read_margins
from reader.document.layout.paragraphs import PageLayout, PageWriter
from reader.document.layout.parts import Part
from reader.document.layout.reading_order import order_lines
from reader.document.layout.running_on import join_columns
from reader.document.layout.table_rows import has_header, split_rows
from reader.document.model import RULE, Page, ParagraphRole
from reader.document.tagged.tag_checks import agrees
from reader.document.tagged.tagged import Unit, divide
from reader.document.text.markers import marker_length, number_of_sign
from reader.document.text.structure import PageStructure

_ROLES = {
    "LI": ParagraphRole.LIST_ITEM,
    "Caption": ParagraphRole.CAPTION,
    "Note": ParagraphRole.FOOTNOTE,
    "TR": ParagraphRole.TABLE_ROW,
}
_LONGEST_HEADING = 240
_LARGER = 1.06  # times the body's size
_SAME_BASELINE = 0.35  # of the type size
# Baseline distance inside one paragraph over its usual one at which a blank line stands between: two <br>.
_BLANK_LINE = 1.7


def layout_tagged_page(
    page: Page, neighbours: Sequence[Margins], structure: PageStructure
) -> PageLayout | None:
    """Lay out one page by its tree; arguments as for `layout_page`."""
    own = next((margins for margins in neighbours if margins.index == page.index), None)
    furniture = find_furniture(page, own or read_margins(page), neighbours)
    groups = place_lines(page.lines, page.size)
    lines = [line for group in groups for line in group]
    units = divide(lines, page.size.height, structure, furniture)
    if units is None or not agrees(units):
        return None
    writer = PageWriter(page, [line for line in groups[0] if line.number not in furniture])
    headers = _headers(units, writer)
    found: list[list[Part]] = []
    for unit in units:
        if unit.kind == "TR":
            found.append(list(_rows(unit, headers, writer)))
        elif unit.kind == "Artifact":
            found.append([_furniture(line, writer) for line in unit.lines])
        elif unit.kind:
            found.append(list(_paragraphs(unit, writer)))
        else:
            columns = [list(writer.column(column)) for column in order_lines(unit.lines)]
            found.append(join_columns(columns, writer.words))
    parts = [part for some in found for part in some]
    body = [part for part in parts if part.role is not ParagraphRole.FURNITURE]
    return PageLayout(
        page.index,
        (*body, *(part for part in parts if part.role is ParagraphRole.FURNITURE)),
        page.from_ocr,
    )


def _furniture(line: Placed, writer: PageWriter) -> Part:
    text, fragments = writer.write([line])
    return Part(text, fragments, ParagraphRole.FURNITURE, Start.CLOSED, Ending.CLOSED, line.size)


def _headers(units: Sequence[Unit], writer: PageWriter) -> dict[int, tuple[str, int]]:
    """For each table on the page the text of its header and how many rows it has."""
    rows: dict[int, list[Unit]] = {}
    for unit in units:
        if unit.kind == "TR":
            rows.setdefault(unit.table, []).append(unit)
    found: dict[int, tuple[str, int]] = {}
    for table, own in rows.items():
        # A row of one cell below others heads the rows after it: "2019" over "2 March".
        ends = (not row.header or (place and len(row.cells) == 1) for place, row in enumerate(own))
        count = next((place for place, end in enumerate(ends) if end), len(own))
        if count == len(own):
            count = 0
        if count == 0 and len(own) > 1:
            cells = [[cell.lines for cell in row.cells.values()] for row in own]
            count = int(has_header(cells))
        heads = [RULE.join(writer.write(cell.lines)[0] for cell in row.cells.values()) for row in own[:count]]
        found[table] = (RULE.join(heads), own[count - 1].element if count else 0)
    return found


def _rows(unit: Unit, headers: dict[int, tuple[str, int]], writer: PageWriter) -> Iterator[Part]:
    """The row of a unit; more than one where its cells are lists that stand beside each other."""
    header, last = headers[unit.table]
    if last:
        # The rows of the header stand under none; from the one after them on all stand under them.
        if unit.element == last:
            headers[unit.table] = (header, 0)
        header = ""
    whole = [cell.lines for cell in unit.cells.values()]
    for row in [whole] if unit.header else split_rows(whole):
        text, fragments, ends = writer.row(row)
        yield Part(
            text,
            fragments,
            ParagraphRole.TABLE_ROW,
            Start.CLOSED,
            Ending.CLOSED,
            unit.lines[0].size,
            header,
            unit.element,
            unit.table,
            tuple(zip(unit.cells, ends, strict=True)),
        )


def _paragraphs(unit: Unit, writer: PageWriter) -> Iterator[Part]:
    """The paragraph of a unit; more than one where blank lines or points divide it."""
    right_to_left = reads_right_to_left(unit.lines)
    blocks: list[Block] = []
    for rows in _runs(unit.lines, right_to_left=right_to_left):
        cut = _regrouped(cut_blocks(rows, right_to_left=right_to_left), points=unit.kind == "P")
        if blocks:
            first = cut.pop(0)
            blocks[-1] = replace(
                blocks[-1], rows=blocks[-1].rows + first.rows, full=first.full, short=first.short
            )
        blocks += cut
    last = True
    parts: list[Part] = []
    for block in reversed(blocks):
        part = writer.block(block, last_in_column=last)
        parts.append(replace(part, role=_role(unit, block, part, writer.body), element=unit.element))
    yield from reversed(parts)


def _role(unit: Unit, block: Block, part: Part, body: BodyType) -> ParagraphRole:
    """What a block of a unit is: what its tag says, unless it is set as something else."""
    if unit.kind == "H" and len(part.text) <= _LONGEST_HEADING:
        # Numbered articles of a law are tagged as headings are: by the style that numbers them.
        plain = part.size < _LARGER * body.size and not block.rows[0].bold and block.rows[-1].finished
        return part.role if plain else ParagraphRole.HEADING
    # And numbered headings as points are.
    numbered = number_of_sign(part.text) is not None
    if unit.kind == "LI" and part.role is ParagraphRole.HEADING and numbered:
        return part.role
    return _ROLES.get(unit.kind, part.role)


def _runs(lines: Sequence[Placed], *, right_to_left: bool) -> list[list[Row]]:
    """The rows of a paragraph, a list for each column it stands in."""
    levels: list[list[list[Placed]]] = []
    for line in lines:
        before = levels[-1][-1][0] if levels else None
        if before is not None and abs(before.baseline - line.baseline) < _SAME_BASELINE * line.size:
            levels[-1][-1].append(line)
        elif before is not None and line.baseline > before.baseline and _overlap(before, line):
            levels[-1].append([line])
        else:
            levels.append([[line]])
    return [
        [row_of(sorted(level, key=lambda one: -one.x1 if right_to_left else one.x0)) for level in run]
        for run in levels
    ]


def _overlap(one: Placed, two: Placed) -> bool:
    return min(one.x1, two.x1) > max(one.x0, two.x0)


def _regrouped(blocks: list[Block], *, points: bool) -> list[Block]:
    """Blocks put together again, but for blank lines and, in a paragraph, its points and dated entries."""
    kept = blocks[:1]
    steps = sorted(row.baseline - before.baseline for block in blocks for before, row in pairwise(block.rows))
    usual = steps[len(steps) // 2] if steps else 0.0
    for block, after in zip(blocks[1:], [*blocks[2:], None], strict=False):
        before, row = kept[-1].rows[-1], block.rows[0]
        step = row.baseline - before.baseline
        runs_on = not before.finished and row.text[:1].islower()
        blank = usual > 0 and step > _BLANK_LINE * usual and not runs_on
        point = points and before.finished and marker_length(row.text) > 0
        beside = (kept[-1].rows[0], after.rows[0]) if after else (kept[-1].rows[0],)
        point = point or (points and any(same_labels(row, other) for other in beside))
        if blank or point:
            kept.append(block)
        else:
            kept[-1] = replace(block, rows=kept[-1].rows + block.rows, indented=kept[-1].indented)
    return kept
