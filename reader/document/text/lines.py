"""Lines of a page: text in the order it is read, folded, with its place and type.

In: the engine's text layer of a page. Out: `Line`s in the engine's order; pieces of right-to-left lines and
stacks of vertical writing are put together first (`pieces`), right-to-left lines put into logical order
(`bidi`), compatibility forms folded (`normalisation`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, pairwise

from reader.document.model import Box, Line
from reader.document.text.bidi import LATIN_LETTER, RTL_LETTER, Characters, logical_order
from reader.document.text.code_pages import code_page_of, read_by
from reader.document.text.drawn_lines import from_left, with_spaces
from reader.document.text.glyphs import IDEOGRAPH, UNKNOWN, Glyphs
from reader.document.text.markers import marker_length
from reader.document.text.normalisation import NEEDS_FOLDING, fold, fold_edges, one_set_of_digits
from reader.document.text.pieces import RawLine, joined_box, printed_lines, vertical_stacks
from reader.document.text.text_layer import (
    SCALE,
    EngineText,
    drawn_rows,
    engine_glyphs,
    engine_lines,
    set_by_drawn,
    tell_ligatures,
    tell_types,
)
from reader.document.text.tiny_type import space_between, tiny_lines, torn_lines

_BOLD_NAME = re.compile(r"bold|black|heavy|semib|demi|(?-i:-(?:Hv|Bd|Blk)(?:[A-Z]|$)|\.BI?$)", re.IGNORECASE)
_ITALIC_NAME = re.compile(r"ital|obli|(?-i:\.B?I$)", re.IGNORECASE)
_LATIN_WORD = re.compile(f"{LATIN_LETTER.pattern}+")
_RTL_WORD = re.compile(f"{RTL_LETTER.pattern}+")
_LATIN_AND_MORE = re.compile(f"[^\\u2e80-\\U0010ffff]+{IDEOGRAPH.pattern}")
_LEAST_UNKNOWN = 20  # signs that make a text of unknown ones, not a formula
_SPACE = 0.25  # of the type size, in most fonts
_SIDEWAYS = (90, 270)
_RAISED = 1.55  # heights of a line over the size of its first sign, where that is a figure
_SHADOW = 150  # hundredths of a point
_HIGH_UP = 0.4  # of a line's height from its top; upright ones have their baseline at 0.7 to 0.9
_SHORT = 8  # characters; a longer line on its side is twice as high as wide
_PILED = 2  # so many characters may stand on each other in upright text


def read_lines(source: EngineText, *, exact: bool = False) -> tuple[Line, ...]:
    """The lines of a page that hold text.

    Args:
        source: from `engine_text`; it keeps what `exact_line` needs.
        exact: give every line its edges; otherwise only lines that had to be looked at character by
            character have them.
    """
    raw, torn = _with_types(source)
    # Asked once of the whole page, since most pages have neither.
    texts = [line["text"] for line in raw]
    text = "".join(texts)
    folding = NEEDS_FOLDING.search(text) is not None
    if not text.isascii() and (code_page := code_page_of(text)):
        for piece in raw:
            piece["code_page"] = code_page
    rows: dict[int, list[int]] = {}
    right_to_left = False
    source.raw = raw
    if not text.isascii() and RTL_LETTER.search(text):
        right_to_left = _letters(_RTL_WORD, text) > _letters(_LATIN_WORD, text)
        set_by_drawn(source)
        rows = {group[0]: group for group in printed_lines(raw, right_to_left=right_to_left)}
    stacks = {stack[0]: stack for stack in vertical_stacks(raw)}
    source.rows, source.stacks, source.right_to_left = rows, stacks, right_to_left
    in_rows = set(chain.from_iterable(rows.values()))
    together = in_rows.union(*stacks.values())
    source.torn = torn = {first: group for first, group in torn.items() if together.isdisjoint(group)}
    together = together.union(*torn.values())
    again = _printed_again(raw) if len(set(texts)) < len(texts) else set()
    absorbed = (again - together) | (together - rows.keys() - stacks.keys() - torn.keys())
    wanted = [i for i, line in enumerate(raw) if _may_be_turned(line) or (exact and i not in in_rows)]
    glyphs = engine_glyphs(source.stext, raw, wanted) if wanted else {}
    if not exact and any(one.rotation for one in glyphs.values()):
        short = [i for i, line in enumerate(raw) if i not in glyphs and _is_short(line)]
        turned = engine_glyphs(source.stext, raw, short)
        glyphs |= {i: one for i, one in turned.items() if one.rotation}
    alone = not (stacks or glyphs or torn or rows)
    lines: list[Line] = []
    numbers: list[int] = []
    for number, piece in enumerate(raw):
        if number in absorbed:
            continue
        if alone:
            line = _plain_line(piece, folding=folding)
        elif _is_measured(source, number, glyphs):
            line = _put_together(source, number, glyphs)
        else:
            line = _plain_line(piece, folding=folding)
        if line is not None:
            lines.append(line)
            numbers.append(number)
    source.numbers = numbers
    return tuple(lines)


def is_legible(lines: Sequence[Line]) -> bool:
    """Whether a page has text whose signs mean something: some files name hardly any of those they draw."""
    signs = "".join([line.text for line in lines])
    unknown = signs.count(UNKNOWN)
    return bool(lines) and (unknown < _LEAST_UNKNOWN or 2 * unknown < len(signs) - signs.count(" "))


def _with_types(source: EngineText) -> tuple[list[RawLine], dict[int, list[int]]]:
    """The engine's lines with their types set right, and by the first of them those torn into pieces."""
    raw = engine_lines(source.stext)
    tiny = tiny_lines(raw)
    doubtful = [
        number
        for number, line in enumerate(raw)
        if (not line["text"][:1].isalpha() and _begins_oddly(raw, number))
        or (line["text"][:1].isascii() and _LATIN_AND_MORE.match(line["text"]))
    ]
    if doubtful:
        tell_types(source, raw, doubtful)
    if tiny:
        tell_ligatures(source, raw, tiny)
    return raw, {group[0]: group for group in torn_lines(raw, tiny)}


def _letters(word: re.Pattern[str], text: str) -> int:
    return sum(map(len, word.findall(text)))


def exact_line(source: EngineText, number: int) -> Line | None:
    """Line `number` of those `read_lines` gave for this page, with edges, without measuring the others."""
    if not 0 <= number < len(source.numbers):
        return None
    place = source.numbers[number]
    wanted = [] if place in source.stacks else source.rows.get(place, source.torn.get(place, [place]))
    glyphs = engine_glyphs(source.stext, source.raw, wanted)
    return _put_together(source, place, glyphs) if _is_measured(source, place, glyphs) else None


def _is_measured(source: EngineText, place: int, glyphs: Mapping[int, Glyphs]) -> bool:
    """Whether the places of the characters are known of the line that begins with the engine's at a place."""
    return place in source.stacks or place in source.torn or place in source.rows or place in glyphs


def _put_together(source: EngineText, place: int, glyphs: Mapping[int, Glyphs]) -> Line | None:
    """The line that begins with the engine's line at a place: one down, a torn one, a row, or itself."""
    if place in source.stacks:
        return _vertical_line([source.raw[i] for i in source.stacks[place]])
    if place in source.torn:
        torn = source.torn[place]
        return _torn_line([source.raw[i] for i in torn], [glyphs.get(i) for i in torn])
    if place in source.rows:
        return _row(source, source.rows[place], glyphs)
    return _measured_line(source.raw[place], glyphs[place])


def _torn_line(pieces: Sequence[RawLine], glyphs: Sequence[Glyphs | None]) -> Line | None:
    """A line that the engine has torn into pieces, with its edges where all of these were measured."""
    between = ["", *(space_between(one, two) for one, two in pairwise(pieces))]
    texts = [str(piece.get("coded", piece["text"])) for piece in pieces]
    text = "".join(chain.from_iterable(zip(between, texts, strict=True)))
    joined = {**joined_box(pieces), "text": text}
    low: list[float] = []
    high: list[float] = []
    for blank, one in zip(between, glyphs, strict=True):
        if one is None:
            return _plain_line(joined)
        if blank:
            low.append(high[-1])
            high.append(one.low[0])
        low += one.low
        high += one.high
    return _with_edges(joined, Characters(text, low, high))


def _printed_again(raw: Sequence[RawLine]) -> set[int]:
    """Lines printed over the same line a second time: so letters are made bold, or cast a shadow."""
    places: dict[tuple[str, int], list[int]] = {}
    for number, line in enumerate(raw):
        places.setdefault((line["text"], line["y"] // _SHADOW), []).append(number)
    again: set[int] = set()
    for (text, _), numbers in places.items():
        for one, two in pairwise(numbers) if len(text) > 1 else ():
            if abs(raw[one]["bbox"]["x"] - raw[two]["bbox"]["x"]) <= _SHADOW:
                again.add(two)
    return again


def _begins_oddly(raw: Sequence[RawLine], number: int) -> bool:
    """Whether a line may begin in another type than it goes on in: a bullet, a note's figure, a blank."""
    line = raw[number]
    text = line["text"]
    if line["wmode"] == 1:
        return False
    if marker_length(text):
        return True
    if text[:1].isdigit():
        return bool(line["bbox"]["h"] > _RAISED * line["font"]["size"])
    if line["font"]["size"] < SCALE:
        return True
    beside = raw[number + 1 if number + 1 < len(raw) else number - 1]["font"]
    font = line["font"]
    return any(font[key] != beside[key] for key in ("name", "size"))


def _may_be_turned(source: RawLine) -> bool:
    """Text on its side: higher than two lines could be, and narrow; or on its head: its baseline is high up.

    Upright lines are never like that.
    """
    box = source["bbox"]
    if source["wmode"] != 0 or len(source["text"]) <= _PILED:
        return False
    height = box["h"]
    on_side = height > 2 * box["w"] and height > 2 * source["font"]["size"]
    return on_side or bool(source["y"] - box["y"] < _HIGH_UP * height)


def _is_short(source: RawLine) -> bool:
    """Whether a line's box may be that of a turned one, which it looks like where nothing else is turned."""
    return source["wmode"] == 0 and len(source["text"]) <= _SHORT


@lru_cache(256)
def _style_of(font: str, weight: str, style: str) -> tuple[bool, bool]:
    """Whether a font is bold, italic: by the engine's word or by its name, since many files lack flags."""
    return (
        weight == "bold" or _BOLD_NAME.search(font) is not None,
        style == "italic" or _ITALIC_NAME.search(font) is not None,
    )


def _plain_line(source: RawLine, *, folding: bool = True) -> Line | None:
    text = source["text"]
    if text[:1] == " " or text[-1:] == " " or "  " in text or (folding and NEEDS_FOLDING.search(text)):
        text, _ = fold(text)
    return _line(source, text) if text.strip(UNKNOWN) else None


def _line(source: RawLine, text: str, edges: tuple[float, ...] | None = None, turn: int = 0) -> Line:
    """The engine's line with this text, folded, and the edges of its characters where they are known."""
    box, font = source["bbox"], source["font"]
    name, size = font["name"], max(font["size"], 1) / SCALE  # letters of no size exist; sizes are divided by
    bold, italic = _style_of(name, font["weight"], font["style"])
    width = box["w"]
    if source["text"][-1:] == " ":
        # The box still holds the space that the text has lost.
        space = round(SCALE * size * _SPACE)
        width = max(space, width - space)
    # Of a sum of whole numbers little is left to write down and to pack.
    x, y, right, bottom = box["x"], box["y"], box["x"] + width, box["y"] + box["h"]
    if "code_page" in source:
        text = read_by(source["code_page"], text)
    place = Box(x / SCALE, y / SCALE, right / SCALE, bottom / SCALE)
    vertical = source["wmode"] == 1 or turn in _SIDEWAYS
    return Line(text, place, size, bold, italic, vertical, edges, source["y"] / SCALE, name, turn)


def _measured_line(source: RawLine, glyphs: Glyphs) -> Line | None:
    """A line that runs from left to right, or is turned, with the edges of its characters."""
    plain = _plain_line(source)
    if plain is None:
        return None
    turn = 0 if plain.vertical else glyphs.rotation
    return _with_edges(source, Characters(glyphs.text, glyphs.low, glyphs.high), turn) or _line(
        source, plain.text, turn=turn
    )


def _row(source: EngineText, row: Sequence[int], glyphs: Mapping[int, Glyphs]) -> Line | None:
    """A printed line with right-to-left letters, of one or more of the engine's."""
    pieces = [source.raw[number] for number in row]
    joined = joined_box(pieces) if len(pieces) > 1 else pieces[0]
    turned = [glyphs[number] for number in row if number in glyphs and glyphs[number].rotation]
    if turned:
        return _measured_line(joined, turned[0]) if len(row) == 1 else _plain_line(joined)
    drawn = drawn_rows(source)
    letters = [glyph for number in row for glyph in drawn.get(number, ())]
    if not letters:
        return _plain_line(joined)
    shown = with_spaces(from_left(letters), max(joined["font"]["size"], 1) / SCALE)
    shown.text = one_set_of_digits(shown.text)
    # Beside a column of French may stand one of Arabic: a line without a Latin letter has its own direction.
    alone = source.right_to_left or _LATIN_WORD.search(shown.text) is None
    return _with_edges(joined, logical_order(shown, right_to_left=alone).written_out()) or _plain_line(joined)


def _with_edges(source: RawLine, characters: Characters, turn: int = 0) -> Line | None:
    """The engine's line with these characters; None where nothing is left of them once folded."""
    text, origins = fold(characters.text)
    edges = [0.0] * (2 * len(characters.low))
    edges[::2], edges[1::2] = characters.low, characters.high
    return _line(source, text, fold_edges(tuple(edges), origins), turn) if text else None


def _vertical_line(stack: Sequence[RawLine]) -> Line | None:
    """A column of vertical writing from its single characters."""
    plain = _plain_line(joined_box(stack))
    if plain is None:
        return None
    boxes = [line["bbox"] for line in stack]
    edges = [y / SCALE for box in boxes for y in (box["y"], box["y"] + box["h"])]
    text, origins = fold("".join(line["text"].strip() for line in stack))
    return replace(plain, text=text, vertical=True, edges=fold_edges(tuple(edges), origins))
