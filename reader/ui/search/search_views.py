"""The search as the window places it: the search itself, its bar and its list, tied together.

Bar and list are made when one searches for the first time: the first page does not wait for them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from reader.ui.menus import Actions
from reader.ui.search_session import SearchSession
from reader.ui.session import Session
from reader.ui.theme import Theme

if TYPE_CHECKING:
    from reader.ui.search.find_bar import FindBar
    from reader.ui.search.result_list import ResultList


class SearchViews:
    """One search and its two faces; `place` is told of them when they are made."""

    def __init__(
        self, session: Session, theme: Theme, place: Callable[[FindBar, ResultList], object]
    ) -> None:
        self.search = SearchSession(session)
        self._session, self._theme, self._place = session, theme, place

    @property
    def bar(self) -> FindBar:
        """The bar over the pages."""
        return self._faces[0]

    @property
    def results(self) -> ResultList:
        """The list of results."""
        return self._faces[1]

    @property
    def panes(self) -> tuple[QWidget, ...]:
        """What may have the focus, as far as it was made."""
        return (self.results.rows,) if "_faces" in vars(self) else ()

    def bind(self, commands: Actions) -> None:
        """Say what the commands of searching do."""
        commands.bind("find", self._open_bar)
        commands.bind("find_next", self._find_next)
        commands.bind("find_previous", self._find_previous)

    def search_for(self, words: str) -> None:
        """Open the bar with these words."""
        self.bar.field.setText(words)
        self.bar.open_bar()

    def _open_bar(self) -> None:
        self.bar.open_bar()

    def _find_next(self) -> None:
        self.bar.find_next()

    def _find_previous(self) -> None:
        self.bar.find_previous()

    @cached_property
    def _faces(self) -> tuple[FindBar, ResultList]:
        from reader.ui.search.find_bar import FindBar  # noqa: PLC0415 - see above
        from reader.ui.search.result_list import ResultList  # noqa: PLC0415 - see above

        bar = FindBar(self._session, self.search, self._theme)
        results = ResultList(self._session, self.search, self._theme)
        results.dismissed.connect(bar.hide_results)
        self._place(bar, results)
        return bar, results
