"""The contents of the document at the left of its pages: a filter over the outline, a row for each entry.

In: the session, the entries. Out: `session.go_to` for the entry a person chooses. The entry one is reading is
marked and kept in sight as the pages move; nothing opens or closes by itself but for the filter.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.document.model import OutlineEntry
from reader.ui.contents.outline_model import OutlineModel
from reader.ui.contents.outline_rows import OutlineRows
from reader.ui.contents.outline_tree import ROOT, OutlineTree
from reader.ui.history import Place
from reader.ui.menus import Actions
from reader.ui.painting_guard import outlives_faults
from reader.ui.plain_text import plain_label
from reader.ui.session import Session
from reader.ui.side_head import SideHead
from reader.ui.theme import Theme

# Points below the upper edge of the view at which one reads: an entry that begins there is the current one.
READING_LINE = 60


@outlives_faults
class ContentsPane(QWidget):
    """Head, filter and rows."""

    chosen = Signal()  # the pages have gone somewhere

    def __init__(
        self, session: Session, theme: Theme, commands: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._theme, self._say = session, theme, session.sentences
        self.model = OutlineModel(session, self)
        self.rows = OutlineRows(self.model, theme)
        self.filter = QLineEdit()
        self.fold_button = QToolButton()
        self.head = SideHead("show_contents", commands, theme, self._say, self.fold_button)
        self.empty = plain_label()
        self._open_before: set[int] = set()  # what was open before one filtered
        self._kept: set[tuple[str, ...]] | None = None  # what is to be open in the same file, written anew
        self._is_renewed = False
        self._chosen: tuple[int, Place] | None = None  # the entry gone to, and where that led
        self._build()
        self.rows.chosen.connect(self._choose)
        self.rows.folded.connect(self._refresh)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._choose_first)
        self.filter.installEventFilter(self)
        self.fold_button.clicked.connect(self._fold)
        session.pages_changed.connect(self.rows.viewport().update)
        session.place_changed.connect(self._follow)
        session.renewal_begun.connect(self._keep_open)
        session.events_changed.connect(self._take_events)
        theme.changed.connect(self._refresh)
        self.forget()

    def _build(self) -> None:
        self.setObjectName("contents_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.filter.setPlaceholderText(self._say("contents.filter"))
        self.filter.setAccessibleName(self._say("contents.filter"))
        self.filter.setClearButtonEnabled(True)
        field = QHBoxLayout()
        field.setContentsMargins(12, 2, 12, 8)
        field.addWidget(self.filter)
        self.rows.setAccessibleName(self._say("contents.name"))
        self.empty.setObjectName("empty_state")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(20)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(field)
        column.addLayout(self._stack, 1)
        self.setFocusProxy(self.rows)

    # ── the outline

    def forget(self) -> None:
        """Another document, or the same anew: its outline is not known yet."""
        if not self._is_renewed:
            self._kept = None
        self._is_renewed = False
        self._show(OutlineTree())
        self.filter.show()
        self.empty.setText(self._say("contents.reading"))

    def take(self, entries: Sequence[OutlineEntry]) -> None:
        """Show the outline of the open document, or say why it has none."""
        tree, kept = OutlineTree(entries, self._session.pages.count), self._kept
        self._show(tree)
        self.filter.setVisible(bool(entries))
        document = self._session.document
        is_broken = document is not None and document.has_outline  # the file names one
        self.empty.setText(self._say("contents.unreadable" if is_broken else "contents.none"))
        if kept is not None:
            self.rows.open_only(node for node in self.model.branching_nodes() if tree.titles(node) in kept)
            self._kept = None
        self._follow()

    def _keep_open(self) -> None:
        """The file was written anew: what is open stays so."""
        nodes = self.rows.open_nodes if self.model.matches is None else self._open_before
        if self.model.rowCount():
            self._kept, self._is_renewed = {self.model.tree.titles(node) for node in nodes}, True

    def _take_events(self) -> None:
        self.model.take_events()
        self.rows.viewport().update()

    def _show(self, tree: OutlineTree) -> None:
        self._chosen = None
        self.rows.mark(ROOT)
        self.filter.clear()
        self.model.take(tree)
        self.rows.open_only(tree.open_nodes())

    def _filter(self, words: str) -> None:
        """Show what has the words, with what stands over it; then again what was open before."""
        tree, was_filtered = self.model.tree, self.model.matches is not None
        if not words.strip():
            if was_filtered:
                self.model.show_matches(None)
                self.rows.open_only(self._open_before)
        else:
            if not was_filtered:
                self._open_before = self.rows.open_nodes
            self.model.show_matches(tree.having(words))
            self.rows.open_only(self.model.branching_nodes())
            self.rows.scrollToTop()
            self.empty.setText(self._say("contents.no_match"))
        self._follow()

    def _fold(self) -> None:
        """Close everything, or open everything where all is closed."""
        self.rows.open_only(() if self.rows.open_nodes else self.model.branching_nodes())
        self._follow()

    def _refresh(self) -> None:
        self._stack.setCurrentWidget(self.rows if self.model.rowCount() else self.empty)
        is_open = bool(self.rows.open_nodes)
        self.fold_button.setVisible(bool(self.model.branching_nodes()))
        self.fold_button.setIcon(self._theme.icon("fold_all" if is_open else "unfold_all"))
        hint = self._say("contents.fold_all" if is_open else "contents.unfold_all")
        self.fold_button.setToolTip(hint)
        self.fold_button.setAccessibleName(hint)

    # ── where one is

    def _follow(self, _place: object = None) -> None:
        """Mark the entry one is reading, or what hides it; bring it into sight where one does not filter."""
        node = self._node_read()
        node = ROOT if node is None else self.rows.visible_node(node)
        is_new = node != self.rows.current_node
        self.rows.mark(node)
        index = self.model.index_of(node) if node != ROOT else QModelIndex()
        if not self.rows.hasFocus():
            self._let_keys_begin_at(index)
        if is_new and index.isValid() and not self.rows.is_pointed_at and self.model.matches is None:
            for each in (self.rows.indexAbove(index), self.rows.indexBelow(index), index):
                self.rows.scrollTo(each)

    def _let_keys_begin_at(self, index: QModelIndex) -> None:
        """Where the keys are when they come here: with a filter at the first row that has its words."""
        if self.model.matches:
            index = self.model.index_of(min(self.model.matches))
        self.rows.setAutoScroll(False)  # else the row comes into sight
        self.rows.setCurrentIndex(index)
        self.rows.setAutoScroll(True)

    def _node_read(self) -> int | None:
        """The entry of the place one is at; one just chosen holds until the pages move."""
        place = self._session.place
        if self._chosen is not None:
            node, reached = self._chosen
            if (reached.page_index, reached.top) == (place.page_index, place.top):
                return node
            self._chosen = None
        page_index, top = place.page_index, place.reading_top
        if self._session.page_index > page_index:
            page_index, top = self._session.page_index, 0.0
        return self.model.tree.node_at(page_index, top + READING_LINE)

    # ── what a person does

    def _choose(self, index: QModelIndex) -> None:
        entry = self.model.entry(index)
        if entry.page_index is None:
            self.rows.setExpanded(index, not self.rows.isExpanded(index))
            return
        self._session.go_to(Place(entry.page_index, entry.top))
        self._chosen = index.internalId(), self._session.place
        self._follow()
        self.chosen.emit()

    def _choose_first(self) -> None:
        """Enter in the filter: the first entry that has its words."""
        if self.model.matches:
            first = self.model.index_of(min(self.model.matches))
            self.rows.setCurrentIndex(first)
            self._choose(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """From the filter the down key leads into the rows; Esc empties it first."""
        if watched is self.filter and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)
