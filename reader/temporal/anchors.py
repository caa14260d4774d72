"""The document's own date: where it says so, and what follows for the dates it leaves incomplete.

In: the recognised passages of a document, where each stands, what the file's metadata say. Out: candidates
for the document creation time, each with its source, and the context that resolution works in. The order of
trust: set by hand, issue line ("Fait à Paris, le …", a date alone in its paragraph), dateline, running head,
metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.sentences import Sentence
from reader.temporal import dating, issue_lines
from reader.temporal.context import DocumentContext
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import DocumentDate, Domain, Role, TimexType
from reader.temporal.moments import UnreachableError
from reader.temporal.scope import Scope

_MONTHS = 12
# A dateline or a head's date stands among the first passages; a report's title page has about a dozen lines.
_FIRST_PASSAGES = 12
_DATELINE_REACH = 90
_LONGEST_TAIL = 12  # characters after an issue line's date
_LONGEST_PLACE = 4  # words: "NEW YORK (U.N.),"
_DATELINE_SIGNS = {",", "(", "-", "–", "—"}
# A text whose dates lie mostly within so many years of its own date is news; of older dates it tells a story.
_NEWS_YEARS = 2
_NEWS_SHARE = 0.4
_DAY_OF_THE_WEEK = 2  # a bare weekday or "yesterday" weighs like two dates: stories have hardly any
_EARLIEST_PRINT = 1450  # no document one can open as a PDF was issued before there was print


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


def document_context(clues: DocumentClues, domain: Domain | None = None) -> DocumentContext:
    """The ground on which the document's dates are resolved."""
    candidates = document_date_candidates(clues)
    best = candidates[0] if candidates else None
    day_first = _day_first(clues.recognised)
    return DocumentContext(best, domain or _guessed_domain(clues, best), day_first, mixed=domain is None)


def document_date_candidates(clues: DocumentClues) -> tuple[DocumentDate, ...]:
    """Every day the document may be of, the most trusted first, each with where it was found."""
    found: list[DocumentDate] = []
    if (day := _iso_day(clues.by_hand)) is not None:
        found.append(DocumentDate(day, Sentence("document_date.by_hand")))
    found += _in_text(clues)
    for key, iso in (("created", clues.created), ("modified", clues.modified)):
        if (day := _iso_day(iso)) is not None:
            found.append(DocumentDate(day, Sentence(f"document_date.{key}")))
    unique: dict[int, DocumentDate] = {}
    for candidate in found:
        unique.setdefault(candidate.day, candidate)
    return tuple(unique.values())


def find_document_date(
    recognised: Sequence[Recognised], created: str | None = None, modified: str | None = None
) -> tuple[DocumentDate, ...]:
    """The candidates of a text without pages."""
    return document_date_candidates(DocumentClues(recognised, (), 1, created, modified))


def _in_text(clues: DocumentClues) -> Iterator[DocumentDate]:
    """Issue lines on the first page, then the last, then elsewhere; datelines; running heads."""
    scope = Scope(None, None, None, None, Domain.REPORT, 0, _day_first(clues.recognised))
    ranked: list[tuple[int, int, DocumentDate]] = []
    pages = clues.pages or (0,) * len(clues.recognised)
    for order, (passage, page) in enumerate(zip(clues.recognised, pages, strict=False)):
        for mention in passage.mentions:
            rank, key = _trust(passage, mention, order, page, clues.page_count)
            if not key:
                continue
            day = _full_day(mention, scope)
            if day is not None:
                source = Sentence(f"document_date.{key}", {"page": page + 1})
                ranked.append((rank, order, DocumentDate(day, source)))
    ranked.sort(key=lambda entry: entry[:2])
    yield from (candidate for _, _, candidate in ranked)


def _trust(passage: Recognised, mention: Mention, order: int, page: int, page_count: int) -> tuple[int, str]:
    """How far a mention may be trusted to date its document (less is more), and by which sentence."""
    if passage.passage.is_furniture:
        return 4, "header"
    if mention.role is Role.ISSUE:
        place = 0 if page == 0 else 1 if page == page_count - 1 else 2
        goes_on = len(passage.passage.text) > mention.end + _LONGEST_TAIL
        is_dateline = goes_on and _opens_with_place(passage.passage.text[: mention.start])
        return place, "dateline" if is_dateline else "issue_line"
    early = page == 0 and order < _FIRST_PASSAGES and mention.start < _DATELINE_REACH
    if mention.role is Role.EVENT and early and _opens_with_place(passage.passage.text[: mention.start]):
        return 3, "dateline"
    return 9, ""


def _opens_with_place(head: str) -> bool:
    """Whether a passage begins like a dateline: a name, a comma, the date ("PARIS, 14 mars –")."""
    words = head.replace(",", " ").replace("(", " ").split()
    return (
        0 < len(words) <= _LONGEST_PLACE and words[0][:1].isupper() and head.rstrip()[-1:] in _DATELINE_SIGNS
    )


def _full_day(mention: Mention, scope: Scope) -> int | None:
    reading = mention.reading
    if reading.type not in {TimexType.DATE, TimexType.TIME} or issue_lines.goes_on_for_days(mention):
        return None
    if (reading.day is None and reading.pair is None) or (
        reading.year is None and reading.short_year is None
    ):
        return None
    try:
        moment = dating.date(reading, scope).moment
    except (ImpossibleDateError, UnreachableError):
        return None
    return moment.first if moment and moment.is_day and moment.year >= _EARLIEST_PRINT else None


def _iso_day(text: str | None) -> int | None:
    if not text:
        return None
    try:
        year, month, day = map(int, text[:10].split("-"))
        return gregorian.to_day_number(year, month, day)
    except (ValueError, ImpossibleDateError):
        return None


def _guessed_domain(clues: DocumentClues, date: DocumentDate | None) -> Domain:
    """News where a text's dates lie about its own date or point at it ("yesterday"), else a story."""
    if date is None:
        return Domain.NARRATIVE
    own = gregorian.from_day_number(date.day)[0]
    years = [
        mention.reading.year
        for passage in clues.recognised
        for mention in passage.mentions
        if mention.reading.year is not None
        and mention.reading.calendar == "gregorian"
        and mention.role is Role.EVENT
    ]
    if not years:
        return Domain.NEWS
    pointing = sum(points_at_now(mention) for passage in clues.recognised for mention in passage.mentions)
    near = pointing + sum(abs(year - own) <= _NEWS_YEARS for year in years)
    return Domain.NEWS if near >= _NEWS_SHARE * (len(years) + pointing) else Domain.NARRATIVE


def points_at_now(mention: Mention) -> int:
    """How clearly it counts from the day of writing: "Friday", "tomorrow" 2, "last year" 1, else 0."""
    reading = mention.reading
    if reading.weekday is not None:
        dated = reading.day or reading.of is not None or reading.nth is not None
        return 0 if dated or reading.type not in {TimexType.DATE, TimexType.TIME} else _DAY_OF_THE_WEEK
    if reading.base == "now" and reading.day:
        return 1  # "the 3rd of this month"
    if reading.base == "now" and bool(reading.shift):
        return _DAY_OF_THE_WEEK if reading.unit == "D" and reading.count is None else 1
    return 1 if reading.direction in {-1, 1} else 0


def _day_first(recognised: Sequence[Recognised]) -> bool:
    """Whether "3/4" is 3 April: what the document's clear dates show, else its languages' habit."""
    day_first = month_first = habit = 0
    for passage in recognised:
        for mention in passage.mentions:
            pair = mention.reading.pair
            if pair is None:
                continue
            habit += 1 if passage.day_first else -1
            day_first += pair[0] > _MONTHS >= pair[1]
            month_first += pair[1] > _MONTHS >= pair[0]
    if day_first != month_first:
        return day_first > month_first
    return habit >= 0
