"""What the client remembers of an open document, so that a new child can go on where the last one ended."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from reader.document.model import DocumentInfo
from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents
from reader.worker.messages import OpenFile
from reader.worker.placing import Placing
from reader.worker.pulse import THINKING


@dataclass(slots=True)
class Keeping:
    """A timeline on its way into the archive: what it says of itself, and how far its pages are."""

    timeline: Timeline
    page_count: int  # that have events
    given: int = 0  # of them, what the archive has been given
    pages: list[PageEvents] = field(default_factory=list)  # those it is given next


@dataclass(slots=True)
class Job:
    """One document. Pages in `bad_to_paint` and `bad_to_read` hung or crashed a child and are left alone.

    So are those in `wordless`, when their lines are asked for: they can be painted. So is the outline, where
    `has_bad_outline`.
    """

    request: OpenFile
    looked_at: int
    paused: bool = False
    opened: bool = False
    info: DocumentInfo | None = None  # known once it is open
    wanted: bool = True  # False: sent ahead, and the window has not asked for it yet
    bad_to_paint: dict[int, Sentence] = field(default_factory=dict)
    bad_to_read: dict[int, Sentence] = field(default_factory=dict)
    wordless: set[int] = field(default_factory=set)
    has_bad_outline: bool = False
    crashes: dict[tuple[str, int, int], int] = field(default_factory=dict)
    reading_restarts: int = 0
    reading_over: bool = False
    from_archive: bool = False  # its timeline was known: nobody has read its text in this run
    search_wanted: bool = False
    text_wanted: bool = False  # then it is read for searching, if that is wanted
    text_over: bool = False
    recognised: dict[int, bytes] = field(default_factory=dict)  # what was read of pictures, packed, by page
    settling: int = 0  # how often it is still to be dated anew, now that pictures were read
    measuring: bool = False  # it is asked where all its events stand exactly
    is_lost: bool = False  # it was read by a child that is gone
    is_read_again: bool = False  # the window has its timeline meanwhile
    pages_read: int = 0
    pages_of_child: int = 0  # of those, what the child of the moment has read
    may_be_let_go: bool = False  # its dates are final: once they are kept, no child need hold it
    is_let_go: bool = False  # the archive has its exact places, and no child
    looked_up: set[int] = field(default_factory=set)  # the pages whose places it was asked for since
    looking_up: int = 0  # how many of those questions are not answered yet
    placing: Placing = field(default_factory=Placing)  # what was told of each page, and where it stands
    keeping: Keeping | None = None

    @property
    def job_id(self) -> int:
        """Its number."""
        return self.request.job_id

    @property
    def path(self) -> str:
        """The file's path as the user gave it."""
        return self.request.path

    @property
    def may_be_kept(self) -> bool:
        """Whether its timeline may lie on the disk: not that of a document which its owner has locked."""
        return self.request.password is None

    def to_paint(self) -> OpenFile:
        """The request that opens it in a painting child."""
        return replace(self.request, bad_pages=tuple(sorted(self.bad_to_paint)))

    def to_read(self) -> OpenFile:
        """The request that opens it in a reading child, from the page now in view."""
        return replace(self.request, page_index=self.looked_at, bad_pages=tuple(sorted(self.bad_to_read)))

    def to_read_text(self) -> OpenFile:
        """The request that has only its text read, from the page now in view."""
        return replace(self.to_read(), text_only=True)

    @property
    def is_read_for_text(self) -> bool:
        """Whether its text is being read after its timeline was found."""
        return self.text_wanted and not self.text_over

    def was_sent_ahead(self, path: str) -> bool:
        """Whether it is this file, and nobody has asked for it yet."""
        return not self.wanted and Path(self.path).absolute() == Path(path).absolute()

    def crashed_before(self, worker: str, page_index: int, pages_read: int = 0) -> bool:
        """Note a crash at a page, or at no page with so many read; whether there were as many as to blame it.

        One crash may be the system's doing (memory short, killed by hand); two at one page are the page's,
        and three after as many pages the document's: it would be left for good.
        """
        key = worker, page_index, pages_read
        self.crashes[key] = self.crashes.get(key, 0) + 1
        return self.crashes[key] > (2 if page_index == THINKING else 1)
