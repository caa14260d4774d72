"""From one pane of the window to the next with a key. In: the panes in their order. Out: the focus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next(panes: Sequence[QWidget], step: int) -> None:
    """Give the focus to the next (1) or previous (-1) of the panes that are seen, round the ends."""
    seen = [pane for pane in panes if pane.isVisible()]
    focused = QApplication.focusWidget()
    now = next(
        (i for i, pane in enumerate(seen) if focused and (pane is focused or pane.isAncestorOf(focused))),
        -1 if step > 0 else 0,
    )
    seen[(now + step) % len(seen)].setFocus(Qt.FocusReason.ShortcutFocusReason)
