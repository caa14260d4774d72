"""Asks from which day a document's dates are counted. In: what is known of it. Out: a day, by `chosen`.

A document that does not say when it was written, or says it where no program looks, is set right here once:
"yesterday" and "in May" hang on this day.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reader.sentences import Sentences
from reader.ui.dialogs.day_field import DayField, DayRow
from reader.ui.dialogs.typed_day import OLDEST
from reader.ui.known_date import KnownDate
from reader.ui.plain_text import plain_label

WIDTH = 440
EXAMPLE = QDate(1999, 3, 15)  # also as a sentence of the catalogue writes it in figures


class DateDialog(QDialog):
    """Open with `open()`: the window goes on meanwhile."""

    chosen = Signal(object)  # an ISO day, or None for what the text says

    def __init__(
        self, known: KnownDate, today: QDate, sentences: Sentences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = sentences
        self.setWindowTitle(sentences("document_day.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = plain_label(known.told(sentences))
        self.text.setWordWrap(True)
        self.field = DayField(_date(known.day) or today, sentences)
        self.understood = plain_label()
        self.understood.setWordWrap(True)
        self.field.textChanged.connect(self._say_what_is_understood)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.use_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.use_button.setText(sentences("document_day.use"))
        self.text_button = buttons.addButton(
            sentences("document_day.from_text"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.text_button.setVisible(known.is_by_hand)
        self.text_button.clicked.connect(lambda: self._choose(None))
        buttons.accepted.connect(self._use)
        buttons.rejected.connect(self.reject)
        self.field.setMinimumHeight(self.use_button.sizeHint().height())
        form = QFormLayout()
        form.addRow(sentences("document_day.field"), DayRow(self.field, sentences))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.text)
        column.addLayout(form)
        column.addWidget(self.understood)
        column.addWidget(buttons)
        self.use_button.setDefault(True)  # in the dialog by now: before, the first of the row would become it
        self.setMinimumWidth(WIDTH)
        self._say_what_is_understood()
        self.field.setFocus()

    def _say_what_is_understood(self) -> None:
        day = self.field.day()
        told = self.field.written(day, weekday=True) if day is not None else self.field.missing()
        self.understood.setText(told)

    def _use(self) -> None:
        """Count from the day typed; what is no day stays, to be written otherwise."""
        day = self.field.day()
        if day is not None:
            self._choose(day.toString(Qt.DateFormat.ISODate))
            return
        example = self.field.written(EXAMPLE)
        missing = self.field.missing()
        self.understood.setText(missing or self._say("document_day.not_understood", example=example))
        self.field.setAccessibleDescription(self.understood.text())
        self.adjustSize()
        self.field.setFocus()
        self.field.selectAll()

    def _choose(self, day: str | None) -> None:
        self.chosen.emit(day)
        self.accept()


def _date(day: str | None) -> QDate | None:
    """A day that Qt's field can show; None for the years before it."""
    found = QDate.fromString(day or "", Qt.DateFormat.ISODate)
    return found if found.isValid() and found >= OLDEST else None
