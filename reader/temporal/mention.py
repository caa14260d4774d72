"""A stretch of text that speaks of time, not yet dated, and what recognition noted beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.frozen import frozen
from reader.sentences import Sentence
from reader.temporal.model import Passage, Role
from reader.temporal.reading import Reading

BEFORE_PAST = -2  # the tense of a sentence that looks back: "had", "avait"
LASTING = -3  # of what has gone on since a day and does now: "seit dem 1. Februar ist"


@frozen
class Mention:
    """A mention, undated.

    Attributes:
        start, end: its place in the passage's text, half open, code points.
        rule: name of the rule that found it, "fr/day-month-year".
        reading, until: what it says; `until` is the end of a range.
        language: whose grammar found it.
        first_end, second_start: in a range, where its first part ends and its second begins.
        role: what its surroundings make of it.
        tense: -1 in a sentence about the past, 1 about the future, 2 of one that is never a past's, 0 unsaid;
            `BEFORE_PAST`, `LASTING`.
        sentence: number of its sentence in the passage.
        twin: place in the passage's mentions of one that says the same day in another calendar, -1 for none.
        citation: place of the citation that closes the quotation it stands in, -1 for none.
        alone: nothing else stands in its passage, so that it may date the document.
        cites: a year that cites, if the document has references: "Braudel (1949)".
        early: a number that is a year only where the story stands in such times: "in 264", "1187".
        aside: a birth, or since when something holds: the story stands elsewhere.
        passing: it had been already ("had already bitten him in May 2019"), or something takes effect then.
        sent: the day a mail was sent, which the mail counts from.
        only_cited: it dates a law cited for what it says, or what one may look up; no story goes on from it.
        in_quotes: it counts from a day on which somebody said it, in quotation marks.
        compares: something is measured against it ("up on 2021"): the story stands elsewhere.
        reserved: the text itself is not sure of it: "probably in 1850".
        bound: which side of it is open, see `bounds`; "" for neither.
    """

    start: int
    end: int
    rule: str
    reading: Reading
    language: str = ""
    until: Reading | None = None
    first_end: int = 0
    second_start: int = 0
    role: Role = Role.EVENT
    tense: int = 0
    sentence: int = 0
    twin: int = -1
    citation: int = -1
    alone: bool = False
    cites: bool = False
    early: bool = False
    aside: bool = False
    passing: bool = False
    sent: bool = False
    only_cited: bool = False
    in_quotes: bool = False
    compares: bool = False
    reserved: bool = False
    bound: str = ""


Stage = Literal["rule", "overlap", "join", "split", "drop", "anchor"]  # each has its sentence: "trace.rule"


@dataclass(frozen=True, slots=True)
class Trace:
    """One step on the way of a mention: which stage did what to which words, and why."""

    stage: str  # a `Stage`; plain, because it crosses processes
    name: str
    start: int
    end: int
    note: str = ""
    reasons: tuple[Sentence, ...] = ()  # why this date, where the step is "anchor"


@frozen
class Recognised:
    """A passage and its mentions in order, as recognition leaves them."""

    passage: Passage
    language: str
    mentions: tuple[Mention, ...] = ()
    day_first: bool = True  # the habit of its language
    trace: tuple[Trace, ...] = ()
