"""What the program is, its version, what it never does, and whose work it stands on."""

from __future__ import annotations

from html import escape
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from reader import __version__
from reader.resources import resource
from reader.sentences import Sentences

# Name of the distribution, its licence (SPDX) as the distribution itself states it.
COMPONENTS = (
    ("PySide6_Essentials", "LGPL-3.0-only"),
    ("PyMuPDF", "AGPL-3.0-or-later"),
    ("pypdfium2", "BSD-3-Clause AND Apache-2.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("python-dateutil", "Apache-2.0 OR BSD-3-Clause"),
    ("convertdate", "MIT"),
    ("hijridate", "MIT"),
    ("python-bidi", "LGPL-3.0-or-later"),
    ("babel", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("Noto Sans", "OFL-1.1"),
)


class AboutDialog(QDialog):
    """Shown with `open()`."""

    def __init__(self, sentences: Sentences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(sentences("action.about"))
        logo = QLabel()
        logo.setPixmap(QIcon(str(resource("icons", "timeleaf.svg"))).pixmap(QSize(72, 72)))
        name = QLabel(f"Timeleaf {__version__}")
        name.setObjectName("card_date")
        words = QLabel(sentences("about.words"))
        words.setWordWrap(True)
        privacy = QLabel(sentences("about.privacy"))
        privacy.setWordWrap(True)
        privacy.setObjectName("hint")
        licences = QTextBrowser()
        licences.setAccessibleName(sentences("about.licences"))
        licences.setHtml(f"<p><b>{escape(sentences('about.licences'))}</b></p>{_table()}")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        head = QVBoxLayout()
        head.addWidget(name)
        head.addWidget(words)
        head.addWidget(privacy)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(head, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 16)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(licences, 1)
        column.addWidget(buttons)
        self.resize(560, 520)


def _table() -> str:
    cells = ((f"{name} {_version(name)}", licence) for name, licence in COMPONENTS)
    rows = "".join(
        f"<tr><td style='padding-right:18px'>{escape(name)}</td><td>{escape(licence)}</td></tr>"
        for name, licence in cells
    )
    return f"<table dir='ltr'>{rows}</table>"


def _version(name: str) -> str:
    """The version of a distribution, "" where it is none or the frozen program has left its metadata out."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
