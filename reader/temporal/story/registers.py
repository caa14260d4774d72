"""Lines of issue that repeat: "04/02/1848 – Sitting no. 2", "Meeting of 14 May 1990" above each page.

In: the mentions of a document that would date it. Out: the kinds of their lines that stand with too many
days for one document; such a line is an entry of a register, and what it tells is an event. A kind is what a
reader sees at a glance: the words before the day and the sign after it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from reader.frozen import replace
from reader.temporal.mention import Mention, Recognised
from reader.temporal.model import Role
from reader.temporal.surroundings.issue_lines import LONGEST_MASTHEAD

# A paper has four ("received", "revised", "accepted", "published"), each with words of its own; an act that
# was amended a few times says so in lines alike.
_DAYS_OF_A_REGISTER = 5
_LEAD = 40  # characters before the day
_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"\s*([^\w\s]?)")

_Day: TypeAlias = tuple[int | None, int | None, int | None, tuple[int, int] | None]


def kind_of_line(text: str, mention: Mention) -> str:
    """The words before a day and the sign after it."""
    words = _WORD.findall(text, max(0, mention.start - _LEAD), mention.start)
    sign = _SIGN.match(text, mention.end)
    return f"{' '.join(words).casefold()} {sign[1] if sign else ''}"


def told(recognised: Recognised, entries: frozenset[str], *, in_middle: bool) -> Recognised:
    """A passage whose days tell events though they look like the document's own.

    Args:
        recognised: the passage.
        entries: kinds of lines that are a register's.
        in_middle: it stands amid the document, where a day that stands alone heads a story.
    """
    if not any(one.role is Role.ISSUE for one in recognised.mentions):
        return recognised
    text = recognised.passage.text
    mentions = [
        replace(one, role=Role.EVENT)
        if one.role is Role.ISSUE
        and ((in_middle and one.alone) or (bool(entries) and kind_of_line(text, one) in entries))
        else one
        for one in recognised.mentions
    ]
    return replace(recognised, mentions=tuple(mentions))


class Register:
    """The lines of issue of a document, by their kind, with the days they name."""

    def __init__(self) -> None:
        """None has been seen."""
        self._days: defaultdict[str, set[_Day]] = defaultdict(set)

    def add(self, text: str, mentions: Sequence[Mention]) -> None:
        """Take in a passage; a day that stands alone is a heading's or a diary's."""
        for mention in mentions:
            if mention.role is Role.ISSUE and not mention.alone and len(text) <= LONGEST_MASTHEAD:
                one = mention.reading
                self._days[kind_of_line(text, mention)].add((one.year, one.month, one.day, one.pair))

    @property
    def entries(self) -> frozenset[str]:
        """The kinds of lines that date no document."""
        return frozenset(kind for kind, days in self._days.items() if len(days) >= _DAYS_OF_A_REGISTER)
