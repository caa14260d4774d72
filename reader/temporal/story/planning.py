"""What the text says will be: it lies ahead of the day of writing, or goes on in the month or year of it.

In: a mention with the days it was found to be, the text's present. Out: whether it is planned. "It will close
in March", written in March, is planned as "it will reopen in June" is.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.frozen import replace
from reader.temporal.mention import Mention
from reader.temporal.model import Role, Timex
from reader.temporal.moments import Moment

_LONGEST_AND = 5  # characters between two years of a list: " und ", " et ", ", "


def is_planned(mention: Mention, moment: Moment | None, present: int | None) -> bool:
    """Whether what a mention dates lies ahead of the day of writing."""
    if moment is None or present is None or mention.role is not Role.EVENT:
        return False
    return moment.first > present or (moment.last > present and mention.tense > 0)


def alike(text: str, timexes: Sequence[Timex], present: int | None) -> list[Timex]:
    """The same, a year that is not over planned where the next of its list is: "closed in 2020 and 2021"."""
    found = list(timexes)
    for index in range(len(found) - 1, 0, -1):
        left, right = found[index - 1], found[index]
        if present is None or not right.planned or left.planned or left.role is not Role.EVENT:
            continue
        near = right.span.start - left.span.end <= _LONGEST_AND
        same = left.grain is right.grain and left.interval is not None and not left.parts
        goes_on = left.interval is not None and (left.interval.last or present) > present
        if near and same and goes_on and "." not in text[left.span.end : right.span.start]:
            found[index - 1] = replace(left, planned=True)
    return found
