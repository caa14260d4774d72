"""Footnotes that go on at the foot of the next page.

In: the parts of two pages after each other. Out: the note that the first ends with and the part of the second
that goes on with it. Nothing there has the number of a note; what tells it is that the note is cut amid a
sentence, and that small print of its size stands below the text of the next page.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.document.layout.joining import Ending, Start, ending_of
from reader.document.layout.parts import Part
from reader.document.model import ParagraphRole

_SAME_SIZE = 0.08
_SMALLER = 0.92  # than the text above it


def continued_note(before: Sequence[Part], after: Sequence[Part]) -> tuple[int, int] | None:
    """The places of a note and of what goes on with it; None where no note goes on."""
    note = _last_of_text(before)
    place = _last_of_text(after)
    if note is None or place is None or before[note].role is not ParagraphRole.FOOTNOTE:
        return None
    first = before[note]
    if (
        first.element
        or ending_of(first.text, ParagraphRole.BODY, full=True, short=False) is not Ending.RUNS_ON
    ):
        return None
    while after[place].role is ParagraphRole.FOOTNOTE and place > 0:
        place -= 1
    rest = after[place]
    if place == 0 or rest.role is not ParagraphRole.BODY or rest.start is Start.CLOSED:
        return None
    goes_on = abs(rest.size - first.size) <= _SAME_SIZE * first.size
    is_small = rest.size < _SMALLER * after[place - 1].size
    return (note, place) if goes_on and is_small and not rest.element else None


def _last_of_text(parts: Sequence[Part]) -> int | None:
    places = reversed(range(len(parts)))
    return next((at for at in places if parts[at].role is not ParagraphRole.FURNITURE), None)


__all__ = ["continued_note"]
