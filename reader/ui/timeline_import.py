"""The modules of the timeline view, imported in pieces between which the window answers.

In: what is to be done when they are there. Out: nothing. Numpy takes 60 ms of a processor, pyqtgraph's parts
20, the view's own modules 10: in one piece with the making of the view the window stood still for 140 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

PIECES = (
    "numpy",
    "reader.ui.timeline_view.plot_parts",
    "reader.ui.timeline_view.timeline_view",
)
# ms between two of them. With 0 Qt takes the next one in the same turn, and keys and the mouse wait for both.
BREATH = 1


def import_timeline(owner: QObject, then: Callable[[], None], pieces: tuple[str, ...] = PIECES) -> None:
    """Import what is missing piece by piece, then go on; as long as the owner lives."""

    def take_next() -> None:
        import_module(pieces[0])
        import_timeline(owner, then, pieces[1:])

    QTimer.singleShot(BREATH, owner, take_next if pieces else then)
