"""The small menu on the page: what can be done with the selected text, and with the date under the mouse.

In: the selection, an event or none. Out: a menu. The words of commands are those of
the menu bar.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from reader.sentences import Sentences
from reader.text_direction import isolated
from reader.ui.page_view.text_selector import TextSelector

LONGEST_SHOWN = 30  # characters of the selected text in the menu
LONGEST_SEARCHED = 200  # more is hardly what one wants to find again


def page_menu(
    parent: QWidget,
    say: Sentences,
    selector: TextSelector,
    page_index: int,
    *,
    search: Callable[[str], object],
    show_in_timeline: Callable[[], object] | None,
    address: str = "",
) -> QMenu:
    """The menu on a page.

    Args:
        parent: owns the menu.
        say: the sentences.
        selector: the selected text.
        page_index: the page under the mouse.
        search: told the words to search for.
        show_in_timeline: called for the date under the mouse; None where there is none.
        address: where the link under the mouse leads outside the document; "" where there is none.
    """
    menu = QMenu(parent)
    menu.setLayoutDirection(QGuiApplication.layoutDirection())  # the pages are never mirrored, the menu is
    menu.addAction(say("action.copy"), selector.copy).setEnabled(selector.is_there)
    words = " ".join(selector.text().split())[:LONGEST_SEARCHED]
    if words:
        shown = words if len(words) <= LONGEST_SHOWN else words[:LONGEST_SHOWN].rstrip() + "…"
        text = say("selection.search", words=isolated(shown.replace("&", "&&")))
        menu.addAction(text, lambda: search(words))
    menu.addAction(say("action.select_page"), lambda: selector.select_page(page_index))
    if address:
        menu.addAction(say("link.copy"), lambda: QGuiApplication.clipboard().setText(address))
    if show_in_timeline is not None:
        menu.addSeparator()
        menu.addAction(say("selection.show_in_timeline"), show_in_timeline)
    return menu
