"""The ground on which a document's dates are resolved: its own date, and how its incomplete dates count.

In: the recognised passages of a document, where each stands, what the file's metadata say. Out: the context
that resolution works in, and the candidates for the document creation time.
"""

from __future__ import annotations

from reader.calendars import gregorian
from reader.temporal.context import DocumentContext
from reader.temporal.model import DocumentDate, Domain
from reader.temporal.story.candidates import METADATA, DocumentClues, candidates_of
from reader.temporal.story.evidence import NEWS_YEARS, WORKS, Evidence

# A text whose dates lie mostly within so many years of its own date is news; of older dates it tells a story.
_NEWS_SHARE = 0.4
# So many whole days and nothing that points at the day of writing: facts told in order, as in a judgment.
_DAYS_OF_A_STORY = 3


def document_context(clues: DocumentClues, domain: Domain | None = None) -> DocumentContext:
    """The ground on which the document's dates are resolved."""
    return context_of(_gathered(clues), clues, domain)


def context_of(evidence: Evidence, clues: DocumentClues, domain: Domain | None = None) -> DocumentContext:
    """The same from evidence gathered before; of the clues only the days count."""
    candidates = candidates_of(evidence, clues)
    if evidence.letters.are_there and evidence.letters.have_preface:
        candidates = tuple(one for one in candidates if not evidence.letters.are_of(one.day))
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
    return candidates_of(_gathered(clues), clues)


def _gathered(clues: DocumentClues) -> Evidence:
    evidence = Evidence(clues.page_count)
    pages = clues.pages or (0,) * len(clues.recognised)
    for order, (passage, page) in enumerate(zip(clues.recognised, pages, strict=False)):
        evidence.add(passage, page, order)
    return evidence


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
    if evidence.works >= WORKS > evidence.pointing:
        return Domain.NARRATIVE  # a paper of 2018 tells of its own years, too: "in the third week of January"
    near = sum(count for year, count in evidence.years.items() if abs(year - own) <= NEWS_YEARS)
    if near == 0 and date.source.key in METADATA:
        return Domain.NARRATIVE  # an old diary says "yesterday" of the day it tells, not of the file's
    return Domain.NEWS if near + evidence.pointing >= _NEWS_SHARE * told else Domain.NARRATIVE
