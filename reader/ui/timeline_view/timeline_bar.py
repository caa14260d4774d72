"""The bar over the plot: which years are in view, how many dates, and what can be done about it.

In: sentences, colours. Out: one signal a button. Each has its key in the view or stands in the menu, and none
is a tab stop.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QToolButton, QWidget

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.ui.painting_guard import outlives_faults
from reader.ui.plain_text import plain_label
from reader.ui.theme import Theme

BUTTON = 26  # pixels
ICON = 18
ALONG, UPRIGHT = (10, 3, 6, 3), (2, 4, 2, 4)  # margins of the bar over the plot and beside it


@outlives_faults
class TimelineBar(QWidget):
    """A line of text and a few buttons."""

    zoomed_in = Signal()
    zoomed_out = Signal()
    fit_all_wanted = Signal()
    fit_cluster_wanted = Signal()
    fit_selection_wanted = Signal()
    sources_switched = Signal(bool)

    def __init__(self, sentences: Sentences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences = sentences
        self._theme = theme
        self._icons: dict[QToolButton, str] = {}
        self._text = ""
        self.text = plain_label()
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        line.setContentsMargins(*ALONG)
        line.setSpacing(1)
        line.addWidget(self.text, 1)
        self.sources = self._button("source", "event_list.source_switch", "", None)
        self.sources.setCheckable(True)
        self.sources.toggled.connect(self.sources_switched)
        self.fit_selection = self._button(
            "fit_selection", "timeline_view.fit_selection", "2", self.fit_selection_wanted
        )
        self.fit_cluster = self._button(
            "fit_cluster", "timeline_view.fit_cluster", "1", self.fit_cluster_wanted
        )
        self.fit_all = self._button("fit_all", "timeline_view.fit_all", "0", self.fit_all_wanted)
        self.zoom_out = self._button("zoom_out", "timeline_view.zoom_out", "−", self.zoomed_out)
        self.zoom_in = self._button("zoom_in", "timeline_view.zoom_in", "+", self.zoomed_in)
        for button in self._icons:
            line.addWidget(button)
        theme.changed.connect(self.repaint_icons)
        self.repaint_icons()

    def _button(self, icon: str, sentence: str, key: str, signal: SignalInstance | None) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFixedHeight(BUTTON)
        button.setMinimumWidth(BUTTON)
        button.setIconSize(QSize(ICON, ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = self._sentences(sentence)
        button.setToolTip(f"{words} ({isolated(key)})" if key else words)
        button.setAccessibleName(words)
        if signal is not None:
            button.clicked.connect(signal)
        self._icons[button] = icon
        return button

    def stand(self, *, upright: bool) -> None:
        """Lie over the plot, or stand beside it where height is dear; then there is no room for text."""
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.TopToBottom if upright else directions.LeftToRight)
        self._line.setContentsMargins(*(UPRIGHT if upright else ALONG))
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop if upright else Qt.AlignmentFlag.AlignVCenter)
        self.text.setVisible(not upright)

    def repaint_icons(self) -> None:
        """Icons in the colours of the theme."""
        for button, icon in self._icons.items():
            button.setIcon(self._theme.icon(icon, "source" if icon == "source" else "text_muted"))
        theme = self._theme
        self.setStyleSheet(
            f"QLabel {{ color: {theme.css('text_muted')} }}"
            "QToolButton { border: none; border-radius: 4px; padding: 2px 4px; }"
            f"QToolButton:hover, QToolButton:pressed {{ background: {theme.css('surface_sunken')} }}"
            f"QToolButton:checked {{ background: {theme.css('accent_soft')} }}"
        )

    def show_text(self, text: str) -> None:
        """Say what is in view."""
        self._text = text
        self.text.setToolTip(text)
        self._elide()

    def show_sources(self, count: int, *, shown: bool) -> None:
        """Say how many source dates there are, and whether they are shown."""
        self.sources.setVisible(count > 0)
        self.sources.blockSignals(True)  # noqa: FBT003 - Qt's own form
        self.sources.setChecked(shown)
        self.sources.blockSignals(False)  # noqa: FBT003 - Qt's own form
        words = self._sentences(f"event_list.source_{'shown' if shown else 'hidden'}", count=count)
        self.sources.setToolTip(words)
        self.sources.setAccessibleName(words)

    def set_possible(self, *, any_event: bool, selection: bool, cluster: bool) -> None:
        """Grey what would do nothing."""
        for button in (self.fit_all, self.zoom_in, self.zoom_out):
            button.setEnabled(any_event)
        self.fit_selection.setEnabled(selection)
        self.fit_cluster.setEnabled(cluster)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The text gives way to the buttons."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        self.text.setText(
            self.text.fontMetrics().elidedText(
                self._text, Qt.TextElideMode.ElideRight, max(0, self.text.width())
            )
        )
