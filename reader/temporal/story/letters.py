"""Collections of letters: what follows a dateline ("Ramsey, June 2nd, 1846") is counted from its day.

In: the passages of a document, in any order; then in order, as they are dated. Out: whether its datelines
head letters; the day of the letter that a passage stands in. A dateline stands alone or the letter runs on
after it ("Bern, den 3. Mai 1911. Lieber Bruder …"). It may also close what it dates ("Toledo, 4 May 2011."):
in a collection of letters no day is told before the first but those of a preface, which is written years
after the last, and there is text after the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.calendars import gregorian
from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import DocumentDate, Grain, Role, Timex
from reader.temporal.story.memory import Memory
from reader.temporal.story.own_days import DATELINE_REACH, opens_with_place
from reader.temporal.surroundings.issue_lines import LONGEST_LINE, names_day

_LETTER = re.compile(r"[^\W\d_]")
_LETTERS = 2  # so many days, and there is a collection
_PREFACE = 3  # years after the last letter, and a text that tells of them is no letter
_FRONT_PAGES = 10  # a preface

# The text of a letter after its dateline: "Ramsey, June 2nd, 1846. – Dear", "PORT ELLIS, March 19 – The".
_RUNS_ON = re.compile(r"\s*(?:[.:]?\s*[-–—]+|[.:,])\s+(?=\W{0,2}[^\W\da-zà-ÿ_])")

_TIE = re.compile(r"(?<=[,،]) [^\W\d_A-Z]{1,3} $")  # "Paris, ce 2 prairial"

_Place = tuple[int, int]


class Letters:
    """The datelines of a document that stand alone, and where they stand."""

    def __init__(self) -> None:
        """None has been seen."""
        self._days: dict[_Place, tuple[int | None, int | None, int | None]] = {}
        self._running: set[_Place] = set()  # those whose letter runs on after its dateline
        self._told: _Place | None = None  # the first passage that tells of a day
        self._years: dict[_Place, int] = {}  # of the first pages' passages, the last year each names
        self._last: _Place = (0, 0)

    def add(self, passage: Recognised, page: int, place: int) -> None:
        """Take in a passage: the `place`-th that begins on its page."""
        if passage.passage.is_furniture or not passage.mentions:
            return
        self._last = max(self._last, (page, place))
        mention = passage.mentions[0]
        # "Sligo, June 2nd" after "Cork, 14 March 1846"
        issued = mention.reading.year is None or (mention.role is Role.ISSUE and names_day(mention))
        if issued and (_is_head(passage) or runs_on(passage)):
            one = mention.reading
            self._days[page, place] = one.year, one.month, one.day
            if runs_on(passage):
                self._running.add((page, place))
            return
        if any(_tells_day(one) for one in passage.mentions):
            self._told = min(self._told or (page, place), (page, place))
        if page < _FRONT_PAGES:
            self._years[page, place] = max(one.reading.year or 0 for one in passage.mentions)

    @property
    def are_there(self) -> bool:
        """Whether the datelines head letters."""
        years = any(year is not None for year, _, _ in self._days.values())
        if not years or len(set(self._days.values())) < _LETTERS:
            return False
        places = sorted(self._days)
        # "Paris, 3 May 2024" over "Lyon, 5 May 2024": the days of a tour
        lone = (place for place in places if place not in self._running)
        adjoin = sum((page, place + 1) in self._days for page, place in lone)
        last = places[-1]
        follows = (self._last > last or last in self._running) and 2 * adjoin < len(places)
        begins = self.have_preface or self._told is None or places[0] < self._told
        return follows and begins and places[0][0] < _FRONT_PAGES

    @property
    def have_preface(self) -> bool:
        """Whether a year is told before the first dateline, years after the last letter."""
        first, last = min(self._days), max(year or 0 for year, _, _ in self._days.values())
        return any(place < first and year > last + _PREFACE for place, year in self._years.items())

    def head_at(self, page: int, place: int) -> bool:
        """Whether a letter of a collection begins there: its day is not that of the whole."""
        return (page, place) in self._days and self.are_there

    def are_of(self, day: int) -> bool:
        """Whether a day is that of one of the letters."""
        year, month, date = gregorian.from_day_number(day)
        return (year, month, date) in self._days.values()


def as_head(recognised: Recognised) -> Recognised:
    """The passage, where it heads a letter in whatever words: "Manchester, New Year's Day 1847"."""
    if not (_is_head(recognised) or runs_on(recognised)):
        return recognised
    first, *others = recognised.mentions
    # "Cork, 14 March 1846" says little more than its day, and is no entry of a diary.
    first = replace(first, role=Role.ISSUE, alone=False)
    return replace(recognised, mentions=(first, *others))


def is_editors(recognised: Recognised) -> bool:
    """Whether a passage among letters is a note on them: "[Received on 4 January; he died in 1871.]"."""
    return recognised.passage.text.startswith("[")


def begin(recognised: Recognised, timexes: Sequence[Timex], memory: Memory) -> None:
    """Where a passage heads a letter, what follows counts from its day and from nothing said before."""
    if not timexes or not (_is_head(recognised) or runs_on(recognised)):
        return
    first = timexes[0]
    if first.grain is not Grain.DAY or first.interval is None or first.interval.first is None:
        return
    memory.forget()
    source = Sentence("document_date.dateline", {"page": 1})
    memory.sent = DocumentDate(first.interval.first, source, first.calendar)


def runs_on(recognised: Recognised) -> bool:
    """Whether the text of a letter follows its dateline: "Bern, den 3. Mai 1911. Lieber Bruder, gestern …".

    A short line that names no other day is who signed: "Toledo, 4 de mayo de 2011. El Alcalde, Juan Ruiz".
    """
    passage, mentions = recognised.passage, recognised.mentions
    if not _opens(recognised) or _RUNS_ON.match(passage.text, mentions[0].end) is None:
        return False
    return len(mentions) > 1 or len(passage.text) - mentions[0].end > LONGEST_LINE


def _is_head(recognised: Recognised) -> bool:
    """Whether a passage is a place and a day, in one calendar or two."""
    passage, mentions = recognised.passage, recognised.mentions
    if not _opens(recognised) or len(passage.text) > LONGEST_LINE or runs_on(recognised):
        return False
    return _LETTER.search(passage.text, max(one.end for one in mentions)) is None


def _opens(recognised: Recognised) -> bool:
    """Whether a passage opens with a place and a day."""
    passage, mentions = recognised.passage, recognised.mentions
    if not mentions or passage.is_table_row or mentions[0].start > DATELINE_REACH:
        return False
    head = _TIE.sub("", passage.text[: mentions[0].start])
    return _names_month_and_day(mentions[0]) and opens_with_place(head)


def _tells_day(mention: Mention) -> bool:
    """Whether it is a day of any kind: "3 May", "Tuesday", "yesterday"."""
    reading = mention.reading
    return names_day(mention) or bool(reading.day or reading.weekday) or reading.unit == "D"


def _names_month_and_day(mention: Mention) -> bool:
    """A day that tells at least its month; "Liverpool, Thursday" may be any."""
    reading = mention.reading
    told = bool(reading.month and reading.day) or reading.pair is not None or bool(reading.holiday)
    return told and mention.until is None
