"""How a paragraph tells: as news, counting from the day of writing, or as a story, from the date said before.

In: a passage's mentions and what was dated so far; the document's own domain, guessed as a whole. Out: the
domain of one mention. An article of today looks back on 1889, a chronicle ends with last week's vote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reader.temporal import moments
from reader.temporal.context import DocumentContext
from reader.temporal.mention import LASTING, Mention, Recognised
from reader.temporal.model import Domain, Grain, Role
from reader.temporal.moments import Moment
from reader.temporal.story.candidates import BY_HAND, METADATA
from reader.temporal.story.memory import Memory
from reader.temporal.story.pointing import points_at_now

_FINE = frozenset({Grain.DAY, Grain.MONTH, Grain.SEASON, Grain.WEEK})
_QUOTES = (("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ("「", "」"))
# What opens with "Last night" in a story's letter was said then.
_OPENING = frozenset("'\"‘“«„")
_AGE = 50  # years; a story so old is none of the notices that follow it
_RECENT = 2  # years; a year alone nearer than that to the writing begins no story
_BACK = 6  # months; a month so far before the one told goes back, farther it is the next year's
_OF_THE_REPUBLIC = "french-republican"  # the calendar that nobody writes today by
_ENDS = frozenset({"until", "by"})  # bounds that may lie ahead
_SURE = 2  # of a future that is never one of the past: "will", not "planned"


@dataclass
class Telling:
    """How one passage tells, while its mentions are dated in order."""

    context: DocumentContext
    domain: Domain
    points: bool
    own_year: int | None
    told_year: int | None = None
    told_month: int = 0  # of a day or month told
    told_day: bool = False  # a day was told, which weekdays may follow
    day_sentence: int = -1  # the one that has told a day
    sentence: int = -1  # the one that has named a year
    is_past: bool = False  # what was told last lies before the writing
    old_sentence: int = -1  # the one that has told of long ago
    begun: bool = False  # a date has been told in the passage
    told_end: int = -1  # where the mention that told last ended
    told_sentence: int = -1  # the one it stood in
    text: str = ""  # the passage's, where it is news
    announced: frozenset[int] = frozenset()  # places of days whose sentence goes on to a date of our time

    @property
    def is_issued(self) -> bool:
        """Whether the document itself says when it was written."""
        date = self.context.document_date
        return self.own_year is not None and date is not None and date.source.key != BY_HAND

    def of(self, mention: Mention, said: Moment | None) -> Domain:
        """The domain in which a mention counts; in a text that is dated, its own days while none is told."""
        if self.own_year is not None and self.means_our_time(mention):
            return Domain.NARRATIVE
        if mention.reading.calendar == _OF_THE_REPUBLIC and said is not None:
            return Domain.NARRATIVE
        if self._happened_before(mention, said):
            return Domain.NEWS
        story = self.domain is Domain.NARRATIVE
        if mention.start in self.announced and not self.begun and self._is_remote(said):
            return Domain.NEWS
        # "… in 1806. The show is open until 30 September"
        old = said is None or (self.own_year or 0) - said.year > _AGE
        untold = said is None or (old and mention.tense > 0 and not self.begun)
        return Domain.NEWS if untold and story and self.is_issued else self._of(mention)

    def _happened_before(self, mention: Mention, said: Moment | None) -> bool:
        """Whether a weekday has been, though a day to come was told: "Open on Sunday, he said on Monday"."""
        date, reading = self.context.document_date, mention.reading
        if self.own_year is None or date is None or said is None or mention.tense >= 0:
            return False
        alone = reading.weekday is not None and reading.day is None and reading.base != "then"
        return alone and said.first > date.day

    def is_of_the_writer(self, mention: Mention, memory: Memory) -> bool:
        """Whether a story that names no day of writing looks ahead of it: "due next year, it will fill …".

        "In 1917 it was promised that it will be built next year" does not, nor do words in quotation marks.
        """
        if self.domain is not Domain.NARRATIVE or self.own_year is not None or mention.in_quotes:
            return False
        told_beside = memory.said_sentence == mention.sentence
        return mention.reading.counts_on and mention.tense > 0 and not told_beside

    def tense(self, mention: Mention) -> int:
        """What the sentence says of tense, else what the paragraph does: what lies behind goes on so."""
        return mention.tense or (-1 if self.is_past and self.is_issued and mention.reading.month else 0)

    def _of(self, mention: Mention) -> Domain:
        if self.own_year is None or self.domain not in {Domain.NEWS, Domain.NARRATIVE}:
            return self.domain
        reading = mention.reading
        if self._speaks_of_today(mention) or self._lasts(mention) or self._leaves_quotation(mention):
            return Domain.NEWS
        # "on 3 September he promised to pay before the end of the month"
        same_day = reading.base == "either" and not reading.shift and self.day_sentence == mention.sentence
        # of 2017: "that year four were opened: Azuaga in February, Zafra in May"
        same_year = bool(reading.month) and self.sentence == mention.sentence and mention.tense <= 0
        if same_day or same_year:
            return Domain.NARRATIVE
        if self._counts_from_now(mention, self.own_year):
            return Domain.NEWS
        if self.told_year is not None and self.told_year != self.own_year and mention.tense <= 0:
            # What has happened did not happen in the year foreseen.
            points = mention.tense < 0 or (reading.base == "now" and reading.shift == 0)
            foreseen = self.told_year > self.own_year and points
            return Domain.NEWS if foreseen else Domain.NARRATIVE
        return Domain.NEWS if self.points and self.told_year is None else self.domain

    def _is_remote(self, said: Moment | None) -> bool:
        return said is not None and (self.own_year or 0) - said.year > _RECENT

    def _lasts(self, mention: Mention) -> bool:
        """Whether it tells since when something is so these days: "since 1 February it is closed"."""
        told = self.told_year or 0
        return mention.tense == LASTING and (
            self.domain is Domain.NEWS or (self.is_issued and (self.own_year or 0) - told <= _RECENT)
        )

    def _leaves_quotation(self, mention: Mention) -> bool:
        """Whether what was told last was quoted: "“In 2010 we met”, says B., who in May"."""
        end = self.told_end
        if not self.text or end < 0:
            return False
        between = self.text[end : mention.start]
        return any(
            closing in between.partition(opening)[0]
            and self.text.rfind(opening, 0, end) > self.text.rfind(closing, 0, end)
            for opening, closing in _QUOTES
        )

    def means_our_time(self, mention: Mention) -> bool:
        """Whether "today" is these days: "in the seventies there were 64, today there are nine"."""
        reading = mention.reading
        is_today = reading.base == "now" and reading.unit == "D" and reading.shift == 0
        return is_today and not mention.tense and self.old_sentence == mention.sentence

    def _counts_from_now(self, mention: Mention, own_year: int) -> bool:
        """Whether a date lies ahead of the writing, or would go back behind what was just told."""
        month = mention.reading.month
        # After the year that will come a story goes on in it, after a day to come anything may be announced.
        within = (self.told_year or 0) <= own_year or self.told_day
        # "on 28 February 2014 he was told that he would work by night from 17 March on"
        beside = self.told_day and self.told_sentence == mention.sentence
        if mention.tense >= _SURE and self.is_issued and within and not beside:
            return mention.reading.base != "then"
        # "begun in March 2011, the work was completed at the end of January"
        return self.domain is Domain.NEWS and bool(month) and 0 < self.told_month - (month or 0) <= _BACK

    def _speaks_of_today(self, mention: Mention) -> bool:
        """Whether a mention counts from the writer's day, whatever year was told of."""
        reading = mention.reading
        if reading.of is not None and reading.of.base == "now":
            # "January of last year"; who dates his text says "March of this year" of his own.
            return self.domain is Domain.NEWS or self.points or self.is_issued
        if reading.base == "either" and not reading.shift and self.domain is Domain.NEWS:
            # "by the end of the year", after what a year to come will bring
            ahead = self.told_year is not None and self.told_year > (self.own_year or 0)
            return ahead or (mention.tense > 0 and self.day_sentence != mention.sentence)
        if reading.decade is not None:
            return self.domain is Domain.NEWS  # "the fifties" are those of our time, though 1893 was said
        if reading.direction == 0 or (reading.base == "now" and reading.shift == 0 and reading.unit):
            told = (
                self.is_issued and self.told_year is not None and self.told_year + 1 >= (self.own_year or 0)
            )
            beside = mention.sentence in {self.sentence, self.day_sentence}
            # "the decision of 30 July 2018 and the minutes of the meeting held on the 3rd of this September"
            beside = beside and not (reading.month and self.told_sentence != mention.sentence)
            # "it should be sold before the year's end"
            told = told or (self.is_issued and (mention.tense > 0 or not beside))
            return self.points or told  # "this May", after "last summer"; "this week", beside "yesterday"
        if reading.weekday is not None:
            alone = reading.day is None and reading.month is None
            remote = self.told_year is not None and self.told_year + _RECENT < (self.own_year or 0)
            # "closed since Monday"; "stolen on 23 October 1979, it came back on Wednesday"
            lone = alone and (mention.aside or remote or not self.told_day)
            news = self.domain is Domain.NEWS
            deictic = reading.direction is not None and reading.base != "then" and (news or self.is_issued)
            lasts = alone and remote and mention.aside and self.is_issued  # "until 1828; open since Tuesday"
            return deictic or lasts or ((reading.direction is not None or lone) and news)
        return bool(points_at_now(mention)) and reading.base != "then"

    def looks_ahead(self, mention: Mention, moment: Moment, later: Sequence[Mention]) -> bool:
        """Whether a year to come stands amid what has happened: "he wished it till 2033. On 9 March …"."""
        date = self.context.document_date
        if not self.is_issued or moment.grain is not Grain.YEAR or date is None:
            return False
        ends = moment.last if mention.bound in _ENDS else moment.first  # "good until the end of this year"
        if ends <= date.day:
            return False
        bare = (one for one in later if one.reading.year is None and (one.reading.month or one.reading.shift))
        following = next(bare, None)
        return following is not None and following.tense < 0

    def note(self, mention: Mention, moment: Moment) -> None:
        """Keeps the year of a date that a story may go on from, until the writer speaks of his own days."""
        self.begun = True
        self.day_sentence = mention.sentence if moment.is_day else self.day_sentence
        if self.own_year is not None and moment.year < self.own_year - _RECENT:
            self.old_sentence = mention.sentence
        if points_at_now(mention) and mention.reading.weekday is None and mention.reading.base != "then":
            self.told_year, self.told_month = None, 0
            whole = mention.reading if moment.grain is Grain.YEAR else mention.reading.of
            if whole is not None and whole.unit == "Y" and (whole.shift or whole.direction):
                # "last year there were two, in May and October"; "begun in May of last year, done on 3 July"
                self.sentence = mention.sentence
            return
        date = self.context.document_date
        if date is not None and moment.grain in _FINE:
            self.is_past = moment.last < date.day
        # "That same night", of the story, tells its year as "7 August 2016" does.
        of_story = mention.reading.base == "then" and moment.grain in _FINE
        if (
            mention.aside
            or (mention.reading.year is None and not of_story)
            or mention.role is not Role.EVENT
            or self.own_year is None
        ):
            return
        if moment.grain is Grain.YEAR and mention.reading.mod == "APPROX":
            return  # nobody knows the day of what he dates "about 1800"
        if moment.grain is Grain.YEAR:
            self.sentence = mention.sentence
        self.told_end, self.told_sentence = mention.end, mention.sentence
        old = abs(moment.year - self.own_year) > _RECENT and not self.points
        if moment.grain in _FINE or old:
            self.told_year, self.told_day = moment.year, moment.is_day
            self.told_month = moment.month if moment.grain in {Grain.DAY, Grain.MONTH} else 0


def telling(passage: Recognised, context: DocumentContext, domain: Domain) -> Telling:
    """How a passage tells, before its first mention; one way only where the caller named the domain."""
    date = context.document_date
    if not context.mixed or date is None or date.source.key in METADATA:
        return Telling(context, domain, points=False, own_year=None)
    told = passage.passage.text
    text = told if domain is Domain.NARRATIVE else ""
    points = any(
        points_at_now(one) and text[one.start - 1 : one.start] not in _OPENING for one in passage.mentions
    )
    own_year = moments.day_of(date.day).year
    announced = _announced(passage.mentions, own_year)
    return Telling(context, domain, points, own_year, text="" if text else told, announced=announced)


def _announced(mentions: Sequence[Mention], own_year: int) -> frozenset[int]:
    """Days of no year before a date of our time: "open since 11 January, it goes on until 30 April 2020"."""
    return frozenset(
        one.start
        for one, later in pairwise(mentions)
        if one.sentence == later.sentence and one.reading.month and not one.reading.year
        if later.reading.month and abs((later.reading.year or 0) - own_year) <= 1 and not later.aside
    )
