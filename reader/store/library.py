"""Documents that were read: which, where one left off, how the window stood.

In: a document's digest and path, places. Out: recent documents, the place to go on. "Forget" leaves no
trace of a document: not here, not in the cache, not in the log. No clock: `now` is an argument, in seconds
since 1970.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reader.store.database import Database
from reader.store.logfile import forget_in_log
from reader.store.paths import UserFolders

if TYPE_CHECKING:
    from reader.store.cache import TimelineCache

FILE_NAME = "library.sqlite"
STEPS = (
    """CREATE TABLE documents (
        sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, page_count INTEGER NOT NULL,
        opened INTEGER NOT NULL,
        page_index INTEGER, top REAL, left REAL, zoom_mode TEXT, scale REAL
    );
    CREATE INDEX documents_by_path ON documents (path);
    CREATE INDEX documents_by_time ON documents (opened);
    CREATE TABLE window_state (name TEXT PRIMARY KEY, content TEXT NOT NULL)""",
    "ALTER TABLE documents ADD COLUMN turn INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE documents ADD COLUMN date_by_hand TEXT",
)

KEEP_DOCUMENT = """INSERT INTO documents (sha256, path, title, page_count, opened) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, title = excluded.title,
    page_count = excluded.page_count, opened = excluded.opened"""
# The file at this path has changed: the one it was is no more.
DROP_PREDECESSORS = "DELETE FROM documents WHERE path = ? AND sha256 <> ?"
RECENT = """SELECT sha256, path, title, page_count, opened, coalesce(page_index, 0) FROM documents
    ORDER BY opened DESC, path LIMIT ?"""
KEEP_PLACE = """UPDATE documents SET page_index = ?, top = ?, left = ?, zoom_mode = ?, scale = ?, turn = ?
    WHERE sha256 = ?"""
PLACE = """SELECT page_index, top, left, zoom_mode, scale, turn FROM documents
    WHERE sha256 = ? AND page_index IS NOT NULL"""
PLACE_OF_PREDECESSOR = """SELECT page_index, top, left, zoom_mode, scale, turn FROM documents
    WHERE path = ? AND page_index < ? ORDER BY opened DESC LIMIT 1"""

DATE_AT_PATH = "SELECT date_by_hand FROM documents WHERE path = ? ORDER BY opened DESC LIMIT 1"
DATE = "SELECT date_by_hand FROM documents WHERE sha256 = ?"
KEEP_DATE = "UPDATE documents SET date_by_hand = ? WHERE sha256 = ?"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """Where a document was left.

    Attributes:
        page_index: the page at the window's upper edge.
        top, left: how far the window's edges lie into that page as it is shown, in points.
        zoom_mode: "fit_width", "fit_page" or "scale".
        scale: pixels a point, for "scale".
        turn: quarters clockwise by which the pages are turned.
    """

    page_index: int
    top: float = 0.0
    left: float = 0.0
    zoom_mode: str = "fit_width"
    scale: float = 1.0
    turn: int = 0


@dataclass(frozen=True, slots=True)
class RecentDocument:
    """A document that was open once. `opened`: when last, in seconds since 1970."""

    sha256: str
    path: str
    title: str
    page_count: int
    opened: int
    page_index: int


class Library:
    """What is remembered of documents and of the window. Used by one thread."""

    def __init__(self, folders: UserFolders) -> None:
        """Open it; see the class."""
        self._folders = folders
        self._database = Database(folders.state / FILE_NAME, STEPS)

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let the file go."""
        self._database.close()

    def document_opened(
        self, sha256: str, path: str, title: str, page_count: int, now: int
    ) -> PlaceRead | None:
        """Remember that a document was opened.

        Returns:
            Where it was left. A file that has changed since goes on where the one before it at this path was
            left, as long as it has that page, and keeps the date that was set for it.
        """
        date = self.date_by_hand(sha256) or self.date_at(path)
        place = self.place(sha256) or self._place(PLACE_OF_PREDECESSOR, path, page_count)
        self._database.write(
            (DROP_PREDECESSORS, [path, sha256]),
            (KEEP_DOCUMENT, [sha256, path, title, page_count, now]),
        )
        if place is not None:
            self.remember_place(sha256, place)
        if date is not None:
            self.remember_date(sha256, date)
        return place

    def date_by_hand(self, sha256: str) -> str | None:
        """The day (ISO) from which a person has a document's dates counted, None for what its text says."""
        return self._date(DATE, sha256)

    def date_at(self, path: str) -> str | None:
        """As `date_by_hand`, of the document that lay at a path when it was last opened."""
        return self._date(DATE_AT_PATH, path)

    def remember_date(self, sha256: str, day: str | None) -> None:
        """Note from which day a document's dates are to be counted; None for what its text says."""
        self._database.write((KEEP_DATE, [day, sha256]))

    def remember_place(self, sha256: str, place: PlaceRead) -> None:
        """Note where a document is being read; one that was not opened, or was forgotten, stays so."""
        self._database.write((KEEP_PLACE, [*astuple(place), sha256]))

    def place(self, sha256: str) -> PlaceRead | None:
        """Where a document was left, None if that is not known."""
        return self._place(PLACE, sha256)

    def recent_documents(self, limit: int) -> tuple[RecentDocument, ...]:
        """The documents opened last, latest first."""
        return tuple(RecentDocument(*row) for row in self._database.rows(RECENT, [limit]))

    def forget(self, sha256: str, cache: TimelineCache) -> None:
        """Remove every trace of a document: its place, its timelines, the lines of the log that name it."""
        found = self._database.rows("SELECT path FROM documents WHERE sha256 = ?", [sha256])
        self._database.write(("DELETE FROM documents WHERE sha256 = ?", [sha256]))
        cache.forget(sha256)
        self._leave_no_trace([(sha256, ""), *((sha256, path) for (path,) in found)])

    def forget_all(self, cache: TimelineCache) -> None:
        """Remove every trace of every document; the window keeps its shape."""
        found = self._database.rows("SELECT sha256, path FROM documents")
        self._database.write(("DELETE FROM documents", []))
        cache.forget_all()
        self._leave_no_trace((sha256, path) for sha256, path in found)

    def window_state(self, name: str) -> str | None:
        """What was kept under `name` ("geometry", "splitter"), base64 as the window gave it."""
        rows = self._database.rows("SELECT content FROM window_state WHERE name = ?", [name])
        return str(rows[0][0]) if rows else None

    def remember_window_state(self, name: str, content: str) -> None:
        """Keep a text of the window's under a name."""
        self._database.write(
            ("INSERT OR REPLACE INTO window_state (name, content) VALUES (?, ?)", [name, content])
        )

    def _place(self, sql: str, *values: str | int) -> PlaceRead | None:
        rows = self._database.rows(sql, values)
        return PlaceRead(*rows[0]) if rows else None

    def _date(self, sql: str, value: str) -> str | None:
        rows = self._database.rows(sql, [value])
        return str(rows[0][0]) if rows and rows[0][0] is not None else None

    def _leave_no_trace(self, documents: Iterable[tuple[str, str]]) -> None:
        """Clean the file and the log of documents, given as digest and path."""
        self._database.leave_no_trace()
        words = {word for sha256, path in documents for word in (sha256, path, Path(path).name)}
        try:
            forget_in_log(self._folders, *words)
        except OSError as error:
            log.warning("the log could not be cleaned: %s", error)
