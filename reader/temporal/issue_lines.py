"""Lines that date their document: datelines, letter heads, "Received 4 May", the title of a ruling.

In: a mention and its passage. Out: whether it is the document's own date. Words are the language's (`[cues]`:
issue, issue_head, issue_line), the signs of a dateline (a place, a comma, the date, a dash) everybody's.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.temporal.joins import Draft
from reader.temporal.mention import Mention

WORD = re.compile(r"[^\W\d_]+")
_DATELINE_REACH = 60  # "SAN JUAN DE LA MAGUANA, República Dominicana, 3 de mayo"
_LONGEST_PLACE = 6  # words, with an agency: "WASHINGTON, D.C. (Reuters),"
_LONGEST_LINE = 90
_AFTER_DATELINE = re.compile(r"\s*(?:[.)]?\s*[-:]+(?!\w)|\)|\(|$|\.\s*$)")
_PART = re.compile(r".*[;|·(\n]", re.DOTALL)
_LINKS = frozenset(
    ["le", "the", "am", "el", "de", "den", "dem", "il", "em", "på", "op", "on", "in", "at", "a", "às", "del"]
)


def is_dateline(draft: Draft, mention: Mention) -> bool:
    """A place, a comma, a day, and then a dash or nothing: "PORT ELLIS, March 19, 2025 -"."""
    if not 0 < mention.start <= _DATELINE_REACH or not names_day(mention) or draft.in_table:
        return False
    head = draft.spoken[: mention.start].strip()
    words = WORD.findall(head)
    while words and words[-1].lower() in _LINKS:
        head = head[: head.rfind(words.pop())].rstrip()
    if not 0 < len(words) <= _LONGEST_PLACE or words[0][:1].islower():
        return False
    if head[-1:] not in {",", "،", "(", ")", "-", "–", "—"} and not head.isupper():
        return False
    after = _AFTER_DATELINE.match(draft.text, mention.end)
    return after is not None and (after.end() > mention.end or len(draft.text) <= _LONGEST_LINE)


@lru_cache(maxsize=64)
def _last_words(cues: frozenset[str]) -> frozenset[str]:
    """The words before a date that the cues end with, their links left out."""
    words = [cue.split(" ") for cue in cues]
    linked = {cue[-2] for cue in words if cue[-1] in _LINKS and len(cue) > 1}
    return frozenset(linked | {cue[-1] for cue in words})


def is_issue_line(draft: Draft, mention: Mention) -> bool:
    """Words of issue fill the part of the line before the date: "Received 4 May 2021; accepted 7 June"."""
    cues = draft.language.cues.get("issue_line", frozenset())
    if not cues or not names_day(mention):
        return False
    before = draft.text[max(0, mention.start - _LONGEST_LINE) : mention.start]
    nearest = WORD.findall(before.rpartition(" ")[2] or before.rstrip().rpartition(" ")[2])
    if nearest and nearest[-1] not in _last_words(cues):
        return False  # most dates are told in the midst of a sentence
    part = " ".join(WORD.findall(_PART.sub("", before.replace(",", ";") if "," in before else before)))
    if len(before) < mention.start and part == " ".join(WORD.findall(before)):
        return False  # the line goes on to the left of what was looked at
    return part in cues or (bool(part) and any(f"{part} {link}" in cues for link in _LINKS))


def is_title(draft: Draft, mention: Mention) -> bool:
    """A ruling's or decree's own title, dated: "ARRÊT DU 12 MARS 2020"."""
    head = draft.spoken[: mention.start]
    alone = not WORD.search(draft.spoken, mention.end)
    return alone and len(head) <= _DATELINE_REACH and head.isupper() and names_day(mention)


def names_day(mention: Mention) -> bool:
    """A whole day with its year."""
    reading = mention.reading
    has_day = reading.day is not None or reading.pair is not None
    return has_day and (reading.year is not None or reading.short_year is not None) and mention.until is None
