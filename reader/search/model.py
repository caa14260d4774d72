"""What is searched, what is searched for, and what is found, as plain values.

A page is searched as one text: the paragraphs that begin on it, in reading order. So a phrase is found over
the end of a line, of a paragraph and of the page it runs over.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchWords:
    """What a person looks for.

    `exact`: capitals and accents count as they were typed. `whole_words`: the text found is no part of a
    longer word.
    """

    text: str
    exact: bool = False
    whole_words: bool = False


@dataclass(frozen=True, slots=True)
class SearchablePage:
    """A page as it is kept for searching, small and quick: bytes only.

    Attributes:
        index: of the page its paragraphs begin on.
        last_page: the furthest page one of them runs on to.
        folded: its text, folded, in UTF-8; every search goes through these.
        packed: text and lines as they stand on the page, for the pages that have a hit; to be read with the
            folded text only (see `page_text`).
        has_text: whether the page itself has any text; the picture of a page has none.
    """

    index: int
    last_page: int
    folded: bytes
    packed: bytes
    has_text: bool = True


@dataclass(frozen=True, slots=True)
class HitPart:
    """The part of a hit that stands on one line: characters start … end of line `line` of a page.

    `line` counts as in `Page.lines`; `top` is the line's upper edge, in whole points.
    """

    page_index: int
    line: int
    start: int
    end: int
    top: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where the words were found, and what stands around it."""

    parts: tuple[HitPart, ...]
    before: str
    text: str
    after: str

    @property
    def page_index(self) -> int:
        """The page on which it begins."""
        return self.parts[0].page_index


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many hits the text of a page has, and the furthest page that text runs on to."""

    index: int
    hits: int
    last_page: int
