"""A process beside the reading child that finds mentions while the child reads and dates the next pages.

In: passages, a section of pages at a time. Out: their mentions, in the order of asking. Finding takes nearly
half of the work of a timeline; with two processors it is done meanwhile. The process is a fork of the reading
child, made after that gave up its rights, so it has no more of them, and shares its memory; it never sees the
file, only text. When it dies or does not answer, the child finds what was asked of it by itself: a passage
that is to blame is then met at its own page, where the parent's watch knows it (`pulse.py`).

There is none where the system cannot fork (Windows; macOS, whose own libraries do not survive it), on one
processor, and for short documents, which are read sooner than a second grammar is compiled.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from reader.temporal.tagger import Tagger
from reader.timeline.codec import Codec
from reader.timeline.page_mentions import (
    MentionFinder,
    PageMentions,
    PagePassages,
    WatchOfPage,
    find_mentions,
    nobody_watches,
    unpack_words,
)
from reader.worker import confinement

# Pages; below, the fork and the grammar it compiles cost what it saves. Measured: 60 ms against 5 ms a page.
SHORT_DOCUMENT = 24
MOST_GIVEN = 3  # sections: the tagger never runs out of work, and what is read waits little
# Bytes under way to it. What the pipe cannot hold waits for a tagger that may itself wait to be listened to;
# Linux holds 200 kB, and a section of eight full pages has 40.
MOST_UNDER_WAY = 150_000
# A section takes 50 ms. A tagger that needs so many seconds hangs, or the system has no time for it.
PATIENCE = 10.0
_STANDARD_FILES = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A section to find mentions in; see `find_mentions`."""

    default: str
    pages: tuple[PagePassages, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The mentions of a page, but for the words, which follow packed; see `PageMentions`."""

    numbers: tuple[int, ...]
    languages: tuple[tuple[str, int], ...]


class SecondTagger(MentionFinder):
    """Has mentions found by a fork of this process, as long as that lives; then finds them here."""

    def __init__(self, tagger: Tagger, watch: WatchOfPage = nobody_watches) -> None:
        """Starts the process.

        Raises:
            OSError: the system gives none.
        """
        super().__init__(tagger, watch)
        self._asked: deque[tuple[Asked, Sequence[int], int]] = deque()  # each with its pages, its bytes
        self._answers: deque[list[PageMentions]] = deque()  # had before they were wanted
        ours, theirs = Pipe()
        self.process_id = os.fork()
        if self.process_id == 0:
            ours.close()
            _live(theirs, tagger)
        theirs.close()
        self._connection: Connection | None = ours

    @property
    def is_ready(self) -> bool:
        """As its base."""
        if self._answers:
            return True
        if self._connection is None or not self._asked:
            return super().is_ready
        return len(self._asked) >= MOST_GIVEN or self._connection.poll()

    @property
    def _under_way(self) -> int:
        """Bytes that were asked and not yet answered."""
        return sum(size for _, _, size in self._asked)

    def give(self, pages: Sequence[PagePassages], default: str, indices: Sequence[int] = ()) -> None:
        """As its base."""
        asked = Asked(default, tuple(pages))
        content = asked_codec().dumps(asked)
        while (
            self._connection is not None and self._asked and self._under_way + len(content) > MOST_UNDER_WAY
        ):
            self._listen()
        if self._connection is None:
            super().give(pages, default, indices)
            return
        self._asked.append((asked, indices, len(content)))
        try:
            self._connection.send_bytes(content)
        except OSError:
            self._find_here()

    def take(self) -> list[PageMentions]:
        """As its base."""
        if not self._answers and self._connection is not None:
            self._listen()
        return self._answers.popleft() if self._answers else super().take()

    def _listen(self) -> None:
        """Wait for its next answer."""
        if self._connection is None:
            return
        try:
            if self._connection.poll(PATIENCE):
                self._answers.append(_received(self._connection))
                self._asked.popleft()
                return
        except (EOFError, OSError):
            pass  # it is gone
        self._find_here()

    def close(self) -> None:
        """As its base."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            os.kill(self.process_id, signal.SIGKILL)
            os.waitpid(self.process_id, 0)

    def _find_here(self) -> None:
        """The process is gone or hangs: do what it was asked for."""
        self.close()
        for asked, indices, _ in self._asked:
            super().give(asked.pages, asked.default, indices)
        self._asked.clear()


def mention_finder(tagger: Tagger, page_count: int, watch: WatchOfPage = nobody_watches) -> MentionFinder:
    """What finds the mentions of a document of so many pages; see `MentionFinder` for the watch."""
    if sys.platform == "linux" and page_count > SHORT_DOCUMENT and len(os.sched_getaffinity(0)) > 1:
        try:
            return SecondTagger(tagger, watch)
        except OSError:  # no process is to be had: it is done in this one
            return MentionFinder(tagger, watch)
    return MentionFinder(tagger, watch)


def _live(connection: Connection, tagger: Tagger) -> None:
    """The life of the fork; it never returns, for what stands on the stack is another's work."""
    try:
        confinement.end_with_parent()
        # The pipe to the window is not its business, and would keep the window from seeing its parent end.
        os.closerange(_STANDARD_FILES, connection.fileno())
        os.closerange(connection.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
        gc.freeze()  # to look through what is shared would be to copy it
        while True:
            asked = asked_codec().loads(connection.recv_bytes())
            found = find_mentions(tagger, asked.pages, asked.default)
            pages = tuple(Found(page.numbers, page.languages) for page in found)
            connection.send_bytes(found_codec().dumps(pages))
            for page in found:
                connection.send_bytes(page.packed)
    except (EOFError, OSError):
        pass  # nobody asks any more
    finally:
        os._exit(0)


def _received(connection: Connection) -> list[PageMentions]:
    """An answer of the fork."""
    pages = found_codec().loads(connection.recv_bytes())
    words = [connection.recv_bytes() for _ in pages]
    return [
        PageMentions(page.numbers, unpack_words(packed), page.languages, packed)
        for page, packed in zip(pages, words, strict=True)
    ]


@cache
def asked_codec() -> Codec[Asked]:
    """The form of a question."""
    return Codec(Asked)


@cache
def found_codec() -> Codec[tuple[Found, ...]]:
    """The form of an answer's head."""
    return Codec(tuple[Found, ...])
