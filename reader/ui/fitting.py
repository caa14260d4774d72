"""Texts in the room there is for them: a date in a shorter form, words up to the last whole one.

In: a text, the metrics of its font, the room in pixels. Out: what is shown of it. A date is never cut inside:
"Nov 1, 17…" would be read as another year.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

ELLIPSIS = "…"
# Words are given up whole while at least this share of the letters that had room stays: "the constitution
# of…", but "constituti…" where there is but one long word.
KEPT_SHARE = 0.6
_LOOSE_ENDS = " ,;:–—-("  # what no line ends with before the ellipsis


def longest_that_fits(forms: Sequence[str], metrics: QFontMetricsF, room: float) -> str:
    """The first of the forms of a date, from long to short, that has room; "" where none has."""
    return next((form for form in forms if metrics.horizontalAdvance(form) <= room), "")


def cut_to_fit(text: str, metrics: QFontMetricsF, room: float) -> str:
    """A text as far as it has room, with an ellipsis behind its last whole word."""
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    if shown == text or not shown.endswith(ELLIPSIS):
        return shown
    kept = shown[: -len(ELLIPSIS)]
    if text[len(kept) : len(kept) + 1].isspace():
        return kept.rstrip(_LOOSE_ENDS) + ELLIPSIS
    whole = kept.rpartition(" ")[0].rstrip(_LOOSE_ENDS)
    return whole + ELLIPSIS if len(whole) >= KEPT_SHARE * len(kept) else shown
