"""The find bar over the pages: words, switches, "3 of 120", next and previous. Never a dialog.

In: what a person types. Out: words and steps for the search; `results_wanted`. It says how many of the pages
have been searched while the document is still being read, and when the search went round an end.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from reader.search.model import SearchWords
from reader.sentences import Sentences
from reader.ui.margins import set_margins
from reader.ui.painting_guard import outlives_faults
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme

FIELD_WIDTH, NARROWEST_FIELD = 300, 140  # pixels: a line of a poem; two words
# Pixels: below, the switches go, which may be set in a wider window; what one searches with stays.
ROOM_FOR_SWITCHES = 420
SMALLEST_FIELD = 80
WRAP_TIME = 4000  # ms a notice of having gone round stands
ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@outlives_faults
class FindBar(QFrame):
    """The find bar."""

    results_wanted = Signal(bool)

    def __init__(
        self, session: Session, search: SearchSession, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._search, self._theme = session, search, theme
        self._say: Sentences = session.sentences
        self._came_from: QWidget | None = None
        self._notice = ""
        self._is_anew = False  # the document that is opened next
        self._forgetting = QTimer(self, interval=WRAP_TIME, singleShot=True)
        self._forgetting.timeout.connect(self._forget_notice)
        self.field = QLineEdit()
        self.count = QLabel()
        self.note = QLabel()
        self.previous_button = self._button("previous", "previous")
        self.next_button = self._button("next", "next")
        self.exact_switch = self._button("exact", "match_case", is_switch=True)
        self.whole_switch = self._button("whole_words", "whole_words", is_switch=True)
        self.results_switch = self._button("results", "results", is_switch=True)
        self.close_button = self._button("close", "close")
        self._build()
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.exact_switch.toggled.connect(self._look)
        self.whole_switch.toggled.connect(self._look)
        self.results_switch.toggled.connect(self.results_wanted)
        self.previous_button.clicked.connect(self.find_previous)
        self.next_button.clicked.connect(self.find_next)
        self.close_button.clicked.connect(self.close_bar)
        search.changed.connect(self._refresh)
        search.wrapped.connect(self._say_wrapped)
        session.renewal_begun.connect(self._expect_anew)
        session.document_opened.connect(self._look_again)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _build(self) -> None:
        self.setObjectName("find_bar")
        self.setAccessibleName(self._say("search.name"))
        self.field.setPlaceholderText(self._say("search.field"))
        self.field.setAccessibleName(self._say("search.field"))
        self.field.setClearButtonEnabled(True)
        self.field.setMinimumWidth(NARROWEST_FIELD)
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A long note gives way to the field, not the field to the note.
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.count.setObjectName("find_count")
        self.note.setObjectName("hint")
        self.results_switch.setChecked(True)
        row = QHBoxLayout(self)
        set_margins(row, 12, 6, 8, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 3)
        row.addWidget(self.previous_button)
        row.addWidget(self.next_button)
        row.addSpacing(6)
        row.addWidget(self.exact_switch)
        row.addWidget(self.whole_switch)
        row.addWidget(self.results_switch)
        row.addSpacing(8)
        row.addWidget(self.count)
        row.addWidget(self.note, 1)
        row.addWidget(self.close_button)

    def _button(self, name: str, icon: str, *, is_switch: bool = False) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"find_{icon}")
        button.setAutoRaise(True)
        button.setCheckable(is_switch)
        button.setToolTip(self._say(f"search.{name}_hint"))
        button.setAccessibleName(self._say(f"search.{name}"))
        return button

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The bar takes the width of the pages, and never asks them for more."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What there is no room for goes."""
        has_room = self.width() >= ROOM_FOR_SWITCHES
        for switch in (self.exact_switch, self.whole_switch, self.results_switch):
            switch.setVisible(has_room)
        self.field.setMinimumWidth(NARROWEST_FIELD if has_room else SMALLEST_FIELD)
        super().resizeEvent(event)

    def _dress(self) -> None:
        for button, icon in (
            (self.previous_button, "chevron_up"),
            (self.next_button, "chevron_down"),
            (self.exact_switch, "match_case"),
            (self.whole_switch, "whole_words"),
            (self.results_switch, "results"),
            (self.close_button, "close"),
        ):
            button.setIcon(self._theme.icon(icon))
        self._refresh()

    # ── what a person does

    def open_bar(self) -> None:
        """Show the bar with the cursor in it; what was looked for last stands there, ready to be replaced."""
        self._appear()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def step(self, direction: int) -> None:
        """To the next (1) or previous (-1) hit; with the bar closed, of what was looked for last."""
        if self.isHidden():
            if not self.field.text():
                self.open_bar()
                return
            self._appear()
            return
        self._search.step(direction)

    def find_next(self) -> None:
        """To the next hit."""
        self.step(1)

    def find_previous(self) -> None:
        """To the previous hit."""
        self.step(-1)

    def close_bar(self) -> None:
        """Hide the bar, take the marks away, and give the focus back."""
        if self.isHidden():
            return
        focused = QApplication.focusWidget()
        self.hide()
        self._search.stop()
        self.results_wanted.emit(False)  # noqa: FBT003 - a signal's argument
        lost_focus = focused is None or not focused.isVisible()
        if lost_focus and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def hide_results(self) -> None:
        """The list of results was put away by its own button."""
        self.results_switch.setChecked(False)

    def _appear(self) -> None:
        focused = QApplication.focusWidget()
        if self.isHidden():
            self._came_from = focused
        self.show()
        self._search.prepare()
        self._look()
        self.results_wanted.emit(self.results_switch.isChecked())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Enter and Shift+Enter step, arrows too; the cursor stays where one types."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in ENTER_KEYS:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes the bar wherever in it the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _look(self, *_state: object, stays: bool = False) -> None:
        words = SearchWords(self.field.text(), self.exact_switch.isChecked(), self.whole_switch.isChecked())
        if not self.isHidden():
            self._search.search(words, stays=stays)

    def _look_again(self) -> None:
        """Another document came under the open bar; if it is the same anew, one stays where one is."""
        is_anew, self._is_anew = self._is_anew, False
        if not self.isHidden():
            self._search.prepare()
            self._look(stays=is_anew)

    def _expect_anew(self) -> None:
        self._is_anew = True

    # ── what the search says

    def _say_wrapped(self, direction: int) -> None:
        self._notice = self._say("search.wrapped_end" if direction > 0 else "search.wrapped_start")
        self._forgetting.start()
        self._refresh()
        self._announce(self._notice)

    def _forget_notice(self) -> None:
        self._notice = ""
        self._refresh()

    def _refresh(self) -> None:
        search = self._search
        found = search.counts.total
        text = self._count_words(found)
        if text != self.count.text():
            self.count.setText(text)
            if search.is_over:
                self._announce(text)
        ink = "error" if search.is_on and search.is_over and not found else "text"
        style = f"color: {self._theme.css(ink)};"
        if style != self.count.styleSheet():
            self.count.setStyleSheet(style)
        self.note.setText(self._notice or self._progress_words())
        self.note.setToolTip(self.note.text())  # a narrow window cuts it
        for button in (self.previous_button, self.next_button):
            button.setEnabled(found > 0)

    def _count_words(self, found: int) -> str:
        row = self._search.current_row
        if not self._search.is_on:
            return ""
        if row is not None:
            return self._say("search.of", number=row + 1, total=found)
        if found:
            return self._say("search.found", count=found)
        return self._say("search.none" if self._search.is_over else "search.none_yet")

    def _progress_words(self) -> str:
        search, pages = self._search, self._session.pages.count
        if not search.is_on:
            return ""
        if not search.is_over:
            searched = search.pages_searched - search.pages_pending
            return self._say("search.searched", searched=searched, pages=pages)
        if search.pages_without_text >= pages:
            return self._say("search.no_text")
        if search.pages_without_text:
            return self._say("search.without_text", count=search.pages_without_text)
        return ""

    def _announce(self, text: str) -> None:
        """Say it to a screen reader, whose cursor is in the field."""
        self.field.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self.field, QAccessible.Event.DescriptionChanged))
