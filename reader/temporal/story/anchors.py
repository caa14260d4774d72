"""The document's own date: where it says so, and what follows for the dates it leaves incomplete.

In: the recognised passages of a document, where each stands, what the file's metadata say. Out: candidates
for the document creation time, each with its source, and the context that resolution works in. The order of
trust: set by hand, issue line ("Fait à Paris, le …", a date alone in its paragraph), dateline, running head,
a day that stands apart at the head or foot of a text that points at its own day, metadata.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal import elsewhere
from reader.temporal.context import DocumentContext
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import DocumentDate, Domain, Role, TimexType
from reader.temporal.moments import UnreachableError
from reader.temporal.reading import Reading
from reader.temporal.story.letters import Letters
from reader.temporal.story.own_days import DATELINE_REACH, opens_with_place
from reader.temporal.story.registers import Register, kind_of_line
from reader.temporal.story.set_apart import APART, full_day, is_set_apart
from reader.temporal.surroundings import issue_lines

_MONTHS = 12
_OURS = "gregorian"
# A dateline or a head's date stands among the first passages; a report's title page has about a dozen lines.
_FIRST_PASSAGES = 12
# Title, imprint, preface; the sheet with the signatures and its back. What stands between dates a letter that
# is quoted, an interview in a note, a bulletin in a table, and no book.
_FIRST_PAGES, _LAST_PAGES = 10, 3
_LONGEST_TAIL = 12  # characters after an issue line's date
# A text whose dates lie mostly within so many years of its own date is news; of older dates it tells a story.
_NEWS_YEARS = 2
_NEWS_SHARE = 0.4
# So many whole days and nothing that points at the day of writing: facts told in order, as in a judgment.
_DAYS_OF_A_STORY = 3
_DAY_OF_THE_WEEK = 2  # a bare weekday or "yesterday" weighs like two dates: stories have hardly any
_PLACED = frozenset({TimexType.DATE, TimexType.TIME})
_MOON = "islamic"
_SIGHTED = 2  # days by which the new moon is seen sooner or later than reckoned
_LINES = 3  # on which the days of a paper's submission may stand
_WORKS = 3  # cited by their years alone, and a text is a paper
_HEADS = 3  # so many days that stand alone; a letter may have one in each of two calendars
BY_HAND = "document_date.by_hand"
METADATA = frozenset({"document_date.created", "document_date.modified"})  # sources that are the file's
# Where a day that stands apart may be the document's: among so many passages with mentions; more of them with
# days of their own are a chronicle.
_HEAD, _FOOT = 5, 2
_MOST_APART = 2
_DAYS_BEFORE_FILE = 1  # the file may have been made in another time zone
# No document one can open as a PDF was issued before there was print.
_FIRST_PRINTED = gregorian.to_day_number(1450, 1, 1)


@dataclass(frozen=True, slots=True)
class DocumentClues:
    """What a document offers to be dated by.

    Attributes:
        recognised: its passages in order; those without mentions may be left out.
        pages: the page index of each.
        page_count: how many pages it has.
        created, modified, by_hand: ISO days, None where unknown.
    """

    recognised: Sequence[Recognised]
    pages: Sequence[int] = ()
    page_count: int = 1
    created: str | None = None
    modified: str | None = None
    by_hand: str | None = None


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


def document_context(clues: DocumentClues, domain: Domain | None = None) -> DocumentContext:
    """The ground on which the document's dates are resolved."""
    return context_of(_gathered(clues), clues, domain)


def context_of(evidence: Evidence, clues: DocumentClues, domain: Domain | None = None) -> DocumentContext:
    """The same from evidence gathered before; of the clues only the days count."""
    candidates = _candidates(evidence, clues)
    best = candidates[0] if candidates else None
    if best is not None and best.source.key in METADATA and evidence.is_timeless:
        best = None  # the days of a poem or a tale are not those on which its file was made
    guessed = domain or _guessed_domain(evidence, best)
    return DocumentContext(
        best,
        guessed,
        evidence.is_day_first,
        mixed=domain is None,
        headed=evidence.is_headed,
        entries=evidence.register.entries,
        letters=evidence.letters.are_there,
    )


def document_date_candidates(clues: DocumentClues) -> tuple[DocumentDate, ...]:
    """Every day the document may be of, the most trusted first, each with where it was found."""
    return _candidates(_gathered(clues), clues)


def _gathered(clues: DocumentClues) -> Evidence:
    evidence = Evidence(clues.page_count)
    pages = clues.pages or (0,) * len(clues.recognised)
    for order, (passage, page) in enumerate(zip(clues.recognised, pages, strict=False)):
        evidence.add(passage, page, order)
    return evidence


def _candidates(evidence: Evidence, clues: DocumentClues) -> tuple[DocumentDate, ...]:
    found: list[DocumentDate] = []
    if (day := _iso_day(clues.by_hand)) is not None:
        found.append(DocumentDate(day, Sentence(BY_HAND)))
    found += _in_text(evidence)
    found += _apart(evidence, clues)
    for key, iso in (("created", clues.created), ("modified", clues.modified)):
        if (day := _iso_day(iso)) is not None:
            found.append(DocumentDate(day, Sentence(f"document_date.{key}")))
    unique: dict[int, DocumentDate] = {}
    for candidate in found:
        first = unique.setdefault(candidate.day, candidate)
        if candidate.calendar in elsewhere.SOLAR and first.calendar == _OURS:
            # "۲۵ اردیبهشت ۱۴۰۳ برابر با ۱۴ مه ۲۰۲۴": its next month is one of the first.
            unique[candidate.day] = replace(first, calendar=candidate.calendar)
    return _by_the_sun(tuple(unique.values()))


def _by_the_sun(dates: tuple[DocumentDate, ...]) -> tuple[DocumentDate, ...]:
    """A day of the moon gives way to the day beside it that tells the same: who saw the moon is unsaid.

    "21 Safar 1446, 26 August 2024": by the tables that is the 25th.
    """
    if not dates or not dates[0].calendar.startswith(_MOON):
        return dates
    surer = (
        one
        for one in dates[1:]
        if not one.calendar.startswith(_MOON)
        and one.source.key not in METADATA
        and abs(one.day - dates[0].day) <= _SIGHTED
    )
    best = next(surer, None)
    return dates if best is None else (best, *(one for one in dates if one is not best))


def _apart(evidence: Evidence, clues: DocumentClues) -> Iterator[DocumentDate]:
    """The days that stand apart at the head and foot of a text that points at the day of its writing."""
    made = _iso_day(clues.created)
    days = {
        (page, place): day
        for page, place, mention in evidence.apart
        if (day := full_day(mention, day_first=evidence.is_day_first)) is not None
    }
    if not evidence.pointing or len(set(days.values())) > _MOST_APART:
        return
    # The latest first: a report names the day of what it reports, too.
    for (page, place), day in sorted(days.items(), key=lambda entry: -entry[1]):
        framed = (page == 0 and place < _HEAD) or (
            page == evidence.page_count - 1 and place >= evidence.foot - _FOOT
        )
        late = made is not None and day > made + _DAYS_BEFORE_FILE
        if framed and not late and not _is_outlived(evidence, day):
            yield DocumentDate(day, Sentence(APART, {"page": page + 1}))


def _in_text(evidence: Evidence) -> Iterator[DocumentDate]:
    """Issue lines on the first page, then the last, then elsewhere; datelines; running heads."""
    found: list[tuple[tuple[int, int, int], DocumentDate]] = []
    entries = evidence.register.entries
    for rank, page, place, key, kind, mention in sorted(evidence.trusted, key=lambda entry: entry[:3]):
        told = kind in entries or (mention.alone and evidence.is_headed)
        day = None if told else full_day(mention, day_first=evidence.is_day_first)
        if (
            day is not None
            and day >= _FIRST_PRINTED
            and not (mention.role is Role.EVENT and _is_outlived(evidence, day))
        ):
            sentence = Sentence(f"document_date.{key}", {"page": page + 1})
            found.append(((rank, page, place), DocumentDate(day, sentence, mention.reading.calendar)))
    if evidence.works >= _WORKS and found:
        # "Received 4 May 2018, accepted 3 March 2019": a paper may tell of what was between.
        (rank, page, place), _ = found[0]
        beside = [entry for entry in found if entry[0][:2] == (rank, page) and entry[0][2] <= place + _LINES]
        found.sort(key=lambda entry: -entry[1].day if entry in beside else 0)
    yield from (date for _, date in found)


def _is_outlived(evidence: Evidence, day: int) -> bool:
    """Whether most years told lie well after a day, so that it begins a story."""
    year = gregorian.from_day_number(day)[0] + _NEWS_YEARS  # "(Cartagena, 7 October 1852 – …"
    return 2 * sum(count for told, count in evidence.years.items() if told > year) > sum(
        evidence.years.values()
    )


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


def _iso_day(text: str | None) -> int | None:
    if not text:
        return None
    try:
        year, month, day = map(int, text[:10].split("-"))
        return gregorian.to_day_number(year, month, day)
    except (ValueError, ImpossibleDateError):
        return None


def _guessed_domain(evidence: Evidence, date: DocumentDate | None) -> Domain:
    """News where a text's dates lie about its own date or point at it ("yesterday"), else a story."""
    if date is None:
        return Domain.NARRATIVE
    if not evidence.years:
        return Domain.NEWS
    own = gregorian.from_day_number(date.day)[0]
    told = sum(evidence.years.values()) + evidence.pointing
    if evidence.pointing == 0 and evidence.days >= _DAYS_OF_A_STORY:
        return Domain.NARRATIVE
    if evidence.works >= _WORKS > evidence.pointing:
        return Domain.NARRATIVE  # a paper of 2018 tells of its own years, too: "in the third week of January"
    near = sum(count for year, count in evidence.years.items() if abs(year - own) <= _NEWS_YEARS)
    if near == 0 and date.source.key in METADATA:
        return Domain.NARRATIVE  # an old diary says "yesterday" of the day it tells, not of the file's
    return Domain.NEWS if near + evidence.pointing >= _NEWS_SHARE * told else Domain.NARRATIVE


def points_at_now(mention: Mention) -> int:
    """How clearly it counts from the day of writing: "Friday", "tomorrow" 2, "last year" 1, else 0."""
    reading = mention.reading
    if reading.base == "then":
        return 0
    if reading.weekday is not None:
        dated = reading.day or reading.of is not None or reading.nth is not None
        return 0 if dated or reading.type not in {TimexType.DATE, TimexType.TIME} else _DAY_OF_THE_WEEK
    if reading.base == "now" and reading.day:
        return 1  # "the 3rd of this month"
    if reading.base == "now" and bool(reading.shift):
        return _DAY_OF_THE_WEEK if reading.unit == "D" and reading.count is None else 1
    whole = reading.of  # "May of last year"
    return 1 if reading.direction or (whole is not None and whole.base == "now" and whole.shift) else 0
