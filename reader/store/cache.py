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
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

import reader
from reader.document.model import Line
from reader.resources import resource_folder
from reader.store.database import Database
from reader.store.entry import EntryPart, contents_codec, entry_parts, read_pages, read_timeline
from reader.store.paths import UserFolders
from reader.timeline.codec import Codec, CodecError
from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents, event_codec

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
)
BODY = ("timelines", "body")
FIND = "SELECT rowid FROM timelines WHERE key = ?"
FIND_BEGUN = "SELECT rowid FROM timelines WHERE key = ? AND size = ?"
TOUCH = "UPDATE timelines SET used = ? WHERE key = ?"
DROP = "DELETE FROM timelines WHERE key = ?"
DROP_DOCUMENT = "DELETE FROM timelines WHERE sha256 = ?"
# Those of older rules will never be asked for again.
DROP_OUTDATED = "DELETE FROM timelines WHERE sha256 = ? AND key NOT LIKE ? || '%'"
KEEP = "INSERT OR REPLACE INTO timelines (key, sha256, used, size, body) VALUES (?, ?, ?, ?, zeroblob(?))"
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
        self._shape = f"{contents_codec().shape}{event_codec().shape}"
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
            timeline = self._database.read_blob(BODY, (FIND, [key]), read_timeline)
        except (CodecError, TypeError) as error:
            log.warning("a remembered timeline is damaged and made again: %s", error)
            self._database.write((DROP, [key]))
            return None
        if timeline is None:
            return None
        self._database.write((TOUCH, [now, key]))
        return replace(timeline, document=replace(timeline.document, path=path))

    def keep(self, reading: Reading, timeline: Timeline, now: int) -> None:
        """Remember a timeline; the longest unused go until all fit into the limit."""
        for part in entry_parts(timeline):
            self.keep_part(reading, part, now)

    def keep_part(self, reading: Reading, part: EntryPart, now: int) -> bool:
        """As `keep`, for a timeline that another process has packed; whether this part is kept now."""
        key, rules = self._key(reading), self._rules(reading)
        if part.size > self._limit:
            return False
        if part.comes_first:
            self._database.write(
                (DROP_OUTDATED, [reading.sha256, rules]),
                (KEEP, [key, reading.sha256, now, part.size, part.size]),
                (DROP_SURPLUS, [key, self._limit]),
            )
        done = self._database.write_blob(BODY, (FIND_BEGUN, [key, part.size]), part.at, part.data)
        return done and self._database.lasts

    def pages(self, reading: Reading, wanted: Container[int]) -> tuple[PageEvents, ...] | None:
        """The events of some pages of a timeline that was kept; None where it is kept no longer."""
        try:
            return self._database.read_blob(
                BODY, (FIND, [self._key(reading)]), lambda read: read_pages(read, wanted)
            )
        except (CodecError, TypeError) as error:
            log.warning("a remembered timeline is damaged: %s", error)
            return None

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
        self._database.write((DROP_DOCUMENT, [sha256]), (DROP_PAGES, [sha256]))
        self._database.leave_no_trace()

    def forget_all(self) -> None:
        """Drop all that is kept of every document, beyond recovery."""
        self._database.write(("DELETE FROM timelines", []), ("DELETE FROM recognised", []))
        self._database.leave_no_trace()

    def _rules(self, reading: Reading) -> str:
        return hashlib.sha256(f"{reading.rules}\0{self._shape}".encode()).hexdigest()[:32]

    def _key(self, reading: Reading) -> str:
        rest = hashlib.sha256(repr((reading.sha256, reading.options)).encode()).hexdigest()
        return self._rules(reading) + rest
