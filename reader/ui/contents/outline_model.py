"""The outline as Qt wants it: a tree of rows, all of it or what has the words of the filter.

In: an `OutlineTree`. Out: a model; what a row says to a screen reader is its title and its page.
"""

from __future__ import annotations

from typing import overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reader.document.model import OutlineEntry
from reader.text_direction import isolated
from reader.timeline.date_words import DateWords
from reader.ui.contents.outline_spans import OutlineSpans
from reader.ui.contents.outline_tree import ROOT, OutlineTree
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session

Index = QModelIndex | QPersistentModelIndex


@outlives_faults
class OutlineModel(QAbstractItemModel):
    """One row an entry. An index carries the number of its entry."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.tree = OutlineTree()
        self.spans = OutlineSpans(DateWords(session.sentences))
        self.matches: frozenset[int] | None = None  # what has the words of the filter; None without one
        self._branches = self.tree.branches()
        self._rows: dict[int, int] = {}

    def take(self, tree: OutlineTree) -> None:
        """Show another outline, all of it."""
        self.tree = tree
        self.take_events()
        self.show_matches(None)

    def take_events(self) -> None:
        """Other events have become known, or are shown."""
        self.spans.take(self.tree, self._session.events)

    def show_matches(self, matches: frozenset[int] | None) -> None:
        """Show these entries with those above them; None: all."""
        self.beginResetModel()
        self.matches = matches
        tree = self.tree
        self._branches = tree.branches(None if matches is None else tree.with_those_above(matches))
        self._rows = {node: row for nodes in self._branches.values() for row, node in enumerate(nodes)}
        self.endResetModel()

    def entry(self, index: Index) -> OutlineEntry:
        """The entry of a row."""
        return self.tree.entries[index.internalId()]

    def index_of(self, node: int) -> QModelIndex:
        """The row of an entry; none where it is not shown."""
        row = self._rows.get(node)
        return QModelIndex() if row is None else self.createIndex(row, 0, node)

    def branching_nodes(self) -> set[int]:
        """The entries under which others are shown."""
        return self._branches.keys() - {ROOT}

    def label(self, index: Index) -> str:
        """What is printed on the page a row leads to; "" where it leads to none."""
        page_index = self.entry(index).page_index
        return "" if page_index is None else self._session.pages.label(page_index)

    def years(self, index: Index) -> str:
        """The years that the pages of a row speak of; "" where there are none."""
        return self.spans.words(index.internalId())

    def years_in_words(self, index: Index) -> str:
        """The same as a sentence."""
        return self._session.sentences("contents.span", years=isolated(self.years(index)))

    def is_match(self, index: Index) -> bool:
        """Whether a row stands there for its own sake, not for those under it."""
        return self.matches is None or index.internalId() in self.matches

    # ── what Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own form
        """A row under another."""
        nodes = self._branches.get(parent.internalId() if parent.isValid() else ROOT, ())
        return (
            self.createIndex(row, column, nodes[row])
            if 0 <= row < len(nodes) and not column
            else QModelIndex()
        )

    @overload
    def parent(self) -> QObject: ...

    @overload
    def parent(self, child: Index) -> QModelIndex: ...

    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        """The row above another; without one, Qt's owner of the model."""
        if child is None:
            return super().parent()
        if not child.isValid():
            return QModelIndex()
        above = self.tree.parents[child.internalId()]
        return QModelIndex() if above == ROOT else self.index_of(above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """How many rows stand under another."""
        return len(self._branches.get(parent.internalId() if parent.isValid() else ROOT, ()))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802 - Qt's own form
        """Whether rows stand under another."""
        return self.rowCount(parent) > 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own form
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The title, and what a screen reader says."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.entry(index).title or self._session.sentences("contents.untitled")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            say, title, label, years = (
                self._session.sentences,
                self.data(index),
                self.label(index),
                self.years(index),
            )
            words = say("contents.row", title=isolated(title or ""), page=isolated(label)) if label else title
            return f"{words}. {self.years_in_words(index)}" if years else words
        return None
