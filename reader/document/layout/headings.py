"""What a block of lines is in its page: heading, caption, footnote, point of a list, or prose.

In: a block's lines and the page's body type. Out: its role. Evidence is what a printer gives a reader: size,
weight, brevity, the sign it begins with, the place at the foot of the column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.document.layout.frames import Placed, Row
from reader.document.model import ParagraphRole
from reader.document.text.markers import begins_with_bullet, is_label, marker_length

# Headings are set at least this much larger; smaller differences are inaccuracies of producers.
LARGER = 1.12
_SMALLER = 0.93
_MOST_ROWS_IN_CAPITALS = 2
_SMALLEST_NUMBERED = 0.9  # bold letters without serifs look larger than they are
_LONGEST_HEADING = 160
_TITLE = 1.5  # times the size of the text: what is larger is no text, however much it says
_LONGEST_SENTENCE = 90  # characters of a heading that ends as a sentence does
_RUNNING_TEXT = 500  # letters of one size on a page; all titles of a page have some 100
_MOST_HEADING_ROWS = 4
_FOOT_OF_PAGE = 0.5

_CAPTION = re.compile(
    r"(?:fig(?:ure|\.|ura)?|tab(?:le(?:au)?|elle|la|\.)?|abb(?:ildung|\.)?|photo|carte|map|karte|exhibit|cuadro|quadro|tabela|graphique|chart"
    r"|schéma|illustration|شكل|جدول|صورة|الشكل|الجدول|図|表)\s*(?:n°\s*)?[\d\u0660-\u0669IVX]{1,5}(?!\w)\s*[.:–—-]?",
    re.IGNORECASE,
)
_NOTE_SIGN = re.compile(r"(?:\(?\d{1,3}\)?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}|\[\d{1,3}\]|[a-z]\))[.)\s]?\s*\S")
_WORD = re.compile(r"[^\W\d_]{4}")
_SENTENCE_END = re.compile(r"[.!?…;,。！？]['\"”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class BodyType:
    """How most of a page is set: size in points, whether bold, and the page's height in its frame."""

    size: float
    bold: bool
    top: float
    bottom: float


def body_type(lines: Sequence[Placed]) -> BodyType:
    """The size and weight in which most characters of a page are set."""
    counts: dict[tuple[float, bool], int] = {}
    for line in lines:
        key = line.size, line.line.bold
        counts[key] = counts.get(key, 0) + len(line.text)
    sizes: Counter[float] = Counter()
    running: Counter[float] = Counter()
    bold = 0
    for (size, is_bold), count in counts.items():
        sizes[round(size * 2) / 2] += count
        if is_bold:
            bold += count
        else:
            running[round(size * 2) / 2] += count
    # Notes and boxes may hold more letters than the text; titles never hold many.
    usual, most = sizes.most_common(1)[0] if sizes else (0.0, 0)
    texts = [size for size, count in running.items() if 2 * count >= max(2 * _RUNNING_TEXT, most)]
    return BodyType(
        size=max([usual, *texts]),
        bold=2 * bold > sizes.total(),
        top=min([line.y0 for line in lines], default=0.0),
        bottom=max([line.y1 for line in lines], default=0.0),
    )


def block_role(rows: Sequence[Row], text: str, body: BodyType, *, last_in_column: bool) -> ParagraphRole:
    """The role of a block of rows.

    Args:
        rows: its lines.
        text: its text, joined.
        body: how the page is set.
        last_in_column: whether nothing but blocks of its kind follows in the column.
    """
    size = rows[0].size
    bold = all(row.bold for row in rows)
    small = size < _SMALLER * body.size
    if _CAPTION.match(text) and (small or len(rows) <= _MOST_HEADING_ROWS) and len(text) > 1:
        return ParagraphRole.CAPTION
    if small and last_in_column and _NOTE_SIGN.match(text) and _low(rows, body):
        return ParagraphRole.FOOTNOTE
    if not begins_with_bullet(text) and _is_heading(rows, text, body, size=size, bold=bold):
        return ParagraphRole.HEADING
    if marker_length(text):
        return ParagraphRole.LIST_ITEM
    return ParagraphRole.BODY


def _is_heading(rows: Sequence[Row], text: str, body: BodyType, *, size: float, bold: bool) -> bool:
    if len(rows) > _MOST_HEADING_ROWS or len(text) > _LONGEST_HEADING or not any(c.isalpha() for c in text):
        return False
    ends = _SENTENCE_END.search(text) is not None
    if size > LARGER * body.size:
        # The rest of a sentence above notes that fill the page; a box or a lead in larger type.
        sentence = text[:1].islower() or len(text) > _LONGEST_SENTENCE
        return not (ends and sentence and size < _TITLE * body.size)
    if ends:
        return False
    # Points of a list are set as the text is; a number before italics or capitals is that of a section.
    pieces = rows[0].pieces
    numbered = marker_length(text) > 0 or (len(pieces) > 1 and is_label(pieces[0].text))
    numbered = numbered and _WORD.search(text) is not None
    if numbered and (_is_in_capitals(rows, text) or all(row.pieces[-1].line.italic for row in rows)):
        return size >= _SMALLER * body.size
    return bold and not body.bold and size >= (_SMALLEST_NUMBERED if numbered else _SMALLER) * body.size


def _is_in_capitals(rows: Sequence[Row], text: str) -> bool:
    """Whether it is a title in capitals, and no line of contents, which ends in a page's number."""
    return len(rows) <= _MOST_ROWS_IN_CAPITALS and text[-1:].isalpha() and text.isupper()


def _low(rows: Sequence[Row], body: BodyType) -> bool:
    """Whether the block begins in the lower part of the text."""
    return rows[0].pieces[0].y0 > body.top + _FOOT_OF_PAGE * (body.bottom - body.top)
