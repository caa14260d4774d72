"""The text layer of one page, as the engine has it.

In: a page of MuPDF. Out: its lines as plain values, and on demand the characters of some of them.

Two ways out of the engine are used, measured on 300 mixed pages against its plain text (1.0): its JSON
writer with the text of whole lines costs 0.97, all characters with their boxes (rawdict) 3.2. So a page is
read as JSON, and characters (see `glyphs`) only where lines are turned or exact places are wanted. Lines that
run from right to left are put together from a trace of the page (see `drawn_glyphs`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median_low

import pymupdf
from pymupdf import mupdf

from reader.document.text.drawn_glyphs import drawn_glyphs
from reader.document.text.drawn_lines import Row, rows_of
from reader.document.text.drawn_marks import marked
from reader.document.text.drawn_stretches import without_stretches
from reader.document.text.glyphs import UNKNOWN, GlyphReader, Glyphs, main_type, read_glyphs, rotation
from reader.document.text.normalisation import TEX_CODES
from reader.document.text.pieces import RawLine

# The JSON writer prints whole numbers only; a hundredth of a point is finer than any rectangle drawn.
SCALE = 100
# A glyph of unknown meaning stays U+FFFD; its number in the font would be read as some other letter.
_FLAGS = mupdf.FZ_STEXT_PRESERVE_WHITESPACE | mupdf.FZ_STEXT_MEDIABOX_CLIP
_CODES = mupdf.FZ_STEXT_USE_CID_FOR_UNKNOWN_UNICODE
_USUAL_LENGTH = 1 << 14  # bytes of JSON of a full page; longer ones make the engine's buffer grow
_DECODER = json.JSONDecoder(strict=False)  # the engine leaves some control characters as they are


def structured_text(page: mupdf.FzPage, flags: int = 0) -> mupdf.FzStextPage:
    """MuPDF's structured text of a page, without its pictures."""
    options = mupdf.FzStextOptions()
    options.flags = _FLAGS | flags
    return mupdf.FzStextPage(page, options)


@dataclass(slots=True)
class EngineText:
    """The text of a page as the engine made it, and where to get it again without /ActualText.

    `raw` are its lines; `numbers` tells of each line that was handed out which of them it is (the first,
    where it was put together from several). `rows`, `stacks` and `torn` tell by their first which
    lines make one that runs from right to left, down, or is torn at its words; `right_to_left`, whether most
    of the page runs so; `drawn`, what `drawn_rows` found.
    """

    page: mupdf.FzPage
    stext: mupdf.FzStextPage
    raw: list[RawLine] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    rows: dict[int, list[int]] = field(default_factory=dict)
    stacks: dict[int, list[int]] = field(default_factory=dict)
    torn: dict[int, list[int]] = field(default_factory=dict)
    right_to_left: bool = False
    drawn: dict[int, Row] | None = None


def drawn_rows(source: EngineText) -> dict[int, Row]:
    """What the page draws of each of its upright lines, from a trace of it made when first asked for."""
    if source.drawn is None:
        glyphs = marked(without_stretches(drawn_glyphs(source.page)))
        source.drawn = rows_of(glyphs, source.raw, SCALE)
    return source.drawn


def set_by_drawn(source: EngineText) -> None:
    """Gives the engine's lines the baseline of most of their letters, and boxes that hold all of these."""
    for number, row in drawn_rows(source).items():
        box = source.raw[number]["bbox"]
        left = min(box["x"], round(SCALE * min(glyph.low for glyph in row)))
        right = max(box["x"] + box["w"], round(SCALE * max(glyph.high for glyph in row)))
        box["x"], box["w"] = left, right - left
        # The engine's is that of what was drawn first, perhaps a mark.
        source.raw[number]["y"] = round(SCALE * median_low([glyph.y for glyph in row]))


def engine_text(page: mupdf.FzPage) -> EngineText:
    """Read a page's text, once; `read_lines` can then be asked for lines and for edges."""
    return EngineText(page, structured_text(page))


def engine_lines(stext: mupdf.FzStextPage) -> list[RawLine]:
    """The engine's lines: "text", "bbox" (x, y, w, h), "font", "wmode", the baseline's "x", "y"."""
    buffer = mupdf.fz_new_buffer(_USUAL_LENGTH)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_json(output, stext, SCALE)
    output.fz_close_output()
    written = mupdf.fz_buffer_extract_copy(buffer).decode("utf-8", "replace")
    blocks = _DECODER.decode(written)["blocks"]
    return [line for block in blocks for line in block.get("lines", ())]


def tell_types(source: EngineText, raw: Sequence[RawLine], numbers: Sequence[int]) -> None:
    """Give the lines `numbers` the type of most of their letters; the engine tells their first sign's."""
    lines = _lines_of(source.stext)
    if len(lines) != len(raw):
        return
    reader = GlyphReader()
    for number in numbers:
        line = raw[number]
        kind = main_type(reader, lines[number], line["text"])
        if kind is not None:
            own = {"name": kind.name, "weight": kind.weight, "style": kind.style}
            line["font"] = {**line["font"], **own, "size": round(kind.size * SCALE)}
            line["y"] = round(kind.y * SCALE)


def tell_ligatures(source: EngineText, raw: Sequence[RawLine], numbers: Sequence[int]) -> None:
    """Note for lines in bitmap fonts of TeX, as "coded", their text with the codes of signs unknown."""
    unknown = [number for number in numbers if UNKNOWN in raw[number]["text"]]
    coded = engine_lines(structured_text(source.page, _CODES)) if unknown else []
    for number in unknown if len(coded) == len(raw) else ():
        one, two = raw[number]["text"], coded[number]["text"]
        if len(one) == len(two):
            letters = (code if code in TEX_CODES else letter for letter, code in zip(one, two, strict=True))
            raw[number]["coded"] = "".join(letters)


def engine_glyphs(
    stext: mupdf.FzStextPage, raw: Sequence[RawLine], numbers: Sequence[int]
) -> dict[int, Glyphs]:
    """The characters of the lines `numbers`, as the engine has them."""
    lines = _lines_of(stext)
    found: dict[int, Glyphs] = {}
    if len(lines) == len(raw):
        reader = GlyphReader()
        for number in numbers:
            line, source = lines[number], raw[number]
            glyphs = read_glyphs(reader, line, source["text"], vertical=source["wmode"] == 1)
            if glyphs is not None:
                found[number] = glyphs
    if len(found) < len(numbers):
        characters = list(_character_lines(stext))
        if len(characters) == len(raw):
            for number in numbers:
                if number not in found:
                    found[number] = _glyphs_of_characters(characters[number], raw[number])
    return {number: glyphs for number, glyphs in found.items() if glyphs.text}


def _lines_of(stext: mupdf.FzStextPage) -> list[mupdf.fz_stext_line]:
    """The engine's lines; its own iterators wrap each in an object at the price of twenty accesses."""
    lines: list[mupdf.fz_stext_line] = []
    block = stext.m_internal.first_block
    while block is not None:
        if block.type == mupdf.FZ_STEXT_BLOCK_TEXT:
            line = mupdf.FzStextBlock(block).begin().m_internal
            while line is not None:
                lines.append(line)
                line = line.next
        block = block.next
    return lines


def _character_lines(stext: mupdf.FzStextPage) -> Iterator[RawLine]:
    try:
        page = pymupdf.TextPage(stext).extractRAWDICT()  # type: ignore[no-untyped-call] # PyMuPDF has no types
    except (SystemError, ValueError):  # a font that maps glyphs beyond Unicode: the binding cannot say them
        return
    for block in page["blocks"]:
        yield from block.get("lines", ())


def _glyphs_of_characters(characters: RawLine, source: RawLine) -> Glyphs:
    """The same from rawdict."""
    turn = rotation(*characters["dir"])
    low, high = (1, 3) if source["wmode"] == 1 or turn in (90, 270) else (0, 2)
    all_of_them = [char for span in characters["spans"] for char in span["chars"]]
    return Glyphs(
        "".join(char["c"] for char in all_of_them),
        [char["bbox"][low] for char in all_of_them],
        [char["bbox"][high] for char in all_of_them],
        [bool(char.get("synthetic")) for char in all_of_them],
        turn,
    )
