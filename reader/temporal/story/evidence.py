"""What the mentions of a document say about its own date, gathered passage by passage in any order.

In: the recognised passages of a document, where each stands. Out: the mentions that may date it with how far
each may be trusted (issue line, a date alone in its paragraph, dateline, running head), the days that stand
apart, and what else of the text has a say in how its dates count.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from reader.calendars.calendar import ImpossibleDateError
from reader.temporal import elsewhere
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import Role, TimexType
from reader.temporal.moments import UnreachableError
from reader.temporal.reading import Reading
from reader.temporal.story.letters import Letters
from reader.temporal.story.own_days import DATELINE_REACH, opens_with_place
from reader.temporal.story.pointing import points_at_now
from reader.temporal.story.registers import Register, kind_of_line
from reader.temporal.story.set_apart import is_set_apart
from reader.temporal.surroundings import issue_lines

_MONTHS = 12
_OURS = "gregorian"
NEWS_YEARS = 2  # so near to its own date lie most dates of news
WORKS = 3  # cited by their years alone, and a text is a paper
# A dateline or a head's date stands among the first passages; a report's title page has about a dozen lines.
_FIRST_PASSAGES = 12
# Title, imprint, preface; the sheet with the signatures and its back. What stands between dates a letter that
# is quoted, an interview in a note, a bulletin in a table, and no book.
_FIRST_PAGES, _LAST_PAGES = 10, 3
_LONGEST_TAIL = 12  # characters after an issue line's date
_PLACED = frozenset({TimexType.DATE, TimexType.TIME})
_HEADS = 3  # so many days that stand alone; a letter may have one in each of two calendars


@dataclass(slots=True)
class Evidence:
    """What the mentions of a document say about its date, gathered passage by passage in any order.

    Attributes:
        page_count: how many pages it has.
        sources: how many mentions cite.
        works: how many of them by nothing but a year, as papers do.
        pairs: passages' votes for day first, for month first, and their languages' habit.
        written: votes of dates in words ("9 June", "June 9") where languages have both orders.
        years: how often each year is told of, as ours counts it.
        days: how many whole days are told of.
        pointing: how clearly the text points at the day of its writing.
        register: the lines that would date the document, by their kind.
        letters: the datelines that stand alone.
        heads: how many passages are nothing but a day, by its calendar.
        dated: how many mentions name a year.
        opening: where its first mention of time stands, and whether that points back: "that day".
        trusted: mentions that may date it: rank, page, place on the page, sentence, kind of line, mention.
        apart: days that stand apart on its first page or its last: page, place on the page, mention.
        foot: how many passages with mentions its last page has.
    """

    page_count: int = 1
    sources: int = 0
    works: int = 0
    day_first: int = 0
    month_first: int = 0
    habit: int = 0
    written: int = 0
    years: Counter[int] = field(default_factory=Counter)
    days: int = 0
    pointing: int = 0
    heads: Counter[str] = field(default_factory=Counter)
    dated: int = 0
    opening: tuple[int, int, bool] | None = None
    register: Register = field(default_factory=Register)
    letters: Letters = field(default_factory=Letters)
    trusted: list[tuple[int, int, int, str, str, Mention]] = field(default_factory=list)
    apart: list[tuple[int, int, Mention]] = field(default_factory=list)
    foot: int = 0

    def add(self, passage: Recognised, page: int, place: int) -> None:
        """Take in a passage: the `place`-th with mentions that begins on its page."""
        self.heads.update({mention.reading.calendar for mention in passage.mentions if mention.alone})
        self.letters.add(passage, page, place)
        if not passage.passage.is_furniture:
            self.register.add(passage.passage.text, passage.mentions)
        dated = any(mention.role is Role.ISSUE for mention in passage.mentions)
        first = next((one.reading for one in passage.mentions if one.reading.type in _PLACED), None)
        if first is not None and (self.opening is None or (page, place) < self.opening[:2]):
            self.opening = page, place, first.base == "then"
        for mention in passage.mentions:
            if mention.early:
                continue
            reading = mention.reading
            self.dated += (
                reading.year or reading.short_year or reading.century or reading.decade
            ) is not None
            self.sources += mention.role is Role.SOURCE
            self.works += mention.role is Role.SOURCE and reading.month is None and reading.pair is None
            if not passage.day_first and reading.month is not None and reading.day is not None:
                self.written += _written_order(mention)
            if reading.pair is not None:
                self.habit += 1 if passage.day_first else -1
                self.day_first += reading.pair[0] > _MONTHS >= reading.pair[1]
                self.month_first += reading.pair[1] > _MONTHS >= reading.pair[0]
            event = mention.role is Role.EVENT and not dated  # "Established 1871" stands in a masthead
            if reading.year is not None and event:
                self.years[_year_of_ours(reading.calendar, reading.year)] += 1
                self.days += reading.day is not None or reading.pair is not None
            self.pointing += points_at_now(mention)
            if _may_be_full(mention):
                self._weigh(passage, mention, page, place)
        if page == self.page_count - 1:
            self.foot = max(self.foot, place + 1)

    def _weigh(self, passage: Recognised, mention: Mention, page: int, place: int) -> None:
        """Take in a mention that may date the document."""
        rank, key = _trust(passage, mention, place, page, self.page_count)
        if key:
            kind = kind_of_line(passage.passage.text, mention)
            self.trusted.append((rank, page, place, key, kind, mention))
        elif page in {0, self.page_count - 1} and is_set_apart(passage, mention):
            self.apart.append((page, place, mention))

    @property
    def is_timeless(self) -> bool:
        """Whether it begins amid a story that names no year: "That day the river rose"."""
        return not self.dated and self.opening is not None and self.opening[2]

    @property
    def is_headed(self) -> bool:
        """Whether days stand alone above its parts, as in a diary: none of them is the document's own."""
        return max(self.heads.values(), default=0) >= _HEADS

    @property
    def is_day_first(self) -> bool:
        """Whether "3/4" is 3 April: what the document's clear dates show, else its languages' habit."""
        if self.day_first != self.month_first:
            return self.day_first > self.month_first
        if self.written:
            return self.written > 0  # "9 June 1887" is British, "June 9, 1887" American
        return self.habit >= 0


def _trust(passage: Recognised, mention: Mention, order: int, page: int, page_count: int) -> tuple[int, str]:
    """How far a mention may be trusted to date its document (less is more), and by which sentence."""
    if passage.passage.is_furniture:
        return 4, "header"
    if mention.role is Role.ISSUE:
        if _FIRST_PAGES <= page < page_count - _LAST_PAGES:
            return 9, ""
        place = 0 if page == 0 else 1 if page == page_count - 1 else 2
        if issue_lines.names_month(mention):
            place = 3
        goes_on = len(passage.passage.text) > mention.end + _LONGEST_TAIL
        is_dateline = goes_on and opens_with_place(passage.passage.text[: mention.start])
        return place, "dateline" if is_dateline else "issue_line"
    early = page == 0 and order < _FIRST_PASSAGES and mention.start < DATELINE_REACH
    if mention.role is Role.EVENT and early and opens_with_place(passage.passage.text[: mention.start]):
        # "Class at the pool, May 1971" stands under a picture.
        return (9, "") if issue_lines.names_month(mention) else (3, "dateline")
    return 9, ""


def _written_order(mention: Mention) -> int:
    """1 where a date in words has its day first, -1 where its month: by the rule that found it."""
    name = mention.rule.partition("/")[2]
    return name.startswith("day-month") - name.startswith("month-day")


def _may_be_full(mention: Mention) -> bool:
    """Whether it names day, month and year as far as its words go."""
    reading = mention.reading
    return (
        reading.type in {TimexType.DATE, TimexType.TIME}
        and (not issue_lines.goes_on_for_days(mention) or issue_lines.names_issue(mention))
        and (reading.day is not None or reading.pair is not None or issue_lines.names_month(mention))
        and (reading.year is not None or reading.short_year is not None)
    )


@lru_cache(maxsize=1024)
def _year_of_ours(calendar: str, year: int) -> int:
    """The Gregorian year in which a year of another calendar begins."""
    if calendar == _OURS:
        return year
    try:
        return elsewhere.dated(Reading(calendar=calendar), year).moment.year
    except (ImpossibleDateError, UnreachableError):
        return year
