"""Qt's own dialog for files, with all its words in the language of the window.

In: the window, a title. Out: a dialog to be furnished and opened. Where a desktop brings a dialog of its own,
that one is shown, and it speaks for itself.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

# Qt 6.11 asks its translations for "&Look in:" and "Files of &type:", which they have without a letter only.
TRANSLATED = (
    (QFileDialog.DialogLabel.LookIn, "Look in:"),
    (QFileDialog.DialogLabel.FileType, "Files of type:"),
)


def file_dialog(window: QWidget, title: str) -> QFileDialog:
    """A dialog over a window; it is gone when it is closed."""
    dialog = QFileDialog(window, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for label, words in TRANSLATED:
        dialog.setLabelText(label, QCoreApplication.translate("QFileDialog", words))
    return dialog
