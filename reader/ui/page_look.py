"""The colours of what stands on a page: they go with its paper, white, or dark where a person wants it so.

In: the theme, and the session, which says whether pages are dark. Out: colours, and how marks are blended
into the paper: multiplied into a white page, as a marker pen does, so that the text under them stays black;
added as light to a dark one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtGui import QColor, QPainter

from reader.timeline.model import EventKind
from reader.ui.session import Session
from reader.ui.theme import Theme

# Paper is the same in both themes, so not the theme's business: 4.5:1 on white, and on dark paper.
INK: Mapping[bool, Mapping[EventKind, str]] = MappingProxyType(
    {
        False: {
            EventKind.EVENT: "#1d6b52",
            EventKind.SOURCE: "#96581a",
            EventKind.ISSUE: "#4a50b5",
            EventKind.HEADER: "#6d6f66",
        },
        True: {
            EventKind.EVENT: "#63c09b",
            EventKind.SOURCE: "#dfa55c",
            EventKind.ISSUE: "#a3a9f5",
            EventKind.HEADER: "#a9b0aa",
        },
    }
)
FAILURE_INK = MappingProxyType({False: "#a3271d", True: "#ff9c90"})


class PageLook:
    """What the pages of a window look like at any time. No dataclass: that takes 0.4 ms of the first page."""

    __slots__ = ("_session", "_theme")

    def __init__(self, session: Session, theme: Theme) -> None:
        self._session, self._theme = session, theme

    @property
    def is_dark(self) -> bool:
        """Whether pages are dark now."""
        return self._session.dark_pages

    def color(self, name: str) -> QColor:
        """The colour of the theme's group `page` for this paper."""
        return self._theme.color(f"dark_{name}" if self.is_dark else name)

    def ink(self, kind: EventKind) -> QColor:
        """What marks a date of that kind."""
        return QColor(INK[self.is_dark][kind])

    @property
    def failure_ink(self) -> QColor:
        """In which a page says that it cannot be shown."""
        return QColor(FAILURE_INK[self.is_dark])

    @property
    def blending(self) -> QPainter.CompositionMode:
        """How marks go into the paper."""
        modes = QPainter.CompositionMode
        return modes.CompositionMode_Screen if self.is_dark else modes.CompositionMode_Multiply
