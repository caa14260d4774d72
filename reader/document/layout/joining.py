"""Whether a paragraph goes on after a column's or a page's end.

In: how one part ends and how the next begins. Out: whether they are one paragraph.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from reader.document.model import ParagraphRole
from reader.document.text.markers import marker_length

_FINISHED = re.compile(r"[.!?…:。！？؟۔।][\"'”’»›)\]}*]*\s?[¹²³⁴-⁹\d]{0,3}$")
_OTHER_SIZE = 0.08


class Start(Enum):
    """How a part begins."""

    RUNS_ON = auto()  # with a small letter or a sign that cannot begin a sentence
    OPEN = auto()  # flush, with a capital or a number: may go on, may be new
    CLOSED = auto()  # indented, a point, a heading: new


class Ending(Enum):
    """How a part ends."""

    RUNS_ON = auto()  # in the middle of a sentence
    OPEN = auto()  # with a finished sentence on a full line, or without an end on a short one
    CLOSED = auto()


def start_of(text: str, role: ParagraphRole, *, indented: bool) -> Start:
    """How a part with this text begins."""
    if role is not ParagraphRole.BODY:
        # "1991 …" at the head of a page may look like a point only when a sign follows; those are new.
        return Start.CLOSED
    if text[:1].islower() or text[:1] in ",;:)]»”…":
        return Start.RUNS_ON
    return Start.CLOSED if indented or marker_length(text) else Start.OPEN


def ending_of(text: str, role: ParagraphRole, *, full: bool, short: bool) -> Ending:
    """How a part with this text ends.

    Args:
        text: of the part.
        role: of the part.
        full: its last line reaches the column's edge.
        short: its last line leaves much of the column empty.
    """
    if role not in (ParagraphRole.BODY, ParagraphRole.LIST_ITEM):
        return Ending.CLOSED
    # Where the last sign is a letter the search, through the whole text, would be in vain.
    if not text[-1:].isalpha() and _FINISHED.search(text):
        # After a colon a small letter goes on, though the line was short: "in the Iron Age: | rescue work".
        return Ending.OPEN if full or text.endswith(":") else Ending.CLOSED
    # A name under a picture, a line of a form: only what cannot begin anything goes on with it.
    return Ending.OPEN if short else Ending.RUNS_ON


def belongs_together(ending: Ending, start: Start, size: float, next_size: float) -> bool:
    """Whether a part that ends so and a part that begins so are one paragraph."""
    if Ending.CLOSED is ending or Start.CLOSED is start:
        return False
    if abs(size - next_size) > _OTHER_SIZE * size:
        return False
    return ending is Ending.RUNS_ON or start is Start.RUNS_ON
