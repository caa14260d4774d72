"""The text layer of one page, as lines.

In: MuPDF's structured text of a page. Out: `Line` values in the engine's order, folded (`normalisation`)
and in logical order (`bidi`); the same call with `exact` also gives every character its edges.

Two ways out of the engine are used, measured on 300 mixed pages against its plain text (1.0): its JSON
writer with the text of whole lines costs 0.97, all characters with their boxes (rawdict) 3.2. So a page is
read as JSON, and characters (see `glyphs`) only where lines run from right to left or are turned, or where
exact places are wanted.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import Any

import pymupdf
from pymupdf import mupdf

from reader.document.bidi import RTL_LETTER, Characters, logical_order
from reader.document.glyphs import Glyphs, read_glyphs, rotation
from reader.document.model import Box, Line
from reader.document.normalisation import NEEDS_FOLDING, fold, fold_edges

# The JSON writer prints whole numbers only; a hundredth of a point is finer than any rectangle drawn.
_SCALE = 100
# A glyph of unknown meaning stays U+FFFD; its number in the font would be read as some other letter.
_FLAGS = mupdf.FZ_STEXT_PRESERVE_WHITESPACE | mupdf.FZ_STEXT_MEDIABOX_CLIP
_BOLD_NAME = re.compile("bold|black|heavy|semibd|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile("ital|obli", re.IGNORECASE)
_UNKNOWN = "\ufffd"
_PILED = 2  # so many characters may stand on each other in upright text


def structured_text(page: mupdf.FzPage, *, ignore_actual_text: bool = False) -> mupdf.FzStextPage:
    """MuPDF's structured text of a page, without its pictures."""
    options = mupdf.FzStextOptions()
    options.flags = _FLAGS | (mupdf.FZ_STEXT_IGNORE_ACTUALTEXT if ignore_actual_text else 0)
    return mupdf.FzStextPage(page, options)


@dataclass(slots=True)
class EngineText:
    """The structured text of a page as the engine made it, and where to get it again without /ActualText."""

    page: mupdf.FzPage
    stext: mupdf.FzStextPage


def engine_text(page: mupdf.FzPage) -> EngineText:
    """Read a page's text, once; `read_lines` can then be asked for lines and for edges."""
    return EngineText(page, structured_text(page))


def read_lines(source: EngineText, *, exact: bool = False) -> tuple[Line, ...]:
    """The lines of a page that hold text.

    Args:
        source: from `engine_text`.
        exact: give every line its edges; otherwise only lines that had to be looked at character by
            character have them.
    """
    written = _json(source.stext)
    # Asked once of the whole page, since most pages have neither.
    folding = NEEDS_FOLDING.search(written) is not None
    right_to_left = RTL_LETTER.search(written) is not None
    raw = _json_lines(written)
    numbers = [
        number
        for number, line in enumerate(raw)
        if exact or (right_to_left and RTL_LETTER.search(line["text"])) or _may_be_turned(line)
    ]
    glyphs = _glyphs(source, raw, numbers) if numbers else {}
    lines = (
        _line_of_glyphs(line, glyphs[number]) if number in glyphs else _plain_line(line, folding=folding)
        for number, line in enumerate(raw)
    )
    return tuple(line for line in lines if line is not None)


def _glyphs(source: EngineText, raw: Sequence[dict[str, Any]], numbers: Sequence[int]) -> dict[int, Glyphs]:
    """The characters of the lines `numbers`, from the engine's memory or, where that fails, by rawdict."""
    found = _glyphs_of(source.stext, raw, numbers)
    doubtful = [number for number in found if _is_piled(found[number])]
    if doubtful:
        # /ActualText puts all letters of a cluster on its first glyph and may lose some; the glyphs know.
        other = structured_text(source.page, ignore_actual_text=True)
        other_raw = _json_lines(_json(other))
        if len(other_raw) == len(raw):
            for number, glyphs in _glyphs_of(other, other_raw, doubtful).items():
                if glyphs.text.count(_UNKNOWN) <= found[number].text.count(_UNKNOWN):
                    found[number] = glyphs
    return found


def _glyphs_of(
    stext: mupdf.FzStextPage, raw: Sequence[dict[str, Any]], numbers: Sequence[int]
) -> dict[int, Glyphs]:
    lines = [line for block in stext if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_TEXT for line in block]
    found: dict[int, Glyphs] = {}
    if len(lines) == len(raw):
        for number in numbers:
            glyphs = read_glyphs(lines[number], raw[number]["text"], vertical=raw[number]["wmode"] == 1)
            if glyphs is not None:
                found[number] = glyphs
    if len(found) < len(numbers):
        characters = list(_character_lines(stext))
        if len(characters) == len(raw):
            for number in numbers:
                if number not in found:
                    found[number] = _glyphs_of_characters(characters[number], raw[number])
    return {number: glyphs for number, glyphs in found.items() if glyphs.text}


def _is_piled(glyphs: Glyphs) -> bool:
    """Whether letters of a right-to-left line stand on one spot without a width of their own."""
    return any(
        high <= low and not unicodedata.combining(character) and not character.isspace()
        for character, low, high in zip(glyphs.text, glyphs.low, glyphs.high, strict=True)
    )


def _json(stext: mupdf.FzStextPage) -> str:
    buffer = mupdf.fz_new_buffer(8192)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_json(output, stext, _SCALE)
    output.fz_close_output()
    return mupdf.fz_buffer_extract_copy(buffer).decode("utf-8", "replace")  # type: ignore[no-any-return] # bytes


def _json_lines(written: str) -> list[dict[str, Any]]:
    blocks = json.loads(written, strict=False)["blocks"]
    return [line for block in blocks for line in block.get("lines", ())]


def _character_lines(stext: mupdf.FzStextPage) -> Iterator[dict[str, Any]]:
    try:
        page = pymupdf.TextPage(stext).extractRAWDICT()  # type: ignore[no-untyped-call] # PyMuPDF has no types
    except (SystemError, ValueError):  # a font that maps glyphs beyond Unicode: the binding cannot say them
        return
    for block in page["blocks"]:
        yield from block.get("lines", ())


def _may_be_turned(source: dict[str, Any]) -> bool:
    """Text on its side: higher than two lines could be, and narrow. Upright lines are never like that."""
    box = source["bbox"]
    return (
        box["h"] > 2 * box["w"]
        and box["h"] > 2 * source["font"]["size"]
        and source["wmode"] == 0
        and len(source["text"]) > _PILED
    )


@lru_cache(256)
def _style_of(font: str) -> tuple[bool, bool]:
    """Whether a font's name says bold, italic; the engine knows it only from flags that many files lack."""
    return _BOLD_NAME.search(font) is not None, _ITALIC_NAME.search(font) is not None


def _plain_line(source: dict[str, Any], *, folding: bool = True) -> Line | None:
    text = source["text"]
    if folding or "  " in text or text[:1] == " " or text[-1:] == " ":
        text, _ = fold(text)
    if not text or not text.strip(_UNKNOWN):
        return None
    box, font = source["bbox"], source["font"]
    x, y = box["x"] / _SCALE, box["y"] / _SCALE
    name = font["name"]
    bold, italic = _style_of(name)
    return Line(
        text=text,
        box=Box(x, y, x + box["w"] / _SCALE, y + box["h"] / _SCALE),
        font_size=font["size"] / _SCALE,
        bold=font["weight"] == "bold" or bold,
        italic=font["style"] == "italic" or italic,
        vertical=source["wmode"] == 1,
        baseline=source["y"] / _SCALE,
        font=name,
    )


def _glyphs_of_characters(characters: dict[str, Any], source: dict[str, Any]) -> Glyphs:
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


def _line_of_glyphs(source: dict[str, Any], glyphs: Glyphs) -> Line | None:
    plain = _plain_line(source)
    if plain is None:
        return None
    turn = 0 if plain.vertical else glyphs.rotation
    characters = Characters(glyphs.text, glyphs.low, glyphs.high)
    if turn == 0 and not plain.vertical and RTL_LETTER.search(plain.text):
        characters = logical_order(characters)
    text, origins = fold(characters.text)
    if not text:
        return None
    edges = tuple(chain.from_iterable(zip(characters.low, characters.high, strict=True)))
    return replace(
        plain,
        text=text,
        vertical=plain.vertical or turn in (90, 270),
        edges=fold_edges(edges, origins),
        rotation=turn,
    )
