"""All that crosses a pipe between the window's process and its children: frozen, picklable, numbered.

`job_id` numbers a document being open: an answer for a job no longer wanted is dropped by its number.
`request_id` numbers one wish to paint. Pictures do not cross here; they stand in shared memory
by name (`pictures.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.document.model import Box, DocumentInfo, Line, Link, OutlineEntry, PageSize
from reader.sentences import Sentence
from reader.timeline.model import Timeline
from reader.timeline.page_events import PageEvents
from reader.worker.recognition_messages import (
    PageRecognised,
    ReadPicture,
    RecognitionHindered,
    RecognitionProgress,
    SettleRecognised,
    TimelineAmended,
)
from reader.worker.search_messages import AskHits, HitsCounted, HitsOfPage, PageTexts, SearchText

# ── to the children


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a document is to be read: language of sentences, language and date set by hand (None: found).

    `own_languages` is the user's folder of language files, None for none. With `recognises_text`, pages
    without text are read by a text recogniser where there is one. With `exact`, every place is exact from the
    beginning, and nothing is made ready for searching: nobody looks at the document.
    """

    interface_language: str = "en"
    language: str | None = None
    document_date: str | None = None  # ISO day
    own_languages: str | None = None
    recognises_text: bool = False
    exact: bool = False


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Open `path`; page `page_index` is wanted first. To both children."""

    job_id: int
    path: str
    password: str | None = None
    page_index: int = 0
    options: ReadOptions = ReadOptions()
    bad_pages: tuple[int, ...] = ()  # they hung or crashed a child before: to be left alone
    # To the reading child:
    text_only: bool = False  # its timeline is known, its text is to be searched
    paragraphs_only: bool = False  # nothing but `ParagraphsOfPage` is wanted


@dataclass(frozen=True, slots=True)
class CloseFile:
    """The job is no longer wanted."""

    job_id: int


@dataclass(frozen=True, slots=True)
class PaintPage:
    """Paint a page, or the part `clip` of it (points), at `scale` pixels a point.

    The page, and so the clip, is turned clockwise by `turn` quarters. One that `can_wait` does so until
    nothing else is wished. A `dark` one has light letters on dark paper.
    """

    job_id: int
    request_id: int
    page_index: int
    scale: float
    clip: Box | None = None
    turn: int = 0
    can_wait: bool = False
    dark: bool = False


@dataclass(frozen=True, slots=True)
class KeepPaints:
    """Of the wishes not yet begun, only these are still wanted."""

    job_id: int
    request_ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class LookAt:
    """The user looks at this page: reading goes outward from it."""

    job_id: int
    page_index: int


@dataclass(frozen=True, slots=True)
class PauseReading:
    """Hold the analysis, or let it go on."""

    job_id: int
    paused: bool


@dataclass(frozen=True, slots=True)
class PlacePages:
    """Place the events that were told of some pages exactly: `PagesPlaced` answers. Made by the client."""

    job_id: int
    pages: tuple[PageEvents, ...]


@dataclass(frozen=True, slots=True)
class AskPageText:
    """Lines of a page with the edges of every character, for selection and copy."""

    job_id: int
    page_index: int


@dataclass(frozen=True, slots=True)
class AskOutline:
    """The outline of a document, read when nothing else is wanted."""

    job_id: int


@dataclass(frozen=True, slots=True)
class PaintInto:
    """Paint `wish` into the picture memory `slot`. Made by the client; the window sends `PaintPage`."""

    wish: PaintPage
    slot: int


@dataclass(frozen=True, slots=True)
class StartTwin:
    """Make the copy of the painting child that is to read (`twin.py`)."""


Request = (
    OpenFile
    | CloseFile
    | PaintPage
    | KeepPaints
    | LookAt
    | PauseReading
    | PlacePages
    | AskPageText
    | AskOutline
    | SearchText
    | AskHits
    | PaintInto
    | ReadPicture
    | PageRecognised
    | SettleRecognised
    | StartTwin
)

# ── from the children


@dataclass(frozen=True, slots=True)
class Ready:
    """The child has started and imported its engine; `confinement` says in plain words what it gave up."""

    worker: str
    confinement: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TwinStarted:
    """The first word of a copy of the painting child: its number. Between child and client only."""

    process_id: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The file is open. Until `PageSizes` comes, every page is taken to be as large as the first."""

    job_id: int
    info: DocumentInfo


@dataclass(frozen=True, slots=True)
class PageSizes:
    """Sizes of the pages `first_index` … in order."""

    job_id: int
    first_index: int
    sizes: tuple[PageSize, ...]
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """The file cannot be read; `needs_password` asks for one."""

    job_id: int
    sentence: Sentence
    needs_password: bool = False


@dataclass(frozen=True, slots=True)
class PagePainted:
    """A picture: RGB888 rows of `stride` bytes at the start of the shared memory block `memory_name`.

    One that `is_grey` has one byte a pixel.
    """

    job_id: int
    request_id: int
    page_index: int
    scale: float
    clip: Box | None
    width: int
    height: int
    stride: int
    memory_name: str
    turn: int = 0
    dark: bool = False
    is_grey: bool = False


@dataclass(frozen=True, slots=True)
class PageFailed:
    """A page that cannot be painted (`painting`) or read; the others go on."""

    job_id: int
    page_index: int
    sentence: Sentence
    painting: bool
    request_id: int = -1


@dataclass(frozen=True, slots=True)
class EventsFound:
    """All events of some pages, packed, instead of what was told of those pages before."""

    job_id: int
    pages: tuple[PageEvents, ...]


@dataclass(frozen=True, slots=True)
class PagesPlaced:
    """The same events where they stand exactly, of the pages that were read so. Between child and client."""

    job_id: int
    pages: tuple[PageEvents, ...]


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far the analysis is."""

    job_id: int
    pages_read: int
    page_count: int


@dataclass(frozen=True, slots=True)
class PlacesMeasured:
    """How far the pages are measured; when it `is_over`, every event told stands where it was measured."""

    job_id: int
    pages_measured: int
    page_count: int
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class ReadingFinished:
    """The whole timeline, in its final form."""

    job_id: int
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of the program itself in a child, which ends after this; `trace` is for the log only."""

    worker: str
    trace: str


@dataclass(frozen=True, slots=True)
class TimelineSettled:
    """The whole timeline is known: `timeline` without its events, and the pages that have events.

    Between child and client only. Every event has crossed in `EventsFound`, so the client puts
    `ReadingFinished` together.
    """

    job_id: int
    timeline: Timeline
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """The lines of a page in reading order, each with its character edges; none where they cannot be had.

    With them its links, as far as they lead anywhere.
    """

    job_id: int
    page_index: int
    lines: tuple[Line, ...]
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineRead:
    """The outline of a document, in the order in which it is shown; none where it cannot be had."""

    job_id: int
    entries: tuple[OutlineEntry, ...]


@dataclass(frozen=True, slots=True)
class ParagraphsOfPage:
    """The texts of the paragraphs that begin on a page, in reading order."""

    job_id: int
    page_index: int
    texts: tuple[str, ...]
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class WorkerDied:
    """A child crashed or hung and has been started again; `worker` is "reading", "painting" or "ocr"."""

    job_id: int
    worker: str
    sentence: Sentence


Answer = (
    Ready
    | TwinStarted
    | Opened
    | PageSizes
    | Refused
    | PagePainted
    | PageFailed
    | EventsFound
    | ReadingProgress
    | PlacesMeasured
    | ReadingFinished
    | TimelineSettled
    | PagesPlaced
    | Fault
    | PageText
    | OutlineRead
    | PageTexts
    | HitsCounted
    | HitsOfPage
    | ParagraphsOfPage
    | PageRecognised
    | RecognitionProgress
    | RecognitionHindered
    | TimelineAmended
    | WorkerDied
)
