"""Small tagged PDFs written by hand, so that their trees can be as wrong as a file in the wild may be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_BOX = "/MediaBox [0 0 400 400]"
_BOLD = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
_FONTS = f"<< /Font << /F 5 0 R /B {_BOLD} >> >>"
BOLD = "*"  # before the text of a line that is
# Of the tree: ("P", [0, 1]) is a paragraph of the marked contents 0 and 1; kids nest.
Node = tuple[str, Sequence["Node | int"]]


@dataclass(slots=True)
class TaggedFile:
    """One page of Helvetica, 400 points wide and high: lines of text, each a marked content or none.

    `lines` are (number or None, x, y from the top, text). `extra` are entries written into the dictionary of
    the nth element of the tree, counted as they are written; `size` is that of the type.
    """

    lines: Sequence[tuple[int | None, float, float, str]]
    tree: Sequence[Node]
    roles: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[int, str] = field(default_factory=dict)
    size: float = 10.0
    objects: list[str] = field(default_factory=list)
    holders: dict[int, int] = field(default_factory=dict)

    def bytes(self) -> bytes:
        """The file."""
        content = "".join(self._line(*line) for line in self.lines)
        self.objects = [
            "<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo << /Marked true >> >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R {_BOX} /Contents 4 0 R /StructParents 0 /Resources {_FONTS} >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
            "",
        ]
        kids = " ".join(f"{self._element(node, 6)} 0 R" for node in self.tree)
        count = max(self.holders, default=-1) + 1
        parents = " ".join(f"{self.holders[i]} 0 R" if i in self.holders else "null" for i in range(count))
        roles = " ".join(f"/{one} /{two}" for one, two in self.roles.items())
        self.objects[5] = (
            f"<< /Type /StructTreeRoot /K [{kids}] /RoleMap << {roles} >>"
            f" /ParentTree << /Nums [0 [{parents}]] >> >>"
        )
        return written(self.objects)

    def _line(self, mark: int | None, x: float, y: float, text: str) -> str:
        font = "B" if text.startswith(BOLD) else "F"
        shown = f"BT /{font} {self.size} Tf 1 0 0 1 {x} {400 - y} Tm ({text.lstrip(BOLD)}) Tj ET\n"
        return shown if mark is None else f"/P << /MCID {mark} >> BDC\n{shown}EMC\n"

    def _element(self, node: Node, parent: int) -> int:
        kind, kids = node
        self.objects.append("")
        number = len(self.objects)
        extra = self.extra.get(number - 7, "")
        written: list[str] = []
        for kid in kids:
            if isinstance(kid, int):
                self.holders[kid] = number
                written.append(str(kid))
            else:
                written.append(f"{self._element(kid, number)} 0 R")
        own = "" if "/P " in extra else f"/P {parent} 0 R"
        self.objects[number - 1] = (
            f"<< /Type /StructElem /S /{kind} {own} /Pg 3 0 R /K [{' '.join(written)}] {extra} >>"
        )
        return number


def written(objects: Sequence[str]) -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalogue."""
    made = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(made)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode("latin-1")
