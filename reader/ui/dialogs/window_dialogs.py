"""The dialogs of the window, each imported when it is first asked for: the first page does not wait for them.

In: what a person asks for. Out: the dialog over the window, and what was chosen in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QObject, QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QWidget

from reader.ui.known_date import KnownDate
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from reader.ui.dialogs.about_dialog import AboutDialog
    from reader.ui.dialogs.date_dialog import DateDialog
    from reader.ui.dialogs.link_dialog import LinkDialog
    from reader.ui.dialogs.password_dialog import PasswordDialog
    from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog
    from reader.ui.dialogs.undated_dialog import UndatedDialog

    AnyDialog = PasswordDialog | AboutDialog | ShortcutsDialog | LinkDialog | DateDialog | QFileDialog

MARGIN = 16  # pixels between the list of undated expressions and the window's edge; twice over its status bar


class WindowDialogs(QObject):
    """What stands over the window for a moment; `shown` is the last one."""

    file_wanted = Signal(str)
    words_wanted = Signal(int, object)  # page index and their Box on it, to be shown
    date_wanted = Signal(object)  # an ISO day from which to count, None for what the text says

    def __init__(self, window: QWidget, session: Session, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._session, self._say, self._theme = window, session, session.sentences, theme
        self.shown: AnyDialog | None = None
        self.undated: UndatedDialog | None = None
        session.document_closed.connect(self._end_undated)
        session.password_wanted.connect(self.ask_for_password)

    def ask_for_file(self) -> None:
        """Ask which file to open."""
        from reader.ui.file_dialog import file_dialog  # noqa: PLC0415 - see above

        document = self._session.document
        dialog = file_dialog(self._window, self._say("window.choose_file"))
        dialog.setFileMode(dialog.FileMode.ExistingFile)
        dialog.setNameFilter(self._say("window.pdf_files"))
        if document is not None:
            dialog.setDirectory(str(Path(document.path).parent))
        dialog.fileSelected.connect(self.file_wanted)
        self._show(dialog)

    def ask_for_password(self, path: str, was_wrong: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Ask for the password of a document; without one, what was open stays open."""
        from reader.ui.dialogs.password_dialog import PasswordDialog  # noqa: PLC0415 - see above

        dialog = PasswordDialog(path, self._say, self._theme, was_wrong=was_wrong, parent=self._window)
        dialog.entered.connect(self._session.retry_with_password)
        dialog.rejected.connect(self._session.give_up_opening)
        self._show(dialog)

    def show_shortcuts(self) -> None:
        """Show every key."""
        from reader.ui.dialogs.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - see above

        self._show(ShortcutsDialog(self._say, self._window))

    def show_about(self) -> None:
        """Say what the program is."""
        from reader.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - see above

        self._show(AboutDialog(self._say, self._window))

    def ask_about_link(self, address: str) -> None:
        """Ask before an address that a document names is opened outside."""
        from reader.ui.dialogs.link_dialog import LinkDialog  # noqa: PLC0415 - see above

        self._show(LinkDialog(address, self._say, self._window))

    def ask_for_date(self) -> None:
        """Ask from which day the document's dates are counted."""
        from reader.ui.dialogs.date_dialog import DateDialog  # noqa: PLC0415 - see above

        if self._session.document is None:
            return
        known = KnownDate.of(self._session)
        dialog = DateDialog(known, QDate.currentDate(), self._say, self._window)
        dialog.chosen.connect(self.date_wanted)
        self._show(dialog)

    def show_undated(self) -> None:
        """List the expressions that could not be dated; it stays while one goes from one to the next."""
        from reader.ui.dialogs.undated_dialog import UndatedDialog  # noqa: PLC0415 - see above

        self._end_undated()
        if self._session.timeline is not None:
            self.undated = UndatedDialog(self._session.timeline.unresolved, self._say, self._window)
            self.undated.chosen.connect(lambda each: self.words_wanted.emit(each.page_index, each.box))
            self.undated.show()
            self.undated.move(self._beside_status_bar(self.undated.size()))

    def _beside_status_bar(self, size: QSize) -> QPoint:
        """Over the lower corner of the window where the status bar counts, and off the pages."""
        area = QRect(QPoint(), size)
        window = self._window.geometry().adjusted(MARGIN, 0, -MARGIN, -2 * MARGIN)
        if self._window.isRightToLeft():
            area.moveBottomLeft(window.bottomLeft())
        else:
            area.moveBottomRight(window.bottomRight())
        return area.topLeft()

    def _end_undated(self) -> None:
        if self.undated is not None:
            self.undated.close()
            self.undated.deleteLater()
            self.undated = None

    def _show(self, dialog: AnyDialog) -> None:
        self.shown = dialog
        dialog.open()
