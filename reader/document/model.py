"""What is on the page, as plain values. Knows no dates, no engine, no Qt.

All lengths are PDF points (1/72 inch) on the page turned upright: origin top left, y down, before zoom.
Spans are half-open ranges of Unicode code points.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.frozen import frozen

RULE = " | "  # between the cells of a row in its text


@frozen
class Box:
    """A rectangle in PDF points: left, top, right, bottom."""

    x0: float
    y0: float
    x1: float
    y1: float


@frozen
class PageBox:
    """A rectangle and the page (0-based index) it lies on."""

    page_index: int
    box: Box


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page turned upright, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Link:
    """A place on a page that leads elsewhere.

    Attributes:
        box: where it stands.
        page_index: the page of the same file it leads to, None where it leads outside.
        top: how far down that page, in points.
        address: where it leads outside the file: http, https or mailto; "" where it stays inside.
    """

    box: Box
    page_index: int | None
    top: float = 0.0
    address: str = ""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark of the file, one line of its outline (table of contents).

    Attributes:
        title: as the file has it, in one line.
        depth: 0 for the outermost.
        page_index: the page of the same file it leads to, None where it leads to none.
        top: how far down that page, in points.
        is_open: whether the file shows the entries under it at first.
    """

    title: str
    depth: int
    page_index: int | None
    top: float = 0.0
    is_open: bool = False


@frozen
class Line:
    """One line of text in logical order.

    `edges` holds two positions a character, in logical order: character i lies between `edges[2 * i]` and
    `edges[2 * i + 1]`, the lower first, whichever way the text runs; so a number inside a line that runs
    from right to left has its own place too. For upright text they are x positions; for `vertical` text
    they are y positions. `None` where only the line's box is known yet; then the engine can be asked.
    `vertical` is also set for text turned by 90 or 270 degrees (`rotation`, clockwise), whose characters
    follow each other along y as well.
    """

    text: str
    box: Box
    font_size: float
    bold: bool = False
    italic: bool = False
    vertical: bool = False
    edges: tuple[float, ...] | None = None
    baseline: float = 0.0
    font: str = ""
    rotation: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: its lines in the engine's order, before any layout analysis.

    `has_text` is false, too, where most signs mean nothing: such a page is read by its picture as a scan is.
    """

    index: int
    label: str
    size: PageSize
    lines: tuple[Line, ...]
    has_text: bool = True
    from_ocr: bool = False


class ParagraphRole(StrEnum):
    """What a paragraph is in the layout of its page."""

    BODY = "body"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"  # running heads, page numbers, print stamps


@frozen
class Fragment:
    """The part of a paragraph's text that came from one line: text[start:end] lies in `box` on its page.

    `edges` as in `Line`, two positions for each character of the fragment, or None.
    `line` is the number of that line in `Page.lines` and `offset` the place of the fragment's first
    character in the line's text, so that edges can be asked for later.
    """

    start: int
    end: int
    page_index: int
    box: Box
    edges: tuple[float, ...] | None = None
    vertical: bool = False
    line: int = -1
    offset: int = 0


@frozen
class Paragraph:
    """A paragraph in reading order, its text joined from lines, each character traceable to its place.

    `context` is what stands over it and completes it: the heading of its section, the header of its table
    column ("1943" over "12 mars"). Not part of `text`. `date_columns` are the cells of a table's row that
    stand in columns of dates, counted from 0.
    """

    id: str  # "p12.3": page label-free, stable for the same file and rules: page index 12, third of the page
    text: str
    fragments: tuple[Fragment, ...]
    role: ParagraphRole = ParagraphRole.BODY
    context: str = ""
    from_ocr: bool = False
    date_columns: tuple[int, ...] = ()

    @property
    def first_page(self) -> int:
        """The index of the page it begins on."""
        return self.fragments[0].page_index

    def boxes(self, start: int = 0, end: int | None = None) -> tuple[PageBox, ...]:
        """The rectangles that cover text[start:end], one a line, in reading order.

        Raises:
            ValueError: the span lies outside the text.
        """
        stop = len(self.text) if end is None else end
        if not 0 <= start <= stop <= len(self.text):
            raise ValueError(f"span {start}:{stop} lies outside a text of {len(self.text)} characters")
        return tuple(
            [
                PageBox(part.page_index, _cut(part, max(start, part.start), min(stop, part.end)))
                for part in self.fragments
                if part.start < stop and start < part.end
            ]
        )


def _cut(part: Fragment, start: int, end: int) -> Box:
    """The part of a fragment's box that its characters start … end cover."""
    if (start, end) == (part.start, part.end):
        return part.box
    if part.edges is None:
        # Without measured edges, even spacing is the honest estimate; the engine is asked where it matters.
        length = part.end - part.start
        low, high = (part.box.y0, part.box.y1) if part.vertical else (part.box.x0, part.box.x1)
        one = low + (high - low) * (start - part.start) / length
        other = low + (high - low) * (end - part.start) / length
    else:
        inside = part.edges[2 * (start - part.start) : 2 * (end - part.start)]
        one, other = min(inside), max(inside)
    if part.vertical:
        return Box(part.box.x0, one, part.box.x1, other)
    return Box(one, part.box.y0, other, part.box.y1)


class Cover(StrEnum):
    """What the pages of a file only stand for."""

    NONE = ""
    OF_PORTFOLIO = "portfolio"  # of documents that are attached to it
    OF_FORM = "form"  # of a form (XFA) whose pages a program is to make


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What is known of a file once it is open. Dates are ISO days as the file's metadata gives them.

    `language` is the one the file says it is in (BCP 47), "" where it says none; programs often just claim
    their own. `is_cut_off`: its end is missing, and the engine has made of the rest what it could.
    `is_broken`: it is damaged so that nothing of its pages can be shown. `cover`: what it holds is not on its
    pages.
    """

    path: str
    sha256: str
    title: str
    page_count: int
    first_size: PageSize
    created: str | None = None
    modified: str | None = None
    author: str = ""
    producer: str = ""
    has_outline: bool = False  # whether there is one to be read; what it holds is not known yet
    language: str = ""
    is_cut_off: bool = False
    is_broken: bool = False
    cover: Cover = Cover.NONE

    @property
    def missing_part(self) -> str:
        """The key of the sentence that says which part of the file cannot be had; "" where all can."""
        if self.is_broken:
            return "error.broken"
        if self.is_cut_off:
            return "error.cut_off"
        return f"error.only_cover_of_{self.cover}" if self.cover else ""
