"""What crosses the pipes for pages without text: pictures to be read, their lines, what hinders.

A part of `messages.py`, whose rules hold here too. The way of a page: the painting child draws it into
picture memory, the recognising child reads it there, the reading child takes its lines as the page's text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.document.model import Line
from reader.sentences import Sentence
from reader.timeline.model import Timeline


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """Read the page in the picture memory `slot`, drawn at `scale` pixels a point.

    `known` are the languages (BCP 47) of the document's other pages, `likely` those that
    the file names and the user speaks.
    """

    job_id: int
    page_index: int
    slot: int
    width: int
    height: int
    stride: int
    scale: float
    known: tuple[str, ...]
    likely: tuple[str, ...]


class Recognition(StrEnum):
    """What came of a picture."""

    READ = "read"
    BLANK = "blank"
    FAILED = "failed"
    NO_PROGRAM = "no_program"
    NO_LANGUAGE = "no_language"


@dataclass(frozen=True, slots=True)
class PageRecognised:
    """A picture was read, or why not; `missing` names language data that would have helped.

    From the recognising child to the client, and from there to the reading child, which takes the lines.
    """

    job_id: int
    page_index: int
    outcome: Recognition
    lines: tuple[Line, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SettleRecognised:
    """To the reading child: no more pictures will come; date all once more and settle the timeline anew."""

    job_id: int


@dataclass(frozen=True, slots=True)
class TimelineAmended:
    """What came of it, to the window: the timeline without its events, which `EventsFound` has told."""

    job_id: int
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class RecognitionProgress:
    """To the window: how many of the pages without text have been looked at, and how many still have none.

    The last one is done when `TimelineAmended` comes; `is_over` says that the rest is left.
    """

    job_id: int
    pages_read: int
    page_count: int
    without_text: int
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class RecognitionHindered:
    """To the window: pages without text stay so, or are read less well (`goes_on`), and what can be done."""

    job_id: int
    sentence: Sentence
    goes_on: bool = False
