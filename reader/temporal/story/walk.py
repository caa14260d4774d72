"""The walk through a document: its passages dated one by one, each from what the ones before have left.

In: the recognised passages in order and the document's context. Out: their timexes. Where passages have been
dated before on the same ground (the same context, the same memory), the walk may pass over them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reader.frozen import replace
from reader.temporal.context import DocumentContext
from reader.temporal.dating import meaning
from reader.temporal.dating.scope import Scope
from reader.temporal.mention import Recognised
from reader.temporal.model import Domain, Role, Timex, TimexType
from reader.temporal.moments import ImpossibleDateError, Moment, UnreachableError
from reader.temporal.story import set_apart
from reader.temporal.story.candidates import BY_HAND, METADATA
from reader.temporal.story.memory import Memory
from reader.temporal.story.resolution import timexes_of

# Where a date alone in its paragraph may date the document: among its first and its last passages with dates.
_FIRST_PASSAGES = 12
_LAST_PASSAGES = 6
_REFERENCES = 3  # so many sources, and a document has references
_DATED = {TimexType.DATE, TimexType.TIME}


@dataclass(frozen=True, slots=True)
class Ground:
    """What the dates of some passages were found from, and what these leave to the passages after them."""

    context: DocumentContext
    before: Memory
    after: Memory


class Walk:
    """The way through one document."""

    def __init__(self, recognised: Collection[Recognised], context: DocumentContext, sources: int) -> None:
        """Begins at the first passage.

        Args:
            recognised: all passages in reading order; of a story, the first are looked at.
            context: the document's own date, its domain, its order of day and month.
            sources: how many mentions cite.
        """
        self._context = context
        self._domain = context.domain or (Domain.NEWS if context.document_date else Domain.NARRATIVE)
        self._cites = sources >= _REFERENCES
        is_story = self._domain is Domain.NARRATIVE
        # A text that is dated itself begins with its own days: "on 18 July", of its year.
        date = context.document_date
        dated = date is not None and date.source.key not in {BY_HAND, *METADATA}
        begun = is_story and not dated
        self._memory = Memory(ahead=_first_date(recognised, cites=self._cites) if begun else None)
        self._last = len(recognised) - _LAST_PASSAGES
        self._passed = 0
        self._left = self._memory.as_it_stands()  # by the passages last dated together

    def date(self, passage: Recognised) -> tuple[Timex, ...]:
        """Dates the next passage."""
        in_middle = self._context.headed or _FIRST_PASSAGES <= self._passed < self._last
        self._passed += 1
        own = set_apart.issued(_cited(passage) if self._cites else passage, self._context)
        return timexes_of(own, self._context, self._domain, self._memory, in_middle=in_middle)

    def date_together(self, passages: Sequence[Recognised]) -> tuple[list[tuple[Timex, ...]], Ground | None]:
        """Dates the next passages; with them the ground they stand on, none where there is more to it."""
        before = self._memory.as_it_stands()
        if before == self._left:
            before = self._left  # kept once for two pages
        dated = [self.date(passage) for passage in passages]
        self._left = self._memory.as_it_stands()
        if any(mention.alone or mention.cites for passage in passages for mention in passage.mentions):
            return dated, None  # it also counts where in the document they stand, and whether that cites
        return dated, Ground(self._context, before, self._left)

    def pass_over(self, count: int, ground: Ground | None) -> bool:
        """Goes on behind the next passages if they would be dated as they once were.

        Args:
            count: how many passages.
            ground: what they were dated from.

        Returns: whether it did.
        """
        if ground is None or ground.before != self._memory.as_it_stands() or ground.context != self._context:
            return False
        self._memory = replace(ground.after)
        self._passed += count
        return True


def resolve(recognised: Sequence[Recognised], context: DocumentContext) -> tuple[tuple[Timex, ...], ...]:
    """Dates every mention of a document.

    Args:
        recognised: its passages in reading order.
        context: the document's own date, its domain, its order of day and month.

    Returns: one tuple of timexes per passage.
    """
    sources = sum(one.role is Role.SOURCE for passage in recognised for one in passage.mentions)
    walk = Walk(recognised, context, sources)
    return tuple(walk.date(passage) for passage in recognised)


def _first_date(recognised: Iterable[Recognised], *, cites: bool) -> Moment | None:
    """The first mention that stands on the calendar by itself."""
    scope = Scope(None, None, None, None, Domain.NARRATIVE, 0, day_first=True)
    for passage in recognised:
        for mention in (_cited(passage) if cites else passage).mentions:
            reading = mention.reading
            told = reading.year is not None and not mention.early
            if told and reading.type in _DATED and mention.role is Role.EVENT:
                try:
                    return meaning.date(reading, scope).moment
                except (ImpossibleDateError, UnreachableError):
                    continue
    return None


def _cited(recognised: Recognised) -> Recognised:
    """In a document with references "Braudel (1949)" cites one."""
    if not any(mention.cites for mention in recognised.mentions):
        return recognised
    mentions = tuple(
        replace(mention, role=Role.SOURCE) if mention.cites else mention for mention in recognised.mentions
    )
    return replace(recognised, mentions=mentions)
