"""Phase two: mentions become dates. Knows no language, only what mentions say and what they are counted from.

In: a recognised passage, the document's context, what was said before. Out: its timexes. A mention that names
its own date becomes what later ones ("the next day") are counted from; `walk.py` goes through the document.
Every assumption is kept in the timex.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from reader.frozen import replace
from reader.temporal import moments
from reader.temporal.context import DocumentContext
from reader.temporal.dating import meaning
from reader.temporal.dating.before_reform import weekday_of_ours
from reader.temporal.dating.extent import without_day
from reader.temporal.dating.impossible_days import without_its_day
from reader.temporal.dating.other_readings import other_readings
from reader.temporal.dating.scope import WEEK_BEGINS, Found, Scope
from reader.temporal.dating.stretches import stretch
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import Domain, Grain, Role, Timex, TimexType
from reader.temporal.moments import ImpossibleDateError, Moment, UnreachableError
from reader.temporal.reading import Reading
from reader.temporal.refining.clock_and_day import appointments
from reader.temporal.refining.lone_years import stands_in_its_time
from reader.temporal.story import letters, planning, registers
from reader.temporal.story.entries import Entry
from reader.temporal.story.intervals import tells_back
from reader.temporal.story.memory import Memory
from reader.temporal.story.telling import telling
from reader.temporal.story.timexes import doubted, timex_of
from reader.temporal.story.untold_years import About, in_its_century, in_its_year
from reader.temporal.surroundings import issue_lines
from reader.temporal.surroundings.lengths import as_length
from reader.temporal.surroundings.mails import Thread
from reader.temporal.timex3 import duration_value, set_value


def timexes_of(
    recognised: Recognised, context: DocumentContext, domain: Domain, memory: Memory, *, in_middle: bool
) -> tuple[Timex, ...]:
    """Dates every mention of one passage.

    Args:
        recognised: the passage.
        context: the document's own date, its order of day and month.
        domain: how relative words count in it.
        memory: what was said before; what this passage says is added.
        in_middle: whether it stands amid the document, where a date alone heads a story.
    """
    if context.letters:
        recognised = letters.as_head(recognised)
        if letters.runs_on(recognised):
            head, alone = (
                replace(recognised, mentions=recognised.mentions[:1]),
                replace(context, letters=False),
            )
            timexes = timexes_of(head, alone, domain, memory.as_it_stands(), in_middle=in_middle)
            letters.begin(recognised, timexes, memory)
    thread = Thread(memory.sent)
    one = _Passage(recognised, thread.context(context), thread.domain(domain), memory, in_middle=in_middle)
    timexes = one.timexes(thread)
    memory.sent = thread.sent
    if context.letters:
        letters.begin(recognised, timexes, memory)
    return timexes


class _Passage:
    """The mentions of one passage while they are dated."""

    def __init__(
        self,
        recognised: Recognised,
        context: DocumentContext,
        domain: Domain,
        memory: Memory,
        *,
        in_middle: bool,
    ) -> None:
        self.recognised = registers.told(recognised, context.entries, in_middle=in_middle)
        self.context = context
        self.domain = domain
        self.memory = memory
        self.present = context.document_date.day if context.document_date else None
        self.telling = telling(recognised, context, domain)
        self.looked_up: tuple[Moment, int] | None = None  # what was passed by, and in which sentence
        self.dated: list[tuple[Mention, Moment, Moment]] = []  # so far, in asides too: first and last moment
        self.named: list[tuple[Moment, Moment]] = []  # the dates so far that name their year
        short = len(recognised.passage.text) <= issue_lines.LONGEST_MASTHEAD
        self.heads = short and any(
            one.role is Role.ISSUE and not one.alone for one in self.recognised.mentions
        )
        alone = any(mention.alone for mention in recognised.mentions)
        self.entry = Entry(recognised.passage, memory, context, is_label=alone)

    def timexes(self, thread: Thread) -> tuple[Timex, ...]:
        """Dates the passage's mentions, in order."""
        mentions = self.recognised.mentions
        if not mentions:
            return ()
        if self.domain is Domain.SPEC:
            mentions = appointments(mentions)
            self.recognised = replace(self.recognised, mentions=mentions)
        early = self._dates_ahead() if any(one.reading.type is TimexType.TIME for one in mentions) else {}
        self.memory.go_on(row=self.recognised.passage.is_table_row, issued=self.telling.is_issued)
        noted = self.context.letters and letters.is_editors(self.recognised)
        timexes, own = [], None if noted else self.context.document_date
        for index, mention in self._counting(mentions):
            found, until = self._dated(index, mention, early)
            timexes.append(timex_of(self.recognised, index, mention, (found, until), own))
            moment = (until and until.moment) or found.moment
            if moment is not None:
                self.dated.append((mention, found.moment or moment, moment))
                thread.note(mention, moment)
            if moment is None or self.heads or self._passes_by(mention, moment, mentions[index + 1 :]):
                continue
            self._note(mention, found, moment)
            if index in early and found.moment is not None:
                early[index] = found.moment
        self.entry.end()
        if not self.recognised.passage.is_table_row:
            self.memory.end_paragraph(self.recognised.passage.text, self.named)
        timexes = planning.alike(self.recognised.passage.text, timexes, self.present)
        return tuple(doubted(timex, timexes) for timex in timexes)

    def _note(self, mention: Mention, found: Found, moment: Moment) -> None:
        """Keeps what later mentions may be counted from; `moment` is the end of a stretch."""
        tells = _tells(mention)
        said = self.memory.said  # an older ruling is cited, or what a law says: no story goes on from it
        older = said is not None and moment.last < said.first
        elsewhere = self.memory.said_or_ahead is not None or self.present is not None
        looks_up = mention.role is Role.SOURCE and (older or (mention.only_cited and elsewhere))
        self.looked_up = (moment, mention.sentence) if looks_up else None
        self.telling.note(mention, moment)
        self.entry.note(mention, moment)
        named = mention.reading.month or (moment.is_day and not mention.reading.holiday)
        if named and planning.is_planned(mention, moment, self.present):
            self.memory.coming = (*self.memory.coming, found.moment or moment)
        if tells and not mention.reading.ref and not looks_up:
            vague = mention.until is not None or mention.reading.mod == "APPROX"
            years = moment.grain is Grain.YEAR and vague
            long = moment.grain is Grain.DECADE or years or mention.aside
            self.memory.note(moments.part_of_year(moment, mention.reading.mod), mention, long=long)
            if mention.reading.year is not None:
                self.named.append((found.moment or moment, moment))

    def _counting(self, mentions: Sequence[Mention]) -> Iterator[tuple[int, Mention]]:
        """Those that count where the story stands when it comes to them, with their places."""
        for index, mention in enumerate(mentions):
            said = self.memory.said_or_ahead
            own = said is not None and mention.reading.calendar != "gregorian" != said.calendar
            if tells_back(mention, self.dated, self.recognised.passage.text):
                yield index, as_length(mention)
            elif own or not mention.early:
                yield index, mention
            elif stands_in_its_time(mention, said.year if said else None, mentions[index + 1 :]):
                yield index, replace(mention, reading=replace(mention.reading, calendar="gregorian"))

    def _dates_ahead(self) -> dict[int, Moment]:
        """Dates that stand on their own, by place: a clock time may look ahead to its day."""
        ahead: dict[int, Moment] = {}
        for index, mention in enumerate(self.recognised.mentions):
            reading = mention.reading
            names_day = reading.day or reading.weekday or (reading.shift is not None and reading.unit == "D")
            if names_day and not reading.has_clock and reading.base != "then" and not mention.until:
                found = self._one(reading, self._scope(mention, None))
                if found.moment is not None and found.moment.is_day:
                    ahead[index] = found.moment
        return ahead

    def _scope(self, mention: Mention, day: Moment | None) -> Scope:
        reading = mention.reading
        fine = bool(reading.month or reading.day or reading.weekday or reading.holiday or reading.season)
        fine = fine or bool(reading.of is not None and reading.of.month)  # "in the second week of July"
        of = reading.of.base if reading.of is not None else ""  # "in September of the same year"
        counted = "then" in {reading.base, of} or not fine or self.recognised.passage.is_table_row
        steps = reading.base == "then" and not reading.day and bool(reading.weekday or reading.unit == "D")
        # "the night of the 16th"
        steps = steps or bool(reading.day and not reading.month and not reading.weekday)
        quoted = None
        if mention.citation >= 0:
            cited = self._one(self.recognised.mentions[mention.citation].reading, self._plain_scope())
            quoted = cited.moment.first if cited.moment is not None else None
        scope = Scope(
            present=self.present,
            said=self._same(mention) or self.memory.standing(self.present, counted=counted, steps=steps),
            said_day=day or self.memory.said_day,
            quoted=quoted,
            domain=self.telling.of(mention, self.memory.story_for(reading, self.present)),
            tense=self.telling.tense(mention),
            day_first=self.context.day_first,
            century=self.memory.century,
            said_beside=self.memory.beside(mention.sentence),
            time=self.context.time,
            calendar=self.context.document_date.calendar if self.context.document_date else "gregorian",
            coming=self.memory.coming,
            issued=self.telling.is_issued and not self.telling.means_our_time(mention),
            week_begins=self._week_begins(mention),
            deadline=mention.tense > 1 and mention.bound in _DEADLINES,
        )
        if self.telling.is_of_the_writer(mention, self.memory):
            scope = replace(scope, said=None, said_day=None, said_beside=None, domain=Domain.NEWS)
        return self.entry.scope(mention, scope)

    def _same(self, mention: Mention) -> Moment | None:
        """The date of the letter just named: "by contract of 3 May 2013, until June of the same year"."""
        (cited, sentence), reading = self.looked_up or (None, -1), mention.reading
        opens = self.memory.said_sentence < 0  # "The Act of 1882 … The year after", "… The same year"
        is_same = not reading.shift and (opens or sentence == mention.sentence)
        whole = reading.of or reading  # "on the last day of May of the same year"
        same = "then" in {reading.base, whole.base} and (is_same or (opens and reading.unit == "Y"))
        return cited if same else self.memory.looked_back(mention)

    def _week_begins(self, mention: Mention) -> int:
        """The weekday that opens a week; in a command it is ISO's Monday (Duckling's Hebrew)."""
        language = mention.language or self.recognised.language
        return 1 if self.domain is Domain.SPEC else WEEK_BEGINS.get(language, 1)

    def _plain_scope(self) -> Scope:
        return Scope(self.present, None, None, None, self.domain, 0, self.context.day_first)

    def _dated(self, index: int, mention: Mention, early: dict[int, Moment]) -> tuple[Found, Found | None]:
        reading = mention.reading
        clock = reading.type is TimexType.TIME and not reading.day and not reading.weekday
        day = self._day_for_clock(index, mention, early) if clock else None
        scope = self._scope(mention, day)
        found = self._one(reading, scope)
        if found.moment is not None and "year" in found.assumed:
            following = partial(self._following, index)
            before, points = self.dated[-1] if self.dated else None, self.telling.points
            about = About(self.memory, self.named, before, mention.sentence, following, points=points)
            found = in_its_year(reading, found, scope, about, self._one)
            if found.base == "then":
                scope = replace(scope, domain=Domain.NARRATIVE)  # and so is the end of a stretch
        if reading.short_year is not None and "century" in found.assumed:
            found = in_its_century(reading, found, scope, partial(self._year_ahead, index), self._one)
        if others := other_readings(reading, found.moment):
            found = replace(found, others=(*found.others, *others))
        until = None
        if mention.until is not None:
            found, until = stretch(found, mention.until, scope, self._one)
        if reading.hour is not None and self._follows_habit(index, mention):
            return without_day(reading, found), until and without_day(mention.until or reading, until)
        return found, until

    def _following(self, index: int) -> Moment | None:
        """The next date of the passage that names its year and month."""
        later = self.recognised.mentions[index + 1 :]
        ahead = next((one for one in later if _names_month(one)), None)
        return self._one(ahead.reading, self._plain_scope()).moment if ahead is not None else None

    def _year_ahead(self, index: int) -> Moment | None:
        """The next date of the passage that names its year or decade."""
        later = (one.reading for one in self.recognised.mentions[index + 1 :])
        ahead = next((one for one in later if one.year is not None or one.decade is not None), None)
        return self._one(ahead, self._plain_scope()).moment if ahead is not None else None

    def _passes_by(self, mention: Mention, moment: Moment, rest: Sequence[Mention]) -> bool:
        """Whether no story goes on from a date, though "the same year" in its sentence may be its own."""
        text = self.recognised.passage.text
        passes = (
            (self.telling.is_issued and self._is_of_a_person(mention, rest))
            or self.memory.passes_by(mention, moment, text)
            or self.telling.looks_ahead(mention, moment, rest)
        )
        if passes and _tells(mention):
            said = self.memory.said
            ahead = mention.passing and said is not None and moment.first > said.last
            aside = ahead or (mention.aside and not mention.passing)
            self.looked_up = None if aside else (moment, mention.sentence)
        return passes

    def _is_of_a_person(self, mention: Mention, rest: Sequence[Mention]) -> bool:
        """Whether it only tells whom a dated text will speak of: "Mr A., born in 1951, came"."""
        text = self.recognised.passage.text
        closes = text.startswith(",", mention.end)
        goes_on = any(one.sentence == mention.sentence for one in rest)
        apposed = _APPOSED.search(text, 0, mention.start) is not None  # "Mrs Ash, born 3 May 1950, was seen"
        return self.memory.said is None and mention.aside and (apposed or (closes and not goes_on))

    def _follows_habit(self, index: int, mention: Mention) -> bool:
        """A clock after a set is no day's: "le samedi de 7 h à 13 h"."""
        before = self.recognised.mentions[index - 1] if index else None
        alone = mention.reading.day is None and mention.reading.weekday is None
        return (
            alone
            and before is not None
            and before.reading.type is TimexType.SET
            and before.sentence == mention.sentence
        )

    def _day_for_clock(self, index: int, mention: Mention, early: dict[int, Moment]) -> Moment | None:
        """The day a clock time belongs to: said just before in its sentence, or just after."""
        mentions = self.recognised.mentions
        for step in (-1, -2, 1):
            other = index + step
            if not 0 <= other < len(mentions) or other not in early:
                continue
            # "Went to the mill in the evening and found it shut since yesterday."
            lends = step < 0 or not mentions[other].bound
            if lends and mentions[other].sentence == mention.sentence:
                return early[other]
        return None

    def _one(self, reading: Reading, scope: Scope) -> Found:
        if reading.ref:
            return Found(None, value=reading.ref)
        if reading.type is TimexType.DURATION:
            return Found(None, value=duration_value(reading))
        if reading.type is TimexType.SET:
            return Found(None, value=set_value(reading))
        if self.memory.behind and reading.weekday and not (reading.day or reading.year):
            reading = replace(reading, weekday=weekday_of_ours(reading.weekday, self.memory.behind))
        try:
            return meaning.date(reading, scope)
        except ImpossibleDateError:
            return without_its_day(reading, scope)
        except (UnreachableError, OverflowError):
            return Found(None)


def _tells(mention: Mention) -> bool:
    """Whether a story may go on from a mention: from a letter or ruling too, from no citation."""
    if mention.reading.type not in _DATED:
        return False
    return mention.role is Role.EVENT or (mention.role is Role.SOURCE and mention.reading.day is not None)


_APPOSED = re.compile(r"[,،(] ?[^\W\d_][^,،;()\d]{0,22}$")
_DEADLINES = frozenset({"until", "by"})
_DATED = {TimexType.DATE, TimexType.TIME}


def _names_month(mention: Mention) -> bool:
    reading = mention.reading
    return bool(reading.year and reading.month and not reading.era) and mention.role is Role.EVENT
