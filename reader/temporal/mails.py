"""E-mails and the mails they quote: each counts from the day it was sent.

In: the passages of a document in order, as they are dated. Out: the day that a message's "yesterday" is
counted from. A message begins under its heads ("From: … Sent: …") or under the line of who wrote
("Le 30 septembre 2021, Marc a écrit :"); quoted lines bear ">". Verbs from the common mail programs.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reader.sentences import Sentence
from reader.temporal.context import DocumentContext
from reader.temporal.mention import Mention
from reader.temporal.model import DocumentDate, Domain, Passage
from reader.temporal.moments import Moment

_WROTE = re.compile(
    r"(?:\bwrote|\ba écrit|\bschrieb\b.{0,80}|\bschreef\b.{0,80}|\bha scritto|\bescribió|\bescreveu"
    r"|\bskrev\b.{0,80}|\bnapisał(?:\(a\)|a)?|\bнаписала?\b.{0,80}|\bпише\b.{0,80}|كتبت?.{0,80}|نوشت.{0,80})\s*:\s*$",
    re.IGNORECASE,
)
# A head and the sign after it; the day of sending stands behind one of the latter.
_HEADS = re.compile(
    r"(?:^|[\s·|—–-])(?:from|to|subject|de|à|objet|von|an|betreff|van|aan|onderwerp|da|oggetto|para|asunto"
    r"|assunto|من|إلى|از|به|от|кому)\s?:",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"(?:^|[\s·|—–-])(?:sent|date|envoyé(?: le)?|gesendet|datum|verzonden|inviato|data|enviado(?: el)?|fecha"
    r"|التاريخ|تاریخ|дата|отправлено)\s?: ?$",
    re.IGNORECASE,
)
_LONGEST_LINE = 200
_SIGN_AND_SPACES = 3  # how far before a day the sign of its head stands
_SENTENCE = re.compile(r"[.!?]\s")


def is_sent_line(passage: Passage, mention: Mention) -> bool:
    """Whether a day is that of a mail's sending, in its heads or before who wrote it."""
    text = passage.text
    if len(text) <= _LONGEST_LINE and _WROTE.search(text) is not None:
        return not _SENTENCE.search(text[: mention.start])
    if ":" not in text[max(0, mention.start - _SIGN_AND_SPACES) : mention.start]:
        return False  # as nearly always, and soon seen
    if _SENT.search(text[: mention.start]) is None:
        return False
    return _HEADS.search(text) is not None or mention.reading.has_clock


class Thread:
    """The mails of a document while it is dated in order; `sent` is the day of the one it has come to."""

    def __init__(self, sent: DocumentDate | None = None) -> None:
        """The mail that the passages before have come to, None where none has begun."""
        self.sent = sent

    def note(self, passage: Passage, mention: Mention, moment: Moment) -> None:
        """A line that says when a mail was sent begins the mail."""
        if moment.is_day and is_sent_line(passage, mention):
            self.sent = DocumentDate(moment.first, Sentence("document_date.header", {"page": 1}))

    def context(self, context: DocumentContext) -> DocumentContext:
        """What a passage counts from: the day its mail was sent, else the document's own."""
        return context if self.sent is None else replace(context, document_date=self.sent)

    def domain(self, domain: Domain) -> Domain:
        """A mail tells news."""
        return domain if self.sent is None or domain is Domain.SPEC else Domain.NEWS
