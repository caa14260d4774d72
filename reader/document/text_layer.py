"""The text layer of one page, as lines.

In: MuPDF's structured text of a page. Out: `Line` values in the engine's order, folded (`normalisation`)
and in logical order (`bidi`); the same call with `exact` also gives every character its edges.

Two ways out of the engine are used, measured on 300 mixed pages against its plain text (1.0): its JSON
writer with the text of whole lines costs 0.97, all characters with their boxes (rawdict) 3.2. So a page is
read as JSON, and characters are asked for only where lines run from right to left or are turned.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from typing import Any

import pymupdf
from pymupdf import mupdf

from reader.document.bidi import RTL_LETTER, Glyph, logical_order
from reader.document.model import Box, Line
from reader.document.normalisation import fold, fold_edges

# The JSON writer prints whole numbers only; a hundredth of a point is finer than any rectangle drawn.
_SCALE = 100
# A glyph of unknown meaning stays U+FFFD; its number in the font would be read as some other letter.
_FLAGS = mupdf.FZ_STEXT_PRESERVE_WHITESPACE | mupdf.FZ_STEXT_MEDIABOX_CLIP
_BOLD_NAME = re.compile("bold|black|heavy|semibd|demi", re.IGNORECASE)
_ITALIC_NAME = re.compile("ital|obli", re.IGNORECASE)
_UNKNOWN = "\ufffd"


def structured_text(page: mupdf.FzPage) -> mupdf.FzStextPage:
    """MuPDF's structured text of a page, without its pictures."""
    options = mupdf.FzStextOptions()
    options.flags = _FLAGS
    return mupdf.FzStextPage(page, options)


def read_lines(stext: mupdf.FzStextPage, *, exact: bool = False) -> tuple[Line, ...]:
    """The lines of a page that hold text.

    Args:
        stext: from `structured_text`.
        exact: give every line its edges; otherwise only lines that had to be looked at character by
            character have them.
    """
    raw = list(_json_lines(stext))
    wanted = exact or any(_needs_characters(line) for line in raw)
    characters: Sequence[dict[str, Any]] = list(_character_lines(stext)) if wanted else ()
    aligned = len(characters) == len(raw)
    lines: list[Line] = []
    for number, source in enumerate(raw):
        if aligned and (exact or _needs_characters(source)):
            line = _line_of_characters(source, characters[number])
        else:
            line = _plain_line(source)
        if line is not None:
            lines.append(line)
    return tuple(lines)


def _json_lines(stext: mupdf.FzStextPage) -> Iterator[dict[str, Any]]:
    buffer = mupdf.fz_new_buffer(8192)
    output = mupdf.FzOutput(buffer)
    mupdf.fz_print_stext_page_as_json(output, stext, _SCALE)
    output.fz_close_output()
    written = mupdf.fz_buffer_extract_copy(buffer).decode("utf-8", "replace")
    for block in json.loads(written, strict=False)["blocks"]:
        yield from block.get("lines", ())


def _character_lines(stext: mupdf.FzStextPage) -> Iterator[dict[str, Any]]:
    try:
        page = pymupdf.TextPage(stext).extractRAWDICT()  # type: ignore[no-untyped-call] # PyMuPDF has no types
    except (SystemError, ValueError):  # a font that maps glyphs beyond Unicode: the binding cannot say them
        return
    for block in page["blocks"]:
        yield from block.get("lines", ())


def _needs_characters(source: dict[str, Any]) -> bool:
    text = source["text"]
    if RTL_LETTER.search(text):
        return True
    box = source["bbox"]
    # Text on its side: higher than two lines could be, and narrow. Upright lines are never like that.
    return source["wmode"] == 0 and box["h"] > 2 * max(box["w"], source["font"]["size"]) and len(text) > 2  # noqa: PLR2004 - two characters may stand on each other


def _plain_line(source: dict[str, Any]) -> Line | None:
    text, _ = fold(source["text"])
    if not text or not text.strip(_UNKNOWN):
        return None
    box, font = source["bbox"], source["font"]
    x, y = box["x"] / _SCALE, box["y"] / _SCALE
    name = font["name"]
    return Line(
        text=text,
        box=Box(x, y, x + box["w"] / _SCALE, y + box["h"] / _SCALE),
        font_size=font["size"] / _SCALE,
        bold=font["weight"] == "bold" or _BOLD_NAME.search(name) is not None,
        italic=font["style"] == "italic" or _ITALIC_NAME.search(name) is not None,
        vertical=source["wmode"] == 1,
        baseline=source["y"] / _SCALE,
        font=name,
    )


def _line_of_characters(source: dict[str, Any], characters: dict[str, Any]) -> Line | None:
    plain = _plain_line(source)
    if plain is None:
        return None
    rotation = 0 if plain.vertical else _rotation(characters["dir"])
    along_y = plain.vertical or rotation in (90, 270)
    low, high = (1, 3) if along_y else (0, 2)
    glyphs = [
        Glyph(char["c"], char["bbox"][low], char["bbox"][high], bool(char.get("synthetic")))
        for span in characters["spans"]
        for char in span["chars"]
    ]
    if not glyphs:
        return plain
    if rotation == 0 and not along_y and RTL_LETTER.search(plain.text):
        glyphs = logical_order(glyphs)
    text, origins = fold("".join(glyph.text for glyph in glyphs))
    if not text:
        return None
    edges = fold_edges(tuple(edge for glyph in glyphs for edge in (glyph.left, glyph.right)), origins)
    return Line(
        text=text,
        box=plain.box,
        font_size=plain.font_size,
        bold=plain.bold,
        italic=plain.italic,
        vertical=along_y,
        edges=edges,
        baseline=plain.baseline,
        font=plain.font,
        rotation=rotation,
    )


def _rotation(direction: tuple[float, float]) -> int:
    """Clockwise turn of the text in whole quarters; (1, 0) is upright, (0, 1) reads downward."""
    return round(math.degrees(math.atan2(direction[1], direction[0])) / 90) % 4 * 90
