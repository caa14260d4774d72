"""The window: places the views, binds the commands, and remembers its shape. Nothing else.

In: session, theme, memory. Out: what a person sees. `language_wanted` asks `app.py` for a window in another
language: every sentence is said once, when a part is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reader.sentences import Sentences
from reader.ui.actions import DATED_STEPS
from reader.ui.contents.contents_command import Contents
from reader.ui.dialogs.window_dialogs import WindowDialogs
from reader.ui.exporting.export_command import Exporting
from reader.ui.history import Place
from reader.ui.memory import Memory
from reader.ui.menus import Actions
from reader.ui.missing_part import watch_for_missing_part
from reader.ui.notice import Notice
from reader.ui.page_view.document_door import DocumentDoor
from reader.ui.page_view.page_keys import PageCommand
from reader.ui.page_view.page_view import PageView
from reader.ui.page_view.text_commands import bind_text
from reader.ui.page_view.view_commands import ViewCommands
from reader.ui.painting_guard import outlives_faults
from reader.ui.panels.event_card import EventCard, FloatingCard
from reader.ui.panels.message_bar import MessageBar
from reader.ui.panes import bind_panes, focus_next
from reader.ui.printing.print_command import Printing
from reader.ui.reading_room import ReadingRoom
from reader.ui.renewal import Renewal
from reader.ui.search.search_views import SearchViews
from reader.ui.session import Session
from reader.ui.side_pane import AFTER_THE_PAINT
from reader.ui.status_bar import StatusBar
from reader.ui.theme import Theme
from reader.ui.thumbnails.thumbnails_command import Thumbnails
from reader.ui.timeline_import import import_timeline
from reader.ui.tool_bar import ToolBar
from reader.ui.window_menus import WindowMenus

if TYPE_CHECKING:
    from reader.ui.event_list.event_list import EventList
    from reader.ui.search.find_bar import FindBar
    from reader.ui.search.result_list import ResultList
    from reader.ui.start_page.start_page import StartPage

FIRST_WIDTH, FIRST_HEIGHT = 1280, 860
SMALLEST = (420, 360)  # a third of a small screen, with the page, the timeline and the tool bar still of use
ANNOUNCED_FOR = 6000  # ms a line stands in the status bar


@outlives_faults
class MainWindow(QMainWindow):
    """The window. One that awaits a document keeps the pages' place for it and shows no start page first."""

    language_wanted = Signal(str)
    timeline_loaded = Signal()

    def __init__(
        self, session: Session, theme: Theme, memory: Memory, *, awaits_document: bool = False
    ) -> None:
        super().__init__()
        self._awaits_document, self._list_was_shown = awaits_document, True
        say: Sentences = session.sentences
        self.session, self.theme, self.memory, self._say = session, theme, memory, say
        session.setParent(self)  # it goes when the window goes, and the document with it
        self.commands = Actions(self, say, theme, mirrored=self.isRightToLeft())
        self.finding = SearchViews(session, theme, self._place_search)
        self.pages = PageView(session, theme, self.finding.search)
        self.card = EventCard(say, theme)
        self.room = ReadingRoom(self.pages, self.card)
        self.contents = Contents(session, theme, self.commands, self.room, memory)
        self.thumbnails = Thumbnails(session, theme, self.commands, self.room, memory)
        self.message = MessageBar(say, theme)
        self.floating = FloatingCard(say, theme, self)
        self.tools = ToolBar(session, self.commands, say, theme)
        self.commands.dress(self.tools.actions())
        self.dialogs = WindowDialogs(self, session, theme)
        self.exporting = Exporting(self, session, self.commands)
        self.door = DocumentDoor(session, memory, self.pages, self.exporting.before_leaving, self)
        self._build()
        self.printing = Printing(self, session, self.commands, theme)
        self.renewal = Renewal(session, lambda: self.printing.job is not None, self)
        self.menus = WindowMenus(self.menuBar(), self.commands, session, memory, theme)
        self._bind()
        self._connect()
        self._recall_shape()
        self._show_document_or_start()

    def _build(self) -> None:
        self.setWindowTitle("Timeleaf")
        self.setAcceptDrops(True)
        self.resize(FIRST_WIDTH, FIRST_HEIGHT)
        self.setMinimumSize(*SMALLEST)
        self.addToolBar(self.tools)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.room)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(StatusBar(self.session, self.commands, self._say, self.theme))

    def _bind(self) -> None:
        session, pages, bind = self.session, self.pages, self.commands.bind
        bind("open", self.dialogs.ask_for_file)
        bind("open_sample", self.door.open_sample)
        bind("open_anew", self.door.open_anew)
        bind("close", lambda: self.exporting.before_leaving(session.close))
        bind("quit", self.close)
        self.finding.bind(self.commands)
        bind_text(pages, self.commands, self.finding.search_for)
        ViewCommands(session, pages, self.commands, self.tools, self.memory)
        bind_panes(self.commands, self.room, self.memory)
        bind("next_pane", lambda: self._cycle_panes(1))
        bind("previous_pane", lambda: self._cycle_panes(-1))
        bind("full_screen", self._set_full_screen)
        bind("back", session.go_back)
        bind("forward", session.go_forward)
        bind("go_to_page", self.tools.ask_for_page)
        bind("first_page", lambda: session.go_to(Place(0)))
        bind("last_page", lambda: session.go_to(Place(session.pages.count - 1)))
        bind("previous_page", lambda: pages.carry_out(PageCommand.PREVIOUS_PAGE))
        bind("next_page", lambda: pages.carry_out(PageCommand.NEXT_PAGE))
        bind("previous_dated", lambda: session.go_to_dated_paragraph(-1))
        bind("next_dated", lambda: session.go_to_dated_paragraph(1))
        bind("pause", session.set_paused)
        bind("document_date", self.dialogs.ask_for_date)
        bind("undated", self.dialogs.show_undated)
        bind("shortcuts", self.dialogs.show_shortcuts)
        bind("about", self.dialogs.show_about)

    def _connect(self) -> None:
        session, pages = self.session, self.pages
        session.document_opened.connect(self._document_opened)
        session.document_closed.connect(self._document_closed)
        session.message_raised.connect(self.message.show_notice)
        session.reading_finished.connect(self.message.end_delay)
        watch_for_missing_part(session)
        self.message.command_wanted.connect(lambda command: self.commands[command].trigger())
        self.renewal.raised.connect(self.message.show_notice)
        self.renewal.withdrawn.connect(self.message.withdraw)
        self.renewal.announced.connect(lambda text: self.statusBar().showMessage(text, ANNOUNCED_FOR))
        session.opening_started.connect(self._forget_message)
        session.opening_ended.connect(self._await_no_more)
        session.selection_changed.connect(self._show_selection)
        session.history_changed.connect(self._refresh_commands)
        session.events_changed.connect(self._refresh_commands)
        session.recognition.progressed.connect(self._refresh_commands)
        pages.expression_pointed.connect(self._point)
        pages.navigated.connect(self._navigate)
        pages.address_followed.connect(self.dialogs.ask_about_link)
        pages.pictures.arrived.connect(self._first_page_is_there, Qt.ConnectionType.SingleShotConnection)
        self.tools.page_wanted.connect(self._go_to_page)
        self.menus.file_wanted.connect(self.door.open_file)
        self.dialogs.file_wanted.connect(self.door.open_file)
        self.dialogs.date_wanted.connect(self.door.count_from)
        self.dialogs.words_wanted.connect(pages.show_words)
        self.menus.forgotten.connect(self._show_forgotten)
        self.menus.timeline_moved.connect(self.room.put_timeline)
        self.room.folded.connect(self._fold)
        self.finding.search.hit_reached.connect(self._bring_pages)
        for command in ("find", "go_to_page"):
            self.commands[command].triggered.connect(self._bring_pages)
        leave = self.exporting.before_leaving
        self.menus.language_wanted.connect(lambda tag: leave(lambda: self.language_wanted.emit(tag)))
        self.theme.changed.connect(self.commands.dress)

    # ── documents

    def _document_opened(self) -> None:
        self._show_document_or_start()
        self.door.enter()

    def _document_closed(self) -> None:
        self.message.let_document_go()
        if not self.session.is_opening:  # else another one comes at once
            self._show_document_or_start()

    def _show_forgotten(self, notice: Notice) -> None:
        self._show_document_or_start()
        self.message.show_notice(notice)

    def _show_document_or_start(self) -> None:
        document = self.session.document
        if document is not None:
            self._awaits_document = False
        shows_start = document is None and not self._awaits_document
        self.stack.setCurrentWidget(self.start if shows_start else self.room)
        self.commands.enable_for_document(document is not None)
        self._refresh_commands()
        if document is None:
            self.setWindowTitle("Timeleaf")
        else:
            name = document.title or Path(document.path).name
            self.setWindowTitle(f"{name} — Timeleaf")
            self.setWindowFilePath(document.path)
        if shows_start:
            self.start.show_recent(self.memory.recent())
            self.start.open_button.setFocus()
            self.furnish()
        self.menus.refresh_recent()

    def _await_no_more(self) -> None:
        if self._awaits_document:
            self._awaits_document = False
            self._show_document_or_start()

    @cached_property
    def start(self) -> StartPage:
        """The start page, made when it is first seen."""
        from reader.ui.start_page.start_page import StartPage  # noqa: PLC0415 - the first page waits

        page = StartPage(self._say, self.theme)
        page.open_wanted.connect(self.dialogs.ask_for_file)
        page.sample_wanted.connect(self.door.open_sample)
        page.file_wanted.connect(self.door.open_file)
        self.stack.addWidget(page)
        return page

    # ── what comes when the first page is on the screen

    def _first_page_is_there(self, _page_index: int) -> None:
        QTimer.singleShot(AFTER_THE_PAINT, self, self.furnish)

    def furnish(self) -> None:
        """Make what stands beside the pages, and what is seen when it is asked for; the timeline last."""
        if self.session.document is not None:
            self.events.show()
            import_timeline(self, self.load_timeline)
        self.menus.furnish()
        self.commands.dress()

    @cached_property
    def events(self) -> EventList:
        """The list of events, made when it is first needed."""
        from reader.ui.event_list.event_list import EventList  # noqa: PLC0415 - the first page waits

        made = EventList(self.session, self.theme)
        made.event_pointed.connect(self._point)
        self.room.take_list(made)
        return made

    def _place_search(self, bar: FindBar, results: ResultList) -> None:
        self.room.take_search(bar, results)
        bar.results_wanted.connect(self.room.show_results)

    def load_timeline(self) -> None:
        """Load the timeline view and put it into its place."""
        from reader.ui.exporting.picture_command import PictureCommand  # noqa: PLC0415 - see above
        from reader.ui.timeline_view.timeline_view import TimelineView  # noqa: PLC0415 - see above

        if self.room.timeline is None:
            timeline = TimelineView(self.session, self._say, self.theme)
            self.room.take_timeline(timeline)
            self.picturing = PictureCommand(self, self.session, self.commands, timeline.plot)
            self.timeline_loaded.emit()

    # ── commands

    def _refresh_commands(self) -> None:
        session = self.session
        is_open = session.document is not None
        self.commands["back"].setEnabled(is_open and session.history.can_go_back)
        self.commands["forward"].setEnabled(is_open and session.history.can_go_forward)
        self.commands["pause"].setEnabled(session.is_reading or session.recognition.is_running)
        self.commands["undated"].setEnabled(bool(session.timeline and session.timeline.unresolved))
        self.menus.refresh_kinds()

    def _go_to_page(self, index: int) -> None:
        self.session.go_to(Place(index))
        self.pages.setFocus()

    def _navigate(self, step: int) -> None:
        (self.session.go_back if step < 0 else self.session.go_forward)()

    def _set_full_screen(self, on: bool) -> None:  # noqa: FBT001 - a slot of QAction.toggled
        for bar in (self.menuBar(), self.tools, self.statusBar()):
            bar.setVisible(not on)
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def _cycle_panes(self, step: int) -> None:
        if self.session.document is None:
            self.start.open_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        panes: list[QWidget] = [*self.contents.panes, *self.thumbnails.panes, self.pages]
        panes += [*self.finding.panes, self.events.rows, *filter(None, [self.room.timeline])]
        focus_next(panes, step)

    # ── what the session says

    def _forget_message(self, _path: str) -> None:
        self.message.let_document_go()

    def _show_selection(self, event_id: str, _origin: str) -> None:
        event = self.session.event_of(event_id)
        self.floating.point_at(None, QRect())
        if event is not None:
            self.card.show_event(event)
        self.room.show_card(event is not None)
        if event is not None:
            self._bring_pages()

    def _fold(self, folded: bool) -> None:  # noqa: FBT001 - a state
        """A window without room for the list beside the pages: the list goes, and comes with the room."""
        if folded:
            self._list_was_shown = self.commands["show_list"].isChecked()
        self.commands["show_list"].setChecked(not folded and self._list_was_shown)

    def _bring_pages(self, *_told: object) -> None:
        """What was asked for is on the pages: what stands in their place goes."""
        for pane in self.room.over_pages:
            self.commands[pane].setChecked(False)

    def _point(self, event_id: str, area: QRect) -> None:
        event = self.session.event_of(event_id)
        self.floating.point_at(event if event_id != self.session.selected_id else None, area)

    # ── the window itself

    def _recall_shape(self) -> None:
        self.room.put_timeline(self.memory.settings.timeline_side)
        if geometry := self.memory.window_state("geometry"):
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        if shape := self.memory.window_state("splitter"):
            self.room.restore(shape)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc lets go of one thing at a time: the message, the search, the selection, the full screen."""
        if (step := DATED_STEPS.get(event.text())) is not None:
            self.session.go_to_dated_paragraph(step)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.message.isVisible():
            self.message.dismiss()
        elif self.finding.bar.isVisible():
            self.finding.bar.close_bar()
        elif self.session.selected_id:
            self.session.select_event(None, "keyboard")
        elif self.commands["full_screen"].isChecked():
            self.commands["full_screen"].setChecked(False)
        else:
            self._bring_pages()
            self.pages.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The side buttons go through the history wherever the mouse is."""
        if event.button() in {Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton}:
            self._navigate(-1 if event.button() == Qt.MouseButton.BackButton else 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """A file may be dropped anywhere in the window."""
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Open what was dropped."""
        files = _dropped_files(event)
        if files:
            event.acceptProposedAction()
            self.door.open_file(files[0])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The card beside the mouse goes with the window's focus."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.floating.point_at(None, QRect())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Remember where one was; a window that has promised a file asks first."""
        if self.exporting.holds(self.close):
            event.ignore()
            return
        self.door.leave()
        self.renewal.stop()
        self.commands["full_screen"].setChecked(False)  # the next window begins with its frame
        self.memory.keep_window_state("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.memory.keep_window_state("splitter", self.room.shape())
        self.floating.hide()
        super().closeEvent(event)


def _dropped_files(event: QDropEvent) -> Sequence[str]:
    return [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
