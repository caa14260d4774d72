"""The days a document may be of, the most trusted first, each with where it was found.

In: the evidence of its text, what the file's metadata say. Out: candidates for the document creation time.
The order of trust: set by hand, issue line ("Fait à Paris, le …", a date alone in its paragraph), dateline,
running head, a day that stands apart at the head or foot of a text that points at its own day, metadata.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.calendars import gregorian
from reader.calendars.calendar import ImpossibleDateError
from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal import elsewhere
from reader.temporal.mention import Recognised
from reader.temporal.model import DocumentDate, Role
from reader.temporal.story.evidence import NEWS_YEARS, WORKS, Evidence
from reader.temporal.story.set_apart import APART, full_day

_OURS = "gregorian"
_MOON = "islamic"
_SIGHTED = 2  # days by which the new moon is seen sooner or later than reckoned
_LINES = 3  # on which the days of a paper's submission may stand
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


def candidates_of(evidence: Evidence, clues: DocumentClues) -> tuple[DocumentDate, ...]:
    """Every day the document may be of; of the clues only the days count."""
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
    entries, letters = evidence.register.entries, evidence.letters
    for rank, page, place, key, kind, mention in sorted(evidence.trusted, key=lambda entry: entry[:3]):
        told = kind in entries or (mention.alone and evidence.is_headed) or letters.head_at(page, place)
        day = None if told else full_day(mention, day_first=evidence.is_day_first)
        if (
            day is not None
            and day >= _FIRST_PRINTED
            and not (mention.role is Role.EVENT and _is_outlived(evidence, day))
        ):
            sentence = Sentence(f"document_date.{key}", {"page": page + 1})
            found.append(((rank, page, place), DocumentDate(day, sentence, mention.reading.calendar)))
    if found:
        # "Received 4 May 2018, accepted 3 March 2019": a paper, on some lines, may tell of what was between.
        (rank, page, place), _ = found[0]
        lines = _LINES if evidence.works >= WORKS else 0
        beside = [entry for entry in found if entry[0][:2] == (rank, page) and entry[0][2] <= place + lines]
        found.sort(key=lambda entry: -entry[1].day if entry in beside else 0)
    yield from (date for _, date in found)


def _is_outlived(evidence: Evidence, day: int) -> bool:
    """Whether most years told lie well after a day, so that it begins a story."""
    year = gregorian.from_day_number(day)[0] + NEWS_YEARS  # "(Cartagena, 7 October 1852 – …"
    return 2 * sum(count for told, count in evidence.years.items() if told > year) > sum(
        evidence.years.values()
    )


def _iso_day(text: str | None) -> int | None:
    if not text:
        return None
    try:
        year, month, day = map(int, text[:10].split("-"))
        return gregorian.to_day_number(year, month, day)
    except (ValueError, ImpossibleDateError):
        return None
