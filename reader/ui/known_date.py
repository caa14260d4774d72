"""What is known of the open document's date, as the status bar and the dialog that sets it say it.

In: the session. Out: the day, where it stands, and the sentence for it. No Qt.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.sentences import Sentences
from reader.text_direction import isolated

if TYPE_CHECKING:
    from reader.ui.session import Session


@dataclass(frozen=True, slots=True)
class KnownDate:
    """What is known of a document's date: an ISO day or None, where it stands, and whether it is final."""

    day: str | None
    source: str
    is_by_hand: bool
    is_still_read: bool

    @classmethod
    def of(cls, session: Session) -> KnownDate:
        """Of the open document; while it is read, the day that was set by hand."""
        timeline, by_hand = session.timeline, session.date_by_hand
        if timeline is None:
            source = session.sentences("document_date.by_hand")
            return cls(by_hand, source, by_hand is not None, is_still_read=True)
        return cls(timeline.document_date, timeline.date_source, by_hand is not None, is_still_read=False)

    def in_words(self, sentences: Sentences) -> str:
        """The day as people write it; "" where none is known."""
        from reader.timeline.date_words import DateWords  # noqa: PLC0415 - the first page waits

        return isolated(DateWords(sentences).iso(self.day)) if self.day else ""

    def told(self, sentences: Sentences) -> str:
        """What the document's dates are counted from, in a sentence."""
        if self.day is None:
            return sentences("document_day.reading" if self.is_still_read else "document_day.unknown")
        return sentences("document_day.counted", date=self.in_words(sentences), source=self.source)
