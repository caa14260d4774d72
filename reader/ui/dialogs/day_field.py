"""A field for a day: typed, stepped through with the arrows, or chosen in a calendar.

In: the day to begin with. Out: `day()`, None while what stands there is not understood.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from reader.sentences import Sentences
from reader.ui.dialogs.typed_day import OLDEST, missing_day, names_of_months, typed_day
from reader.ui.painting_guard import outlives_faults

STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


@outlives_faults
class DayField(QLineEdit):
    """A line of text that means a day."""

    def __init__(self, day: QDate, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locale = QLocale(sentences("document_day.locale"))
        self._format = sentences("document_day.format")
        self._months = names_of_months(sentences("document_day.read_in").split())
        self._shown, self._say = day, sentences
        self.setAccessibleName(sentences("document_day.field"))
        self.show_day(day)

    def day(self) -> QDate | None:
        """The day that is meant."""
        return typed_day(self.text(), self._shown, self._months)

    def missing(self) -> str:
        """That the month named has not the day typed, in words; "" where that is not so."""
        found = missing_day(self.text(), self._shown, self._months)
        if found is None:
            return ""
        day, last = found
        month = self._locale.toString(last, "MMMM yyyy")
        return self._say("document_day.no_such_day", month=month, day=day, last=last.day())

    def show_day(self, day: QDate) -> None:
        """Write a day, ready to be written over."""
        self._shown = day
        self.setText(self.written(day))
        self.selectAll()

    def written(self, day: QDate, *, weekday: bool = False) -> str:
        """A day as it is written here."""
        return self._locale.toString(day, f"dddd {self._format}" if weekday else self._format)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrows go to the next day and the one before."""
        step, day = STEPS.get(Qt.Key(event.key())), self.day()
        if step is None:
            super().keyPressEvent(event)
        elif day is not None:
            self.show_day(max(day.addDays(step), OLDEST))


class DayRow(QWidget):
    """The field with a calendar to choose from beside it."""

    def __init__(self, field: DayField, sentences: Sentences) -> None:
        super().__init__()
        self.field = field
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(sentences("document_day.locale")))
        self.calendar.setMinimumDate(OLDEST)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.button = QToolButton()
        self.button.setArrowType(Qt.ArrowType.DownArrow)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for say in (self.button.setAccessibleName, self.button.setToolTip):
            say(sentences("document_day.calendar"))
        self.menu = QMenu(self.button)
        action = QWidgetAction(self.menu)
        action.setDefaultWidget(self.calendar)
        self.menu.addAction(action)
        self.menu.aboutToShow.connect(self._show_day)
        self.button.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field, 1)
        row.addWidget(self.button)

    def _show_day(self) -> None:
        day = self.field.day()
        if day is not None:
            self.calendar.setSelectedDate(day)

    def _choose(self, day: QDate) -> None:
        self.menu.close()
        self.field.show_day(day)
        self.field.setFocus()
