"""Words of a document, or the name of a file, where Qt would look for markup in them.

A label or a tooltip left to itself takes "<img src=…>" in a title for an order to open that file. In: text of
strangers. Out: the same letters, shown as they are.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def plain_label(text: str = "") -> QLabel:
    """A label that shows every letter as it is."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


def plain_tip(text: str) -> str:
    """A text as a tooltip that shows every letter as it is; only tooltips have no format to be set."""
    if "<" not in text:
        return text
    from html import escape  # noqa: PLC0415 - the names of 2,000 characters: 4 ms before the first page

    return f"<span>{escape(text)}</span>"
