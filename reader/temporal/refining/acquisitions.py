"""How a thing came into a collection: "Gift of the Lapworth family, 2004", "Куплен музеем 3 марта 1925 года".

In: a passage and a place in it. Out: whether the sentence that leads there begins so. Such a date tells of
the thing: it is no day of issue, and no year in which a book was printed. The words are the language's
(`[signs]` acquired).
"""

from __future__ import annotations

import re

from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_REACH = 90  # characters from the beginning of the sentence
_ACQUIRED = Sign(rf"(?:^|[.!?;|] ?)(?:<acquired>)[^.!?;|]{{0,{_REACH}}}$", re.IGNORECASE)


def tells_acquisition(draft: Draft, place: int) -> bool:
    """Whether the sentence before a place begins with a gift or a purchase."""
    return _ACQUIRED.of(draft.language).search(draft.spoken[:place], max(0, place - 2 * _REACH)) is not None


__all__ = ["tells_acquisition"]
