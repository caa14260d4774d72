"""Events as both views show them. No drawing, no Qt, no engine; the JSON contract mirrors these values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from reader.document.model import RULE, Box, DocumentInfo, PageBox
from reader.frozen import frozen

EventId = str

_OPEN_SIDES: Mapping[str, int] = MappingProxyType(
    {"before": -1, "by": -1, "until": -1, "since": 1, "from": 1, "after": 1}
)


class EventKind(StrEnum):
    """What a date does in its document."""

    EVENT = "event"
    SOURCE = "source"
    ISSUE = "issue"
    HEADER = "header"


@frozen
class EventDate:
    """When: EDTF for exchange, day numbers (inclusive, None = open) for drawing, the words for the reader.

    `approximate` (vers, circa) fades the ends; `bound` is the side that words beside the date leave open
    ("since" and the like, see `Timex`), while the days stay those of the date they name; `calendar` is the
    key of the calendar it was written in and `original` the date there ("1447-02-25").
    """

    edtf: str
    first_day: int | None
    last_day: int | None
    grain: str
    calendar: str
    as_written: str
    original: str = ""
    approximate: bool = False
    bound: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether the text itself gives it with a reservation ("vermutlich 1850")."""
        return self.edtf.endswith(("?", "%"))

    @property
    def open_side(self) -> int:
        """Where it is drawn open: -1 towards the past, 1 towards the future; 0 for neither, as for a day."""
        if self.first_day is None or self.last_day is None:
            return (self.first_day is not None) - (self.last_day is not None)
        return 0 if self.first_day == self.last_day else _OPEN_SIDES.get(self.bound, 0)


@frozen
class ParagraphPlace:
    """The paragraph an event stands in: its text and its rectangles, page by page.

    `from_ocr`: its letters were recognised in a picture and may be wrong. `is_row`: it is a row of a table.
    """

    id: str
    text: str
    first_page: int
    boxes: tuple[PageBox, ...]
    from_ocr: bool = False
    is_row: bool = False

    def written(self, words: str) -> str:
        """Words of it as other programs take them: the cells of a row are set apart by tabs."""
        return words.replace(RULE, "\t") if self.is_row else words


@frozen
class EventMention:
    """One place where the text speaks of the event; start, end are offsets in the paragraph's text."""

    text: str
    start: int
    end: int
    page_index: int
    page_label: str
    boxes: tuple[PageBox, ...]
    paragraph: ParagraphPlace


@dataclass(frozen=True, slots=True)
class AlternativeDate:
    """Another reading of the date and the sentence that says why."""

    date: EventDate
    reason: str


@frozen
class Event:
    """One event: a date, the words it is shown under, and every place that mentions it, in reading order.

    `other_dates` are the same day in other calendars; `agreement` says that they agree, or by how many days
    they don't. `resolution`, `agreement`, `doubts` are sentences in the user's language. `order` sorts by
    place in the document: (page index, paragraph number, offset).
    """

    id: EventId
    label: str
    kind: EventKind
    planned: bool
    date: EventDate
    mentions: tuple[EventMention, ...]
    language: str
    resolution: str
    confidence: float = 1.0
    places: tuple[str, ...] = ()
    other_dates: tuple[EventDate, ...] = ()
    agreement: str = ""
    doubts: tuple[str, ...] = ()
    alternatives: tuple[AlternativeDate, ...] = ()
    assumed: tuple[str, ...] = ()
    order: tuple[int, int, int] = (0, 0, 0)

    @property
    def from_ocr(self) -> bool:
        """Whether a place that speaks of it was read from a picture."""
        return any(mention.paragraph.from_ocr for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Unresolved:
    """An expression of time that could not be dated, with the sentence that says why.

    `box`: where it stands on its page, its first line at least; None where that is not known.
    """

    text: str
    page_index: int
    page_label: str
    paragraph_id: str
    reason: str
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that was found in a document. `document_date` is an ISO day, `date_source` says where it stands.

    `pages_by_ocr` are pages whose picture was given to a text recogniser; where it found nothing they are
    among `pages_without_text` too.
    """

    document: DocumentInfo
    events: Sequence[Event] = ()
    languages: tuple[str, ...] = ()
    document_date: str | None = None
    date_source: str = ""
    unresolved: tuple[Unresolved, ...] = ()
    pages_without_text: tuple[int, ...] = ()
    damaged_pages: tuple[int, ...] = ()
    pages_by_ocr: tuple[int, ...] = ()
