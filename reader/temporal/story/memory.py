"""What a text has said so far, and which of it later dates are counted from.

In: the dated mentions of a document, paragraph by paragraph. Out: the moment a story stands at. A title that
names years ("1862", "The war in 1940") lends them to its section; a single leap to another age ("a settlement
of 1872") is an aside, after which the story goes on where it stood. Tuned on WikiWars (de, en).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.frozen import replace
from reader.temporal.dating.before_reform import days_behind
from reader.temporal.mention import BEFORE_PAST, Mention
from reader.temporal.model import DocumentDate, Grain
from reader.temporal.moments import Moment, day_of
from reader.temporal.reading import Reading

# A year farther than this from where a story stands is an aside unless the story goes on there (WikiWars).
_LEAP = 10
_LAST_OF_STRIDES = 1000
_TITLE = 80  # characters of the longest title
_SENTENCE_ENDS = frozenset(".!?;:,")
_BRACKET = 60  # characters of a bracket before its date
_WORDS_OF_BRACKET = 2  # so many before its date, and a bracket describes a thing
_LONGEST_SECTION = 40  # years; "A. R. Penrose (1931–2018)" titles a life
_FINENESS = {Grain.DAY: 4, Grain.WEEK: 3, Grain.MONTH: 2, Grain.SEASON: 2, Grain.YEAR: 1}
_FINE = frozenset({Grain.DAY, Grain.MONTH})
_FINENESS_OF_STEPS = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH})
_SOON = 200  # days from one date of a story to the next
# "5,200 steps, as against 1,960 a year earlier".
_COMPARES = (" de ", " del ", " que ", " do ", " da ", " than ", " als ", " dan ", " rispetto a ")
_AFTER_COMMA = re.compile(r"[,،]\s*(?:[^\W\d_]+[\s'’]+){0,3}$")
_MOST_APART = 366  # days from the writing of a text to a day of its present
_YEARS_OF_A_SURVEY = 3  # so many dates of different ages and no day among them tell no story
_OTHER_YEARS = 2  # so many dates of other years in a paragraph, and a section's title holds no longer


@dataclass(slots=True)
class Memory:
    """What the text has said so far."""

    said: Moment | None = None
    said_day: Moment | None = None
    frame: Moment | None = None  # the last said that dates without a year may stand in: no decade, no years
    ahead: Moment | None = None  # the first date with a year: what a story that begins "on 3 May" means
    main: Moment | None = None  # where the story stood before an aside ("the settlement of 1872")
    left: Moment | None = None  # where it stood before two or more dates of another age
    row: Moment | None = None  # the day that labels the row or entry before: the next label goes on from it
    entries: int = 0  # entries of a diary so far
    century: Moment | None = None  # the date said last, where it was a century
    section: tuple[Moment, Moment] | None = None  # what its title names ("1862", "The war 1940–1943")
    said_sentence: int = -1  # the sentence of this paragraph that told it
    said_in_passing: bool = False  # it is a decade, some years, or an aside: "since 1992"
    coming: tuple[Moment, ...] = ()  # dates to come that this paragraph has named
    sent: DocumentDate | None = None  # the day of the mail or letter the text has come to
    before_back: Moment | None = None  # where the story stood before it looked back
    passed: tuple[Moment, int] | None = None  # the last aside of this paragraph and its sentence
    years: frozenset[int] = frozenset()  # that this paragraph has named, in asides too
    surveyed: bool = False  # the paragraph before named years of different ages, and told no day
    behind: int = 0  # days by which the calendar is behind ours whose weekdays the text tells
    outside: Memory | None = None  # where the story stood before the table that is read now

    @property
    def said_or_ahead(self) -> Moment | None:
        """What was said before, else the first date that will be."""
        return self.said or self.ahead

    def beside(self, sentence: int) -> Moment | None:
        """What was said in the same sentence of the paragraph or in the one before it."""
        return self.said if self.said_sentence >= 0 and sentence - self.said_sentence <= 1 else None

    def forget(self) -> None:
        """Another text begins, a letter after a letter: nothing of it counts from what was said."""
        self.said = self.said_day = self.frame = self.main = self.left = self.century = None
        self.section, self.outside = None, None

    def as_it_stands(self) -> Memory:
        """A copy, without what has no more say: where a story has begun, the date it would begin with."""
        return replace(self, ahead=None if self.said else self.ahead)

    def go_on(self, *, row: bool = False, issued: bool = False) -> None:
        """A new paragraph: a leap that nothing followed was an aside; the section's year holds on.

        Args:
            row: it is a row of a table, from which no story goes on where the document has a date.
            issued: it has one.
        """
        if row and self.outside is None:
            self.outside = replace(self)
        elif not row and self.outside is not None:
            before, self.outside = self.outside, None
            if issued:
                self.said, self.said_day, self.frame = before.said, before.said_day, before.frame
                self.main, self.left, self.century = before.main, before.left, before.century
        self.coming, self.said_sentence, self.before_back, self.passed = (), -1, None, None
        self.years = frozenset()
        if self.main is not None:
            # "Sailed on 2 May 1937. She had been launched in 1919." goes on on the 9th of May 1937.
            back = (
                self.said is not None and self.said.grain is Grain.YEAR and self.said.last < self.main.first
            )
            if back and self.frame is self.said and self.main.grain in _FINE:
                self.frame = self.main
            self.said, self.main = self.main, None
        if self.section is not None and not self._inside(self.said):
            self.said = self.section[0]

    def _inside(self, moment: Moment | None) -> bool:
        return (
            moment is not None
            and self.section is not None
            and self.section[0].year <= moment.year <= self.section[1].year
        )

    def note(self, moment: Moment, mention: Mention, *, long: bool = False) -> None:
        """Keeps a date.

        Args:
            moment: when.
            mention: what names it.
            long: it is a decade or some years.
        """
        has_year, sentence = mention.reading.year is not None, mention.sentence
        self.century = moment if moment.grain is Grain.CENTURY else None
        if moment.grain in {Grain.CENTURY, Grain.MILLENNIUM}:
            return
        back_in_time = has_year and self.said is not None and moment.last < self.said.first
        if not back_in_time:
            self.before_back = None
        elif not mention.start:
            self.before_back = None  # "2006 PhD, Bergen. Thesis defended on 12 May." is an entry of its own
        elif self.before_back is None and self.said is not None and self.said.grain in _FINE:
            self.before_back = self.said
        goes_on = mention.reading.base == "then" and (mention.reading.shift or 0) > 0
        if self.main is not None and (has_year or goes_on):
            # A second date after a leap: the story has moved there, or is back.
            self.left, self.main = self.main, None
        elif self.main is None and self.said is not None and _leaps(self.said, moment):
            back = self.left is not None and 0 <= moment.year - self.left.year <= _LEAP
            # "came in 1860, born in 1823, fought in 1849 … in 1861": no leap, it goes on.
            # "in trade since 1992. On 7 March 2016 …": nor does a story go back to what was said in passing.
            passing = self.said_in_passing and moment.grain in _FINE and not back_in_time
            self.main, self.left = (None if back or passing else self.said), None
        same = self.said if self.said is not None and self.said_sentence == sentence else moment
        if (same.first, same.last) == (moment.first, moment.last):
            moment = same  # "three days later, 24 Prairial Year VI … until the 18th" counts on in June
        self.said, self.said_sentence, self.said_in_passing = moment, sentence, long
        self.surveyed = False
        self._count_year(moment, mention)
        ahead = self.frame is not None and self.frame.last < moment.first and moment.grain in _FINE
        if not long or ahead:  # "crowned on 3 May 1834; the show, open since June 2020, ends on 10 January"
            self.frame = moment
        if moment.is_day:
            self._note_day(moment, mention.reading)

    def _note_day(self, day: Moment, reading: Reading) -> None:
        self.said_day = day
        if reading.weekday and reading.year is not None:
            self.behind = days_behind(day.first, reading.weekday)

    def passes_by(self, mention: Mention, moment: Moment, text: str) -> bool:
        """Notes an aside, and what is counted from one, and says whether it is one."""
        # "Sales rose by 18 per cent compared with 2021; in the third quarter …"
        compares = mention.compares and self.said is not None and moment.last < self.said.first
        looks_back = compares or self.looked_back(mention) is not None
        aside = looks_back or self._is_aside(mention, moment, text)
        self.passed = (moment, mention.sentence) if aside else self.passed
        if aside:
            self._count_year(moment, mention)
        return aside

    def told_in(self, sentence: int) -> Moment | None:
        """The last day or month told in a sentence of this paragraph, in passing or not."""
        passed, where = self.passed or (None, -1)
        told = self.said if self.said_sentence == sentence else passed if where == sentence else None
        return told if told is not None and told.grain in _FINE else None

    def looked_back(self, mention: Mention) -> Moment | None:
        """The aside that opened a sentence, and that it goes on from.

        "Back in 1771 copies had been seized; the year after he had to promise" is 1772, told of 1787.
        """
        moment, sentence = self.passed or (None, -1)
        counted = mention.reading.base == "then" and (mention.reading.shift or 0) > 0
        return moment if counted and sentence == mention.sentence != self.said_sentence else None

    def _is_aside(self, mention: Mention, moment: Moment, text: str) -> bool:  # noqa: PLR0911 - a return per sign
        """Whether the story does not go on from a date: a look back, another age in brackets.

        "It had been seen the day before. The next morning …" is the morning after the story's day;
        "a witness (born 21/03/1985) saw him on 3 August" in the story's year.
        """
        reading = mention.reading
        earlier = self.said is not None and moment.last < self.said.first
        if mention.passing and self._had_been(mention, moment):
            return True
        if reading.base == "then" and reading.shift is not None and reading.shift < 0:
            if reading.unit == "D" or text.endswith(_COMPARES, 0, mention.start):
                return True
        elif moment.grain is Grain.YEAR and mention.bound == "since":
            return self.said is not None  # "He has run the shop since 2009."
        elif mention.bound and moment.grain is Grain.YEAR and self.said_sentence >= 0:
            return earlier  # "those diagnosed after 2018 were left out", told of 2020
        if mention.tense == BEFORE_PAST and reading.year is None and self.said is not None:
            return moment.year < self.said.year  # "on 4 March it was voted; in October he had promised it"
        if mention.aside and self.said is not None and self.said.grain in _FINE:
            # "On 18 August 2018 Mr C., born on 5 October 1951, reports …"; beside the day told, any before:
            # "On 7 August 2016 he, who had been sentenced in 2015, took a car bought the month before".
            # What opens a paragraph begins another story, but not between commas: "the lorry, of 2004,".
            beside = self.said_sentence == mention.sentence
            if self.said_sentence >= 0 or _between_commas(mention, text):
                return moment.last < self.said.first if beside else self.said.year - moment.year > _LEAP
        said = self.said if self.said_sentence == mention.sentence else None
        coarser = said is not None and _FINENESS.get(moment.grain, 0) < _FINENESS.get(said.grain, 0)
        if said is not None and moment.last < said.first and (reading.year is not None or coarser):
            # "on 17 March 2018 she bought a car first registered in May 2015"
            # or told of a crane "that had stood still since 1560".
            # "went back on 10 October on terms worse than in June": coarser than the day it is told beside.
            return coarser and (reading.base != "then" or (reading.shift or 0) < 0)
        return self._is_bracketed(mention, moment, text)

    def _had_been(self, mention: Mention, moment: Moment) -> bool:
        """Whether a story does not go on from what had been already: "It had bitten him in 2019"."""
        if self.said is None or self.said.grain not in _FINE:
            return False
        # "Notice was given on 29 August to 31 March 2014; it came the same day."
        ahead = self.said_sentence == mention.sentence and moment.first > self.said.last
        return ahead or moment.last < self.said.first

    def _is_bracketed(self, mention: Mention, moment: Moment, text: str) -> bool:
        """Whether it stands in brackets that describe a thing or belong to another age.

        "She died in 1914 (oil on canvas, 1915). Her sister followed two years later": in 1916.
        """
        head = text[max(0, mention.start - _BRACKET) : mention.start]
        begin = head.rfind("(")
        if begin <= head.rfind(")") or self.said is None:
            return False
        described = self.said_sentence >= 0 and head.count(" ", begin) >= _WORDS_OF_BRACKET
        return described or abs(moment.year - self.said.year) > _LEAP

    def standing(self, present: int | None, *, counted: bool, steps: bool = False) -> Moment | None:
        """Where the story stands: after a paragraph on days to come, at the day of writing again.

        Args:
            present: the day of writing.
            counted: what is asked for is counted from the date said ("the same day").
            steps: it steps from a day ("the following Monday"), over a season or year told since.
        """
        if self.said is not None and self.said.grain is Grain.DECADE and not self.section and self.said_day:
            return self.said_day  # "caught in the 1970s; on the 4th of September before"
        if steps and self.said is not None and self.said.grain not in _FINENESS_OF_STEPS:
            return self.said_day or self.said
        said = self.said_or_ahead
        if said is None or present is None or counted or self.section or self.coming:
            return said
        if said is self.said:
            # "mayor from 1968 to 1973; on 27 October": not October of that time
            said = self.frame or (day_of(present) if said.grain is Grain.DECADE else said)
        return day_of(present) if said.first > present else said

    def goes_on(self, found: Moment, option: Moment) -> bool:
        """Whether a date without its year goes on from the story, not from what it looked back on.

        "On 14 February 2017 she sued over the loan signed on 3 August 2007. It was admitted on 1 March."

        Args:
            found: the date counted from what was looked back on.
            option: counted from the day the story stood at before.
        """
        story, back = self.before_back, self.said
        if story is None or back is None or not 0 <= option.first - story.first <= _SOON:
            return False
        # "On 16 September he sued. V., hired in 2006, is younger. On 10 October …"
        return found.last < back.first or back.grain is Grain.YEAR

    def _count_year(self, moment: Moment, mention: Mention) -> None:
        if mention.reading.year is not None and moment.year not in self.years:
            self.years |= {moment.year}

    def story_for(self, reading: Reading, present: int | None) -> Moment | None:
        """The date that a reading would go on from; None after a survey of the past in a text of the present.

        "In hospital from 9 to 21 January 2020. ¶ Appendix out in 1964, asthma since 1998, a stent in 2011. ¶
        On 6 January he fell": the year of none of these.
        """
        day = self.said_day
        now = present is not None and day is not None and abs(day.first - present) <= _MOST_APART
        over = self.surveyed and now and bool(reading.month) and not reading.base and self.section is None
        return None if over else self.said_or_ahead

    def end_paragraph(self, text: str, named: list[tuple[Moment, Moment]]) -> None:
        """A paragraph is over.

        Args:
            text: its words.
            named: the dates in it that name their year, first and last day's moment of each.
        """
        told_day = any(first.is_day or last.is_day for first, last in named)
        many = len(self.years) >= _YEARS_OF_A_SURVEY
        self.surveyed = many and not told_day and max(self.years) - min(self.years) > _LEAP
        text = text.strip()
        is_title = len(text) <= _TITLE and text[-1:] not in _SENTENCE_ENDS
        if is_title and named and _may_title(*named[0]):
            self.section, self.said, self.main = named[0], named[0][0], None
        elif (
            self.section is not None
            and len(named) >= _OTHER_YEARS
            and not any(self._inside(one) or self._inside(two) for one, two in named)
            and any(two.year > self.section[0].year for _, two in named)
        ):
            self.section = None  # a look back leaves it standing


def _leaps(said: Moment, moment: Moment) -> bool:
    """Whether a date lies in another age; histories of old times stride on by centuries."""
    strides = said.last < moment.first and moment.year < _LAST_OF_STRIDES
    return abs(moment.year - said.year) > _LEAP and not strides


def _between_commas(mention: Mention, text: str) -> bool:
    """Whether a date stands in an apposition; "It was founded on 4 November 1917, when" has one comma."""
    before = text[max(0, mention.start - _BRACKET) : mention.start]
    return text.startswith(",", mention.end) and _AFTER_COMMA.search(before) is not None


def _may_title(first: Moment, last: Moment) -> bool:
    """Whether a section may be of these days: no single day ("Filed on 4 May 2023"), no life."""
    return not first.is_day and last.year - first.year <= _LONGEST_SECTION
