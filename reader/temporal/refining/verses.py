"""Verses: their numbers ("11 The name of it was Rest. 12 May the Lord keep thee"), and the days they tell.

In: a draft. Out: the same without mentions that begin with a verse's number, and without "on that day" in a
verse that is quoted. Numbered verses are told by their row: sentence after sentence of one passage begins
with the next number, and most of them with no date; quoted ones by the ornate brackets of the Quran, or by
the chapter or verse named right after the quotation.
"""

from __future__ import annotations

import re

from reader.temporal.refining.draft import Draft

_VERSE = re.compile(r"(?:^|[.!?;:,»”’\"')] )(\d{1,3}) (?=[«“‘\"'(]?[^\W\d_])")
_FEWEST = 3  # verses in a row, of which
_PLAIN = 2  # so many begin with no date: a diary may tell of three days in a row
# “…” [Ar-Rum: 4-5], « … » (Jean 3, 16)
_CHAPTER_AND_VERSE = re.compile(
    r"([»”\"“])[.,]? ?[\[(](?:[1-3] )?[^\W\d_][^\d\[\]()]{1,30}(?:: ?\d{1,3}| \d{1,3}[:,] ?\d{1,3})"
    r"(?:-\d{1,3})?[\])]"
)
_OPENING = {"»": "«", "”": "“", "“": "„", '"': '"'}
_ORNATE = re.compile("﴿[^﴿﴾]*﴾|﴾[^﴿﴾]*﴿")  # some producers turn the brackets round
_SIGNS = frozenset(".!?;:,»”’\"') ")


def drop_verses(draft: Draft) -> None:
    """Drops what begins with the number of a verse, and what is counted from the days of a quoted one."""
    _drop_quoted(draft)
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


def _drop_quoted(draft: Draft) -> None:
    spans = _quoted(draft.spoken)
    if spans:
        draft.mentions[:] = [
            mention
            for mention in draft.mentions
            if mention.reading.year is not None
            or not any(start <= mention.start < end for start, end in spans)
        ]


def _quoted(text: str) -> list[tuple[int, int]]:
    """Where verses are quoted in a text."""
    spans = [found.span() for found in _ORNATE.finditer(text)] if "﴿" in text else []
    for found in _CHAPTER_AND_VERSE.finditer(text):
        opening = text.rfind(_OPENING[found[1]], 0, found.start())
        if opening >= 0:
            spans.append((opening, found.start()))
    return spans
