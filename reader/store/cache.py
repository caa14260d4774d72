"""Timelines already made, so that a known document shows its own at once.

In: what identifies a reading (the file's digest, the rules' version, the options). Out: its `Timeline`, or
None. An entry that cannot be read is dropped and made again. Entries are JSON under zlib, never pickle:
nothing in them can run. The least recently used go when the limit is reached.
"""

from __future__ import annotations

import hashlib
import logging
import sys
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import reader
from reader.document.model import Line
from reader.resources import resource_folder
from reader.store.database import Database
from reader.store.entry import head_codec, packed_head, packed_part, read_head, read_part
from reader.store.paths import UserFolders
from reader.timeline.codec import Codec, CodecError
from reader.timeline.model import Timeline
from reader.timeline.page_events import PackedEvents, PageEvents, by_page, event_codec

FILE_NAME = "timelines.sqlite"
STEPS = (
    """CREATE TABLE timelines (
        key TEXT PRIMARY KEY, sha256 TEXT NOT NULL,
        used INTEGER NOT NULL, size INTEGER NOT NULL, body BLOB NOT NULL
    );
    CREATE INDEX timelines_by_document ON timelines (sha256)""",
    """CREATE TABLE recognised (
        sha256 TEXT NOT NULL, page INTEGER NOT NULL,
        used INTEGER NOT NULL, size INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (sha256, page)
    )""",
    """CREATE TABLE timeline_parts (
        key TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (key, first)
    )""",
)
# A timeline whose `body` is empty is not whole yet. One statement, so that whatever others write meanwhile,
# its head (the row before page 0) and its parts belong together.
HEAD, LAST_PAGE = -1, 2**31
FIND = """SELECT -1 AS first, CAST(body AS BLOB) FROM timelines WHERE key = ?1 AND body <> x''
UNION ALL SELECT first, CAST(body AS BLOB) FROM timeline_parts WHERE key = ?1 AND first <= ?3 AND last >= ?2
ORDER BY first"""
BEGIN = "INSERT OR REPLACE INTO timelines (key, sha256, used, size, body) VALUES (?, ?, ?, 0, x'')"
ADD = """INSERT OR REPLACE INTO timeline_parts (key, first, last, body)
SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM timelines WHERE key = ?)"""
GROW = "UPDATE timelines SET size = size + ? WHERE key = ?"
COMPLETE = "UPDATE timelines SET body = ?, size = size + length(?1), used = ? WHERE key = ?"
IS_BEGUN = "SELECT 1 FROM timelines WHERE key = ?"
TOUCH = "UPDATE timelines SET used = ? WHERE key = ?"
DROP = "DELETE FROM timelines WHERE key = ?"
DROP_DOCUMENT = "DELETE FROM timelines WHERE sha256 = ?"
DROP_PARTS = "DELETE FROM timeline_parts WHERE key = ?"
DROP_LOOSE_PARTS = "DELETE FROM timeline_parts WHERE key NOT IN (SELECT key FROM timelines)"
# Those of older rules will never be asked for again.
DROP_OUTDATED = "DELETE FROM timelines WHERE sha256 = ? AND key NOT LIKE ? || '%'"
# Latest used first, the one just kept before all; what no longer fits into the limit goes.
DROP_SURPLUS = """DELETE FROM timelines WHERE key IN (SELECT key FROM (
    SELECT key, sum(size) OVER (ORDER BY key = ? DESC, used DESC, key) AS kept FROM timelines
) WHERE kept > ?)"""
# Pages whose pictures were read. They hang on no rule of dating, so they outlast a new version.
PAGES = "SELECT page, body FROM recognised WHERE sha256 = ?"
TOUCH_PAGES = "UPDATE recognised SET used = ? WHERE sha256 = ?"
KEEP_PAGE = "INSERT OR REPLACE INTO recognised (sha256, page, used, size, body) VALUES (?, ?, ?, ?, ?)"
DROP_PAGES = "DELETE FROM recognised WHERE sha256 = ?"
DROP_SURPLUS_PAGES = """DELETE FROM recognised WHERE rowid IN (SELECT id FROM (
    SELECT rowid AS id, sum(size) OVER (ORDER BY sha256 = ? DESC, used DESC, sha256, page) AS kept
    FROM recognised
) WHERE kept > ?)"""
COMPRESSION = 1
# Rooms whose code decides what stands on a timeline.
DECIDING = ("calendars", "document", "temporal", "timeline")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a timeline depends on.

    Attributes:
        sha256: of the file.
        rules: see `rules_version`.
        options: all else that shaped it: the interface language (its sentences are on the timeline), the
            document's language and date where set by hand.
    """

    sha256: str
    rules: str
    options: tuple[str | None, ...] = ()


def rules_version(user_languages: Path | None = None) -> str:
    """A digest of all that decides what is found: the program, its languages and sentences, the user's own.

    In a checkout the code itself counts too, by the size and time of its files; frozen, the version does.
    """
    digest = hashlib.sha256(reader.__version__.encode())
    folders = [resource_folder() / "languages", resource_folder() / "translations"]
    for path in _files(*folders, *([user_languages] if user_languages else [])):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    if not getattr(sys, "frozen", False):
        package = Path(reader.__file__).parent
        for path in _files(*(package / room for room in DECIDING), suffix=".py"):
            state = path.stat()
            digest.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns}".encode())
    return digest.hexdigest()


def _files(*folders: Path, suffix: str = ".toml") -> Iterable[Path]:
    return sorted(path for folder in folders for path in folder.rglob(f"*{suffix}"))


def _lines_codec() -> Codec[tuple[Line, ...]]:
    return Codec(tuple[Line, ...])


class TimelineCache:
    """The cache, open. One thread each: opening costs a millisecond, so another thread opens its own."""

    def __init__(self, folders: UserFolders, limit_megabytes: int) -> None:
        """Open it; see the class."""
        self._limit = limit_megabytes * 1_000_000
        self._shape = f"{head_codec().shape}{event_codec().shape}"
        self._database = Database(folders.cache / FILE_NAME, STEPS)

    def __enter__(self) -> Self:
        """The cache itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self._database.close()

    def find(self, reading: Reading, path: str, now: int) -> Timeline | None:
        """The timeline of this reading, if it is known.

        Args:
            reading: what it depends on.
            path: where the file lies today; it may have been read elsewhere.
            now: seconds since 1970; tells what was used last.
        """
        key = self._key(reading)
        try:
            found = self._read(key)
        except CodecError as error:
            log.warning("a remembered timeline is damaged and made again: %s", error)
            self._database.write((DROP, [key]), (DROP_LOOSE_PARTS, []))
            return None
        if found is None:
            return None
        self._database.write((TOUCH, [now, key]))
        return replace(found, document=replace(found.document, path=path))

    def keep(self, reading: Reading, timeline: Timeline, now: int) -> None:
        """Remember a timeline; the longest unused go until all fit into the limit."""
        pages = by_page(timeline.events)
        self.begin(reading, now)
        if pages:
            self.add(reading, pages)
        self.complete(reading, timeline, len(pages), now)

    def begin(self, reading: Reading, now: int) -> None:
        """Make room for a timeline whose pages come in parts; one of the same reading goes for it."""
        key = self._key(reading)
        self._database.write(
            (DROP_OUTDATED, [reading.sha256, self._rules(reading)]),
            (BEGIN, [key, reading.sha256, now]),
            (DROP_PARTS, [key]),
            (DROP_LOOSE_PARTS, []),
        )

    def add(self, reading: Reading, pages: Sequence[PageEvents]) -> None:
        """Remember some pages that follow those added before, at least one, where it was begun."""
        key, body = self._key(reading), packed_part(pages)
        self._database.write(
            (ADD, [key, pages[0].page_index, pages[-1].page_index, body, key]),
            (GROW, [len(body), key]),
            *self._making_room(key),
        )

    def complete(self, reading: Reading, timeline: Timeline, page_count: int, now: int) -> bool:
        """Remember what a timeline says of itself, when all its pages were added; whether it is kept now."""
        key = self._key(reading)
        done = self._database.write(
            (COMPLETE, [packed_head(timeline, page_count), now, key]), *self._making_room(key)
        )
        return done and self._database.lasts and bool(self._database.rows(IS_BEGUN, [key]))

    def _making_room(self, key: str) -> tuple[tuple[str, list[object]], ...]:
        return (DROP_SURPLUS, [key, self._limit]), (DROP_LOOSE_PARTS, [])

    def pages(self, reading: Reading, wanted: Collection[int]) -> tuple[PageEvents, ...] | None:
        """The events of some pages of a timeline that was kept; None where it is kept no longer."""
        try:
            found = self._read(self._key(reading), wanted)
        except CodecError as error:
            log.warning("a remembered timeline is damaged: %s", error)
            return None
        return None if found is None else by_page(found.events)

    def _read(self, key: str, wanted: Collection[int] | None = None) -> Timeline | None:
        """A timeline, its events packed; of all its pages or of some."""
        head, pages = None, list[PageEvents]()
        between = (0, LAST_PAGE) if wanted is None else (min(wanted, default=0), max(wanted, default=-1))
        for first, body in self._database.each(FIND, [key, *between]):
            if first == HEAD:
                head = read_head(body)
            else:
                pages += (page for page in read_part(body) if wanted is None or page.page_index in wanted)
        if head is None:
            return None
        if wanted is None and len(pages) != head.page_count:
            raise CodecError(f"{len(pages)} of {head.page_count} pages")
        return replace(head.timeline, events=PackedEvents(pages))

    def recognised(self, sha256: str, now: int) -> dict[int, tuple[Line, ...]]:
        """The lines read from pictures of pages of a document, by page index; none where there were none."""
        pages: dict[int, tuple[Line, ...]] = {}
        for page, body in self._database.rows(PAGES, [sha256]):
            try:
                pages[page] = _lines_codec().loads(zlib.decompress(body))
            except (CodecError, zlib.error, TypeError) as error:
                log.warning("a recognised page is damaged and read again: %s", error)
        if pages:
            self._database.write((TOUCH_PAGES, [now, sha256]))
        return pages

    def keep_recognised(self, sha256: str, page_index: int, lines: tuple[Line, ...], now: int) -> None:
        """Remember the lines of a picture, some 10 KB; those of documents long unused go for it."""
        body = zlib.compress(_lines_codec().dumps(lines), COMPRESSION)
        self._database.write(
            (KEEP_PAGE, [sha256, page_index, now, len(body), body]),
            (DROP_SURPLUS_PAGES, [sha256, self._limit]),
        )

    def forget(self, sha256: str) -> None:
        """Drop every timeline of a document and what was read of its pictures, beyond recovery."""
        self._database.write((DROP_DOCUMENT, [sha256]), (DROP_PAGES, [sha256]), (DROP_LOOSE_PARTS, []))
        self._database.leave_no_trace()

    def forget_all(self) -> None:
        """Drop all that is kept of every document, beyond recovery."""
        self._database.write(
            ("DELETE FROM timelines", []), ("DELETE FROM recognised", []), (DROP_LOOSE_PARTS, [])
        )
        self._database.leave_no_trace()

    def _rules(self, reading: Reading) -> str:
        return hashlib.sha256(f"{reading.rules}\0{self._shape}".encode()).hexdigest()[:32]

    def _key(self, reading: Reading) -> str:
        rest = hashlib.sha256(repr((reading.sha256, reading.options)).encode()).hexdigest()
        return self._rules(reading) + rest
