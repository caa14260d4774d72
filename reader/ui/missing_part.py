"""A document whose end is missing, or whose pages are only a cover: the window says so as soon as it is open.

In: the session. Out: a notice. Who reads what is shown cannot see what there is besides. Why pictures of text
cannot be read is said only where nothing graver was.
"""

from __future__ import annotations

from reader.sentences import Sentence
from reader.text_direction import isolated
from reader.ui.notice import Level, Notice, worded
from reader.ui.session import Session


def watch_for_missing_part(session: Session) -> None:
    """Say of every document that is opened which part of it cannot be shown."""

    def look() -> None:
        document = session.document
        if document is not None and document.missing_part:
            text = session.sentences(document.missing_part, path=isolated(document.path))
            session.message_raised.emit(Notice(Level.WARNING, text))

    def tell_hindrance(hindrance: Sentence) -> None:
        if session.document is None or not session.document.missing_part:
            session.message_raised.emit(Notice(Level.INFO, worded(session.sentences, hindrance)))

    session.document_opened.connect(look)
    session.recognition.hindered.connect(tell_hindrance)
