"""Type whose size the engine cannot tell: letters far wider than the type they are said to be set in.

The bitmap fonts of TeX are as large as their letters' pictures and set in a type of a hundredth of that;
some typesetters put a blank of no size between two words. The engine believes both: it tells a size near 0,
boxes a thousand times as high, and takes each word for a line. In: the engine's lines. Out: their sizes and
boxes set right in place, and which of them are pieces of one printed line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.document.text.pieces import RawLine

# Hundredths of a point, as the engine writes lines down. Real type so small is not to be read.
_TINY = 100
_WIDEST_LETTER = 1.5  # of the type size, on the average of a line; capitals have 0.7
# Widths in shares of the type size, those of Computer Modern; by them the size of a font is told.
_SMALL, _CAPITAL, _FIGURE, _OTHER = 0.45, 0.72, 0.5, 0.3
_ASCENT, _HEIGHT = 0.72, 0.95
_SAME_LINE = 0.5  # of the type size; raised figures stand 0.35 higher
_WIDEST_SPACE, _NARROWEST_SPACE = 0.9, 0.16
_KERNED = 0.35


def tiny_lines(raw: Sequence[RawLine]) -> list[int]:
    """Numbers of the lines whose letters are wider than any of their type could be."""
    return [
        number
        for number, line in enumerate(raw)
        if line["font"]["size"] < _TINY
        and line["wmode"] == 0
        and line["text"]
        and line["bbox"]["w"] > _WIDEST_LETTER * line["font"]["size"] * len(line["text"])
    ]


def torn_lines(raw: Sequence[RawLine], tiny: Sequence[int]) -> list[list[int]]:
    """Set the type of the lines `tiny` right, as far as it is not yet; tell which make one printed line."""
    _set_sizes(raw[number] for number in tiny if raw[number]["font"]["size"] < _TINY)
    groups: list[list[int]] = []
    for number in tiny:
        if number and _goes_on(raw[number - 1], raw[number]):
            if not groups or groups[-1][-1] != number - 1:
                groups.append([number - 1])
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def space_between(one: RawLine, two: RawLine) -> str:
    """What stands between two pieces of a printed line: a word may be kerned, and so torn."""
    if one["text"][-1:] == " " or two["text"][:1] == " ":
        return ""
    return " " if _gap(one, two) > _NARROWEST_SPACE * two["font"]["size"] else ""


def _set_sizes(lines: Iterable[RawLine]) -> None:
    """Give lines the size that the width of their font's letters tells, and boxes as high as that."""
    fonts: dict[str, list[RawLine]] = {}
    for line in lines:
        fonts.setdefault(line["font"]["name"], []).append(line)
    for own in fonts.values():
        usual = sum(_usual_width(character) for line in own for character in line["text"])
        size = round(sum(line["bbox"]["w"] for line in own) / usual)
        for line in own:
            line["font"]["size"] = max(size, _TINY)
            line["bbox"]["y"] = line["y"] - round(_ASCENT * size)
            line["bbox"]["h"] = round(_HEIGHT * size)


def _usual_width(character: str) -> float:
    if character.islower():
        return _SMALL
    if character.isupper():
        return _CAPITAL
    return _FIGURE if character.isdigit() else _OTHER


def _gap(one: RawLine, two: RawLine) -> int:
    return int(two["bbox"]["x"] - one["bbox"]["x"] - one["bbox"]["w"])


def _goes_on(one: RawLine, two: RawLine) -> bool:
    size = max(one["font"]["size"], two["font"]["size"])
    level = one["wmode"] == 0 and abs(one["y"] - two["y"]) <= _SAME_LINE * size
    return bool(level) and -_KERNED * size <= _gap(one, two) <= _WIDEST_SPACE * size
