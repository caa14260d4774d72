"""E-mails and the mails they quote: each counts from the day it was sent.

In: the mentions of a passage; then the passages of a document in order, as they are dated. Out: which mention
is a sending; the day that a message's "yesterday" is counted from. A message begins under its heads ("From: …
Sent: …") or under the line of who wrote ("Le 30 septembre 2021, Marc a écrit :"). The words are those of the
common mail programs, which speak their user's language and not the message's (`[signs]` mail_head, mail_sent,
mail_wrote).
"""

from __future__ import annotations

import re

from reader.frozen import replace
from reader.sentences import Sentence
from reader.temporal.context import DocumentContext
from reader.temporal.mention import Mention
from reader.temporal.model import DocumentDate, Domain
from reader.temporal.moments import Moment
from reader.temporal.refining.draft import Draft
from reader.temporal.words.signs import Sign

_WROTE = Sign(r"(?:<mail_wrote>)\s*:\s*$", re.IGNORECASE)
# A head and the sign after it; the day of sending stands behind one of the latter.
_HEADS = Sign(r"(?:^|[\s·|—–-])(?:<mail_head>)\s?:", re.IGNORECASE)
_SENT = Sign(r"(?:^|[\s·|—–-])(?:<mail_sent>)\s?: ?$", re.IGNORECASE)
_LONGEST_LINE = 200
_SIGN_AND_SPACES = 3  # how far before a day the sign of its head stands
_SENTENCE = re.compile(r"[.!?]\s")


def is_sending(draft: Draft, mention: Mention) -> bool:
    """Whether a day is that of a mail's sending, in its heads or before who wrote it."""
    text = draft.spoken
    if ":" not in text:
        return False  # as nearly always, and soon seen
    if len(text) <= _LONGEST_LINE and _WROTE.of(draft.language).search(text) is not None:
        return not _SENTENCE.search(text[: mention.start])
    if ":" not in text[max(0, mention.start - _SIGN_AND_SPACES) : mention.start]:
        return False
    low = max(0, mention.start - _LONGEST_LINE)
    if _SENT.of(draft.language).search(text, low, mention.start) is None:
        return False
    return mention.reading.has_clock or _HEADS.of(draft.language).search(text) is not None


class Thread:
    """The mails of a document while it is dated in order; `sent` is the day of the one it has come to."""

    def __init__(self, sent: DocumentDate | None = None) -> None:
        """The mail that the passages before have come to, None where none has begun."""
        self.sent = sent

    def note(self, mention: Mention, moment: Moment) -> None:
        """A line that says when a mail was sent begins the mail."""
        if mention.sent and moment.is_day:
            self.sent = DocumentDate(moment.first, Sentence("document_date.header", {"page": 1}))

    def context(self, context: DocumentContext) -> DocumentContext:
        """What a passage counts from: the day its mail was sent, else the document's own."""
        return context if self.sent is None else replace(context, document_date=self.sent)

    def domain(self, domain: Domain) -> Domain:
        """A mail tells news."""
        return domain if self.sent is None or domain is Domain.SPEC else Domain.NEWS
