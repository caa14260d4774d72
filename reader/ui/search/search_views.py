"""The search as the window places it: the search itself, its bar and its list, tied together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from reader.ui.menus import Actions
from reader.ui.search.find_bar import FindBar
from reader.ui.search.result_list import ResultList
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme


class SearchViews:
    """One search and its two faces."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.search = SearchSession(session)
        self.bar = FindBar(session, self.search, theme)
        self.results = ResultList(session, self.search, theme)
        self.results.dismissed.connect(self.bar.hide_results)

    @property
    def widgets(self) -> tuple[QWidget, QWidget]:
        """The bar, and the list of results."""
        return self.bar, self.results

    def bind(self, commands: Actions) -> None:
        """Say what the commands of searching do."""
        commands.bind("find", self.bar.open_bar)
        commands.bind("find_next", self.bar.find_next)
        commands.bind("find_previous", self.bar.find_previous)
