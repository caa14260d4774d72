"""A passage while it is refined: its text, its mentions, and what is known of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reader.temporal.mention import Mention, Stage, Trace
from reader.temporal.words.language import Language
from reader.temporal.words.tokens import words_of

_YEAR_LENGTH = 4
_WIDEST_GAP = 24  # "du mois de " and the like; two mentions farther apart say two things


@dataclass
class Draft:
    """A passage while it is refined: folded text, language, mentions in order, trace or None.

    `spoken` is the text with its own letters, place by place like the folded one; `context` stands over it,
    folded (a table's header), `date_columns` are the cells of its row that stand among dates; `heading` is
    the heading over it as written, `is_heading` that it is one itself; `is_entry` marks an entry of a list
    of references, whose citation ends at `cited_to`.
    """

    text: str
    spoken: str
    language: Language
    mentions: list[Mention]
    trace: list[Trace] | None = None
    in_table: bool = False
    date_columns: tuple[int, ...] = ()
    context: str = ""
    heading: str = ""
    is_heading: bool = False
    is_entry: bool = False
    cited_to: int = 0

    @cached_property
    def said(self) -> frozenset[str]:
        """The words of the folded text."""
        return frozenset(words_of(self.text))

    @cached_property
    def title(self) -> str:
        """The heading over it, folded."""
        return self.language.folding(self.heading).text

    def gap(self, left: Mention, right: Mention) -> str | None:
        """What stands between two neighbours, trimmed; None when they are too far apart."""
        if right.start - left.end > _WIDEST_GAP or right.start < left.end:
            return None
        return " ".join(self.text[left.end : right.start].split())

    def is_bare_year(self, mention: Mention) -> bool:
        """Whether a mention is four figures and nothing else."""
        return (
            mention.end - mention.start == _YEAR_LENGTH and self.text[mention.start : mention.end].isdecimal()
        )

    def note(self, stage: Stage, name: str, mention: Mention, why: str = "") -> None:
        """Writes a line into the trace, when one is kept."""
        if self.trace is not None:
            self.trace.append(Trace(stage, name, mention.start, mention.end, why))
