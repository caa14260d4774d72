"""The lines at the top and bottom edges of pages, among which their furniture is.

In: a page. Out: its `Margins`, so small that they can be kept for every page and compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.document.model import Page

# Share of the page's height at top and bottom in which furniture stands. Footers with an address of three
# lines reach about a ninth; letterheads reach further but stand on one page only.
_MARGIN = 0.12
# Some programs leave wide margins: a page number, and the outermost lines of a page, may stand further in.
_DEEP = 0.22
_OUTERMOST = 3  # lines
_LONGEST = 160
_LONGEST_NUMBER = 24  # "Seite 123 von 1234"
# How far a running head may move from page to page, in points (a page number that ends the line, rounding).
SAME_HEIGHT = 4.0
STAMPED = "stamp"  # the shape of every line that begins with a day and a clock

_NUMBERS = re.compile(r"\d+|\b[ivxlcdm]+\b")
_PAGE_NUMBER = re.compile(
    r"""[-–—|\[(\s]*(?:
        (?:page|seite|página|pagina|p\.|pg\.|s\.|صفحة|الصفحة|стр\.?|страница|第)?\s*
        (?:\d{1,4}|[ivxlc]{1,6})
        (?:\s*(?:/|of|sur|von|de|di|من|из|\|)\s*\d{1,5})?\s*(?:页|頁|ページ)?
    )[-–—|\])\s.]*""",
    re.VERBOSE | re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:https?://|file:///|about:blank)\S*(?:\s+\d+\s*/\s*\d+)?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AP]M)?(?:\s.*)?",
    re.IGNORECASE,
)
# Three numbers of a day, or a day, a word or two, and a year: whatever the language and the calendar.
_DAY = re.compile(
    r"\d+ ?([/.-]) ?\d+ ?\1 ?\d+|\d+\W{0,2} (?:[^\W\d]+\W{1,2}){1,2}\d{4}|[^\W\d]+\.? \d{1,2},? \d{4}"
    r"|\d+ ?[年년] ?\d+ ?[月월] ?\d+"
)
_YEARS = range(1500, 2100)  # where numbers by themselves may count years
_DIGIT = re.compile(r"\d")
_FIRST_NUMBER = re.compile(r"\d{1,4}")
_OUTER_NUMBER = re.compile(r"^\d{1,3}(?=\s)|(?<=\s)\d{1,3}$")


@dataclass(frozen=True, slots=True)
class MarginLine:
    """A line near the top or bottom edge: its number, its words without digits, its day, its height.

    `counts` are the numbers it may count pages with; `is_deep`, whether it stands further in.
    """

    number: int
    shape: str
    y: float
    page_number: bool
    day: str = ""
    counts: tuple[int, ...] = ()
    is_deep: bool = False


@dataclass(frozen=True, slots=True)
class Margins:
    """What stands at the edges of one page; small, so that it can be kept for every page."""

    index: int
    lines: tuple[MarginLine, ...]


def read_margins(page: Page) -> Margins:
    """The lines of a page among which its furniture is."""
    height = page.size.height
    top, bottom = _MARGIN * height, (1 - _MARGIN) * height
    head, foot = _outermost(page)
    found: list[MarginLine] = []
    for number, line in enumerate(page.lines):
        text, box = line.text, line.box
        if len(text) > _LONGEST or line.rotation:
            continue
        is_deep = box.y1 > top and box.y0 < bottom
        is_outer = box.y1 <= head or box.y0 >= foot
        if is_deep and not is_outer and (len(text) > _LONGEST_NUMBER or box.y1 < (1 - _DEEP) * height):
            continue
        is_number = _PAGE_NUMBER.fullmatch(text) is not None
        if is_deep and not (is_number or is_outer):
            continue
        counts = _FIRST_NUMBER.findall(text)[:1] if is_number else _OUTER_NUMBER.findall(text)
        found.append(
            MarginLine(
                number=number,
                shape=shape_of(text),
                y=box.y1,
                page_number=is_number,
                day=day_in(text),
                counts=tuple(count for count in map(int, counts) if count not in _YEARS),
                is_deep=is_deep,
            )
        )
    return Margins(page.index, tuple(found))


def _outermost(page: Page) -> tuple[float, float]:
    """Down to where the first lines of a page reach, and from where its last begin, if not far inside."""
    boxes = [line.box for line in page.lines if not line.rotation]
    if len(boxes) < 2 * _OUTERMOST:
        return 0.0, page.size.height
    head = sorted([box.y1 for box in boxes])[_OUTERMOST - 1]
    foot = sorted([box.y0 for box in boxes])[-_OUTERMOST]
    return min(head, _DEEP * page.size.height), max(foot, (1 - _DEEP) * page.size.height)


def shape_of(text: str) -> str:
    """What a line has in common with its likes on other pages."""
    return STAMPED if _STAMP.fullmatch(text) else _NUMBERS.sub("#", text.casefold())


def day_in(text: str) -> str:
    """The first day that a line names, "" where it names none."""
    # Most lines have no year, and looking for a day in them would take longest.
    found = _DAY.search(text) if _DIGIT.search(text) else None
    return found[0] if found else ""
