"""The commands on the text of pages, bound to the page view. In: the window's parts. Out: nothing."""

from __future__ import annotations

from collections.abc import Callable

from reader.ui.menus import Actions
from reader.ui.page_view.page_view import PageView


def bind_text(pages: PageView, commands: Actions, search_for: Callable[[str], object]) -> None:
    """Let Edit and the menu on the page work on the selected text; `search_for` opens the find bar."""
    selector, copy = pages.selector, commands["copy"]
    commands.bind("copy", selector.copy)
    commands.bind("select_page", pages.select_all_on_page)
    copy.setEnabled(selector.is_there)
    selector.changed.connect(lambda: copy.setEnabled(selector.is_there))
    pages.search_wanted.connect(search_for)
    pages.timeline_wanted.connect(lambda: commands["show_timeline"].setChecked(True))
