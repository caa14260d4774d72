"""The bar over the pages: open, history, page, zoom, panes. In: actions, session. Out: `page_wanted`."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from reader.sentences import Sentences
from reader.ui.menus import Actions
from reader.ui.session import Session

ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400)  # per cent, offered by the zoom button
FIELD_WIDTH = 52  # pixels: "xviii", "1 234"


class ToolBar(QToolBar):
    """The tool bar."""

    page_wanted = Signal(int)  # page index
    zoom_wanted = Signal(int)  # per cent

    def __init__(
        self, session: Session, actions: Actions, sentences: Sentences, parent: QWidget | None = None
    ) -> None:
        super().__init__(sentences("toolbar.name"), parent)
        self._session, self._say = session, sentences
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
        self._build(actions)
        session.document_opened.connect(self.refresh)
        session.document_closed.connect(self.refresh)
        session.pages_changed.connect(self.refresh)
        session.place_changed.connect(self.refresh)
        self.refresh()

    def _build(self, actions: Actions) -> None:
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
        self.addAction(actions["find"])
        self.addSeparator()
        self.addAction(actions["show_timeline"])
        self.addAction(actions["show_list"])

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

    def show_zoom(self, percent: int) -> None:
        """Show the zoom."""
        self.zoom_button.setText(self._say("toolbar.percent", number=percent))

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
        self.page_field.selectAll()
