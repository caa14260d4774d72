"""Rows of tables, entries of diaries and chronicles: what stands under a day counts from it.

In: the mentions of a passage as they are dated, the memory of the document. Out: the scope each is dated in.
The day in the first cell labels its row, the day that opens a paragraph ("3 mars 1917. – Pluie", "12 May:")
or stands alone above it labels the entry. A label without its year goes on from the label before it, else
stands in the year that its table's head or its section names ("Inspections 2023").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reader.frozen import replace
from reader.temporal import moments
from reader.temporal.context import DocumentContext
from reader.temporal.dating.scope import Scope
from reader.temporal.mention import Mention
from reader.temporal.model import Domain, Grain, Passage, Role
from reader.temporal.moments import Moment
from reader.temporal.refining.columns import CELL
from reader.temporal.story.candidates import METADATA
from reader.temporal.story.memory import Memory

_LETTER = re.compile(r"\w")
# "Server 1998.4" names a version, "Avviso n. 1687" an act.
_YEAR = re.compile(
    r"(?<!\d)(?<![Nn]\. )(?<![Nn][or]\. )(?<!\.[º°] )(?<![Nn][º°] )(?<!№ )(?<!#)"
    r"(?:1[5-9]|20)\d\d(?!\d|\.\d{1,2}(?![\d.]))"
)
# What follows the day that opens an entry: "3 mars. – Pluie", "3 March: rain", "3. März – Regen".
_AFTER_LABEL = re.compile(r"\s*(?:[.,]?\s*[–—:]|[.,]\s*-\s|\.\s*$|\.\s+[^\Wa-zà-ÿ\d_])")
_MONTHS = 366  # days
_LONG_AGO = 2  # years before its file was made, and a text was not written then
_ENTRIES = 2  # so many entries, and the paragraphs between them belong to them


@dataclass
class Entry:
    """One passage while its mentions are dated in order; `label` is the day it stands under."""

    passage: Passage
    memory: Memory
    context: DocumentContext
    is_label: bool = False  # it is nothing but its day
    label: int | None = None
    opened: Moment | None = None  # the first date of the row that names its year
    dated: Moment | None = None  # the last date of the row that names its year
    told: Moment | None = None  # the last day of the paragraph that names its year

    def __post_init__(self) -> None:
        """A paragraph without a day of its own goes on under the day of the entry it belongs to."""
        if self.passage.is_table_row or (self.passage.is_heading and not self.is_label):
            self.memory.entries = 0
        elif self.memory.entries >= (1 if self.context.headed else _ENTRIES) and self.memory.row is not None:
            self.label = self.memory.row.first

    def scope(self, mention: Mention, scope: Scope) -> Scope:
        """What a mention of the passage is counted from."""
        if mention.reading.has_year or scope.quoted is not None:
            return scope
        if (told := self._told_long_ago(mention)) is not None and self.label is None:
            return replace(scope, quoted=told.first, quoted_name="then")
        if self.passage.is_table_row and scope.tense != mention.tense:
            scope = replace(scope, tense=mention.tense)  # a cell goes on with no other's past
        labels = self._labels(mention, days=True)
        if self.label is not None and not labels:
            # A diary tells of the days about its own: "the 20th of December" in January's entry is past.
            tense = self._tense_in_row(mention, scope.tense) if self.passage.is_table_row else scope.tense
            calendar = self.memory.row.calendar if self.memory.row else scope.calendar
            entry = replace(scope, quoted=self.label, quoted_name="then", calendar=calendar)
            return replace(entry, domain=Domain.NEWS, tense=tense)
        in_row = self.passage.is_table_row and _names_days(mention)
        over = self._year_over(mention) if in_row else None
        if over is not None:
            return replace(scope, said=over, domain=Domain.NARRATIVE, tense=0)  # "2023 | … 3 June | removed"
        if not in_row and not labels:
            return self._under_year(mention, scope)
        year = self.dated
        if year is None and (labels or self.passage.is_table_row):
            year = self._year()
        if year is self.dated and self._spans_months():
            year = self.opened  # "sailed 3 November 1862, arrived February 1863; died on Christmas Day"
        if year is not None:
            scope = replace(scope, said=year, domain=Domain.NARRATIVE, onward=not in_row)
        return scope

    def _told_long_ago(self, mention: Mention) -> Moment | None:
        """The day that "yesterday" and "the 5th of this month" count from, where only the file has another.

        "On 8 August 1810 the engineer attended. He had viewed the sluice yesterday", in a file of our time.
        """
        date, reading = self.context.document_date, mention.reading
        if date is None or date.source.key not in METADATA or self.told is None or reading.base != "now":
            return None
        deictic = bool(reading.day) or (reading.unit == "D" and bool(reading.shift))
        years = moments.day_of(date.day).year - self.told.year
        return self.told if deictic and years > _LONG_AGO else None

    def _tense_in_row(self, mention: Mention, tense: int) -> int:
        """What a row tells of tense: "hearing vacated, relisted for 1 July" nothing, what is to begin begins.

        A month later in the year than the label's follows it: "14 March | League founded; strike in October".
        """
        month = mention.reading.month if mention.reading.day is None else None
        follows = month is not None and tense == 0 and month > moments.day_of(self.label or 0).month
        return 1 if follows else max(tense, 0)

    def _spans_months(self) -> bool:
        """Whether the row tells of some months, from its first date with a year to its last."""
        first, last = self.opened, self.dated
        return first is not None and last is not None and 0 < last.first - first.first < _MONTHS

    def _under_year(self, mention: Mention, scope: Scope) -> Scope:
        """A date of news under a heading that names a year gone by: "Births in 2013 … 4 March"."""
        if scope.domain is not Domain.NEWS or scope.present is None or self.passage.is_table_row:
            return scope
        if mention.reading.month is None or mention.reading.base or mention.tense > 0:
            return scope
        if mention.reading.direction is not None:
            return scope  # "on 19 January of this year", in a report on 2017
        years = {int(year) for year in _YEAR.findall(self.passage.context)}
        year = moments.year(years.pop()) if len(years) == 1 else None
        if year is None or year.last >= scope.present:
            return scope
        begins = self.memory.said_sentence < 0
        told = scope.said is not None and scope.said.year == year.year
        return replace(scope, said=year, domain=Domain.NARRATIVE) if begins or told else scope

    def note(self, mention: Mention, moment: Moment) -> None:
        """Keeps the day of the label, and in a row the last date with its year."""
        if moment.is_day and mention.reading.year is not None and mention.role is Role.EVENT:
            self.told = moment
        if self.passage.is_table_row and mention.reading.year is not None:
            self.opened, self.dated = self.opened or moment, moment
        if moment.is_day and self._labels(mention) and mention.role is Role.EVENT:
            self.label = moment.first
            self.memory.row = moment
            self.memory.entries += not self.passage.is_table_row
        elif self.passage.is_table_row and moment.grain is Grain.YEAR and CELL not in self.passage.text:
            self.memory.row = moment  # "2019" alone heads the rows after it
        elif moment.is_day and self.opened is not None and self._is_beside_year(mention):
            self.memory.row = moment  # "1799 | 12 March", and below it "26 August"
        elif mention.reading.year is not None and self._labels(mention) and not self.passage.is_table_row:
            self.label, self.memory.entries = None, 0  # "1822: the roof fell" ends what stood under a day

    def end(self) -> None:
        """A paragraph that is neither row nor entry ends the table before it."""
        if not self.passage.is_table_row and not self.memory.entries:
            self.memory.row = None

    def _is_beside_year(self, mention: Mention) -> bool:
        """Whether a day without its year stands in the cell beside the year or the month of its row."""
        beside = self.passage.text[: mention.start].count(CELL) == 1 and mention.reading.year is None
        return beside and self.opened is not None and self.opened.grain in (Grain.YEAR, Grain.MONTH)

    def _labels(self, mention: Mention, *, days: bool = False) -> bool:
        if mention.until is not None and not days:
            return False
        if self.passage.is_table_row:
            return CELL not in self.passage.text[: mention.start]
        text = self.passage.text
        if _LETTER.search(text, 0, mention.start) is not None:
            return False
        # "14. Mai, Sonntag"
        alone = mention.alone or _LETTER.search(text, mention.end) is None
        stop = mention.end - text.startswith(".", mention.end - 1)  # "Sat. 23rd Dec." has it already
        after = _AFTER_LABEL.match(text, stop)
        return alone or (after is not None and not after[0][-1].islower())  # "44 г. до н. э. убили"

    def _year_over(self, mention: Mention) -> Moment | None:
        """The year that heads the column of a cell: "2018 | 2019" over "3 October | 28 September"."""
        cells = self.passage.text.count(CELL) + 1
        heads = self.passage.context.split(CELL)[-cells:]
        head = heads[self.passage.text.count(CELL, 0, mention.start)] if len(heads) == cells else ""
        years = _YEAR.findall(head)
        return moments.year(int(years[0])) if len(years) == 1 else None

    def _year(self) -> Moment | None:
        """The label before it, or the one year that the table's head or the section's title names."""
        row, years = self.memory.row, {int(year) for year in _YEAR.findall(self.passage.context)}
        over = moments.year(years.pop()) if len(years) == 1 else None
        if row is not None and over is not None and self.passage.is_table_row and over.year == row.year:
            return over  # "Losses of 1932" by name of ship: "5 October", and below it "3 February"
        section = self.memory.section[0] if self.memory.section is not None else None
        if section is not None and over is not None and section.year == over.year:
            over = section  # "Diary, August 1914"
        return row or over or section


def _names_days(mention: Mention) -> bool:
    """Whether it names a month, a day of one, or a feast."""
    reading = mention.reading
    return reading.month is not None or reading.pair is not None or bool(reading.holiday)
