"""The head of a pane at the left of the pages: which panes there are, which this is, what hides it.

In: the commands of the panes. Out: theirs are carried out. The pane one sees is named, the others are icons.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.margins import set_margins
from reader.ui.menus import Actions
from reader.ui.reading_room import SIDE_PANES
from reader.ui.theme import Theme


class SideHead(QWidget):
    """A row of buttons: the panes, what the pane itself has to offer, and the one that hides it."""

    def __init__(
        self, pane: str, commands: Actions, theme: Theme, sentences: Sentences, *offered: QToolButton
    ) -> None:
        """Make the head of the pane that the command `pane` shows."""
        super().__init__()
        self._theme = theme
        words = pane.removeprefix("show_")
        self.tabs = {name: QToolButton() for name in SIDE_PANES}
        row = QHBoxLayout(self)
        set_margins(row, 10, 8, 8, 4)
        row.setSpacing(2)
        for name, tab in self.tabs.items():
            tab.setObjectName("side_tab")
            if name == pane:
                tab.setCheckable(True)
                tab.setText(sentences(f"{words}.title"))
                tab.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                tab.setChecked(True)
                tab.clicked.connect(lambda _on, tab=tab: tab.setChecked(True))  # it is no switch
            else:
                self._bind(tab, commands[name])
            row.addWidget(tab)
        row.addStretch(1)
        self.close_button = QToolButton()
        self.close_button.setToolTip(sentences(f"{words}.hide"))
        self.close_button.setAccessibleName(sentences(f"{words}.hide"))
        self.close_button.clicked.connect(commands[pane].trigger)
        for button in (*offered, self.close_button):
            row.addWidget(button)
        for button in (*self.tabs.values(), *offered, self.close_button):
            button.setAutoRaise(True)
        theme.changed.connect(self._dress)
        self._dress()

    def _bind(self, tab: QToolButton, command: QAction) -> None:
        """A pane that is not seen; it can be had when its command can."""
        tab.setToolTip(command.toolTip())
        tab.setAccessibleName(command.text().partition("\t")[0].replace("&", ""))
        tab.setEnabled(command.isEnabled())
        command.enabledChanged.connect(tab.setEnabled)
        tab.clicked.connect(command.trigger)

    def _dress(self) -> None:
        for name, tab in self.tabs.items():
            tab.setIcon(self._theme.icon(name.removeprefix("show_")))
        self.close_button.setIcon(self._theme.icon("close"))
