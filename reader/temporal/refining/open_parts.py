"""Parts of time whose whole the text never says: "fin", "three days before".

In: the mentions of a passage, joined by now. Out: the same, a length where a length is left, else without.
"""

from __future__ import annotations

from reader.frozen import replace
from reader.temporal.model import TimexType
from reader.temporal.reading import Reading
from reader.temporal.refining.draft import Draft

_TOLD_UNITS = frozenset("YMW")  # "the year before." says when; "the day before" has a rule of its own
_ENDS = frozenset(".,;:)")


def drop_open(draft: Draft) -> None:
    """A part without its whole ("fin") says no time; "three days before" the unsaid is still a length."""
    for index, mention in enumerate(draft.mentions):
        reading = mention.reading
        told = (reading.base == "given" and reading.shift) or reading.nth  # "the first nine months" of what?
        if not (reading.open and told and reading.count):
            continue
        if (
            reading.count == 1
            and reading.unit in _TOLD_UNITS
            and draft.text[mention.end : mention.end + 1] in _ENDS
        ):
            # "on land bought the year before."
            draft.mentions[index] = replace(mention, reading=replace(reading, base="then", open=False))
        else:
            count, unit, lengths = reading.count, reading.unit, reading.lengths
            draft.mentions[index] = replace(
                mention, reading=Reading(TimexType.DURATION, count=count, unit=unit, lengths=lengths)
            )
    for mention in [one for one in draft.mentions if one.reading.open]:
        draft.note("drop", "open part", mention)
    draft.mentions[:] = [one for one in draft.mentions if not one.reading.open]


__all__ = ["drop_open"]
