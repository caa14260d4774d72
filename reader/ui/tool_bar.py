"""The bar over the pages: open, history, page, zoom, panes. In: actions, session. Out: `page_wanted`."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.menus import Actions
from reader.ui.painting_guard import outlives_faults
from reader.ui.session import Session
from reader.ui.theme import Theme

ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400)  # per cent, offered by the zoom button
FIELD_WIDTH = 52  # pixels: "xviii", "1 234"
# What a narrow window has no room for, the first first; each stands in a menu too, and under the last button.
DISPENSABLE = (
    *("fit_page", "fit_width", "zoom_out", "zoom_in", "forward", "back", "open"),
    *("previous_page", "next_page", "show_thumbnails", "show_contents"),
)


@outlives_faults
class ToolBar(QToolBar):
    """The tool bar."""

    page_wanted = Signal(int)  # page index
    zoom_wanted = Signal(int)  # per cent

    def __init__(self, session: Session, actions: Actions, sentences: Sentences, theme: Theme) -> None:
        super().__init__(sentences("toolbar.name"))
        self._session, self._say, self._theme = session, sentences, theme
        self.setObjectName("tool_bar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.page_field = QLineEdit()
        self.page_field.setObjectName("page_field")
        self.page_field.setFixedWidth(FIELD_WIDTH)
        self.page_field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page_field.setAccessibleName(sentences("toolbar.page"))
        self.page_field.setToolTip(sentences("toolbar.page"))
        self.page_field.returnPressed.connect(self._go)
        self.page_count = QLabel()
        self.page_count.setObjectName("hint")
        self.zoom_button = QToolButton()
        self.zoom_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom_button.setToolTip(sentences("toolbar.zoom"))
        self.zoom_button.setAccessibleName(sentences("toolbar.zoom"))
        self.zoom_button.setMinimumWidth(60)
        menu = QMenu(self.zoom_button)
        for percent in ZOOMS:
            menu.addAction(sentences("toolbar.percent", number=percent)).setData(percent)
        menu.triggered.connect(lambda action: self.zoom_wanted.emit(action.data()))
        self.zoom_button.setMenu(menu)
        self.more = QToolButton()
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolTip(sentences("toolbar.more"))
        self.more.setAccessibleName(sentences("toolbar.more"))
        self.more.setMenu(QMenu(self.more))
        self._build(actions)
        self._dress()
        theme.changed.connect(self._dress)
        session.document_opened.connect(self.refresh)
        session.document_closed.connect(self.refresh)
        session.pages_changed.connect(self.refresh)
        session.place_changed.connect(self.refresh)
        self.refresh()

    def _build(self, actions: Actions) -> None:
        self.addAction(actions["show_contents"])
        self.addAction(actions["show_thumbnails"])
        self.addSeparator()
        self.addAction(actions["open"])
        self.addSeparator()
        self.addAction(actions["back"])
        self.addAction(actions["forward"])
        self.addSeparator()
        self.addAction(actions["previous_page"])
        self.addWidget(self.page_field)
        self.addWidget(self.page_count)
        self.addAction(actions["next_page"])
        self.addSeparator()
        self.addAction(actions["zoom_out"])
        self.addWidget(self.zoom_button)
        self.addAction(actions["zoom_in"])
        self.addAction(actions["fit_width"])
        self.addAction(actions["fit_page"])
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)
        self._more = self.addWidget(self.more)
        self._more.setVisible(False)
        self.addAction(actions["find"])
        self.addSeparator()
        self.addAction(actions["show_timeline"])
        self.addAction(actions["show_list"])
        self._everything = self.actions()
        self._dispensable = [actions[name] for name in DISPENSABLE]
        self._fitted = (0, 0, 0)  # for which widths

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put away what there is no room for, or back again."""
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self.more.setIcon(self._theme.icon("menu"))

    def _fit(self) -> None:
        needs = self.width(), self.page_count.sizeHint().width(), self.zoom_button.sizeHint().width()
        if needs == self._fitted:
            return
        self._fitted = needs
        focused: QWidget | None = self.focusWidget()
        if focused is not None and focused is not self.page_field:
            focused.clearFocus()  # or it would go on to the next as if a key had brought it there
        dropped = [each for each in self._dispensable if each not in self.actions()]
        if not dropped and self.sizeHint().width() <= self.width():
            return
        for action in dropped:
            self._put_back(action)
        self._more.setVisible(False)
        dropped = []
        for action in self._dispensable:
            self._hide_idle_lines()
            if self.sizeHint().width() <= self.width():
                break
            self.removeAction(action)
            self._more.setVisible(True)
            dropped.append(action)
        menu = self.more.menu()
        menu.clear()
        menu.addActions([each for each in self._everything if each in dropped])

    def _put_back(self, action: QAction) -> None:
        """Before the first that stands after it and is there."""
        after = self._everything[self._everything.index(action) + 1 :]
        self.insertAction(next(each for each in after if each in self.actions()), action)

    def _hide_idle_lines(self) -> None:
        """A line stands between two things, not at the beginning and not beside another line."""
        has_some = False
        for each in self.actions():
            if each.isSeparator():
                each.setVisible(has_some)
            has_some = not each.isSeparator() and (has_some or each.isVisible())

    def refresh(self, _place: object = None) -> None:
        """Show the present page."""
        session = self._session
        is_open = session.document is not None
        self.page_field.setEnabled(is_open)
        self.zoom_button.setEnabled(is_open)
        if not is_open:
            self.page_field.clear()
            self.page_count.clear()
            return
        pages, index = session.pages, session.page_index
        field, label = self.page_field, pages.label(index)
        if field.text() != label and not (field.hasFocus() and field.isModified()):
            field.setText(label)
            if field.hasFocus():
                field.selectAll()  # who is about to type replaces the page, whatever the view does meanwhile
        key = "toolbar.of_pages_labelled" if pages.has_own_label(index) else "toolbar.of_pages"
        self.page_count.setText(self._say(key, number=index + 1, count=pages.count))
        self._fit()

    def show_zoom(self, percent: int) -> None:
        """Show the zoom."""
        self.zoom_button.setText(self._say("toolbar.percent", number=percent))
        self._fit()

    def ask_for_page(self) -> None:
        """Put the cursor into the page field."""
        self.page_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.page_field.selectAll()

    def _go(self) -> None:
        """By what is printed on the page; else by its number."""
        typed, pages = self.page_field.text(), self._session.pages
        index = pages.index_of(typed)
        if index is None and typed.strip().isdecimal() and 1 <= int(typed) <= pages.count:
            index = int(typed) - 1
        self.page_field.setModified(False)
        if index is not None:
            self.page_wanted.emit(index)
        self.refresh()
        if index is None:
            self.page_field.selectAll()
        else:
            self.page_field.deselect()  # the keys are the page's again, and it is to be seen
