"""A document whose end is missing: the window says so as soon as it is open.

In: the session. Out: a notice. Who reads what is left cannot see what there was.
"""

from __future__ import annotations

from reader.ui.notice import Level, Notice
from reader.ui.quotes import isolated
from reader.ui.session import Session


def watch_for_cut_off(session: Session) -> None:
    """Say of every document that is opened with its end missing that it is."""

    def look() -> None:
        document = session.document
        if document is not None and document.is_cut_off:
            text = session.sentences("error.cut_off", path=isolated(document.path))
            session.message_raised.emit(Notice(Level.WARNING, text))

    session.document_opened.connect(look)
