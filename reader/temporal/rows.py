"""Dates in the rows of a table: the day in the first cell labels the row, and the other cells count from it.

In: the mentions of a row as they are dated, the memory of the document. Out: the scope each is dated in. A
label without its year goes on from the label above it, else stands in the year its table's head or its
section names ("Inspections 2023").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reader.temporal import moments
from reader.temporal.memory import Memory
from reader.temporal.mention import Mention
from reader.temporal.model import Domain, Passage
from reader.temporal.moments import Moment
from reader.temporal.scope import Scope

_CELL = " | "
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass
class Row:
    """One row while its mentions are dated in order; `label` is the day of its first cell."""

    passage: Passage
    memory: Memory
    label: int | None = None
    dated: Moment | None = None  # the last date of the row that names its year

    def scope(self, mention: Mention, scope: Scope) -> Scope:
        """What a mention of the row is counted from."""
        if not self.passage.is_table_row or mention.reading.has_year:
            return scope
        if self.label is not None:
            return replace(scope, quoted=self.label)
        if mention.reading.month is None:
            return scope
        year = self.dated
        if year is None and self._labels(mention):
            year = self.memory.row or self._year()
        return scope if year is None else replace(scope, said=year, domain=Domain.NARRATIVE)

    def note(self, mention: Mention, moment: Moment) -> None:
        """Keeps the day of the first cell, and the last date with its year."""
        if mention.reading.year is not None:
            self.dated = moment
        if self.label is None and moment.is_day and self.passage.is_table_row and self._labels(mention):
            self.label = moment.first
            self.memory.row = moment

    def _labels(self, mention: Mention) -> bool:
        return mention.until is None and _CELL not in self.passage.text[: mention.start]

    def _year(self) -> Moment | None:
        """The one year that the table's head or the section's title names."""
        years = {int(year) for year in _YEAR.findall(self.passage.context)}
        if len(years) == 1:
            return moments.year(years.pop())
        return self.memory.section[0] if self.memory.section is not None else None
