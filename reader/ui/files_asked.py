"""The files named at the start: the first that can be opened is shown, of the others a sentence says why not.

In: their paths. Out: wishes to open one after the other; a notice beside the document that is shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, QTimer

from reader.ui.notice import Level, Notice
from reader.ui.session import Session


class FilesAsked(QObject):
    """Watches over the openings until a document is there or no file is left."""

    def __init__(
        self,
        session: Session,
        paths: Iterable[str],
        open_file: Callable[[str], None],
        show: Callable[[Notice], None],
    ) -> None:
        """Open the first; `show` is told what there is to say."""
        super().__init__(session)
        self._session, self._open_file, self._show = session, open_file, show
        self._left = deque(paths)
        self._refused: list[str] = []
        session.message_raised.connect(self._take_refusal)
        # Queued: the window puts away what was said before when a document comes.
        session.document_opened.connect(self._end, Qt.ConnectionType.QueuedConnection)
        self._open_next()

    def _open_next(self) -> None:
        if self._session.document is None and not self._session.is_opening:
            self._open_file(self._left.popleft())

    def _take_refusal(self, notice: Notice) -> None:
        if notice.level is not Level.ERROR or self._session.document is not None or self._session.is_opening:
            return
        self._refused.append(notice.text)
        if self._left:
            QTimer.singleShot(0, self, self._open_next)
        else:
            QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        """Say which files are not shown, and why; what is opened next is another matter."""
        self._session.message_raised.disconnect(self._take_refusal)
        self._session.document_opened.disconnect(self._end)
        sentences = list(self._refused)
        if self._left:
            sentences.append(self._session.sentences("window.one_at_a_time", count=len(self._left)))
        is_shown = self._session.document is not None
        level = Level.ERROR if not is_shown else Level.WARNING if self._refused else Level.INFO
        if sentences:
            self._show(Notice(level, " ".join(sentences)))
