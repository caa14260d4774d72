"""The structure tree of a tagged PDF: which words of a page belong to which element of the text.

In: the PDF's objects and one of its pages. Out: `PageStructure`, the marked pieces of the page in the tree's
order, each with its place and the element that holds it; None where the file has no tree, or one that leads
nowhere. Whether the tree can be believed is `tagged`'s business.
Source: ISO 32000-2, 14.6 (marked content), 14.7 (structure), 14.8 (standard types).

The tree is climbed from the marks of the page up, and no further than needed, so that a page of a book costs
what a page alone does; where each mark lies is told by `marked_content`.
"""

from __future__ import annotations

from dataclasses import dataclass

from pymupdf import mupdf

from reader.document.text.marked_content import MOST_MARKS, MarkedContents
from reader.document.text.pieces import RawLine

# Word and Chromium nest some 10 to 30 levels; past these a tree was made to keep us busy.
_DEEPEST = 200
_MOST_HOPS = 8  # of a role map
_MOST_SCANNED = 3_000_000  # children looked through in one file; 10,000 pages have about 200,000
_KEPT_ELEMENTS = 4000
_SCALE = 100  # of the places that come from the engine's JSON writer
# TypeError: the engine's binding has no form for a name that is not UTF-8.
_BAD_FILE = (mupdf.FzErrorBase, UnicodeError, SystemError, ValueError, RecursionError, TypeError)


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """An element of the tree: its object's number, standard type, the element around it, its place there."""

    number: int
    kind: str
    parent: Element | None
    place: int


@dataclass(slots=True)
class Mark:
    """A piece of one line that one element holds: its middle in points, its width, how many letters."""

    x: float
    y: float
    width: float
    letters: int
    element: Element
    order: int  # of its marked content among that of the page, in reading order


@dataclass(slots=True)
class PageStructure:
    """The marked pieces of a page, in the tree's order."""

    marks: list[Mark]


class StructureTree:
    """The tree of one open file, asked page by page."""

    def __init__(self, pdf: mupdf.PdfDocument) -> None:
        self._pdf = pdf
        self._roles: dict[str, str] = {}
        self._elements: dict[int, Element | None] = {}
        self._places: dict[int, _Children] = {}
        self._scanned = 0
        self._contents: MarkedContents | None = None
        try:
            catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
            self._root = mupdf.pdf_dict_gets(catalogue, "StructTreeRoot")
            self._parents = mupdf.pdf_dict_gets(self._root, "ParentTree")
            self._role_map = mupdf.pdf_dict_gets(self._root, "RoleMap")
            self.present = bool(mupdf.pdf_is_dict(self._root) and mupdf.pdf_is_dict(self._parents))
        except _BAD_FILE:
            self.present = False

    def read(self, page: mupdf.FzPage) -> PageStructure | None:
        """The marked pieces of a page; None where the tree has nothing to say of it."""
        if not self.present or self._scanned > _MOST_SCANNED:
            return None
        try:
            own = mupdf.pdf_page_from_fz_page(page).obj()
            key = mupdf.pdf_dict_gets(own, "StructParents")
            if not mupdf.pdf_is_int(key):
                return None
            holders = mupdf.pdf_lookup_number(self._parents, mupdf.pdf_to_int(key))
            count = mupdf.pdf_array_len(holders)
            if not 0 < count <= MOST_MARKS:
                return None
            found = self._held(holders, count, mupdf.pdf_to_num(own))
            if not found:
                return None
            if self._contents is None:
                self._contents = MarkedContents(self._pdf)
            pieces = self._contents.read(page, mupdf.pdf_to_int(key), count)
        except _BAD_FILE:
            return None
        return PageStructure(_marks(found, pieces))

    def _held(
        self, holders: mupdf.PdfObj, count: int, page: int
    ) -> dict[int, tuple[tuple[int, ...], Element]]:
        """Of each marked content of the page: its way down from the root, and the element that holds it."""
        found: dict[int, tuple[tuple[int, ...], Element]] = {}
        seen: set[int] = set()
        for place in range(count):
            holder = mupdf.pdf_array_get(holders, place)
            number = mupdf.pdf_to_num(holder)
            if number == 0 or number in seen:
                continue
            seen.add(number)
            element = self._element(holder)
            if element is None:
                continue
            way = _way(element)
            for mark, where in self._own_marks(holder, page):
                found[mark] = ((*way, where), element)
        return found

    def _own_marks(self, holder: mupdf.PdfObj, page: int) -> list[tuple[int, int]]:
        """The numbers of the marked contents that an element has on a page, and their places in it."""
        kids = mupdf.pdf_dict_gets(holder, "K")
        if mupdf.pdf_is_array(kids):
            length = mupdf.pdf_array_len(kids)
            self._scanned += length
            if self._scanned > _MOST_SCANNED:
                return []
            each = [mupdf.pdf_array_get(kids, i) for i in range(length)]
        else:
            each = [kids]
        home = mupdf.pdf_to_num(mupdf.pdf_dict_gets(holder, "Pg"))
        found = []
        for where, kid in enumerate(each):
            if mupdf.pdf_is_int(kid):
                if home in (0, page):
                    found.append((mupdf.pdf_to_int(kid), where))
            elif mupdf.pdf_is_dict(kid):
                mark = mupdf.pdf_dict_gets(kid, "MCID")
                other = mupdf.pdf_to_num(mupdf.pdf_dict_gets(kid, "Pg"))
                if mupdf.pdf_is_int(mark) and (other or home) in (0, page):
                    found.append((mupdf.pdf_to_int(mark), where))
        return found

    def _element(self, holder: mupdf.PdfObj) -> Element | None:
        """The element with all those around it; None where the way up is no way to the root."""
        climbed: list[tuple[int, mupdf.PdfObj, mupdf.PdfObj]] = []
        seen: set[int] = set()
        above: Element | None = None
        root = mupdf.pdf_to_num(self._root)
        while True:
            number = mupdf.pdf_to_num(holder)
            if number in self._elements:
                above = self._elements[number]
                if above is None:
                    return None
                break
            if number == 0 or number in seen or len(seen) > _DEEPEST or not mupdf.pdf_is_dict(holder):
                self._elements[number] = None
                return None
            seen.add(number)
            parent = mupdf.pdf_dict_gets(holder, "P")
            climbed.append((number, holder, parent))
            if mupdf.pdf_to_num(parent) == root:
                break
            holder = parent
        if len(self._elements) > _KEPT_ELEMENTS:
            self._elements.clear()
        for number, own, parent in reversed(climbed):
            kind = self._standard(mupdf.pdf_to_name(mupdf.pdf_dict_gets(own, "S")))
            above = Element(number, kind, above, self._place(parent, number))
            self._elements[number] = above
        return above

    def _place(self, parent: mupdf.PdfObj, number: int) -> int:
        """Which child of its parent an element is; the last of all where the parent does not know it."""
        owner = mupdf.pdf_to_num(parent)
        children = self._places.get(owner)
        if children is None:
            if len(self._places) > _KEPT_ELEMENTS:
                self._places.clear()
            children = self._places[owner] = _Children(mupdf.pdf_dict_gets(parent, "K"))
        before = children.scanned
        place = children.place(number, _MOST_SCANNED - self._scanned)
        self._scanned += children.scanned - before
        return place

    def _standard(self, raw: str) -> str:
        """The standard type a producer's own type stands for."""
        kind = self._roles.get(raw)
        if kind is None:
            kind = raw
            for _ in range(_MOST_HOPS):
                mapped = mupdf.pdf_to_name(mupdf.pdf_dict_gets(self._role_map, kind))
                if not mapped or mapped == kind:
                    break
                kind = mapped
            if len(self._roles) > _KEPT_ELEMENTS:
                self._roles.clear()
            self._roles[raw] = kind
        return kind


class _Children:
    """Places of an element's children, looked through once, only as far as asked."""

    def __init__(self, kids: mupdf.PdfObj) -> None:
        self._kids = kids
        self._length = mupdf.pdf_array_len(kids)  # 0 for a single child
        self._found: dict[int, int] = {}
        self.scanned = 0

    def place(self, number: int, budget: int) -> int:
        place = self._found.get(number)
        while place is None and self.scanned < self._length and budget > 0:
            kid = mupdf.pdf_to_num(mupdf.pdf_array_get(self._kids, self.scanned))
            if kid:
                self._found.setdefault(kid, self.scanned)
            if kid == number:
                place = self.scanned
            self.scanned += 1
            budget -= 1
        return self._length if place is None else place


def _way(element: Element) -> tuple[int, ...]:
    places: list[int] = []
    here: Element | None = element
    while here is not None:
        places.append(here.place)
        here = here.parent
    return tuple(reversed(places))


def _marks(
    held: dict[int, tuple[tuple[int, ...], Element]], pieces: list[tuple[int, list[RawLine]]]
) -> list[Mark]:
    order = {mark: place for place, mark in enumerate(sorted(held, key=lambda mark: (held[mark][0], mark)))}
    marks: list[Mark] = []
    for number, lines in pieces:
        if number not in order:
            continue
        element = held[number][1]
        for line in lines:
            letters = len("".join(line["text"].split()))
            if letters:
                box = line["bbox"]
                marks.append(
                    Mark(
                        (box["x"] + box["w"] / 2) / _SCALE,
                        (box["y"] + box["h"] / 2) / _SCALE,
                        box["w"] / _SCALE,
                        letters,
                        element,
                        order[number],
                    )
                )
    marks.sort(key=lambda mark: mark.order)
    return marks
