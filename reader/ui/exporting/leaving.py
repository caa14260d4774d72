"""The question before a document goes for which an export still waits: none is lost without a word.

In: the window, the files that are promised, how far the reading is. Out: what a person wants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from reader.sentences import Sentences
from reader.text_direction import isolated


def ask_before_leaving(
    window: QWidget,
    say: Sentences,
    paths: Iterable[str],
    *,
    progress: tuple[int, int] | None,
    write: Callable[[], None],
    discard: Callable[[], None],
) -> QMessageBox:
    """Ask; by default, and with Esc, the document stays open and the files are still to come.

    Args:
        window: the dialog stands over it.
        say: the window's sentences.
        paths: the files that were promised.
        progress: pages read, page count; None where all has been read.
        write: told that what is known is to be written.
        discard: told that nothing is to be written.
    """
    said = ["\n".join(isolated(path) for path in paths)]
    if progress is not None:
        said.append(say("export.missing", read=progress[0], count=progress[1]))
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(say("export.title"))
    box.setText(say("export.still_waiting"))
    box.setInformativeText("\n\n".join(said))
    stay = box.addButton(say("export.stay"), QMessageBox.ButtonRole.RejectRole)
    now = box.addButton(say("export.now"), QMessageBox.ButtonRole.AcceptRole)
    never = box.addButton(say("export.discard"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    now.clicked.connect(write)
    never.clicked.connect(discard)
    box.open()
    return box
