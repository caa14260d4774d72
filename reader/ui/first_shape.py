"""A window that its screen is too small for: it is begun as large as the screen has room.

In: a window not yet shown, with the size it would like. Out: the same window, maximised where that is more
than there is. Else the status bar and half of the timeline lie under the lower edge of a small laptop.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

# Logical pixels over a window for its title: 22 (openbox) to 37 (GNOME); its frame is known once it is shown.
TITLE = 37
# Of the screen's room in each direction, for the day the window is no longer maximised.
PART_OF_SCREEN = 0.9


def fit_into_screen(window: QWidget) -> None:
    """Maximise a window that is larger than the room its screen has for windows."""
    room = window.screen().availableGeometry().size()
    if window.width() <= room.width() and window.height() <= room.height() - TITLE:
        return
    window.resize(window.size().boundedTo(QSize(room * PART_OF_SCREEN)).expandedTo(window.minimumSize()))
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMaximized)
