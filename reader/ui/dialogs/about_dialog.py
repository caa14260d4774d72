"""What the program is, its version, what it never does, and whose work it stands on, licences included.

The list and the text beside it are walked with Tab and the arrow keys, as everywhere.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.resources import resource
from reader.sentences import Sentences
from reader.ui.dialogs.licensed_parts import LicensedPart, licensed_parts, package_folder
from reader.ui.dialogs.shortcuts_dialog import plain

LIST_WIDTH = 230
TEXT_SIZE = 0.92  # of the window's letters: 80 columns of a licence fit into the dialog


class AboutDialog(QDialog):
    """Shown with `open()`."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = sentences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(plain(sentences("action.about")))
        self._parts = licensed_parts()
        self.list = QListWidget()
        self.list.setAccessibleName(sentences("about.licences"))
        self.list.setFixedWidth(LIST_WIDTH)
        self.list.setUniformItemSizes(True)
        for part in self._parts:
            self.list.addItem(QListWidgetItem(f"{part.name} {part.version}".rstrip()))
        self.text = QPlainTextEdit(readOnly=True)
        # A text that is only read is walked with the keys all the same, and Tab leaves it.
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * TEXT_SIZE)
        self.text.setFont(fixed)
        self.list.currentRowChanged.connect(self._show_part)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        heading = QLabel(sentences("about.licences"))
        heading.setBuddy(self.list)
        beside = QVBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(self.facts)
        beside.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.list)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(heading)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.list.setFocus()
        self.resize(860, 620)

    def _head(self) -> QHBoxLayout:
        logo = QLabel()
        logo.setPixmap(QIcon(str(resource("icons", "timeleaf.svg"))).pixmap(QSize(72, 72)))
        name = QLabel(f"Timeleaf {__version__}")
        name.setObjectName("card_date")
        words = QLabel(self._say("about.words"))
        words.setWordWrap(True)
        privacy = QLabel(self._say("about.privacy"))
        privacy.setWordWrap(True)
        privacy.setObjectName("hint")
        column = QVBoxLayout()
        column.addWidget(name, 0, Qt.AlignmentFlag.AlignLeading)  # Latin letters, in an Arabic window too
        column.addWidget(words)
        column.addWidget(privacy)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(column, 1)
        return head

    def _show_part(self, row: int) -> None:
        part = self._parts[row]
        facts = self._facts_of(part)
        self.facts.setText(facts)
        self.text.setAccessibleName(self._say("about.licence_of", name=part.name))
        self.text.setAccessibleDescription(facts)
        self.text.setPlainText(part.text() or self._say("about.in_checkout", folder=str(package_folder())))

    def _facts_of(self, part: LicensedPart) -> str:
        lines = [self._say("about.licence", licence=part.licence)]
        if part is self._parts[0]:
            lines.append(self._say("about.source_offer", archive=f"timeleaf-{__version__}-source.tar.xz"))
        if part.source:
            lines.append(self._say("about.source", place=part.source))
        return "\n".join(lines)
