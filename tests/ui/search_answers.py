"""A document whose text a test makes up, searched as the engine would, for a window without children."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.document.model import Box, Fragment, Line, Page, PageSize, Paragraph
from reader.document.paragraph_reader import ReadPage
from reader.search.folding import Folding
from reader.search.model import PageCount, SearchablePage
from reader.search.page_text import searchable
from reader.search.text_index import TextIndex
from reader.worker.messages import AskPageText, PageText
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, SearchText
from tests.ui.conftest import PAGES, Desk

LETTER = 6.0  # points: every letter of these pages is as wide
FIRST_LINE, LINE_STEP = 80.0, 40.0


@dataclass
class SearchedBook:
    """Pages of lines, each line a paragraph of its own."""

    desk: Desk
    pages: dict[int, tuple[str, ...]]
    index: TextIndex = field(default_factory=lambda: TextIndex(PAGES))
    request: int = -1

    def read(self, *page_indices: int) -> None:
        """As if the child had read these pages."""
        found = self.index.add([self._searchable(index) for index in page_indices])
        if self.request >= 0:
            self._count(found)
        self.attend()

    def attend(self) -> None:
        """Answer all that is asked, and what is asked because of the answers."""
        while wishes := self.desk.client.wishes:
            self._answer(wishes.pop(0))

    def _answer(self, wish: SearchText | AskHits | AskPageText) -> None:
        job = wish.job_id
        match wish:
            case SearchText():
                self.request = wish.request_id
                self._count(tuple(self.index.search(wish.words)))
            case AskHits() if wish.request_id == self.request:
                hits = self.index.hits(wish.page_index)
                self.desk.answer(HitsOfPage(job, self.request, wish.page_index, hits))
            case AskPageText():
                self.desk.answer(PageText(job, wish.page_index, self._lines(wish.page_index)))

    def _count(self, found: tuple[PageCount, ...]) -> None:
        index, job = self.index, self.desk.job_id
        told = HitsCounted(job, self.request, found, index.pages_known, PAGES, index.pages_without_text)
        self.desk.answer(told)

    def _lines(self, index: int) -> tuple[Line, ...]:
        return tuple(
            Line(
                text,
                Box(72, top, 72 + LETTER * len(text), top + 12),
                12,
                edges=tuple(72 + LETTER * (place + side) for place in range(len(text)) for side in (0, 1)),
            )
            for number, text in enumerate(self.pages.get(index, ()))
            for top in [FIRST_LINE + LINE_STEP * number]
        )

    def _searchable(self, index: int) -> SearchablePage:
        lines = self._lines(index)
        paragraphs = tuple(
            Paragraph(
                f"p{index}.{number}",
                line.text,
                (Fragment(0, len(line.text), index, line.box, line=number),),
            )
            for number, line in enumerate(lines)
        )
        page = Page(index, str(index + 1), PageSize(595, 842), lines, has_text=bool(lines))
        return searchable(ReadPage(page, paragraphs), Folding())
