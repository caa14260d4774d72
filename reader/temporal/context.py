"""What a document brings to its dates: its own date, its kind, its order of day and month."""

from __future__ import annotations

from dataclasses import dataclass

from reader.temporal.model import DocumentDate, Domain


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """The ground relative dates stand on.

    Attributes:
        document_date: the document creation time, None where unknown.
        domain: how relative words count; None to guess it: news with a date, narrative without.
        day_first: whether "3/4/2024" is 3 April.
        mixed: `domain` was guessed for the document as a whole; a paragraph may tell in another way.
        headed: days stand alone above its parts, as in a diary, and none of them is the document's own.
        entries: kinds of lines that look like the document's date but are a register's, see `registers`.
        letters: it is a collection of letters, each under its dateline.
        time: the clock time of the present in seconds, where it is known.
    """

    document_date: DocumentDate | None = None
    domain: Domain | None = None
    day_first: bool = True
    time: int | None = None
    mixed: bool = False
    headed: bool = False
    entries: frozenset[str] = frozenset()
    letters: bool = False
