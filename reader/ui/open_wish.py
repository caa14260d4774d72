"""A file that is being opened: which, where, and whether it is the open one anew."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from reader.ui.history import Place


class Anew(Enum):
    """Whether the open file is opened once more, and why."""

    NO = auto()
    BY_HAND = auto()  # a person wants it
    BY_ITSELF = auto()  # it was written meanwhile
    IF_CHANGED = auto()  # it was written, and is opened only if it says something else now

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody has asked for it."""
        return self in {Anew.BY_ITSELF, Anew.IF_CHANGED}


@dataclass(frozen=True, slots=True)
class OpenWish:
    """A file being opened: nothing of the present document is let go before it is known to be readable.

    Attributes:
        path: of the file.
        place: where it is to be shown first.
        page_label: what is printed on the page to be shown, once that is known; "" for `place`.
        password: as a person entered it.
        anew: whether it is the open file, anew.
        date_by_hand: ISO day from which its dates are to be counted, None where its text is to tell.
        job_id: the number under which it is answered, -1 before it is sent.
    """

    path: str
    place: Place
    page_label: str = ""
    password: str | None = None
    anew: Anew = Anew.NO
    date_by_hand: str | None = None
    job_id: int = -1
