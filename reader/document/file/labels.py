"""Page labels: what is printed on a page ("xii", "A-3") beside its place in the file.

In: the PDF's objects. Out: a table of ranges. Source: ISO 32000-2, 12.4.2 and 7.9.7 (number trees).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pymupdf import mupdf

# A tree this size labels every page of any book; more is a file that wants to keep us busy.
_MOST_NODES = 20_000
_MOST_RANGES = 200_000
_LONGEST_PREFIX = 40  # what is printed in the corner of a page
_UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
# Beyond this Roman numerals and repeated letters are no longer something anyone prints.
_HIGHEST_ROMAN = 4999
_MOST_LETTERS = 30
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class LabelRange:
    """From page `first` on: numbers of `style` ("D", "r", "R", "a", "A", "") after `prefix`, from `start`."""

    first: int
    style: str
    prefix: str
    start: int


@dataclass(frozen=True, slots=True)
class PageLabels:
    """The ranges of a document, sorted; none where the file has no labels."""

    ranges: tuple[LabelRange, ...] = ()

    def label(self, index: int) -> str:
        """The label of the page at `index`; the page's number from 1 where the file says nothing."""
        place = bisect_right([part.first for part in self.ranges], index) - 1
        if place < 0:
            return str(index + 1)
        part = self.ranges[place]
        return part.prefix + _number(part.style, part.start + index - part.first) or str(index + 1)


def read_page_labels(pdf: mupdf.PdfDocument) -> PageLabels:
    """The labels of a document; a broken tree counts as none."""
    try:
        root = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
        tree = mupdf.pdf_dict_gets(root, "PageLabels")
        ranges = _ranges(tree)
    except (mupdf.FzErrorBase, UnicodeError, SystemError):
        return PageLabels()
    return PageLabels(tuple(sorted(ranges.values(), key=lambda part: part.first)))


def _ranges(tree: mupdf.PdfObj) -> dict[int, LabelRange]:
    ranges: dict[int, LabelRange] = {}
    waiting, seen, left = [tree], set[int](), _MOST_RANGES
    while waiting and len(seen) < _MOST_NODES:
        node = waiting.pop()
        number = mupdf.pdf_to_num(node)
        if number and number in seen:  # no page stands in two places of a sound tree
            continue
        seen.add(number or -len(seen) - 1)
        numbers = mupdf.pdf_dict_gets(node, "Nums")
        entries = min(mupdf.pdf_array_len(numbers) // 2, left)
        left -= entries
        for place in range(0, 2 * entries, 2):
            first = mupdf.pdf_to_int(mupdf.pdf_array_get(numbers, place))
            ranges[first] = _range(first, mupdf.pdf_array_get(numbers, place + 1))
        kids = mupdf.pdf_dict_gets(node, "Kids")
        room = max(0, _MOST_NODES - len(seen) - len(waiting))
        waiting += [mupdf.pdf_array_get(kids, i) for i in range(min(mupdf.pdf_array_len(kids), room))]
    return ranges


def _range(first: int, entry: mupdf.PdfObj) -> LabelRange:
    start = mupdf.pdf_dict_gets(entry, "St")
    return LabelRange(
        first=first,
        style=mupdf.pdf_to_name(mupdf.pdf_dict_gets(entry, "S")),
        prefix=_printable(mupdf.pdf_to_text_string(mupdf.pdf_dict_gets(entry, "P"))[:_LONGEST_PREFIX]),
        start=max(1, mupdf.pdf_to_int(start)) if mupdf.pdf_is_int(start) else 1,
    )


def _printable(prefix: str) -> str:
    return _UNPRINTED.sub(" ", prefix)


def _number(style: str, number: int) -> str:
    if style == "D":
        return str(number)
    if style in ("r", "R"):
        roman = _roman(number)
        return roman.upper() if style == "R" else roman
    if style in ("a", "A"):
        letters = chr(ord("a") + (number - 1) % _ALPHABET) * min((number - 1) // _ALPHABET + 1, _MOST_LETTERS)
        return letters.upper() if style == "A" else letters
    return ""


def _roman(number: int) -> str:
    if number > _HIGHEST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
