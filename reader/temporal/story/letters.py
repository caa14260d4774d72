"""Collections of letters: what follows a dateline ("Ramsey, June 2nd, 1846") is counted from its day.

In: the passages of a document, in any order; then in order, as they are dated. Out: whether its datelines
head letters; the day of the letter that a passage stands in. A dateline may also close what it dates
("Toledo, 4 May 2011."): in a collection of letters no day is told before the first, and there is text after
the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import DocumentDate, Grain, Role, Timex
from reader.temporal.story.memory import Memory
from reader.temporal.story.own_days import opens_with_place
from reader.temporal.surroundings.issue_lines import LONGEST_LINE, names_day

_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = 2  # so many days, and there is a collection
_FRONT_PAGES = 10  # a preface

_Place = tuple[int, int]


class Letters:
    """The datelines of a document that stand alone, and where they stand."""

    def __init__(self) -> None:
        """None has been seen."""
        self._days: dict[_Place, tuple[int | None, int | None, int | None]] = {}
        self._told: _Place | None = None  # the first passage that tells of a day
        self._last: _Place = (0, 0)

    def add(self, passage: Recognised, page: int, place: int) -> None:
        """Take in a passage: the `place`-th that begins on its page."""
        if passage.passage.is_furniture or not passage.mentions:
            return
        self._last = max(self._last, (page, place))
        mention = passage.mentions[0]
        if mention.role is Role.ISSUE and names_day(mention) and _is_head(passage):
            one = mention.reading
            self._days[page, place] = one.year, one.month, one.day
        elif any(_tells_day(one) for one in passage.mentions):
            self._told = min(self._told or (page, place), (page, place))

    @property
    def are_there(self) -> bool:
        """Whether the datelines head letters."""
        if len(set(self._days.values())) < _LETTERS:
            return False
        places = sorted(self._days)
        # "Paris, 3 May 2024" over "Lyon, 5 May 2024": the days of a tour
        adjoin = sum((page, place + 1) in self._days for page, place in places)
        follows = self._last > places[-1] and 2 * adjoin < len(places)
        begins = places[0] < (self._told or self._last) and places[0][0] < _FRONT_PAGES
        return begins and follows


def as_head(recognised: Recognised) -> Recognised:
    """The passage, where it heads a letter in whatever words: "Manchester, New Year's Day 1847"."""
    if not _is_head(recognised):
        return recognised
    first, *others = recognised.mentions
    return replace(recognised, mentions=(replace(first, role=Role.ISSUE), *others))


def begin(recognised: Recognised, timexes: Sequence[Timex], memory: Memory) -> None:
    """Where a passage heads a letter, what follows counts from its day and from nothing said before."""
    if not timexes or not _is_head(recognised):
        return
    first = timexes[0]
    if first.grain is not Grain.DAY or first.interval is None or first.interval.first is None:
        return
    memory.forget()
    source = Sentence("document_date.dateline", {"page": 1})
    memory.sent = DocumentDate(first.interval.first, source, first.calendar)


def _is_head(recognised: Recognised) -> bool:
    """Whether a passage is a place and a day, in one calendar or two."""
    passage, mentions = recognised.passage, recognised.mentions
    if not mentions or len(passage.text) > LONGEST_LINE or passage.is_table_row:
        return False
    first = mentions[0]
    ends = max(one.end for one in mentions)
    return (
        _names_month_and_day(first)
        and opens_with_place(passage.text[: first.start])
        and _LETTER.search(passage.text, ends) is None
    )


def _tells_day(mention: Mention) -> bool:
    """Whether it is a day of any kind: "3 May", "Tuesday", "yesterday"."""
    reading = mention.reading
    return names_day(mention) or bool(reading.day or reading.weekday) or reading.unit == "D"


def _names_month_and_day(mention: Mention) -> bool:
    """A day that tells at least its month; "Liverpool, Thursday" may be any."""
    reading = mention.reading
    told = bool(reading.month and reading.day) or reading.pair is not None or bool(reading.holiday)
    return told and mention.until is None
