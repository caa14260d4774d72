"""Asks from which day a document's dates are counted. In: what is known of it. Out: a day, by `chosen`.

A document that does not say when it was written, or says it where no program looks, is set right here once:
"yesterday" and "in May" hang on this day.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reader.sentences import Sentences
from reader.ui.known_date import KnownDate
from reader.ui.plain_text import plain_label

WIDTH = 440
OLDEST = QDate(100, 1, 1)  # a year of two figures would be taken for one of ours


class DateDialog(QDialog):
    """Open with `open()`: the window goes on meanwhile."""

    chosen = Signal(object)  # an ISO day, or None for what the text says

    def __init__(
        self, known: KnownDate, today: QDate, sentences: Sentences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentences("document_day.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = plain_label(known.told(sentences))
        self.text.setWordWrap(True)
        self.field = QDateEdit(_date(known.day) or today)
        self.field.setLocale(QLocale(sentences("document_day.locale")))
        self.field.setMinimumDate(OLDEST)
        self.field.setCalendarPopup(True)
        self.field.setDisplayFormat(sentences("document_day.format"))
        self.field.setAccessibleName(sentences("document_day.field"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.use_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.use_button.setDefault(True)
        self.use_button.setText(sentences("document_day.use"))
        self.text_button = buttons.addButton(
            sentences("document_day.from_text"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.text_button.setVisible(known.is_by_hand)
        self.text_button.clicked.connect(lambda: self._choose(None))
        buttons.accepted.connect(lambda: self._choose(self.field.date().toString(Qt.DateFormat.ISODate)))
        buttons.rejected.connect(self.reject)
        self.field.setMinimumHeight(self.use_button.sizeHint().height())
        form = QFormLayout()
        form.addRow(sentences("document_day.field"), self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(self.text)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(WIDTH)
        self.field.setFocus()

    def _choose(self, day: str | None) -> None:
        self.chosen.emit(day)
        self.accept()


def _date(day: str | None) -> QDate | None:
    """A day that Qt's field can show; None for the years before it."""
    found = QDate.fromString(day or "", Qt.DateFormat.ISODate)
    return found if found.isValid() and found >= OLDEST else None
