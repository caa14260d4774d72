"""What a page draws, glyph by glyph in the order of drawing, from the engine's trace of it.

The engine's structured text is made for lines from left to right: it sets marks down where the pen stands,
turns runs round, and of a cluster whose text /ActualText names it may lose letters. Its trace keeps what no
repair could win back: where each glyph stands, how far the pen moves on, which signs are one glyph, how the
font calls it, and which glyphs one /ActualText names.

In: a page of MuPDF. Out: its upright glyphs, each with the letters it is of, marks still apart.
Source: ISO 32000-2, 14.9.4 (replacement text); MuPDF 1.28, source/fitz/trace-device.c.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from math import isfinite

from pymupdf import mupdf

from reader.document.text.bidi import JOINERS, RTL_LETTER, Characters, logical_order
from reader.document.text.glyph_names import letters_of_name
from reader.document.text.glyphs import UNKNOWN
from reader.document.text.normalisation import GRAPHEME_JOINER

# Of what the trace would write besides text; a map may have a million lines.
_NOT_TEXT = (
    "fill_path", "stroke_path", "clip_path", "clip_stroke_path", "fill_shade", "fill_image",
    "fill_image_mask", "clip_image_mask", "pop_clip", "begin_mask", "end_mask", "begin_group", "end_group",
    "begin_tile", "end_tile", "begin_structure", "end_structure", "begin_layer", "end_layer",
)  # fmt: skip
# What stands between two spans, or a span with all its glyphs.
_TRACED = re.compile(
    r'<metatext type="(?P<kind>\w*)" txt="(?P<named>.*?)">\n'
    r"|(?P<closed></metatext>)"
    r'|<(?:fill|stroke|clip|clip_stroke|ignore)_text\b[^\n]* transform="(?P<place>[^"]*)"'
    r'|<span font="(?P<font>[^\n]*)" wmode="(?P<vertical>\d)" bidi="\d+" trm="(?P<matrix>[^"]*)">'
    r"(?P<glyphs>(?:[^<]+|<g[^>]*>)*)</span>",
    re.DOTALL,
)
# Its sign, the name that a further sign of the same glyph has not, its place, the advance.
_GLYPH = re.compile(
    r'<g unicode="([^"]*|")"( glyph="[^"]*")? x="([^"]*)" y="([^"]*)" adv="([^"]*)"/>', re.DOTALL
)
_NAME = slice(len(' glyph="'), -1)
_LIGATURE = re.compile("[\ufbea-\ufbfb\ufc00-\ufcf1\ufd00-\ufdf2\ufef5-\ufefc]")
_ACTUAL = "actualtext"
_TURNED = 0.05  # tangent; text that leans more is no upright line
_ONE_LINE = 0.8  # of the type size; further up or down the glyphs of one /ActualText are of other lines
_ATTACHED = frozenset(f"{JOINERS}{GRAPHEME_JOINER}")
LAMS, ALEFS = "لﻝﻞﻟﻠ", "اأإآٱﺎﺄﺈﺂ"
_STRETCH = "kashida"  # what fonts call the strokes they put under wide marks


@dataclass(slots=True)
class DrawnGlyph:
    """The letters a glyph shows, each with its marks, in the order of typing; where it stands, in points.

    A mark has no letter before it and belongs to one drawn beside it; a sign of unknown meaning and no width
    has no letters at all. `named` is the cluster whose text a glyph of a mark bears; `shape` is the font's
    name and the glyph's in it.
    """

    letters: list[str]
    low: float
    high: float
    y: float
    size: float
    shape: str
    named: str = ""
    is_mark: bool = False


def drawn_glyphs(page: mupdf.FzPage) -> list[DrawnGlyph]:
    """The upright glyphs of a page, those of one /ActualText with the letters it names."""
    found: list[DrawnGlyph] = []
    group: list[DrawnGlyph] = []
    named = ""
    kinds: list[str] = []
    place = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    for match in _TRACED.finditer(_trace(page)):
        kind, text, closed, moved, font, vertical, matrix, glyphs = match.groups()
        if glyphs is not None:
            span = _Span(font, *place, *map(float, matrix.split()))
            if vertical == "0" and span.is_upright:
                (group if _ACTUAL in kinds else found).extend(span.glyphs(glyphs))
        elif moved:
            a, b, c, d, e, f = map(float, moved.split())
            place = (a, b, c, d, e, f)
        elif not closed:
            if kind == _ACTUAL and _ACTUAL not in kinds:
                named = text
            kinds.append(kind)
        elif kinds and kinds.pop() == _ACTUAL and _ACTUAL not in kinds:
            found += _named(group, named)
            group = []
    return found + group


def is_attached(character: str) -> bool:
    """Whether a character belongs to the letter typed before it: a mark, a joiner."""
    return character in _ATTACHED or unicodedata.combining(character) > 0


def with_marks(text: str) -> list[str]:
    """Text cut into letters, each with what belongs to it; what belongs to a letter before goes first."""
    letters: list[str] = []
    for character in _LIGATURE.sub(_taken_apart, text):
        if letters and (is_attached(character) or is_mark(letters[-1])):
            letters[-1] += character
        else:
            letters.append(character)
    return letters


def is_mark(letter: str) -> bool:
    """Whether a sign has no letter of its own."""
    return all(map(is_attached, letter))


def base_of(letter: str) -> str:
    """A letter without what belongs to it or to the one before; "" where that is all."""
    if letter.isalpha() and len(letter) == 1:
        return letter
    return next((sign for sign in letter if not is_attached(sign)), "")


def is_rtl_letter(glyph: DrawnGlyph) -> bool:
    """Whether a glyph ends with a letter of a script that runs from right to left."""
    return _RTL[glyph.letters[-1]]


class _RtlLetters(dict[str, bool]):
    """Whether a letter with its marks is of a script that runs from right to left, found when first met."""

    def __missing__(self, letter: str) -> bool:
        base = letter if len(letter) == 1 else base_of(letter)
        self[letter] = found = base.isalpha() and RTL_LETTER.match(base) is not None
        return found


_RTL = _RtlLetters()


def _taken_apart(ligature: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFKC", ligature[0])
    return letters if letters.isalpha() else ligature[0]


def _trace(page: mupdf.FzPage) -> str:
    buffer = mupdf.fz_new_buffer(1 << 16)
    output = mupdf.FzOutput(buffer)
    device = mupdf.FzDevice(mupdf.ll_fz_new_trace_device(output.m_internal))
    for name in _NOT_TEXT:
        setattr(device.m_internal, name, None)
    mupdf.fz_run_page_contents(page, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    output.fz_close_output()
    return str(mupdf.fz_buffer_extract_copy(buffer), "utf-8", "replace")


class _Span:
    """Glyphs of one font and size, where the page's matrix and the text's own put them."""

    def __init__(self, font: str, *matrices: float) -> None:
        self.a, self.b, self.c, self.d, self.e, self.f, one, two, three, four = matrices
        self.font = font
        self.along = one * self.a + two * self.c
        self.size = abs(three * self.b + four * self.d)
        across = one * self.b + two * self.d
        self.is_upright = self.along > 0 and abs(across) <= _TURNED * self.along and self.size > 0

    def glyphs(self, trace: str) -> Iterator[DrawnGlyph]:
        """The glyphs a trace has of this span."""
        a, b, c, d, e, f = self.a, self.b, self.c, self.d, self.e, self.f
        font, along, size, plain = self.font, self.along, self.size, _PLAIN
        stretched = _STRETCH in trace.lower()
        signs = _GLYPH.findall(trace)
        several = trace.count(' glyph="') < len(signs)
        for letter, named, x, y, advance in _joined(signs) if several else signs:
            left, top = float(x), float(y)
            low, wide, height = a * left + c * top + e, float(advance) * along, b * left + d * top + f
            if not isfinite(low + wide + height):
                continue
            shape = f"{font} {named[_NAME]}"
            if wide > 0 and not stretched and plain[letter]:  # nearly all of them
                yield DrawnGlyph([letter], low, low + wide, height, size, shape)
            else:
                text = _text_of(letter, named[_NAME])
                yield shown(text, low, low + wide, (height, size, shape))


class _Plain(dict[str, bool]):
    """Whether what a trace says of a glyph is one letter that means what it is, found when first met."""

    def __missing__(self, sign: str) -> bool:
        plain = len(sign) == 1 and not (is_attached(sign) or "\ufbea" <= sign <= "\ufefc" or sign == UNKNOWN)
        self[sign] = plain
        return plain


_PLAIN = _Plain()


def _joined(signs: Sequence[tuple[str, str, str, str, str]]) -> Iterator[tuple[str, str, str, str, str]]:
    """Glyphs, each with the further signs that it is of."""
    held: tuple[str, str, str, str, str] | None = None
    for sign in signs:
        if held is not None and not sign[1]:
            held = (unescape(held[0]) + unescape(sign[0]), *held[1:])
            continue
        if held is not None:
            yield held
        held = sign
    if held is not None:
        yield held


def _text_of(signs: str, name: str) -> str:
    """The letters of one glyph, by the signs it is of and the name its font gives it."""
    text = unescape(signs) if signs[:1] == "&" else signs
    if _STRETCH in name.lower():
        return ""
    if UNKNOWN in text:
        return letters_of_name(name) or text
    return as_typed(text)


def as_typed(signs: str) -> str:
    """The letters of one glyph; an alef joins nothing after it, so "ال" is a lam-alef named from the left."""
    if len(signs) == 2 and signs[1] in LAMS and signs[0] in ALEFS:  # noqa: PLR2004 - two letters
        return signs[::-1]
    return signs


def shown(text: str, low: float, high: float, rest: tuple[float, float, str]) -> DrawnGlyph:
    """A glyph that bears a text, from and to a place; then its baseline, type size and shape."""
    y, size, shape = rest
    if high > low and len(text) == 1 and not (is_attached(text) or "\ufbea" <= text <= "\ufefc"):
        return DrawnGlyph([text], low, high, y, size, shape)
    named = ""
    if "\ufc5e" <= text <= "\ufe7f":
        spaced = unicodedata.normalize("NFKC", text)
        if spaced[:1] == " " and is_attached(spaced[1:2]):
            text = spaced[1:]
    if high <= low:
        if text == UNKNOWN:
            text = ""
        elif not is_attached(text[:1]) and RTL_LETTER.match(text):
            marks = "".join(filter(is_attached, unicodedata.normalize("NFD", text)))
            named, text = (text, marks) if marks else ("", text)
    letters = with_marks(text) or [""]
    return DrawnGlyph(letters, low, high, y, size, shape, named, is_mark(letters[0]))


def _named(glyphs: list[DrawnGlyph], text: str) -> list[DrawnGlyph]:
    """The glyphs of one /ActualText with the letters it names, where these are not the glyphs' own."""
    if not glyphs or not text:
        return []
    wide = [glyph for glyph in glyphs if glyph.high > glyph.low and glyph.letters != [""]]
    if not wide and any(glyph.high > glyph.low for glyph in glyphs):
        return glyphs
    base = wide[-1] if wide else glyphs[-1]
    if any(abs(glyph.y - base.y) > _ONE_LINE * base.size for glyph in wide):
        return glyphs
    own = sorted(letter for glyph in glyphs for letters in glyph.letters for letter in letters)
    if len(wide) > 1 and own == sorted(text):
        return glyphs
    low = min(glyph.low for glyph in wide or glyphs)
    high = max(glyph.high for glyph in wide or glyphs)
    return [shown(text, low, high, (base.y, base.size, base.shape))]


def in_visual_order(letters: Sequence[str]) -> list[int]:
    """Places of the letters of one glyph or /ActualText, from left to right."""
    text = "".join(map(base_of, letters))
    if RTL_LETTER.search(text) is None:
        return list(range(len(text)))
    places = [float(place) for place in range(len(text))]
    # What stands from left to right within it is turned round twice: the same is done both ways.
    return [int(place) for place in logical_order(Characters(text, places, places), right_to_left=True).low]
