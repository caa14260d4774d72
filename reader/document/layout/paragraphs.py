"""Paragraphs: a page laid out, and pages joined.

In: a page and the margins of its neighbours. Out: `PageLayout`, the page's paragraphs in reading order; then
`Paragraph`s joined over page breaks. A page can be laid out by itself, in any order, and always gives the
same; so the analysis can start at the visible page and go outward.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain

from reader.document.layout.blocks import Block, cut_blocks
from reader.document.layout.continued_notes import continued_note
from reader.document.layout.continued_tables import header_above, is_plain_row
from reader.document.layout.date_columns import RowHeads, heads_of_rows
from reader.document.layout.even_sizes import even_sizes
from reader.document.layout.frames import (
    Placed,
    Row,
    is_vertical,
    opens_large,
    pieces_stand_apart,
    place_lines,
)
from reader.document.layout.furniture import find_furniture
from reader.document.layout.headings import block_role, body_type
from reader.document.layout.hyphenation import cuts_word, join_lines, stands_alone, words_of
from reader.document.layout.joining import Ending, Start, ending_of, start_of
from reader.document.layout.margins import Margins, read_margins
from reader.document.layout.measure import leading_of
from reader.document.layout.parts import Part, in_pieces, merged, shifted, shortened
from reader.document.layout.reading_order import Column, order_lines
from reader.document.layout.ruled_tables import Drawn, order_with_tables
from reader.document.layout.running_on import RUNNING, join_columns, open_before, stands_between
from reader.document.layout.table_titles import titles_of_tables
from reader.document.layout.tables import Table
from reader.document.model import RULE, Fragment, Page, Paragraph, ParagraphRole
from reader.document.text.markers import kind_of_sign

# A section's heading completes what stands on the next pages too; a reader of a page looks back so far.
HEADING_REACH = 2
# And so far where nothing but rows of one table stand on the pages between.
TABLE_REACH = 12


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The parts of a page in reading order."""

    index: int
    parts: tuple[Part, ...]
    from_ocr: bool = False


def layout_page(page: Page, neighbours: Sequence[Margins] = (), drawn: Drawn | None = None) -> PageLayout:
    """Lay out one page.

    Args:
        page: as read.
        neighbours: margins of the pages up to two before and after, as far as there are any; those of the
            page itself may be among them.
        drawn: how to learn what lines are drawn on the page; without it tables are known by their text alone.
    """
    own = next((margins for margins in neighbours if margins.index == page.index), None)
    furniture = find_furniture(page, own or read_margins(page), neighbours)
    groups = place_lines(page.lines, page.size)
    for group in groups:
        even_sizes(group)
    kept = [[line for line in group if line.number not in furniture] for group in groups]
    writer = PageWriter(page, kept[0] if kept else ())
    parts: list[Part] = []
    for group in kept:  # what is printed along the margin goes on with nothing on the page
        ordered = (
            order_lines(group)
            if drawn is None or any(map(is_vertical, group))
            else order_with_tables(group, drawn, page.size)
        )
        parts += join_columns([list(writer.column(column)) for column in ordered], writer.words)
    for lines in _whole_words([line for group in groups for line in group if line.number in furniture]):
        text, fragments = writer.write(lines)
        parts.append(
            Part(text, fragments, ParagraphRole.FURNITURE, Start.CLOSED, Ending.CLOSED, lines[0].size)
        )
    return PageLayout(page.index, tuple(parts), page.from_ocr)


def _whole_words(lines: Sequence[Placed]) -> list[list[Placed]]:
    """The lines one by one; those that share a word together."""
    found: list[list[Placed]] = []
    for line in lines:
        before = found[-1][-1] if found else None
        if before is not None and line.number == before.number + 1 and cuts_word(before.text, line.text):
            found[-1].append(line)
        else:
            found.append([line])
    return found


class PageWriter:
    """Writes blocks of one page as parts; knows how its lines are set, and its words for doubtful hyphens."""

    def __init__(self, page: Page, lines: Sequence[Placed]) -> None:
        self.page = page
        self.body = body_type(lines)
        self.words = cache(self._words)
        self.leading = cache(partial(leading_of, lines))

    def _words(self) -> AbstractSet[str]:
        return words_of("\n".join(line.text for line in self.page.lines))

    def column(self, column: Column) -> Iterator[Part]:
        """The parts of a column in reading order."""
        if column.table is not None:
            yield from self.table(column.table)
            return
        parts: list[Part] = []
        last = True
        to_left = column.right_to_left
        for block in reversed(cut_blocks(column.rows, right_to_left=to_left, usual_leading=self.leading)):
            part = self.block(block, last_in_column=last)
            last = last and part.role is ParagraphRole.FOOTNOTE
            parts.append(part)
        yield from listed_under_heading(parts[::-1])

    def block(self, block: Block, *, last_in_column: bool) -> Part:
        """A block as a part; its role by its look."""
        text, fragments = self.write([piece for row in block.rows for piece in row.pieces])
        role = block_role(block.rows, text, self.body, last_in_column=last_in_column)
        if len(block.rows) == 1 and pieces_stand_apart(block.rows[0]) and _is_row(role, block.rows[0]):
            role = ParagraphRole.TABLE_ROW
            text, fragments, _ = self.row([[piece] for piece in block.rows[0].pieces])
        start = start_of(text, role, indented=block.indented)
        # A word in small capitals that begins the first row would tell the size of that row.
        size = block.rows[len(block.rows) // 2].size
        ending = ending_of(text, role, full=block.full, short=block.short)
        return Part(text, fragments, role, start, ending, size)

    def table(self, table: Table) -> Iterator[Part]:
        """The rows of a table, under its header."""
        heads = table.rows[: table.heads] or [table.over]
        header = RULE.join(filter(None, (self.row(row)[0] for row in heads)))
        for place, row in enumerate(table.rows):
            text, fragments, ends = self.row(row)
            labels = self.row(table.labels[place])[0] if table.labels else ""
            yield Part(
                text,
                fragments,
                ParagraphRole.TABLE_ROW,
                # A row that a page's end cuts goes on beside an empty cell.
                Start.RUNS_ON if table.labels and not ends[0] else Start.CLOSED,
                Ending.CLOSED,
                next(line.size for cell in row for line in cell),
                RULE.join(filter(None, (header, labels))) if place >= table.heads else "",
                cells=tuple(enumerate(ends)) if table.labels else (),
            )

    def row(self, cells: Iterable[Sequence[Placed]]) -> tuple[str, tuple[Fragment, ...], list[int]]:
        """The cells of a row, with a rule between those that hold words, and where the text of each ends."""
        text = ""
        fragments: list[Fragment] = []
        ends: list[int] = []
        for cell in cells:
            if cell:
                cell_text, cell_fragments = self.write(cell)
                text += RULE if text else ""
                fragments += shifted(cell_fragments, len(text))
                text += cell_text
            ends.append(len(text))
        return text, tuple(fragments), ends

    def write(self, pieces: Iterable[Placed]) -> tuple[str, tuple[Fragment, ...]]:
        """The text of lines joined, and where each of them stands."""
        text = ""
        page, words = self.page.index, self.words
        fragments: list[Fragment] = []
        before: Placed | None = None
        for piece in chain.from_iterable((one, *one.rest) for one in pieces):
            line = piece.line
            if before is not None:
                kept, between = join_lines(text, line.text, words)
                if opens_large(before, piece) and not stands_alone(before.text, line.text, words):
                    between = ""
                if kept < len(text):
                    text = text[:kept]
                    fragments[-1] = shortened(fragments[-1], kept)
                text += between
            before, start = piece, len(text)
            text += line.text
            place = (page, line.box, line.edges, line.vertical, piece.number, piece.offset)
            fragments.append(Fragment(start, len(text), *place))
        return text, tuple(fragments)


def _is_row(role: ParagraphRole, row: Row) -> bool:
    """Whether pieces far apart are no title: that has two at most, one of them its number."""
    most = 2
    return role is ParagraphRole.BODY or (role is ParagraphRole.HEADING and len(row.pieces) > most)


def listed_under_heading(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts of a column; small print right under a heading is a list of works, no footnotes."""
    sign = ""
    before: ParagraphRole | None = None
    for part in parts:
        if part.role is ParagraphRole.FOOTNOTE:
            if before is ParagraphRole.HEADING:
                sign = kind_of_sign(part.text)
            before = part.role
            if sign and kind_of_sign(part.text) == sign:
                yield replace(part, role=ParagraphRole.LIST_ITEM)
                continue
        else:
            sign, before = "", part.role
        yield part


_MOST_HEADS = 3  # rows of a table's header
_NO_HEADS = RowHeads()
_WITHOUT_CONTEXT = (ParagraphRole.HEADING, ParagraphRole.FURNITURE)


def paragraphs_of_page(index: int, layouts: Mapping[int, PageLayout]) -> tuple[Paragraph, ...]:
    """The paragraphs that begin on page `index`, each with its continuation on the pages after it.

    Args:
        index: of the page.
        layouts: of the page itself, the `HEADING_REACH` before it, those before them as far as a table goes
            back, and those after it as far as a paragraph may run.
    """
    layout = layouts[index]
    before = layouts.get(index - 1)
    after = layouts.get(index + 1)
    seams = _seams(before, layout) if before is not None else ()
    continued = {seam[1] for seam in seams if seam is not None}
    running, note = _seams(layout, after) if after is not None else (None, None)
    heading = _heading_before(index, layouts)
    # A note is called from somewhere on the page: what its last heading says need not hold for it.
    titles = (part.text for part in layout.parts if part.role is ParagraphRole.HEADING)
    first_heading = heading or next(titles, "")
    again = _printed_again(layout, before)
    heads, titled = heads_of_rows(layout.parts), titles_of_tables(layout.parts)
    found: list[Paragraph] = []
    for number, part in enumerate(layout.parts):
        if number in continued:
            continue
        whole = part
        if running is not None and number == running[0]:
            whole = _run_on(part, index, layouts)
        elif note is not None and after is not None and number == note[0]:
            whole = merged(part, after.parts[note[1]], partial(_words_of_pages, layout, after))
        if part.role is ParagraphRole.HEADING:
            heading = part.text
        row = part.role is ParagraphRole.TABLE_ROW
        header = part.header or (_header_before(number, index, layouts) if row else "")
        own = heads.get(number, _NO_HEADS)
        foot = part.role is ParagraphRole.FOOTNOTE
        heads_of_cells = own.text if part.header or not header else ""
        over = (titled.get(number, first_heading if foot else heading), header, heads_of_cells)
        context = "" if part.role in _WITHOUT_CONTEXT else RULE.join(filter(None, over))
        role = ParagraphRole.FURNITURE if again[0] <= number < again[1] else part.role
        for piece, (text, fragments) in enumerate(in_pieces(whole)):
            name = f"p{index}.{number}" + (f".{piece}" if piece else "")
            found.append(Paragraph(name, text, fragments, role, context, layout.from_ocr, own.dates))
    return tuple(found)


def _heading_before(index: int, layouts: Mapping[int, PageLayout]) -> str:
    """The heading under which a page begins, if it stands on one of the pages just before."""
    for before in range(index - 1, index - 1 - HEADING_REACH, -1):
        layout = layouts.get(before)
        for part in reversed(layout.parts if layout is not None else ()):
            if part.role is ParagraphRole.HEADING:
                return part.text
    return ""


def _printed_again(layout: PageLayout, before: PageLayout | None) -> tuple[int, int]:
    """From where to where the rows at the head of a page are the header of the table before them again."""
    first = next((i for i, part in enumerate(layout.parts) if part.role in RUNNING), 0)
    headers = {part.header for part in before.parts if part.header} if before is not None else ()
    for end in range(first + 1, first + 1 + _MOST_HEADS) if headers else ():
        if RULE.join(part.text for part in layout.parts[first:end]) in headers:
            return first, end
    return first, first


def _header_before(number: int, index: int, layouts: Mapping[int, PageLayout]) -> str:
    """The header of a table that goes on here from one of the pages just before."""
    parts = layouts[index].parts
    back = [at for at in range(index - 1, index - 1 - TABLE_REACH, -1) if at in layouts]
    first, end = _printed_again(layouts[index], layouts.get(index - 1))
    if first < end <= number and all(part.cells for part in parts[end : number + 1]):
        return RULE.join(part.text for part in parts[first:end])
    if first == end and all(is_plain_row(one) and not one.header for one in parts[first : number + 1]):
        return header_above([layouts[at].parts for at in back], parts[first])
    table = parts[number].table
    for before in back if table else ():
        for part in reversed(layouts[before].parts):
            if part.table == table and part.header:
                return part.header
    return ""


def _run_on(part: Part, index: int, layouts: Mapping[int, PageLayout]) -> Part:
    """The part with what the following pages add to it."""
    while index + 1 in layouts:
        here, after = layouts[index], layouts[index + 1]
        seam = _seam(here, after)
        if seam is None:
            break
        part = merged(part, after.parts[seam[1]], partial(_words_of_pages, here, after))
        if not runs_through(after):
            break
        index += 1
    return part


def _words_of_pages(*pages: PageLayout) -> AbstractSet[str]:
    return words_of("\n".join(part.text for page in pages for part in page.parts))


def runs_through(layout: PageLayout) -> bool:
    """Whether a page holds one part of running text only, so that a paragraph may run through it."""
    return sum(part.role in RUNNING for part in layout.parts) == 1


def _seams(before: PageLayout, after: PageLayout) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Which parts of two pages are one paragraph of the text, and which one note."""
    return _seam(before, after), continued_note(before.parts, after.parts)


def _seam(before: PageLayout, after: PageLayout) -> tuple[int, int] | None:
    """Which part of `before` goes on with which part of `after`, if one does.

    Tables and figures at the head of `after` stand between the two halves of a sentence.
    """
    last = _open_part(before)
    first = _printed_again(after, before)[1]
    if last is None:
        return None
    size = max(before.parts, key=lambda part: len(part.text)).size
    for place in range(first, len(after.parts)):
        part = after.parts[place]
        if part.role in RUNNING and (place == first or part.start is Start.RUNS_ON):
            open_at = open_before(before.parts, last, part)
            if open_at >= 0 and (place == first or before.parts[open_at].ending is Ending.RUNS_ON):
                return open_at, place
        if part.element or not stands_between(part, size):
            return None
    return None


def _open_part(layout: PageLayout) -> int | None:
    """The last part of running text on a page."""
    return next((i for i in reversed(range(len(layout.parts))) if layout.parts[i].role in RUNNING), None)


def join_pages(layouts: Sequence[PageLayout]) -> tuple[Paragraph, ...]:
    """All paragraphs of consecutive pages, joined over their breaks."""
    by_index = {layout.index: layout for layout in layouts}
    return tuple(paragraph for index in by_index for paragraph in paragraphs_of_page(index, by_index))
