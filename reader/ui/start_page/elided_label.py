"""One line of a stranger's words in the room there is, begun at the side where the window's lines begin.

In: a text, and where it may be cut. Out: a label, as narrow as need be.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.text_direction import isolated
from reader.ui.fitting import cut_to_fit
from reader.ui.painting_guard import outlives_faults

NARROWEST = 40  # pixels


@outlives_faults
class ElidedLabel(QLabel):
    """The line."""

    def __init__(self, text: str, mode: Qt.TextElideMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters."""
        hint = super().minimumSizeHint()
        return QSize(min(NARROWEST, hint.width()), hint.height())

    @property
    def shown(self) -> str:
        """What of the text has room."""
        room = self.contentsRect().width()
        if self._mode is Qt.TextElideMode.ElideRight:
            return cut_to_fit(self.text(), QFontMetricsF(self.font()), room)
        return self.fontMetrics().elidedText(self.text(), self._mode, room)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Left to Qt, words in Latin letters would begin at the left in an Arabic window, too."""
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), flags, isolated(self.shown))
