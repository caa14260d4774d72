"""The text layer of one page, as the engine has it.

In: a page of MuPDF. Out: its lines as plain values, and on demand the characters of some of them.

Two ways out of the engine are used, measured on 300 mixed pages against its plain text (1.0): its JSON
writer with the text of whole lines costs 0.97, all characters with their boxes (rawdict) 3.2. So a page is
read as JSON, and characters (see `glyphs`) only where lines run from right to left or are turned, or where
exact places are wanted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import le

import pymupdf
from pymupdf import mupdf

from reader.document.text.actual_text import both_sources, handed_on, stray_mark, with_first_mark, within
from reader.document.text.bidi import NON_JOINER
from reader.document.text.drawn_joiners import with_drawn_joiners
from reader.document.text.glyph_names import with_named_letters
from reader.document.text.glyphs import UNKNOWN, GlyphReader, Glyphs, main_type, read_glyphs, rotation
from reader.document.text.mark_places import marks_on_their_letters
from reader.document.text.normalisation import TEX_CODES
from reader.document.text.pieces import RawLine

# The JSON writer prints whole numbers only; a hundredth of a point is finer than any rectangle drawn.
SCALE = 100
# A glyph of unknown meaning stays U+FFFD; its number in the font would be read as some other letter.
_FLAGS = mupdf.FZ_STEXT_PRESERVE_WHITESPACE | mupdf.FZ_STEXT_MEDIABOX_CLIP
_CODES = mupdf.FZ_STEXT_USE_CID_FOR_UNKNOWN_UNICODE
_SAME_BASELINE = 0.3  # of the type size
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
    of the page runs so.
    """

    page: mupdf.FzPage
    stext: mupdf.FzStextPage
    raw: list[RawLine] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    rows: dict[int, list[int]] = field(default_factory=dict)
    stacks: dict[int, list[int]] = field(default_factory=dict)
    torn: dict[int, list[int]] = field(default_factory=dict)
    right_to_left: bool = False


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


def glyphs_of(source: EngineText, raw: Sequence[RawLine], numbers: Sequence[int]) -> dict[int, Glyphs]:
    """The characters of the lines `numbers`, from the engine's memory or, where that fails, by rawdict."""
    found = engine_glyphs(source.stext, raw, numbers)
    doubtful = [number for number in found if _is_doubtful(found[number])]
    # A mark may hang on the line drawn before its own, which then lacks the mark's letter.
    doubtful += [number + 1 for number in doubtful if number + 1 in found and number + 1 not in doubtful]
    if doubtful:
        found |= _settled(source, raw, {number: found[number] for number in doubtful})
    unknown = [number for number in found if UNKNOWN in found[number].text]
    if unknown:
        numbered = structured_text(source.page, _CODES)
        lines = _lines_of(numbered)  # they live as long as it does
        if len(lines) == len(raw):
            found |= {number: with_named_letters(found[number], lines[number]) for number in unknown}
    return {number: with_drawn_joiners(glyphs) for number, glyphs in found.items()}


def _settled(source: EngineText, raw: Sequence[RawLine], told: dict[int, Glyphs]) -> dict[int, Glyphs]:
    """Lines whose marks stand in doubt, by what /ActualText says and what is drawn without it."""
    other = structured_text(source.page, mupdf.FZ_STEXT_IGNORE_ACTUALTEXT)
    other_raw = engine_lines(other)
    found = dict(told)
    strays = [(number + 1, stray_mark(glyphs)) for number, glyphs in told.items()]
    if len(other_raw) == len(raw):
        drawn = engine_glyphs(other, other_raw, list(told))
        # A joiner that a font has no sign for is drawn as a space.
        if all(_same(glyphs, told[number]) for number, glyphs in drawn.items()):
            return {number: marks_on_their_letters(glyphs) for number, glyphs in told.items()}
        found |= {number: both_sources(told[number], glyphs) for number, glyphs in drawn.items()}
    else:  # columns: the engine begins its lines elsewhere
        _compared_by_place(found, raw, list(told), _glyphs_by_baseline(other, other_raw))
    for number, mark in strays:
        if mark and number in found:
            found[number] = with_first_mark(found[number], mark)
    for number in told:
        if number + 1 in found:
            found[number], found[number + 1] = handed_on(found[number], found[number + 1])
    return found


def _same(one: Glyphs, other: Glyphs) -> bool:
    return one.text.replace(NON_JOINER, " ") == other.text.replace(NON_JOINER, " ")


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


def _glyphs_by_baseline(stext: mupdf.FzStextPage, raw: Sequence[RawLine]) -> list[tuple[float, Glyphs]]:
    """All characters without /ActualText, line by line with the height of their baseline."""
    return [
        (raw[number]["y"], glyphs)
        for number, glyphs in engine_glyphs(stext, raw, range(len(raw))).items()
        if raw[number]["wmode"] == 0
    ]


def _compared_by_place(
    found: dict[int, Glyphs],
    raw: Sequence[RawLine],
    numbers: Sequence[int],
    drawn: Sequence[tuple[float, Glyphs]],
) -> None:
    """Gives lines the letters that stand in their place among the glyphs, whatever lines those are in."""
    for number in numbers:
        line, reach = raw[number], _SAME_BASELINE * raw[number]["font"]["size"]
        left, right = _room(line, [one for one in raw if abs(one["y"] - line["y"]) <= reach])
        for y, glyphs in drawn:
            beside = within(glyphs, left, right) if abs(y - line["y"]) <= reach else None
            if beside is not None:
                found[number] = both_sources(found[number], beside)


def _room(line: RawLine, row: Sequence[RawLine]) -> tuple[float, float]:
    """From where to where the letters of a line may stand: to the next lines of its row, or a letter on."""
    left, right, size = line["bbox"]["x"], line["bbox"]["x"] + line["bbox"]["w"], line["font"]["size"]
    before = (one["bbox"]["x"] + one["bbox"]["w"] for one in row if one["bbox"]["x"] < left)
    after = (one["bbox"]["x"] for one in row if one["bbox"]["x"] > right)
    low, high = max((left - size, *before)), min((right + size, *after))
    return min(low, left) / SCALE, max(high, right) / SCALE


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


def _is_doubtful(glyphs: Glyphs) -> bool:
    """Whether characters of a right-to-left line stand on one spot without a width of their own.

    Marks do so by right; but where /ActualText names a letter with its mark, the engine loses the letter.
    """
    return any(map(le, glyphs.high, glyphs.low)) and any(
        high <= low and not character.isspace()
        for character, low, high in zip(glyphs.text, glyphs.low, glyphs.high, strict=True)
    )


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
