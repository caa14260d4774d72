"""Pages set line by line, as printers and typists set them."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path

import pymupdf

from reader.document.file.pdf import open_document
from reader.document.model import Paragraph, ParagraphRole
from reader.document.paragraph_reader import read_paragraphs

WIDE, LEFT_HALF, RIGHT_HALF = (40.0, 380.0), (40.0, 200.0), (220.0, 380.0)
LINES = (
    "the height of the water and the way of the wind twice",
    "a day and sent the sheets to the office of the harbour",
    "where a clerk copied them into a large book that lies",
)


def prose(begins: str, count: int, ends: str) -> list[str]:
    """A paragraph of `count` lines between its first and its last; a last line with a stop may be short."""
    return [begins, *islice(cycle(LINES), count), ends]


class Pages:
    """A PDF made line by line."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = pymupdf.open()
        self.y = 80.0
        self.next_page()

    def next_page(self) -> None:
        self.page = self.file.new_page(width=420, height=595)

    def set_lines(
        self,
        lines: list[str],
        edges: tuple[float, float] = WIDE,
        size: float = 10,
        step: float = 12,
        font: str = "helv",
    ) -> None:
        """Set lines below each other, each from edge to edge, but for a last one that ends in a stop.

        One line alone in the whole width or the left half keeps its own; so does one without a right edge.
        """
        x0, x1 = edges
        for number, text in enumerate(lines):
            start = pymupdf.Point(x0, self.y)
            width = pymupdf.get_text_length(text, fontname=font, fontsize=size)
            short = number == len(lines) - 1 and (
                text[-1] in ".;" or (len(lines) == 1 and edges in (WIDE, LEFT_HALF))
            )
            wide = 1.0 if short or not x1 else (x1 - x0) / width
            self.page.insert_text(
                start, text, fontname=font, fontsize=size, morph=(start, pymupdf.Matrix(wide, 1))
            )
            self.y += step

    def paragraphs(self) -> list[Paragraph]:
        self.file.save(self.path)
        with open_document(str(self.path)) as document:
            found = read_paragraphs(document)
        return [part for part in found if part.role is not ParagraphRole.FURNITURE]

    def first_words(self) -> list[str]:
        return [part.text.split()[0] for part in self.paragraphs()]
