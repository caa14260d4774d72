"""Numbers of verses: "11 The name of it was Rest. 12 May the Lord keep thee".

In: a draft. Out: the same without mentions that begin with a verse's number. Verses are told by their row:
sentence after sentence of one passage begins with the next number, and most of them with no date.
"""

from __future__ import annotations

import re

from reader.temporal.refining.draft import Draft

_VERSE = re.compile(r"(?:^|[.!?;:,»”’\"')] )(\d{1,3}) (?=[«“‘\"'(]?[^\W\d_])")
_FEWEST = 3  # verses in a row, of which
_PLAIN = 2  # so many begin with no date: a diary may tell of three days in a row
_SIGNS = frozenset(".!?;:,»”’\"') ")


def drop_verses(draft: Draft) -> None:
    """Drops what begins with the number of a verse."""
    text = draft.text
    dated = {
        one.start
        for one in draft.mentions
        if not one.reading.open
        and text[one.start].isdigit()
        and (one.start == 0 or text[one.start - 1] in _SIGNS)
    }
    if not dated:
        return
    rows: list[list[int]] = []
    last = -1
    for match in _VERSE.finditer(text):
        if int(match[1]) == last + 1 and rows:
            rows[-1].append(match.start(1))
        else:
            rows.append([match.start(1)])
        last = int(match[1])
    verses = {
        place
        for row in rows
        if len(row) >= _FEWEST and sum(place not in dated for place in row) >= _PLAIN
        for place in row
    }
    draft.mentions[:] = [mention for mention in draft.mentions if mention.start not in verses]
