"""The line under the pages: which page, what was found, how far the reading is. In: the session."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStatusBar, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.known_date import KnownDate
from reader.ui.menus import Actions
from reader.ui.painting_guard import outlives_faults
from reader.ui.plain_text import plain_label
from reader.ui.session import Session
from reader.ui.theme import Theme

BAR_WIDTH, GAP = 140, 18  # pixels


@outlives_faults
class StatusBar(QStatusBar):
    """The status bar."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        sentences: Sentences,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._say, self._theme = session, sentences, theme
        self._pause = actions["pause"]
        self.setSizeGripEnabled(False)
        self.page = plain_label()
        self.found = plain_label()
        self.reading = plain_label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName(sentences("status.progress"))
        self.pause_button = QToolButton()
        self.pause_button.setAutoRaise(True)
        self.pause_button.setIconSize(QSize(16, 16))
        self.pause_button.clicked.connect(self._pause.toggle)
        self.dated = _button(actions["document_date"])
        self.undated = _button(actions["undated"])
        self.undated.setToolTip(sentences("undated.hint"))
        self.addWidget(self.page)
        self.addPermanentWidget(self.dated)
        self.addPermanentWidget(self.found)
        self.addPermanentWidget(self.undated)
        self.addPermanentWidget(self.reading)
        self.addPermanentWidget(self.bar)
        self.addPermanentWidget(self.pause_button)
        for signal in (session.place_changed, session.events_changed, session.progress_changed):
            signal.connect(self.refresh)
        for signal in (session.document_opened, session.document_closed, session.pages_changed):
            signal.connect(self.refresh)
        session.opening_started.connect(self.refresh)
        session.opening_ended.connect(self.refresh)
        session.reading_finished.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, *_told: object) -> None:
        """Say what is so now."""
        session, say = self._session, self._say
        is_open = session.document is not None
        is_reading = session.is_reading or session.recognition.is_running
        is_busy = is_reading or session.measuring.is_running
        for part in (self.reading, self.bar):
            part.setVisible(is_open and is_busy)
        self.pause_button.setVisible(is_open and is_reading)
        self.found.setVisible(is_open)
        self._show_date()
        self._show_undated()
        if not is_open:
            self.page.setText(say("status.opening") if session.is_opening else "")
            return
        index, count = session.page_index, session.pages.count
        if session.pages.has_own_label(index):
            label = session.pages.label(index)
            self.page.setText(say("status.page_labelled", number=index + 1, count=count, label=label))
        else:
            self.page.setText(say("status.page", number=index + 1, count=count))
        self.found.setText(self._what_was_found())
        if is_busy:
            self._show_progress()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What there is no room for goes, or comes back."""
        super().resizeEvent(event)
        self.refresh()

    def _fit(self) -> None:
        """In a narrow window the words say how far the reading is, and need no bar."""
        parts = (self.page, self.dated, self.found, self.undated, self.reading, self.bar, self.pause_button)
        for dispensable in (self.bar, self.dated, self.undated, self.found):
            needed = sum(part.sizeHint().width() + GAP for part in parts if not part.isHidden())
            if needed > self.width():
                dispensable.hide()

    def _show_date(self) -> None:
        """The day from which the document's dates are counted, once it is known whether it says one."""
        known, say = KnownDate.of(self._session), self._say
        self.dated.setVisible(known.is_by_hand or not known.is_still_read)
        if not self.dated.isHidden():
            date = known.in_words(say)
            self.dated.setText(
                say("status.document_date", date=date) if date else say("status.no_document_date")
            )
            self.dated.setToolTip(known.told(say))

    def _show_undated(self) -> None:
        timeline = self._session.timeline
        count = len(timeline.unresolved) if timeline else 0
        self.undated.setVisible(count > 0)
        self.undated.setText(self._say("status.unresolved", count=count))

    def _what_was_found(self) -> str:
        session, say = self._session, self._say
        parts = [say("timeline_view.dates", count=len(session.events))]
        timeline = session.timeline
        if timeline and timeline.pages_without_text:
            left = session.recognition.still_without_text(len(timeline.pages_without_text))
            parts.append(say("status.without_text", count=left))
        return "  ·  ".join(parts)

    def _show_progress(self) -> None:
        paused = self._session.paused
        if self._session.measuring.is_running:
            measuring = self._session.measuring
            read, count = measuring.pages_measured, measuring.page_count
            key = "status.measuring"
        elif self._session.is_reading:
            read, count = self._session.progress
            key = "status.paused" if paused else "status.reading"
        else:
            pictures = self._session.recognition
            read, count = pictures.pages_read, pictures.page_count
            key = "ocr.paused" if paused else "ocr.progress"
        self.reading.setText(self._say(key, read=read, count=count))
        self.bar.setRange(0, max(count, 1))
        self.bar.setValue(read)
        name = "status.resume" if paused else "status.pause"
        self.pause_button.setIcon(self._theme.icon("resume" if paused else "pause"))
        self.pause_button.setToolTip(self._say(name))
        self.pause_button.setAccessibleName(self._say(name))


def _button(action: QAction) -> QToolButton:
    """Words of the bar that do something."""
    button = QToolButton()
    button.setAutoRaise(True)
    button.clicked.connect(action.trigger)
    return button
