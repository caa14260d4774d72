"""The day of the document itself, named where its role could not be told from the passage alone.

In: a mention with the day it was found to be, the document's own date. Out: its role. Only when the whole
document has been seen is it known that "Resolution of 16 July 2020" heads this one and cites no other, and
that a place before a day opens a dateline and no story.
"""

from __future__ import annotations

import re

from reader.temporal.mention import Mention
from reader.temporal.model import DocumentDate, Passage, Role
from reader.temporal.moments import Moment

DATELINE_REACH = 90  # characters
_LONGEST_PLACE = 4  # words: "NEW YORK (U.N.),"
_SMALL_WORD = 4  # letters
_DATELINE_SIGNS = {",", "(", "-", "–", "—"}
_TEXT_SAYS = frozenset({"document_date.dateline", "document_date.issue_line"})


def opens_with_place(head: str) -> bool:
    """Whether a passage begins like a dateline: a name, a comma, the date ("PARIS, 14 mars –")."""
    words = re.findall(r"[^\s,()]+", head)
    if not 0 < len(words) <= _LONGEST_PLACE or head.rstrip()[-1:] not in _DATELINE_SIGNS:
        return False
    # "Frankfurt am Main,", but not "L'uccisione del generale Duphot,".
    return words[0][:1].isupper() and all(one[:1].isupper() or len(one) <= _SMALL_WORD for one in words)


def role_of(passage: Passage, mention: Mention, moment: Moment | None, own: DocumentDate | None) -> Role:
    """The role of a mention; issue where it is the document's own day, in its title or after its place."""
    role = mention.role
    if own is None or moment is None or role is Role.ISSUE or not moment.first == moment.last == own.day:
        return role
    if mention.reading.year is None or own.source.key not in _TEXT_SAYS:
        return role
    if role is Role.SOURCE:
        return Role.ISSUE if passage.is_heading else role
    told = own.source.key == "document_date.dateline" and mention.start < DATELINE_REACH
    return Role.ISSUE if told and opens_with_place(passage.text[: mention.start]) else role
