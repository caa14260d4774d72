"""What a date does in its document: the text's own role, overruled by where it stands on the page.

In: a dated mention and the layout role of its paragraph. Out: EventKind. The words that make a citation or an
issue line are the business of the language files; here only layout is added to them.
"""

from __future__ import annotations

from reader.document.model import ParagraphRole
from reader.temporal.model import Role, Timex
from reader.timeline.model import EventKind

_KIND_OF_ROLE = {
    Role.EVENT: EventKind.EVENT,
    Role.SOURCE: EventKind.SOURCE,
    Role.ISSUE: EventKind.ISSUE,
}


def kind_of(timex: Timex, role: ParagraphRole) -> EventKind:
    """The kind of the event that `timex` makes in a paragraph of that layout role."""
    if role is ParagraphRole.FURNITURE:
        return EventKind.HEADER
    return _KIND_OF_ROLE[timex.role]
