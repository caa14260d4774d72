"""What crosses for the search: the texts of pages, a search, its counts, the hits of a page.

A part of `messages.py`, whose rules hold here too. Only `PageTexts` crosses a pipe: the texts are kept and
searched in the window's process, so that no search waits for a child at work.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.search.model import Hit, PageCount, SearchablePage, SearchWords


@dataclass(frozen=True, slots=True)
class SearchText:
    """Count the hits of `words` on every page, and on those still to be read as they come.

    Takes the place of the job's search before. The client itself answers; no child is asked.
    """

    job_id: int
    request_id: int
    words: SearchWords


@dataclass(frozen=True, slots=True)
class AskHits:
    """The hits of the search `request_id` in the text of one page."""

    job_id: int
    request_id: int
    page_index: int


@dataclass(frozen=True, slots=True)
class PageTexts:
    """Pages made ready for searching, and pages that cannot be read. Between child and client only."""

    job_id: int
    pages: tuple[SearchablePage, ...]
    unreadable: tuple[int, ...] = ()
    is_last: bool = False  # of a document read for its text only


@dataclass(frozen=True, slots=True)
class HitsCounted:
    """Pages that have hits and were not told of before, and how far the search has come.

    `pages_without_text` are those searched so far on which there is nothing to find: pictures, blanks.
    """

    job_id: int
    request_id: int
    found: tuple[PageCount, ...]
    pages_searched: int
    page_count: int
    pages_without_text: int = 0


@dataclass(frozen=True, slots=True)
class HitsOfPage:
    """The hits in the text of a page, in reading order."""

    job_id: int
    request_id: int
    page_index: int
    hits: tuple[Hit, ...]
