"""The words of time: mentions found, timexes dated. Text in, plain values out; no PDF, no Qt.

Spans are half-open ranges of code points of the passage's text. Days are day numbers (Rata Die).
Terms follow TIMEX3 (ISO-TimeML) and EDTF (ISO 8601-2).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.frozen import frozen
from reader.sentences import Sentence


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Grain(StrEnum):
    """How wide a statement is."""

    MILLENNIUM = "millennium"
    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    SEASON = "season"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART_OF_DAY = "part_of_day"
    HOUR = "hour"
    MINUTE = "minute"
    SECOND = "second"


class Role(StrEnum):
    """What a dated mention does in its text."""

    EVENT = "event"  # something the text says happened or will happen
    SOURCE = "source"  # the date of a cited publication, law, ruling or letter
    ISSUE = "issue"  # the document's own date


class Domain(StrEnum):
    """How relative expressions count: from the document's date, or from the date said before."""

    NEWS = "news"
    NARRATIVE = "narrative"
    REPORT = "report"
    SPEC = "spec"


@frozen
class Span:
    """text[start:end], in code points."""

    start: int
    end: int


@frozen
class DayInterval:
    """First and last day, both included; None is an open end."""

    first: int | None
    last: int | None


@frozen
class Passage:
    """A paragraph as the tagger wants it.

    `context` is what stands over it and completes it (a heading's year, a table's header), `is_furniture`
    marks running heads and stamps: they may date the document but tell no story; `date_columns` are the cells
    of a table's row that stand in columns of dates, counted from 0.
    """

    text: str
    language: str | None = None  # BCP 47; None: to be detected
    context: str = ""
    is_furniture: bool = False
    is_heading: bool = False
    is_table_row: bool = False
    date_columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """The document creation time and where it was found, best first among its candidates."""

    day: int
    source: Sentence  # "the issue line on page 1", "the file's metadata", "set by hand"
    calendar: str = "gregorian"  # that the text writes it in


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading that was weighed, and why."""

    edtf: str
    interval: DayInterval
    reason: Sentence


@frozen
class Timex:
    """A mention of time, dated as far as the text allows.

    Attributes:
        span, text: where and how it stands in the passage.
        type, value, mod: TIMEX3. `value` is "" for what cannot be said.
        edtf: EDTF of a DATE or TIME (days only; the clock stays in `value`), None for what has no day.
        interval: the days it covers, None where undated; open ends are None inside.
        grain: how wide the statement is.
        calendar: key of the calendar it was written in ("gregorian", "islamic-umalqura", …).
        original: the date in that calendar as "1447-02-25", "" for Gregorian.
        role, planned: what it does in its text; `planned` = lies in the future of the text's own present.
        resolution: why this date, as a chain of sentences from what is written to the date.
        assumed: what the text did not say ("year", "day-month order", "century" …), for faint drawing.
        doubts: what does not fit (weekday, double date, impossible date).
        alternatives: other readings, likeliest first.
        confidence: 0 … 1.
        rule: name of the grammar rule that found it, "fr/day-month-year".
        group: mentions of one passage with the same non-negative number say the same day in two calendars
            or share one expression; -1 for none.
        bound: which side of it is open by the words beside it ("since 2008"): "before", "by", "until",
            "since", "from", "after"; "" for neither. `edtf` and `interval` stay those of the date it names.
        parts: of a range its two ends, each a timex with its own span; TIMEX3 knows only those. Else empty.
    """

    span: Span
    text: str
    type: TimexType
    value: str
    language: str
    rule: str
    mod: str = ""
    edtf: str | None = None
    interval: DayInterval | None = None
    grain: Grain | None = None
    calendar: str = "gregorian"
    original: str = ""
    role: Role = Role.EVENT
    planned: bool = False
    resolution: tuple[Sentence, ...] = ()
    assumed: tuple[str, ...] = ()
    doubts: tuple[Sentence, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    confidence: float = 1.0
    group: int = -1
    bound: str = ""
    parts: tuple[Timex, ...] = ()
